"""Punctuation and spaces between Chinese characters."""

from __future__ import annotations

import pytest

from reader.model.scripts import FULL_WIDTH
from reader.source.han_typography import half_width_marks, needless_spaces, spaces


@pytest.mark.parametrize(("half", "full"), FULL_WIDTH.items())
def test_a_half_width_mark_between_characters_is_fixable(half: str, full: str) -> None:
    assert full != half
    assert [mark.shown for mark in half_width_marks(f"水{half}四{half}季")] == [f"水{half}四", f"四{half}季"]
    for text in (f"水{half}四{half}季", f"水{half}", f"“水{half}”（季{half}）"):
        assert [text[mark.offset : mark.end] for mark in half_width_marks(text) if mark.is_fixable] == [
            half
        ] * text.count(half)


@pytest.mark.parametrize(
    "text",
    [
        "安娜.卡列尼娜",
        "一.前言",
        "第一.二章",
        "很好.",
        "三:二",
        "八,九百",
        "域名例子.中国",
        "水,四@例.com",
        "看a/水,四",
        "见https://x.org,水",
    ],
)
def test_a_mark_that_may_be_another_is_found_and_stays(text: str) -> None:
    marks = half_width_marks(text)
    assert marks
    assert not any(mark.is_fixable for mark in marks)
    assert all(text[mark.offset] == mark.shown[1] for mark in marks)


@pytest.mark.parametrize(
    "text",
    [
        "https://x.org/水,四",
        "https://x.org/a,b这里",
        "https://zh.wikipedia.org/wiki/Help:目录",
        "`水,四`",
        "./水,四",
        "在/home/水,四",
        "见x.org/水,四",
        "用C++和TCP/IP.",
        "然后...四",
        "圆周率3.14和1,000",
    ],
)
def test_addresses_code_and_latin_have_no_marks_of_chinese(text: str) -> None:
    assert half_width_marks(text) == []


@pytest.mark.parametrize("text", ["3,4", "水,a", "a,水", "[泉](https://x.org/水,四)", "水，四"])
def test_other_marks_stay(text: str) -> None:
    assert not any(mark.is_fixable for mark in half_width_marks(text))


def test_spaces_after_a_character_or_a_mark_are_found() -> None:
    assert [gap.shown for gap in spaces("泉水 四季。 如常” 高楼 high 楼】 林")] == ["水 四", "。 如", "” 高"]
    assert needless_spaces("泉水 四季。  如常 high 楼】 林") == [2, 6, 7]


def test_a_long_run_of_spaces_is_searched_once() -> None:
    text = "水" + " " * 1_000_000 + "x" + "\t" * 1_000_000
    assert spaces(text) == needless_spaces(text) == []
