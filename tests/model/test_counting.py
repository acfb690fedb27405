from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.counting import HAN_PER_MINUTE, WORDS_PER_MINUTE, Count, count


@pytest.mark.parametrize(
    ("text", "han", "words"),
    [
        ("", 0, 0),
        ("泉水四季如常。", 6, 0),
        ("Springs keep one temperature.", 0, 4),
        ("泉水 18 ℃，Baotu", 2, 2),
        ("don’t well-known it's", 0, 3),
        ("二〇一八", 4, 0),
        ("かな", 0, 0),
        ("济南AI谷", 3, 1),
        ("a - b", 0, 2),
        ("𠀀", 1, 0),
    ],
)
def test_han_and_words_are_counted_apart(text: str, han: int, words: int) -> None:
    assert count(text) == Count(han, words)


@given(st.text(max_size=40), st.text(max_size=40))
def test_counts_of_lines_add_up(first: str, second: str) -> None:
    assert count(first) + count(second) == count(f"{first}\n{second}")


def test_minutes() -> None:
    assert Count(HAN_PER_MINUTE, WORDS_PER_MINUTE).minutes == pytest.approx(2)
    assert Count().minutes == 0
