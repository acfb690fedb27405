"""``reader fmt``: issue files in the one layout."""

from __future__ import annotations

from reader.cli.check import named_files, print_found
from reader.errors import ReaderError
from reader.source.formatting import ChangeError, formatted
from reader.source.source_file import read_source
from reader.source.wrapping import PARAGRAPH, SENTENCE, WRAPS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.output import Console
    from reader.source.wrapping import Wrap

OPTIONS = {"--check": "", "--wrap": "|".join(WRAPS), "--plain": ""}

HELP = """\
usage: reader fmt FILE|DIR… [--check] [--wrap sentence|paragraph] [--plain]

Lays issue files out in one way, so that changes are readable: blocks are indented by two,
short texts stand on one line, longer ones in literal blocks with a sentence a line. Keys
stay in their order, comments stay where they are, and what the file means stays the same:
it is read again and compared before the file is replaced. Exits with 1 if a file cannot be
read, with 2 if one cannot be written or is not there.

  --check      writes nothing, names the files that are laid out otherwise, and exits
               with 1 if there are any
  --wrap HOW   sentence (if not given): each sentence of a long text on a line of its own;
               paragraph: each text on one line
  --plain      no colour
  --help       this text
  --version    the version

examples:
  reader fmt my-issue.yaml
  reader fmt issues/ --check
"""


def run(given: Arguments, console: Console) -> int:
    """Lays files out, or tells which are not."""
    if not given.words:
        from reader.cli.arguments import UsageError

        raise UsageError("fmt takes files or folders: reader fmt FILE|DIR…")
    wrap: Wrap = PARAGRAPH if given.choice("--wrap", WRAPS) == PARAGRAPH else SENTENCE
    only_check = given.flag("--check")
    paths, missing = named_files(given, console)
    code = 2 if missing else 0
    changed = 0
    for path in paths:
        try:
            changed += _lay_out(path, wrap, only_check, console)
        except ReaderError as error:
            console.err.line(f"reader: {error}")
            code = max(code, error.exit_code)
    files = f"{len(paths)} file" if len(paths) == 1 else f"{len(paths)} files"
    done = "would be laid out anew" if only_check else "laid out anew"
    console.err.line(f"{changed} of {files} {done}")
    return code or int(only_check and changed > 0)


def _lay_out(path: str, wrap: Wrap, only_check: bool, console: Console) -> bool:
    """Lays one file out; returns whether it was not so already.

    Raises:
        ReaderError: If it cannot be read or written.
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
        print_found(source.diagnostics, "text", console)
        raise UnusableError(f"{clean_line(path)}: is left as it is")
    if text == source.text:
        return False
    if not only_check:
        snapshot = Snapshot(path)
        if not snapshot.is_of(source.text):
            raise ReaderError(f"{clean_line(path)}: was changed meanwhile, and is left as it is")
        snapshot.replace(text)
    console.out.line(path)
    return True
