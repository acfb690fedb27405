"""An article as items: the texts of each side, and the notes where a side lacks a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from reader.layout.flow import Flow, Items, flow
from reader.model.magazine import (
    AlignedBody,
    Article,
    Aside,
    Credit,
    Figure,
    FreeBody,
    Heading,
    Issue,
    ItemList,
    PageBreak,
    Paragraph,
    Placement,
    Quotation,
    Section,
    Source,
)
from reader.model.passage import entries, passages
from reader.model.record import replace
from reader.model.text import text_of
from tests.drawing import examples
from tests.layout.articles import LANGUAGES, articles

if TYPE_CHECKING:
    from reader.layout.item import Item

CHINESE, ENGLISH = LANGUAGES
TITLE = text_of({CHINESE: "泉水", ENGLISH: "Springs"})


def sides(item: Item) -> tuple[str, str]:
    left, right = (cell.prose.text if cell else "" for cell in item.cells)
    return left, right


def aligned(*blocks: object, **fields: object) -> tuple[Item, ...]:
    article = Article("springs", TITLE, AlignedBody(blocks), **fields)
    return tuple(flow(article, LANGUAGES).sides[0])[1:]


@given(articles())
@examples(50)
def test_every_passage_and_figure_is_an_item_once_and_in_order(article: Article) -> None:
    shown = flow(article, LANGUAGES)
    for side, items in enumerate(shown.sides):
        tag = LANGUAGES[side] if shown.free else ""
        expected = [getattr(e, "anchor", None) or e.figure for e in entries(article, tag)]
        if shown.free and tag not in [t for t, _ in article.body.sides]:
            expected = []
        found = [
            item.anchor for item in items if item.kind not in ("by", "author", "continued", "colophon") and item.anchor
        ]
        assert found == expected


@given(articles())
@examples(50)
def test_every_text_of_both_languages_is_on_its_own_side(article: Article) -> None:
    for side, language in enumerate(LANGUAGES):
        words = [
            p.text.plain(language) for p in passages(article, language if isinstance(article.body, FreeBody) else "")
        ]
        shown = flow(article, LANGUAGES)
        items = shown.sides[side if shown.free else 0]
        cells = [cell for item in items if item.number and (cell := item.cells[side]) and not cell.note]
        assert [cell.prose.text for cell in cells] == [w for w in words if w]
        assert all(cell.language == language for cell in cells)


@given(articles())
@examples(100)
def test_no_side_is_without_an_item(article: Article) -> None:
    for languages in (LANGUAGES, LANGUAGES[::-1], ("ja", CHINESE), (ENGLISH, "ja")):
        assert all(len(items) for items in flow(article, languages).sides)


def test_a_language_without_a_text_has_a_note() -> None:
    (item,) = aligned(Paragraph(text_of({CHINESE: "水", ENGLISH: ""})))
    assert sides(item) == ("水", "(not in English)")
    assert item.cells[1].note
    (item,) = aligned(Heading(text_of({CHINESE: "", ENGLISH: "Water"})))
    assert sides(item) == ("（无中文）", "Water")


def test_a_missing_text_and_one_that_is_absent_on_purpose_have_different_notes() -> None:
    (item,) = aligned(Paragraph(text_of({CHINESE: "水"})))
    assert sides(item) == ("水", "(not translated yet)")
    (item,) = aligned(Paragraph(text_of({ENGLISH: "Water"})))
    assert sides(item) == ("（尚无译文）", "Water")


def test_a_language_that_the_body_lacks_has_a_note() -> None:
    body = FreeBody(((CHINESE, (Paragraph(text_of("水")),)), (ENGLISH, (Paragraph(text_of("water")),))))
    shown = flow(Article("a", text_of({CHINESE: "泉", ENGLISH: "spring"}), body), ("ja", ENGLISH))
    assert [item.kind for item in shown.sides[0]] == ["relation"]
    assert shown.sides[0][0].cells[0].note


def test_an_article_in_one_language_says_so_on_both_sides() -> None:
    body = FreeBody(((CHINESE, (Paragraph(text_of({CHINESE: "水"})),)),))
    shown = flow(Article("a", TITLE, body), LANGUAGES)
    assert [sides(item) for item in shown.sides[0]] == [("泉水", ""), ("仅有中文", ""), ("水", "")]
    assert sides(shown.sides[1][1])[1] == "In Chinese only"


@pytest.mark.parametrize(
    ("relation", "said"),
    [
        ("abridged", ("英文为节译", "Abridged from the Chinese")),
        ("adapted", ("英文为编译", "Adapted from the Chinese")),
        ("summary", ("英文为摘要", "A summary of the Chinese")),
        ("independent", ("与英文各自成文", "Written apart from the Chinese")),
    ],
)
def test_both_sides_have_a_note_on_their_relation(relation: str, said: tuple[str, str]) -> None:
    body = FreeBody(tuple((tag, (Paragraph(text_of({tag: "x"})),)) for tag in LANGUAGES))
    shown = flow(Article("a", TITLE, body, relation=relation), LANGUAGES)
    notes = [next(item for item in items if item.kind == "relation") for items in shown.sides]
    assert (sides(notes[0])[0], sides(notes[1])[1]) == said
    swapped = flow(Article("a", TITLE, body, relation=relation), LANGUAGES[::-1])
    notes = [next(item for item in items if item.kind == "relation") for items in swapped.sides]
    assert (sides(notes[1])[1], sides(notes[0])[0]) == said


def test_a_paragraph_that_comes_from_and_goes_to_another_page_says_so() -> None:
    items = aligned(Paragraph(text_of({CHINESE: "水", ENGLISH: "water"}), "", "59", "yes"))
    assert [sides(item) for item in items] == [
        ("（上接第59页）", "(continued from p. 59)"),
        ("水", "water"),
        ("（未完）", "(continued elsewhere)"),
    ]
    assert not items[1].indented  # it goes on


def test_pages_begin_on_the_first_item_after_them() -> None:
    items = aligned(
        Paragraph(TITLE),
        PageBreak("61"),
        Placement("map"),
        Paragraph(TITLE),
        PageBreak("62"),
        PageBreak("63"),
        Paragraph(TITLE),
        pages=("60", "63"),
        figures=(Figure("map", TITLE),),
    )
    assert [(item.kind, item.page, item.new_page) for item in items] == [
        ("paragraph", "60", True),
        ("figure", "61", True),
        ("paragraph", "61", False),
        ("paragraph", "63", True),
    ]


def test_credits_are_a_byline_in_each_language() -> None:
    items = aligned(Paragraph(TITLE), credits=(Credit("text", text_of({CHINESE: "本刊", ENGLISH: "The editors"})),))
    assert sides(items[0]) == ("文 / 本刊", "Text: The editors")


def test_below_an_article_are_its_authors_its_date_its_source_and_its_licence() -> None:
    about = text_of({CHINESE: "编辑部在泉边。", ENGLISH: "The editors live by a spring."})
    source = Source(text_of("泉水志"), "https://example.org/", "10.1000/182", "978-7-5488-0001-9", "2018")
    licence = text_of("CC-BY-4.0")
    article = Article("a", TITLE, AlignedBody(()), credits=(Credit("text", TITLE, about),), date="2018-08")
    issue = Issue("i", LANGUAGES, TITLE, TITLE, (Section("s", TITLE, (article,)),), licence=licence, source=source)
    items = [item for item in flow(article, LANGUAGES, issue).sides[0] if item.kind == "colophon"]
    assert [sides(item) for item in items] == [
        ("编辑部在泉边。", "The editors live by a spring."),
        ("日期 / 2018-08", "Date: 2018-08"),
        tuple(
            f"{label}泉水志 · 2018 · DOI 10.1000/182 · ISBN 978-7-5488-0001-9 · https://example.org/"
            for label in ("来源 / ", "Source: ")
        ),
        ("许可 / CC-BY-4.0", "Licence: CC-BY-4.0"),
    ]
    cell = items[2].cells[1]
    assert cell is not None
    assert [(cell.prose.text[s.start : s.end], s.target) for s in cell.prose.spans] == [
        ("DOI 10.1000/182", "https://doi.org/10.1000/182"),
        ("https://example.org/", "https://example.org/"),
    ]
    assert [item.kind for item in flow(article, LANGUAGES).sides[0]].count("colophon") == 2
    own = replace(article, licence=text_of("CC0-1.0"))
    assert sides(list(flow(own, LANGUAGES, issue).sides[0])[-1]) == ("许可 / CC0-1.0", "Licence: CC0-1.0")


def test_the_lines_below_an_article_end_each_side_of_a_free_body() -> None:
    body = FreeBody(tuple((tag, (Paragraph(text_of({tag: "x"})),)) for tag in LANGUAGES))
    shown = flow(Article("a", TITLE, body, licence=text_of("CC0-1.0"), relation="adapted"), LANGUAGES)
    ends = ("许可 / CC0-1.0", "Licence: CC0-1.0")
    for items in (shown.sides, shown.bodies):
        assert [sides(list(items[side])[-1])[side] for side in (0, 1)] == list(ends)


def test_quotations_lists_and_asides_keep_their_kinds() -> None:
    items = aligned(
        Quotation(TITLE, TITLE, pull=True), ItemList((TITLE, TITLE), ordered=True), Aside(TITLE, (Paragraph(TITLE),))
    )
    assert [(i.kind, i.number, i.ordinal, i.in_aside) for i in items] == [
        ("pull", 1, 0, False),
        ("by", 0, 0, False),
        ("item", 2, 1, False),
        ("item", 3, 2, False),
        ("aside", 4, 0, True),
        ("paragraph", 5, 0, True),
    ]


def test_a_placement_of_no_figure_is_passed_over() -> None:
    assert aligned(Placement("map")) == ()


def test_a_flow_of_pairs_is_not_free() -> None:
    assert not Flow(LANGUAGES, (Items(LANGUAGES, ()),)).free
