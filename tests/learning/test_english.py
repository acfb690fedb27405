from __future__ import annotations

import pytest

from reader.learning.cedict import entry_of
from reader.learning.english import answers, has_short_word, index, variants, wanted_words
from reader.search.stemming import stem

LINES = (
    "橋 桥 [qiao2] /bridge/",
    "架橋 架桥 [jia4 qiao2] /to bridge/to put up a bridge/",
    "橋頭 桥头 [qiao2 tou2] /the end of a bridge (over a river)/",
    "橋 桥 [Qiao2] /surname Qiao/bridge/",
    "走 走 [zou3] /to walk/",
)


def test_an_exact_gloss_answers_best_and_names_last() -> None:
    entries = [entry for line in LINES if (entry := entry_of(line))]
    found = index(entries, {"桥": 3})
    assert found[stem("bridge")][0] == 0
    assert found[stem("bridge")].index(3) > found[stem("bridge")].index(1)
    assert found[stem("walk")] == [4]
    assert stem("river") not in found  # it explains
    assert "to" not in found


def test_a_word_of_grammar_answers_where_it_is_the_whole_gloss() -> None:
    entry = entry_of("在 在 [zai4] /in/to be at/")
    assert entry
    assert {"in", stem("at")} <= dict(answers(entry)).keys()


@pytest.mark.parametrize(
    ("word", "gloss"),
    [
        ("neighbours", "neighbor"),
        ("metres", "meter"),
        ("fibre", "fiber"),
        ("licences", "license"),
        ("realised", "realize"),
        ("practised", "practice"),
        ("catalogue", "catalog"),
        ("travelled", "travel"),
        ("livelier", "lively"),
        ("biggest", "big"),
        ("later", "late"),
        ("firmest", "firm"),
    ],
)
def test_spellings_and_comparison_are_undone(word: str, gloss: str) -> None:
    assert stem(gloss) in variants(word)


def test_words_of_grammar_are_left_out_of_an_expression() -> None:
    assert wanted_words("to walk on the bridge") == ["walk", "bridge"]
    assert wanted_words("to") == ["to"]
    assert wanted_words("the river’s end") == ["river", "end"]


@pytest.mark.parametrize(
    ("word", "senses", "has"),
    [
        ("in", ["inn; old-style hotel"], False),
        ("in", ["within; among; in"], True),
        ("As", ["ass", "donkey"], False),
        ("in", ["hotel (in the mountains)"], False),
        ("hotels", ["hotel"], True),
    ],
)
def test_a_short_word_is_told_from_another_with_its_stem(word: str, senses: list[str], has: bool) -> None:
    assert has_short_word(word, senses) is has
