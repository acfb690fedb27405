from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.layout import _grapheme_data
from reader.layout.graphemes import _LETTERS, boundaries, compounds
from tests.drawing import examples


def clusters(text: str) -> list[str]:
    return [text[start:end] for start, end in pairwise(boundaries(text))]


@pytest.mark.parametrize(
    "expected",
    [
        "",
        "a|b|中|文",
        "\r\n|\n|\r|a|\n|\u0301",  # GB3-GB5
        "한|글|\u1100\u1161\u11a8|\u1100\u1100\ud7b0|\uac00\u11a8|\uac01\u11a8|\u1100",  # GB6-GB8
        "e\u0301|a\u200d|b|\u0e01\u0e33|中\ufe0f",  # GB9, GB9a
        "\u0600\u0600中|\u0600|\n",  # GB9b
        "\u0915\u094d\u0937|\u0915\u094d\u200d\u0937|\u0915|\u0937|\u0915\u200c|\u0937",  # GB9c
        "👩🏽\u200d🚀|👩|👩\u200d|a|❤\ufe0f\u200d🔥|👩\u200d\u200d|👩",  # GB11
        "🇨🇳|🇬🇧|🇨|a|🇨\u0301|🇳",  # GB12, GB13
        "\ud800|\udc00|\x00|\u200b|a",
    ],
)
def test_clusters(expected: str) -> None:
    parts = expected.split("|") if expected else []
    text = "".join(parts)
    assert clusters(text) == parts


REPRESENTATIVES = "\r\n\x00\u0301\u200c\u094d\u200d🇨\u0600\u0903\u1100\u1161\u11a8\uac00\uac01👩\u0915a中"
texts = st.one_of(st.text(st.sampled_from(REPRESENTATIVES), max_size=12), st.text(st.characters(), max_size=12))


def joined(letters: str, index: int) -> bool:
    """Whether UAX #29 forbids a boundary before a letter: rule by rule, looking back."""
    left, right, before = letters[index - 1], letters[index], letters[:index]
    if left == "r" and right == "n":
        return True  # GB3
    if left in "rnc" or right in "rnc":
        return False  # GB4, GB5
    if (left == "L" and right in "LVvt") or (left in "vV" and right in "VT") or (left in "tT" and right == "T"):
        return True  # GB6-GB8
    if right in "exkzs" or left == "p":
        return True  # GB9, GB9a, GB9b
    linked = before.rstrip("xkz")
    if right == "C" and linked.endswith("C") and "k" in before[len(linked) :]:
        return True  # GB9c
    if right == "P" and left == "z" and before[:-1].rstrip("exk").endswith("P"):
        return True  # GB11
    return right == "R" and (len(before) - len(before.rstrip("R"))) % 2 == 1  # GB12, GB13


@examples(600)
@given(texts)
def test_boundaries_are_those_of_the_rules(text: str) -> None:
    letters = text.translate(_LETTERS)
    inner = [index for index in range(1, len(text)) if not joined(letters, index)]
    assert boundaries(text) == ([0, *inner, len(text)] if text else [0])


@given(texts)
def test_compounds_are_the_clusters_of_several_code_points(text: str) -> None:
    assert compounds(text) == [(a, b) for a, b in pairwise(boundaries(text)) if b - a > 1]


def test_classes_of_single_characters() -> None:
    sample = {
        "a": ".",
        "中": ".",
        "\u0301": "x",
        "\u094d": "k",
        "\u0915": "C",
        "👍": "P",
        "가": "v",
        "각": "t",
        "🏽": "x",
    }
    assert {char: _LETTERS[ord(char)] for char in sample} == sample
    assert _grapheme_data.STARTS[0] == "\0"
    assert list(_grapheme_data.STARTS) == sorted(_grapheme_data.STARTS)
    assert len(_grapheme_data.STARTS) == len(_grapheme_data.VALUES)
