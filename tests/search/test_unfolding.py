"""The pattern of a folded string finds all strings that fold to it, in text that was never folded."""

from __future__ import annotations

import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.search.folding import fold
from reader.search.unfolding import pattern, written_as

texts = st.text(st.sampled_from("aAàÀａ Bb.国國台臺”\"’'—–1１.*[\\e\u0301泉"), max_size=60)


def test_every_character_that_folds_to_another_is_known() -> None:
    characters = map(chr, (*range(0xD800), *range(0xE000, sys.maxunicode + 1)))
    folded = {character for character in characters if fold(character) != character}
    known = {character for forms in written_as().values() for character in forms}
    assert folded == known


@given(texts, st.text(st.sampled_from('aAàB国國”"1*[e\u0301'), min_size=1, max_size=3))
@settings(max_examples=400)
def test_a_pattern_finds_what_the_folded_text_holds(text: str, written: str) -> None:
    wanted = fold(written)
    expected, start = [], fold(text).find(wanted)
    while start >= 0:
        expected.append((start, start + len(wanted)))
        start = fold(text).find(wanted, start + len(wanted))
    assert [match.span() for match in pattern(wanted).finditer(text)] == expected
    assert [match.span() for match in pattern(wanted, set(text)).finditer(text)] == expected
