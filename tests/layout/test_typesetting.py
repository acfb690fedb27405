"""Paragraphs with every choice of typesetting: no character lost, no line too wide, no unit torn."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.layout.graphemes import boundaries
from reader.layout.item import Cell, Item
from reader.layout.linebreak import hard_breaks, opportunities
from reader.layout.lines import Measured
from reader.layout.piece import ORNAMENT, Line
from reader.layout.setting import set_cell, set_pair
from reader.layout.typesetting import Typesetting
from reader.layout.width import cell_width
from reader.model.text import Prose
from tests.drawing import examples
from tests.layout.articles import AMOUNTS, CHINESE, ENGLISH, ODDITIES, runs

NEVER_FIRST = "，。、；：！？）】》」』”’…—·,.;:!?)]}%％℃"
NEVER_LAST = "（【《「『“‘([{¥￥"
HANGING = "，。、；：！？）】》」』”’,.;:\"'"
HANG_CELLS = 2

MORE = (
    "\u200d",
    "e\u0301\u0302",
    "👨‍👩‍👧‍👦",
    "한국어",
    "שלום",
    "العربية",
    "C++",
    "1/3 页",
    "¥30",
    "5%",
    "UNESCO",
    "72处",
    "《AI》",
)
texts = (
    st.one_of(
        runs((*CHINESE, *CHINESE, *AMOUNTS, "AI", "72处", "C++", " ", "…")),
        runs((*ENGLISH, *ENGLISH, *AMOUNTS, "municipality", "temperatures"), " "),
        runs((*CHINESE, *ENGLISH, *AMOUNTS, *ODDITIES, *MORE, " ", " ", "\n")),
    )
    .map(lambda text: text.strip(" \n"))
    .filter(bool)
)
ways = st.builds(Typesetting, *[st.booleans()] * 5)
widths = st.integers(4, 200)
languages = st.sampled_from(("zh-Hans", "zh-Hant", "en", "de", "x-unknown"))
DATA = Path(__file__).parent.parent / "data" / "paragraphs"


def set_text(text: str, width: int, how: Typesetting, language: str = "zh-Hans", hang: int = HANG_CELLS) -> list[Line]:
    cell = Cell(language, Prose(text))
    return list(set_cell(Item("paragraph", (cell, None), indented=True), cell, width, how, hang))


def text_of(line: Line) -> str:
    """Returns the article's text in a line."""
    return "".join(piece.text for piece in line.pieces if piece.start != ORNAMENT)


def stretch(line: Line) -> tuple[int, int]:
    """Returns the half-open range of the article's text in a line."""
    found = [(piece.start, piece.start + len(piece.text)) for piece in line.pieces if piece.start != ORNAMENT]
    assert all(end == start for (_, end), (start, _) in pairwise(found))
    return (found[0][0], found[-1][1]) if found else (0, 0)


def inked(lines: list[Line]) -> list[tuple[Line, int, int]]:
    """Returns the lines with text, each with its range."""
    return [(line, *stretch(line)) for line in lines if text_of(line)]


def torn_spans(text: str, room: int, spaced: bool) -> list[tuple[int, int]]:
    """Returns the ranges between opportunities that are wider than a line: only these may be torn."""
    found = []
    for start, end in pairwise([0, *opportunities(text)]):
        part = text[start:end].rstrip(" \n")
        if cell_width(part) + len(Measured(part, spaced).gaps) > room:
            found.append((start, end))
    return found


@given(texts, widths, ways, languages, st.sampled_from((0, 2)))
@example("“a，“b", 4, Typesetting(justified=True), "zh-Hans", 2)
@examples(150)
def test_no_character_is_lost_or_doubled(text: str, width: int, how: Typesetting, language: str, hang: int) -> None:
    here = 0
    for _, start, end in inked(set_text(text, width, how, language, hang)):
        assert text[here:start].strip(" \n") == ""
        assert start >= here
        here = end
    assert text[here:].strip(" \n") == ""


@given(texts, widths, ways, languages, st.sampled_from((0, 2)))
@examples(150)
def test_no_line_is_wider_than_its_column_but_for_one_hung_mark(
    text: str, width: int, how: Typesetting, language: str, hang: int
) -> None:
    for line in set_text(text, width, how, language, hang):
        if cell_width(line.text) <= width or len(boundaries(text_of(line))) == 2:
            continue
        assert how.hanging
        assert hang
        assert line.text[-1] in HANGING
        assert cell_width(line.text[:-1]) <= width
        assert cell_width(line.text) <= width + hang


