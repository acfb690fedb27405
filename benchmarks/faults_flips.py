"""Flipped bits in the catalogue and in the file of marks: answers are compared with the truth, round by round."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

from table import Figure

from reader.library import Library
from reader.library.searching import search
from reader.search import parse_query
from tests.invented.flipping import flip
from tests.marks.hostile_stores import faults_after_a_flip, store_of_all_kinds
from tests.ui.hostile import small_issue

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_BITS = 8
QUERIES = ("泉", "spring", "water -market", "paragraph", "title:article")


def flips(folder: Path, rounds: int, seed: int) -> Iterator[Figure]:
    """Yields the number of rounds, and for both files that of rounds with a wrong answer or an unforeseen error."""
    catalogue, marks = _Catalogue(folder), _Marks(folder)
    wrong = {"catalogue": 0, "marks": 0}
    for number in range(seed, seed + rounds):
        bits = random.Random(number).randint(1, MAX_BITS)
        for name, faults in (("catalogue", catalogue.faults), ("marks", marks.faults)):
            try:
                found = faults(bits, number)
            except Exception as error:  # noqa: BLE001 (an unforeseen error is what is looked for)
                found = [f"unforeseen: {error!r}"]
            wrong[name] += bool(found)
            for fault in found:
                print(f"    --seed {number}: {name}: {fault}", flush=True)
    yield Figure("flips: rounds of 1 to 8 bits in each file", rounds, "rounds")
    yield Figure("flips: catalogue: wrong answers", wrong["catalogue"], "rounds", most=0)
    yield Figure("flips: marks: changed, or missing and not told", wrong["marks"], "rounds", most=0)


class _Catalogue:
    """A library of three issues, and its catalogue."""

    def __init__(self, folder: Path) -> None:
        self._issues = folder / "library"
        self._issues.mkdir()
        for name in ("one", "two"):
            (self._issues / f"{name}.yaml").write_text(small_issue(name, articles=2), encoding="utf-8")
        (self._issues / "bad.yaml").write_text("format: 1\n", encoding="utf-8")
        self._good, self._file = folder / "good", folder / "catalogue.sqlite"
        self._truth = self._answers(Library([str(self._issues)], str(folder / "none.sqlite")))
        library = Library([str(self._issues)], str(self._file))
        library.update(alone=True)
        assert library.catalogue
        library.catalogue.close()
        self._good.mkdir()
        for path in folder.glob("catalogue.sqlite*"):
            shutil.copy2(path, self._good / path.name)

    def faults(self, bits: int, seed: int) -> list[str]:
        """Returns the differences between the answers with flipped bits and the truth."""
        for path in self._good.iterdir():
            shutil.copy2(path, self._file.parent / path.name)
        flip(self._file, bits, seed)
        library = Library([str(self._issues)], str(self._file))
        before = self._answers(library)
        library.update(alone=True)
        after = self._answers(library)
        if library.catalogue:
            library.catalogue.close()
        return [when for when, told in (("at once", before), ("updated", after)) if told != self._truth]

    def _answers(self, library: Library) -> list[object]:
        found = [hit for query in QUERIES for hit in search(library, parse_query(query), limit=1000).hits]
        hits = sorted((hit.address, hit.field, hit.language, hit.spans) for hit in found)
        issues = [(entry.path, str(issue)) for entry, issue in library.issues()]
        return [issues, [str(entry.first_error) for entry in library.broken()], hits]


class _Marks:
    """A file of marks."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._good = folder / "marks", folder / "good.sqlite"
        self._file = self._folder / "marks.sqlite"
        self._truth = store_of_all_kinds(str(self._file))
        shutil.copy(self._file, self._good)

    def faults(self, bits: int, seed: int) -> list[str]:
        """Returns the marks that are others with flipped bits, or missing without a word."""
        shutil.rmtree(self._folder)
        self._folder.mkdir()
        shutil.copy(self._good, self._file)
        return faults_after_a_flip(str(self._file), self._truth, bits, seed)
