"""Bringing the catalogue up to date: what changed is found by size, time and content, and only that is parsed.

It may be stopped at any moment: what was written is whole, and the next run goes on from there. Two programs may do it
at once: each writes in transactions, and passes over what the other has written.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress

from reader.catalogue.file import Catalogue, CatalogueError
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Sequence
    from queue import SimpleQueue
    from typing import Any

    from reader.library.files import State

    Parcels = Generator[tuple[str, dict[str, Any]], None, None]

FEW_BYTES = 1_500_000
"""So much is parsed at once, without the cost of starting other processes."""
MUCH = 0.25
"""If this share of the files was read, the index is put in order: it has come in pieces, and each is looked into."""
BATCH_ARTICLES = 2000
BATCH_SECONDS = 5.0
PAGES_AT_ONCE = 2000
"""Of the index are merged in one transaction."""
MAX_WORKERS = 16
LENGTH_BYTES = 8
AHEAD = 3
"""How many files each process is given before its first answer is read."""
DATE_BYTES = 4096
"""The date of an issue is looked for so far into its file, to read the older ones first."""


@record
class Changes:
    """Files whose state is not the one that the catalogue knows, and those that are gone; ``total`` counts all."""

    changed: tuple[str, ...]
    gone: tuple[str, ...]
    total: int
    size_bytes: int

    def __bool__(self) -> bool:
        return bool(self.changed or self.gone)


@record
class Update:
    """What was done: files that were read, that cannot be opened, and that are gone."""

    total: int
    read: int
    broken: int
    gone: int


def changes(catalogue: Catalogue, states: Iterable[tuple[str, State | None]]) -> Changes:
    """Returns what differs between the files as they are and as the catalogue knows them.

    Args:
        catalogue: An open catalogue, or one that is not there.
        states: Each file of the library with its state as it is.
    """
    known = catalogue.states() if catalogue.open() else {}
    changed = []
    total = size = 0
    for path, state in states:
        total += 1
        before = known.pop(path, None)
        if before != state or state is None:
            changed.append(path)
            size += state[0] if state else 0
    return Changes(tuple(changed), tuple(known), total, size)


def update(
    catalogue: Catalogue, found: Changes, progress: Callable[[int, int], None] | None = None, alone: bool = False
) -> Update:
    """Reads what changed, and writes it to the catalogue, some files at a time.

    Args:
        catalogue: A catalogue that is open for writing.
        found: What changed.
        progress: Is told how many of the changed files are done, and how many there are.
        alone: Whether to parse in this process, however much there is.

    Raises:
        CatalogueError: If the catalogue cannot be written. What was written before stays.
    """
    from reader.catalogue.writer import Writer

    writer = Writer(catalogue)
    paths = sorted(found.changed, key=_date) if len(found.changed) > 1 else list(found.changed)
    hashes = dict(catalogue.select("SELECT path, hash FROM files WHERE hash <> ''")) if paths else {}
    requests = [(path, hashes.get(path, "")) for path in paths]
    few = alone or found.size_bytes <= FEW_BYTES
    parcels = _parsed_here(requests) if few else _parsed_beside(requests)
    if found.gone:
        with catalogue.writing() as to:
            for path in found.gone:
                writer.remove(to, path)
    done = broken = articles = 0
    waiting: list[tuple[str, dict[str, Any]]] = []
    last = time.monotonic()
    try:
        for path, parcel in parcels:
            waiting.append((path, parcel))
            articles += len(parcel.get("articles", ()))
            broken += "fault" in parcel
            if articles >= BATCH_ARTICLES or time.monotonic() - last >= BATCH_SECONDS:
                _write(catalogue, writer, waiting)
                done += len(waiting)
                waiting, articles, last = [], 0, time.monotonic()
            if progress:
                progress(done + len(waiting), len(paths))
    finally:
        parcels.close()
    _write(catalogue, writer, waiting)
    if len(paths) > MUCH * found.total:
        _put_in_order(catalogue)
    return Update(found.total, len(paths), broken, len(found.gone))


def _write(catalogue: Catalogue, writer: Any, waiting: Sequence[tuple[str, dict[str, Any]]]) -> None:
    if not waiting:
        return
    try:
        with catalogue.writing() as to:
            for path, parcel in waiting:
                writer.put(to, path, parcel)
    except CatalogueError:
        writer.forget()
        raise


def _put_in_order(catalogue: Catalogue) -> None:
    """Merges the pieces of the index, some pages at a time, so that others can write meanwhile."""
    for table in ("heads", "texts"):
        pages = -PAGES_AT_ONCE  # below zero: all pieces are to become one
        statement = f"INSERT INTO {table} ({table}, rank) VALUES ('merge', ?)"  # noqa: S608 (our own names)
        while True:
            with catalogue.writing() as to:
                before = to.total_changes
                to.execute(statement, (pages,))
                if to.total_changes - before < 2:  # how FTS5 tells that there is nothing left to do
                    break
            pages = PAGES_AT_ONCE


def _date(path: str) -> tuple[str, str]:
    """Returns the date of an issue as far as its first lines tell, to sort by."""
    try:
        with open(path, "rb") as file:
            start = file.read(DATE_BYTES) if os.path.isfile(path) else b""
    except OSError:
        start = b""
    _, _, after = start.partition(b"\ndate:")
    return after.partition(b"\n")[0].strip(b" '\"\r")[:10].decode("ascii", "replace"), path


def _parsed_here(requests: Sequence[tuple[str, str]]) -> Parcels:
    from reader.catalogue.parsing import parcel

    for path, known_hash in requests:
        yield path, parcel(path, known_hash)


def _parsed_beside(requests: Sequence[tuple[str, str]]) -> Parcels:
    """Yields the parcels in the order of the requests, which processes on all cores make."""
    count = min(os.cpu_count() or 1, MAX_WORKERS, len(requests))
    workers = [_Worker() for _ in range(count)]
    try:
        for number, request in enumerate(requests[: AHEAD * count]):
            workers[number % count].ask(request)
        for number, (path, _) in enumerate(requests):
            yield path, workers[number % count].answer(path)
            following = number + AHEAD * count
            if following < len(requests):
                workers[number % count].ask(requests[following])
    finally:
        for worker in workers:
            worker.end()


class _Worker:
    """A process that parses; it ends when its input does, whatever becomes of us."""

    def __init__(self) -> None:
        import subprocess
        from queue import SimpleQueue
        from threading import Thread

        root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
        path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH", ""))))
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", "from reader.catalogue.parsing import main; main()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": path},
        )
        self._answers: SimpleQueue[bytes] = SimpleQueue()
        self._receiving = Thread(target=self._receive, daemon=True)
        self._receiving.start()

    def _receive(self) -> None:
        """Takes the answers as they come, so that the process goes on parsing while others are written.

        The last one is empty: the process has ended.
        """
        assert self._process.stdout
        data = b"more"
        while data:
            length = int.from_bytes(self._process.stdout.read(LENGTH_BYTES), "big")
            data = self._process.stdout.read(length)
            self._answers.put(data if len(data) == length else b"")

    def ask(self, request: tuple[str, str]) -> None:
        import json

        assert self._process.stdin
        with suppress(BrokenPipeError):  # it has ended; that is told where its answer is read
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            self._process.stdin.flush()

    def answer(self, path: str) -> dict[str, Any]:
        import marshal

        data = self._answers.get()
        if not data:
            from reader.catalogue.parsing import parcel

            self._answers.put(data)  # the process was killed: its work is done here, the rest of it, too
            return parcel(path)
        found: dict[str, Any] = marshal.loads(data)  # noqa: S302 (from our own process)
        return found

    def end(self) -> None:
        assert self._process.stdin
        assert self._process.stdout
        with suppress(BrokenPipeError):
            self._process.stdin.close()
        self._process.kill()
        self._process.wait()
        self._receiving.join()
        self._process.stdout.close()
