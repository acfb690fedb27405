"""Translations that are swapped, copied or not translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.model.pair_language import COPIED, OTHER_LANGUAGE, SWAPPED, is_translated, pair_fault
from reader.model.text import text_of

if TYPE_CHECKING:
    from reader.model.pair_language import PairFault


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("泉水四季如常。", "The springs.", None),
        ("泉", "泉", None),
        ("泉水四季如常。", "", None),
        ("GPU", "GPU", None),
        ("The New York Times", "The New York Times", None),
        ("泉水四季如常", "The springs of 泉城", None),
        ("The springs are clear.", "泉水很清。", SWAPPED),
        ("Springs", "泉", SWAPPED),
        ("泉水四季如常。", "泉水四季如常。", COPIED),
        ("The springs are clear.", "The springs are clear.", None),
        ("泉水四季如常。", "泉水的温度没有变。", OTHER_LANGUAGE),
    ],
)
def test_the_fault_of_an_english_translation(source: str, text: str, expected: PairFault | None) -> None:
    assert pair_fault(source, "zh-Hans", text, "en") == expected


def test_a_copy_between_languages_of_one_script() -> None:
    assert pair_fault("The springs are clear.", "en", "The springs are clear.", "fr") == COPIED
    assert pair_fault("Paris", "en", "Paris", "fr") is None
    assert pair_fault("泉水四季如常。", "zh-Hans", "泉水四季如常。", "zh-Hant") is None
    assert pair_fault("The springs are clear.", "en", "The springs are clear.", "zh-Hans") == COPIED


def test_what_counts_as_translated() -> None:
    assert is_translated(text_of({"zh-Hans": "泉水四季如常。", "en": "Springs"}), "zh-Hans", "en")
    assert not is_translated(text_of({"zh-Hans": "泉水四季如常。", "en": "泉水四季如常。"}), "zh-Hans", "en")
    assert not is_translated(text_of({"zh-Hans": "泉水四季如常。"}), "zh-Hans", "en")
    assert is_translated(text_of("泉水四季如常。"), "zh-Hans", "en")
