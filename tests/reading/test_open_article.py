"""The open article: neighbours, languages, the passage and the text that commands are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.column import Locus
from reader.layout.flow import flow
from reader.model.magazine import Article, FreeBody, Paragraph
from reader.model.record import replace
from reader.model.text import text_of
from reader.reading.opened import reading_minutes
from reader.reading.selecting import of_paragraph, on_next_side
from reader.reading.selection import Spot
from tests.reading.opening import BRIDGES, open_article, window_on

if TYPE_CHECKING:
    from reader.library import Library


def test_neighbours_end_with_the_issue(library: Library) -> None:
    opened = open_article(library)
    assert opened.neighbour(-1) is None
    seen = []
    while article := opened.neighbour(1):
        seen.append(article.id)
        opened = replace(opened, article=article)
    assert seen == [article.id for _, article in opened.issue.articles()][1:]
    assert opened.section is opened.issue.sections[-1]


def test_pairs_of_languages_go_around(library: Library) -> None:
    opened = open_article(library)
    seen = [opened.languages]
    for _ in range(3):
        pair = opened.next_languages()
        assert pair is not None
        opened = replace(opened, languages=pair)
        seen.append(pair)
    assert len({frozenset(pair) for pair in seen[:3]}) == 3
    assert seen[3] == seen[0]
    two = replace(opened, issue=replace(opened.issue, languages=("zh-Hans", "en")))
    known = two.issue.languages_of(two.article)
    assert (two.next_languages() is None) == (len({*known, "zh-Hans", "en"}) == 2)


def test_a_locus_keeps_its_character_where_its_language_is_still_shown(library: Library) -> None:
    opened = open_article(library)
    locus = Locus("paragraph", "p2", 1, 30)
    assert opened.locus_in(("en", "zh-Hans"), locus) == Locus("paragraph", "p2", 0, 30)
    assert opened.locus_in(("zh-Hans", "zh-Hant"), locus) == Locus("paragraph", "p2", 1)
    assert opened.locus_in(("en", "zh-Hans"), None) is None


def test_the_first_passage_is_current_in_the_head(library: Library) -> None:
    opened = open_article(library)
    assert opened.passage(window_on(opened)).anchor == "p1"
    assert opened.passage(window_on(opened, "p3")).anchor == "p3"


def test_the_selected_text_or_the_passage_in_each_language(library: Library) -> None:
    opened = open_article(library)
    window = window_on(opened, "p1")
    both = opened.text_of(window, None)
    chinese, english = both.split("\n\n")[:2]
    assert chinese.startswith("洨河不宽")
    assert english.startswith("The Xiao River is not wide")
    left = of_paragraph(window)
    assert left is not None
    assert opened.text_of(window, left) == chinese
    assert opened.text_of(window, on_next_side(window, left)) == english
    assert opened.passage_of(window, left).anchor == "p1"
    in_the_head = replace(left, anchor=Spot(0, 0), head=Spot(0, 1))
    assert opened.passage_of(window, in_the_head) is None


def test_address_and_citation(library: Library) -> None:
    opened = open_article(library)
    passage = opened.passage(window_on(opened, "p2"))
    assert opened.address(passage) == f"{BRIDGES}#flat"
    assert opened.address(None) == BRIDGES
    assert opened.citation(passage).endswith(f"{BRIDGES}#flat")
    assert opened.cited("扁的好处", passage) == f"扁的好处\n\n— {opened.citation(passage)}"
    licensed = replace(opened, issue=replace(opened.issue, licence=text_of("CC-BY-4.0")))
    assert licensed.cited("扁的好处", None).endswith(f"{BRIDGES}\n  CC-BY-4.0")


def test_the_time_of_a_language_that_is_missing_is_that_of_the_other() -> None:
    body = FreeBody((("zh-Hans", (Paragraph(text_of({"zh-Hans": "泉" * 520})),)),))
    article = Article("a", text_of({"zh-Hans": "泉"}), body)
    assert 2 <= reading_minutes(flow(article, ("zh-Hans", "en"))) < 2.1
    assert 2 <= reading_minutes(flow(article, ("en", "zh-Hans"))) < 2.1
