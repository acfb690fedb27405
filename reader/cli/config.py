"""``reader config``: where the settings lie, what holds, and a file to begin with."""

from __future__ import annotations

import os

from reader.errors import UnusableError
from reader.gate import clean_line
from reader.settings import default_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.output import Console

OPTIONS = {"--init": "", "--show": "", "--json": "", "--plain": ""}

HELP = """\
usage: reader config [--init | --show] [--json] [--plain]

Prints where the settings file lies. It is a TOML file; without it the defaults hold. What
is wrong in it is told with file and line by every verb, and the rest of it holds.

  --init         writes the file, every setting in comments; one that is there stays
  --show         prints every setting as it holds, and where it comes from; exits with 1
                 if something in the file is wrong
  --plain        no colour
  --json         as JSON: path, settings, commands, faults
  --help         this text
  --version      the version

examples:
  reader config --init && $EDITOR "$(reader config)"
  reader config --show
"""


def run(given: Arguments, console: Console) -> int:
    """Prints the path or the settings, or writes the file."""
    from reader.cli.arguments import UsageError

    if given.words or (given.flag("--init") and given.flag("--show")):
        raise UsageError("config takes no word, and one of --init and --show (reader config --help)")
    if given.flag("--init"):
        _write(default_path())
    if given.flag("--show") or given.flag("--json"):
        return _show(given, console)
    console.out.line(default_path())
    return 0


def _write(path: str) -> None:
    """Writes the commented file.

    Raises:
        UnusableError: If there is one, or it cannot be written.
    """
    from reader.settings.toml_writer import template

    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        with open(path, "x", encoding="utf-8") as file:  # never over one that is there
            file.write(template())
    except FileExistsError as error:
        raise UnusableError(f"{clean_line(path)}: it is there already, and left as it is") from error
    except OSError as error:
        raise UnusableError(f"{clean_line(path)}: cannot be written: {error.strerror}") from error


def _show(given: Arguments, console: Console) -> int:
    from reader.settings.toml_writer import shown
    from reader.ui.commands.table import COMMANDS, take_keys

    settings = given.settings
    take_keys(settings, console.tell_fault)
    if given.flag("--json"):
        from reader.cli.objects import settings_object, to_json

        console.out.text(to_json(settings_object(settings, {c.id: c.keys for c in COMMANDS})))
    else:
        for line, source in shown(settings, {c.id: c.keys for c in COMMANDS}):
            console.out.line([(line, ""), (f"  # {source}", "muted")])
    return 1 if settings.faults else 0
