"""Excerpts are cut for any width, however narrow."""

import pytest

from reader.cli.reporting.diagnostics import fitted
from reader.layout.width import cell_width


@pytest.mark.parametrize("room_cells", [-5, 0, 1, 2, 3, 4, 10, 40, 200])
@pytest.mark.parametrize("mark", [0, 5, 30, 59])
def test_an_excerpt_is_cut_around_its_mark(room_cells: int, mark: int) -> None:
    excerpt = "泉水从石缝里涌出来 spring water " * 2
    shown, index = fitted(excerpt[:60], mark % len(excerpt[:60]), room_cells)
    assert cell_width(shown) <= max(room_cells, 4)
    assert 0 <= index <= len(shown) + 1
