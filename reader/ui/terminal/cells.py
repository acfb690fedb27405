"""Widths of characters in Rich, which Textual draws with: those that the layout has for this terminal."""

from __future__ import annotations

from typing import Any

import rich.cells
from rich.cells import CellTable
from rich.segment import Segment

from reader.layout.width import TerminalWidths, taken_widths, wide_ranges, widened

_rich: Any = rich.cells  # the functions replaced below are not part of its interface
_load: Any = _rich.load_cell_table
_is_single: Any = _rich._is_single_cell_widths  # noqa: SLF001


def follow_layout() -> None:
    """Has Rich measure as the layout does after :func:`reader.layout.width.take_widths`.

    Rich has no setting for it, but looks up these two functions for each measurement.
    """
    taken = taken_widths()
    if taken == TerminalWidths():
        _rich.load_cell_table, _rich._is_single_cell_widths = _load, _is_single  # noqa: SLF001
    else:
        usual = _load("auto")
        ranges, single = usual.widths, _is_single
        if taken.ambiguous_wide:
            ranges = wide_ranges()
            wide = {code for first, last, cells in ranges if cells == 2 for code in range(first, last + 1)}
            single = frozenset(c for c in _rich._SINGLE_CELLS if ord(c) not in wide).issuperset  # noqa: SLF001
        table = CellTable(usual.unicode_version, ranges, frozenset(widened()))
        _rich.load_cell_table = lambda _version="auto": table
        _rich._is_single_cell_widths = single  # noqa: SLF001
    rich.cells.get_character_cell_size.cache_clear()
    rich.cells.cached_cell_len.cache_clear()
    Segment._split_cells.cache_clear()  # noqa: SLF001
