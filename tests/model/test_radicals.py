"""Radicals and compatibility characters, and what is written instead."""

from __future__ import annotations

from unicodedata import name, normalize

from reader.model.equivalence import fold
from reader.model.radicals import _whole_radicals, unified_forms, with_unified


def test_radicals_compatibility_characters_and_ligatures_are_found_and_written() -> None:
    assert unified_forms("⽂件在⾏李里，⻓\uf900ﬁrst") == {
        "⽂": "文",
        "⾏": "行",
        "⻓": "长",
        "\uf900": "豈",
        "ﬁ": "fi",
    }
    assert with_unified("⽂⾏⻓ﬁ") == "文行长fi"


def test_ordinary_characters_and_parts_of_characters_stay() -> None:
    text = "文件，①Ａ㎡℃⺮⺀\ufa0e"
    assert unified_forms(text) == {}
    assert with_unified(text) == text


def test_each_radical_of_the_table_is_one_and_a_search_takes_it_for_the_same_character() -> None:
    assert all(name(radical).startswith("CJK RADICAL ") for radical in _whole_radicals())
    assert all(name(form).startswith("CJK UNIFIED IDEOGRAPH-") for form in _whole_radicals().values())
    assert all(fold(radical) == fold(form) for radical, form in _whole_radicals().items())


def test_every_compatibility_ideograph_becomes_the_one_that_a_search_finds() -> None:
    found = [chr(code) for code in (*range(0xF900, 0xFADA), *range(0x2F800, 0x2FA1E))]
    compatibility = [c for c in found if name(c, "").startswith("CJK COMPATIBILITY") and normalize("NFC", c) != c]
    assert len(compatibility) > 1000
    for character in compatibility:
        form = with_unified(character)
        assert name(form).startswith("CJK UNIFIED IDEOGRAPH-")
        assert fold(character) == fold(form)
