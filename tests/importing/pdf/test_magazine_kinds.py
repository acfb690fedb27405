"""Kinds of pages of magazines and newsletters: titles on a ground, salutations, lists of links, centred boxes, charts."""

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from reader.importing.pdf.pipeline import read_pdf
from tests.importing import scenes
from tests.importing.press import BOLD, TIMES, Press, broken, width


def articles(press, tmp_path):
    path = tmp_path / "page.pdf"
    path.write_bytes(press.data())
    return read_pdf(str(path)).articles


def text(press, top, start=0, count=6, high=300):
    items = [("para", paragraph) for paragraph in scenes.EN[start : start + count]]
    return press.flow([(46, top, 480, high)], items, TIMES, 9.6, 13)


def centred(press, middle, y, line, font=TIMES, size=9.6):
    press.text(middle - width(line, font, size) / 2, y, line, font, size)


def test_a_title_on_a_ground_over_all_text_is_the_title_with_its_authors(tmp_path):
    press = Press()
    press.picture(0, 60, 595, 160, grey=0.85)
    press.text(60, 120, "Salt from the sky", BOLD, 26)
    press.text(60, 190, "By Anna Beck, Li Wei and Tom Hall", TIMES, 9)
    text(press, 260)
    (article,) = articles(press, tmp_path)
    assert dict(article.title) == {"en": "Salt from the sky"}
    assert article.byline == ("By Anna Beck, Li Wei and Tom Hall",)
    assert not article.asides


def test_the_name_of_a_newsletter_on_a_ground_is_no_title(tmp_path):
    press = Press()
    press.picture(0, 40, 595, 90, grey=0.85)
    press.text(60, 90, "THE LANTERN", BOLD, 30)
    press.text(60, 115, "Letters of the harbour", TIMES, 12)
    for at, title in enumerate(("Boats on the river", "Bread at six")):
        press.text(46, 190 + 290 * at, title, BOLD, 18)
        text(press, 215 + 290 * at, 4 * at, 4, 250)
    assert [dict(article.title) for article in articles(press, tmp_path)] == [
        {"en": "Boats on the river"},
        {"en": "Bread at six"},
    ]


def test_text_between_a_title_and_its_byline_is_the_deck(tmp_path):
    press = Press()
    press.text(46, 110, "The salt pans", BOLD, 24)
    press.text(46, 136, "How a village lives by the weather", BOLD, 12.5)
    press.text(46, 158, "By Anna Beck", TIMES, 9.6)
    text(press, 190)
    (article,) = articles(press, tmp_path)
    assert (dict(article.deck), article.byline) == ({"en": "How a village lives by the weather"}, ("By Anna Beck",))


@pytest.mark.parametrize("line", ["Dear Friends of Springfield,", "Liebe Freunde,", "Estimados Lectores:"])
def test_a_salutation_under_a_title_is_no_byline(line, tmp_path):
    press = Press()
    press.text(46, 110, "A letter from the harbour", BOLD, 24)
    press.text(46, 150, line, TIMES, 9.6)
    text(press, 180)
    (article,) = articles(press, tmp_path)
    assert not article.byline
    assert article.body["en"][0].text == line


def test_items_with_bullets_are_no_headings(tmp_path):
    press = Press()
    press.text(46, 110, "The salt pans", BOLD, 24)
    bottom = text(press, 140, 0, 4)
    items = ("• Signs of the weather", "• Words of the pilots", "• Boats that came home")
    for at, item in enumerate(items):
        press.text(46, bottom + 30 + 17 * at, item, BOLD, 9.6)
    text(press, bottom + 100, 4, 4)
    (article,) = articles(press, tmp_path)
    assert not any(block.kind == "heading" for block in article.body["en"])


