"""``reader fmt``: issue files in the one layout."""

from __future__ import annotations

from reader.cli.counts import counted
from reader.cli.declared.fmt import ANNOTATIONS, WRAPS
from reader.cli.exits import ExitCode
from reader.cli.fixing import difference, write_changed
from reader.cli.laying_out import laid_out
from reader.cli.opening import named_files
from reader.cli.reporting.diagnostics import print_diagnostics
from reader.errors import ReaderError, UnusableError
from reader.gate import shown_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.console import Console
    from reader.cli.declared.fmt import Annotations
    from reader.cli.laying_out import LaidOut


def run(given: Arguments, console: Console) -> int:
    """Lays files out, or shows the files with another layout."""
    if not given.words:
        from reader.cli.arguments import UsageError

        raise UsageError("fmt takes files or folders: reader fmt FILE|DIR…")
    wrap = given.choice("--wrap", WRAPS) or WRAPS[0]
    form = given.choice("--format", ANNOTATIONS) or ANNOTATIONS[0]
    shows = given.flag("--diff")
    writes = not shows and not given.flag("--check")
    paths, code = named_files(given, console)
    changed = 0
    files = laid_out(paths, wrap, compared=writes or shows)
    for file in console.progress_of("laying out", files, len(paths)):
        try:
            _check_fault(file, form, console)
            if not file.line:
                continue
            if writes:
                write_changed(file.path, file.before, file.after)
            changed += 1
            if shows:
                console.out.lines(difference(file.path, file.before, file.after))
            else:
                _print_changed(file, form, console)
        except ReaderError as error:
            console.report(error)
            code = max(code, error.exit_code)
    done = "laid out anew" if writes else "would be laid out anew"
    if paths:
        console.err.line(f"{changed} of {counted(len(paths), 'file')} {done}")
    return code or (ExitCode.PROBLEMS if changed and not writes else ExitCode.GOOD)


def _check_fault(file: LaidOut, form: Annotations, console: Console) -> None:
    """Prints the diagnostics of a file that cannot be laid out.

    Raises:
        UnusableError: If there is a fault.
    """
    if file.fault:
        print_diagnostics(file.diagnostics, form, console)
        raise UnusableError(f"{shown_path(file.path)}: {file.fault}")


def _print_changed(file: LaidOut, form: Annotations, console: Console) -> None:
    """Prints a file with another layout: its path, or an annotation at the first line that differs."""
    if form == "text":
        console.out.line(shown_path(file.path))
        return
    from reader.cli.reporting.check_formats import workflow_command

    message = f"the layout is another one from this line on; reader fmt {shown_path(file.path)} changes it"
    console.out.line(workflow_command("error", file.path, f",line={file.line}", "fmt", message))
