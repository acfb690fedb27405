"""The words of a text: by the dictionary, by letters, by the glossary."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.reading.words import WordFinder

HELD = ("人民", "人", "民族", "长江", "江", "卡拉OK")


def longest(text: str, offset: int) -> int:
    return max((len(word) for word in HELD if text.startswith(word, offset)), default=0)


def all_words(text: str, terms: tuple[tuple[int, int], ...] = ()) -> list[str]:
    finder = WordFinder(text, longest, terms)
    found, here = [], 0
    while word := finder.behind(here):
        found.append(text[slice(*word)])
        here = word[1]
    return found


def test_chinese_words_are_the_longest_of_the_dictionary_and_others_are_letters() -> None:
    text = "人民族，长江！卡拉OK and isn't 42河"
    assert all_words(text) == ["人民", "族", "长江", "卡拉OK", "and", "isn't", "42", "河"]


def test_a_chinese_term_of_the_glossary_is_one_word() -> None:
    assert all_words("过人民长江", ((1, 5),)) == ["过", "人民长江"]
    assert all_words("the Old Wells", ((4, 13),)) == ["the", "Old", "Wells"]


def test_the_word_at_an_offset_is_the_one_that_has_it_else_the_next() -> None:
    finder = WordFinder("看，长江水", longest)
    assert [finder.at(k) for k in range(6)] == [(0, 1), (2, 4), (2, 4), (2, 4), (4, 5), None]


@given(st.text("人民族长江卡拉OKab -'’，。1é"))
def test_backwards_are_the_same_words_as_forwards(text: str) -> None:
    finder = WordFinder(text, longest)
    found, here = [], len(text)
    while word := finder.before(here):
        assert word[1] <= here
        found.append(text[slice(*word)])
        here = word[0]
    assert found[::-1] == all_words(text)


def test_a_text_without_end_is_cut_into_runs() -> None:
    assert len(all_words("人民" * 300)) == 300
