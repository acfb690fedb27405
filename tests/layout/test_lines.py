"""Filling of lines: no character is lost, no line is too wide, and no unit that fits is torn."""

from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.layout.graphemes import boundaries
from reader.layout.hyphens import Hyphens
from reader.layout.linebreak import hard_breaks, opportunities
from reader.layout.lines import Measured
from reader.layout.width import cell_width
from tests.drawing import examples
from tests.layout.articles import AMOUNTS, CHINESE, ENGLISH, texts

# The marks of GB/T 15834 and their Latin kin, written out here once more: a test of the rule, not of its table.
NEVER_FIRST = "，。、；：！？）】》」』”’…—,.;:!?)]}%％℃"
NEVER_LAST = "（【《「『“‘([{¥￥"

widths = st.integers(4, 200)


def lines_of(text: str, width: int, indent: int = 0) -> list[str]:
    return [text[start:end] for start, end in Measured(text).fill(width, indent)]


def torn_spans(text: str, width: int, indent: int) -> list[tuple[int, int]]:
    """Returns the ranges between opportunities that are wider than a line: only these may be torn."""
    found = []
    for start, end in pairwise([0, *opportunities(text)]):
        room = width - (indent if start == 0 else 0)
        if cell_width(text[start:end].rstrip(" \n")) > room:
            found.append((start, end))
    return found


def is_torn(offset: int, spans: list[tuple[int, int]]) -> bool:
    return any(start < offset < end for start, end in spans)


@given(texts, widths, st.sampled_from([0, 0, 4]))
@example("中文", 4, 0)
@example("👩‍🚒👩‍🚒👩‍🚒", 4, 0)
@examples(150)
def test_the_lines_with_the_spaces_between_them_are_the_text(text: str, width: int, indent: int) -> None:
    lines = Measured(text).fill(width, indent if width > 8 else 0)
    assert lines[0][0] == 0
    assert all(start <= end for start, end in lines)
    for (_, end), (start, _) in pairwise(lines):
        assert end <= start
        assert text[end:start].strip(" \n") == ""
    assert text[lines[-1][1] :].strip(" \n") == ""


@given(texts, widths, st.sampled_from([0, 0, 4]))
@examples(150)
def test_no_line_is_wider_than_its_column_but_for_a_single_cluster(text: str, width: int, indent: int) -> None:
    indent = indent if width > 8 else 0
    for number, (start, end) in enumerate(Measured(text).fill(width, indent)):
        line = text[start:end]
        if cell_width(line) > width - (indent if number == 0 else 0):
            assert len(boundaries(line)) == 2, line


@given(texts, widths)
@example("a\n\nb", 4)
@example("\U0001f1e8\U0001f1f3\u4e2d", 1)
@example("中文", 1)
@examples(150)
def test_no_line_is_empty_unless_the_writer_left_it_so(text: str, width: int) -> None:
    ends = {0, *hard_breaks(text)}
    for start, end in Measured(text).fill(width):
        assert start < end or (text[start : start + 1] in ("", "\n", " ") and start in ends)


@given(texts, widths)
@examples(150)
def test_a_line_ends_at_an_opportunity_or_in_a_word_longer_than_a_line(text: str, width: int) -> None:
    allowed, torn = set(opportunities(text)), torn_spans(text, width, 0)
    for start, _ in Measured(text).fill(width)[1:]:
        assert start in allowed or is_torn(start, torn)
        assert start in boundaries(text)


@given(texts, widths)
@examples(150)
def test_a_line_takes_all_that_fits(text: str, width: int) -> None:
    breaks, hard, torn = opportunities(text), set(hard_breaks(text)), torn_spans(text, width, 0)
    for (start, _), (following, _) in pairwise(Measured(text).fill(width)):
        if following in hard or is_torn(following, torn) or is_torn(start, torn):
            continue
        after = next(b for b in breaks if b > following)
        assert cell_width(text[start:after].rstrip(" \n")) > width


@given(texts, widths)
@examples(200)
def test_no_line_begins_or_ends_with_a_mark_that_may_not(text: str, width: int) -> None:
    """Except beside a line feed, or in a part of a word that is wider than a line."""
    hard, torn = set(hard_breaks(text)), torn_spans(text, width, 0)
    lines = Measured(text).fill(width)
    for (_, end), (start, _) in pairwise(lines):
        if start in hard or is_torn(start, torn):
            continue
        assert text[start] not in NEVER_FIRST, (text[:start], text[start:])
        assert text[end - 1] not in NEVER_LAST, (text[:end], text[end:])


