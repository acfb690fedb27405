"""Text around pictures: lines that run out from beside one, captions as large as the text, and a lone bold head."""

from tests.importing import scenes
from tests.importing.pdf.test_magazine_kinds import articles, centred
from tests.importing.pdf.text_lines.test_lines import texts
from tests.importing.press import BOLD, TIMES, Press, broken, width


def blocks(article):
    return [(block.kind, block.text) for block in article.body["en"]]


def set_lines(press, x, y, lines, font=TIMES, size=10, step=13):
    for at, line in enumerate(lines):
        press.text(x, y + step * at, line, font, size)
    return y + step * len(lines)


def test_a_gap_in_the_first_line_below_a_picture_is_no_gutter():
    press = Press()
    set_lines(press, 300, 100, ["The boats go out at night and come", "home when the bell of the harbour"])
    press.text(46, 126, "rings over the", TIMES, 10)
    press.text(126, 126, "roofs, and the women carry the baskets up to the market of the town", TIMES, 10)
    set_lines(
        press, 46, 139, ["where the salt is weighed and sold by old men who know the price of each sack and each boat"]
    )
    assert len(texts(press)) == 4


def test_a_single_letter_at_the_end_of_a_stretched_line_belongs_to_it():
    press = Press()
    set_lines(press, 46, 100, ["the long way to the harbour and back"])
    right = 46 + width("the long way to the harbour and back", TIMES, 10)
    press.text(46, 113, "the salt pans at the mouth of", TIMES, 10)
    press.text(right - width("y", TIMES, 10), 113, "y", TIMES, 10)
    set_lines(press, 46, 126, ["the long way to the harbour and back"])
    assert len(texts(press)) == 3


def test_two_columns_over_a_line_that_spans_them_stay_apart():
    press = Press()
    for at in range(3):
        press.text(46, 100 + 13 * at, "Tea and salt for all", TIMES, 10)
        press.text(160, 100 + 13 * at, "Nets and ice for all", TIMES, 10)
    set_lines(press, 46, 139, ["All of this is sold on the market of the town by old men"])
    assert texts(press) == ["Tea and salt for all", "Nets and ice for all"] * 3 + [
        "All of this is sold on the market of the town by old men"
    ]


def test_a_lone_bold_head_in_the_margin_of_a_page_with_portraits_is_its_title(tmp_path):
    press = Press()
    centred(press, 246, 52, "Meet the keepers of the bell", BOLD, 11.6)
    for at in range(2):
        press.picture(46, 90 + 220 * at, 160, 190)
        press.flow([(220, 100 + 220 * at, 226, 200)], [("para", scenes.EN[at])], TIMES, 10, 13)
    press.flow([(46, 530, 400, 200)], [("para", paragraph) for paragraph in scenes.EN[2:4]], TIMES, 10, 13)
    (article,) = articles(press, tmp_path)
    assert article.title["en"] == "Meet the keepers of the bell"


def test_a_caption_as_large_as_the_text_is_told_by_the_mark_after_its_number(tmp_path):
    press = Press()
    press.text(46, 90, "The salt pans", BOLD, 24)
    press.flow([(46, 120, 240, 160)], [("para", scenes.EN[0])], TIMES, 10, 13)
    press.picture(46, 300, 240, 150)
    caption = "Figure 2. Gates of the salt pans at the mouth of the river. The third one is closed in winter."
    end = set_lines(press, 46, 470, broken(caption, TIMES, 10, 240, 0, hyphens=False), step=11)
    press.flow([(46, end + 30, 240, 200)], [("para", scenes.EN[1])], TIMES, 10, 13)
    press.flow([(310, 120, 240, 500)], [("para", paragraph) for paragraph in scenes.EN[2:6]], TIMES, 10, 13)
    (article,) = articles(press, tmp_path)
    assert [figure.caption["en"] for figure in article.figures] == [caption]
    assert not any("Figure 2" in words for _, words in blocks(article))


def test_a_sentence_on_a_figure_at_the_head_of_a_paragraph_is_text(tmp_path):
    press = Press()
    press.text(46, 90, "The salt pans", BOLD, 24)
    paragraphs = ["Figure 2 shows the gates. " + scenes.EN[0], *scenes.EN[1:4]]
    press.flow([(46, 120, 480, 400)], [("para", paragraph) for paragraph in paragraphs], TIMES, 10, 13)
    (article,) = articles(press, tmp_path)
    assert blocks(article)[0][1].startswith("Figure 2 shows")


def test_a_line_stretched_under_an_indented_one_is_whole():
    press = Press()
    press.text(56, 100, "the long way to the harbour and the bell", TIMES, 10)
    press.text(46, 113, "of", TIMES, 10)
    press.text(66, 113, "old men who know the price of", TIMES, 10)
    set_lines(press, 46, 126, ["salt, and of the boats that go out at night"])
    assert texts(press)[1] == "of old men who know the price of"


def test_the_name_after_a_bar_beside_a_bold_caption_is_its_credit(tmp_path):
    press = Press()
    press.text(46, 90, "The salt pans", BOLD, 24)
    press.flow([(46, 120, 200, 560)], [("para", paragraph) for paragraph in scenes.EN[:6]], TIMES, 10, 13)
    captions = ["Herons on the gates of the pans", "The bell at the mouth of the river."]
    for at, caption in enumerate(captions):
        press.picture(270, 120 + 200 * at, 240, 150)
        press.text(270, 282 + 200 * at, caption, BOLD, 10)
        press.text(274 + width(caption, BOLD, 10), 282 + 200 * at, "/ ANNA M. BECK", TIMES, 7)
    (article,) = articles(press, tmp_path)
    assert not any(kind == "heading" for kind, _ in blocks(article))
    assert [figure.caption["en"][:10] for figure in article.figures] == [caption[:10] for caption in captions]
    assert article.figures[1].credit == "/ ANNA M. BECK"


def test_small_letters_that_touch_a_bar_are_in_the_line_of_their_unit(tmp_path):
    press = Press()
    end = press.flow([(46, 100, 480, 300)], [("para", paragraph) for paragraph in scenes.EN[:3]], TIMES, 12, 15)
    y, start = end + 30, "The train goes at 80"
    press.text(46, y, start, TIMES, 12)
    x = 49 + width(start, TIMES, 12)
    for word, size, rise in (("km", 8.4, 2.6), ("/", 12, 0), ("h", 8.4, 0)):
        press.text(x, y - rise, word, TIMES, size)
        x += width(word, TIMES, size)
    press.text(x + 3, y, "over the bridge.", TIMES, 12)
    (article,) = articles(press, tmp_path)
    assert blocks(article)[-1] == ("para", "The train goes at 80 km/h over the bridge.")


def test_a_byline_may_end_with_an_abbreviation(tmp_path):
    press = Press()
    press.text(46, 90, "The salt pans", BOLD, 24)
    press.text(300, 112, "By Anna Beck, N.Y.U.", BOLD, 10.5)
    press.flow([(46, 140, 480, 400)], [("para", paragraph) for paragraph in scenes.EN[:4]], TIMES, 10, 13)
    (article,) = articles(press, tmp_path)
    assert article.byline == ("By Anna Beck, N.Y.U.",)
