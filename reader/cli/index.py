"""``reader index``: brings the catalogue of a library up to date."""

from __future__ import annotations

from reader.cli.opening import library_at
from reader.errors import UnusableError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.output import Console

OPTIONS = {"--library": "DIR", "--rebuild": "", "--json": "", "--plain": ""}

HELP = """\
usage: reader index [--rebuild] [--json] [--plain] [--library DIR]

Reads the issue files that are new or have changed, and keeps what is in them, so that the
screen opens and searches answer at once in a library of any size. The other verbs do the
same for few files; this one is for many. It may be stopped at any moment and goes on from
there the next time. What is kept lies in the platform's cache folder and may be deleted.

  --rebuild      reads every file anew
  --plain        no colour
  --json         as JSON: how many files there are, were read, are broken, are gone
  --library DIR  a folder of issues; may be given more than once
  --help         this text
  --version      the version

examples:
  reader index
  reader index --library ~/magazines --rebuild
"""


def run(given: Arguments, console: Console) -> int:
    """Brings the catalogue up to date and prints what was done."""
    if given.words:
        from reader.cli.arguments import UsageError

        raise UsageError("index takes no word; another library is given by --library DIR (reader index --help)")
    library = library_at(given)
    if library.catalogue is None:
        raise UnusableError("only folders are indexed; issue files named by themselves are read when they are opened")
    done = library.update(console.progress("reading issues"), rebuild=given.flag("--rebuild"))
    console.end_progress()
    if done is None:
        raise UnusableError(library.notice)
    if given.flag("--json"):
        from reader.cli.objects import to_json, update_object

        console.out.text(to_json(update_object(done, library)))
        return 0
    files = f"{done.total} file" if done.total == 1 else f"{done.total} files"
    parts = [f"{files}: {done.read} read"]
    parts += [f"{done.broken} of them cannot be opened (reader check tells why)"] if done.broken else []
    parts += [f"{done.gone} gone"] if done.gone else []
    console.out.line(", ".join(parts))
    return 0
