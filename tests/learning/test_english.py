from __future__ import annotations

import pytest

from reader.learning.cedict import entry_of
from reader.learning.english import answers, as_written_first, has_short_word, index, variants, wanted_words
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


@pytest.mark.parametrize(
    "sense",
    [
        "see 大夫[dai4 fu5]",
        "(dialect) see 仔細|仔细[zi3 xi4]",
        "see also 大夫[dai4 fu5]",
        "old variant of 橋|桥[qiao2]",
        "also written 大夫",
        "used in 大夫[dai4 fu5]",
    ],
)
def test_a_reference_to_another_word_answers_for_nothing(sense: str) -> None:
    entry = entry_of(f"大 大 [dai4] /{sense}/doctor; {sense}/")
    assert entry
    assert [word for word, _ in answers(entry)] == [stem("doctor")]


def test_a_verb_is_no_reference() -> None:
    entry = entry_of("看 看 [kan4] /to see/")
    assert entry
    assert stem("see") in dict(answers(entry))


def test_a_word_of_grammar_is_no_other_word_with_its_stem() -> None:
    lines = ("的 的 [de5] /of; ~'s/", "失準 失准 [shi1 zhun3] /subpar; off/", "是 是 [shi4] /to be/")
    entries = [entry for line in lines if (entry := entry_of(line))]
    assert [entry.simplified for entry in as_written_first("of", entries)] == ["的"]
    assert [entry.simplified for entry in as_written_first("be", entries)] == ["是"]
