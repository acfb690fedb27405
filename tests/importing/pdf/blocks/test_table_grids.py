"""Lines that may be the cells of a table without rules."""

from reader.importing.pdf.blocks.table_grids import table_grids_of
from reader.importing.pdf.text_lines.text_line import TextLine


def test_lines_without_any_width_are_no_table():
    assert (
        table_grids_of([TextLine("|", 50, 50, 100 + 12 * at, 10, "F", False, 0, "latin") for at in range(9)], ()) == []
    )
