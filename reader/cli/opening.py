"""What a word on the command line names: a place in the library, an issue file, or a folder of issues."""

from __future__ import annotations

import os

from reader.errors import NotFoundError, UnusableError
from reader.gate import clean_line
from reader.library import Library, default_folders
from reader.model.address import parse
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.cli.arguments import Arguments
    from reader.cli.output import Console
    from reader.library import Entry
    from reader.model.magazine import Issue
    from reader.source.loading import Loaded


@record
class Opened:
    """A library and an address in it; the address of the shelf is empty."""

    library: Library
    address: str


def library_of(given: Arguments) -> Library:
    """Returns the library of the ``--library`` options, else of ``READER_LIBRARY``, else the issues that come along.

    Raises:
        NotFoundError: If one of the folders is not there.
    """
    return Library(given.values("--library") or default_folders())


def opened(target: str, given: Arguments) -> Opened:
    """Returns what ``target`` names. A place in the library goes before a file or folder of the same name.

    Raises:
        NotFoundError: If it names nothing.
        UnusableError: If it is an issue file with errors.
    """
    if not target:
        return Opened(library_of(given), "")
    address = parse(target)
    there = os.path.lexists(target)
    if address is not None:
        library = library_of(given)
        if not there or _holds(library, address.issue):
            return Opened(library, target)
    if not there:
        what = "no such file or folder" if os.sep in target or "." in target else "neither an address nor a file"
        raise NotFoundError(f"{clean_line(target)}: {what}; an address is ISSUE, ISSUE/ARTICLE or ISSUE/ARTICLE#p12")
    if os.path.isdir(target):
        library = Library((target,))
        if not library.entries:
            raise NotFoundError(f"{clean_line(target)}: no issue files (.yaml) are in this folder")
        return Opened(library, "")
    return _file(target, given)


def usable(library: Library, console: Console) -> Iterator[tuple[Entry, Issue]]:
    """Yields the issues of a library that can be read, and tells on stderr of the files that cannot."""
    yield from library.issues()
    for entry in library:
        if entry.issue is None:
            console.err.line(f"reader: left out: {fault(entry.loaded)}")


def fault(loaded: Loaded) -> str:
    """Returns the first error of a file in one line, and how many more there are."""
    first, *more = loaded.errors
    count = f" (and {len(more)} more: reader check {loaded.path})" if more else ""
    return f"{first}{count}"


def only_word(words: Sequence[str]) -> str:
    """Returns the one word that was given, or nothing.

    Raises:
        UsageError: If there are several.
    """
    if len(words) > 1:
        from reader.cli.arguments import UsageError

        raise UsageError(f"one address, file or folder at a time, not {len(words)}")
    return words[0] if words else ""


def _holds(library: Library, issue_id: str) -> bool:
    try:
        library.entry(issue_id)
    except NotFoundError:
        return False
    return True


def _file(path: str, given: Arguments) -> Opened:
    """Returns the issue of a file, in the whole library if the file belongs to it, else alone."""
    alone = Library((path,))
    entry = alone.entries[0]
    if entry.issue is None:
        raise UnusableError(fault(entry.loaded))
    try:
        library = library_of(given)
    except NotFoundError:
        library = alone
    real = os.path.realpath(path)
    kept = any(e.name == entry.issue.id and os.path.realpath(e.path) == real for e in library)
    return Opened(library if kept else alone, entry.issue.id)