@given(
    st.lists(
        st.tuples(st.sampled_from(("泉水", "，从", "water ", "（", "the ", "。")), st.sampled_from(AMOUNTS)), min_size=1
    ),
    widths,
)
@examples(150)
def test_a_number_is_not_torn_from_itself_or_its_unit(parts: list[tuple[str, str]], width: int) -> None:
    text = ""
    amounts = []
    for words, amount in parts:
        text += words
        amounts.append((len(text), len(text) + len(amount)))
        text += amount + "到"
    torn = torn_spans(text, width, 0)
    starts = [start for start, _ in Measured(text).fill(width)]
    for left, right in amounts:
        assert not any(left < start < right and not is_torn(start, torn) for start in starts), text


def test_words_stay_whole_where_they_fit() -> None:
    text = "".join(CHINESE) + "AI 与 " + " ".join(ENGLISH)
    words = [match.span() for match in re.finditer(r"[A-Za-z’]+", text)]
    for width in range(12, 80):
        torn = torn_spans(text, width, 0)
        for start, _ in Measured(text).fill(width):
            assert not any(left < start < right for left, right in words) or is_torn(start, torn)


def test_the_first_line_gives_way_to_its_indent() -> None:
    assert lines_of("一二三四五六七八九十", 10, 4) == ["一二三", "四五六七八", "九十"]


def test_spaces_hang_over_the_edge() -> None:
    assert lines_of("ab cd", 2) == ["ab", "cd"]
    assert lines_of("ab    cd", 3) == ["ab", "cd"]


def test_a_line_feed_ends_a_line_and_two_leave_one_empty() -> None:
    assert lines_of("一\n\n二", 40) == ["一", "", "二"]


def test_a_text_without_ink_is_one_empty_line() -> None:
    assert Measured("").fill(10) == [(0, 0)]


@pytest.mark.parametrize("width", [1, 2, 3])
def test_a_cluster_wider_than_the_column_stands_alone(width: int) -> None:
    lines = lines_of("中文👩‍🚒a", width)
    assert "".join(lines) == "中文👩‍🚒a"
    assert "" not in lines
    assert all(cell_width(line) <= width or len(boundaries(line)) == 2 for line in lines)


@given(texts)
def test_one_measure_serves_every_width(text: str) -> None:
    measured = Measured(text)
    for width in (4, 9, 33, 100):
        assert measured.fill(width) == Measured(text).fill(width)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 10_000,
        "中" + "\u0301" * 10_000,
        "\u0301" * 10_000,
        "👩\u200d" * 10_000 + "🚒",
        "👨‍👩‍👧‍👦" * 5_000,
        "中\u200d" * 10_000,
        "\u200b" * 10_000,
        "\u200b中" * 10_000,
        "שלום" * 5_000,
        "שלום עליכם " * 5_000,
        "——" * 10_000,
        "，" * 20_000,
        "（" * 20_000,
        "\n" * 20_000,
        "a\n" * 20_000,
        " " * 20_000 + "a",
        "中A" * 10_000,
        "1中" * 10_000,
    ],
    ids=lambda text: ascii(text[:2]),
)
@pytest.mark.parametrize("width", [4, 68])
def test_time_is_linear(text: str, width: int) -> None:
    """A quadratic step would take minutes for any of these."""
    start = time.process_time()
    measured = Measured(text, spaced=True)
    lines = measured.fill(width, 0, 2, Hyphens(measured.text, measured.offsets, "en", width))
    assert "".join(text[start:end] for start, end in lines).replace(" ", "") == re.sub("[ \n]", "", text)
    assert time.process_time() - start < 5


def test_the_dash_and_the_ellipsis_are_whole_also_in_what_is_torn() -> None:
    assert lines_of("（他——（她……", 5) == ["（他", "——", "（她", "……"]


def test_a_torn_line_gives_up_what_it_must_not_end_with() -> None:
    assert lines_of("（（一，二", 4) == ["（（", "一，", "二"]
    assert lines_of("pneumo，x", 6) == ["pneum", "o，x"]
