"""Queries: every string is one; its terms; and their places in a text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.model.equivalence import fold
from reader.model.magazine import GlossaryEntry
from reader.model.text import text_of
from reader.search.query import MAX_QUERY_CHARS, MAX_TERMS, Query, parse_query, phrase
from reader.search.spellings import MAX_ADDED_TERMS, MAX_SPELLING_CHARS, GlossarySpellings, with_spellings
from reader.search.stemming import beginning_of_forms, stem
from reader.search.terms import FACETS, LITERAL, OPEN, READING, Facets
from tests.drawing import examples


def typed(query: Query) -> list[str]:
    """Returns a query as it can be written, without the terms that were added for pinyin."""
    shown = []
    for clause in query.clauses:
        terms = [term for term in clause.terms if term.kind != READING]
        words = [
            (f"{t.field}:" if t.field else "")
            + (f'"{t.text}"' if t.kind == LITERAL else t.text)
            + ("*" if t.kind == OPEN or t.open_end else "")
            for t in terms
        ]
        shown.append(("-" if clause.negated else "") + "|".join(words))
    return shown


@given(st.text(max_size=200), st.booleans())
@example('"', True)
@example('""""', False)
@example("\x00\x1b]52;c;x\x07\u202e", False)
@example("(" * 5000, False)
@example("a " * 5000, True)
@example("-title:", True)
@examples(300)
def test_every_string_is_a_query(written: str, typing: bool) -> None:
    for query in (parse_query(written, typing), phrase(written)):
        assert sum(term.kind != READING for clause in query.clauses for term in clause.terms) <= MAX_TERMS
        assert len(set(query.clauses)) == len(query.clauses)
        for term in query.terms:
            assert term.text == fold(term.text)
            assert term.text.strip() == term.text != ""
            assert len(term.text) <= MAX_QUERY_CHARS
        query.spans(fold(written))
        query.spans(fold(written), Facets("title", {}, "1", "en"), "yi er")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("", []),
        ("  ", []),
        ('""', []),
        ("…，。", []),
        ("泉水", ['"泉水"']),
        ("Water  spring", ["water", "spring"]),
        ('"water spring" 泉', ['"water spring"', '"泉"']),
        ("“water spring", ['"water spring"']),
        ("water water WATER", ["water"]),
        ("泉　水", ['"泉"', '"水"']),
        ('a"b c"d', ["a", '"b c"', "d"]),
        ("spr*", ["spr*"]),
        ("s*", ["s"]),
        ("spring -river", ["spring", "-river"]),
        ("-river", []),
        ("--river", ['"--river"']),
        ("spring OR river OR 泉", ['spring|river|"泉"']),
        ("spring or river", ["spring", "or", "river"]),
        ("OR", []),
        ("OR spring OR", ["spring"]),
        ("a OR -b", ["a", "-b"]),
        ("title:spring", ["title:spring"]),
        ("TITLE：泉", ['title:"泉"']),
        ('caption:"a map"', ['caption:"a map"']),
        ("-title:spring water", ["-title:spring", "water"]),
        ("titel:spring", ['"titel:spring"']),
        ("page:60 water", ['page:"60"', "water"]),
        ("lang:zh-Hant 書", ['lang:"zh-hant"', '"书"']),
        ("C++ AI时代", ['"c++"', '"ai时代"']),
        ("（泉水）", ['"泉水"']),
        ("NEAR(a b)", ['"near(a"', '"b"']),
        ("😀", ['"😀"']),
        ("→", ['"→"']),
        ("❤\ufe0f $", ['"❤"', '"$"']),
        ("℃", ['"°c"']),
        ("—river", ['"-river"']),
    ],
)
def test_what_is_meant(written: str, meant: list[str]) -> None:
    assert typed(parse_query(written)) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("spri", ["spri*"]),
        ("spri ", ["spri"]),
        ("s", ["s"]),
        ('"the spri', ['"the spri"*']),
        ('"the spri"', ['"the spri"']),
        ("title:spri", ["title:spri*"]),
        ("water 泉", ["water", '"泉"*']),
    ],
)
def test_while_typing_the_last_word_may_go_on(written: str, meant: list[str]) -> None:
    assert typed(parse_query(written, typing=True)) == meant


