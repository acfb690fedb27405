"""Rows, places and loci of a spread: the properties that a reader relies on."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.layout.blank_rows import space_before
from reader.layout.column import Column, Locus, Place, Row
from reader.layout.flow import Flow, Items, flow
from reader.layout.geometry import MODES, Geometry
from reader.layout.item import Cell, Item, is_shared_code
from reader.layout.lines import HANGING
from reader.layout.piece import ORNAMENT
from reader.layout.spread import Spread
from reader.layout.width import cell_width
from reader.model.magazine import AlignedBody, Article, FreeBody, PageBreak, Paragraph, Quotation
from reader.model.text import Prose, text_of
from tests.drawing import examples
from tests.layout.articles import LANGUAGES, articles

CHINESE, ENGLISH = LANGUAGES
heights = st.integers(1, 60)
modes = st.sampled_from(MODES)
widths = st.one_of(st.integers(4, 200), st.sampled_from((1, 40, 66, 100, 160)))
splits = st.sampled_from((0.5, 0.2, 0.35, 0.8))
some = examples(60)


def spread_of(article: Article, width: int, mode: str = "parallel", split: float = 0.5) -> Spread:
    shown = flow(article, LANGUAGES)
    revealed = [item.anchor for items in shown.sides for item in items if item.number % 2]
    return Spread(shown, Geometry(width, mode, split=split), frozenset(revealed))


def window(spread: Spread, place: Place, height: int) -> list[Row]:
    return spread.window(spread.places(place, height), height)


def places(column: Column) -> list[Place]:
    return [Place(k, row) for k in range(len(column.items)) for row in range(len(column.rows(k)))]


def all_rows(column: Column) -> list[Row]:
    return [row for k in range(len(column.items)) for row in column.rows(k)]


def key(place: Place) -> tuple[int, int]:
    return place.item, place.row


def ink(line: object) -> bool:
    return any(piece.start != ORNAMENT for piece in line.pieces)


# -- rows in sight ---------------------------------------------------------------------------------


@given(articles(), widths, modes, splits)
@some
def test_no_row_is_wider_than_its_column(article: Article, width: int, mode: str, split: float) -> None:
    spread = spread_of(article, width, mode, split)
    for number, column in enumerate(spread.columns):
        left, right = spread.geometry.columns_cells
        for row in all_rows(column):
            whole = spread.geometry.across_cells if row.spans and not number else right if number else left
            for line, room in ((row.left, whole), (row.right, right)):
                clusters = [piece for piece in line.pieces if piece.text.strip(" ")]
                hung = sum(piece.text[-1:] in HANGING for piece in line.pieces[-1:]) * spread.geometry.hang_cells
                assert cell_width(line.text) <= room + hung or len(clusters) == 1, line.text


@given(articles(), widths, modes)
@some
def test_every_text_is_in_the_rows_once_and_in_reading_order(article: Article, width: int, mode: str) -> None:
    spread = spread_of(article, width, mode)
    shown = spread.geometry.shown_mode
    for side in {"left": (0,), "right": (1,), "reveal": (0,)}.get(shown, (0, 1)):
        column = spread.columns[side] if len(spread.columns) == 2 else spread.columns[0]
        told = side == 1 and shown != "right"  # code of both languages was counted on the left
        found = []
        for row in all_rows(column):
            line, item = (row.right, row.right_item) if column.parallel and side == 1 else (row.left, row.left_item)
            if not column.parallel and row.sides != (side, side):
                continue
            if item and item.cells[side] and not item.cells[side].table and not (told and is_shared_code(item)):
                found += [piece.text for piece in line.pieces if piece.start != ORNAMENT]
        items = [item for item in column.items if item.cells[side] and not (told and is_shared_code(item))]
        expected = [
            item.cells[side].prose.text
            for item in items
            if not item.cells[side].table
            and not (
                shown in ("interleaved", "reveal")
                and item.cells[side].note
                and item.cells[1 - side]
                and not item.cells[1 - side].note
            )
        ]
        assert "".join("".join(found).split()) == "".join("".join(expected).split())


def labelled(number: str, width: int, *before: PageBreak) -> list[tuple[str, str, str]]:
    both = text_of({CHINESE: "一", ENGLISH: "one"})
    body = AlignedBody((Paragraph(both), *before, Paragraph(both, number=number)))
    rows = spread_of(Article("x", both, body), width).window([Place()], 12)
    return [(row.page, row.label, row.left.text.strip()) for row in rows][3:]


def test_a_printed_number_is_in_the_margin_or_before_its_text() -> None:
    assert labelled("1.2", 80) == [("", "", ""), ("", "1.2", "一")]
    assert labelled("1.2", 80, PageBreak("61")) == [("61", "", ""), ("", "1.2", "一")]
    assert labelled("卷三", 80) == [("", "", ""), ("", "", "卷三 一")]
    assert labelled("1.2", 28)[2:] == [("", "", ""), ("", "", "1.2 一"), ("", "", "▏ 1.2 one")]


@given(articles(free=False), st.integers(66, 200))
@some
def test_a_text_and_its_counterpart_begin_on_the_same_row(article: Article, width: int) -> None:
    (column,) = spread_of(article, width).columns
    for index, item in enumerate(column.items):
        first, *below = column.rows(index)[column.start(index).row :]
        if first.left.is_annotation or first.right.is_annotation:  # readings are above the first line of text
            first = below[0]
        for side, line in ((0, first.left), (1, first.right)):
            cell = item.cells[side]
            if cell and cell.prose.text.strip(" \n"):
                is_one = (cell.table and not cell.note) or is_shared_code(item)
                assert line.text or is_one, (item, line)
                if not cell.table and not is_shared_code(item):
                    assert any(piece.start == 0 for piece in line.pieces)


@given(articles(), widths, modes)
@some
def test_the_ends_of_all_sides_can_be_reached(article: Article, width: int, mode: str) -> None:
    spread = spread_of(article, width, mode)
    for height in (1, 5, 40):
        first, last = window(spread, spread.first(), height), window(spread, spread.last(height), height)
        for side, column in enumerate(spread.columns):
            lines = [row.right if side else row.left for row in first]
            assert lines[0] == all_rows(column)[0].left
            ends = [row.left for row in all_rows(column)]
            shown = [row.right if side else row.left for row in last]
            assert ends[-1] in shown if len(spread.columns) > 1 else shown[-1] == ends[-1]


@given(articles(), widths, modes)
@some
def test_every_page_that_begins_is_in_the_margin_once(article: Article, width: int, mode: str) -> None:
    for column in spread_of(article, width, mode).columns:
        begun = [item.page for item in column.items if item.new_page and item.page]
        told = [row.page for row in all_rows(column) if row.page]
        silent = [item for item in column.items if not any(item.cells[side] for side in column.sides)]
        assert told == begun or (silent and set(told) <= set(begun) and len(told) == len(set(told)))


# -- moving -----------------------------------------------------------------------------------------


@given(articles(), widths, modes, heights)
@some
def test_a_window_is_a_run_of_rows(article: Article, width: int, mode: str, height: int) -> None:
    for column in spread_of(article, width, mode).columns:
        rows, found = all_rows(column), places(column)
        for k in range(0, len(found), 7):
            assert column.window(found[k], height) == rows[k : k + height]


@given(articles(), widths, modes, heights)
@some
def test_the_last_window_is_full_or_whole(article: Article, width: int, mode: str, height: int) -> None:
    for column in spread_of(article, width, mode).columns:
        rows = all_rows(column)
        assert column.window(column.last(height), height) == rows[-height:]


@given(articles(), widths, modes, heights, st.integers(0, 10_000), st.integers(-80, 80))
@some
def test_moving_there_and_back_is_no_move_but_at_the_ends(
    article: Article, width: int, mode: str, height: int, start: int, by: int
) -> None:
    for column in spread_of(article, width, mode).columns:
        found = places(column)
        last = found.index(column.last(height))
        index = start % (last + 1)
        moved = column.move(found[index], by, height)
        assert found.index(moved) == min(max(index + by, 0), last)
        if 0 <= index + by <= last:
            assert column.move(moved, -by, height) == found[index]


@given(articles(free=True), st.integers(66, 200), st.integers(2, 20), st.integers(2, 9))
@examples(40)
def test_sides_that_flow_apart_scroll_together_from_end_to_end(
    article: Article, width: int, height: int, step: int
) -> None:
    spread = spread_of(article, width)
    place, seen = spread.first(), []
    for _ in range(2000):
        seen.append([key(p) for p in spread.places(place, height)])
        following = spread.move(place, step, height)
        if following == place:
            break
        place = following
    assert place == spread.last(height)
    for before, after in pairwise(seen):
        assert all(a <= b for a, b in zip(before, after, strict=True))  # neither side ever goes back
    assert seen[0] == [(0, 0)] * len(spread.columns)
    assert seen[-1] == [key(column.last(height)) for column in spread.columns]


# -- progress ---------------------------------------------------------------------------------------


@given(articles(), widths, modes, heights)
@some
def test_progress_goes_from_0_to_1_and_never_back(article: Article, width: int, mode: str, height: int) -> None:
    spread = spread_of(article, width, mode)
    side = spread.last(height).side
    column = spread.columns[side]
    found = [Place(p.item, p.row, side) for p in places(column)]
    found = found[: found.index(spread.last(height)) + 1]
    shares = [spread.progress(place, height) for place in found]
    assert all(a <= b for a, b in pairwise(shares))
    assert shares[-1] == 1.0
    assert shares[0] == 0.0 or len(found) == 1 or column.above(column.last(height)) == 0
    assert all(a < b for a, b in pairwise(column.above(place) for place in found))


@given(articles(), widths, modes, heights, st.floats(0, 1))
@some
def test_a_progress_is_a_place_with_that_progress(
    article: Article, width: int, mode: str, height: int, done: float
) -> None:
    spread = spread_of(article, width, mode)
    place = spread.at_progress(done, height)
    assert key(place) <= key(spread.last(height))
    assert key(spread.at_progress(0, height)) == (0, 0)
    assert spread.at_progress(1, height) == spread.last(height)
    column = spread.columns[place.side]
    found = places(column)
    index = found.index(Place(place.item, place.row))
    target = done * column.above(column.last(height))
    before = column.above(found[max(0, index - 2)])
    after = column.above(found[min(len(found) - 1, index + 2)])
    assert before <= target + 1e-9
    assert after >= target - 1e-9 or place == spread.last(height)


# -- places named by content ------------------------------------------------------------------------


def same_passage(spread: Spread, place: Place, locus: Locus) -> bool:
    item = spread.columns[place.side].items[place.item]
    return (item.kind, item.anchor) == (locus.kind, locus.anchor)


@given(articles(), widths, modes)
@some
def test_a_locus_names_its_own_row(article: Article, width: int, mode: str) -> None:
    spread = spread_of(article, width, mode)
    for side, column in enumerate(spread.columns):
        for place in places(column):
            locus = column.locus(place)
            row = column.rows(place.item)[place.row]
            found = column.find(locus)
            assert found is not None
            if column.items[place.item].kind in ("continued", "credits", "relation", "kicker", "title"):
                continue  # of the same anchor there may be more than one
            assert found.item == place.item
            if ink(row.left) or ink(row.right):
                above = column.rows(place.item)[place.row - 1] if place.row else row
                is_annotated = above.is_of_readings or above.line_of(locus.side).is_annotation
                assert (found.item, found.row + is_annotated) == (place.item, place.row), (side, locus)
            else:
                assert key(found) <= key(place)


@given(articles(), st.tuples(widths, widths), modes, st.integers(0, 10_000))
@some
def test_a_locus_finds_the_row_that_holds_its_character_at_any_width(
    article: Article, two: tuple[int, int], mode: str, index: int
) -> None:
    before, after = (spread_of(article, width, mode) for width in two)
    column = before.columns[index % len(before.columns)]
    found = places(column)
    locus = column.locus(found[index % len(found)])
    place = after.find(locus)
    assert place is not None
    assert same_passage(after, place, locus)
    if locus.offset < 0 or locus.kind == "continued":
        return
    other = after.columns[place.side]
    item = other.items[place.item]
    rows = other.rows(place.item)
    row = rows[place.row]
    if row.left.is_annotation or row.right.is_annotation:  # readings are above the row with the character
        row = rows[place.row + 1]
    cell = item.cells[locus.side]
    assert cell is not None
    held = [
        (piece.start if own == locus.side else piece.other, piece.text)
        for line, own in zip((row.left, row.right), row.sides, strict=True)
        for piece in line.pieces
    ]
    starts = [(start, start + len(text)) for start, text in held if start != ORNAMENT]
    hidden = other.geometry.shown_mode in ("left", "right", "reveal")
    assert hidden or any(start <= locus.offset < end for start, end in starts) or cell.note


@given(articles(), st.lists(st.tuples(widths, heights, modes), min_size=1, max_size=6), st.integers(0, 10_000))
@some
def test_a_held_locus_is_at_the_top_after_any_storm_of_sizes(
    article: Article, storm: list[tuple[int, int, str]], index: int
) -> None:
    shown = flow(article, LANGUAGES)
    start = Spread(shown, Geometry(100))
    column = start.columns[0]
    found = places(column)[: places(column).index(column.last(10)) + 1]
    place = found[index % len(found)]
    locus = start.locus(place)
    for width, height, mode in storm:
        spread = Spread(shown, Geometry(width, mode))
        resumed = spread.resume(locus, height)
        target = spread.find(locus)
        if target is not None:
            rows = [key(p) for p in places(spread.columns[resumed.side])]
            seen = rows[rows.index(key(resumed)) :][:height]
            assert key(target) in seen
            assert resumed == target or key(resumed) == key(spread.columns[resumed.side].last(height))
        else:
            assert resumed == spread.first() or len(spread.columns) == 1


@given(articles(), widths, modes, st.integers(0, 10_000))
@some
def test_a_character_is_on_the_row_that_is_found_for_it(article: Article, width: int, mode: str, at: int) -> None:
    """Every character of every cell, also of tables, is in a piece of the row that ``row_of`` returns."""
    for column in spread_of(article, width, mode).columns:
        for index, item in enumerate(column.items):
            for side in column.sides:
                cell = item.cells[side]
                if not cell or cell.note or (mode == "reveal" and side and item.anchor not in column.revealed):
                    continue
                offset = at % max(1, len(cell.prose.text))
                if not cell.prose.text or cell.prose.text[offset] in " \n\t":
                    continue
                place = column.row_of(index, side, offset)
                row = column.rows(index)[place.row]
                pieces = [
                    (p.start if own == side else p.other, p.text)
                    for own, line in zip(row.sides, (row.left, row.right), strict=True)
                    for p in line.pieces
                ]
                assert any(0 <= start <= offset < start + len(text) for start, text in pieces), (cell, offset)


# -- by example -------------------------------------------------------------------------------------


def pairs(*texts: tuple[str, str], **fields: object) -> Article:
    blocks = tuple(Paragraph(text_of({CHINESE: left, ENGLISH: right})) for left, right in texts)
    return Article("a", text_of({CHINESE: "泉", ENGLISH: "Springs"}), AlignedBody(blocks), **fields)


def picture(spread: Spread, height: int = 20, place: Place | None = None) -> list[str]:
    width = spread.geometry.columns_cells[0]
    rows = window(spread, place or spread.first(), height)
    if spread.geometry.shown_mode != "parallel":
        return [row.left.text for row in rows]
    return [row.left.text + " " * (width - cell_width(row.left.text)) + "|" + row.right.text for row in rows]


def test_pairs_are_set_side_by_side() -> None:
    spread = spread_of(pairs(("水。", "Water rises."), ("石", "Stone")), 66)
    assert [line.split("|")[0].strip() for line in picture(spread)] == ["泉", "", "水。", "", "石"]
    assert [line.split("|")[1] for line in picture(spread)] == ["Springs", "", "Water rises.", "", "Stone"]


def test_in_a_narrow_spread_pairs_are_set_under_each_other() -> None:
    spread = spread_of(pairs(("水。", "Water."), ("石", "Stone")), 26)
    assert picture(spread) == ["泉", "▏ Springs", "", "    水。", "▏ Water.", "", "    石", "▏ Stone"]
    assert picture(spread_of(pairs(("水", "Water")), 12, "interleaved"))[3:] == ["水", "Water"]  # no room for a bar


def test_in_one_language_a_missing_text_has_a_note() -> None:
    article = Article("a", text_of({CHINESE: "泉"}), AlignedBody((Paragraph(text_of({CHINESE: "水", ENGLISH: ""})),)))
    assert picture(spread_of(article, 40, "right")) == ["", "", "(not in English)"]
    assert picture(spread_of(article, 40, "interleaved")) == ["泉", "", "    水"]


@pytest.mark.parametrize("mode", MODES)
def test_a_page_that_begins_where_a_side_has_no_text_is_still_in_the_margin(mode: str) -> None:
    both = text_of({CHINESE: "一", ENGLISH: "one"})
    body = AlignedBody(
        (Paragraph(both), PageBreak("61"), Quotation(text_of({CHINESE: "二"}), pull=True), Paragraph(both))
    )
    article = Article("a", text_of({CHINESE: "泉", ENGLISH: "Springs"}), body, pages=("60", "61"))
    (column,) = spread_of(article, 100, mode).columns
    assert [row.page for row in all_rows(column) if row.page] == ["60", "61"]


def test_the_sides_of_a_free_article_end_together() -> None:
    sides = ((CHINESE, ("一" * 400,)), (ENGLISH, ("word " * 20,)))
    body = FreeBody(tuple((tag, tuple(Paragraph(text_of({tag: t})) for t in texts)) for tag, texts in sides))
    spread = spread_of(Article("a", text_of({CHINESE: "泉", ENGLISH: "S"}), body), 66)
    assert spread.longest() == 0
    rows = window(spread, spread.last(8), 8)
    assert rows[-1].left.text
    assert any("word" in row.right.text for row in rows)


def test_an_empty_flow_does_not_break() -> None:
    spread = Spread(Flow(LANGUAGES, (Items(LANGUAGES, ()),)), Geometry(100))
    assert window(spread, spread.first(), 10) == []
    assert spread.progress(spread.first(), 10) == 1.0
    assert spread.index_at(spread.first()) == 0
    assert spread.last(10) == Place()


def test_a_heading_is_nearer_to_its_own_text() -> None:
    text = Cell("en", Prose("Words"))
    kinds = ["paragraph", "heading", "paragraph", "aside", "paragraph", "paragraph"]
    items = [Item(kind, (text, None), f"p{number}") for number, kind in enumerate(kinds, 1)]
    assert [space_before(item, before) for before, item in pairwise(items)] == [1, 0, 1, 0, 1]
