"""The pattern of a folded string finds all strings that fold to it, in text that was never folded."""

from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st

from reader.model.equivalence import fold
from reader.search.query import phrase
from reader.search.unfolding import expand, pattern, written_as
from tests.drawing import examples

texts = st.text(st.sampled_from("aAàÀａ Bb.国國台臺”\"’'—–1１.*[\\e\u0301\u00ad\ufe0f泉"), max_size=60)


def test_every_character_that_folds_to_another_is_known() -> None:
    characters = map(chr, (*range(0xD800), *range(0xE000, sys.maxunicode + 1)))
    folded = {character for character in characters if (form := fold(character)) != character and len(form) == 1}
    known = {character for forms in written_as().values() for character in forms}
    assert folded == known


@given(texts, st.text(st.sampled_from('aAàB国國”"1*[e泉'), min_size=1, max_size=3))
@examples(400)
def test_a_pattern_finds_what_the_folded_text_holds(text: str, written: str) -> None:
    wanted = fold(written)
    expected = phrase(written).spans(text)
    assert [match.span() for match in pattern(wanted).finditer(text)] == expected
    assert [match.span() for match in pattern(wanted, set(text)).finditer(text)] == expected


def test_a_character_that_folds_to_several_needs_folding() -> None:
    assert expand("first", "aﬁ")
    assert expand("12", "½")
    assert not expand("泉水", "泉水ﬁ…")
    assert not expand("first", "firstÀ\u0301")
