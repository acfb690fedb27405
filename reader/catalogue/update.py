"""Brings the catalogue up to date: finds changed files by their state, and reads those whose content has changed.

An update may be stopped at any moment: it writes in transactions, and the next update goes on from the last one. Two
programs may update at once: each passes over files that the other has written.
"""

from __future__ import annotations

import os
import time

from reader.model.record import record
from reader.regular_files import read_regular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Generator, Iterable, Sequence

    from reader.catalogue.file import Catalogue
    from reader.catalogue.file_state import FileState
    from reader.catalogue.parsing import ParsedFile, ParseRequest
    from reader.catalogue.writer import Writer

    Progress = Callable[[int, int], None]
    """Takes the number of changed files that are done, and the number of all changed files."""

FEW_BYTES = 1_500_000
"""Size of changed files up to which they are parsed at once, without the cost of starting other processes."""
LARGE_SHARE = 0.25
"""Share of files from which on the index is merged after they were read: by then it consists of many pieces."""
BATCH_ARTICLES = 500
"""Number of articles after which a transaction is written: 2,000 would take 50 MB more, and no less time."""
BATCH_SECONDS = 5.0
"""Time after which a transaction is written."""
PAGES_AT_ONCE = 2000
"""Number of pages of the index that are merged in one transaction."""
DATE_BYTES = 4096
"""Size of the beginning of a file in which its date is looked for, to read older issues first."""


@record
class Changes:
    """Files whose state is not the one that the catalogue knows, files that are gone, and the number of all files."""

    changed: tuple[str, ...]
    gone: tuple[str, ...]
    total: int
    size_bytes: int
    """Size of the changed files."""

    def __bool__(self) -> bool:
        return bool(self.changed or self.gone)


@record
class Update:
    """Numbers of all files, of those that were read, of those among them that cannot be opened, and of those gone."""

    total: int
    read: int
    broken: int
    gone: int


def changes(
    catalogue: Catalogue, states: Iterable[tuple[str, FileState | None]], away: Collection[str] = ()
) -> Changes:
    """Returns the differences between the files as they are and as the catalogue knows them.

    Args:
        catalogue: A catalogue, whether or not it is open or exists.
        states: Each file of the library with its state now.
        away: Folders that cannot be read now: their files are neither changed nor gone.

    Raises:
        CatalogueError: If the catalogue cannot be read.
    """
    known = catalogue.states() if catalogue.open() else {}
    changed = []
    total = size = 0
    for path, state in states:
        total += 1
        before = known.pop(path, None)
        if before != state or state is None:
            changed.append(path)
            size += state.size_bytes if state else 0
    gone = tuple(path for path in known if os.path.dirname(path) not in away)
    return Changes(tuple(changed), gone, total, size)


def update(catalogue: Catalogue, found: Changes, progress: Progress | None = None, alone: bool = False) -> Update:
    """Reads the changed files, and writes them to the catalogue some at a time.

    Args:
        catalogue: A catalogue that is open for writing.
        found: The changes.
        progress: Is called after each file.
        alone: Whether to parse in this process, however large the files are.

    Raises:
        CatalogueError: If the catalogue cannot be written. Earlier transactions stay.
    """
    from reader.catalogue.writer import Writer

    writer = Writer(catalogue)
    paths = sorted(found.changed, key=_date) if len(found.changed) > 1 else list(found.changed)
    if found.gone:
        with catalogue.writing() as to:
            for path in found.gone:
                writer.remove(to, path)
    done = broken = articles = 0
    waiting: list[tuple[str, ParsedFile]] = []
    last = time.monotonic()
    parsing = _parsed(catalogue, paths, alone or found.size_bytes <= FEW_BYTES)
    try:
        for path, parsed in zip(paths, parsing, strict=True):
            waiting.append((path, parsed))
            articles += len(parsed.issue.articles) if parsed.issue else 0
            broken += parsed.fault is not None
            if articles >= BATCH_ARTICLES or time.monotonic() - last >= BATCH_SECONDS:
                _write(catalogue, writer, waiting)
                done += len(waiting)
                waiting, articles, last = [], 0, time.monotonic()
            if progress:
                progress(done + len(waiting), len(paths))
    finally:
        parsing.close()
    _write(catalogue, writer, waiting)
    if len(paths) > LARGE_SHARE * found.total:
        _merge_index(catalogue)
    return Update(found.total, len(paths), broken, len(found.gone))


def _parsed(catalogue: Catalogue, paths: Sequence[str], alone: bool) -> Generator[ParsedFile, None, None]:
    """Yields the files in their order, parsed in this process or by workers on all cores."""
    from reader.catalogue.parsing import ParseRequest, parse

    hashes = catalogue.hashes() if paths else {}
    requests = [ParseRequest(path, hashes.get(path, "")) for path in paths]
    if alone:
        yield from _parsed_here(requests)
    else:
        from reader.workers import answers_in_order

        yield from answers_in_order(parse, requests)


def _parsed_here(requests: Iterable[ParseRequest]) -> Generator[ParsedFile, None, None]:
    from reader.catalogue.parsing import parsed_file

    yield from map(parsed_file, requests)


def _write(catalogue: Catalogue, writer: Writer, waiting: Sequence[tuple[str, ParsedFile]]) -> None:
    if waiting:
        with catalogue.writing() as to:
            for path, parsed in waiting:
                writer.put(to, path, parsed)


def _merge_index(catalogue: Catalogue) -> None:
    """Merges the pieces of the index, some pages at a time, so that others can write meanwhile."""
    for table in ("heads", "texts"):
        pages = -PAGES_AT_ONCE  # a number below zero asks for one piece in the end
        statement = f"INSERT INTO {table} ({table}, rank) VALUES ('merge', ?)"  # noqa: S608 (our own names)
        while True:
            with catalogue.writing() as to:
                before = to.total_changes
                to.execute(statement, (pages,))
                if to.total_changes - before < 2:  # the sign of FTS5 that nothing is left to merge
                    break
            pages = PAGES_AT_ONCE


def _date(path: str) -> tuple[str, str]:
    """Returns the date of an issue as far as the beginning of its file has it, and the path, to sort by."""
    try:
        start = read_regular(path, DATE_BYTES)
    except (OSError, ValueError):
        start = b""
    _, _, after = start.partition(b"\ndate:")
    return after.partition(b"\n")[0].strip(b" '\"\r")[:10].decode("ascii", "replace"), path
