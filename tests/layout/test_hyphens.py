"""Division of words at the ends of lines."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.layout.hyphens import Hyphens, points
from reader.layout.lines import Measured
from tests.drawing import examples
from tests.layout.articles import ENGLISH, runs


def lines(text: str, width: int, language: str = "en") -> list[str]:
    measured = Measured(text)
    hyphens = Hyphens(measured.text, measured.offsets, language, width)
    return [text[start:end] + "-" * (end in hyphens.ends) for start, end in measured.fill(width, hyphens=hyphens)]


def test_a_word_is_divided_where_the_line_would_end_early() -> None:
    assert lines("the municipality catalogued springs", 12) == ["the municip-", "ality cata-", "logued", "springs"]
    assert lines("it rises water", 12) == ["it rises", "water"]  # the last word is whole


def test_marks_around_a_word_stay_with_it() -> None:
    assert lines("one (municipality), two", 13) == ["one (municip-", "ality), two"]


@pytest.mark.parametrize(
    ("word", "language"),
    [
        *(("UNESCO", "en"), ("McDonaldsville", "en"), ("water", "x-unknown"), ("municipality", "zh-Hans")),
        *(("abcd", "en"), ("a" * 5 + "İ" + "b" * 5, "tr")),
    ],
)
def test_some_words_are_not_divided(word: str, language: str) -> None:
    assert points(word, language) == ()


def test_words_with_digits_are_not_divided() -> None:
    assert lines("an international2019 spring", 12) == ["an", "internationa", "l2019 spring"]


def test_a_tag_falls_back_to_its_language() -> None:
    assert points("municipality", "en-AU") == points("municipality", "en") != ()
    assert points("Sprachwissenschaft", "de-CH") != ()


@given(st.sampled_from(("extraordinarily", "municipality", "photographs", "temperatures", "springs")))
def test_two_letters_stay_before_and_three_behind(word: str) -> None:
    assert all(2 <= point <= len(word) - 3 for point in points(word, "en"))


@given(runs((*ENGLISH, "municipality", "temperatures", "photographs"), " "), st.integers(8, 60))
@examples(200)
def test_at_most_two_lines_in_a_row_end_with_a_hyphen(text: str, width: int) -> None:
    measured = Measured(text)
    hyphens = Hyphens(measured.text, measured.offsets, "en", width)
    row = 0
    filled = measured.fill(width, hyphens=hyphens)
    for start, end in filled:
        row = row + 1 if end in hyphens.ends else 0
        assert row <= 2
        assert measured.cells(start, end) + (end in hyphens.ends) <= width
    assert filled[-1][1] not in hyphens.ends


def test_a_word_goes_on_being_divided_by_its_own_syllables() -> None:
    found = lines("a incomprehensibilities b", 9)
    assert found == ["a incom-", "prehens-", "ibilities", "b"]
    assert {len("incom"), len("incomprehens")} <= {*points("incomprehensibilities", "en")}


def test_the_dictionaries_are_not_loaded_before_a_word_is_divided() -> None:
    code = "import sys, reader.layout.setting; print('pyphen' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=".")
    assert run.stdout.strip() == "False"
