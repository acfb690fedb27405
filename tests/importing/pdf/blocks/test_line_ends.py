"""Ends of lines that show where a paragraph ends."""

import pytest

from reader.importing.pdf.blocks.column_block import ColumnBlock
from reader.importing.pdf.blocks.paragraphs import paragraphs_of
from reader.importing.pdf.text_lines.text_line import TextLine
from reader.importing.scripts import LATIN


def line(text, number, right):
    return TextLine(text, 50, right, 100 + 13 * number, 10, "Roman", False, 0, LATIN)


@pytest.mark.parametrize(("end", "count"), [(250, 1), (180, 2)])
def test_a_sentence_at_the_end_of_a_justified_line_ends_no_paragraph_though_other_lines_reach_farther(end, count):
    lines = [
        line("The lamps beside the picture are", 0, 250),
        line("lit from June until the end of May.", 1, end),
        line("Then they are taken down and kept", 2, 250),
        line("in the store below the old bridge until the next year.", 3, 330),
    ]
    found = paragraphs_of([ColumnBlock(tuple(lines), 50, 330)], LATIN)
    assert len(found) == count
