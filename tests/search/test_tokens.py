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
    symbol_tokens,
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


SCRIPTS = st.text(
    st.sampled_from("aB9 \t\n\u3000中國国・。，、-'’ﬁé①☆%＋=한\u1112\u1161\u11abかｶ\u200b\u0301\r"), max_size=24
)


@given(st.one_of(st.text(max_size=40), SCRIPTS))
def test_tokens_made_in_one_pass_are_those_of_the_folded_text(text: str) -> None:
    folded = fold(text)
    found = tokens_of(text)
    expected = {run[k : k + 2] for run in unspaced_runs(text) for k in range(len(run) - 1)}
    assert found.words == spaced_words(text)
    assert {token for token in found.bigrams.split() if len(token) == 2} == expected
    assert {token for token in found.bigrams.split() if len(token) == 1} >= {run[-1] for run in unspaced_runs(text)}
    assert found.symbols == symbol_tokens(folded) == tokens_of(folded).symbols


def test_a_symbol_is_a_token_whatever_is_beside_it() -> None:
    assert tokens_of("C++ costs 5％").symbols == tokens_of("泉＋5%").symbols == ["=s25", "=s2b"]
    assert tokens_of("plain words, 泉水。").symbols == []


def test_a_pair_and_its_reverse_have_numbers_of_their_own() -> None:
    words = [f"word{number}" for number in range(40)]
    pairs = [
        pair for first in words for second in words if first != second for pair in word_pair_tokens([first, second])
    ]
    assert len(set(pairs)) > len(pairs) * 0.7  # of 1,560 pairs in 4,096 numbers
    assert word_pair_tokens(["home", "time"]) != word_pair_tokens(["time", "home"])


def test_the_number_of_a_word_does_not_depend_on_the_words_before(monkeypatch: pytest.MonkeyPatch) -> None:
    before = word_pair_tokens(["river", "bridge", "spring"])
    monkeypatch.setattr("reader.search.tokens.MAX_KEPT_WORDS", 1)
    word_pair_tokens(["other", "words"])
    assert word_pair_tokens(["river", "bridge", "spring"]) == before


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


@pytest.mark.parametrize(
    ("phrase", "looked_for"),
    [
        (["the", "river"], ["river"]),
        (["bridge", "of", "the", "river"], ["bridge", "river"]),
        (["of", "the"], ["of", "the"]),
    ],
)
def test_the_most_frequent_words_of_a_phrase_are_left_to_its_pairs(phrase: list[str], looked_for: list[str]) -> None:
    tokens = [*looked_for, *word_pair_tokens(phrase)]
    made = expression(parse_query(f'"{" ".join(phrase)}"'), Words(), heads=False)
    assert made.strip("()") == " AND ".join(f'"{token}"' for token in tokens)
