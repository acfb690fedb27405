"""The way through the hits of a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.reading.tour import Hits, where
from reader.search import parse_query, scan

if TYPE_CHECKING:
    from reader.library import Library


@pytest.fixture
def hits(library: Library) -> Hits:
    return Hits(list(scan((issue for _, issue in library.issues()), parse_query("雨"))))


def test_next_and_previous_go_around(hits: Hits) -> None:
    first = hits.current
    seen = [hits.next() for _ in range(len(hits))]
    assert seen[-1] is first
    assert len({id(hit) for hit in seen}) == len(hits)
    assert hits.previous() is seen[-2]


def test_beyond_an_article_is_the_first_hit_of_the_next_one(hits: Hits) -> None:
    assert len(hits.articles) > 2
    here = hits.articles[0]
    for article in (*hits.articles[1:], hits.articles[0]):
        hit = hits.beyond(here, 1)
        assert hit is hits.current
        assert where(hit) == article
        here = article
    assert where(hits.beyond(here, -1)) == hits.articles[-1]


def test_from_an_article_without_hits_the_current_hit_counts(hits: Hits) -> None:
    hits.beyond(hits.articles[0], 1)
    assert where(hits.beyond(("elsewhere", "at-all"), 1)) == hits.articles[2]


def test_beyond_the_only_article_with_hits_is_nothing(hits: Hits) -> None:
    alone = Hits([hits.current])
    assert alone.beyond(where(hits.current), 1) is None
    assert where(alone.beyond(("elsewhere", "at-all"), 1)) == where(hits.current)
