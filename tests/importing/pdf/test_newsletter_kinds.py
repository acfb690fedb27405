"""Kinds of newsletters: notes in little text, signatures, numbered entries, notices, boxes, and names in two sizes."""

import pytest

from tests.importing import scenes
from tests.importing.pdf.test_magazine_kinds import articles, centred, text
from tests.importing.press import BOLD, TIMES, Press, broken, width

ITALIC = "Times-Italic"


def blocks(article):
    return [(block.kind, block.text) for block in article.body["en"]]


def set_lines(press, x, y, lines, font=TIMES, size=9.6, step=13):
    for at, line in enumerate(lines):
        press.text(x, y + step * at, line, font, size)
    return y + step * (len(lines) - 1)


def test_much_small_print_under_a_rule_is_not_the_running_text(tmp_path):
    press = Press()
    press.text(46, 90, "Salt and rules", BOLD, 20)
    press.flow([(46, 120, 480, 160)], [("para", paragraph) for paragraph in scenes.EN[6:10]], TIMES, 10.6, 14)
    press.rule(46, 560, 200)
    notes = broken(" ".join(scenes.EN[1:6]), TIMES, 7, 480, 0, hyphens=False)
    set_lines(press, 46, 572, [f"1 {notes[0]}", *notes[1:]], size=7, step=9)
    (article,) = articles(press, tmp_path)
    assert blocks(article) == [("para", paragraph) for paragraph in scenes.EN[6:10]]


@pytest.mark.parametrize(("size", "font"), [(9.0, TIMES), (9.6, "Times-Bold")])
def test_a_paragraph_that_goes_on_in_another_size_or_weight_is_one(size, font, tmp_path):
    press = Press()
    press.text(46, 90, "The salt pans", BOLD, 24)
    whole = " ".join(scenes.EN[:5]).replace(". ", ", ")
    lines = broken(whole, TIMES, 9.6, 240, 0, hyphens=False)
    at = next(at for at in range(4, len(lines) - 2) if lines[at][0].islower() and lines[at + 1][0].islower())
    set_lines(press, 46, 130, lines[:at])
    y = 130 + 13 * at
    press.text(46, y, lines[at], font, size)
    set_lines(press, 46, y + 13, lines[at + 1 :], size=size if font == TIMES else 9.6)
    (article,) = articles(press, tmp_path)
    assert blocks(article) == [("para", whole)]


def test_a_name_in_bold_under_a_text_and_over_a_heading_heads_nothing(tmp_path):
    press = Press()
    press.text(46, 90, "The salt pans", BOLD, 24)
    bottom = text(press, 120, 0, 3)
    press.text(46, bottom + 26, "Anna Beck", "Times-Bold", 9.6)
    press.text(46, bottom + 62, "Boats on the river", "Times-Bold", 12)
    text(press, bottom + 80, 3, 3)
    (article,) = articles(press, tmp_path)
    assert [words for kind, words in blocks(article) if kind == "heading"] == ["Boats on the river"]


def test_a_name_at_the_right_edge_under_a_portrait_is_no_part_of_the_text(tmp_path):
    press = Press()
    press.text(46, 90, "The salt pans", BOLD, 24)
    bottom = text(press, 120, 0, 3)
    press.picture(470, bottom + 20, 50, 60)
    name = "Dr Anna Beck, Harbour Office"
    press.text(526 - width(name, TIMES, 9.6), bottom + 100, name, TIMES, 9.6)
    text(press, bottom + 130, 3, 3)
    (article,) = articles(press, tmp_path)
    assert [words for kind, words in blocks(article) if kind == "para"] == scenes.EN[:6]


def test_numbered_entries_in_another_font_are_headings_wherever_their_text_is(tmp_path):
    press = Press()
    y, number = 90, 1
    for x in (46, 310):
        y = 90
        for _ in range(3):
            press.text(x + 12, y, f"{number}. Heron of the {'north' if number % 2 else 'south'}", ITALIC, 9.6)
            y = press.flow([(x, y + 22, 240, 120)], [("para", scenes.EN[number])], TIMES, 9.6, 13) + 24
            number += 1
    (article,) = articles(press, tmp_path)
    assert [kind for kind, _ in blocks(article)] == ["heading", "para"] * 6


