from __future__ import annotations

import re
import sys
import unicodedata
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import scripts
from reader.model.scripts import (
    ends_sentence,
    is_han,
    is_ideograph,
    is_kana,
    is_title_case,
    is_traditional_text,
    is_unspaced,
    simplified_forms,
    traditional_forms,
)

HAN_NAMES = (
    "CJK UNIFIED IDEOGRAPH-",
    "CJK COMPATIBILITY IDEOGRAPH-",
    "CJK RADICAL ",
    "KANGXI RADICAL ",
    "HANGZHOU NUMERAL ",
    "IDEOGRAPHIC ITERATION MARK",
    "IDEOGRAPHIC CLOSING MARK",
    "IDEOGRAPHIC NUMBER ZERO",
    "VERTICAL IDEOGRAPHIC ITERATION MARK",
)
KANA_NAMES = re.compile(r"(HIRAGANA|KATAKANA(-HIRAGANA PROLONGED SOUND MARK)?)\b(?! MIDDLE DOT| LETTER ARCHAIC)")
ASSIGNED = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.name(chr(code), "")]
MARKS = (
    *(scripts.SENTENCE_ENDS_HAN, scripts.SENTENCE_ENDS_LATIN, scripts.SENTENCE_ENDS, scripts.ELLIPSIS),
    *(scripts.PAUSES_HAN, scripts.PAUSES_LATIN, scripts.OPENING_QUOTES, scripts.CLOSING_QUOTES),
    *(scripts.OPENING_BRACKETS_HAN, scripts.CLOSING_BRACKETS_HAN, scripts.CLOSERS_HAN, scripts.CLOSERS_LATIN),
)


def test_han_is_han_by_the_names_of_unicode() -> None:
    assert [c for c in ASSIGNED if is_han(c) != unicodedata.name(c).startswith(HAN_NAMES)] == []


def test_han_in_a_set_and_by_comparison_are_the_same() -> None:
    pattern = re.compile(f"[{scripts.HAN}]")
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    assert pattern.findall(everything) == list(filter(is_han, everything))
    unified = set(re.findall(f"[{scripts.HAN_UNIFIED}]", everything))
    assert all(map(is_han, unified))
    names = {c for c in everything[:0x10000] if unicodedata.name(c, "").startswith("CJK UNIFIED IDEOGRAPH-")}
    assert names - set("﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩") == unified  # these twelve are in the block of compatibility forms


def test_kana_is_kana_by_the_names_of_unicode() -> None:
    for character in map(chr, range(0x3041, 0x3100)):
        name = unicodedata.name(character, "")
        letter = unicodedata.category(character)[0] == "L"
        assert is_kana(character) == (letter and bool(KANA_NAMES.match(name))), name
        assert is_kana(character) == character.isalnum()
    assert not any(map(is_kana, chain(map(chr, range(0x3041)), map(chr, range(0x3100, 0x3200)))))


@given(st.characters())
def test_ideographic_is_a_letter_of_han_or_kana(character: str) -> None:
    assert is_ideograph(character) <= (is_han(character) or is_kana(character))
    if (is_han(character) or is_kana(character)) and not is_ideograph(character):
        assert "RADICAL" in unicodedata.name(character, "RADICAL")  # or not assigned
    assert is_ideograph(character) <= is_unspaced(character)
    assert (character < scripts.FIRST_EAST_ASIAN) <= (not is_unspaced(character))


def test_scripts_with_word_spaces_are_not_unspaced() -> None:
    assert not any(map(is_unspaced, "aé я λ ع א ก 한글 · “”—…"))
    assert all(map(is_unspaced, "漢字かなカナ。「」（）ＡＢ！〇々"))


@pytest.mark.parametrize("marks", MARKS)
def test_marks_can_be_put_into_a_set_of_an_expression(marks: str) -> None:
    assert len(set(marks)) == len(marks)
    assert set(re.findall(f"[{marks}]", "".join(map(chr, range(0x10000))))) == set(marks)
    assert all(unicodedata.category(mark).startswith("P") for mark in marks)


def test_brackets_and_quotes_have_their_categories() -> None:
    assert {unicodedata.category(mark) for mark in scripts.OPENING_BRACKETS_HAN} == {"Ps"}
    assert {unicodedata.category(mark) for mark in scripts.CLOSING_BRACKETS_HAN} == {"Pe"}
    assert {unicodedata.category(mark) for mark in scripts.OPENING_QUOTES} == {"Pi"}
    assert {unicodedata.category(mark) for mark in scripts.CLOSING_QUOTES} == {"Pf"}
    assert len(scripts.OPENING_BRACKETS_HAN) == len(scripts.CLOSING_BRACKETS_HAN)


@pytest.mark.parametrize(
    "text",
    [
        "好。",
        "好！”",
        "(yes.)",
        "Why?  ",
        "她说：“好。”）",
        "and so on…",
        "[sic!]",
        "Salt.³",
        "Salt.¹,²",
        "“Salt.”⁴",
        "Salt. [2][3]",
        "盐。[12–14]",
    ],
)
def test_a_sentence_ends(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize(
    "text", ["", "  ", "”", "好，", "好；", "and", "Title:", "3.14", "10 m²", "see [2]", "[2]", "in [a.b]"]
)
def test_no_sentence_ends(text: str) -> None:
    assert not ends_sentence(text)


def test_a_caller_may_name_the_marks() -> None:
    assert ends_sentence("好；", scripts.SENTENCE_ENDS_HAN + "；")
    assert not ends_sentence("and so on…", scripts.SENTENCE_ENDS)
    assert not ends_sentence("好。）", closers="”")


def test_numbers_of_notes_are_looked_for_at_the_end_only() -> None:
    assert ends_sentence("Boats come home.[1][2]")
    assert not ends_sentence("Boats come home" + 300_000 * "[1]")


def test_title_case() -> None:
    assert is_title_case("A City of Springs in the North")
    assert not is_title_case("A city of springs in the North")
    assert is_title_case("Springs")
    assert not is_title_case("Springs", 2)
    assert not is_title_case("泉城")
    assert not is_title_case("Of the")


def test_forms_are_pairs_of_other_characters() -> None:
    simplified, traditional = simplified_forms(), traditional_forms()
    assert list(simplified) == sorted(simplified)
    assert list(traditional) == sorted(traditional)
    for table in (simplified, traditional):
        assert all(chr(code) != form and len(form) == 1 and is_han(form) for code, form in table.items())
        assert all(is_han(chr(code)) for code in table)
    assert not set(simplified) & set(traditional)


def test_a_character_that_has_a_traditional_form_is_the_simplified_one_of_it_but_for_few() -> None:
    simplified, traditional = simplified_forms(), traditional_forms()
    strays = [code for code, form in traditional.items() if simplified.get(ord(form)) != chr(code)]
    assert len(strays) < len(traditional) / 100


def test_forms_are_kept_and_translate() -> None:
    assert simplified_forms() is simplified_forms()
    assert "頭髮發現後來".translate(simplified_forms()) == "头发发现后来"
    assert "发现门".translate(traditional_forms()) == "發現門"
    assert "后来".translate(traditional_forms()) == "后來"  # 后 is also a traditional character


def test_the_script_of_a_text() -> None:
    assert is_traditional_text("後來發現")
    assert not is_traditional_text("后来发现")
    assert not is_traditional_text("泉水")
    assert not is_traditional_text("spring")