def test_a_line_inside_a_paragraph_is_no_heading(tmp_path):
    press = Press()
    press.text(46, 110, "The salt pans", BOLD, 24)
    bottom = text(press, 140, 0, 4)
    lines = broken(" ".join(scenes.EN[4:7]), TIMES, 9.6, 220, 0, hyphens=False)
    for at, line in enumerate(lines):
        press.text(46, bottom + 30 + 13 * at, line, "Times-Bold" if at == 2 else TIMES, 9.6)
    (article,) = articles(press, tmp_path)
    assert not any(block.kind == "heading" for block in article.body["en"])


def test_centred_text_in_a_box_is_one_paragraph(tmp_path):
    press = Press()
    press.text(46, 90, "The salt pans", BOLD, 24)
    press.canvas.rect(46, press.height - 330, 200, 210)
    at = 0
    for at, line in enumerate(broken(" ".join(scenes.EN[6:9]), TIMES, 9.6, 170, 0, hyphens=False)):
        centred(press, 146, 140 + 13 * at, line)
    assert at > 5
    press.flow([(270, 120, 270, 600)], [("para", paragraph) for paragraph in scenes.EN[:6]], TIMES, 9.6, 13)
    (article,) = articles(press, tmp_path)
    (aside,) = article.asides
    assert aside.texts["en"] == (" ".join(scenes.EN[6:9]),)


def test_the_figures_of_an_axis_and_a_long_key_are_labels(tmp_path):
    press = Press()
    text(press, 80, 0, 4)
    for at in range(6):
        press.picture(120 + 30 * at, 300 - 12 * at, 18, 100 + 12 * at)
        press.text(121 + 30 * at, 412, str(2011 + at), TIMES, 7)
    for at in range(5):
        press.text(96, 300 + 22 * at, f"{500 - 100 * at:,}", TIMES, 7)
    for x, word in ((100, "Salt"), (160, "Herring of the north"), (290, "Wood")):
        if word != "Herring of the north":
            press.picture(x - 8, 425, 5, 5)
        press.text(x, 430, word, TIMES, 7)
    press.picture(100, 405, 220, 1)
    for x in (92, 282):
        press.picture(x, 406, 4, 20)
    text(press, 460, 4, 4)
    (article,) = articles(press, tmp_path)
    assert not article.figures
    assert not article.asides
    assert [block.text for block in article.body["en"]] == scenes.EN[:8]


@pytest.mark.parametrize("label", ["7-45", "1.9", "A-12"])
def test_a_page_may_be_numbered_in_its_chapter(label, tmp_path):
    press = Press()
    text(press, 80)
    press.text(500, 770, label, TIMES, 9)
    (article,) = articles(press, tmp_path)
    assert article.pages == (label,)


@pytest.fixture
def photograph():
    drawn = Image.effect_noise((80, 100), 60)
    return ImageReader(drawn.convert("RGB"))


def test_captions_of_pictures_in_a_row_are_apart_though_hardly_a_blank_is_between(photograph, tmp_path):
    press = Press()
    press.text(46, 90, "Three keepers of the light", BOLD, 24)
    for at, (name, work) in enumerate(
        (("Anna Beck, keeper", "Head of the lighthouse"), ("Tom Hall, pilot", "Boats and their"), ("Li Wei", "Signals"))
    ):
        left = 46 + 83 * at
        press.canvas.drawImage(photograph, left, press.height - 220, 80, 100)
        press.text(left, 230, name, "Times-Italic", 8)
        press.text(left, 240, work, "Times-Italic", 8)
    press.text(129, 250, "ropes", "Times-Italic", 8)
    text(press, 290, 0, 8)
    (article,) = articles(press, tmp_path)
    assert [figure.caption["en"] for figure in article.figures] == [
        "Anna Beck, keeper Head of the lighthouse",
        "Tom Hall, pilot Boats and their ropes",
        "Li Wei Signals",
    ]
    assert not article.asides


