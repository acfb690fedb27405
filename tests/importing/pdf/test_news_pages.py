"""Kinds of pages of news and journals: headlines with decks, columns in two sizes, small heads in capitals, photographs."""

import pytest

from reader.importing.pdf.blocks.text_blocks import blocks_of
from reader.importing.pdf.roles.authors import is_dated_byline
from reader.importing.pdf.roles.regions import Region
from reader.importing.pdf.roles.smaller_columns import with_smaller_columns
from reader.importing.pdf.text_lines.text_line import TextLine
from tests.importing import scenes
from tests.importing.pdf.test_magazine_kinds import articles, text
from tests.importing.pdf.test_newsletter_kinds import blocks, set_lines
from tests.importing.press import BOLD, TIMES, Press, broken, width

ITALIC = "Times-Italic"


def column(press, left, top, wide, start, count, size=9.6):
    items = [("para", paragraph) for paragraph in scenes.EN[start : start + count]]
    return press.flow([(left, top, wide, 300)], items, TIMES, size, 13)


def test_headlines_with_decks_under_the_name_of_a_newspaper_are_titles(tmp_path):
    press = Press()
    press.text(150, 60, "HARBOUR TIMES", BOLD, 40)
    for y, start, head, deck in [(110, 0, "Salt again", "From the old pans"), (400, 3, "Boats at last", "A calm week")]:
        press.text(46, y, head, BOLD, 22)
        press.text(46, y + 17, deck, TIMES, 14)
        column(press, 46, y + 42, 300, start, 3)
    found = articles(press, tmp_path)
    assert [article.title.get("en") for article in found] == ["Salt again", "Boats at last"]


def test_a_column_in_a_smaller_size_under_a_headline_is_running_text(tmp_path):
    press = Press()
    press.text(46, 90, "Salt from the pans", BOLD, 24)
    column(press, 46, 120, 300, 0, 6, 11)
    press.text(376, 90, "In short", BOLD, 24)
    bottom = column(press, 376, 120, 170, 6, 1, 10)
    press.picture(400, bottom + 10, 100, 60)
    column(press, 376, bottom + 90, 170, 7, 1, 10)
    found = articles(press, tmp_path)
    assert [block for article in found for block in blocks(article)] == [("para", words) for words in scenes.EN[:8]]
    assert not any(article.figures for article in found)


def small_column(text_below):
    lines = [
        ("Short news", 100, 24.0),
        *((line, 120 + 13 * at, 10.0) for at, line in enumerate(("One", "two", "three"))),
    ]
    lines += [("Text of the usual size", 200 + 13 * at, 11.0) for at in range(4)] if text_below else []
    made = [TextLine(words, 40, 300, y, size, "Times", False, 0, "latin") for words, y, size in lines]
    return [Region(block, "body" if block.size == 11 else None) for block in blocks_of(made)]


@pytest.mark.parametrize(("text_below", "role"), [(False, "body"), (True, None)])
def test_small_print_between_a_headline_and_the_running_text_is_no_column(text_below, role):
    regions = with_smaller_columns(small_column(text_below), {"latin": 11.0})
    assert [region.role for region in regions][:2] == [None, role]


def test_an_article_on_a_ground_as_wide_as_the_text_beside_it_is_one(tmp_path):
    press = Press()
    press.text(46, 60, "Winter boats", BOLD, 24)
    frames = [(46, 90, 232, 250), (300, 90, 232, 250)]
    press.flow(frames, [("para", words) for words in scenes.EN[:10]], TIMES, 9.6, 13)
    press.picture(0, 430, 595, 300, grey=0.85)
    press.text(46, 470, "Salt from the pans", BOLD, 20)
    press.text(46, 486, "By Anna Beck", ITALIC, 8)
    frames = [(46, 510, 232, 80), (300, 510, 232, 80)]
    press.flow(frames, [("para", words) for words in scenes.EN[10:14]], TIMES, 9.6, 13)
    found = articles(press, tmp_path)
    assert [article.title.get("en") for article in found] == ["Winter boats", "Salt from the pans"]
    assert found[1].byline == ("By Anna Beck",)
    assert not any(article.asides for article in found)


@pytest.mark.parametrize(
    ("line", "is_head"), [("THE SALT PANS", True), ("SALT", False), ("THE SALT PANS, 1998.", False)]
)
def test_a_few_small_capitals_right_over_text_head_it(line, is_head, tmp_path):
    press = Press()
    press.text(46, 90, "Winter boats", BOLD, 26)
    bottom = text(press, 130, 0, 3)
    press.text(46, bottom + 30, line, TIMES, 7.4)
    column(press, 46, bottom + 46, 240, 3, 3)
    (article,) = articles(press, tmp_path)
    assert (("heading", line) in blocks(article)) is is_head


