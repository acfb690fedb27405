"""``reader check --fix`` and ``--diff``: mending what has one right answer."""

from __future__ import annotations

from reader.errors import ReaderError
from reader.gate import clean_line
from reader.source.fixing import fixed
from reader.source.source_file import read_source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.cli.arguments import Arguments
    from reader.cli.output import Console, Run


def fix(paths: Sequence[str], given: Arguments, console: Console) -> int:
    """Mends files, or shows what would be; returns the exit code so far.

    Raises:
        UsageError: If no file was named.
    """
    from reader.cli.arguments import UsageError

    if not given.words:
        raise UsageError("--fix and --diff take files or folders: reader check FILE|DIR… --fix")
    writes = given.flag("--fix")
    count = 0
    code = 0
    for path in paths:
        source = read_source(path)
        text = source.text if source.diagnostics else fixed(source.text, path)
        if text == source.text:
            continue
        count += 1
        if given.flag("--diff"):
            console.out.lines(_difference(path, source.text, text))
        try:
            if writes:
                _write(path, source.text, text)
        except ReaderError as error:
            console.err.line(f"reader: {error}")
            code = max(code, error.exit_code)
    files = f"{len(paths)} file" if len(paths) == 1 else f"{len(paths)} files"
    console.err.line(f"{count} of {files} {'mended' if writes else 'would be mended'}")
    return code or int(not writes and count > 0)


def _write(path: str, before: str, text: str) -> None:
    from reader.source.atomic_write import Snapshot

    snapshot = Snapshot(path)
    if not snapshot.is_of(before):
        raise ReaderError(f"{clean_line(path)}: was changed meanwhile, and is left as it is")
    snapshot.replace(text)


def _difference(path: str, before: str, after: str) -> Iterator[list[Run]]:
    from difflib import unified_diff

    styles = {"-": "error", "+": "accent", "@": "muted"}
    lines = unified_diff(before.splitlines(), after.splitlines(), path, path, lineterm="", n=1)
    for line in lines:
        yield [(line, styles.get(line[:1], ""))]
