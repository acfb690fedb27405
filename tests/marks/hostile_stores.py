"""Files of marks with flipped bits, and the truth that is compared with what a store tells of them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import UnusableError
from reader.marks.checking import fault_of_file
from reader.marks.mark import place_id
from reader.marks.store import MarkStore
from tests.invented.flipping import flip
from tests.marks.made import mark

if TYPE_CHECKING:
    from reader.marks.mark import Mark

KINDS = ("highlight", "note", "word", "bookmark")


def store_of_all_kinds(path: str, count: int = 60) -> dict[str, Mark]:
    """Writes a file with marks of all kinds and places, without a log beside it; returns the marks by their ids."""
    made = [
        mark(f"m{number}", KINDS[number % 4], note="字 kept" * 5, issue=f"i{number % 3}", article=f"a{number}")
        for number in range(count)
    ]
    made += [
        mark(place_id("i0", f"a{number}"), "place", issue="i0", article=f"a{number}") for number in range(0, count, 9)
    ]
    store = MarkStore(path)
    store.put(made)
    store.see("/folder", ["one.yaml"])
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return {each.id: each for each in store.everything()}


def faults_after_a_flip(path: str, truth: dict[str, Mark], bits: int, seed: int) -> list[str]:
    """Flips bits of a file, uses it as a reader would, and returns the faults: other or missing marks, not told."""
    flip(Path(path), bits, seed)
    doctor, store = fault_of_file(path), MarkStore(path)
    told, faults = [doctor] if doctor else [], []
    new = mark("new", issue="i0", article="new")

    def look(marks: tuple[Mark, ...]) -> None:
        faults.extend(f"other: {each.id}" for each in marks if truth.get(each.id) != each and each != new)

    for ask in (
        lambda: tuple(store.near("i0", "a3", KINDS)),
        lambda: store.last_places(5),
        store.all,
        lambda: (store.put([new]), ())[1],
        store.everything,
    ):
        try:
            look(ask())
        except UnusableError as error:
            told.append(str(error))
    try:
        here, rows = {each.id for each in store.everything()}, store.unreadable_rows()
    except UnusableError as error:
        here, rows = set(), ()
        told.append(str(error))
    told += [store.notice] if store.notice else []
    told += [row.reason for row in rows]
    if missing := truth.keys() - here:
        kept = list(Path(path).parent.glob("marks.sqlite.damaged-*")) or Path(path).exists()
        faults += [] if told and kept else [f"missing and not told: {sorted(missing)[:3]}"]
    return faults
