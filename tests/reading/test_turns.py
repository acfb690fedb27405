"""Reading a free article in turns: place, search, marks, percent, copying."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.layout.flow import flow
from reader.layout.spaces import SIDES, SpreadCell, WindowRow
from reader.marks.mark import BOOKMARK
from reader.model.passage import passages
from reader.reading import selecting
from reader.reading.display import Display, ViewSize
from reader.reading.last_place import Start
from reader.reading.new_marks import marked, stretches_of
from reader.reading.statusline import status_parts
from reader.search.query import phrase
from reader.ui.strings import strings_in
from tests.reading.opening import DRIVERS, look, open_article

if TYPE_CHECKING:
    from reader.library import Library

SIZES = [ViewSize(60, 22), ViewSize(40, 10), ViewSize(30, 8)]


def display_at(library: Library, at: str = "") -> Display:
    opened = open_article(library, DRIVERS)
    display = Display(flow(opened.article, opened.languages), look())
    display.show(display.flow, Start(at or None))
    return display


@pytest.mark.parametrize("size", SIZES)
def test_english_is_seen_before_two_screens_of_text_are_over(library: Library, size: ViewSize) -> None:
    display = display_at(library, "p1")
    window = display.viewport(size).window
    for _ in range(60):
        first = {row.sides[0] for row in window.rows if row.left_item}
        window.move_pages(1)
        seen = first | {row.sides[0] for row in window.rows if row.left_item}
        signs = [row for row in window.rows if "─" in row.left.text]
        is_one_paragraph = len({row.at[0] for row in window.rows if row.left_item}) == 1
        assert len(seen) == 2 or signs or window.at_end or is_one_paragraph


@pytest.mark.parametrize("size", SIZES)
def test_every_paragraph_is_opened_by_its_address_and_kept_through_other_sizes(
    library: Library, size: ViewSize
) -> None:
    for passage in passages(open_article(library, DRIVERS).article):
        display = display_at(library, passage.anchor)
        for other in (size, ViewSize(100, 30), size):
            window = display.viewport(other).window
            assert any(r.left_item and r.left_item.anchor == passage.anchor for r in window.rows) or any(
                r.right_item and r.right_item.anchor == passage.anchor for r in window.rows
            )


def test_progress_rises_and_the_paragraphs_are_walked_through_in_turn(library: Library) -> None:
    window = display_at(library).viewport(SIZES[0]).window
    seen, done = [], -1.0
    for _ in range(60):
        window.move_passages(1)
        assert window.progress >= done
        done = window.progress
        if window.item and window.item.number and window.item.anchor not in seen:
            seen.append(window.item.anchor)
    assert sorted(seen) == sorted(p.anchor for p in passages(open_article(library, DRIVERS).article))
    assert window.at_end


def test_matches_of_both_languages_are_found_in_the_order_of_the_page(library: Library) -> None:
    viewport = display_at(library).viewport(SIZES[0])
    viewport.find(phrase("2018"))
    assert viewport.match
    assert viewport.window.item.anchor == "en.p1"
    viewport.find(phrase("1300"))
    assert viewport.match
    assert viewport.window.item.cells[0]


def test_a_selection_stays_on_its_text_through_other_sizes_and_is_copied_and_marked(library: Library) -> None:
    opened = open_article(library, DRIVERS)
    display = display_at(library, "en.p3")
    window = display.viewport(SIZES[0]).window
    selection = selecting.of_paragraph(window)
    assert selection
    display.select(SIZES[0], selection)
    text = opened.text_of(window, selection)
    assert text.startswith("The wider setting")
    for size in (SIZES[1], ViewSize(100, 30), SIZES[2], SIZES[0]):
        window = display.viewport(size).window
        assert display.overlays.selection
        assert opened.text_of(window, display.overlays.selection) == text
    stretches = stretches_of(window, display.overlays.selection, opened.article.id)
    assert [(s.anchor, s.language) for s in stretches] == [("en.p3", "en")]
    assert marked(BOOKMARK, opened.issue, opened.article, stretches)


def test_the_mouse_selects_in_both_languages(library: Library) -> None:
    window = display_at(library, "p2").viewport(SIZES[0]).window
    found = set()
    for _ in range(12):
        for y, row in enumerate(window.rows):
            begun = selecting.begun_at(window, SpreadCell(10), WindowRow(y))
            if begun and row.left_item:
                assert begun.side == row.sides[0]
                found.add(begun.side)
        window.move_pages(1)
    assert found == {*SIDES}


@pytest.mark.parametrize("size", SIZES)
def test_the_status_and_the_head_name_the_language(library: Library, size: ViewSize) -> None:
    display = display_at(library, "en.p2")
    viewport = display.viewport(size)
    parts = status_parts(open_article(library, DRIVERS), viewport, strings_in("en"), minutes=1)
    assert any(text.startswith("English ¶2/") for text, _ in parts)
    if size.head_rows:
        head = "".join(text for text, _ in display.row(size, 0)).strip()
        assert head.startswith("English · 中文 ↓ ¶")
