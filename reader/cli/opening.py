"""The words of a command line resolved: to a place in the library, an issue file, or a folder of issues."""

from __future__ import annotations

import os
from functools import partial

from reader.errors import NotFoundError, ReaderError, UnusableError
from reader.gate import clean_line
from reader.library import Library, default_folders
from reader.library.files import issue_files
from reader.model.address import parse
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cli.arguments import Arguments
    from reader.cli.console import Console
    from reader.source.loading import Loaded


@record
class LibraryPlace:
    """A library and an address in it; the address of the shelf is empty."""

    library: Library
    address: str


def library_at(given: Arguments) -> Library:
    """Returns the library of ``--library``, else of ``READER_LIBRARY``, else of the settings, else the default one.

    Raises:
        NotFoundError: If one of the folders is not there.
    """
    set_folders = tuple(map(os.path.expanduser, given.settings.texts("library")))
    return Library(given.values("--library") or default_folders(set_folders))


def library_of(given: Arguments, console: Console, whole: bool = False) -> Library:
    """Returns the library as :func:`library_at` does, after reading its changed files.

    Args:
        given: The command line.
        console: The console for progress, and for the reason if the catalogue cannot be kept.
        whole: Whether to read all changed files; else they are read only if they are few.

    Raises:
        NotFoundError: If one of the folders is not there.
    """
    from reader.catalogue.update import FEW_BYTES

    library = library_at(given)
    library.update(console.progress("reading issues") if whole else None, at_most_bytes=None if whole else FEW_BYTES)
    console.end_progress()
    if library.notice:
        console.report(library.notice)
    return library


def opened(target: str, given: Arguments, console: Console, *, updated: bool = True) -> LibraryPlace:
    """Returns the place that ``target`` names. An address goes before a file or folder of the same name.

    Args:
        target: The word on the command line; the shelf is meant if it is empty.
        given: The command line.
        console: The console for messages.
        updated: Whether changed files of the library are read first; the screen reads them later, to start sooner.

    Raises:
        NotFoundError: If it names nothing.
        UnusableError: If it is an issue file with errors.
    """
    of_library = partial(library_of, given, console) if updated else partial(library_at, given)
    if not target:
        return LibraryPlace(of_library(), "")
    address = parse(target)
    there = os.path.lexists(target)
    if address is not None:
        library = of_library()
        if not there or _holds(library, address.issue):
            return LibraryPlace(library, target)
    if not there:
        fault = "no such file or folder" if os.sep in target or "." in target else "neither an address nor a file"
        raise NotFoundError(f"{clean_line(target)}: {fault}; an address is ISSUE, ISSUE/ARTICLE or ISSUE/ARTICLE#p12")
    if os.path.isdir(target):
        library = Library((target,))
        if not library.entries:
            raise NotFoundError(f"{clean_line(target)}: no issue files (.yaml) are in this folder")
        return LibraryPlace(library, "")
    return _file(target, given, console)


def fault(loaded: Loaded) -> str:
    """Returns the first error of a file in one line, and the number of further errors."""
    from reader.source.diagnostic import folded

    first, *more = folded(loaded.errors)
    count = f" (and {len(more)} more: reader check {loaded.path})" if more else ""
    return f"{first}{count}"


def only_word(words: Sequence[str]) -> str:
    """Returns the only word of a command line, or an empty string.

    Of a line that ``reader search`` printed only the address is returned; ``-`` means the first line of the standard
    input.

    Raises:
        UsageError: If there are several words.
    """
    if len(words) > 1:
        from reader.cli.arguments import UsageError

        raise UsageError(f"one address, file or folder at a time, not {len(words)}")
    word = words[0] if words else ""
    if word == "-":
        from reader.cli.standard_input import first_line

        word = first_line()
        if not word.strip():
            raise NotFoundError("nothing to open came from the standard input")
    return word.partition("\t")[0]


def named_files(given: Arguments, console: Console) -> tuple[list[str], int]:
    """Returns the issue files that the words name, each once, or those of the library.

    The second value is the number of words that name no file; each of them is reported.
    """
    if not given.words:
        return [entry.path for entry in library_at(given)], 0
    missing = 0
    paths: list[str] = []
    for word in given.words:
        try:
            paths += _files(word)
        except ReaderError as error:
            console.report(error)
            missing += 1
    return list(dict.fromkeys(paths)), missing


def _files(word: str) -> list[str]:
    """Returns the issue files that a word names.

    Raises:
        NotFoundError: If it is not there, or a folder without issue files.
    """
    paths = issue_files(word)
    if not paths:
        raise NotFoundError(f"{word}: no issue files (.yaml) are in this folder")
    return paths


def _holds(library: Library, issue_id: str) -> bool:
    try:
        library.entry(issue_id)
    except NotFoundError:
        return False
    return True


def _file(path: str, given: Arguments, console: Console) -> LibraryPlace:
    """Returns the issue of a file: in the whole library if the file belongs to it, else alone."""
    alone = Library((path,))
    entry = alone.entries[0]
    if entry.issue is None:
        raise UnusableError(fault(entry.loaded))
    try:
        library = library_of(given, console)
    except NotFoundError:
        library = alone
    real = os.path.realpath(path)
    kept = any(e.name == entry.issue.id and os.path.realpath(e.path) == real for e in library)
    return LibraryPlace(library if kept else alone, entry.issue.id)
