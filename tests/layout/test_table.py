"""Tables: as columns that fit, as columns that are scrolled, or as a list."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.layout.graphemes import boundaries
from reader.layout.item import Cell, Item
from reader.layout.linebreak import opportunities
from reader.layout.lines import Measured
from reader.layout.piece import ORNAMENT, Line, clipped
from reader.layout.setting import set_cell
from reader.layout.table import COMFORTABLE_CELLS, column_widths
from reader.layout.typesetting import Typesetting
from reader.layout.width import cell_width
from reader.model.magazine import CellSpan, Table
from reader.model.passage import table_text
from reader.model.text import Text, text_of
from tests.drawing import examples
from tests.layout.articles import LANGUAGES, tables

CHINESE, ENGLISH = LANGUAGES
HOW = Typesetting()
SCROLLED = Typesetting(scrolled_tables=True)


def table_lines(table: Table, language: str, width: int, how: Typesetting = HOW) -> list[Line]:
    prose = table_text(table).get(language)
    assert prose is not None
    cell = Cell(language, prose, table)
    return list(set_cell(Item("table", (cell, None)), cell, width, how))


def without_spaces(text: str) -> str:
    return "".join(c for c in text if c not in " \n\t")


def fits(line: str, width: int) -> bool:
    return cell_width(line) <= width or len(boundaries(line.strip(" "))) <= 2


@given(tables(), st.integers(4, 200))
@examples(120)
def test_a_table_is_whole_and_in_its_column(table: Table, width: int) -> None:
    text = table_text(table)
    for language in LANGUAGES:
        if prose := text.get(language):
            lines = table_lines(table, language, width)
            assert all(fits(line.text, width) for line in lines), [line.text for line in lines]
            for line in lines:
                for piece in line.pieces:
                    assert piece.start == ORNAMENT or prose.text[piece.start :].startswith(piece.text)
            found = sorted(
                (piece.start, piece.text) for line in lines for piece in line.pieces if piece.start != ORNAMENT
            )
            assert without_spaces("".join(part for _, part in found)) == without_spaces(prose.text)


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), max_size=12), st.integers(1, 200))
def test_columns_are_narrowed_only_as_far_as_they_must(needs: list[tuple[int, int]], room: int) -> None:
    natural = [max(pair) for pair in needs]
    least = [min(pair) for pair in needs]
    widths = column_widths(natural, least, room)
    assert len(widths) == len(natural)
    floors = [max(1, min(need, max(4, floor))) for need, floor in zip(natural, least, strict=True)]
    assert all(low <= width <= max(1, need) for low, width, need in zip(floors, widths, natural, strict=True))
    if sum(max(1, n) for n in natural) <= room:
        assert widths == [max(1, n) for n in natural]
    elif sum(floors) <= room:
        assert sum(widths) == room  # none is narrowed further than needed
    else:
        assert widths == floors


@given(tables(), st.integers(24, 120))
def test_a_table_tears_no_word_that_fits_into_its_width(table: Table, width: int) -> None:
    for language in LANGUAGES:
        if prose := table_text(table).get(language):
            if Measured(prose.text).widest_word_cells > width - 2:
                continue
            allowed = {0, *opportunities(prose.text)}
            for line in table_lines(table, language, width):
                starts = [p for p in line.pieces if p.start != ORNAMENT]
                for piece, before in zip(starts, [None, *starts], strict=False):
                    follows = before is not None and before.start + len(before.text) == piece.start
                    assert follows or piece.start in allowed or prose.text[piece.start - 1] in "\t\n"


TABLE = Table(
    (text_of({CHINESE: "季节", ENGLISH: "Season"}), text_of("℃")),
    (
        (text_of({CHINESE: "夏", ENGLISH: "Summer"}), text_of("18")),
        (text_of({CHINESE: "冬", ENGLISH: ""}), text_of("17")),
    ),
    text_of({CHINESE: "水温", ENGLISH: "Water temperature"}),
)


def test_a_table_has_a_caption_a_head_a_rule_and_rows_in_columns() -> None:
    assert [line.text for line in table_lines(TABLE, CHINESE, 30)] == [
        "水温",
        "",
        "季节  ℃",
        "────────",
        "夏    18",
        "冬    17",
    ]
    assert [line.text for line in table_lines(TABLE, ENGLISH, 30)] == [
        "Water temperature",
        "",
        "Season  ℃",
        "──────────",
        "Summer  18",
        "        17",
    ]


def test_a_table_with_more_columns_than_fit_is_set_as_a_list() -> None:
    cells = tuple(text_of(f"column {number}") for number in range(6))
    lines = [line.text for line in table_lines(Table(cells[:2], (cells,)), ENGLISH, 20)]
    assert lines[:2] == ["column 0", "  column 1"]
    assert lines[2:] == ["column 0", *(f"  column {number}" for number in range(1, 6))]


def test_a_table_of_which_only_the_caption_has_words() -> None:
    table = Table((), ((), (Text(()),)), text_of("caption"))
    assert [line.text for line in table_lines(table, "", 20)] == ["caption"]
    assert [line.text for line in table_lines(Table((), ((),), text_of("caption")), "", 20)] == ["caption"]


def test_columns_are_aligned_and_a_cell_goes_over_several() -> None:
    a, b, c, word = (text_of(text) for text in ("a", "bbb", "ccccc", "one two"))
    table = Table(
        (b, b, b), ((a, a, c), (a, word, Text(()))), None, "", ("left", "right", "center"), (CellSpan(2, 1, 2),)
    )
    assert [line.text.rstrip() for line in table_lines(table, "", 40)] == [
        "bbb  bbb   bbb",
        "───────────────",
        "a      a  ccccc",
        "a       one two",
    ]
    narrow = Table((), ((a, a), (c, Text(()))), None, "", (), (CellSpan(2, 0, 2),))
    assert [line.text for line in table_lines(narrow, "", 40)] == ["a  a", "ccccc"]
    wide = Table((), ((a, a), (word, Text(()))), None, "", (), (CellSpan(2, 0, 2),))
    assert [line.text for line in table_lines(wide, "", 40)] == ["a  a", "one two"]


WIDE = Table(
    tuple(text_of({CHINESE: f"第{n}列", ENGLISH: f"Column {n}"}) for n in range(5)),
    (
        tuple(
            text_of({CHINESE: "泉水从石缝里涌出来" * 2, ENGLISH: "water that rises through the limestone"})
            for _ in range(5)
        ),
    ),
    text_of({CHINESE: "宽表", ENGLISH: "A wide table"}),
)


def test_a_wide_table_keeps_comfortable_columns_where_it_is_scrolled() -> None:
    lines = table_lines(WIDE, ENGLISH, 40, SCROLLED)
    assert [line.wide for line in lines] == [False, False, *[True] * (len(lines) - 2)]
    assert lines[0].text == "A wide table"
    assert lines[2].text.startswith("Column 0" + " " * (COMFORTABLE_CELLS - 6) + "Column 1")
    assert set(lines[3].text) == {"─"}
    assert max(cell_width(line.text) for line in lines) == 5 * COMFORTABLE_CELLS + 4 * 2
    assert [line.text for line in table_lines(WIDE, ENGLISH, 200, SCROLLED)] == [
        line.text for line in table_lines(WIDE, ENGLISH, 200)
    ]
    assert not any(line.wide for line in table_lines(WIDE, ENGLISH, 200, SCROLLED))


@given(tables(), st.integers(4, 80))
@examples(80)
def test_a_scrolled_table_is_whole_and_says_where_it_is_wide(table: Table, width: int) -> None:
    for language in LANGUAGES:
        if prose := table_text(table).get(language):
            lines = table_lines(table, language, width, SCROLLED)
            assert all(line.wide or fits(line.text, width) for line in lines)
            found = sorted((piece.start, piece.text) for line in lines for piece in line.pieces if piece.start >= 0)
            assert without_spaces("".join(part for _, part in found)) == without_spaces(prose.text)


def test_a_window_on_a_wide_line_has_whole_rows_of_cells() -> None:
    lines = table_lines(WIDE, CHINESE, 40, SCROLLED)[2:]
    for first in range(0, 90, 7):
        for line in lines:
            whole = line.text + " " * 140
            shown = clipped(line, first, 40)
            assert cell_width(shown.text) <= 40
            if shown.text:
                assert cell_width(shown.text) == min(40, cell_width(line.text) - first)
            for piece in shown.pieces:
                assert piece.text in whole
