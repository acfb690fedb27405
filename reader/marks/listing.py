"""Marks as they are listed and exported: in reading order, and a highlight with a note once. Pure.

Reading order is by the date of the issue, the issue, the article's number in it, the passage, and the offset in the
passage. A mark whose text is lost comes after those that are found in its article.
"""

from __future__ import annotations

import re

from reader.marks.mark import HIGHLIGHT, NOTE
from reader.model.passage import passages
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence
    from typing import TypeAlias

    from reader.marks.article_text import TextRange
    from reader.marks.mark import Mark
    from reader.model.magazine import Article, Issue

    ReadingKey: TypeAlias = tuple[int | str, ...]
    """Values by which marks are sorted, the most important first; each has the same type in every key."""

NO_DATE = "~"
"""Sort key of an issue without a date, which comes after every date."""
_LAST = 1 << 53
"""Sort key of an article or a passage whose number is not known."""
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
_NUMBER_ANCHOR = re.compile(r"(?:.*\.)?p(\d{1,9})")


@record
class Location:
    """The issue of a mark, and the ranges of its text in that issue as it is now."""

    issue: Issue | None
    """The issue; None if the library does not have it."""
    ranges: tuple[TextRange, ...] = ()
    """The ranges; none if the text is lost."""


def in_reading_order(marks: Iterable[Mark], locate: Callable[[Mark], Location]) -> list[Mark]:
    """Returns marks in reading order; the order in which they are given makes no difference.

    Args:
        marks: The marks, each with its own id.
        locate: Returns the location of a mark.
    """
    order = _ReadingOrder()
    return sorted(marks, key=lambda mark: order.key(mark, locate(mark)))


class _ReadingOrder:
    """Returns the sort keys of marks; it numbers each issue's articles and each article's passages once."""

    def __init__(self) -> None:
        self._articles: dict[str, dict[str, tuple[int, Article]]] = {}
        self._passages: dict[tuple[str, str], dict[str, int]] = {}

    def key(self, mark: Mark, at: Location) -> ReadingKey:
        """Returns the sort key of a mark."""
        date = at.issue.date if at.issue else _date_in(mark.citation)
        is_lost = bool(mark.quotations) and not at.ranges
        if at.ranges:
            first = min(self._position(at.issue, r.article, r.anchor, r.start, r.end) for r in at.ranges)
        else:
            made_at = [
                self._position(at.issue, mark.article, q.anchor, q.start, q.start + len(q.exact))
                for q in mark.quotations
            ]
            first = min(made_at, default=self._position(at.issue, mark.article, "", 0, 0))
        article, rest = first[:2], first[2:]
        return (date or NO_DATE, mark.issue, *article, is_lost, *rest, mark.made, mark.id)

    def _position(self, issue: Issue | None, article: str, anchor: str, start: int, end: int) -> ReadingKey:
        """Returns the number and the id of the article, the number of the passage, the start, and the longest first."""
        return self._article(issue, article), article, self._passage(issue, article, anchor), start, -end

    def _articles_of(self, issue: Issue) -> dict[str, tuple[int, Article]]:
        if issue.id not in self._articles:
            articles = enumerate(article for _, article in issue.articles())
            self._articles[issue.id] = {article.id: (number, article) for number, article in articles}
        return self._articles[issue.id]

    def _article(self, issue: Issue | None, article_id: str) -> int:
        known = self._articles_of(issue).get(article_id) if issue else None
        return known[0] if known else _LAST

    def _passage(self, issue: Issue | None, article_id: str, anchor: str) -> int:
        """Returns the number of a passage: its own, or the one in its anchor if the article has no such passage."""
        if not anchor:
            return 0
        known = self._articles_of(issue).get(article_id) if issue else None
        if issue and known:
            key = issue.id, article_id
            if key not in self._passages:
                self._passages[key] = {passage.anchor: n for n, passage in enumerate(passages(known[1]), 1)}
            if found := self._passages[key].get(anchor):
                return found
        number = _NUMBER_ANCHOR.fullmatch(anchor)
        return int(number[1]) if number else _LAST


def _date_in(citation: str) -> str:
    """Returns the date of the issue in a citation; empty without one."""
    return next((part for part in citation.split(" · ") if _DATE.fullmatch(part)), "")


def without_doubles(marks: Sequence[Mark], locate: Callable[[Mark], Location]) -> list[Mark]:
    """Returns marks without the highlights whose whole text is listed again with a note.

    A highlight with another note than that one stays.

    Args:
        marks: The marks that are listed together.
        locate: Returns the location of a mark.
    """
    texts = {mark.id: _marked_text(mark, locate(mark)) for mark in marks if mark.kind in (HIGHLIGHT, NOTE)}
    notes: dict[Hashable, list[Mark]] = {}
    for mark in marks:
        if mark.id in texts and mark.note:
            notes.setdefault(texts[mark.id], []).append(mark)

    def is_double(mark: Mark) -> bool:
        if mark.kind != HIGHLIGHT:
            return False
        others = [other for other in notes.get(texts[mark.id], ()) if other is not mark]
        return any(not mark.note or (other.kind == NOTE and other.note == mark.note) for other in others)

    return [mark for mark in marks if not is_double(mark)]


def _marked_text(mark: Mark, at: Location) -> Hashable:
    """Returns a value that is the same for two marks on the same text."""
    if at.ranges:
        return mark.issue, frozenset((r.article, r.anchor, r.language, r.start, r.end) for r in at.ranges)
    quoted = ((mark.article, q.anchor, q.language, q.start, q.exact) for q in mark.quotations)
    return mark.issue, frozenset(quoted) or mark.id
