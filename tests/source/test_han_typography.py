"""Punctuation and spaces between Chinese characters."""

from __future__ import annotations

import pytest

from reader.source.han_typography import FULL_WIDTH, half_width_marks, joined, spaces, with_full_width, without_spaces


@pytest.mark.parametrize(("half", "full"), FULL_WIDTH.items())
def test_a_half_width_mark_between_characters_becomes_full_width(half: str, full: str) -> None:
    assert with_full_width(f"水{half}四{half}季") == f"水{full}四{full}季"
    assert half_width_marks(f"水{half}四{half}季") == [f"水{half}四", f"四{half}季"]


@pytest.mark.parametrize("text", ["3,4", "水,a", "a,水", "水, 四", "[泉](https://x.org/水,四)", "水，四"])
def test_other_marks_stay(text: str) -> None:
    assert with_full_width(text) == text


def test_spaces_after_a_character_or_a_mark_are_found_and_removed() -> None:
    assert spaces("泉水 四季。 如常” 高楼 high 楼】 林") == ["水 四", "。 如", "” 高"]
    assert without_spaces("泉水 四季。  如常 high 楼】 林") == "泉水四季。如常 high 楼】 林"


def test_a_long_run_of_spaces_is_searched_once() -> None:
    text = "水" + " " * 1_000_000 + "x" + "\t" * 1_000_000
    assert spaces(text) == []
    assert without_spaces(text) == joined(text) == text


def test_line_ends_between_characters_are_removed() -> None:
    assert joined("泉水，\n  四季\r\n如常\nhigh") == "泉水，四季如常\nhigh"
