"""``reader preview``: the reading screen beside an editor."""

from __future__ import annotations

from reader.cli.declared.shared import INTERFACES, THEMES
from reader.cli.diagnostics import print_diagnostics
from reader.errors import UnusableError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.console import Console


def run(given: Arguments, console: Console) -> int:
    """Opens the screen on a file, or checks the file if it cannot be opened."""
    from reader.cli.arguments import UsageError
    from reader.library import Library
    from reader.source import load

    interface = given.choice("--interface", INTERFACES)
    theme = given.choice("--theme", THEMES)
    if len(given.words) not in (1, 2):
        raise UsageError("preview takes an issue file, and perhaps the id of an article in it")
    path, article = given.words[0], (*given.words, "")[1]
    loaded = load(path)
    if loaded.issue is None:
        print_diagnostics(loaded.diagnostics, "text", console)
        raise UnusableError("the file cannot be opened yet: fix these first")
    if not console.interactive:
        raise UnusableError("a preview needs a terminal; reader check lists the problems, reader show prints the text")
    from reader.ui import run as run_screen

    first = next(article for _, article in loaded.issue.articles())
    return run_screen(
        Library((path,)),
        f"{loaded.issue.id}/{article or first.id}",
        mouse=given.settings.flag("mouse") and not given.flag("--no-mouse"),
        interface=interface,
        theme=theme,
        settings=given.settings,
        preview=True,
        report=console.report,
    )
