"""Marks are found in the issues of a library, or are lost, or elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.marks.mark import BOOKMARK, PLACE, Mark, TextQuote, new_mark
from reader.model.passage import passages
from reader.reading.mark_targets import MarkTargets

if TYPE_CHECKING:
    from reader.library import Library

ISSUE, ARTICLE = "lanes-and-rivers-03", "old-bridges"


@pytest.fixture
def targets(library: Library) -> MarkTargets:
    return MarkTargets(library)


def quoted(library: Library, kind: str, anchor: str = "p3") -> Mark:
    issue = library.entry(ISSUE).issue
    assert issue
    article = issue.article(ARTICLE)
    assert article
    passage = next(passage for passage in passages(article) if passage.anchor == anchor)
    return new_mark(kind, ISSUE, ARTICLE, (TextQuote(anchor, "en", passage.text.plain("en")),))


def test_a_mark_is_found_at_its_passage(library: Library, targets: MarkTargets) -> None:
    mark = quoted(library, BOOKMARK)
    target = targets.target(mark)
    assert target
    assert (target.entry.name, target.article.id, target.anchor) == (ISSUE, ARTICLE, "p3")
    assert targets.state(mark) == "found"


def test_a_place_opens_its_article_where_it_was_left(library: Library, targets: MarkTargets) -> None:
    target = targets.target(quoted(library, PLACE))
    assert target
    assert (target.article.id, target.anchor) == (ARTICLE, "")


def test_a_mark_whose_text_is_gone_is_lost(targets: MarkTargets) -> None:
    words = "Nothing in this issue is like these words, however one may look for them; zebra quartz."
    mark = new_mark(BOOKMARK, ISSUE, ARTICLE, (TextQuote("p1", "en", words),))
    assert targets.state(mark) == "lost"
    assert targets.target(mark) is None
    without_article = new_mark(BOOKMARK, ISSUE, "no-such-article", ())
    assert targets.state(without_article) == "lost"
    assert targets.target(without_article) is None


def test_a_mark_of_an_unknown_issue_is_elsewhere(targets: MarkTargets) -> None:
    mark = new_mark(BOOKMARK, "no-such-issue", ARTICLE, ())
    assert targets.state(mark) == "elsewhere"
    assert targets.target(mark) is None
