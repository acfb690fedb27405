from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich._unicode_data import load
from rich.cells import cell_len

from reader.layout import _width_data, graphemes
from reader.layout.graphemes import boundaries, is_common
from reader.layout.width import cell_width, char_width, clip, flush_right, pad, prefix_widths
from tests.drawing import examples

PARTS = ["a", " ", "中", "，", "é", "e\u0301", "\u200d", "\ufe0f", "❤", "❤\ufe0f", "👩", "🏽", "🚀", "☎", "\0", "\n",
         "\x1b", "\u00ad", "―", "ｱ", "\u0915\u094d", "한", "🇨🇳", "1\ufe0f\u20e3", "👩\u200d🚀", "\ud800"]  # fmt: skip
texts = st.one_of(
    st.lists(st.sampled_from(PARTS), max_size=12).map("".join),
    st.text(st.characters(), max_size=20),
)


def rich_width(text: str) -> int:
    return cell_len(text.replace("\u00ad", "\u0301"), unicode_version="latest")  # a soft hyphen is never drawn


def test_every_character_is_as_wide_as_rich_draws_it() -> None:
    """Both are tables of ranges, so that comparing at the ends of all ranges is enough."""
    edges = {ord(start) for start in _width_data.STARTS}
    edges |= {edge for start, end, _ in load("latest").widths for edge in (start, end + 1)}
    points = sorted({point for edge in edges for point in (edge - 1, edge) if 0 <= point <= 0x10FFFF})
    assert len(points) > 800
    assert [char_width(chr(point)) for point in points] == [rich_width(chr(point)) for point in points]


@examples(600)
@given(texts)
@example("a\u200d")
@example("\ufe0f❤\ufe0f\ufe0f")
@example("❤\u200d\ufe0f中")
def test_width_is_that_of_rich(text: str) -> None:
    assert cell_width(text) == rich_width(text)


@examples(300)
@given(texts)
def test_prefix_widths_are_the_widths_of_prefixes(text: str) -> None:
    assert prefix_widths(text) == [rich_width(text[:end]) for end in range(len(text) + 1)]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("abc", 3),
        ("中文，", 6),
        ("“中”", 4),
        ("e\u0301", 1),
        ("❤\ufe0f", 2),
        ("👩\u200d🚀", 2),
        ("a\tb\x1b", 2),
    ],
)
def test_widths(text: str, cells: int) -> None:
    assert cell_width(text) == cells


@examples(400)
@given(texts, st.integers(-2, 20))
def test_clip_is_the_longest_beginning_of_clusters_that_fits(text: str, cells: int) -> None:
    clipped = clip(text, cells)
    fitting = [end for end in boundaries(text) if rich_width(text[:end]) <= max(cells, 0)]
    assert clipped == text[: fitting[-1]]


def test_clip_of_examples() -> None:
    assert clip("中文", 3) == "中"
    assert clip("hello", 3) == "hel"
    assert clip("hello", -1) == ""
    assert clip("a👩\u200d🚀b", 2) == "a"
    assert clip("e" + "\u0301" * 1000 + "f", 1) == "e" + "\u0301" * 1000
    assert clip("中" * 1_000_000, 80) == "中" * 40


@examples(300)
@given(texts, st.integers(-2, 30))
def test_pad_fills_to_the_width_and_cuts_nothing(text: str, cells: int) -> None:
    padded = pad(text, cells)
    assert padded.startswith(text)
    assert set(padded[len(text) :]) <= {" "}
    assert rich_width(padded) == max(cells, rich_width(text))


def test_long_texts_take_linear_time() -> None:
    start = time.process_time()
    for text in ("中a" * 500_000, "❤\ufe0f" * 200_000, "\u200d" * 500_000):
        assert prefix_widths(text)[-1] == cell_width(text)
    clip("\u0301" * 500_000, 10)
    assert time.process_time() - start < 10


@given(st.text(max_size=12), st.integers(0, 8))
def test_flush_right_is_exactly_as_wide(text: str, width: int) -> None:
    shown = flush_right(text, width)
    assert cell_width(shown) <= width or "\u200d" in text
    assert shown.strip() in text or not shown.strip()


def test_flush_right_counts_cells() -> None:
    assert flush_right("60", 4) == "  60"
    assert flush_right("６０", 4) == "６０"
    assert flush_right("６０１", 4) == "６０"


def test_common_characters_are_as_wide_as_their_table_says_and_stand_alone() -> None:
    common = [char for char in map(chr, range(0x20, 0x10000)) if is_common(char)]
    assert len(common) > 27_000
    assert [char for char in common if cell_width(char) != char_width(char)] == []
    assert prefix_widths("".join(common))[-1] == sum(map(char_width, common))
    assert [char for char in common for follower in "a中©，" if joined(char + follower)] == []


def joined(text: str) -> list[tuple[int, int]]:
    """Returns the clusters of more than one code point, without the test for common characters."""
    found = graphemes._cluster().finditer(text.translate(graphemes._LETTERS))
    return [match.span() for match in found if match.end() - match.start() > 1 and match.lastindex is None]
