"""Marks that a keyboard gives in the place of those of Chinese."""

from __future__ import annotations

import pytest

from reader.source.typed_marks import ellipses_and_dashes, half_width_brackets, normalised, straight_quotes


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("泉...水", ["……"]),
        ("泉 ... 水", ["……"]),
        ("...水", ["……"]),
        ("泉......", ["……"]),
        ("泉...GPU", ["……"]),
        ("“泉...”", ["……"]),
        ("です...ね", ["……"]),
        ("泉。。。。", ["……"]),
        ("泉。。水", [""]),
        ("泉--水---天", ["——", "——"]),
        ("--水", ["——"]),
        ("泉--", ["——"]),
        ("泉 -- 水", ["——"]),
        ("“泉--”", ["——"]),
        ("三--五", [""]),
        ("三月--五月", [""]),
        ("一\n--水", ["——"]),
    ],
)
def test_ellipses_and_dashes_beside_chinese_are_found(text: str, written: list[str]) -> None:
    assert [mark.written for mark in ellipses_and_dashes(text)] == written


@pytest.mark.parametrize(
    "text",
    [
        "...",
        "--",
        "a...b",
        "泉..水",
        "泉.......水",
        "泉-水",
        "泉-----水",
        "目录...12",
        "[...]",
        "泉[...]水",
        "泉->水，泉-->水，<--水",
        "用--help看",
        "i--的值",
        "`泉...水`",
        "https://x.org/泉...水",
        "../泉--水",
        "泉……水——天",
    ],
)
def test_other_stops_and_hyphens_stay(text: str) -> None:
    assert ellipses_and_dashes(text) == []


def test_brackets_around_chinese_are_found_from_the_inside_on() -> None:
    marks = half_width_brackets("泉(甲(乙)丙)水(WTO)，(一)泉（丙)f(泉)")
    assert [(mark.offset, mark.shown, mark.written) for mark in marks] == [
        (3, "(乙)", "（"),
        (5, "(乙)", "）"),
        (15, "(一)", "（"),
        (17, "(一)", "）"),
    ]


def test_only_pairs_of_straight_quotation_marks_around_chinese_are_found() -> None:
    assert [mark.shown for mark in straight_quotes('他说:"好"和"GPU"，"一二三四五六七八九十一二三四"')] == [
        '"好"',
        '"一二三四五六七八九十一…"',
    ]


def test_a_long_run_of_marks_takes_no_time_that_grows_with_its_square() -> None:
    assert len(ellipses_and_dashes("泉... " * 50_000)) == 50_000
    assert half_width_brackets("泉(" * 50_000) == []
    assert straight_quotes('泉" ' * 50_001) == []


@pytest.mark.parametrize("text", ["泉...水", "泉……水", "泉。。。。水", "泉…水"])
def test_each_form_of_an_ellipsis_is_one_for_comparing(text: str) -> None:
    assert normalised(text) == "泉…水"
