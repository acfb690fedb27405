"""Labels of diagrams, and bold words beside many shapes that begin or head running text."""

import pytest

from reader.importing.pdf.blocks.diagrams import labels_of
from reader.importing.pdf.page.geometry import Box
from reader.importing.pdf.text_lines.printed_pages import PrintedPage
from reader.importing.pdf.text_lines.text_line import TextLine


def line(text, left, right, baseline, *, bold=False):
    return TextLine(text, left, right, baseline, 10.0, "Bold" if bold else "Text", bold, 0, "latin")


def words_at_shapes(*heads):
    """Returns the labels among words at many shapes, a long text, and more lines."""
    shapes = tuple(Box(x, y, x + 5, y + 5) for x in range(20, 590, 6) for y in range(10, 160, 6))
    labels = [line("pans", 30.0 + 90 * at, 50.0 + 90 * at, 40) for at in range(6)]
    text = line("the pans along the coast lie dry until the boats of the island come", 60, 330, 120)
    page = PrintedPage("1", 0, 595, 842, (), shapes, (), 1, shapes, False)
    return [block.text for block in labels_of([*labels, text, *heads], page, (), 10.0)]


def test_short_words_at_shapes_are_labels():
    assert words_at_shapes() == ["pans"] * 6


@pytest.mark.parametrize(
    "head",
    [
        line("Salt and boats", 160, 230, 104, bold=True),  # in a bar over the middle of the text
        line("Salt", 34, 56, 120, bold=True),  # at the beginning of its line
    ],
)
def test_bold_words_that_head_or_begin_a_text_are_none(head):
    assert words_at_shapes(head) == ["pans"] * 6
