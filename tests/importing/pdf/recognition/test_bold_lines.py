"""Bold lines of scans, and lines that only begin with bold words."""

import pytest

from reader.importing.pdf.page.geometry import Box
from reader.importing.pdf.recognition.bold_lines import bold_lines
from reader.importing.pdf.recognition.recognised_line import LineInk, RecognisedLine

RIGHT = 290.0
WORDS = "the boats carry salt over the lake and come back"


def line(foot, *, bold=False, left=40.0, right=RIGHT, text=WORDS):
    box = Box(left, foot - 9, right, foot + 2)
    return RecognisedLine(text, box, LineInk(box, foot, 1.1 if bold else 0.7))


def column(*lines):
    """Returns the numbers of the bold lines; six others are far under them."""
    page = [*lines, *(line(foot) for foot in range(400, 490, 15))]
    return [at for at, is_bold in enumerate(bold_lines(page, [10.0] * len(page))) if is_bold]


def test_a_line_with_thick_strokes_is_bold():
    assert column(line(100), line(115, bold=True, right=120), line(130)) == [1]


@pytest.mark.parametrize("indent", [0, 20])
def test_a_line_that_begins_with_bold_words_is_not(indent):
    assert column(line(100, bold=True, left=40 + indent), line(115, right=200)) == []


def test_two_lines_of_bold_words_may_begin_a_paragraph():
    assert column(line(100, bold=True), line(115, bold=True), line(130), line(145, right=90)) == []


@pytest.mark.parametrize(
    ("heading", "step"),
    [({"right": 200}, 15), ({}, 24), ({"text": "The boats come home at last:"}, 15), ({"left": 90}, 15)],
    ids=["ends before the edge", "is apart", "introduces", "is in the middle"],
)
def test_a_bold_line_is_a_heading_if_it(heading, step):
    assert column(line(100, bold=True, **heading), line(100 + step)) == [0]


def test_a_bold_line_with_the_edge_of_no_other_is_a_heading():
    lines = [line(100, bold=True), *(line(foot, right=250 + foot % 7) for foot in range(115, 200, 15))]
    assert bold_lines(lines, [10.0] * len(lines))[0]
