"""Editing: the file of the article in the reader's editor, and the article as it is afterwards."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from reader.source.line_index import load_with_lines
from reader.ui.terminal import editor

if TYPE_CHECKING:
    from reader.ui.screens.reading_context import ReadingContext


def edit(context: ReadingContext) -> None:
    """Opens the editor at the current paragraph; afterwards the article is shown as it is then."""
    _, lines = load_with_lines(context.opened.entry.path)
    item = context.window.item
    edit_at(context, lines.line_of(context.opened.article.id, item.anchor if item else ""))


def edit_at(context: ReadingContext, line: int) -> None:
    """Opens the editor at a line of the file, and looks at the file when it is closed."""
    written = editor.editor()
    if not written:
        context.say(context.strings.no_editor)
        return
    words = editor.command(written, context.opened.entry.path, line)
    if not _run(context, words):
        context.say(context.strings.editor_failed.format(editor=words[0]))
    elif context.file:
        context.file.look()


def _run(context: ReadingContext, words: list[str]) -> bool:
    """Runs a program in the terminal until it ends; returns whether it was started."""
    is_started = True
    try:
        with context.host.suspend():
            try:  # in here: Textual does not come back from an exception
                subprocess.run(words, check=False)  # noqa: S603 (the editor that its user has set)
            except OSError:
                is_started = False
    except SuspendNotSupported:
        is_started = False
    return is_started
