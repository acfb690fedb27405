"""Traditional characters in simplified texts: found alone, in sentences and in quotations, not in names and words."""

from __future__ import annotations

import pytest

from reader.learning.data_files import data_lines
from reader.model.language import is_simplified
from reader.model.simplified import simplified_by_place


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("后来他們說这是对的。", {3: "们", 4: "说"}),
        ("在這裡，於是為了泉", {1: "这", 2: "里", 4: "于", 6: "为"}),
        ("他說：“这是對的。”", {1: "说", 6: "对"}),
        ("“龍門”是《紅樓夢》里的（繁體：龍）", {}),
        ("〈龍〉『龍』「龍」‘龍’(龍)", {}),
        ("他喜欢《红樓梦》", {5: "楼"}),
        ("“龍门", {1: "龙"}),
        ("乾隆的著作、瞭望、慰藉、宫商角徵羽、颠覆、大阪、哪吒、二噁英", {}),
        ("café — 12", {}),
        ("", {}),
    ],
)
def test_traditional_characters_and_their_forms(text: str, forms: dict[int, str]) -> None:
    assert simplified_by_place(text) == forms


def test_no_simplified_word_of_the_dictionary_has_one() -> None:
    words = [line.split(" ")[1] for line in data_lines("cedict.u8.gz") if not line.startswith("#")]
    assert len(words) > 100_000
    assert [word for word in words if len(word) > 1 and simplified_by_place(word)] == []


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("zh-Hans", True),
        ("zh-Hans-CN", True),
        ("zh-CN", True),
        ("zh-SG", True),
        ("yue-Hans", True),
        ("zh", False),
        ("zh-Hant", False),
        ("zh-Hant-CN", False),
        ("zh-TW", False),
        ("ja", False),
        ("en-CN", False),
    ],
)
def test_tags_that_say_simplified(tag: str, said: bool) -> None:
    assert is_simplified(tag) is said