def test_gaps_beside_each_other_by_chance_divide_no_columns(tmp_path):
    press = Press()
    for x, first in ((46, 0), (310, 4)):
        y = press.flow([(x, 90, 240, 100)], [("para", scenes.EN[first])], TIMES, 9.6, 13)
        y = press.flow([(x, max(y, 140) + 22, 240, 100)], [("para", scenes.EN[first + 1])], TIMES, 9.6, 13)
    press.text(46, 330, "Boats on the river", BOLD, 12)
    text(press, 352, 8, 4)
    (article,) = articles(press, tmp_path)
    whole = " ".join(words for kind, words in blocks(article) if kind == "para")
    assert whole.startswith(" ".join(scenes.EN[at] for at in (0, 1, 4, 5)))


def test_the_lines_of_a_notice_are_paragraphs(tmp_path):
    press = Press()
    press.text(46, 90, "The salt pans", BOLD, 24)
    bottom = text(press, 120, 0, 3)
    notice = ["Date: 3 May", "Place: the old harbour", "Fee: none", "Deadline: 1 May"]
    set_lines(press, 46, bottom + 40, notice)
    text(press, bottom + 120, 3, 3)
    (article,) = articles(press, tmp_path)
    assert [words for _, words in blocks(article)] == [*scenes.EN[:3], *notice, *scenes.EN[3:6]]


def test_a_heading_may_have_a_label_or_a_colon(tmp_path):
    press = Press()
    press.text(46, 90, "The salt pans", BOLD, 24)
    heads = [
        "Harbour: a walk along the pans",
        "We thank all who came:",
        "Concert, Sat. 14 May, 20:00, in the church of St. Anna by the harbour",
    ]
    y = 120.0
    for at, head in enumerate(heads):
        press.text(46, y, head, "Times-Bold", 9.6)
        y = text(press, y + 14, 2 * at, 2) + 30
    (article,) = articles(press, tmp_path)
    assert [words for kind, words in blocks(article) if kind == "heading"] == heads


def test_a_centred_line_a_little_smaller_than_the_text_is_a_heading(tmp_path):
    press = Press()
    bottom = text(press, 90, 0, 3)
    centred(press, 286, bottom + 36, "Faults of the pilots (part 2)", TIMES, 8.8)
    text(press, bottom + 58, 3, 3)
    (article,) = articles(press, tmp_path)
    assert [words for kind, words in blocks(article) if kind == "heading"] == ["Faults of the pilots (part 2)"]


def test_a_name_of_two_sizes_over_the_date_is_no_title(tmp_path):
    press = Press()
    press.text(46, 70, "Lamp and", BOLD, 42)
    press.text(260, 70, "Salt", BOLD, 60)
    press.text(60, 100, "The letters of the harbour", BOLD, 18)
    press.text(160, 126, "August 2024", BOLD, 14)
    press.text(46, 170, "News of the month", BOLD, 16)
    text(press, 190)
    (article,) = articles(press, tmp_path)
    assert dict(article.title) == {"en": "News of the month"}
    assert not article.byline


@pytest.mark.parametrize("label", ["vii", "iv", "xii"])
def test_a_page_before_the_first_chapter_has_a_roman_number(label, tmp_path):
    press = Press()
    text(press, 80)
    press.text(500, 770, label, TIMES, 9)
    (article,) = articles(press, tmp_path)
    assert article.pages == (label,)


def test_a_byline_may_be_under_the_deck_on_a_ground(tmp_path):
    press = Press()
    press.picture(0, 40, 595, 220, grey=0.85)
    press.text(46, 90, "Salt from the sky", BOLD, 30)
    press.text(46, 140, "How a village lives by the weather", BOLD, 16)
    press.text(46, 190, "Xaver Keller", TIMES, 11)
    text(press, 300)
    (article,) = articles(press, tmp_path)
    assert article.byline == ("Xaver Keller",)


def test_the_lines_of_a_wide_box_over_two_boxes_are_not_divided(tmp_path):
    press = Press()
    for x, y, wide, high in ((40, 80, 508, 80), (40, 170, 224, 220), (270, 170, 278, 220)):
        press.canvas.rect(x, press.height - y - high, wide, high)
    for frame, first in (((52, 96, 480, 60), 0), ((52, 186, 200, 190), 2), ((282, 186, 250, 190), 4)):
        press.flow([frame], [("para", scenes.EN[first])], TIMES, 9.6, 13)
    (article,) = articles(press, tmp_path)
    assert [words for _, words in blocks(article)] == [scenes.EN[at] for at in (0, 2, 4)]
