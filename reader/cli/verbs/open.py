"""``reader`` and ``reader open``: the screen, or plain text without a terminal for it."""

from __future__ import annotations

import os

from reader.cli.declared import VERBS
from reader.cli.declared.shared import INTERFACES, THEMES
from reader.cli.exits import ExitCode
from reader.cli.opening import only_word, opened, take_pictures
from reader.errors import NotFoundError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.console import Console
    from reader.cli.opening import LibraryPlace
    from reader.ui.terminal.taking import TakenTerminal


def run(given: Arguments, console: Console) -> int:
    """Opens the screen, or prints the target."""
    given.choice("--interface", INTERFACES)  # a wrong value is reported before a wrong word
    given.choice("--theme", THEMES)
    take_pictures(given)
    if given.words and given.words[0] in VERBS:
        from reader.cli.arguments import UsageError

        raise UsageError(f"the verb comes before its options: reader {given.words[0]} …")
    _check_verb(given)
    target = only_word(given.words)
    if "-" in given.words:
        console.take_terminal()
    try:
        screen = console.interactive and not _prints(given)
        if screen:
            return _on_screen(target, given, console)
        if given.flag("--tour"):
            return _print_tour(given, console)
        return _print(opened(target, given, console), given, console)
    except NotFoundError as error:
        if hint := _verb_meant(target):
            raise NotFoundError(f"{error}{hint}") from error
        raise


def _on_screen(target: str, given: Arguments, console: Console) -> int:
    """Opens the screen; on a terminal the keys from now on are for it, and the first frame needs no framework."""
    if os.name != "posix" or os.environ.get("TEXTUAL_DRIVER"):
        return _show_screen(opened(target, given, console, updated=False), given, console)
    from reader.ui.terminal.taking import TakenTerminal

    with TakenTerminal() as taken:
        return _show_screen(opened(target, given, console, updated=False), given, console, taken)


def _show_screen(place: LibraryPlace, given: Arguments, console: Console, taken: TakenTerminal | None = None) -> int:
    from reader.ui import run as run_screen

    if given.settings.keys:
        from reader.ui.commands.table import take_keys

        take_keys(given.settings, console.report)
        console.err.flush()
    return run_screen(
        place.library,
        place.address,
        mouse=given.settings.flag("mouse") and not given.flag("--no-mouse"),
        interface=given.choice("--interface", INTERFACES),
        theme=given.choice("--theme", THEMES),
        settings=given.settings,
        tour=given.flag("--tour"),
        report=console.report,
        taken=taken,
    )


def _print_tour(given: Arguments, console: Console) -> int:
    from reader.ui.interface import interface_language
    from reader.ui.lists.tour import tour_lines
    from reader.ui.strings import STRINGS

    chosen = given.choice("--interface", INTERFACES) or given.settings.text("interface")
    for line in tour_lines(STRINGS[interface_language(chosen)], given.settings.keys):
        console.out.line(line)
    return ExitCode.GOOD


def _print(place: LibraryPlace, given: Arguments, console: Console) -> int:
    if place.address:
        from reader.cli.verbs.show import print_place

        return print_place(place, given, console)
    from reader.cli.verbs.list import print_shelf

    return print_shelf(place.library, given, console)


def _prints(given: Arguments) -> bool:
    """Whether an option asks for text in place of the screen."""
    return any(map(given.flag, ("--json", "--plain", "--width", "--lang")))


def _check_verb(given: Arguments) -> None:
    """Refuses several words: the first of them was meant as a verb.

    Raises:
        UsageError: With the closest verb.
    """
    if len(given.words) > 1 and (hint := _verb_meant(given.words[0])):
        from reader.cli.arguments import UsageError
        from reader.gate import quoted

        raise UsageError(f"there is no verb {quoted(given.words[0])}{hint}")


def _verb_meant(word: str) -> str:
    from reader.nearest import nearest

    found = nearest(word, VERBS)
    return f"; did you mean reader {found}?" if found else ""
