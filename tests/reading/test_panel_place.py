"""The panel beside a word: below it, or above it where there is little room, and over no row that goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.layout.flow import flow
from reader.layout.geometry import Geometry
from reader.layout.spaces import LEFT, RIGHT, ItemIndex, TextOffset
from reader.reading.panel_place import place_beside
from reader.reading.selection import Selection, Spot
from reader.reading.window import Window

if TYPE_CHECKING:
    from reader.library import Library

WIDTHS = {"parallel": 100, "interleaved": 60}


@pytest.fixture(params=WIDTHS)
def window(request: pytest.FixtureRequest, library: Library) -> Window:
    issue = library.entry("lanes-and-rivers-03").issue
    article = issue.article("old-bridges")
    shown = flow(article, ("zh-Hans", "en"), issue)
    return Window(shown, Geometry(WIDTHS[request.param]), 28, "p1")


def word(window: Window, side: int, offset: int) -> Selection:
    index = window.column.items.index_of("p1")
    assert index is not None
    start, end = (Spot(ItemIndex(index), TextOffset(each)) for each in (offset, offset + 2))
    return Selection(LEFT, RIGHT if side else LEFT, end, start)


@pytest.mark.parametrize("side", [0, 1])
@pytest.mark.parametrize("wanted", [3, 9, 40])
def test_the_panel_leaves_the_word_and_its_counterpart_free(window: Window, side: int, wanted: int) -> None:
    for offset in (0, 60):
        selection = word(window, side, offset)
        row = window.row_of_spot(LEFT, selection.side, selection.head)
        assert row is not None
        found = place_beside(window, selection, wanted, 0, 28)
        taken = range(found.y, found.y + found.height)
        assert 0 <= found.y < found.y + found.height <= 28
        assert row not in taken
        assert found.height == wanted or found.height >= 8
        other = window.geometry.starts_cells[1 - side]
        if window.geometry.parallel:
            assert not found.x <= other < found.x + found.width_cells
        elif wanted == 3:
            shown = [n for n, each in enumerate(window.rows) if each.at[0] == selection.head.item and each.left.pieces]
            counterpart = [n for n in shown if window.rows[n].sides[0] != selection.side]
            assert not {*counterpart} & {*taken}


def test_a_panel_with_no_room_below_is_above(window: Window) -> None:
    selection = word(window, 0, 0)
    row = window.row_of_spot(LEFT, LEFT, selection.head)
    assert row is not None
    found = place_beside(window, selection, 5, -9, row + 2)
    assert found.y + found.height <= row
    assert found.height == min(5, row + 9)
