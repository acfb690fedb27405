"""Tables in two languages: one grid over both columns, or records."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reader.layout.bilingual_table import set_both
from reader.layout.flow import flow
from reader.layout.geometry import Geometry
from reader.layout.piece import ORNAMENT
from reader.layout.spaces import SIDES
from reader.layout.spread import Spread
from reader.layout.typesetting import Typesetting
from reader.layout.width import cell_width
from reader.model.magazine import AlignedBody, Article, CellSpan, Table
from reader.model.passage import table_text
from reader.model.text import Text, text_of
from tests.drawing import examples
from tests.layout.articles import LANGUAGES, tables

CHINESE, ENGLISH = LANGUAGES
HOW, SCROLLED = Typesetting(), Typesetting(scrolled_tables=True)


def both(left: str, right: str) -> object:
    return text_of({CHINESE: left, ENGLISH: right})


BRIDGES = Table(
    (both("桥名", "Bridge"), both("年代", "Date"), both("尺度", "Measure")),
    (
        (both("赵州桥", "Zhaozhou Bridge"), both("约 605 年", "about 605"), text_of("37 m")),
        (both("卢沟桥", "Lugou Bridge"), text_of("1189"), both("11 孔", "11 arches")),
    ),
    both("老桥", "Old bridges"),
)


def texts(table: Table, width: int, how: Typesetting = HOW, *, records: bool = False) -> list[str]:
    return [line.text for _, line in set_both(table, LANGUAGES, width, how, records=records)]


def test_columns_are_aligned_and_a_cell_goes_over_several() -> None:
    both = text_of({CHINESE: "未测", ENGLISH: "not known"})
    rows = ((text_of("a"), text_of("1"), text_of("22")), (text_of("b"), both, Text(())))
    table = Table(
        (text_of("x"), text_of("y"), text_of("z")), rows, None, "", ("left", "right", "right"), (CellSpan(2, 1, 2),)
    )
    assert [line.rstrip() for line in texts(table, 40)] == [
        "x  y       z",
        "────────────",
        "a  1      22",
        "",
        "b       未测",
        "   not known",
    ]


def test_a_grid_has_both_languages_in_a_row_and_equal_cells_once() -> None:
    assert texts(BRIDGES, 60) == [
        "老桥",
        "Old bridges",
        "",
        "桥名             年代       尺度",
        "Bridge           Date       Measure",
        "─────────────────────────────────────",
        "赵州桥           约 605 年  37 m",
        "Zhaozhou Bridge  about 605  ",
        "",
        "卢沟桥           1189       11 孔",
        "Lugou Bridge                11 arches",
    ]


def test_in_a_narrow_column_each_row_is_a_record_with_labels_in_the_language_of_the_line() -> None:
    assert texts(BRIDGES, 24, records=True) == [
        "老桥",
        "▏ Old bridges",
        "",
        "桥名 · 年代 · 尺度",
        "▏ Bridge · Date ·",
        "▏ Measure",
        "",
        "赵州桥",
        "▏ Zhaozhou Bridge",
        "  年代     约 605 年",
        "▏ Date     about 605",
        "  尺度     37 m",
        "",
        "卢沟桥",
        "▏ Lugou Bridge",
        "  年代     1189",
        "  尺度     11 孔",
        "▏ Measure  11 arches",
    ]


def test_the_labels_of_records_have_the_blanks_of_texts() -> None:
    row = (both("茶", "Tea"), both("约9吨", "nine tons and a little more"), both("约8吨", "eight tons and no more"))
    table = Table((both("名", "Name"), both("第1季", "Spring"), both("第2季", "Summer")), (row,))
    assert "  第 1 季  约 9 吨" in texts(table, 24, records=True)
    assert "  第1季   约9吨" in texts(table, 24, Typesetting(spaced=False), records=True)


def test_rows_of_one_line_are_not_parted() -> None:
    numbers = Table((text_of("a"), text_of("b")), tuple((text_of(str(k)), text_of("x")) for k in range(3)))
    assert texts(numbers, 30) == ["a  b", "────", "0  x", "1  x", "2  x"]


def test_a_table_too_wide_for_both_columns_is_scrolled_or_becomes_records() -> None:
    cells = tuple(both("水" * 30, "extraordinarily " * 3) for _ in range(12))
    wide = Table(cells, (cells,))
    lines = [line for _, line in set_both(wide, LANGUAGES, 90, SCROLLED, records=False)]
    assert any(line.wide for line in lines)
    assert not any(line.wide for _, line in set_both(wide, LANGUAGES, 90, HOW, records=False))
    assert not any(line.wide for _, line in set_both(wide, LANGUAGES, 50, SCROLLED, records=True))


@given(tables(), st.integers(4, 200), st.booleans(), st.booleans())
@examples(150)
def test_each_text_is_in_the_lines_of_its_side_once_and_in_its_width(
    table: Table, width: int, records: bool, scrolled: bool
) -> None:
    assume(all(table_text(table).get(language) for language in LANGUAGES))
    lines = list(set_both(table, LANGUAGES, width, SCROLLED if scrolled else HOW, records=records))
    for side, language in zip(SIDES, LANGUAGES, strict=True):
        prose = table_text(table).get(language)
        found = []
        for own, line in lines:
            for piece in line.pieces:
                start = piece.start if own == side else piece.other
                if start != ORNAMENT:
                    assert prose.text[start:].startswith(piece.text)
                    found.append((start, piece.text))
        assert len({start for start, _ in found}) == len(found)
        shown = "".join(text for _, text in sorted(found))
        assert "".join(shown.split()) == "".join((prose.text if prose else "").split())
    for _, line in lines:
        clusters = [piece for piece in line.pieces if piece.text.strip()]
        assert line.wide or cell_width(line.text.rstrip()) <= width or len(clusters) <= 2


@pytest.mark.parametrize("width", [159, 99, 66])
def test_a_table_goes_over_both_columns_of_a_spread(width: int) -> None:
    article = Article("a", both("泉", "Springs"), AlignedBody((BRIDGES,)))
    (column,) = Spread(flow(article, LANGUAGES), Geometry(width, split=0.35, fitted=True)).columns
    rows = [row for row in column.rows(1) if row.left_item]
    assert all(row.spans and not row.right.pieces for row in rows if row.left.pieces)
    offset = column.items[1].cells[1].prose.text.index("37 m")
    place = column.row_of(1, 1, offset)
    assert "37 m" in column.rows(1)[place.row].left.text
