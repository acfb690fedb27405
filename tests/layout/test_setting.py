"""One item in a column: indents, signs, bars, marks, tables."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.layout.graphemes import boundaries
from reader.layout.item import Cell, Item
from reader.layout.linebreak import opportunities
from reader.layout.lines import Measured
from reader.layout.setting import ORNAMENT, Line, column_widths, pieces, set_cell
from reader.layout.width import cell_width
from reader.model.magazine import Table
from reader.model.markup import parse
from reader.model.passage import table_text
from reader.model.text import Prose, Text, text_of
from tests.layout.articles import LANGUAGES, proses, tables

KINDS = ("title", "heading", "paragraph", "quotation", "pull", "by", "item", "figure", "aside")
CHINESE, ENGLISH = LANGUAGES


def setting(prose: Prose, width: int, kind: str = "paragraph", language: str = CHINESE, **fields: object) -> list[str]:
    cell = Cell(language, prose)
    return [line.text for line in set_cell(Item(kind, (cell, None), **fields), cell, width)]


def table_lines(table: Table, language: str, width: int) -> list[Line]:
    prose = table_text(table).get(language)
    assert prose is not None
    cell = Cell(language, prose, table)
    return list(set_cell(Item("table", (cell, None)), cell, width))


def words(lines: list[Line]) -> str:
    """Returns what of the article's text stands in the lines, without its spaces."""
    return "".join(piece.text for line in lines for piece in line.pieces if piece.start != ORNAMENT)


def without_spaces(text: str) -> str:
    return "".join(c for c in text if c not in " \n\t")


def fits(line: str, width: int) -> bool:
    return cell_width(line) <= width or len(boundaries(line.strip(" "))) <= 2


@given(proses, st.sampled_from(KINDS), st.integers(4, 200), st.booleans(), st.booleans(), st.integers(0, 120))
@settings(max_examples=120)
def test_running_text_is_whole_and_in_its_column(
    prose: Prose, kind: str, width: int, in_aside: bool, chinese: bool, ordinal: int
) -> None:
    cell = Cell(CHINESE if chinese else ENGLISH, prose)
    item = Item(kind, (cell, None), in_aside=in_aside, ordinal=ordinal, indented=kind == "paragraph")
    lines = list(set_cell(item, cell, width))
    assert all(fits(line.text, width) for line in lines), [line.text for line in lines]
    assert without_spaces(words(lines)) == without_spaces(prose.text)
    for line in lines:
        for piece in line.pieces:
            assert piece.start == ORNAMENT or prose.text[piece.start :].startswith(piece.text)


@given(tables(), st.integers(4, 200))
@settings(max_examples=120)
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


def test_a_chinese_paragraph_begins_two_characters_in() -> None:
    assert setting(Prose("一二三四五六七八九十"), 16, indented=True) == ["    一二三四五六", "七八九十"]
    assert setting(Prose("一二三四五六七八九十"), 15, indented=True)[0].startswith("一")
    assert setting(Prose("one two"), 16, language=ENGLISH, indented=True) == ["one two"]


def test_an_indent_is_left_out_before_a_word_that_would_be_torn_by_it() -> None:
    assert setting(Prose("extraordinarily"), 16, indented=True) == ["extraordinarily"]


def test_signs_hang_before_their_text() -> None:
    assert setting(Prose("one two three"), 9, "item", ENGLISH) == ["• one two", "  three"]
    assert setting(Prose("one two"), 10, "item", ENGLISH, ordinal=12) == ["12. one", "    two"]
    assert setting(Prose("1 一二三"), 8, "figure") == ["▣ 1 一二", "  三"]
    assert setting(Prose("one"), 4, "item", ENGLISH) == ["one"]


def test_bars_stand_before_every_line_of_quotations_and_asides() -> None:
    assert setting(Prose("一二三四五六七"), 14, "quotation") == ["▎ 一二三四五六", "▎ 七"]
    assert setting(Prose("一"), 14, "quotation", in_aside=True) == ["┃ ▎ 一"]
    assert setting(Prose("一"), 12, "quotation", in_aside=True) == ["一"]


def test_who_said_it_stands_at_the_right() -> None:
    assert setting(Prose("民谚"), 16, "by") == ["▎ " + " " * 10 + "民谚"]


def test_marks_become_pieces_with_their_place() -> None:
    prose = parse("a **b *c* d** e")
    found = [(piece.text, piece.start, piece.style) for piece in pieces(prose, 0, len(prose.text), 10)]
    assert found == [
        ("a ", 10, ""),
        ("b ", 12, "strong"),
        ("c", 14, "strong emphasis"),
        (" d", 15, "strong"),
        (" e", 17, ""),
    ]


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
        "季节  ℃",
        "────────",
        "夏    18",
        "冬    17",
    ]
    assert [line.text for line in table_lines(TABLE, ENGLISH, 30)] == [
        "Water temperature",
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
