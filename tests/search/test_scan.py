"""Folding, queries, the scan and snippets: all texts with a term are found, each at its exact place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.footnotes import numbered
from reader.model.magazine import (
    AlignedBody,
    Article,
    Aside,
    Credit,
    Figure,
    Footnote,
    FreeBody,
    Issue,
    Paragraph,
    Quotation,
    Section,
    Verse,
)
from reader.model.markup import parse
from reader.model.text import Prose, Text, text_of
from reader.search import Query, fold, parse_query, scan, scan_article
from reader.search.folding import is_searchable
from reader.search.query import phrase
from reader.search.terms import Clause, Term
from tests.drawing import examples
from tests.layout.articles import LANGUAGES, articles, texts

CHINESE, ENGLISH = LANGUAGES
words = st.one_of(texts, st.text(max_size=40))


def issue_of(article: Article) -> Issue:
    name = text_of("name")
    return Issue("city", LANGUAGES, name, name, (Section("a", name, (article,)),))


def paragraph(text: str, language: str = CHINESE) -> Article:
    return Article("a", text_of("."), AlignedBody((Paragraph(Text(((language, Prose(text)),))),)))


# -- folding ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Water", "water"),
        ("ＡＩ２０１９", "ai2019"),
        ("café", "cafe"),
        ("Bàotū Quán", "baotu quan"),
        ("濟南的泉水", "济南的泉水"),
        ("書", "书"),
        ("“泉”", '"泉"'),
        ("people’s", "people's"),
        ("1115–1234", "1115-1234"),
        ("Ｗａｔｅｒ　", "water "),
    ],
)
def test_what_a_reader_takes_for_the_same_is_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


# -- spans ------------------------------------------------------------------------------------------


@given(texts, st.lists(texts, min_size=1, max_size=3))
@examples(200)
def test_spans_are_apart_in_order_and_hold_the_terms(text: str, terms: list[str]) -> None:
    wanted = dict.fromkeys(folded for term in terms if (folded := fold(term).strip()))
    query = Query(tuple(Clause((Term(term, anywhere=True),)) for term in wanted))
    folded = fold(text)
    spans = query.spans(folded)
    assert bool(spans) == (bool(wanted) and all(term in folded for term in wanted))
    assert all(0 <= start < end <= len(folded) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    if spans:
        lit = "".join(folded[start:end] for start, end in spans)
        assert all(c in lit for term in wanted for c in term)


# -- the scan -----------------------------------------------------------------------------------------


@given(texts, st.data())
@examples(300)
def test_every_part_of_a_text_is_found_where_it_is(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 60)))
    part = text[start:end]
    folded = fold(part)
    if len(fold(text)) != len(text) or any(len(fold(character)) != 1 for character in text):
        return  # the places of these are in the tests of the equivalence
    if folded != folded.strip() or '"' in folded or "\n" in part or "  " in folded or not folded.isprintable():
        return
    whole, length = fold(text), len(part)
    where = [(k, k + length) for k in range(len(text)) if whole[k : k + length] == folded]
    where = [(k, end) for k, end in where if not in_a_word(whole, k) and not in_a_word(whole, end)]
    if not is_searchable(folded):
        where = []
    found = [hit for hit in scan([issue_of(paragraph(text))], parse_query(f'"{part}"')) if hit.anchor]
    assert len(found) == bool(where)
    for hit in found:
        assert all((a, b) in where for a, b in hit.spans)
        assert hit.spans[0] == where[0]
        assert (hit.field, hit.language) == ("text", CHINESE)


def in_a_word(text: str, offset: int) -> bool:
    """Returns whether a cut here is inside a word of a script with spaces between words."""
    return 0 < offset < len(text) and all(c.isalnum() and c < "\u2e80" for c in text[offset - 1 : offset + 1])


def naive(article: Article, term: str) -> set[tuple[str, str, str]]:
    """Returns field, anchor and language of every text that contains a term, from the model alone."""
    from reader.model.passage import passages

    found = set()

    def look(field: str, anchor: str, text: Text | None) -> None:
        for tag, prose in text.sides if text else ():
            if term in fold(prose.text):
                found.add((field, anchor, tag))

    look("title", "", article.title)
    look("title", "", article.kicker)
    look("deck", "", article.deck)
    for credit in article.credits:
        look("credit", "", credit.name)
        look("credit", "", credit.about)
    look("credit", "", article.licence)
    if article.source:
        look("credit", "", article.source.title)
        look("credit", "", text_of(article.source.url))
    for passage in passages(article):
        look("text", passage.anchor, passage.text)
        if passage.kind == "verse" or (passage.kind == "quotation" and passage.paragraph == len(passage.block.more)):
            look("credit", passage.anchor, passage.block.by)
    for figure in article.figures:
        look("caption", figure.id, figure.caption)
        look("credit", figure.id, figure.credit)
    return found


@given(articles(), st.sampled_from(["泉", "水", "spring", "water", "，", "2019 年", "不在这里", "“quoted”"]))
@examples(150)
def test_the_scan_finds_what_a_naive_search_finds(article: Article, term: str) -> None:
    issue = issue_of(article)
    found = list(scan([issue], phrase(term)))
    assert {(hit.field, hit.anchor, hit.language) for hit in found} == naive(article, fold(term))
    for hit in found:
        text = hit.text.plain(hit.language)
        assert all(fold(text[start:end]).startswith(fold(term)) for start, end in hit.spans)
        assert hit.address.startswith("city/springs")
        shown, spans = hit.snippet()
        assert spans
        assert all(fold(shown[a:b])[:1] == fold(term)[:1] for a, b in spans)
        assert "\n" not in shown
        assert "\t" not in shown


@given(texts, st.integers(20, 120), st.integers(0, 500))
@examples(300)
def test_a_snippet_is_a_part_of_the_text_around_the_match(text: str, length: int, at: int) -> None:
    whole = "水" + text + "KEY" + text[::-1] + "。"
    whole = (whole * 3)[at % 40 :]
    issue = issue_of(paragraph(whole))
    hits = list(scan_article(issue, issue.sections[0], paragraph(whole), phrase("key")))
    if not hits:
        return
    shown, spans = hits[0].snippet(length)
    assert len(shown) <= length + 2
    inner = shown.removeprefix("…").removesuffix("…")
    assert inner in whole.replace("\n", " ").replace("\t", " ") or inner in "…" + whole
    assert spans
    assert fold(shown[spans[0][0] : spans[0][1]]) == "key"


def test_terms_may_stand_apart_but_in_one_language() -> None:
    text = Text(((CHINESE, Prose("泉水")), (ENGLISH, Prose("spring water of the city"))))
    article = Article("a", text_of("t"), AlignedBody((Paragraph(text),)))
    assert [hit.language for hit in scan([issue_of(article)], parse_query("city spring"))] == [ENGLISH]
    assert list(scan([issue_of(article)], parse_query("泉水 spring"))) == []
    assert list(scan([issue_of(article)], parse_query(""))) == []


def test_a_hit_is_found_in_each_language() -> None:
    both = Text(((CHINESE, Prose("AI 泉")), (ENGLISH, Prose("AI spring"))))
    article = Article("a", text_of("t"), AlignedBody((Paragraph(both),)))
    assert [hit.language for hit in scan([issue_of(article)], parse_query("ai"))] == [CHINESE, ENGLISH]


def test_every_field_is_searched_and_has_its_address_and_page() -> None:
    name = text_of({CHINESE: "泉", ENGLISH: "spring"})
    one = {tag: Text(((tag, name.get(tag)),)) for tag in LANGUAGES}
    sides = tuple(
        (tag, (Paragraph(text), Aside(None, (Quotation(text, text, more=(text,)), Verse(text, by=text)))))
        for tag, text in one.items()
    )
    figure = Figure("map", name, "61", name)
    article = Article("a", name, FreeBody(sides), name, name, (Credit("text", name),), ("60", "61"), figures=(figure,))
    found = [(hit.field, hit.address, hit.page) for hit in scan([issue_of(article)], parse_query("spring"))]
    assert found == [
        ("title", "city/a", "60"),
        ("title", "city/a", "60"),
        ("deck", "city/a", "60"),
        ("credit", "city/a", "60"),
        ("caption", "city/a#map", "61"),
        ("credit", "city/a#map", "61"),
        ("credit", "city/a#en.p3", "60"),
        ("credit", "city/a#en.p4", "60"),
        *(("text", f"city/a#en.p{number}", "60") for number in range(1, 5)),
    ]


def test_a_note_is_found_at_its_address_and_a_text_across_its_mark() -> None:
    body = AlignedBody((Paragraph(Text(((CHINESE, parse("泉水[^n]四季如常")),))),))
    article = numbered(Article("a", text_of("."), body, footnotes=(Footnote("n", text_of({CHINESE: "约十八度"})),)))
    issue = issue_of(article)
    for query, address in (("水四季", "city/a#p1"), ("十八", "city/a#note.n")):
        hits = scan_article(issue, issue.sections[0], article, parse_query(query))
        assert [str(hit.address) for hit in hits] == [address]
