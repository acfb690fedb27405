"""Issues are numbered in the index by their dates, in whatever order they are added."""

from __future__ import annotations

import sqlite3
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.catalogue import ordering
from reader.catalogue.ordering import first_free_block
from reader.library import Library
from reader.library.searching import SearchSession
from reader.search import parse_query
from tests.ui.hostile import small_issue

if TYPE_CHECKING:
    from pathlib import Path

ISSUES = st.lists(st.tuples(st.integers(1, 40), st.integers(1, 9)), min_size=1, max_size=40)


class Shelf:
    """A table of issues, as the catalogue has it, without their contents."""

    def __init__(self) -> None:
        self.to = sqlite3.connect(":memory:")
        self.to.execute("CREATE TABLE issues (id INTEGER PRIMARY KEY, date, path, first INTEGER, last INTEGER)")
        self.moved = 0

    def put(self, date: str, path: str, blocks: int) -> None:
        first = first_free_block(self.to, date, path, blocks, self._move)
        row = (date, path, first, first + blocks - 1)
        self.to.execute("INSERT INTO issues (date, path, first, last) VALUES (?, ?, ?, ?)", row)

    def _move(self, number: int, by: int) -> None:
        assert by
        self.moved += 1
        self.to.execute("UPDATE issues SET first = first + ?, last = last + ? WHERE id = ?", (by, by, number))
        assert self.is_without_overlaps()  # at every moment

    def places(self) -> list[tuple[int, int]]:
        return self.to.execute("SELECT first, last FROM issues ORDER BY date, path").fetchall()

    def is_without_overlaps(self) -> bool:
        places = sorted(self.places())
        return all(last < first for (_, last), (first, _) in pairwise(places))


@pytest.mark.parametrize(("first", "gap"), [(1 << 26, 1024), (1 << 26, 8), (20, 8), (1, 0)])
@given(ISSUES)
def test_issues_stand_by_their_dates(first: int, gap: int, issues: list[tuple[int, int]]) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(ordering, "FIRST_BLOCK", first)
        patched.setattr(ordering, "GAP_BLOCKS", gap)
        shelf = Shelf()
        for number, (day, blocks) in enumerate(issues):
            shelf.put(f"2020-01-{day:02}", f"{number}.yaml", blocks)
            assert shelf.places() == sorted(shelf.places())
            assert shelf.is_without_overlaps()
            assert shelf.places()[0][0] > 0


@pytest.mark.parametrize("backwards", [False, True])
def test_few_are_moved(backwards: bool) -> None:
    shelf = Shelf()
    shelf.put("2000-01-01", "old", 12)
    shelf.put("2030-01-01", "new", 12)
    days = [f"2015-{month:02}-{day:02}" for month in range(1, 11) for day in range(1, 29)]
    for number, day in enumerate(reversed(days) if backwards else days):
        shelf.put(day, str(number), 12)
    assert shelf.moved < 4 * len(days)


def test_what_comes_late_is_found_by_its_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ordering, "GAP_BLOCKS", 4)
    folder = tmp_path / "library"
    folder.mkdir()
    cache = str(tmp_path / "catalogue.sqlite")
    years = [2000, 2030, *range(2020, 2005, -1), 1990, *range(2021, 2025)]
    for year in years:
        text = small_issue(f"of-{year}", articles=3).replace("sections:", f"date: {year}-01-01\nsections:", 1)
        assert f"{year}-01-01" in text
        (folder / f"of-{year}.yaml").write_text(text, encoding="utf-8")
        library = Library([str(folder)], cache)
        assert library.update(alone=True) is not None
        assert library.notice == ""
    searching = SearchSession(library)
    found = searching.find(parse_query("title:2"), "newest", 1000).hits
    assert [hit.issue.id for hit in found if hit.language == "en"] == [f"of-{year}" for year in sorted(years)][::-1]
    searching.close()
