"""Selecting, and copying with or without a citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.width import SOFT_HYPHEN
from reader.reading import selecting
from reader.ui.terminal.clipboard import copy as put_on_clipboard

if TYPE_CHECKING:
    from reader.ui.screens.reading_context import ReadingContext


def select(context: ReadingContext) -> None:
    """Selects the current paragraph; then its counterpart, and both."""
    if context.selection:
        context.view.select(selecting.on_next_side(context.window, context.selection))
    else:
        context.view.select(selecting.of_paragraph(context.window))
    if context.selection:
        context.say(context.strings.selecting)


def copy(context: ReadingContext) -> None:
    """Copies the selection, else the current paragraph in each of its languages."""
    _copy(context, is_cited=False)


def cite(context: ReadingContext) -> None:
    """Copies the same with its citation."""
    _copy(context, is_cited=True)


def _copy(context: ReadingContext, is_cited: bool) -> None:
    opened, selection = context.opened, context.selection
    passage = opened.passage_of(context.window, selection)
    is_as_shown = context.host.settings.text("copy-script") == "as-shown"
    script = context.view.look.script if is_as_shown else "as-written"
    text = opened.text_of(context.window, selection, script).replace(
        SOFT_HYPHEN, ""
    )  # as it is drawn: for other programs
    if not text:
        return
    copied = opened.cited(text, passage) if is_cited else text
    way = put_on_clipboard(copied, context.host.copy_to_clipboard)
    context.view.select(None)
    message = context.strings.copying[way.certainty]
    context.say(message.format(address=opened.address(passage), way=way.name))
