"""The items and figures in sight in a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.spaces import LEFT, WindowRow

if TYPE_CHECKING:
    from reader.layout.item import Item
    from reader.reading.window import Window


def visible_items(window: Window) -> list[Item]:
    """Returns the items in sight, from the top, with the current item before them; some of them twice."""
    shown = [window.item, *(item for row in window.rows for item in (row.left_item, row.right_item))]
    return [item for item in shown if item]


def nearest_figure(window: Window) -> str:
    """Returns the id of the figure nearest to the place: the first in sight, else the last one above, else empty."""
    for row in window.rows:
        for item in (row.left_item, row.right_item):
            if item and item.kind == "figure":
                return item.anchor
    return window.column.items.figure_before(window.place.item)


def current_row(window: Window) -> WindowRow:
    """Returns the first row in sight with text of the current item."""
    side, index, rows = window.place.side if window.can_unlink else LEFT, window.index, window.rows
    own = [number for number, row in enumerate(rows) if row.at[side] == index]
    inked = (number for number in own if rows[number].left.text.strip() or rows[number].right.text.strip())
    return WindowRow(next(inked, own[0] if own else 0))


def item_beginning_at(window: Window, number: WindowRow) -> Item | None:
    """Returns the item whose first visible row is a row of the window (from 0); None if no item begins there."""
    item, above = (
        (row.left_item or row.right_item) if row else None
        for row in (window.rows[number], window.rows[number - 1] if number else None)
    )
    return item if item is not above else None
