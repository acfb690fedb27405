"""``reader preview``: the reading screen beside an editor."""

from __future__ import annotations

import os

from reader.cli.declared.shared import INTERFACES, THEMES
from reader.cli.opening import take_pictures
from reader.cli.reporting.diagnostics import print_diagnostics
from reader.errors import NotFoundError, UnusableError
from reader.gate import shown_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.console import Console


def run(given: Arguments, console: Console) -> int:
    """Opens the screen on a file, also on one that cannot be opened yet: on its faults."""
    from reader.cli.arguments import UsageError
    from reader.library import Library
    from reader.source import load
    from reader.source.source_file import is_of_disk

    interface = given.choice("--interface", INTERFACES)
    theme = given.choice("--theme", THEMES)
    take_pictures(given)
    if len(given.words) not in (1, 2):
        raise UsageError("preview takes an issue file, and perhaps the id of an article in it")
    path, article = given.words[0], (*given.words, "")[1]
    _check_is_file(path)
    loaded = load(path)
    if loaded.issue is None and (is_of_disk(loaded.errors) or not console.interactive):
        print_diagnostics(loaded.diagnostics, "text", console)
        raise UnusableError("the file cannot be opened yet: fix these first")
    if not console.interactive:
        raise UnusableError("a preview needs a terminal; reader check lists the problems, reader show prints the text")
    from reader.ui import run as run_screen
    from reader.ui.host import Preview

    first = next((first for _, first in loaded.issue.articles()), None) if loaded.issue else None
    return run_screen(
        Library((path,)),
        f"{loaded.issue.id}/{article or first.id}" if loaded.issue and first else "",
        mouse=given.settings.flag("mouse") and not given.flag("--no-mouse"),
        interface=interface,
        theme=theme,
        settings=given.settings,
        preview=Preview(path, article),
        report=console.report,
    )


def _check_is_file(path: str) -> None:
    """Checks that there is a file to preview.

    Raises:
        NotFoundError: If there is none, or a folder; the message says how to make or name one.
    """
    if os.path.isdir(path):
        raise NotFoundError(f"{shown_path(path)}: is a folder; preview takes one issue file in it, such as ISSUE.yaml")
    if not os.path.lexists(path):
        from reader.reading.first_steps import shell_word

        new = shown_path(shell_word(path.removesuffix(".yaml")))
        raise NotFoundError(f"{shown_path(path)}: no such file; reader new {new} makes an issue")
