"""The next page is drawn ahead: it is shown only where it is what would be drawn."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from reader.layout.flow import flow
from reader.marks.article_text import TextRange
from reader.model.record import replace
from reader.reading.display import Display, ViewSize
from reader.reading.gap import BoxGap
from reader.reading.last_place import Start
from reader.reading.overlays import MarkOverlay
from reader.reading.selecting import of_paragraph
from reader.search.query import phrase
from tests.drawing import seeds
from tests.reading.opening import BRIDGES, DRIVERS, look, open_article

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.layout.runs import Run
    from reader.library import Library

SIZE = ViewSize(120, 24)


def rows_of(display: Display) -> list[list[Run]]:
    return [[*display.row(SIZE, y)] for y in range(SIZE.height)]


def shown(library: Library, address: str) -> Display:
    opened = open_article(library, address)
    return Display(flow(opened.article, opened.languages), look())


@pytest.mark.parametrize("address", [BRIDGES, DRIVERS])
@pytest.mark.parametrize("mode", ["parallel", "interleaved", "left", "reveal"])
def test_a_page_down_shows_the_page_that_was_drawn_ahead(library: Library, address: str, mode: str) -> None:
    ahead, plain = shown(library, address), shown(library, address)
    for display in (ahead, plain):
        display.look = replace(display.look, mode=mode)
    for _ in range(5):
        drawn = ahead.draw_ahead(SIZE)
        for display in (ahead, plain):
            display.go(SIZE, lambda viewport: viewport.window.move_pages(1))
            display.redraw()
        assert rows_of(ahead) == rows_of(plain)
        assert all(
            row is kept for row, kept in zip(map(ahead.row, [SIZE] * SIZE.height, range(24)), drawn, strict=True)
        )


def test_the_page_on_the_screen_stays_when_the_next_one_is_drawn(library: Library) -> None:
    display = shown(library, BRIDGES)
    for _ in range(3):
        before = rows_of(display)
        display.draw_ahead(SIZE)
        assert rows_of(display) == before  # as after a change of the theme, which draws all rows again
        display.go(SIZE, lambda viewport: viewport.window.move_pages(1))
        display.redraw()


def select(display: Display) -> None:
    viewport = display.viewport(SIZE)
    display.select(SIZE, of_paragraph(viewport.window))


def link(display: Display, *, linked: bool) -> None:
    window = display.viewport(SIZE).window
    if window.can_unlink:
        window.link(linked=linked)


CHANGES: tuple[Callable[[Display], object], ...] = (
    *(lambda display: display.go(SIZE, lambda viewport: viewport.window.move_pages(1)),) * 6,
    lambda display: display.go(SIZE, lambda viewport: viewport.window.move_pages(-1)),
    lambda display: display.go(SIZE, lambda viewport: viewport.window.move(1)),
    lambda display: display.go(SIZE, lambda viewport: viewport.window.move_passages(1)),
    lambda display: display.go(SIZE, lambda viewport: viewport.window.go_to_end()),
    lambda display: display.go(SIZE, lambda viewport: viewport.window.move(-10_000)),
    lambda display: display.go(SIZE, lambda viewport: viewport.find(phrase("桥"))),
    lambda display: display.go(SIZE, lambda viewport: viewport.light(phrase(""))),
    lambda display: display.draw_marks(MarkOverlay(bookmarked=frozenset({"p5", "p9"}))),
    lambda display: display.light_sentence(TextRange("old-bridges", "p7", "zh-Hans", 0, 9)),
    lambda display: display.light_sentence(None),
    select,
    lambda display: display.select(SIZE, None),
    lambda display: display.open_gap(SIZE, BoxGap(frozenset({"p3"}), 4)),
    lambda display: display.close_gap(),
    lambda display: display.reveal("p6"),
    lambda display: display.show(display.flow, Start("p4")),
    lambda display: setattr(display, "look", replace(display.look, mode="interleaved")),
    lambda display: setattr(display, "look", replace(display.look, mode="parallel", measure_cells=30)),
    lambda display: link(display, linked=False),
    lambda display: link(display, linked=True),
    lambda display: display.measure_anew(),
)


@pytest.mark.parametrize("seed", seeds(12))
@pytest.mark.parametrize("address", [BRIDGES, DRIVERS])
def test_what_was_drawn_ahead_is_never_shown_in_another_state(library: Library, address: str, seed: int) -> None:
    chance = Random(seed)
    ahead, plain = shown(library, address), shown(library, address)
    for _ in range(12):
        change = chance.choice(CHANGES)
        ahead.draw_ahead(SIZE)
        for display in (ahead, plain):
            change(display)
            display.redraw()
        assert rows_of(ahead) == rows_of(plain)
