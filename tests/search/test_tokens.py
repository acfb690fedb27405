"""Tokens of texts, and the expressions by which an index finds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.equivalence import fold
from reader.search.query import parse_query
from reader.search.tokens import (
    MAX_WORDS_OF_A_TERM,
    SIGN,
    expression,
    reading_tokens,
    spaced_words,
    tokens_of,
    unspaced_runs,
    word_pair_tokens,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.search.terms import Term


class Words:
    """A vocabulary of some words."""

    def __init__(self, *words: str) -> None:
        self._words = words

    def inflections(self, word: str) -> Sequence[str]:
        return [other for other in self._words if other.startswith(word)]

    def beginning(self, start: str, limit: int) -> list[str]:
        return [word for word in self._words if word.startswith(start)][:limit]

    def names(self, term: Term) -> list[str]:
        return [term.text] if term.text in self._words else []


def test_words_are_tokens_and_other_runs_are_bigrams() -> None:
    found = tokens_of("Spring at 济南泉, ２０２０年")
    assert found.words == ["spring", "at", "2020"]
    assert sorted(found.bigrams.split()) == sorted(["济", "济南", "南泉", "泉", "年", "年"])


@given(st.text(max_size=80))
def test_no_token_of_a_text_can_be_taken_for_a_sign(text: str) -> None:
    found = tokens_of(text)
    assert SIGN not in "".join(found.words) + found.bigrams
    assert "".join(found.words) == "".join(spaced_words(text))
    runs = unspaced_runs(text)
    ends = {token for token in found.bigrams.split() if len(token) == 1}
    assert {run[-1] for run in runs} <= ends <= {end for run in runs for end in (run[0], run[-1])}
    assert all(fold(token) == token for token in (*found.words, *found.bigrams.split()))


def test_a_pair_of_words_is_an_octal_number() -> None:
    tokens = word_pair_tokens(["the", "river", "and", "the", "bridge"])
    assert len(tokens) == 4
    assert all(token[0] == SIGN and 0 <= int(token[1:], 8) < 4096 for token in tokens)
    assert word_pair_tokens(["river"]) == []


def test_a_reading_is_a_token_a_syllable_but_the_last_of_each_run() -> None:
    assert reading_tokens("济南，泉水城", "ji nan quan shui cheng") == ["=yji=nan", "=yquan=shuicheng", "=yshui=cheng"]


@pytest.mark.parametrize(
    ("written", "heads", "found"),
    [
        ("river", False, '("river" OR "rivers")'),
        ("riv*", False, '("riv" OR "river" OR "rivers")'),
        ("泉", False, '"泉" *'),
        ("济南泉", False, '("济南" AND "南泉")'),
        ("river -bridge", False, '("river" OR "rivers")'),
        ("title:river", False, ""),
        ("text:river", True, ""),
        ("page:3", False, '"=p6dd28e9b"'),
        ("tag:none", False, ""),
    ],
)
def test_a_query_is_an_expression(written: str, heads: bool, found: str) -> None:
    made = expression(parse_query(written), Words("river", "rivers", "3"), heads)
    assert made.removeprefix("(").removesuffix(")") == found.removeprefix("(").removesuffix(")")


def test_a_beginning_of_many_words_is_looked_up_as_a_beginning() -> None:
    words = [f"w{number:04}" for number in range(MAX_WORDS_OF_A_TERM + 1)]
    assert expression(parse_query("w0*"), Words(*words[:3]), heads=False).count("OR") == 3
    assert expression(parse_query("w0*"), Words(*words), heads=False) == '"w0" *'
