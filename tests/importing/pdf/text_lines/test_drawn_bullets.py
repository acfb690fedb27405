"""Bullets that are drawn as shapes."""

import pytest

from reader.importing.pdf.page.geometry import Box
from reader.importing.pdf.text_lines.drawn_bullets import drawn_bullets, with_drawn_bullets
from reader.importing.pdf.text_lines.text_line import TextLine


def text_line(text, baseline, left=60.0, size=10.0, *, bold=False):
    return TextLine(text, left, left + 5 * len(text), baseline, size, "Text", bold, 0, "latin")


def disc(baseline, left=48.0, side=3.6):
    return Box(left, baseline - 3 - side / 2, left + side, baseline - 3 + side / 2)


LINES = [text_line("The ferry waits", 100), text_line("until it is dark", 114), text_line("A lamp is lit", 128)]


def bulleted(lines, boxes):
    found = drawn_bullets(lines, boxes)
    return [at for at, line in enumerate(lines) if id(line) in found]


def test_small_shapes_before_lines_are_bullets():
    found = drawn_bullets(LINES, [disc(100), disc(128), Box(0, 0, 500, 700)])
    assert [line.text for line in with_drawn_bullets(LINES, found)] == [
        "• The ferry waits",
        "until it is dark",
        "• A lamp is lit",
    ]


@pytest.mark.parametrize(
    "boxes",
    [
        [disc(100)],
        [disc(100), disc(128, side=2.0)],
        [disc(100, left=10), disc(128, left=10)],
        [disc(90), disc(118)],
        [disc(100, side=9.0, left=45), disc(128, side=9.0, left=45)],
        [Box(40, 96, 56, 98), Box(40, 124, 56, 126)],
        [disc(100 + 0.01 * at) for at in range(500)],
    ],
)
def test_shapes_that_are_alone_unlike_far_away_low_or_large_are_none(boxes):
    assert bulleted(LINES, boxes) == []


def test_a_shape_between_words_is_none():
    lines = [*LINES, text_line("Ferries", 100, left=8), text_line("Lamps", 128, left=18)]
    assert bulleted(lines, [disc(100), disc(128)]) == []


def test_shapes_before_large_or_bold_lines_adorn_headings():
    heads = [text_line("Ferry", 40, size=16), text_line("Lamp", 200, bold=True)]
    assert bulleted([*heads, *LINES], [disc(40), disc(200), disc(100), disc(128)]) == [2, 4]
