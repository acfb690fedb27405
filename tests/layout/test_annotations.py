"""Readings above a text: no letter is lost, none touches the next, and lines end where they may without readings."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.layout.annotations import annotations_of
from reader.layout.inserts import measured_with
from reader.layout.item import Cell, Item
from reader.layout.linebreak import opportunities
from reader.layout.setting import set_cell
from reader.layout.typesetting import Typesetting
from reader.layout.width import cell_width
from reader.model.magazine import Table
from reader.model.markup import parse
from reader.model.text import Prose, Span, Text, text_of

if TYPE_CHECKING:
    from reader.layout.piece import Line

PLAIN = Typesetting(hanging=False, indented=False, annotated=False)
SHOWN = Typesetting(hanging=False, indented=False)
BASES = ("泉", "井圈", "趵突泉", "well", "old well", "東京", "é", "，", "中a")
READINGS = (
    "quán",
    "q",
    "bào tū quán",
    "とうきょう",
    "ㄐㄧㄥˇ",
    "a long reading of words",
    "an-unbroken-reading-of-letters",
)


@st.composite
def sources(draw: st.DrawFn) -> str:
    parts = []
    for _ in range(draw(st.integers(1, 8))):
        if draw(st.booleans()):
            parts.append(f"{{{draw(st.sampled_from(BASES))}|{draw(st.sampled_from(READINGS))}}}")
        else:
            parts.append(draw(st.sampled_from(("水从石缝里涌出来", "，", "。", " water ", "[^n]", "10", "AI"))))
    return "".join(parts)


def lines_of(prose: Prose, width: int, how: Typesetting) -> tuple[Line, ...]:
    cell = Cell("zh-Hans", prose)
    return set_cell(Item("paragraph", (cell, None)), cell, width, how)


def readings_in(lines: tuple[Line, ...]) -> str:
    return "".join(piece.text for line in lines for piece in line.pieces if piece.style == "reading")


@settings(max_examples=120, deadline=None)
@given(sources(), st.integers(34, 70), st.booleans())
@example("水从石缝里涌出来{old well|a long reading of words}{泉|quán}{井圈|a long reading of words}", 34, False)
@example(
    "{泉|quán}水从石缝里涌出来水从石缝里涌出来，{old well|an-unbroken-reading-of-letters}"
    "{，|an-unbroken-reading-of-letters}{泉|bào tū quán}",
    58,
    True,
)
def test_readings_are_whole_apart_from_each_other_and_within_the_column(
    source: str, width: int, justified: bool
) -> None:
    prose = parse(source)
    if not prose.text:
        return
    lines = lines_of(prose, width, Typesetting(hanging=False, indented=False, justified=justified))
    wanted = "".join(span.target for span in prose.spans if span.kind == "reading")
    assert readings_in(lines).replace(" ", "") == wanted.replace(" ", "")
    for line in lines:
        assert cell_width(line.text) <= width
        if line.is_annotation:
            assert all(piece.start < 0 for piece in line.pieces)
            styles = [piece.style for piece in line.pieces]
            assert all((a, b) != ("reading", "reading") for a, b in itertools.pairwise(styles))
    shown = "".join(p.text for line in lines if not line.is_annotation for p in line.pieces if p.start >= 0)
    assert shown.replace(" ", "") == prose.text.replace(" ", "")


@settings(max_examples=60, deadline=None)
@given(sources(), st.integers(34, 70))
def test_lines_may_end_where_they_do_without_readings(source: str, width: int) -> None:
    prose = parse(source)
    measured, _ = measured_with(prose, SHOWN, annotations_of(prose, width))
    assert list(measured.breaks) == opportunities(prose.text)


@settings(max_examples=40, deadline=None)
@given(sources(), st.integers(34, 70))
def test_hidden_readings_leave_nothing(source: str, width: int) -> None:
    prose = parse(source)
    bare = Prose(prose.text, tuple(span for span in prose.spans if span.kind != "reading"))
    assert lines_of(prose, width, PLAIN) == lines_of(bare, width, PLAIN)


def test_each_syllable_is_over_its_character() -> None:
    readings, text = lines_of(parse("{趵突泉|bào tū quán}"), 40, SHOWN)
    assert (readings.text, text.text) == ("bào tū quán", "趵  突  泉 ")


def test_a_group_is_spread_under_its_reading_and_a_word_is_not() -> None:
    readings, text = lines_of(parse("{東京|とうきょう}"), 40, SHOWN)
    assert (readings.text, text.text) == ("とうきょう", " 東   京  ")
    readings, text = lines_of(parse("a {well|underground spring} b"), 40, SHOWN)
    assert (readings.text, text.text) == ("  underground spring", "a        well        b")


def test_a_reading_is_divided_with_its_base() -> None:
    lines = lines_of(parse("水水水水水水{一期一会|いちごいちえ}"), 18, SHOWN)
    assert len([line for line in lines if line.is_annotation]) == 2
    assert readings_in(lines) == "いちごいちえ"


def test_a_reading_wider_than_the_column_is_cut() -> None:
    readings, text = lines_of(parse("{泉|" + "q" * 60 + "}"), 20, SHOWN)
    assert cell_width(readings.text) <= 20
    assert readings.text.rstrip().endswith("…")
    assert text.text.strip() == "泉"


def test_a_gloss_that_another_leaves_little_room_is_cut_with_a_sign() -> None:
    text = "两岸的桥台顶住。"
    glosses = ((0, 2, "bilateral"), (3, 5, "abutment"), (5, 7, "withstand"))
    prose = Prose(text, tuple(Span(start, end, "gloss", target) for start, end, target in glosses))
    shown = [lines_of(prose, width, SHOWN) for width in range(12, 40)]
    above = [word for lines in shown for line in lines if line.is_annotation for word in line.text.split()]
    wholes = {target for _, _, target in glosses}
    assert {word for word in above if not word.endswith("…")} <= wholes
    assert all(any(whole.startswith(word[:-1]) for whole in wholes) for word in above if word.endswith("…"))


def test_no_line_of_readings_begins_with_an_apostrophe() -> None:
    for width in range(4, 20):
        for line in lines_of(parse("水水水{两岸|liǎng\u200b'àn}水水"), width, SHOWN):
            assert not line.text.lstrip().startswith("'")


def test_readings_are_above_items_of_lists_and_not_in_tables() -> None:
    prose = parse("{井圈|jǐng quān}")
    item = Item("item", (Cell("zh-Hans", prose), None), list_level=1)
    assert [line.text for line in set_cell(item, item.cells[0], 20, SHOWN)] == ["  jǐng quān", "•  井   圈 "]
    table = Table((), ((Text((("zh-Hans", prose),)), text_of("1")),))
    held = Item("table", (Cell("zh-Hans", prose, table), None))
    assert [line.text.split() for line in set_cell(held, held.cells[0], 20, SHOWN)] == [["井圈", "1"]]
