"""``reader config``: the path of the settings file, the settings in force, and a file to begin with."""

from __future__ import annotations

import os

from reader.cli.exits import ExitCode
from reader.errors import UnusableError
from reader.gate import shown_path
from reader.settings import default_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.console import Console


def run(given: Arguments, console: Console) -> ExitCode:
    """Prints the path or the settings, or writes the file."""
    if given.flag("--init") and given.flag("--show"):
        from reader.cli.arguments import UsageError

        raise UsageError("config takes no word, and one of --init and --show (reader config --help)")
    if given.flag("--init"):
        _write(default_path())
    if given.flag("--show") or given.flag("--json"):
        return _show(given, console)
    console.out.line(shown_path(default_path()))
    return ExitCode.GOOD


def _write(path: str) -> None:
    """Writes the settings file, every setting in a comment.

    Raises:
        UnusableError: If the file exists, or cannot be written.
    """
    from reader.file_writing import TakenError, WriteError, write_new
    from reader.settings.toml_writer import template

    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        write_new(path, [template().encode()], private=True)
    except TakenError as error:
        raise UnusableError(f"{shown_path(path)}: it is there already, and left as it is") from error
    except WriteError as error:
        raise UnusableError(str(error)) from error
    except OSError as error:
        raise UnusableError(f"{shown_path(path)}: cannot be written: {error.strerror}") from error


def _show(given: Arguments, console: Console) -> ExitCode:
    from reader.settings.toml_writer import shown
    from reader.ui.commands.table import COMMANDS, take_keys

    settings = given.settings
    take_keys(settings, console.report)
    keys = {command.id: command.keys for command in COMMANDS}
    if given.flag("--json"):
        from reader.cli.reporting.objects import to_json
        from reader.cli.reporting.status_objects import settings_object

        console.out.text(to_json(settings_object(settings, keys)))
    else:
        for line, source in shown(settings, keys):
            console.out.line([(line, ""), (f"  # {source}", "muted")])
    return ExitCode.PROBLEMS if settings.faults else ExitCode.GOOD
