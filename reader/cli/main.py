"""The entry: finds the verb, runs it, and turns every error into one line and an exit code."""

from __future__ import annotations

import os
import sys

from reader.cli.declared import HIDDEN, VERBS
from reader.errors import ReaderError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cli.arguments import Arguments
    from reader.cli.console import Console

DEBUG_VARIABLE = "READER_DEBUG"
LASTING = ("read", "serve")
"""Verbs that go on for long and have no screen; a screen collects garbage in its own way."""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command line and returns its exit code, one of :class:`ExitCode` or the screen's."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    word = arguments[0] if arguments else ""
    if argv is None and word not in LASTING:
        from reader.process import collect_hardly

        collect_hardly()  # before the modules below, which make many objects that last
    from reader.cli.console import Console
    from reader.cli.exits import ExitCode

    console = Console()
    code: int
    try:
        code = _run(arguments, console)
        console.out.flush()
    except BrokenPipeError:
        console.out.abandon()
        return ExitCode.GOOD
    except KeyboardInterrupt:
        eval("None")  # noqa: S307 (behind one that came inside another eval, Python would end as killed)
        console.out.abandon()
        return ExitCode.INTERRUPTED
    except ReaderError as error:
        code = _failed(console, str(error), error.exit_code)
    except Exception as error:  # the one broad handler of the command line
        if os.environ.get(DEBUG_VARIABLE) and not console.is_silent:
            raise
        code = _failed(console, _unforeseen(error), ExitCode.PROBLEMS)
    return _flush_messages(console, ExitCode.GOOD if console.is_silent else code)


def _run(arguments: list[str], console: Console) -> int:
    from reader.cli.arguments import parse, refuse_words
    from reader.cli.declared import declaration
    from reader.cli.exits import ExitCode

    is_named = bool(arguments) and (arguments[0] in VERBS or arguments[0] in HIDDEN)
    verb = declaration(arguments[0] if is_named else "open")
    if verb.hidden:
        console.silence()
    given = parse(arguments[1:] if is_named else arguments, verb)
    if given.flag("--help"):
        from reader.cli.help import overview, verb_help

        console.out.text(verb_help(verb) if is_named else overview())
        return ExitCode.GOOD
    if given.flag("--version"):
        from reader import __version__

        console.out.line(f"reader {__version__}")
        return ExitCode.GOOD
    if given.flag("--plain"):
        console.plain()
    if given.flag("--log-level"):
        from reader import log

        if level := given.choice("--log-level", log.LEVELS):
            log.set_level(level)
    if not verb.hidden:
        _apply_settings(given, console)
    refuse_words(given, verb)
    module = __import__(f"reader.cli.verbs.{verb.name}", fromlist=["run"])  # importlib is one more import
    code: int = module.run(given, console)
    return code


def _unforeseen(error: Exception) -> str:
    """Returns an error of the program itself in one line, which names the file with its traceback."""
    from reader.gate import shown_path
    from reader.log import crash

    path = crash(error)
    where = f"{shown_path(path)} has the traceback" if path else f"{DEBUG_VARIABLE}=1 shows where"
    return f"an unforeseen fault: {type(error).__name__}: {error}; {where}"


def _apply_settings(given: Arguments, console: Console) -> None:
    """Reads the settings and reports the faults of their file; the rest of the file is used."""
    from reader.settings import read_settings
    from reader.settings.ambiguous_width import is_wide

    given.settings = settings = read_settings()
    for fault in settings.faults:
        console.report(fault)
    ambiguous = emoji = keycap = 0
    if not console.piped:
        from reader.settings.known_terminals import remembered

        known = remembered(os.environ).cells
        ambiguous, emoji, keycap = known.ambiguous, known.emoji, known.keycap
    wide = is_wide(settings.text("ambiguous-width"), os.environ, ambiguous)
    if wide or 1 in (emoji, keycap):
        from reader.layout.width import TerminalWidths, take_widths

        take_widths(TerminalWidths(wide, emoji != 1, keycap != 1))
    if wide:
        console.draw_in_ascii()


def _failed(console: Console, message: str, code: int) -> int:
    """Reports an error; the output so far is written first."""
    try:
        console.out.flush()
    except (BrokenPipeError, ReaderError):
        console.out.abandon()
    console.report(message)
    return code


def _flush_messages(console: Console, code: int) -> int:
    try:
        console.err.flush()
    except (BrokenPipeError, ReaderError):
        console.err.abandon()
    return code
