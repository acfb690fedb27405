"""``reader index``: brings the catalogue of a library up to date."""

from __future__ import annotations

from reader.cli.counts import counted
from reader.cli.exits import ExitCode
from reader.cli.opening import check_folders, library_at
from reader.errors import UnusableError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.console import Console


def run(given: Arguments, console: Console) -> ExitCode:
    """Brings the catalogue up to date and prints the numbers of files."""
    library = library_at(given)
    if library.catalogue is None:
        raise UnusableError("only folders are indexed; issue files named by themselves are read when they are opened")
    done = library.update(console.progress("reading issues"), rebuild=given.flag("--rebuild"))
    console.end_progress()
    check_folders(library)
    if done is None:
        raise UnusableError(library.notice)
    if given.flag("--json"):
        from reader.cli.reporting.objects import to_json
        from reader.cli.reporting.status_objects import update_object

        console.out.text(to_json(update_object(done, library)))
        return ExitCode.GOOD
    parts = [f"{counted(done.total, 'file')}: {done.read} read"]
    parts += [f"{done.broken} of them cannot be opened (reader check explains why)"] if done.broken else []
    parts += [f"{done.gone} gone"] if done.gone else []
    console.out.line(", ".join(parts))
    return ExitCode.GOOD