def test_a_credit_in_the_row_of_a_caption_is_its_own(photograph, tmp_path):
    press = Press()
    press.text(46, 90, "The salt pans", BOLD, 24)
    press.canvas.drawImage(photograph, 46, press.height - 280, 240, 160)
    press.text(46, 290, "Cows at the old dam", "Times-Italic", 8)
    press.text(222, 290, "Photo: Anna Beck", "Times-Italic", 8)
    text(press, 330, 0, 8)
    (article,) = articles(press, tmp_path)
    (figure,) = article.figures
    assert (figure.caption["en"], figure.credit) == ("Cows at the old dam", "Photo: Anna Beck")


def test_large_words_in_a_row_with_the_date_of_the_issue_are_furniture(tmp_path):
    press = Press()
    press.text(46, 40, "August 2019, number 1", TIMES, 14)
    press.text(420, 40, "LANTERN", BOLD, 20)
    text(press, 110, 0, 8)
    (article,) = articles(press, tmp_path)
    assert not article.title
    assert [block.text for block in article.body["en"]] == scenes.EN[:8]


def test_words_over_the_title_are_furniture(tmp_path):
    press = Press()
    press.text(46, 90, "Field notes", BOLD, 11)
    press.text(46, 130, "The salt pans", BOLD, 24)
    text(press, 160, 0, 8)
    (article,) = articles(press, tmp_path)
    assert dict(article.title) == {"en": "The salt pans"}
    assert [block.text for block in article.body["en"]] == scenes.EN[:8]


def test_a_title_in_two_colours_is_one(tmp_path):
    press = Press()
    press.text(46, 110, "Musicians of", BOLD, 26, grey=0.6)
    press.text(46, 140, "the lower harbour", BOLD, 26)
    text(press, 180, 0, 8)
    (article,) = articles(press, tmp_path)
    assert dict(article.title) == {"en": "Musicians of the lower harbour"}


def test_a_bold_title_in_the_upper_margin_is_no_running_head(tmp_path):
    press = Press()
    press.text(46, 52, "How the harbour of the island", BOLD, 13)
    press.text(46, 68, "Came to its bells", BOLD, 13)
    press.text(46, 84, "Anna Beck, Tom Hall, and Li Wei", BOLD, 9.6)
    text(press, 140, 0, 8)
    (article,) = articles(press, tmp_path)
    assert dict(article.title) == {"en": "How the harbour of the island Came to its bells"}
    assert article.byline == ("Anna Beck, Tom Hall, and Li Wei",)


def test_a_head_beside_the_number_of_the_page_is_no_title(tmp_path):
    press = Press()
    press.text(46, 52, "How the harbour came", BOLD, 13)
    press.text(530, 52, "27", TIMES, 9)
    text(press, 110, 0, 8)
    (article,) = articles(press, tmp_path)
    assert not article.title


@pytest.mark.parametrize("line", ["por Ana Beck", "von Anna Beck", "par Jean Dupont"])
def test_a_large_line_that_names_the_writer_is_a_byline(line, tmp_path):
    press = Press()
    press.text(46, 110, "The salt pans", BOLD, 24)
    press.text(46, 140, line, "Times-Italic", 16)
    text(press, 180, 0, 8)
    (article,) = articles(press, tmp_path)
    assert (dict(article.title), article.byline) == ({"en": "The salt pans"}, (line,))


def test_a_small_name_after_an_article_is_no_caption(tmp_path):
    press = Press()
    press.text(46, 110, "The salt pans", BOLD, 24)
    bottom = text(press, 140, 0, 4)
    press.text(460, bottom + 14, "Anna Beck", "Times-Italic", 8)
    text(press, bottom + 60, 4, 4)
    (article,) = articles(press, tmp_path)
    assert not article.figures


def test_words_in_capitals_under_a_title_are_no_names(tmp_path):
    press = Press()
    press.text(46, 110, "The salt pans", BOLD, 24)
    press.text(46, 140, "HARBOUR NEWS", TIMES, 11)
    text(press, 160, 0, 8)
    (article,) = articles(press, tmp_path)
    assert not article.byline
