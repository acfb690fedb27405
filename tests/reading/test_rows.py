"""The runs of rows: the divider, the bar and the tint of the current pair, terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.layout.bars import QUOTATION_BAR, SECOND_BAR
from reader.layout.flow import flow
from reader.layout.spaces import LEFT, RIGHT
from reader.layout.width import cell_width
from reader.model.kept_lines import parse_verse
from reader.model.magazine import AlignedBody, Article, Code, GlossaryEntry, Paragraph, Verse
from reader.model.markup import parse
from reader.model.record import replace
from reader.model.terms import Terms
from reader.model.text import Prose, Text, text_of
from reader.reading.display import Display, ViewSize
from reader.reading.glossary import terms_in_sight
from reader.reading.last_place import Start
from reader.reading.rows import DIVIDER, HERE_SIGN
from tests.reading.opening import BRIDGES, DRIVERS, look, open_article

if TYPE_CHECKING:
    from reader.layout.runs import Run
    from reader.library import Library

SIZE = ViewSize(95, 40)


def display_of(library: Library, address: str = BRIDGES, at: str = "", **changes: object) -> Display:
    opened = open_article(library, address)
    display = Display(flow(opened.article, opened.languages), replace(look(), **changes))
    display.show(display.flow, Start(at or None))
    if opened.issue.glossary:
        display.draw_terms(Terms(opened.issue.glossary))
    return display


def drawn(display: Display, size: ViewSize = SIZE) -> list[list[Run]]:
    return [display.row(size, y) for y in range(size.height)]


def cell_at(runs: list[Run], cell: int) -> Run:
    for text, style in runs:
        for char in text:
            if cell <= 0:
                return char, style
            cell -= cell_width(char)
    return "", ""


@pytest.mark.parametrize("address", [BRIDGES, DRIVERS])
def test_the_divider_runs_through_all_rows_also_below_the_end(library: Library, address: str) -> None:
    for height in (20, 40, 500):
        size = ViewSize(95, height)
        display = display_of(library, address)
        gutter = display.viewport(size).window.geometry.gutter.start
        spans = any(row.spans for row in display.viewport(size).window.rows)
        signs = {cell_at(runs, gutter)[0] for runs in drawn(display, size)}
        assert signs == ({DIVIDER} if not spans else signs - {DIVIDER})


def test_the_current_pair_has_a_bar_and_a_tint_beside_its_text_and_nothing_behind_it(library: Library) -> None:
    display = display_of(library, at="p1")
    window = display.viewport(SIZE).window
    geometry = window.geometry
    seen = set()
    for number, row in enumerate(window.rows):
        runs = display.row(SIZE, number + SIZE.head_rows)
        for start, line, item in ((0, row.left, row.left_item), (1, row.right, row.right_item)):
            first = geometry.starts_cells[start]
            here = bool(item and item.anchor == window.item.anchor and line.text)
            assert (cell_at(runs, first - 1)[0] == HERE_SIGN) == here
            last = first + geometry.columns_cells[start] - 1
            assert ("current" in cell_at(runs, last)[1]) == here
            seen.add((here, bool(line.text)))
    assert seen == {(True, True), (False, True), (False, False)}


@pytest.mark.parametrize("anchor", ["p2", "p3"])
def test_no_bar_is_beside_the_bar_of_the_current_pair(library: Library, anchor: str) -> None:
    size = ViewSize(60, 24)
    display = display_of(library, at=anchor)
    window = display.viewport(size).window
    first = window.geometry.starts_cells[0]
    bars = {QUOTATION_BAR[0], SECOND_BAR[0]}
    seen = set()
    for number, row in enumerate(window.rows):
        text = "".join(part for part, _ in display.row(size, number + size.head_rows))
        here = text[first - 1] == HERE_SIGN
        leading = {*text[first : first + 4]} & bars
        assert len(leading) <= (not here)
        seen.add((here, row.sides[0]))
    assert {(True, LEFT), (True, RIGHT), (False, RIGHT)} <= seen


def terms_of(display: Display) -> list[str]:
    return [text for runs in drawn(display) for text, style in runs if "term" in style.split()]


def test_a_term_is_marked_where_it_comes_into_sight_first_or_always_or_never(library: Library) -> None:
    first, every = terms_of(display_of(library, DRIVERS)), terms_of(display_of(library, DRIVERS, term_marks="all"))
    assert every.count("高新区") > 1
    assert first.count("高新区") + first.count("济南高新区") <= 1
    assert set(first) <= set(every)
    assert len(first) < len(every)
    assert terms_of(display_of(library, DRIVERS, term_marks="none")) == []


def test_a_term_is_marked_again_on_a_later_screen(library: Library) -> None:
    display = display_of(library, DRIVERS)
    before = terms_of(display)
    display.go(SIZE, lambda viewport: viewport.window.move_pages(1))
    display.redraw()
    assert set(before) & set(terms_of(display))


def test_no_term_is_marked_in_code() -> None:
    code = Text((("en", Prose("spring = 1")),))
    blocks = (Code(code), Code(code, "python"), Paragraph(Text((("en", parse("`spring` water, a spring")),))))
    article = Article("a", text_of("T"), AlignedBody(blocks))
    display = Display(flow(article, ("en", "zh-Hans")), replace(look(), term_marks="all"))
    display.show(display.flow, Start(None))
    display.draw_terms(Terms([GlossaryEntry(text_of({"en": "spring"}))]))
    assert terms_of(display) == ["spring"]
    assert len(terms_in_sight(display.viewport(SIZE).window, Terms([GlossaryEntry(text_of({"en": "water"}))]))) == 1
    assert terms_in_sight(display.viewport(SIZE).window, Terms([GlossaryEntry(text_of({"en": "1"}))])) == []


def test_the_tint_of_the_current_verse_has_no_hole_beside_readings_and_rest_of_lines() -> None:
    left = parse_verse("{床|chuáng}前明月光，疑是地上霜，举头望明月，低头思故乡\n{月|yuè}光")
    verse = Verse(Text((("zh-Hans", left), ("en", parse_verse("bed\nmoon")))))
    display = Display(flow(Article("a", text_of("T"), AlignedBody((verse,))), ("zh-Hans", "en")), look())
    display.show(display.flow, Start("p1"))
    window = display.viewport(ViewSize(60, 12)).window
    rows = [row for row in window.rows if row.left_item and row.left_item.anchor == "p1"]
    first = window.geometry.starts_cells[1]
    signs = [
        cell_at(display.row(ViewSize(60, 12), number + ViewSize(60, 12).head_rows), first - 1)[0]
        for number, row in enumerate(window.rows)
        if row in rows
    ]
    assert [bool(row.right.text) for row in rows].count(False) >= 3
    assert set(signs) == {HERE_SIGN}
