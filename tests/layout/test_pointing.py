"""Maps from a cell of a line to its character and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.layout.item import Cell, Item
from reader.layout.piece import ORNAMENT, Line, Piece
from reader.layout.pointing import cell_of, offset_at
from reader.layout.setting import set_cell
from reader.layout.typesetting import Typesetting
from reader.layout.width import cell_width
from reader.model.text import Prose
from tests.drawing import examples

LINE = Line((Piece("▎ "), Piece("水a", 10), Piece(" "), Piece("泉", 12)))


@pytest.mark.parametrize(
    ("cell", "offset"), [(-5, 10), (0, 10), (2, 10), (3, 10), (4, 11), (5, 12), (6, 12), (7, 12), (8, 13), (99, 13)]
)
def test_a_cell_is_of_a_character(cell: int, offset: int) -> None:
    assert offset_at(LINE, cell) == offset


def test_a_line_without_text_has_no_character() -> None:
    assert offset_at(Line((Piece("────"),)), 2) is None
    assert offset_at(Line(), 0) is None


@given(st.text(st.sampled_from("水泉，。 ab1"), min_size=1, max_size=120), st.integers(8, 60), st.booleans())
@examples(80)
def test_the_cell_of_a_character_leads_back_to_it(text: str, width: int, justified: bool) -> None:
    item = Item("paragraph", (Cell("zh-Hans", Prose(text)), None), "p1", 1, indented=True)
    assert item.cells[0] is not None
    for line in set_cell(item, item.cells[0], width, Typesetting(justified=justified)):
        for piece in line.pieces:
            for offset in range(piece.start, piece.start + len(piece.text)) if piece.start != ORNAMENT else ():
                cell = cell_of(line, offset)
                assert offset_at(line, cell) == offset
                assert 0 <= cell <= cell_width(line.text)