@given(texts, widths, ways, languages)
@examples(150)
def test_no_line_begins_or_ends_with_a_mark_that_may_not(
    text: str, width: int, how: Typesetting, language: str
) -> None:
    """Except beside a line feed, or in a part of a word that is wider than a line."""
    hard, torn = set(hard_breaks(text)), torn_spans(text, width - 4, how.spaced)
    for (_, _, end), (_, start, _) in pairwise(inked(set_text(text, width, how, language))):
        if start in hard or any(left <= start < right for left, right in torn):
            continue
        assert text[start] not in NEVER_FIRST, (text[:start], text[start:])
        assert text[end - 1] not in NEVER_LAST, (text[:end], text[end:])


@given(
    st.lists(
        st.tuples(st.sampled_from(("泉水", "，从", "水 ", "（", "和", "。")), st.sampled_from(AMOUNTS)), min_size=1
    ),
    widths,
    ways,
)
@examples(200)
def test_a_number_stays_with_its_unit_and_no_cell_comes_between(
    parts: list[tuple[str, str]], width: int, how: Typesetting
) -> None:
    text = ""
    amounts = []
    for words, amount in parts:
        text += words
        amounts.append((len(text), len(text) + len(amount)))
        text += amount + "到"
    torn = torn_spans(text, width - 4, how.spaced)
    for line, start, _ in inked(set_text(text, width, how)):
        assert not any(a < start < b and not any(x < start < y for x, y in torn) for a, b in amounts), text
        for amount in AMOUNTS:
            if amount in text_of(line):
                assert amount in line.text  # no blank was drawn inside


@given(texts, st.integers(12, 200), ways, languages)
@examples(150)
def test_a_word_is_torn_only_with_a_hyphen_or_where_it_is_wider_than_the_column(
    text: str, width: int, how: Typesetting, language: str
) -> None:
    torn = torn_spans(text, width - 4, how.spaced)
    row = 0
    for (line, _, end), (_, start, _) in pairwise(inked(set_text(text, width, how, language))):
        divided = end == start and text[end - 1].isalpha() and text[end].isalpha() and line.text.endswith("-")
        inside = re.match("[A-Za-zé][A-Za-zé]", text[end - 1 : end + 1]) is not None and end == start
        assert not inside or divided or any(left < start < right for left, right in torn)
        row = row + 1 if divided and inside else 0
        assert row <= 2
        assert how.hyphenated or not row


@given(texts, widths, ways.filter(lambda how: how.justified), languages)
@examples(200)
def test_a_justified_line_is_as_wide_as_its_column(text: str, width: int, how: Typesetting, language: str) -> None:
    """Apart from a hanging mark; a line that cannot be justified is as it is in ragged setting."""
    ragged = set_text(text, width, Typesetting(False, how.hanging, how.hyphenated, how.spaced, how.indented), language)
    lines = set_text(text, width, how, language)
    assert [text_of(line) for line in lines] == [text_of(line) for line in ragged]
    for line, plain in zip(lines, ragged, strict=True):
        if line != plain:
            ink = line.text if cell_width(line.text) <= width else line.text[:-1]
            assert cell_width(ink) == width


@given(runs((*ENGLISH, "municipality", "temperatures"), " "), st.integers(20, 90))
@examples(200)
def test_no_gap_between_words_is_wider_than_three_cells(text: str, width: int) -> None:
    for line in set_text(text, width, Typesetting(justified=True), "en"):
        assert "    " not in line.text


def test_the_wider_gaps_change_sides() -> None:
    lines = set_text("aaa bbb ccc ddd eee fff ggg hhh ii", 12, Typesetting(justified=True), "en")
    assert [line.text for line in lines] == ["aaa  bbb ccc", "ddd eee  fff", "ggg hhh ii"]


