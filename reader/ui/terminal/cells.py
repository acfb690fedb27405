"""Widths of characters in Rich, which Textual draws with: those of the layout where ambiguous characters are wide."""

from __future__ import annotations

from typing import Any

import rich.cells
from rich.cells import CellTable

from reader.layout import _ambiguous_data

_rich: Any = rich.cells  # the functions replaced below are not part of its interface


def take_ambiguous_as_wide() -> None:
    """Has Rich measure as the layout does after :func:`reader.layout.width.take_ambiguous_as_wide`.

    Rich has no setting for it, but looks up these two functions for each measurement.
    """
    usual = _rich.load_cell_table("auto")
    starts, values = _ambiguous_data.STARTS, _ambiguous_data.VALUES
    ends = [*map(ord, starts[1:]), 0x110000]
    ranges = [(ord(a), end - 1, int(cells)) for a, end, cells in zip(starts, ends, values, strict=True) if cells != "1"]
    wide = {code for first, last, cells in ranges if cells == 2 for code in range(first, last + 1)}
    table = CellTable(usual.unicode_version, ranges, frozenset(c for c in usual.narrow_to_wide if ord(c) not in wide))
    single = frozenset(c for c in _rich._SINGLE_CELLS if ord(c) not in wide)  # noqa: SLF001
    _rich.load_cell_table = lambda _version="auto": table
    _rich._is_single_cell_widths = single.issuperset  # noqa: SLF001
    rich.cells.get_character_cell_size.cache_clear()
    rich.cells.cached_cell_len.cache_clear()