@pytest.mark.parametrize(
    ("written", "text", "found"),
    [
        ("spring", "A spring, springs; springtime, offspring", ["spring", "springs"]),
        ("went", "they go, gone is she who goes", ["go", "gone", "goes"]),
        ('"spring"', "spring springs", ["spring"]),
        ("spr*", "spring offspring sprig", ["spring", "sprig"]),
        ('"hot spr"', "hot spring", []),
        ("泉水", "清泉水流", ["泉水"]),
        ("泉水", "清泉，水流", []),
        ("泉，水", "清泉，水流", ["泉,水"]),
        ("ai时代", "AI时代", ["ai时代"]),
        ("ai时代", "xai时代", []),
        ("2019年", "在2019年", ["2019年"]),
        ("people's", "the people’s square", ["people's"]),
        ("spring OR river", "a river", ["river"]),
        ("spring -river", "a spring in a river", []),
        ("spring -river", "a spring", ["spring"]),
        ("spring NEAR market", "a market by the spring", ["market", "spring"]),
        ("spring NEAR market", "spring 1 2 3 4 5 6 7 8 9 10 market", ["spring", "market"]),
        ("spring NEAR market", "spring 1 2 3 4 5 6 7 8 9 10 11 market", []),
        ("泉水 NEAR 市场", "泉水" + "的" * 20 + "市场", ["泉水", "市场"]),
        ("泉水 NEAR 市场", "泉水" + "的" * 21 + "市场", []),
        ("泉水 NEAR market", "泉水" + "的" * 18 + ", a market", ["泉水", "market"]),
        ("a NEAR b NEAR c", "a b" + " x" * 11 + " b c", []),
        ("a NEAR b NEAR c", "a b" + " x" * 11 + " a b c", ["a", "b", "c"]),
        ("a NEAR b", "a" + " x" * 11 + " b a", ["b", "a"]),
        ("a NEAR -b", "a c", ["a"]),
        ("NEAR a NEAR", "a", ["a"]),
    ],
)
def test_where_it_stands(written: str, text: str, found: list[str]) -> None:
    folded = fold(text)
    assert [folded[start:end] for start, end in parse_query(written).spans(folded)] == found


@given(st.lists(st.sampled_from(["a", "b", "c", "x", "泉", "水"]), max_size=60))
@examples(200)
def test_near_is_at_most_ten_words_between(words: list[str]) -> None:
    text = " ".join(words)
    halves = [1 if word in "泉水" else 2 for word in words]

    def are_near(one: int, other: int) -> bool:
        return sum(halves[min(one, other) + 1 : max(one, other)]) <= 20

    of = {word: [k for k, other in enumerate(words) if other == word] for word in "abc"}
    pairs = [(one, other) for one in of["a"] for other in of["b"] if are_near(one, other)]
    assert len(parse_query("a NEAR b").spans(text)) == len({place for pair in pairs for place in pair})
    chained = any(are_near(other, last) for _, other in pairs for last in of["c"])
    assert bool(parse_query("a NEAR b NEAR c").spans(text)) == chained


def test_a_place_is_asked_for() -> None:
    names = {"section": ("focus", "专题"), "issue": ("city-08", "2018-08"), "tag": ("water",)}
    here = Facets("caption", names, "60", "zh-Hant")
    for written in (
        "section:专题",
        "section:focus",
        "tag:waters",
        "issue:2018-08",
        "page:60",
        "lang:zh",
        "lang:zh-hant",
    ):
        assert parse_query(written).spans("map", here) == [(0, 0)]
        assert parse_query(f"{written} map").spans("map", here) == [(0, 3)]
        assert parse_query(f"map -{written}").spans("map", here) == []
    for written in ("section:science", "tag:wat", "page:6", "lang:en", "title:map", "text:map"):
        assert parse_query(f"{written} map").spans("map", here) == []
    assert parse_query("caption:map").spans("map", here) == [(0, 3)]
    assert parse_query("section:science map").spans("map") == [(0, 3)]  # without facets, only words are looked at
    assert parse_query("section:science").spans("map") == []
    assert set(FACETS) == {"issue", "section", "tag", "page", "lang"}


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("jinan", ["济南"]),
        ("jinan yaogu", ["济南药谷"]),
        ("jinanyaogu", ["济南药谷"]),
        ("ji nan yao gu", ["济南药谷"]),
        ("nanyao", ["南药"]),
        ("nan", []),
        ("jina", []),
        ("anyao", []),
        ("gude", []),
    ],
)
def test_pinyin_is_read_by_whole_syllables_of_two_characters_and_more(written: str, found: list[str]) -> None:
    text = fold("新济南药谷，的")
    spans = parse_query(written).spans(text, None, "xin ji nan yao gu de")
    assert [text[start:end] for start, end in _joined(spans)] == found


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


@pytest.mark.parametrize(
    ("written", "text", "reading"),
    [
        ("xi'an", "西安", "xi an"), ("Xi’an", "西安", "xi an"), ("ping'an", "平安", "ping an"),
        ("nü'er", "女儿", "nu er"),
        ("nv'er", "女儿", "nu er"), ("nu:er", "女儿", "nu er"), ("lüshi", "律师", "lu shi"),
        ("lvshi", "律师", "lu shi"),
        ("lu:shi", "律师", "lu shi"), ("tian'an men", "天安门", "tian an men"), ("nǚ'ér", "女儿", "nu er"),
    ],
)  # fmt: skip
def test_pinyin_is_written_with_apostrophes_and_without_dots(written: str, text: str, reading: str) -> None:
    assert _joined(parse_query(written).spans(text, None, reading)) == [(0, len(text))]


def test_while_typing_pinyin_may_end_inside_a_syllable() -> None:
    assert parse_query("jinanya", typing=True).spans("济南药谷", None, "ji nan yao gu") == [(0, 3)]
    assert parse_query("nv er", typing=True).spans("女儿", None, "nu er") == [(0, 2)]


