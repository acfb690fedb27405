"""Moving: in the list that has the focus, the end of the selection, or the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.spaces import LEFT, RIGHT
from reader.reading import selecting
from reader.reading.direction import BACKWARD, FORWARD

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.reading.direction import Direction
    from reader.reading.selection import Selection
    from reader.reading.window import Window
    from reader.ui.screens.reading_context import ReadingContext

TABLE_STEP_CELLS = 8
"""Number of cells that a wide table scrolls at a time."""


def line_down(context: ReadingContext) -> None:
    """Moves down by a line."""
    _by_lines(context, FORWARD)


def line_up(context: ReadingContext) -> None:
    """Moves up by a line."""
    _by_lines(context, BACKWARD)


def page_down(context: ReadingContext) -> None:
    """Moves down by a page."""
    _by_pages(context, FORWARD)


def page_up(context: ReadingContext) -> None:
    """Moves up by a page."""
    _by_pages(context, BACKWARD)


def half_down(context: ReadingContext) -> None:
    """Moves the text down by half a page."""
    context.go_in_window(lambda window: window.move_pages(0.5))


def half_up(context: ReadingContext) -> None:
    """Moves the text up by half a page."""
    context.go_in_window(lambda window: window.move_pages(-0.5))


def pair_down(context: ReadingContext) -> None:
    """Moves to the next paragraph, or the end of the selection to the next end of one."""
    _by_paragraphs(context, FORWARD)


def pair_up(context: ReadingContext) -> None:
    """Moves to the previous paragraph, or the end of the selection to the beginning of one."""
    _by_paragraphs(context, BACKWARD)


def left(context: ReadingContext) -> None:
    """Moves the end of the selection, or wide tables, to the left; or lets the left side lead."""
    _sideways(context, BACKWARD)


def right(context: ReadingContext) -> None:
    """Moves the end of the selection, or wide tables, to the right; or lets the right side lead."""
    _sideways(context, FORWARD)


def top(context: ReadingContext) -> None:
    """Moves to the beginning."""
    if context.panels.in_focus is not None:
        context.panels.in_focus.move_to_end(last=False)
    else:
        context.go_in_window(lambda window: window.go_to_share(0))


def bottom(context: ReadingContext) -> None:
    """Moves to the end."""
    if context.panels.in_focus is not None:
        context.panels.in_focus.move_to_end(last=True)
    else:
        context.go_in_window(lambda window: window.go_to_end())


def _by_lines(context: ReadingContext, by: Direction) -> None:
    if context.panels.in_focus is not None:
        context.panels.in_focus.move(by)
    elif not _extend(context, by, selecting.by_lines):
        context.go_in_window(lambda window: window.move(by))


def _by_pages(context: ReadingContext, by: Direction) -> None:
    if context.panels.in_focus is not None:
        context.panels.in_focus.move_page(by)
    else:
        context.go_in_window(lambda window: window.move_pages(by))


def _by_paragraphs(context: ReadingContext, by: Direction) -> None:
    if not _extend(context, by, selecting.by_paragraphs):
        context.go_in_window(lambda window: window.move_passages(by))


def _sideways(context: ReadingContext, by: Direction) -> None:
    if _extend(context, by, selecting.by_clusters):
        return
    if context.window.loose:
        context.go_in_window(lambda window: window.lead(RIGHT if by > 0 else LEFT))
    else:
        context.go_in_window(lambda window: window.scroll_tables(by * TABLE_STEP_CELLS))


def _extend(context: ReadingContext, by: Direction, step: Callable[[Window, Selection, Direction], Selection]) -> bool:
    """Moves the end of the selection; returns whether there is one."""
    selection = context.selection
    if selection:
        context.view.select(step(context.window, selection, by))
    return selection is not None
