"""Find in article: the way back, and the way on to the next article with hits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.reading.finding import FindState
from reader.reading.tour import Hits, where
from reader.search import parse_query, scan
from reader.search.query import phrase
from tests.reading.opening import open_article, viewport_on

if TYPE_CHECKING:
    from reader.library import Library


def test_forgetting_leads_back(library: Library) -> None:
    viewport, find = viewport_on(open_article(library)), FindState()
    before = viewport.window.locus
    find.begin(viewport)
    viewport.find(phrase("卢沟"), find.before)
    assert viewport.window.locus != before
    assert find.can_go_back(viewport)
    find.forget(viewport)
    assert viewport.window.locus == before
    assert viewport.sought is None
    assert not find.can_go_back(viewport)


def test_who_has_read_on_stays_there(library: Library) -> None:
    viewport, find = viewport_on(open_article(library)), FindState()
    find.begin(viewport)
    viewport.find(phrase("桥"), find.before)
    viewport.window.move_pages(1)
    place = viewport.window.place
    find.forget(viewport)
    assert viewport.window.place == place


def test_the_query_of_a_search_stays_lit_until_it_is_forgotten(library: Library) -> None:
    viewport, find = viewport_on(open_article(library)), FindState(phrase("水"))
    assert find.query_for(phrase("桥")) == phrase("水")
    find.forget(viewport)
    assert find.query_for(phrase("桥")) == phrase("桥")
    assert find.query_for(None) is None


@pytest.fixture
def hits(library: Library) -> Hits:
    query = parse_query("桥")
    return Hits(list(scan((issue for _, issue in library.issues()), query)), sought=query)


def test_behind_the_last_match_comes_the_next_article_with_hits(library: Library, hits: Hits) -> None:
    opened = open_article(library)
    viewport, find = viewport_on(opened), FindState(hits.sought, hits)
    here = opened.issue.id, opened.article.id
    viewport.find(hits.sought)
    assert find.hit_beyond(here, viewport, 1) is None  # there are more matches here
    viewport.next_match(-1)
    viewport.go_to_first_match(-1)
    found = find.hit_beyond(here, viewport, 1)
    assert found is not None
    assert where(found) != here
    viewport.find(phrase("水"))
    viewport.go_to_first_match(-1)
    assert find.hit_beyond(here, viewport, 1) is None  # another query is lit than the search's
