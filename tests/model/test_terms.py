from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import terms
from reader.model.magazine import GlossaryEntry
from reader.model.markup import parse
from reader.model.terms import FEW_FORMS, Terms
from reader.model.text import Text, text_of

SPRING = GlossaryEntry(text_of({"zh-Hans": "趵突泉", "en": "Baotu Spring"}), also=("Paotu Spring", "趵突"))
JINAN = GlossaryEntry(text_of({"zh-Hans": "济南", "en": "Jinan"}))
VALLEY = GlossaryEntry(text_of({"zh-Hans": "济南药谷", "en": "Jinan Pharm Valley"}))
CITY = GlossaryEntry(text_of({"zh-Hans": "城", "en": "city"}), strict=False)
ALL = Terms((SPRING, JINAN, VALLEY, CITY))


def found(tag: str, text: str) -> list[str]:
    return [text[start:end] for start, end, _ in ALL.found(tag, text)]


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("zh-Hans", "济南的趵突泉在济南药谷外。", ["济南", "趵突泉", "济南药谷"]),
        ("zh-Hans", "趵突二字", ["趵突"]),
        ("zh-Hans", "Baotu Spring", []),
        ("en", "The BAOTU SPRINGS, and Paotu Spring’s water", ["BAOTU SPRINGS", "Paotu Spring"]),
        ("en", "two cities, one city; capacity", ["cities", "city"]),
        ("en", "Jinanese", []),
        ("en", "在Jinan市", ["Jinan"]),
        ("en", "İJinan Jinan", ["Jinan"]),
        ("zh-Hans", "濟南的趵\ufe00突泉", ["濟南", "趵\ufe00突泉"]),
        (
            "en",
            "Ｊｉｎａｎ, Bao\u00adtu\u00a0Spring, Jína\u0301n",
            ["Ｊｉｎａｎ", "Bao\u00adtu\u00a0Spring", "Jína\u0301n"],
        ),
        ("en", "", []),
    ],
)
def test_terms_are_found_as_whole_words_the_longest_first(tag: str, text: str, expected: list[str]) -> None:
    assert found(tag, text) == expected


@given(
    st.lists(st.sampled_from(["济", "南", "药", "谷", "趵突泉", "Jinan", " ", "city", "Cities", "İ", "s"])).map("".join)
)
def test_occurrences_are_in_order_do_not_overlap_and_are_forms_of_their_entries(text: str) -> None:
    for tag in ("zh-Hans", "en"):
        end = 0
        for start, stop, entry in ALL.found(tag, text):
            assert end <= start < stop
            end = stop
            assert entry in ALL.glossary


@pytest.mark.parametrize(
    ("chinese", "english", "missing"),
    [
        ("趵突泉", "Leaping Spring", [("趵突泉", "Baotu Spring")]),
        ("趵突泉", "the Paotu Spring", []),
        ("趵突泉", "Baotu springs", []),
        ("济南药谷", "the Valley", [("济南药谷", "Jinan Pharm Valley")]),
        ("济南药谷在济南", "Jinan Pharm Valley", []),
        ("趵突泉，趵突泉", "Springs", [("趵突泉", "Baotu Spring")]),
        ("城", "town", []),
        ("水", "Jinan", []),
        ("趵突泉", "", []),
        ("键入`趵突泉`", "type it", []),
        ("趵突泉", "`Baotu Spring`", [("趵突泉", "Baotu Spring")]),
        ("*趵突泉*", "**Baotu Spring**", []),
    ],
)
def test_strict_terms_that_a_translation_lacks(chinese: str, english: str, missing: list[tuple[str, str]]) -> None:
    text = Text((("zh-Hans", parse(chinese, True)), ("en", parse(english, False))))
    assert ALL.untranslated(text, "zh-Hans", "en") == missing


def test_terms_in_code_are_left_out() -> None:
    terms = Terms([GlossaryEntry(text_of({"en": "spring"}))])
    prose = parse("`spring` and a `hot` spring, `hot springs`")
    assert [(prose.text[start:end], start) for start, end, _ in terms.in_prose("en", prose)] == [("spring", 17)]


def test_a_text_for_all_languages_is_no_translation() -> None:
    assert ALL.untranslated(text_of("趵突泉"), "zh-Hans", "en") == []


def test_the_same_term_in_both_languages_is_no_fault() -> None:
    terms = Terms((GlossaryEntry(text_of("AI")),))
    assert terms.untranslated(text_of({"zh-Hans": "AI时代", "en": "the age of AI"}), "zh-Hans", "en") == []
    assert terms.untranslated(text_of({"zh-Hans": "AI时代", "en": "our age"}), "zh-Hans", "en") == [("AI", "AI")]


WORDS = ["济", "南", "药谷", "趵突泉", "Jinan", "city", "a", "b"]


@given(
    st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map("".join), max_size=8),
    st.lists(st.sampled_from([*WORDS, " ", "cities"]), max_size=30).map("".join),
)
def test_of_many_terms_the_same_are_found_as_of_few(written: list[str], text: str) -> None:
    wanted = [GlossaryEntry(text_of({"zh-Hans": each, "en": each})) for each in written]
    others = [GlossaryEntry(text_of({"zh-Hans": f"别{n}", "en": f"zz{n}"})) for n in range(FEW_FORMS)]
    for tag in ("zh-Hans", "en"):
        few = [(start, end, entry.term.plain(tag)) for start, end, entry in Terms(wanted).found(tag, text)]
        many = [(start, end, entry.term.plain(tag)) for start, end, entry in Terms([*wanted, *others]).found(tag, text)]
        assert few == many


def test_a_translation_is_read_once_for_each_term_however_often_it_occurs(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    place = terms._place
    monkeypatch.setattr(terms, "_place", lambda form, text, start: looked.append(text) or place(form, text, start))
    text = text_of({"zh-Hans": "济南。" * 1_000, "en": "Tsinan. " * 1_000})
    assert ALL.untranslated(text, "zh-Hans", "en") == [("济南", "Jinan")]
    assert sum("Tsinan".lower() in each for each in looked) <= 10
