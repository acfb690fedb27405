"""Editing: the file of the article in the reader's editor, and the article as it is afterwards."""

from __future__ import annotations

import signal
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from textual.app import SuspendNotSupported

from reader.ui.terminal import editor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.ui.host import Host
    from reader.ui.screens.reading_context import ReadingContext
    from reader.ui.screens.watching import FileFollower
    from reader.ui.strings import Strings


class Editing(Protocol):
    """The surroundings of the editor: a screen, or the context of an article."""

    @property
    def host(self) -> Host:
        """The app, which gives the terminal away meanwhile."""

    @property
    def strings(self) -> Strings:
        """The strings of the interface's language."""

    def say(self, message: str) -> None:
        """Says something in the status line."""


def edit(context: ReadingContext) -> None:
    """Opens the editor at the current paragraph; afterwards the article is shown as it is then."""
    from reader.source.line_index import load_with_lines  # reads and checks: most keys need neither

    path = context.opened.entry.path
    _, lines = load_with_lines(path)
    item = context.window.item
    edit_at(context, path, lines.line_of(context.opened.article.id, item.anchor if item else ""), context.file)


def edit_at(context: Editing, path: str, line: int, file: FileFollower | None) -> None:
    """Opens the editor at a line of the file, and looks at the file when it is closed."""
    written = editor.editor()
    if not written:
        context.say(context.strings.no_editor)
        return
    words = editor.command(written, path, line)
    if not _run(context, words):
        context.say(context.strings.editor_failed.format(editor=words[0]))
    elif file:
        file.look()


def _run(context: Editing, words: list[str]) -> bool:
    """Runs a program in the terminal until it ends; returns whether it was started."""
    is_started = True
    try:
        with context.host.suspend():
            try:  # in here: Textual does not come back from an exception
                with _interrupts_for_another():
                    subprocess.run(words, check=False)  # noqa: S603 (the editor that its user has set)
            except OSError:
                is_started = False
    except SuspendNotSupported:
        is_started = False
    return is_started


@contextmanager
def _interrupts_for_another() -> Iterator[None]:
    """Lets Ctrl+C be for the editor alone, which has the terminal: the program waits for its end."""
    before = signal.signal(signal.SIGINT, lambda *_: None)  # to ignore it would be inherited
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
