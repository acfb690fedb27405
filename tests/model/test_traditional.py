"""Simplified characters in traditional texts, and the forms that their words have."""

from __future__ import annotations

import pytest

from reader.model import _traditional_data as data
from reader.model.traditional import traditional_by_word


@pytest.mark.parametrize(
    ("text", "tag", "expected"),
    [
        ("一見钟情", "zh-Hant", {"钟": "鍾"}),
        ("闹钟和分钟", "zh-TW", {"闹": "鬧", "钟": "鐘"}),
        ("她的頭发", "zh-Hant", {"发": "髮"}),
        ("头发和发现", "zh-Hant", {"头": "頭", "发": "髮發", "现": "現"}),
        ("歷史和日历", "zh-TW", {"历": "曆"}),
        ("钟", "zh-Hant", {"钟": "鐘鍾"}),
        ("说", "zh-HK", {"说": "説"}),
        ("说", "zh-TW", {"说": "說"}),
        ("为", "zh-Hant", {"为": "為"}),
    ],
)
def test_the_form_of_the_word_or_all_forms(text: str, tag: str, expected: dict[str, str]) -> None:
    assert traditional_by_word(text, tag) == expected


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (
            "彝族的火把節、皇后、公里、人云亦云、北斗、山谷、茶几、一出戲、一只、干涉、占卜、岳飛、秋千、松樹、朱、向",
            "zh-Hant",
        ),
        ("温、户、税、説、脱、群、床", "zh-HK"),
        ("床、峰、群、痴、秘、粽、灶、為、裡", "zh-TW"),
        ("税、床", "zh-Hant"),
    ],
)
def test_characters_of_traditional_texts_have_no_other_form(text: str, tag: str) -> None:
    assert traditional_by_word(text, tag) == {}


def test_a_form_of_hong_kong_is_simplified_in_taiwan() -> None:
    assert traditional_by_word("税", "zh-TW") == {"税": "稅"}
    assert traditional_by_word("税", "zh-Hant-MO") == {}


def test_the_tables_agree() -> None:
    assert len(data.SIMPLIFIED) == len(data.THEIR_FORM)
    several = {entry[0]: entry[1:] for entry in data.SEVERAL.split()}
    assert all(key[1] in several[key[0]] for key in data.PAIRS)
    assert all(len(pair) == 2 and key[0] in pair for key, pairs in data.PAIRS.items() for pair in pairs.split())
