"""Tables in two languages on the screen: search, copying, selecting, the divider, scrolling sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.layout.flow import flow
from reader.layout.pointing import cell_of
from reader.layout.spaces import LEFT, RIGHT, SpreadCell, WindowRow
from reader.reading import selecting
from reader.reading.display import Display, ViewSize
from reader.reading.last_place import Start
from reader.reading.new_marks import stretches_of
from reader.reading.rows import DIVIDER
from reader.search.query import phrase
from tests.reading.opening import look, open_article

if TYPE_CHECKING:
    from reader.library import Library

SPELLINGS = "lanes-and-rivers-03/old-spellings"
SIZES = [ViewSize(160, 40), ViewSize(95, 30), ViewSize(60, 22), ViewSize(40, 10)]


def display_at(library: Library, address: str, at: str) -> Display:
    opened = open_article(library, address)
    display = Display(flow(opened.article, opened.languages), look())
    display.show(display.flow, Start(at))
    return display


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("words", ["Chinkiang", "Nanking"])
def test_a_text_that_both_languages_share_is_one_match(library: Library, size: ViewSize, words: str) -> None:
    display = display_at(library, SPELLINGS, "spellings")
    display.go(size, lambda viewport: viewport.find(phrase(words)))
    spans = set()
    for _ in range(4):
        viewport = display.viewport(size)
        assert viewport.match
        spans.add(viewport.match)
        if viewport.window.item.kind == "table" and not viewport.match.side:
            display.redraw()
            drawn = [run for y in range(size.height) for run in display.row(size, y)]
            assert [text for text, style in drawn if style == "match-here"] == [words]
        display.go(size, lambda viewport: viewport.next_match(1))
    in_tables = [match for match in spans if viewport.window.column.items[match.item].kind == "table"]
    assert [match.side for match in in_tables] == [LEFT]


@pytest.mark.parametrize("size", SIZES)
def test_the_mouse_selects_the_text_of_either_language_across_the_gutter(library: Library, size: ViewSize) -> None:
    display = display_at(library, SPELLINGS, "spellings")
    display.go(size, lambda viewport: viewport.find(phrase("lower")))
    viewport = display.viewport(size)
    window, spot = viewport.window, viewport.match_spot
    y = window.row_of_spot(0, RIGHT, spot)
    line = window.rows[y].left
    x = window.geometry.starts_cells[0] + cell_of(line, spot.offset)
    begun = selecting.begun_at(window, SpreadCell(x), WindowRow(y))
    assert begun
    assert (begun.side, begun.anchor) == (RIGHT, spot)
    ended = selecting.extended_to(window, begun, SpreadCell(x + len("lower")), WindowRow(y))
    opened = open_article(library, SPELLINGS)
    assert opened.text_of(window, ended) == "lower"
    (stretch,) = stretches_of(window, ended, opened.article.id)
    assert (stretch.anchor, stretch.language) == ("spellings", "en")


@pytest.mark.parametrize("size", SIZES[:2])
def test_no_divider_is_drawn_beside_a_table_over_both_columns(library: Library, size: ViewSize) -> None:
    display = display_at(library, SPELLINGS, "spellings")
    assert any(row.spans for row in display.viewport(size).window.rows)
    assert not any(
        DIVIDER in text for y in range(size.height) for text, style in display.row(size, y) if style == "faint"
    )