def test_emphasised_words_that_end_a_paragraph_in_a_line_of_their_own_head_nothing(tmp_path):
    press = Press()
    press.text(46, 90, "Winter boats", BOLD, 26)
    lines = broken(scenes.EN[0].rstrip("."), TIMES, 9.6, 240, 0, hyphens=False)[:4]
    y = set_lines(press, 46, 130, lines) + 13
    words, source = "as we said it", "in a Letter to the Mayor and the people of"
    press.text(46, y, words, TIMES, 9.6)
    left = 46 + width(words + " ", TIMES, 9.6)
    press.text(left, y, source, ITALIC, 9.6)
    press.text(46, y + 13, "Salt Island, May 1998", ITALIC, 9.6)
    text(press, y + 40, 3, 3)
    (article,) = articles(press, tmp_path)
    assert all(kind == "para" for kind, _ in blocks(article))
    assert blocks(article)[0][1].endswith("the people of Salt Island, May 1998")


def test_a_plain_title_a_little_larger_than_the_text_may_be_of_its_words(tmp_path):
    press = Press()
    title = f"On {scenes.EN[0].split(',')[0].rstrip('.')}"[:60].rsplit(" ", 1)[0]
    press.text(46, 90, title, TIMES, 13)
    press.text(46, 112, "Anna Beck", TIMES, 8)
    press.flow(
        [(46, 170, 232, 500), (300, 170, 232, 500)], [("para", words) for words in scenes.EN[:12]], TIMES, 10, 13
    )
    (article,) = articles(press, tmp_path)
    assert article.title == {"en": title}
    assert article.byline == ("Anna Beck",)


def test_a_head_of_capitalised_words_over_small_print_is_no_signature(tmp_path):
    press = Press()
    press.text(46, 90, "Winter boats", BOLD, 26)
    bottom = text(press, 130, 0, 4)
    press.text(200, bottom + 40, "Harbour Salt Reflection", BOLD, 12)
    small = broken(" ".join(scenes.EN[5:12]), TIMES, 8, 480, 0, hyphens=False)
    set_lines(press, 46, bottom + 66, small, size=8, step=10)
    (article,) = articles(press, tmp_path)
    assert not article.byline


def test_the_captions_of_a_page_with_a_large_photograph_are_not_its_running_text(tmp_path):
    press = Press((1000, 700))
    press.picture(20, 20, 460, 560)
    words = "A ferry at the pier of the island in the snow of last winter; two men"
    set_lines(press, 60, 600, [words, "wait with a lamp in their hands for the mail from the harbour"], size=8, step=10)
    items = [("para", paragraph) for paragraph in scenes.EN[:10]]
    press.flow([(540, 60, 400, 560)], items, TIMES, 12, 15)
    press.text(40, 670, "4", TIMES, 12)
    press.text(950, 670, "5", TIMES, 12)
    found = articles(press, tmp_path)
    texts = [words for article in found for _, words in blocks(article)]
    assert not any("ferry at the pier" in text for text in texts)
    assert any("ferry at the pier" in figure.caption["en"] for article in found for figure in article.figures)


def test_all_headlines_under_the_dated_name_of_a_newsletter_are_titles_with_the_names_of_their_writers(tmp_path):
    press = Press()
    press.text(150, 110, "The Old Harbour", BOLD, 36)
    press.text(430, 60, "Volume 31, Issue 3", TIMES, 10)
    for y, start, head, name in [(180, 0, "Salt again", "Anna Beck"), (470, 3, "Boats at last", "Karl Marsh")]:
        press.text(46, y, head, TIMES, 13)
        press.text(46, y + 14, f"March 2014 – {name}", TIMES, 8)
        column(press, 46, y + 30, 480, start, 3)
    found = articles(press, tmp_path)
    assert [article.title.get("en") for article in found] == ["Salt again", "Boats at last"]
    assert [article.byline for article in found] == [("March 2014 – Anna Beck",), ("March 2014 – Karl Marsh",)]


@pytest.mark.parametrize("text", ["12 May – Anna Beck and Karl Marsh", "Anna Beck | May 2014"])
def test_a_date_beside_names_is_a_byline(text):
    assert is_dated_byline(text)


@pytest.mark.parametrize("text", ["May 2014", "12 May – all boats in the harbour", "Anna Beck – Karl Marsh"])
def test_a_date_beside_anything_else_is_none(text):
    assert not is_dated_byline(text)


def test_a_date_apart_over_all_text_is_furniture_though_it_is_as_large(tmp_path):
    press = Press()
    press.text(46, 110, "Old Harbour", BOLD, 48)
    press.text(250, 150, "Winter 2025", TIMES, 9.6)
    column(press, 46, 190, 480, 0, 5)
    (article,) = articles(press, tmp_path)
    assert list(blocks(article)) == [("para", words) for words in scenes.EN[:5]]
