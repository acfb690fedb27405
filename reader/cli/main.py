"""The entry: finds the verb, runs it, and turns whatever goes wrong into one line and an exit code."""

from __future__ import annotations

import os
import sys

from reader import __version__
from reader.cli.output import Console
from reader.errors import ReaderError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    from reader.cli.arguments import Arguments

VERBS = (
    *("open", "list", "show", "search", "marks", "index", "config", "doctor"),
    *("check", "new", "import", "preview", "fmt", "status", "schema"),
)
DEBUG_VARIABLE = "READER_DEBUG"
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command line and returns its exit code: 0 good, 1 problems found, 2 usage or unreadable input."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    console = Console()
    try:
        code = _run(arguments, console)
        console.out.flush()
    except BrokenPipeError:
        console.out.abandon()
        return 0
    except KeyboardInterrupt:
        console.out.abandon()
        return INTERRUPTED
    except ReaderError as error:
        code = _failed(console, str(error), error.exit_code)
    except Exception as error:
        if os.environ.get(DEBUG_VARIABLE):
            raise
        code = _failed(console, _unforeseen(error), 1)
    return _last_words(console, code)


def _run(arguments: list[str], console: Console) -> int:
    from reader.cli.arguments import parse

    named = bool(arguments) and arguments[0] in VERBS
    verb = _verb(arguments[0] if named else "open")
    given = parse(arguments[1:] if named else arguments, verb.OPTIONS)
    if given.flag("--help"):
        if not named:
            from reader.cli.help import OVERVIEW

        console.out.text(verb.HELP if named else OVERVIEW)
        return 0
    if given.flag("--version"):
        console.out.line(f"reader {__version__}")
        return 0
    if given.flag("--plain"):
        console.plain()
    if given.flag("--log-level"):
        from reader import log

        if level := given.choice("--log-level", log.LEVELS):
            log.set_level(level)
    _take_settings(given, console)
    code: int = verb.run(given, console)
    return code


def _unforeseen(error: Exception) -> str:
    """Returns a fault of the program's own in one line, which says where its traceback is."""
    from reader.log import crash

    path = crash(error)
    where = f"{path} has the traceback" if path else f"{DEBUG_VARIABLE}=1 shows where"
    return f"an unforeseen fault: {type(error).__name__}: {error}; {where}"


def _take_settings(given: Arguments, console: Console) -> None:
    """Reads the settings, and tells what is wrong in their file; the rest of it holds."""
    from reader.settings import read_settings
    from reader.settings.ambiguous_width import is_wide

    given.settings = settings = read_settings()
    for fault in settings.faults:
        console.tell_fault(fault)
    if is_wide(settings.text("ambiguous-width"), os.environ):
        from reader.layout.width import take_ambiguous_as_wide

        take_ambiguous_as_wide()
        console.draw_in_ascii()


def _verb(name: str) -> ModuleType:
    module: ModuleType = __import__(f"reader.cli.{name}", fromlist=["run"])  # importlib is one more import
    return module


def _failed(console: Console, message: str, code: int) -> int:
    """Tells a fault after what was already said; what waits to be written goes out first."""
    try:
        console.out.flush()
    except (BrokenPipeError, ReaderError):
        console.out.abandon()
    console.err.line(f"reader: {message}")
    return code


def _last_words(console: Console, code: int) -> int:
    try:
        console.err.flush()
    except (BrokenPipeError, ReaderError):
        console.err.abandon()
    return code
