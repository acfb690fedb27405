"""The equivalence of texts: its laws, its examples, and the places of folded texts in their sources."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.model.equivalence import (
    equivalent_form,
    fold,
    is_ignorable,
    is_unspaced_folded,
    source_spans,
    without_case_and_width,
    without_unneeded_blanks,
)
from reader.model.scripts import simplified_forms, traditional_forms
from tests.drawing import examples

UNUSUAL = (
    "aAàÀａ\u0301\u0308ßﬁﬃ㎏½Ⅷİςé\u00ad\u200b\ufe0f\u200d–—-‘’'“”\"「」\u3000 \u00a0国國里裡裏⽂⾏⺟麗가"
    "\u1100\u1161\u11a8ﾊﾟ，,👩🚀😀\n"
)
texts = st.text(st.one_of(st.sampled_from(UNUSUAL), st.characters(exclude_categories=["Cs"])), max_size=40)
EVERY = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]


@given(texts)
@example("한 \u1112\u1161\u11ab")
@example("a \u200b泉 b")
@examples(500)
def test_folding_a_folded_text_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert equivalent_form(equivalent_form(text)) == equivalent_form(text)
    assert equivalent_form(fold(text)) == equivalent_form(text)


@given(texts)
@examples(300)
def test_canonical_forms_of_a_text_are_the_same(text: str) -> None:
    assert len({fold(unicodedata.normalize(form, text)) for form in ("NFC", "NFD")} | {fold(text)}) == 1


def test_every_character_is_the_same_as_its_compatibility_form() -> None:
    by_hand = set("´῀′‵″‶‴‷⁗‗‾™℠゛゜¨\u309b\u309c") | {c for c in EVERY if unicodedata.normalize("NFKD", c)[:1] == " "}
    for character in EVERY:
        assert fold(fold(character)) == fold(character)
        if character not in by_hand:
            assert fold(unicodedata.normalize("NFKC", character)) == fold(character), hex(ord(character))


def test_every_character_is_the_same_in_upper_and_lower_case() -> None:
    for character in EVERY:
        if character != "ı":  # Turkish
            assert fold(character.upper()) == fold(character) == fold(character.lower()), hex(ord(character))


def test_every_dash_and_every_ignorable_character_folds_alike() -> None:
    for character in EVERY:
        if unicodedata.category(character) == "Pd" and character != "〜":
            assert fold(character) == "-", hex(ord(character))
        if is_ignorable(character):
            assert fold(f"泉{character}水") == "泉水"
            assert fold(f"co{character}op") == "coop"


def test_every_pair_of_unihan_is_one() -> None:
    for forms in (simplified_forms(), traditional_forms()):
        assert all(fold(chr(code)) == fold(form) for code, form in forms.items())


@given(texts)
@examples(200)
def test_texts_without_case_have_as_many_characters_as_folded_ones(text: str) -> None:
    assert len(without_case_and_width(text)) == len(fold(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Water", "water"), ("ＡＩ２０１９", "ai2019"), ("café", "cafe\u0301"), ("Bàotū Quán", "baotu quan"),
        ("Straße", "STRASSE"), ("ﬂoor of oﬃces", "floor of offices"), ("㎏ ℃ Ⅷ ½", "kg °C VIII 1/2"),
        ("⽤⼼⾛⼀⽣", "用心走一生"), ("⺟⻳⻅⻔", "母龜見門"), ("神福都", "神福都"),
        ("泉\ufe00水", "泉水"), ("ex\u00adam\u200bple", "example"), ("❤\ufe0f", "❤"),
        ("1990—92", "1990‐92"), ("5 − 3", "5 – 3"), ("rock ʼnʼ roll", "rock 'n' roll"), ("「泉」", "“泉”"),
        ("«eau»", '"eau"'), ("很甜，好", "很甜,好"), ("價格是 100 元", "价格是100元"), ("使用 GPU 的人", "使用GPU的人"),
        ("裡面 裏麵", "里面里面"), ("頭髮發現", "头发发现"), ("鐘錶 鍾情", "钟表钟情"), ("颱風臺灣", "台风台湾"),
        ("爲羣眾", "为群众"), ("藥學実験", "药学实验"), ("瞭解著作", "了解着作"), ("\u1112\u1161\u11ab글", "한글"),
    ],
)  # fmt: skip
def test_what_a_reader_takes_for_the_same_is_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)
    assert equivalent_form(one) == equivalent_form(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("泉水", "水泉"),
        ("a part", "apart"),
        ("3.5", "35"),
        ("-5", "5"),
        ("Acme™", "Acmetm"),
        ("己", "已"),
        ("做", "作"),
    ],
)
def test_what_says_something_else_is_not_the_same(one: str, other: str) -> None:
    assert fold(one) != fold(other)
    assert equivalent_form(one) != equivalent_form(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“好,”他说。", "「好，」他说。"), ("等等...", "等等……"), ("他说--好", "他说——好"), ("a  b\nc", "a b c"),
        ("Yes — he did.", "Yes—he did."), ("'old' “new”", '‘old’ "new"'), ("( a )", "(a)"), ("泉、水", "泉，水"),
    ],
)  # fmt: skip
def test_a_change_of_form_alone_leaves_the_compared_form(one: str, other: str) -> None:
    assert equivalent_form(one) == equivalent_form(other)


@given(texts, st.data())
@example("ﬁ é\u0301泉 \ufe0f 水", None)
@examples(500)
def test_the_source_of_a_folded_place_folds_to_it(text: str, data: st.DataObject | None) -> None:
    folded = fold(text)
    places = [(0, len(folded))] if data is None else []
    if data and folded:
        start = data.draw(st.integers(0, len(folded) - 1))
        places = [(start, data.draw(st.integers(start + 1, len(folded))))]
    for (start, end), (first, last) in zip(places, source_spans(text, places), strict=True):
        assert 0 <= first <= last <= len(text)
        assert folded[start:end].strip() in fold(text[first:last])  # more only inside a character such as ﬁ
        if all(len(fold(character)) < 2 for character in text[first:last]):
            assert fold(text[first:last]).strip() == folded[start:end].strip()


@pytest.mark.parametrize(
    ("text", "place", "source"),
    [
        ("an oﬃce", (4, 6), (4, 5)), ("cafe\u0301s", (1, 4), (1, 5)), ("葛\U000e0100城", (0, 1), (0, 2)),
        ("葛\U000e0100城", (0, 2), (0, 3)), ("a\u00adb", (0, 1), (0, 1)), ("泉 水", (0, 2), (0, 3)),
        ("👩\u200d🚀", (1, 2), (2, 3)), ("\u1112\u1161\u11ab", (0, 1), (0, 3)), ("…", (0, 0), (0, 0)),
    ],
)  # fmt: skip
def test_a_place_has_its_accents_and_selectors(text: str, place: tuple[int, int], source: tuple[int, int]) -> None:
    assert source_spans(text, [place]) == [source]


def test_blanks_count_but_beside_characters_without_word_spaces() -> None:
    unspaced = "\u2e80\uabff\uf900\uffef\U00020000\U0003ffff泉"
    spaced = "\u2e7f\uac00\uf8ff\ufff0\U0001ffff\U00040000aя한"
    assert all(map(is_unspaced_folded, unspaced))
    assert not any(map(is_unspaced_folded, ("", *spaced)))
    for character in unspaced:
        assert without_unneeded_blanks(f"a я {character}  b") == f"a я{character}b"
    for character in spaced:
        assert without_unneeded_blanks(f"a {character}  b") == f"a {character}  b"
