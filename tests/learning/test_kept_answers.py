"""Answers kept by their words: those asked for last, within a bound."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reader.learning.kept_answers import MAX_KEPT_CHARS, KeptAnswers

words = st.text("abcdefgh", min_size=1, max_size=1)


@given(st.integers(0, 6), st.lists(words, max_size=40))
def test_an_answer_is_that_of_its_word_and_the_bound_holds(most: int, asked: list[str]) -> None:
    kept: Any = KeptAnswers(most)
    for word in asked:
        assert kept.get(word) in (None, ord(word))
        kept.put(word, ord(word))
        assert len(kept) <= most
        assert kept.get(word) == (ord(word) if most > 1 else None)


def test_what_is_used_outlives_what_is_not() -> None:
    kept: Any = KeptAnswers(4)
    for word in "abcdefgh":
        kept.put(word, word)
        assert kept.get("a") == "a"
    assert kept.get("c") is None


def test_a_selected_text_is_not_kept() -> None:
    kept: Any = KeptAnswers(4)
    kept.put("x" * (MAX_KEPT_CHARS + 1), "x")
    kept.put("x" * MAX_KEPT_CHARS, "x")
    assert len(kept) == 1
