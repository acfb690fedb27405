"""Columns that begin inside an article."""

import pytest

from reader.importing.pdf.assembling.continued_columns import continued_text
from reader.importing.pdf.blocks.text_blocks import block_of
from reader.importing.pdf.text_lines.text_line import TextLine
from reader.importing.scripts import LATIN


def block(text, left, top, size=10.0):
    lines = [
        TextLine(line, left, left + 200, top + 12 * (at + 1), size, "Roman", False, 0, LATIN)
        for at, line in enumerate(text.splitlines())
    ]
    return block_of(lines)


@pytest.mark.parametrize(
    ("end", "goes_on"), [("and are lit in June.", True), ("and are lit until the end of", False)], ids=["ended", "open"]
)
def test_a_column_goes_on_from_a_text_over_a_title_that_stops_inside_a_sentence(end, goes_on):
    above = block(f"The lamps are old\n{end}", 50, 60)
    title = block("Boats at night", 50, 110, 15.0)
    below = block("The boats of the ferry come\nhome in the night, and", 50, 140)
    head = block("the summer, when the store\nis open for all.", 280, 60)
    found = continued_text(head, [above, below, head], [title])
    assert found is (below if goes_on else None)
