"""Radicals and compatibility characters, and what is written instead."""

from __future__ import annotations

from unicodedata import name

from reader.model.radicals import _UNIFIED, unified_forms, with_unified


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


def test_each_radical_of_the_table_is_one_and_its_character_is_not() -> None:
    assert all(name(radical).startswith("CJK RADICAL ") for radical in _UNIFIED)
    assert all(name(form).startswith("CJK UNIFIED IDEOGRAPH-") for form in _UNIFIED.values())
