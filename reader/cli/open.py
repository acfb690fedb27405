"""``reader`` and ``reader open``: the screen, or plain text where there is no terminal for it."""

from __future__ import annotations

from reader.cli.opening import only_word, opened
from reader.errors import NotFoundError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.opening import Opened
    from reader.cli.output import Console

OPTIONS = {
    "--library": "DIR",
    "--no-mouse": "",
    "--interface": "zh|en",
    "--theme": "light|dark|paper",
    "--json": "",
    "--plain": "",
    "--width": "N",
    "--lang": "TAG",
}

HELP = """\
usage: reader open [TARGET] [--library DIR] [--no-mouse] [--interface zh|en] [--theme NAME]

Opens the screen: on the shelf, or on what TARGET names. Without a terminal (in a pipe,
or where TERM is dumb) it prints what reader list and reader show print, and takes their
options: --json, --plain, --width N, --lang TAG.

With - the target is the first line that comes through a pipe, as one that was chosen from
what reader search prints; of such a line only the address counts.

TARGET is an address (ISSUE, ISSUE/ARTICLE, ISSUE/ARTICLE#p12), an issue file, or a folder
of issues. An address goes before a file of the same name; ./NAME means the file.

  --library DIR         a folder of issues, or one issue file; may be given more than once
  --no-mouse            leaves the mouse to the terminal
  --interface zh|en     the language of the interface; as set (or the locale's) if not given
  --theme NAME          light, dark or paper; as set if not given
  --json, --plain       prints instead of opening the screen
  --width N, --lang TAG as reader show takes them
  --help                this text
  --version             the version

examples:
  reader open
  reader open city-of-springs-08/new-drivers
  reader open my-issue.yaml --theme paper
  reader search spring | fzf | reader open -
"""


def run(given: Arguments, console: Console) -> int:
    """Opens the screen, or prints."""
    from reader.cli.main import VERBS

    interface = given.choice("--interface", ("zh", "en"))
    theme = given.choice("--theme", ("light", "dark", "paper"))
    if given.words and given.words[0] in VERBS:
        from reader.cli.arguments import UsageError

        raise UsageError(f"the verb comes before its options: reader {given.words[0]} …")
    _check_verb(given)
    target = only_word(given.words)
    if "-" in given.words:
        console.take_terminal()
    try:
        screen = console.interactive and not _prints(given)
        return _open(opened(target, given, console, updated=not screen), given, console, interface, theme)
    except NotFoundError as error:
        if hint := _verb_meant(target):
            raise NotFoundError(f"{error}{hint}") from error
        raise


def _open(place: Opened, given: Arguments, console: Console, interface: str, theme: str) -> int:
    if console.interactive and not _prints(given):
        from reader.ui import run as run_screen

        if given.settings.keys:
            from reader.ui.commands.table import take_keys

            take_keys(given.settings, console.tell_fault)
            console.err.flush()
        mouse = given.settings.flag("mouse") and not given.flag("--no-mouse")
        return run_screen(
            place.library, place.address, mouse=mouse, interface=interface, theme=theme, settings=given.settings
        )
    if place.address:
        from reader.cli.show import print_place

        return print_place(place, given, console)
    from reader.cli.list import print_shelf

    return print_shelf(place.library, given, console)


def _prints(given: Arguments) -> bool:
    """Whether printing was asked for, terminal or not."""
    return any(map(given.flag, ("--json", "--plain", "--width", "--lang")))


def _check_verb(given: Arguments) -> None:
    """Refuses several words: the first of them was meant as a verb.

    Raises:
        UsageError: With the verb that was probably meant.
    """
    if len(given.words) > 1 and (hint := _verb_meant(given.words[0])):
        from reader.cli.arguments import UsageError
        from reader.gate import clean_line

        raise UsageError(f"there is no verb {clean_line(given.words[0])!r}{hint}")


def _verb_meant(word: str) -> str:
    from reader.cli.arguments import near
    from reader.cli.main import VERBS

    found = near(word, VERBS)
    return f"; did you mean reader {found}?" if found else ""
