"""The gap below a paragraph: the paragraph stays in sight above it, and nothing else is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.layout.flow import flow
from reader.library import resolve
from reader.reading.display import Display, ViewSize
from reader.reading.gap import BoxGap, row_below
from reader.reading.last_place import Start
from reader.reading.look import Look
from reader.settings import Settings
from tests.drawing import examples

if TYPE_CHECKING:
    from reader.library import Library

ADDRESSES = ("lanes-and-rivers-03/old-bridges", "city-of-springs-08/new-drivers")
SIZES = ((160, 43), (100, 28), (60, 22), (40, 10))
HEIGHT = 5


def display_at(library: Library, address: str, size: ViewSize, anchor: str) -> Display:
    target = resolve(library, address)
    assert target.article is not None
    shown = Display(flow(target.article, target.issue.languages_of(target.article)[:2]), Look.of(Settings()))
    shown.show(shown.flow, Start(anchor))
    shown.viewport(size)
    return shown


def drawn(shown: Display, size: ViewSize) -> list[str]:
    shown.redraw()
    return ["".join(text for text, _ in shown.row(size, y)) for y in range(size.height)]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("cells", SIZES, ids=str)
@given(number=st.integers(0, 60), moved=st.integers(-30, 30))
@examples(12)
def test_the_paragraph_ends_right_above_the_gap(
    library: Library, address: str, cells: tuple[int, int], number: int, moved: int
) -> None:
    size = ViewSize(*cells)
    shown = display_at(library, address, size, "")
    items = shown.viewport(size).window.column.items
    anchors = [items[k].anchor for k in range(len(items)) if items[k].number]
    anchor = anchors[number % len(anchors)]
    shown.show(shown.flow, Start(anchor))
    shown.viewport(size).window.move(moved)
    place = shown.open_gap(size, BoxGap(frozenset((anchor,)), HEIGHT))
    window = shown.viewport(size).window
    assert size.head_rows < place.row <= size.height - HEIGHT
    last = window.rows[place.row - size.head_rows - 1]
    assert anchor in {item.anchor for item in (last.left_item, last.right_item) if item}
    assert row_below(window, frozenset((anchor,))) == place.row - size.head_rows
    rows = drawn(shown, size)
    assert all(not row.strip("│▕▐ ") for row in rows[place.row : place.row + HEIGHT])
    below = rows[place.row + HEIGHT :]
    texts = [(row.left.text + row.right.text).strip() for row in window.rows[place.row - size.head_rows :]]
    assert all(not text or text[:1] in row for text, row in zip(texts, below, strict=False))
    shown.close_gap()
    assert shown.viewport(size).window.height == size.height - size.head_rows


@pytest.mark.parametrize("cells", SIZES[:3], ids=str)
def test_a_paragraph_in_sight_stays_at_its_row_and_both_its_texts_are_seen(
    library: Library, cells: tuple[int, int]
) -> None:
    size = ViewSize(*cells)
    shown = display_at(library, ADDRESSES[0], size, "p4")
    before = drawn(shown, size)
    place = shown.open_gap(size, BoxGap(frozenset(("p4",)), HEIGHT))
    after = drawn(shown, size)
    bars = [row.rstrip("▕▐") for row in before[: place.row]]
    assert [row.rstrip("▕▐") for row in after[: place.row]] == bars
    texts = "".join("".join(after[: place.row]).split())
    assert "扁拱也有扁拱的难处" in texts
    assert "Aflatarch" in texts


def test_several_paragraphs_of_a_selection_are_above_the_gap_as_far_as_they_fit(library: Library) -> None:
    size = ViewSize(100, 28)
    shown = display_at(library, ADDRESSES[0], size, "p1")
    place = shown.open_gap(size, BoxGap(frozenset(("p1", "p2", "p3", "p4")), HEIGHT))
    window = shown.viewport(size).window
    item = window.rows[place.row - size.head_rows - 1].right_item
    assert item
    assert item.anchor == "p4"
