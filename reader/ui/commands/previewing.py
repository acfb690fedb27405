"""The commands that only a preview has: the faults of the file, and the editor at one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.commands.editing import edit_at

if TYPE_CHECKING:
    from reader.ui.screens.faults import FaultPanel
    from reader.ui.screens.reading_context import ReadingContext


def faults(context: ReadingContext) -> None:
    """Shows or hides the faults."""
    _panel(context).toggle()


def edit_here(context: ReadingContext) -> None:
    """Opens the editor at the current paragraph; at the fault under the cursor, if the list has the focus."""
    panel, item = _panel(context), context.window.item
    fault = panel.chosen
    anchor = item.anchor if item else ""
    line = fault.line if fault else panel.lines.line_of(context.opened.article.id, anchor)
    edit_at(context, context.opened.entry.path, max(1, line), context.file)


def _panel(context: ReadingContext) -> FaultPanel:
    assert context.faults is not None
    return context.faults