GLOSSARY = (
    GlossaryEntry(text_of({"zh-Hans": "北京", "en": "Beijing"}), "Běijīng", ("Peking",)),
    GlossaryEntry(text_of({"zh-Hans": "趵突泉", "en": "Baotu Spring"}), "Bàotū Quán", ()),
    GlossaryEntry(text_of("metro"), "", ("…", "subway")),
    GlossaryEntry(text_of({"zh-Hans": "泉", "en": "spring"}), "quán", ()),
    GlossaryEntry(text_of({"zh-Hans": "泉州", "en": "Quanzhou"}), "Quánzhōu", ()),
)


@pytest.mark.parametrize(
    ("written", "text", "found"),
    [
        ("peking", "北京 Beijing Peking", ["北京", "beijing", "peking"]),
        ("北京", "Peking", ["peking"]),
        ("baotu quan", "趵突泉", ["趵突泉"]),
        ("baotuquan", "the Baotu Spring", ["baotu spring"]),
        ('"baotu spring"', "趵突泉", ["趵突泉"]),
        ("baotu spring", "Baotu and its springs", ["baotu", "springs"]),
        ("peking -趵突泉", "北京", ["北京"]),
        ("metro", "The subway …", ["subway"]),
        ("bei'jing", "Peking", ["peking"]),
        ("spring", "泉州的泉，趵突泉的泉水，springs", ["泉", "泉", "springs"]),
        ("泉", "泉州 Baotu Spring, a spring", ["泉", "spring"]),
        ("泉", "Hot springs, Quanzhou", ["springs"]),
        ("quanzhou", "泉州 泉", ["泉州"]),
    ],
)
def test_the_glossary_s_spellings_do_as_well(written: str, text: str, found: list[str]) -> None:
    query = with_spellings(parse_query(written), GlossarySpellings(GLOSSARY))
    folded = fold(text)
    assert [folded[start:end] for start, end in query.spans(folded)] == found


@pytest.mark.parametrize(
    "forms",
    [
        "spring springs", "city cities", "box boxes", "hope hopes hoped hoping", "stop stops stopped stopping",
        "study studies studied studying", "go goes went gone going", "child children", "write wrote written writing",
        "glass glasses", "bridge bridges bridged", "run runs ran running", "tie ties tied",
    ],
)  # fmt: skip
def test_inflections_have_one_stem(forms: str) -> None:
    assert len({stem(word) for word in forms.split()}) == 1


@pytest.mark.parametrize("forms", ["find finding findings", "build building buildings", "say saying sayings"])
def test_the_stem_of_an_inflected_participle_is_that_of_the_verb(forms: str) -> None:
    words = forms.split()
    assert [stem(word) for word in reversed(words)] == [stem(words[0])] * len(words)


@given(
    st.lists(
        st.tuples(st.text("abeinsty", min_size=1, max_size=6), st.sampled_from(["", "s", "es", "ies", "ed", "ing"])),
        min_size=2,
    )
)
def test_words_of_one_stem_begin_alike(parts: list[tuple[str, str]]) -> None:
    words = {a + b for a, b in parts} | {a for a, _ in parts} | {a + "y" for a, _ in parts}
    for word in words:
        beginning = beginning_of_forms(word)
        assert all(other.startswith(beginning) for other in words if stem(other) == stem(word))


@pytest.mark.parametrize("words", ["universe university", "news new", "bus busy", "sing singer", "this the"])
def test_other_words_have_others(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 2


PLURALS = (
    "dog bed bag bug beg leg egg hat cup map car tor rid mad cam wok bee fee see tee zoo toe shoe bus gas king wing "
    "thing bill hill ball doll grass class box fox city story day key tree bridge river spring market street house"
)


@pytest.mark.parametrize("noun", PLURALS.split())
def test_a_regular_plural_has_the_stem_of_its_noun(noun: str) -> None:
    plural = noun[:-1] + "ies" if noun[-1] == "y" and noun[-2] not in "aeiou" else noun + "s"
    plural = noun + "es" if noun.endswith(("s", "x")) else plural
    if noun not in ("bus", "gas", "see"):  # buses and gases are buse and gase; saw is of see
        assert stem(plural) == stem(noun)


def test_the_other_spellings_of_a_query_are_bounded_and_do_not_depend_on_the_order_of_the_glossary() -> None:
    many = [
        GlossaryEntry(text_of({"en": "Jinan"}), also=tuple(f"Tsi {n} {k}" for k in range(200))) for n in range(300)
    ] + [GlossaryEntry(text_of({"en": "city"}), also=("x" * 500, "town"))]
    query = with_spellings(parse_query("jinan city"), GlossarySpellings(many))
    assert query == with_spellings(parse_query("jinan city"), GlossarySpellings(reversed(many)))
    assert len(query.terms) <= 3 + MAX_ADDED_TERMS * 2
    assert max(len(term.text) for term in query.terms) <= MAX_SPELLING_CHARS
    assert "town" in {term.text for term in with_spellings(parse_query("city"), GlossarySpellings(many)).terms}
