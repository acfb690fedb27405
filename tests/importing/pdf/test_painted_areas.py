"""Painted areas that nobody sees, and boxes that are drawn as four rules."""

from __future__ import annotations

from reader.importing.pdf.page.geometry import Box
from reader.importing.pdf.page.rules import drawn_frames
from reader.importing.pdf.pipeline import read_pdf
from tests.importing import scenes
from tests.importing.press import TIMES, Press

SIDES = [(46, 500, 440, 1), (46, 579, 440, 1), (46, 500, 1, 80), (485, 500, 1, 80)]
"""Four thin areas that close in a box: left, top, width and height in points."""


def article_of(press, tmp_path):
    path = tmp_path / "page.pdf"
    path.write_bytes(press.data())
    (article,) = read_pdf(str(path)).articles
    return article


def grounds_of_lines(press, grey):
    """Paints the ground of thirty lines, those of the second text indented further."""
    for at in range(30):
        left = 46 + 18 * (at % 5 > 0)
        press.picture(left, 71 + 13 * at, 486 - left, 13, grey=grey)


def test_grounds_of_lines_in_the_colour_of_the_paper_are_no_table(tmp_path):
    press = Press()
    grounds_of_lines(press, 1.0)
    press.flow([(46, 80, 440, 390)], [("para", text) for text in scenes.EN[:10]], TIMES, 9.6, 13)
    article = article_of(press, tmp_path)
    assert [block.text for block in article.body["en"]] == scenes.EN[:10]
    assert not article.asides


def test_grounds_of_lines_in_the_colour_of_a_coloured_page_are_no_table(tmp_path):
    press = Press()
    press.picture(0, 0, 595, 808, grey=0.8)
    grounds_of_lines(press, 0.8)
    press.flow([(46, 80, 440, 390)], [("para", text) for text in scenes.EN[:10]], TIMES, 9.6, 13)
    article = article_of(press, tmp_path)
    assert [block.text for block in article.body["en"]] == scenes.EN[:10]


def test_four_rules_are_the_frame_of_a_sidebar(tmp_path):
    press = Press()
    for side in SIDES:
        press.picture(*side, grey=0.0)
    press.flow([(46, 80, 440, 390)], [("para", text) for text in scenes.EN[:10]], TIMES, 9.6, 13)
    press.flow([(60, 520, 410, 60)], [("para", text) for text in scenes.EN[10:12]], TIMES, 9.6, 13)
    article = article_of(press, tmp_path)
    assert [block.text for block in article.body["en"]] == scenes.EN[:10]
    assert [aside.kind for aside in article.asides] == ["sidebar"]


def boxes(*sides):
    return [Box(left, top, left + wide, top + high) for left, top, wide, high in sides]


def test_a_frame_is_closed_by_four_rules_in_any_pieces():
    (frame,) = drawn_frames(boxes(*SIDES))
    assert Box(44, 498, 488, 582).holds(frame)
    upper = [(46, 500, 200, 1), (246, 500, 240, 1)]
    assert drawn_frames(boxes(*upper, *SIDES[1:])) == [frame]


def test_an_open_frame_and_one_with_rows_are_none():
    assert not drawn_frames(boxes(*SIDES[:3]))
    assert not drawn_frames(boxes(*SIDES, (46, 540, 440, 1)))
    assert not drawn_frames(boxes((46, 500, 300, 1), *SIDES[1:]))
