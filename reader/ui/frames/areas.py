"""The areas of the panels on a screen. Pure; the style sheet has its sizes from here.

Textual lays a screen out by its style sheet, which can move panels as the reader wants; a test holds that both agree.
"""

from __future__ import annotations

from reader.model.record import record
from reader.reading.panels import breadth_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.reading.panels import Arrangement

CONTENTS_CELLS, BROAD_CONTENTS_CELLS = 24, 28
CAPTIONS_CELLS, BROAD_CAPTIONS_CELLS = 26, 32
CAPTIONS_ROWS = 4
"""Height of the captions below the article."""
ISSUES_SHARE, CHOSEN_SHARE, MEDIUM_CHOSEN_SHARE = 3, 6, 4
"""Shares of the width of a shelf: the issues, and the contents of one with the card of an article."""
ISSUES_ROWS_SHARE, CHOSEN_ROWS_SHARE = 2, 3
"""The same of the height of a narrow shelf."""
CARD_ROWS, NARROW_CARD_ROWS = 9, 4
"""Height of the card below the contents."""

SIZES = {
    "contents-cells": CONTENTS_CELLS,
    "broad-contents-cells": BROAD_CONTENTS_CELLS,
    "captions-cells": CAPTIONS_CELLS,
    "broad-captions-cells": BROAD_CAPTIONS_CELLS,
    "captions-rows": CAPTIONS_ROWS,
    "issues-share": f"{ISSUES_SHARE}fr",
    "chosen-share": f"{CHOSEN_SHARE}fr",
    "medium-chosen-share": f"{MEDIUM_CHOSEN_SHARE}fr",
    "issues-rows-share": f"{ISSUES_ROWS_SHARE}fr",
    "chosen-rows-share": f"{CHOSEN_ROWS_SHARE}fr",
    "card-rows": CARD_ROWS,
    "narrow-card-rows": NARROW_CARD_ROWS,
}
"""The sizes as variables of the style sheet."""


@record
class Area:
    """A part of the screen, in cells and rows from its upper left corner."""

    x: int
    y: int
    width_cells: int
    height: int


@record
class ReadingAreas:
    """The parts of a reading screen; None for a panel that is hidden."""

    banner: Area
    status: Area
    spread: Area
    contents: Area | None
    captions: Area | None


@record
class ShelfAreas:
    """The parts of a shelf; None for a panel that is hidden."""

    banner: Area
    status: Area
    issues: Area
    contents: Area | None
    card: Area | None


def _edges(width_cells: int, height: int) -> tuple[Area, Area]:
    """Returns the areas of the head line and the status line."""
    return Area(0, 0, width_cells, 1), Area(0, height - 1, width_cells, 1)


def reading_areas(width_cells: int, height: int, shown: Arrangement) -> ReadingAreas:
    """Returns the areas of a reading screen whose contents are beside the article."""
    left, rows, right = 0, height - 2, width_cells
    contents = captions = None
    if shown.contents:
        left = BROAD_CONTENTS_CELLS if shown.is_broad else CONTENTS_CELLS
        contents = Area(0, 1, left, rows)
    if shown.captions and shown.breadth == "wide":
        right -= BROAD_CAPTIONS_CELLS if shown.is_broad else CAPTIONS_CELLS
        captions = Area(right, 1, width_cells - right, rows)
    elif shown.captions:
        rows -= CAPTIONS_ROWS
        captions = Area(0, 1 + rows, width_cells, CAPTIONS_ROWS)
    return ReadingAreas(*_edges(width_cells, height), Area(left, 1, right - left, rows), contents, captions)


def shelf_areas(width_cells: int, height: int, *, has_card: bool, is_bare: bool) -> ShelfAreas:
    """Returns the areas of a shelf.

    Args:
        width_cells: The width of the screen.
        height: Its height.
        has_card: Whether there is an article under the cursor, and room for its card.
        is_bare: Whether there are no issues, of which contents could be shown.
    """
    breadth, rows = breadth_of(width_cells), height - 2
    edges = _edges(width_cells, height)
    if is_bare:
        return ShelfAreas(*edges, Area(0, 1, width_cells, rows), None, None)
    if breadth == "narrow":
        above = rows * ISSUES_ROWS_SHARE // (ISSUES_ROWS_SHARE + CHOSEN_ROWS_SHARE)
        issues, chosen = Area(0, 1, width_cells, above), Area(0, 1 + above, width_cells, rows - above)
    else:
        share = CHOSEN_SHARE if breadth == "wide" else MEDIUM_CHOSEN_SHARE
        left = width_cells * ISSUES_SHARE // (ISSUES_SHARE + share)
        issues, chosen = Area(0, 1, left, rows), Area(left, 1, width_cells - left, rows)
    if not has_card:
        return ShelfAreas(*edges, issues, chosen, None)
    if breadth == "wide":
        half = chosen.width_cells // 2
        contents = Area(chosen.x, chosen.y, half, rows)
        return ShelfAreas(*edges, issues, contents, Area(chosen.x + half, chosen.y, chosen.width_cells - half, rows))
    card_rows = CARD_ROWS if breadth == "medium" else NARROW_CARD_ROWS
    contents = Area(chosen.x, chosen.y, chosen.width_cells, chosen.height - card_rows)
    return ShelfAreas(
        *edges, issues, contents, Area(chosen.x, contents.y + contents.height, chosen.width_cells, card_rows)
    )