def test_ideographs_are_set_on_a_grid() -> None:
    """Latin of an odd width is made even at its end; blanks of whole characters go after marks."""
    how = Typesetting(justified=True, indented=False)
    lines = [line.text for line in set_text("一AI二三四五《六七》一二三A四，五六七八九", 20, how)]
    assert lines == ["一 AI 二三四五《六七》", "一二三 A  四，五六七", "八九"]
    lines = [line.text for line in set_text("一二，三四五六七八《九十》", 20, how)]
    assert lines == ["一二，  三四五六七八", "《九十》"]


def test_a_chinese_line_without_marks_is_spread_a_little_or_stays_ragged() -> None:
    how = Typesetting(justified=True, indented=False)
    lines = [line.text for line in set_text("一二三四五六七八九《十一》", 20, how)]
    assert lines == ["一 二三四五 六七八九", "《十一》"]
    lines = [line.text for line in set_text("一二三四五extraordinarily", 20, how)]
    assert lines == ["一二三四五", "extraordinarily"]


@given(texts, widths, languages)
@examples(200)
def test_a_blank_is_drawn_between_chinese_and_latin_only(text: str, width: int, language: str) -> None:
    for line, start, _ in inked(set_text(text, width, Typesetting(indented=False), language)):
        for before, piece, after in zip(line.pieces, line.pieces[1:], line.pieces[2:], strict=False):
            if piece.start == ORNAMENT and piece.text == " ":
                sides = {"\u3000" < before.text[-1] < "\ua000", "\u3000" < after.text[0] < "\ua000"}
                assert sides == {True, False}, (line.text, start)


@given(st.text(st.sampled_from("泉水AI72，《》 。")), widths)
@examples(200)
def test_spacing_is_where_it_belongs(text: str, width: int) -> None:
    expected = re.sub("(?<=[泉水])(?=[AI72])|(?<=[AI72])(?=[泉水])", " ", text)
    one_line = set_text(text, 1000, Typesetting(indented=False))
    assert one_line[0].text == (expected.rstrip(" ") if text.strip(" ") else "")
    for line in set_text(text, width, Typesetting(indented=False)):
        assert not line.pieces or ORNAMENT not in (line.pieces[0].start, line.pieces[-1].start)


PARAGRAPHS = {
    "zh-Hans": (
        "济南因泉水而得名，城里有72处名泉，从石缝里涌出来的水一年四季都是 18 ℃ 上下。刘鹗在《老残游记》里写道："
        "“家家泉水，户户垂杨。”2019 年，这座城市用AI技术给泉眼建了档案——每一处都有编号……市民说："
        "“这是我们的‘C++工程’！”工程耗资 1000 亿元的说法并不准确，官方数字是 3.5 亿元，约占预算的5%。"
    ),
    "en": (
        "The city takes its name from the springs, and water that rises through the limestone keeps to eighteen "
        "degrees all the year; “every house has a spring,” the novelist wrote. In 2019 the municipality catalogued "
        "seven hundred and thirty-three of them, extraordinarily well-documented, with photographs, measurements and "
        "temperatures."
    ),
}
WAYS = {
    "ragged": Typesetting(),
    "justified": Typesetting(justified=True),
    "hyphenated": Typesetting(justified=True, hyphenated=True),
}


@pytest.mark.parametrize("width", [24, 40, 68])
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("language", PARAGRAPHS)
def test_a_paragraph_looks_as_it_did(language: str, way: str, width: int) -> None:
    lines = set_text(PARAGRAPHS[language], width, WAYS[way], language)
    picture = "".join(f"{line.text}{' ' * (width - cell_width(line.text))}|\n" for line in lines)
    assert picture == (DATA / f"{language}-{way}-{width}.txt").read_text("utf-8")


def test_lines_of_a_part_have_offsets_in_the_whole_text() -> None:
    cell = Cell("en", Prose("one two three"), offset=100)
    lines = set_cell(Item("paragraph", (cell, None)), cell, 8, Typesetting())
    assert [(piece.text, piece.start) for line in lines for piece in line.pieces] == [("one two", 100), ("three", 108)]


def test_both_sides_of_a_pair_have_a_width_of_their_own() -> None:
    left, right = Cell("zh-Hans", Prose("一二三四五六")), Cell("en", Prose("one two three four"))
    pairs = set_pair(Item("paragraph", (left, right)), left, right, (6, 10), Typesetting())
    assert [(a.text, b.text) for a, b in pairs] == [("一二三", "one two"), ("四五六", "three four")]
