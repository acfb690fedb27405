"""The place of a printed page in an article and in an issue."""

from __future__ import annotations

import pytest

from reader.model.magazine import AlignedBody, Article, Issue, PageBreak, Paragraph, Section
from reader.model.pages import passage_on_page, place_of_page
from reader.model.text import text_of

X = Paragraph(text_of("x"))


def article(name: str, pages: tuple[str, str] | None, *marks: str) -> Article:
    """An article of a paragraph, and one after each mark of a page."""
    blocks = (X, *(block for mark in marks for block in (PageBreak(mark), X)))
    return Article(name, text_of(name), AlignedBody(blocks), pages=pages)


ARTICLES = (
    article("one", ("1", "3"), "2"),
    article("two", ("3", "8"), "5", "6", "xii"),
    article("three", None, "A3"),
    article("four", ("8", "8")),
)
ISSUE = Issue("i", ("zh-Hans", "en"), text_of("M"), text_of("L"), (Section("s", text_of("S"), ARTICLES),))


@pytest.mark.parametrize(
    ("page", "place"),
    [
        *(("1", "one#p1"), ("2", "one#p2"), ("3", "two#p1"), ("4", "two#p1"), ("5", "two#p2"), ("7", "two#p3")),
        *(("xii", "two#p4"), ("A3", "three#p2"), ("8", "four#p1"), ("9", ""), ("0", ""), ("", ""), ("b", "")),
    ],
)
def test_the_place_of_a_page(page: str, place: str) -> None:
    found = place_of_page(ISSUE, page)
    assert (f"{found.article.id}#{found.passage.anchor}" if found and found.passage else "") == place


def test_the_open_article_goes_before_others_on_the_same_page() -> None:
    both = (article("a", ("4", "4")), article("b", ("4", "4")))
    issue = Issue("i", ("zh-Hans", "en"), text_of("M"), text_of("L"), (Section("s", text_of("S"), both),))
    assert [place_of_page(issue, "4", first).article.id for first in (None, *both)] == ["a", "a", "b"]


def test_a_page_without_a_passage_is_that_of_the_next_one() -> None:
    made = Article("a", text_of("A"), AlignedBody((X, PageBreak("2"), PageBreak("3"), X, PageBreak("4"))))
    assert [getattr(passage_on_page(made, page), "anchor", "") for page in ("2", "3", "4", "5")] == ["p2", "p2", "", ""]
