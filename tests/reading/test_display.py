"""An article at the size of a widget: what its rows are, and what a change keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.layout.flow import flow
from reader.layout.width import cell_width
from reader.model.record import replace
from reader.model.terms import Terms
from reader.reading.display import HEAD_ROWS, Display, ViewSize
from reader.reading.in_sight import visible_items
from reader.reading.last_place import Start
from reader.reading.overlays import MarkOverlay
from reader.reading.selecting import of_paragraph
from reader.search.query import phrase
from tests.reading.opening import BRIDGES, look, open_article

if TYPE_CHECKING:
    from reader.library import Library

SIZE = ViewSize(120, 40)


@pytest.fixture
def display(library: Library) -> Display:
    opened = open_article(library)
    return Display(flow(opened.article, opened.languages), look())


def text_of(display: Display, size: ViewSize = SIZE) -> list[str]:
    return ["".join(text for text, _ in display.row(size, y)) for y in range(size.height)]


@pytest.mark.parametrize("size", [(40, 12), (60, 24), (100, 30), (120, 40), (160, 45)])
def test_each_row_of_the_text_is_as_wide_as_the_widget(display: Display, size: tuple[int, int]) -> None:
    shown = ViewSize(*size)
    rows = text_of(display, shown)
    assert {cell_width(row) for row in rows[shown.head_rows :]} == {size[0]}
    assert all(row[-1] in "▐▕" for row in rows[shown.head_rows :])


def test_the_languages_are_named_where_there_is_room(display: Display) -> None:
    assert "English" in text_of(display)[0]
    assert ViewSize(100, 18).head_rows == HEAD_ROWS
    assert ViewSize(100, 17).head_rows == 0
    assert ViewSize(67, 20).parallel_fits
    assert not ViewSize(66, 20).parallel_fits


def test_the_viewport_is_made_anew_for_another_size_or_look_only(display: Display) -> None:
    first = display.viewport(SIZE)
    first.window.move_pages(1)
    assert display.viewport(SIZE) is first
    other = display.viewport(ViewSize(70, 40))
    assert other is not first
    assert other.window.locus == first.window.locus
    display.look = replace(display.look, mode="left")
    assert display.viewport(ViewSize(70, 40)) is not other


def test_a_hit_is_opened_at_its_first_match_and_a_place_is_not_left_for_one(library: Library, display: Display) -> None:
    opened = open_article(library, BRIDGES)
    shown = flow(opened.article, opened.languages)
    display.show(shown, Start("p3"), phrase("桥"))
    match = display.viewport(SIZE).match
    assert match is not None
    assert display.viewport(SIZE).window.column.items[match.item].anchor == "p3"
    place = display.viewport(SIZE).window.locus
    display.show(shown, Start(place), phrase("桥"))
    assert display.viewport(SIZE).match is None
    assert display.sought == phrase("桥")
    assert display.viewport(SIZE).window.locus == place


def test_the_passage_that_was_current_is_so_again(library: Library, display: Display) -> None:
    display.viewport(SIZE).window.move_pages(1)
    window = display.viewport(SIZE).window
    anchor = next(item.anchor for item in visible_items(window)[1:] if item.number and item is not window.item)
    display.show(display.flow, Start(window.locus, anchor))
    assert display.viewport(SIZE).window.item.anchor == anchor


def test_a_hidden_match_is_revealed(display: Display) -> None:
    display.look = replace(display.look, mode="reveal")
    assert not any("The Xiao River" in row for row in text_of(display))
    display.go(SIZE, lambda viewport: viewport.find(phrase("The Xiao River is not wide")))
    assert display.revealed
    display.redraw()
    assert any("The Xiao River" in row for row in text_of(display))
    (anchor,) = display.revealed
    display.reveal(anchor)
    assert not display.revealed


def test_rows_are_kept_until_something_changes(display: Display) -> None:
    before = text_of(display)
    display.viewport(SIZE).window.move_pages(1)
    display.select(SIZE, of_paragraph(display.viewport(SIZE).window))
    display.redraw()
    assert text_of(display) != before
    assert any(style == "selection" for y in range(SIZE.height) for _, style in display.row(SIZE, y))
    display.show(display.flow, Start())
    assert display.overlays.selection is None


def test_marks_and_terms_are_drawn(library: Library, display: Display) -> None:
    marks = MarkOverlay(frozenset({"p1"}))
    assert display.draw_marks(marks)
    assert not display.draw_marks(marks)
    display.draw_terms(Terms(open_article(library).issue.glossary))
    display.redraw()
    assert any("⚑" in row for row in text_of(display))
    assert any("term" in style.split() for y in range(SIZE.height) for _, style in display.row(SIZE, y))


def test_matches_are_counted_to_the_end(display: Display) -> None:
    assert not display.is_counting
    display.go(SIZE, lambda viewport: viewport.find(phrase("桥")))
    while display.is_counting:
        display.count_some()
    matches = display.viewport(SIZE).matches
    assert matches is not None
    assert matches.complete
