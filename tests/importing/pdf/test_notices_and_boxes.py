"""Kinds of newsletters: lines ended by hand, rules between texts, and boxed articles like those beside them."""

import pytest

from reader.importing.pdf.page.document import PdfDocument
from reader.importing.pdf.pipeline import file_page
from tests.importing import scenes
from tests.importing.pdf.test_magazine_kinds import articles, text
from tests.importing.pdf.test_newsletter_kinds import blocks, set_lines
from tests.importing.press import BOLD, TIMES, Press, broken, width

CLASSES = [
    "Monday evening class – Nets and knots – Ask Anna at the net loft, anna@example.org",
    "Tuesday evening class – Tides and stars – Ask Tom Hall on the pier, tom@example.org",
    "Sunday morning class – Salt for beginners – Ask Wei Li, wei@example.org",
]


def paragraphs(article):
    return [words for _, words in blocks(article)]


def page_with(lines, tmp_path, picture_at=0):
    press = Press()
    press.text(46, 90, "The salt pans", BOLD, 24)
    bottom = text(press, 120, 0, 3)
    if picture_at:
        press.picture(picture_at, bottom + 30, 526 - picture_at, 50)
    set_lines(press, 46, bottom + 40, lines)
    text(press, bottom + 130, 3, 3)
    (article,) = articles(press, tmp_path)
    return paragraphs(article)[3:-3]


def test_lines_with_room_on_the_page_are_paragraphs_though_they_fill_their_block(tmp_path):
    assert page_with(CLASSES, tmp_path) == CLASSES


def test_lines_beside_a_picture_have_no_room(tmp_path):
    edge = 46 + max(width(line, TIMES, 9.6) for line in CLASSES) + 8
    assert page_with(CLASSES, tmp_path, picture_at=edge) == [" ".join(CLASSES)]


def test_a_line_after_a_label_and_its_content_is_a_paragraph(tmp_path):
    told = broken(scenes.EN[8], TIMES, 9.6, 200, 0, hyphens=False)
    lines = ["Subject: the first salt", "Time: Sunday at nine", *told]
    assert page_with(lines, tmp_path) == [*lines[:2], scenes.EN[8]]


def test_a_list_after_a_label_goes_on_after_a_comma(tmp_path):
    told = [
        "Fee: all grown people five crowns,",
        *broken("Children two. " + scenes.EN[8], TIMES, 9.6, 200, 0, hyphens=False),
    ]
    assert page_with(told, tmp_path) == [" ".join(told)]


@pytest.mark.parametrize(("beyond", "are_apart"), [(8, True), (0, False)])
def test_a_rule_between_two_texts_parts_them_and_an_underline_does_not(beyond, are_apart, tmp_path):
    press = Press()
    press.text(46, 90, "The salt pans", BOLD, 24)
    words = " ".join(scenes.EN[:4]).replace(". ", ", ")
    lines = broken(words, TIMES, 9.6, 300, 0, hyphens=False)
    at = 3
    set_lines(press, 46, 130, lines)
    right = 46 + max(width(line, TIMES, 9.6) for line in lines[at - 1 : at + 1])
    press.rule(46 - beyond, 130 + 13 * at - 10.5, right + beyond)
    (article,) = articles(press, tmp_path)
    assert len(article.body["en"]) == 1
    (page,) = file_page(PdfDocument(str(tmp_path / "page.pdf")), 1).printed
    bodies = [region for region in page.regions if region.role == "body"]
    assert len(bodies) == (2 if are_apart else 1)


@pytest.mark.parametrize(("font", "count"), [(BOLD, 3), ("Courier-Bold", 2)])
def test_a_box_with_a_headline_as_those_beside_it_holds_an_article(font, count, tmp_path):
    press = Press()
    press.text(46, 90, "The salt pans", BOLD, 20)
    text(press, 120, 0, 4)
    press.picture(36, 400, 250, 240, grey=0.9)
    press.text(46, 430, "Boats at the pier", font, 21)
    press.flow([(46, 456, 230, 170)], [("para", words) for words in scenes.EN[4:6]], TIMES, 9.6, 13)
    press.text(306, 430, "Nets and knots", BOLD, 21)
    press.flow([(306, 456, 230, 170)], [("para", words) for words in scenes.EN[6:8]], TIMES, 9.6, 13)
    found = articles(press, tmp_path)
    assert len(found) == count
    assert sum(len(article.asides) for article in found) == (0 if font == BOLD else 1)
