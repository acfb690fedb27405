"""The reading of a kept word is that of the word in its text, and its sense is that of this reading."""

from __future__ import annotations

import pytest

from reader.learning.bundled import NAME, bundled_dictionary
from reader.learning.dictionaries import Dictionaries
from reader.learning.kept_words import told_word
from reader.marks.mark import WORD, TextQuote, edited, new_mark


@pytest.mark.parametrize(
    ("before", "word", "behind", "reading", "sense"),
    [
        ("她的头发很", "长", "。", "cháng", "long; "),
        ("孩子们在这里生", "长", "。", "zhǎng", "chief; head; elder"),
        ("这座桥全", "长", "五十米", "cháng", "long; "),
        ("我们去", "银行", "取钱", "yín háng", "bank"),
        ("路上的", "行", "人很多", "xíng", "(bound form) to walk"),
        ("他", "跑得快", "。", "pǎo de kuài", "run; "),
        ("", "头发", "很长", "tóu fa", "hair (on the head)"),
    ],
)
def test_a_character_is_read_as_in_its_word(before: str, word: str, behind: str, reading: str, sense: str) -> None:
    quote = TextQuote("p1", "zh-Hans", word, before, behind, len(before))
    mark = new_mark(WORD, "i", "a", (quote,))
    dictionaries = Dictionaries([(NAME, bundled_dictionary())])
    told = told_word(mark, dictionaries)
    assert told.reading == reading
    assert told.sense.startswith(sense)
    assert told_word(edited(mark, note="mine"), dictionaries).sense == "mine"
    assert told_word(edited(mark, note=f"{reading} mine"), dictionaries, "numbers").sense == "mine"
    assert told_word(mark, dictionaries, "zhuyin").reading != reading


def test_an_english_word_has_its_chinese_word() -> None:
    mark = new_mark(WORD, "i", "a", (TextQuote("p1", "en", "bridges", "The old ", " are of stone.", 8),))
    told = told_word(mark, Dictionaries([(NAME, bundled_dictionary())]))
    assert told.reading == ""
    assert "桥" in told.sense


def test_readings_in_a_sense_are_written_as_wanted() -> None:
    mark = new_mark(WORD, "i", "a", (TextQuote("p1", "zh-Hans", "松下"),))
    dictionaries = Dictionaries([(NAME, bundled_dictionary())])
    assert "[Sōng xià Diàn qì]" in told_word(mark, dictionaries).sense
    assert "[Song1 xia4 Dian4 qi4]" in told_word(mark, dictionaries, "numbers").sense
