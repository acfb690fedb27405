"""Kinds of headlines, such as short ones whose words are in their text, and of short lines."""

import pytest

from tests.importing import scenes
from tests.importing.pdf.test_magazine_kinds import articles, text
from tests.importing.pdf.test_newsletter_kinds import blocks
from tests.importing.press import BOLD, TIMES, Press, width


@pytest.mark.parametrize("head", ["Salt pans", "The island harbour"])
def test_a_short_head_in_a_column_may_be_of_words_of_its_text(head, tmp_path):
    press = Press()
    press.text(46, 90, "The winter boats", BOLD, 26)
    bottom = text(press, 130, 0, 3)
    press.text(46, bottom + 30, head, TIMES, 15)
    press.flow([(46, bottom + 52, 480, 120)], [("para", f"{head} are known to all. {scenes.EN[4]}")], TIMES, 9.6, 13)
    (article,) = articles(press, tmp_path)
    assert [words for kind, words in blocks(article) if kind == "heading"] == [head]
    assert not article.asides


def test_heads_over_the_names_of_their_writers_are_titles_under_a_large_masthead(tmp_path):
    press = Press()
    press.text(200, 60, "The Journal", BOLD, 50)
    press.rule(46, 74, 546)
    press.text(46, 86, "Vol. I, No. 1", TIMES, 9)
    press.text(250, 86, "17 December 2024", TIMES, 9)
    press.rule(46, 91, 546)
    for at, (left, head, name) in enumerate(
        [(46, "Salt of the island", "By Anna Berg"), (306, "The harbour clock", "Por JOSÉ LIMA")]
    ):
        press.text(left + 40, 118, head, TIMES, 13.7)
        press.text(left + 60, 136, name, BOLD, 8)
        press.flow(
            [(left, 160, 240, 500)], [("para", words) for words in scenes.EN[6 * at : 6 * at + 6]], TIMES, 9.6, 12
        )
    found = articles(press, tmp_path)
    assert [(article.title.get("en"), article.byline) for article in found] == [
        ("Salt of the island", ("By Anna Berg",)),
        ("The harbour clock", ("Por JOSÉ LIMA",)),
    ]


def test_a_line_on_the_writers_may_be_of_several_names_or_lines(tmp_path):
    for lines in (["von Anna Beck, Tomas Hall, Maria Lind"], ["por", "Ana", "Beck"]):
        press = Press()
        press.text(46, 90, "The winter boats", BOLD, 26)
        for at, line in enumerate(lines):
            press.text(46, 120 + 16 * at, line, TIMES, 9.6 if len(lines) == 1 else 13)
        text(press, 190, 0, 6)
        (article,) = articles(press, tmp_path)
        assert article.byline == (" ".join(lines),)


def test_a_head_in_the_style_of_headings_below_it_is_one(tmp_path):
    press = Press()
    press.text(46, 90, "The winter boats", BOLD, 26)
    press.text(46, 118, "von Anna Beck", TIMES, 9.6)
    y = 150.0
    for at, head in enumerate(("Boats", "Harbours", "Bells")):
        press.text(46, y, head, TIMES, 15)
        y = text(press, y + 22, 2 * at, 2) + 30
    (article,) = articles(press, tmp_path)
    assert [words for kind, words in blocks(article) if kind == "heading"] == ["Boats", "Harbours", "Bells"]


def test_large_text_under_the_title_of_another_column_is_no_deck(tmp_path):
    press = Press()
    press.text(46, 90, "Winter boats", BOLD, 26)
    press.flow([(46, 120, 220, 400)], [("para", paragraph) for paragraph in scenes.EN[:5]], TIMES, 9.6, 13)
    press.text(320, 110, "Closed in May", TIMES, 11.5)
    press.text(320, 126, "and in June", TIMES, 11.5)
    (article,) = articles(press, tmp_path)
    assert not article.deck


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (("Rowers 5:12-19", "Matins 4:1-11"), 2),
        (("Anna Beck", "Tomas Hall", "Maria Lind keeps the door of the hall"), 3),
        (("Anna Beck leads the choir", "of the island, and", "Maria Lind keeps the door"), 1),
    ],
)
def test_short_lines_that_were_ended_by_hand_are_paragraphs(lines, count, tmp_path):
    press = Press()
    press.text(46, 90, "The winter boats", BOLD, 26)
    bottom = text(press, 130, 0, 3)
    for at, line in enumerate(lines):
        press.text(46, bottom + 28 + 13 * at, line, TIMES, 9.6)
    (article,) = articles(press, tmp_path)
    assert len(article.body["en"]) == 3 + count


def test_the_number_of_an_issue_under_a_masthead_is_furniture(tmp_path):
    press = Press()
    press.text(200, 60, "The Journal", BOLD, 50)
    press.rule(46, 74, 546)
    press.text(46, 86, "No. 4, 2024", TIMES, 8)
    press.rule(46, 91, 546)
    for left, head, name in ((46, "Salt of the island", "By Anna Berg"), (306, "The harbour clock", "Por JOSÉ LIMA")):
        press.text(left + 40, 118, head, TIMES, 13.7)
        press.text(left + 60, 136, name, BOLD, 8)
        press.flow([(left, 160, 240, 500)], [("para", words) for words in scenes.EN[:6]], TIMES, 9.6, 12)
    assert not any(found.figures for found in articles(press, tmp_path))


def test_a_centred_quotation_of_many_lines_is_no_running_text(tmp_path):
    press = Press()
    press.text(46, 90, "The winter boats", BOLD, 26)
    for left in (46, 390):
        press.flow([(left, 120, 160, 400)], [("para", words) for words in scenes.EN[:6]], TIMES, 9.6, 13)
    lines = ("The harbour", "bell is rung when", "fog comes in over", "the long island", "of salt.")
    for at, line in enumerate(lines):
        press.text(298 - width(line, BOLD, 15) / 2, 200 + 19 * at, line, BOLD, 15)
    (article,) = articles(press, tmp_path)
    assert [aside.kind for aside in article.asides] == ["pullquote"]
