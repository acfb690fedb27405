from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from reader.model import address as addresses
from reader.model.footnotes import in_order
from reader.model.magazine import (
    AlignedBody,
    Article,
    Aside,
    FreeBody,
    Heading,
    Issue,
    ItemList,
    ListItem,
    PageBreak,
    Paragraph,
    Placement,
    Quotation,
    Table,
)
from reader.model.passage import FigurePlace, Passage, address, entries, find, passages, streams, table_text
from reader.model.text import text_of
from reader.source import load
from tests.drawing import examples
from tests.model.strategies import articles, issues


def test_paragraphs_of_items_and_quotations_are_passages_of_their_own() -> None:
    a, b, c, d = map(text_of, "abcd")
    held = ItemList((a, ListItem((b, c), (d, ListItem((a, b))), ordered=True)), id="steps")
    found = list(passages(Article("x", a, AlignedBody((held, Quotation(a, more=(b,), id="said"), Paragraph(c))))))
    assert [(p.anchor, p.text, p.level, p.ordinal, p.is_numbered, p.paragraph) for p in found] == [
        ("steps", a, 1, 1, False, 0),
        ("p2", b, 1, 2, False, 0),
        ("p3", c, 1, 2, False, 1),
        ("p4", d, 2, 1, True, 0),
        ("p5", a, 2, 2, True, 0),
        ("p6", b, 2, 2, True, 1),
        ("said", a, 0, 0, False, 0),
        ("p8", b, 0, 0, False, 1),
        ("p9", c, 0, 0, False, 0),
    ]


def paragraph(words: str, block_id: str = "") -> Paragraph:
    return Paragraph(text_of(words), block_id)


def aligned(*blocks: object) -> Article:
    return Article("springs", text_of("Springs"), AlignedBody(blocks), pages=("60", "61"))


@examples(60)
@given(articles())
def test_passages_are_numbered_from_one_on_each_side(article: Article) -> None:
    body = article.body
    sides = [side for side, _ in body.sides] if isinstance(body, FreeBody) else [""]
    for side in sides:
        numbers = [passage.number for passage in passages(article, side)]
        assert numbers == list(range(1, len(numbers) + 1))
    notes = [passage.anchor for passage in passages(article) if passage.kind == "footnote"]
    assert notes == [f"note.{note.id}" for note in in_order(article.footnotes)]
    own = [p for side in sides for p in passages(article, side) if p.kind != "footnote"]
    assert [*passages(article)][: len(own)] == own


@examples(60)
@given(articles())
def test_every_passage_is_found_by_its_anchor_and_its_number(article: Article) -> None:
    found = list(passages(article))
    assert len({passage.anchor for passage in found}) == len(found)
    for passage in found:
        assert find(article, passage.anchor) == passage
        if passage.kind == "footnote":
            continue
        if passage.side:
            assert find(article, f"{passage.side}.p{passage.number}") == passage
        if not isinstance(article.body, FreeBody) or passage.side == article.body.sides[0][0]:
            assert find(article, f"p{passage.number}") == passage


@examples(40)
@given(issues())
def test_every_passage_has_an_address_that_can_be_written_and_read(issue: Issue) -> None:
    for _, article in issue.articles():
        assert addresses.parse(str(address(issue, article))) == address(issue, article)
        for passage in passages(article):
            place = address(issue, article, passage)
            assert addresses.parse(str(place)) == place
            assert issue.article(place.article) == article


@examples(40)
@given(articles())
def test_passages_and_figures_are_in_the_order_of_the_blocks(article: Article) -> None:
    listed = list(entries(article))
    assert [entry for entry in listed if isinstance(entry, Passage)] == list(passages(article))
    known = {figure.id for figure in article.figures}
    assert {entry.figure for entry in listed if isinstance(entry, FigurePlace)} <= known


def test_which_blocks_are_counted() -> None:
    article = aligned(
        Heading(text_of("Stages")),
        paragraph("One"),
        PageBreak("61"),
        ItemList((text_of("a"), text_of("b")), ordered=True, id="steps"),
        Placement("valley"),
        Aside(text_of("Facts"), (paragraph("Two", "fact"), Placement("map")), "facts"),
        Aside(None, (paragraph("Three"),)),
        Table((), ((text_of("x"),),)),
    )
    listed = list(entries(article))
    told = [(e.number, e.anchor, e.kind, e.page, e.in_aside, e.ordinal) for e in listed if isinstance(e, Passage)]
    assert told == [
        (1, "p1", "heading", "60", False, 0),
        (2, "p2", "paragraph", "60", False, 0),
        (3, "steps", "item", "61", False, 1),
        (4, "p4", "item", "61", False, 2),
        (5, "facts", "aside", "61", True, 0),
        (6, "fact", "paragraph", "61", True, 0),
        (7, "p7", "paragraph", "61", True, 0),
        (8, "p8", "table", "61", False, 0),
    ]
    assert [e for e in listed if isinstance(e, FigurePlace)] == [FigurePlace("valley", "61"), FigurePlace("map", "61")]


def test_sides_of_a_free_body_are_numbered_apart() -> None:
    body = FreeBody((("zh-Hans", (paragraph("一"), paragraph("二"))), ("en", (paragraph("one"),))))
    article = Article("springs", text_of("Springs"), body)
    assert [(p.side, p.anchor) for p in passages(article)] == [("zh-Hans", "p1"), ("zh-Hans", "p2"), ("en", "en.p1")]
    assert [p.anchor for p in passages(article, "en")] == ["en.p1"]
    assert list(passages(article, "fr")) == []


@pytest.mark.parametrize("anchor", ["", "p0", "p3", "en.p1", "Water", ".p1x"])
def test_an_anchor_of_no_passage_is_not_found(anchor: str) -> None:
    assert find(aligned(paragraph("One"), paragraph("Two", "water")), anchor) is None


def test_a_passage_with_an_id_is_found_by_both_names() -> None:
    article = aligned(paragraph("One"), paragraph("Two", "water"))
    assert find(article, "water") == find(article, "p2")
    assert find(article, "water") is not None


def test_a_table_is_a_text_of_lines_and_tabs() -> None:
    season = text_of({"zh-Hans": "季节", "en": "Season"})
    table = Table((season, text_of("℃")), ((text_of("夏"), text_of("18")),), caption=text_of({"en": "Heat"}))
    text = table_text(table)
    assert text.plain("en") == "Heat\nSeason\t℃\n夏\t18"
    assert text.plain("zh-Hans") == "\n季节\t℃\n夏\t18"
    assert set(text.languages) == {"zh-Hans", "en"}


def test_a_table_of_shared_texts_is_a_shared_text() -> None:
    assert table_text(Table((), ((text_of("1"), text_of("2")),))) == text_of("1\t2")


def test_each_passage_of_the_bundled_issues_is_found_by_its_place_also_a_note() -> None:
    for path in sorted(Path(__file__).parents[2].glob("issues/*.yaml")):
        issue = load(str(path)).issue
        assert issue
        for _, article in issue.articles():
            found = [stream.passage(place + 1) for stream in streams(article) for place in range(len(stream))]
            assert found == list(passages(article))
