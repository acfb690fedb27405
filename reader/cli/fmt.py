"""``reader fmt``: issue files in the one layout."""

from __future__ import annotations

from reader.cli.counts import counted
from reader.cli.declared.fmt import WRAPS
from reader.cli.diagnostics import print_diagnostics
from reader.cli.exits import ExitCode
from reader.cli.opening import named_files
from reader.errors import ReaderError
from reader.source.formatting import ChangeError, formatted
from reader.source.source_file import read_source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.console import Console
    from reader.cli.declared.fmt import Wrap


def run(given: Arguments, console: Console) -> int:
    """Lays files out, or prints the files with another layout."""
    if not given.words:
        from reader.cli.arguments import UsageError

        raise UsageError("fmt takes files or folders: reader fmt FILE|DIR…")
    wrap = given.choice("--wrap", WRAPS) or WRAPS[0]
    writes = not given.flag("--check")
    paths, missing = named_files(given, console)
    code: int = ExitCode.USAGE if missing else ExitCode.GOOD
    changed = 0
    for path in paths:
        try:
            changed += _lay_out(path, wrap, writes, console)
        except ReaderError as error:
            console.report(error)
            code = max(code, error.exit_code)
    done = "laid out anew" if writes else "would be laid out anew"
    console.err.line(f"{changed} of {counted(len(paths), 'file')} {done}")
    return code or (ExitCode.PROBLEMS if changed and not writes else ExitCode.GOOD)


def _lay_out(path: str, wrap: Wrap, writes: bool, console: Console) -> bool:
    """Lays a file out, and returns whether its layout was another one.

    Raises:
        ReaderError: If the file cannot be read or written.
    """
    from reader.errors import UnusableError
    from reader.gate import clean_line
    from reader.source.atomic_write import Snapshot

    source = read_source(path)
    try:
        text = formatted(source, wrap)
    except ChangeError as error:
        raise UnusableError(f"{clean_line(path)}: {error}") from error
    if text is None:
        print_diagnostics(source.diagnostics, "text", console)
        raise UnusableError(f"{clean_line(path)}: is left as it is")
    if text == source.text:
        return False
    if writes:
        snapshot = Snapshot(path)
        if not snapshot.is_of(source.text):
            raise ReaderError(f"{clean_line(path)}: was changed meanwhile, and is left as it is")
        snapshot.replace(text)
    console.out.line(path)
    return True
