"""The words of a command line resolved: to a place in the library, an issue file, or a folder of issues."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import partial
from itertools import islice

from reader.cli.exits import ExitCode
from reader.errors import NotFoundError, NothingFoundError, ReaderError, UnusableError
from reader.gate import quoted, shown_path
from reader.library import Library, default_folders
from reader.library.files import issue_files
from reader.model.address import parse
from reader.model.record import record
from reader.settings.table import PICTURES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.cli.arguments import Arguments
    from reader.cli.console import Console
    from reader.source.loading import Loaded

MAX_ENTRIES = 1000
"""Maximum number of entries of the working folder among which the folder of an issue is looked for."""


@record
class LibraryPlace:
    """A library and an address in it; the address of the shelf is empty."""

    library: Library
    address: str


def take_pictures(given: Arguments) -> None:
    """Gives the settings the way to draw pictures that is on the command line, if there is one."""
    if wanted := given.choice("--pictures", PICTURES):
        given.settings.take("pictures", wanted)


def library_at(given: Arguments) -> Library:
    """Returns the library of ``--library``, else of ``READER_LIBRARY``, else of the settings, else the default one.

    Raises:
        NotFoundError: If one of the folders is not there.
    """
    return Library(_sources(given))


def known_issue_files(given: Arguments) -> Iterator[str]:
    """Yields the issue files of the library of a command line; a folder that is not there has none."""
    for source in _sources(given):
        with suppress(NotFoundError):
            yield from issue_files(source)


def _sources(given: Arguments) -> Sequence[str]:
    set_folders = tuple(map(os.path.expanduser, given.settings.texts("library")))
    return given.values("--library") or default_folders(set_folders)


def library_of(given: Arguments, console: Console, whole: bool = False) -> Library:
    """Returns the library as :func:`library_at` does, after reading its changed files.

    Args:
        given: The command line.
        console: The console for progress, and for the reason if the catalogue cannot be kept.
        whole: Whether to read all changed files; else they are read only if they are few.

    Raises:
        NotFoundError: If one of the folders is not there or cannot be read.
    """
    from reader.catalogue.update import FEW_BYTES

    library = library_at(given)
    library.update(console.progress("reading issues") if whole else None, at_most_bytes=None if whole else FEW_BYTES)
    console.end_progress()
    if library.notice:
        console.report(library.notice)
    check_folders(library)
    return library


def check_folders(library: Library) -> None:
    """Checks that all folders of a library could be read: one may have gone away since it was named.

    Raises:
        NotFoundError: If one could not.
    """
    if library.faults:
        raise NotFoundError(library.faults[0])


def files_of_library(given: Arguments) -> list[str]:
    """Returns the issue files of the library of a command line.

    Raises:
        NotFoundError: If a folder is not there or cannot be read.
        NothingFoundError: If there is none.
    """
    library = library_at(given)
    paths = [entry.path for entry in library]
    check_folders(library)
    if not paths:
        raise NothingFoundError(no_issues(library.sources))
    return paths


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
            check_is_in_library(library, address.issue)
            return LibraryPlace(library, target)
    if not there:
        fault = "no such file or folder" if os.sep in target or "." in target else "neither an address nor a file"
        raise NotFoundError(f"{shown_path(target)}: {fault}; an address is ISSUE, ISSUE/ARTICLE or ISSUE/ARTICLE#p12")
    if os.path.isdir(target):
        return LibraryPlace(Library((target,)), "")
    return _file(target, given, console)


def fault(loaded: Loaded) -> str:
    """Returns the first error of a file in one line, and the number of further errors."""
    from reader.source.diagnostic import folded
    from reader.source.source_file import changed_meanwhile

    first, *more = folded(loaded.errors or (changed_meanwhile(loaded.path),))
    count = f" (and {len(more)} more: reader check {shown_path(loaded.path)})" if more else ""
    return f"{first}{count}"


def only_word(words: Sequence[str]) -> str:
    """Returns the only word of a command line, or an empty string.

    Of a line that ``reader search`` printed, and that is no path, only the address is returned; ``-`` means the first
    line of the standard input.

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
    return word if os.path.lexists(word) else word.partition("\t")[0]


def named_files(given: Arguments, console: Console) -> tuple[list[str], int]:
    """Returns the issue files that the words name, each once, or those of the library.

    The second value is the exit code so far: words that name no file are reported, and so is an empty library.

    Raises:
        NotFoundError: If a folder of the library is not there or cannot be read.
    """
    code: int = ExitCode.GOOD
    paths: list[str] = []
    if not given.words:
        try:
            paths = files_of_library(given)
        except NothingFoundError as error:
            console.report(error)
            code = error.exit_code
    for word in given.words:
        try:
            paths += files_of_word(word)
        except ReaderError as error:
            console.report(error)
            code = max(code, error.exit_code)
    return list(dict.fromkeys(paths)), code


def files_of_word(word: str) -> list[str]:
    """Returns the issue files that a word names.

    Raises:
        NotFoundError: If it is not there.
        NothingFoundError: If it is a folder without issue files.
    """
    paths = issue_files(word)
    if not paths:
        raise NothingFoundError(no_issues((word,)))
    return paths


def check_is_in_library(library: Library, issue_id: str) -> None:
    """Checks that an issue is not only in a file of the working folder or a folder in it, which no address names.

    Raises:
        NotFoundError: If it is; the message says how to add the folder to the library.
    """
    name = f"{issue_id}.yaml"
    if any(os.path.isfile(os.path.join(source, name)) for source in library.sources) and not os.path.isfile(name):
        return  # the usual case, told without the catalogue
    if (os.path.isfile(name) or _folder_with(name)) and not _holds(library, issue_id):
        folder = "" if os.path.isfile(name) else _folder_with(name)
        place = f"{name} is in this folder" if not folder else f"{shown_path(os.path.join(folder, name))} is there"
        from reader.reading.first_steps import shell_word

        added = shown_path(shell_word(folder or os.curdir))
        raise NotFoundError(f"no issue {quoted(issue_id)} in the library; {place}: add --library {added}")


def _folder_with(name: str) -> str:
    """Returns the first folder of the working folder, by name, that has a file of some name; empty if none has."""
    try:
        with os.scandir() as found:
            folders = sorted(entry.name for entry in islice(found, MAX_ENTRIES) if not entry.name.startswith("."))
    except OSError:
        return ""
    return next((folder for folder in folders if os.path.isfile(os.path.join(folder, name))), "")


def no_issues(folders: Sequence[str]) -> str:
    """Returns the message about folders without issues: where the issue is, or how to make one."""
    if found := issue_of_pictures(folders):
        return found
    shown = ", ".join(map(shown_path, folders))
    from reader.reading.first_steps import NEW_ISSUE, shell_word

    first = shown_path(shell_word(os.path.join(folders[0], NEW_ISSUE)))
    return f"{shown}: no issue files (.yaml) are there; reader new {first} makes one"


def issue_of_pictures(folders: Sequence[str]) -> str:
    """Returns the message that a folder has the pictures of an issue, which names its file; empty for other folders."""
    for folder in folders:
        if os.path.isfile(beside := f"{folder.rstrip(os.sep)}.yaml"):
            return f"{shown_path(folder)}: is the folder of an issue's pictures; the issue is {shown_path(beside)}"
    return ""


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
