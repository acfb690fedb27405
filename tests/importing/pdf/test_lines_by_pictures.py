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
