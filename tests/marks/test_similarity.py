"""Finding a quote in a text in which it was changed."""

from __future__ import annotations

import pytest

from reader.marks.similarity import same_beginning, same_end, similar_span, weight

EXACT = "村里的老人说，桥是鲁班一夜修成的，张果老骑着驴，柴王爷推着车，一起来试桥。"
PREFIX = "减轻了几百吨的重量。"
SUFFIX = "工匠李春把拱做得又平又宽。"
OTHER = "洨河不宽，夏天涨水，冬天露出河底的石头，桥就从这样一条河上跨过去。" * 3


@pytest.mark.parametrize(
    ("old", "new"),
    [("鲁班", "鲁班大师"), ("一夜", ""), ("骑着驴", "赶着驴子"), ("", ""), ("，", "；")],
)
def test_a_quote_is_found_in_spite_of_a_change(old: str, new: str) -> None:
    changed = EXACT.replace(old, new) if old else EXACT
    text = OTHER + PREFIX + changed + SUFFIX + OTHER
    span = similar_span(text, EXACT, PREFIX, SUFFIX)
    assert span is not None
    assert text[span[0] : span[1]] == changed


def test_a_text_that_is_gone_is_not_found() -> None:
    assert similar_span(OTHER + PREFIX + SUFFIX + OTHER, EXACT, PREFIX, SUFFIX) is None
    assert similar_span("", EXACT, PREFIX, SUFFIX) is None


def test_of_two_places_that_are_alike_none_is_taken() -> None:
    changed = EXACT.replace("鲁班", "鲁班大师")
    assert similar_span(OTHER.join([changed] * 2), EXACT, "", "") is None


def test_a_long_quote_ends_with_its_last_words() -> None:
    exact = "".join(f"第{number}个人在桥上走了{number * 7}步。" for number in range(60))
    changed = exact.replace("第3个人", "第三个人").replace("第50个人", "第五十个人")
    text = OTHER + changed + OTHER
    span = similar_span(text, exact, "", "")
    assert span is not None
    assert text[span[0] : span[1]] == changed


def test_a_chinese_character_weighs_two_and_a_blank_nothing() -> None:
    assert weight("桥 a\n1，") == 2 + 1 + 1 + 2


def test_the_same_ends_are_counted() -> None:
    assert (same_beginning("abcd", "abxd"), same_end("abcd", "abxd")) == (2, 1)
    assert (same_beginning("ab", "abc"), same_end("", "abc")) == (2, 0)
