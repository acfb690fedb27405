"""Rows of entries: the same whether they are asked for from the beginning or from the end; none before its time."""

from __future__ import annotations

from reader.ui.drawing import Run
from reader.ui.widgets.listing import Entry, Laid

WIDTH = 20


class Counted:
    """Entries that tell how many of them were looked at."""

    def __init__(self, entries: list[Entry[int]]) -> None:
        self.entries, self.seen = entries, set[int]()

    def __len__(self) -> int:
        return len(self.entries)

    def __getitem__(self, index: int) -> Entry[int]:
        self.seen.add(index)
        return self.entries[index]


def entries(count: int) -> Counted:
    made = []
    for number in range(count):
        lines: tuple[tuple[Run, ...], ...] = ((("泉水从石缝里涌出来" * (1 + number % 3), ""),), (("springs", "muted"),))
        made.append(Entry(lines, number, space_before=number % 4 == 0))
    return Counted(made)


def test_only_what_is_asked_for_is_laid_out() -> None:
    held = entries(1000)
    laid = Laid(held, WIDTH)
    row = laid.row(9)
    assert row is not None
    assert max(held.seen) == row[0] < 9


def test_rows_and_starts_are_the_same_in_any_order() -> None:
    whole, asked = Laid(entries(30), WIDTH), Laid(entries(30), WIDTH)
    count = whole.start(30)
    assert count == whole.up_to(10_000) > 60
    assert [asked.start(k) for k in reversed(range(30))] == [whole.start(k) for k in reversed(range(30))]
    assert [asked.row(k) for k in range(count)] == [whole.row(k) for k in range(count)]
    assert asked.row(count) is None
    assert asked.row(-1) is None


def test_an_entry_is_found_by_any_of_its_rows() -> None:
    laid = Laid(entries(30), WIDTH)
    for index in range(30):
        first, end = laid.start(index), laid.start(index + 1)
        blank = index % 4 == 3  # the row before the next entry
        found = [laid.row(k) for k in range(first, end)]
        assert [row[0] for row in found if row] == [index] * (end - first - blank) + [-1] * (blank and index < 29)
        assert {laid.entry_from(k) for k in range(first, end)} == {index}
    assert Laid().entry_from(0) == -1
