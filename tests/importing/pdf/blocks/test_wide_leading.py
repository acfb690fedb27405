"""Text that is set wide is one block, though other text of the page is not."""

from __future__ import annotations

import pytest

from reader.importing.pdf.blocks.text_blocks import blocks_of
from reader.importing.pdf.blocks.wide_leading import wide_leadings_em
from reader.importing.pdf.text_lines.text_line import TextLine


def column(step, count, top=100.0, right=300.0, last="It ends here."):
    """Returns full lines at a distance, in sizes of 10 points, and a short last one."""
    texts = ["A line of a text that is set wide"] * (count - 1) + [last]
    rights = [right] * (count - 1) + [right - 120]
    return [
        TextLine(text, 60.0 if at else 80.0, end, top + 10 * step * at, 10.0, "Text", False, 0, "latin")
        for at, (text, end) in enumerate(zip(texts, rights, strict=True))
    ]


def counts(lines):
    return [len(block.lines) for block in blocks_of(lines)]


@pytest.mark.parametrize("step", [2.1, 2.3, 2.5])
def test_wide_lines_are_one_block_on_a_page_of_others(step):
    wide = column(step, 6)
    assert counts([*wide, *column(1.3, 5, wide[-1].baseline + 40)]) == [6, 5]


def test_lines_farther_apart_are_none():
    assert counts(column(2.7, 6)) == [1] * 6


def test_few_lines_are_none():
    assert counts(column(2.3, 3)) == [1] * 3


def test_lines_at_uneven_distances_are_none():
    lines = column(2.3, 6)
    moved = [*lines[:3], *column(2.3, 3, lines[3].baseline - 2.0)]
    assert not wide_leadings_em(moved)


def test_lines_that_end_at_other_places_are_none():
    lines = [line for at in range(5) for line in column(2.3, 2, 100 + 23.0 * at, 300 - 30 * at)[:1]]
    assert counts(lines) == [1] * 5


def test_a_short_line_that_ends_no_sentence_is_not_of_the_text():
    assert counts(column(2.3, 6, last="It goes on in the column")) == [5, 1]


def test_columns_beside_each_other_are_two_texts():
    left, right = (
        column(2.3, 6),
        [
            TextLine(line.text, line.left + 260, line.right + 260, line.baseline + 3, 10.0, "Text", False, 0, "latin")
            for line in column(2.3, 6)
        ],
    )
    assert counts([*left, *right]) == [6, 6]
