"""The room for the box of a note: in the article below its paragraph, or below the entry of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from reader.reading.gap import BoxGap
from reader.reading.way_back import way_back

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.marks.mark import Mark
    from reader.ui.screens.reading_context import ReadingContext
    from reader.ui.widgets.listing import Listing

MEASURE_CELLS = 72
MARGIN_CELLS = 2
"""Width of the margin at each side of the text in the box."""


class BoxPlace(NamedTuple):
    """The upper left cell of a box on the screen, and its width."""

    x: int
    y: int
    width_cells: int


class WritingRoom(Protocol):
    """The part of the screen below that a box lies over."""

    quotes: bool
    """Whether the box shows the words that are written about, since the screen may not."""

    def open(self, height: int, changed: Callable[[], None]) -> BoxPlace:
        """Makes room for a box of some rows; ``changed`` is called if it is to be opened anew."""

    def close(self) -> None:
        """Shows the screen as it was before."""


class ParagraphRoom:
    """A gap in an article below some of its paragraphs, which stay in sight."""

    quotes = False

    def __init__(self, context: ReadingContext, anchors: frozenset[str]) -> None:
        """Takes the article and the anchors of the paragraphs."""
        self._context, self._anchors = context, anchors
        self._way_back = way_back(context.window)

    def open(self, height: int, changed: Callable[[], None]) -> BoxPlace:
        """Opens the gap; lists below the article are hidden, as there may be few rows."""
        context = self._context
        context.take_room(changed)
        view = context.view
        place = view.open_gap(BoxGap(self._anchors, height))
        x = max(0, place.cell - MARGIN_CELLS)
        width = min(MEASURE_CELLS + 2 * MARGIN_CELLS, view.size.width - 1 - x)
        y = min(view.region.y + place.row, context.screen.size.height - 1 - height)
        return BoxPlace(view.region.x + x, max(0, y), width)

    def close(self) -> None:
        """Closes the gap, and goes back to the place before."""
        context = self._context
        if not context.screen.is_mounted or not context.view.ready:
            return
        context.give_room_back()
        context.view.close_gap()
        context.go_in_window(self._way_back)


class EntryRoom:
    """The rows below the entry under the cursor of a list; those above it where there are too few."""

    quotes = True

    def __init__(self, listing: Listing[Mark]) -> None:
        """Takes the list."""
        self._listing = listing

    def open(self, height: int, changed: Callable[[], None]) -> BoxPlace:  # noqa: ARG002 (nothing moves)
        """Returns the place; nothing of the list moves."""
        region, (first, end) = self._listing.region, self._listing.cursor_rows
        below, above = region.y + end, region.y + first - height
        last = self._listing.screen.size.height - 1 - height
        y = below if below <= last else above if above >= region.y else last
        return BoxPlace(region.x, max(0, y), min(MEASURE_CELLS + 2 * MARGIN_CELLS, region.width - 1))

    def close(self) -> None:
        """Does nothing: nothing was moved."""
