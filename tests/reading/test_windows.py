"""Moves in an article, without a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.layout.flow import flow
from reader.layout.geometry import Geometry
from reader.reading.in_sight import visible_items
from reader.reading.selection import Spot
from reader.reading.window import OVERLAP_ROWS, Window
from tests.reading.opening import BRIDGES, DRIVERS, open_article, window_on

if TYPE_CHECKING:
    from reader.library import Library


def test_a_page_keeps_the_last_row_in_sight(library: Library) -> None:
    window = window_on(open_article(library))
    last = window.rows[-OVERLAP_ROWS]
    window.move_pages(1)
    assert window.rows[0] == last
    window.move_pages(-1)
    assert window.place == window.spread.first()


def test_the_end_and_the_beginning(library: Library) -> None:
    window = window_on(open_article(library))
    assert not window.at_end
    window.go_to_end()
    assert window.at_end
    assert window.item is not None
    assert window.passage_number == window.passages
    window.move(1_000)
    assert window.at_end
    window.go_to_share(0)
    assert (window.place, window.progress) == (window.spread.first(), 0)


def test_paragraphs_one_by_one_and_back(library: Library) -> None:
    window = window_on(open_article(library))
    seen = []
    for _ in range(3):
        window.move_passages(1)
        assert window.item is not None
        seen.append(window.item.anchor)
    assert seen == ["p1", "flat", "p3"]
    window.move_passages(-1)
    assert window.item is not None
    assert window.item.anchor == "flat"
    for _ in range(5):
        window.move_passages(-1)
    assert window.place == window.spread.first()


@pytest.mark.parametrize("address", [BRIDGES, DRIVERS])
@pytest.mark.parametrize("width", [40, 70, 160])
def test_another_width_and_back_leads_to_the_same_row(library: Library, address: str, width: int) -> None:
    opened = open_article(library, address)
    first = window_on(opened)
    first.move_pages(1.5)
    shown = flow(opened.article, opened.languages)
    there = Window(shown, Geometry(width), 20, first.kept)
    back = Window(shown, Geometry(120), 30, there.kept)
    assert back.rows == first.rows


@pytest.mark.parametrize(("address", "mode"), [(BRIDGES, "parallel"), (BRIDGES, "interleaved"), (DRIVERS, "parallel")])
def test_a_line_that_opens_and_closes_moves_nothing_at_the_end(library: Library, address: str, mode: str) -> None:
    opened = open_article(library, address)
    for height in range(8, 24):  # some begin on a blank row
        window = window_on(opened, height=height, mode=mode)
        window.go_to_end()
        smaller = window.reshaped(window.geometry, height - 1, frozenset())
        assert smaller.rows == window.rows[1:]
        assert smaller.reshaped(window.geometry, height, frozenset()).rows == window.rows


def test_a_page_that_was_laid_out_ahead_is_there(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    window = window_on(open_article(library), height=12)
    window.move_pages(1)
    window.lay_ahead()
    monkeypatch.setattr("reader.layout.column.Column._lay", lambda *_: pytest.fail("laid out late"))
    window.move_pages(1)
    assert len(window.rows) == 12


def test_the_beginning_stays_the_beginning(library: Library) -> None:
    assert window_on(open_article(library)).kept is None


def test_an_item_is_chosen_only_in_sight(library: Library) -> None:
    window = window_on(open_article(library), "p1")
    before = window.index
    window.choose(before + 1)
    assert window.index == before + 1
    window.choose(10_000)
    assert window.index == before + 1
    window.move(1)
    assert window.index != before + 1 or window.place.item == before + 1


def test_bookmarks_around_the_end(library: Library) -> None:
    window = window_on(open_article(library))
    seen = []
    for _ in range(3):
        assert window.go_to_next(frozenset({"flat", "p4"}))
        assert window.item is not None
        seen.append(window.item.anchor)
    assert seen == ["flat", "p4", "flat"]
    assert not window.go_to_next(frozenset({"nowhere"}))


def test_a_character_comes_into_sight_and_stays_where_it_is_in_sight(library: Library) -> None:
    window = window_on(open_article(library), height=12)
    last = len(window.column.items) - 1
    window.show(0, 0, Spot(last, 0))
    assert window.index == last
    assert any(row.at[0] == last for row in window.rows)
    place = window.place
    window.bring_in_sight(0, 0, Spot(last, 0))
    assert window.place == place


def test_the_current_item_is_the_first_of_those_in_sight(library: Library) -> None:
    window = window_on(open_article(library), "p3")
    shown = visible_items(window)
    assert shown[0].anchor == "p3"
    assert {item.anchor for item in shown} > {"p3"}
