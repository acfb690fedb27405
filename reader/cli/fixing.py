"""``reader check --fix`` and ``--diff``: corrections of faults that have one right answer."""

from __future__ import annotations

from reader.cli.counts import counted
from reader.cli.declared.fmt import WRAPS
from reader.cli.exits import ExitCode
from reader.errors import ReaderError
from reader.gate import shown_path
from reader.source.fixing import fixed
from reader.source.source_file import UnforeseenError, read_source, survivable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.cli.arguments import Arguments
    from reader.cli.console import Console
    from reader.layout.runs import Run
    from reader.source.source_file import SourceFile

_STYLES = {"-": "error", "+": "accent", "@": "muted"}
"""Styles of the lines of a difference, by their first character."""


def fix(paths: Sequence[str], given: Arguments, console: Console) -> int:
    """Corrects files, or shows the corrections, and returns the exit code so far.

    Raises:
        UsageError: If no file was named.
    """
    from reader.cli.arguments import UsageError

    if not given.words:
        raise UsageError("--fix and --diff take files or folders: reader check FILE|DIR… --fix")
    writes = given.flag("--fix")
    count = 0
    code: int = ExitCode.GOOD
    for path in paths:
        source = read_source(path)
        try:
            with survivable(path):
                text = source.text if source.diagnostics else fixed(source.text, path)
        except UnforeseenError as error:
            console.report(error)
            code = max(code, error.exit_code)
            continue
        if text == source.text:
            continue
        count += 1
        if given.flag("--diff"):
            console.out.lines(difference(path, source.text, text))
        try:
            if writes:
                write_changed(path, source.text, text)
        except ReaderError as error:
            console.report(error)
            code = max(code, error.exit_code)
    if paths:
        console.err.line(f"{count} of {counted(len(paths), 'file')} {'fixed' if writes else 'would be fixed'}")
    return code or (ExitCode.PROBLEMS if count and not writes else ExitCode.GOOD)


def write_changed(path: str, before: str, text: str) -> None:
    """Replaces a file's text.

    Raises:
        ReaderError: If the file's text is not ``before``, or cannot be replaced; it is left as it is.
    """
    from reader.source.snapshot import Snapshot

    snapshot = Snapshot(path)
    if not snapshot.is_of(before):
        raise ReaderError(f"{shown_path(path)}: was changed meanwhile, and is left as it is")
    snapshot.replace(text)


def in_layout_of(source: SourceFile, text: str) -> str:
    """Returns a changed text in the layout of ``reader fmt``, if the source is in it."""
    from reader.source.formatting import formatted
    from reader.source.source_file import SourceFile

    wrap = next((wrap for wrap in WRAPS if formatted(source.anew(), wrap) == source.text), None)
    return formatted(SourceFile(source.path, text), wrap) or text if wrap else text


def difference(path: str, before: str, after: str) -> Iterator[list[Run]]:
    """Yields the lines of a unified difference of two texts of a file."""
    from difflib import unified_diff

    name = shown_path(path)
    for line in unified_diff(before.splitlines(), after.splitlines(), name, name, lineterm="", n=1):
        yield [(line, _STYLES.get(line[:1], ""))]
