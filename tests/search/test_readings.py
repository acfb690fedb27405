"""Pinyin of texts: of words where they are known, else of characters."""

from __future__ import annotations

import pytest

from reader.search.readings import toneless_pinyin


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [
        ("重庆银行", "chong qing yin hang"),
        ("重慶銀行", "chong qing yin hang"),
        ("步行，音乐", "bu xing yin yue"),
        ("鐵鎬", "tie gao"),  # the reading of the simplified form, which the word has
        ("女儿 A ２年", "nu er nian"),
        ("三长两短之", "san chang liang duan zhi"),
        ("𠀀カ々", "he カ 々"),
        ("plain", ""),
    ],
)
def test_words_and_characters_have_the_readings_of_the_dictionaries(text: str, pinyin: str) -> None:
    assert toneless_pinyin(text) == pinyin


def test_each_character_has_a_syllable_of_latin_letters() -> None:
    from reader.search import _pinyin_data as data

    assert list(data.CHARACTERS) == sorted(set(data.CHARACTERS))
    assert len(data.CHARACTERS) == len(data.THEIR_SYLLABLES) > 40_000
    assert all(syllable.isascii() and syllable.isalpha() for syllable in data.SYLLABLES.split())
