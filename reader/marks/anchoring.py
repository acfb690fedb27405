"""Anchoring: finds the passages of marks again in an issue as it is now. Pure.

A quote is looked for at its old place first; then, letter by letter, anywhere in its article and in the others of the
issue, where the text around it decides between several places; then, with changes, in its article. A quote that is not
found is lost: it is better to say so than to point at another text.
"""

from __future__ import annotations

from reader.marks.article_text import ArticleText, TextRange, without_blanks
from reader.marks.similarity import (
    DISTINCTIVE_WEIGHT,
    MIN_SHARE_AROUND,
    same_beginning,
    same_end,
    similar_span,
    weight,
)
from reader.model.language import choose
from reader.model.magazine import FreeBody
from reader.model.passage import find

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.marks.mark import Mark, TextQuote
    from reader.model.magazine import Article, Issue
    from reader.model.text import Extent

MAX_PLACES = 1_000
"""Number of places of a text in an article that are looked at."""


class Anchoring:
    """Looks for quotes in one issue; it keeps the texts of articles that it has joined."""

    def __init__(self, issue: Issue) -> None:
        self.issue = issue
        self._texts: dict[tuple[str, str], ArticleText] = {}
        self._articles: dict[str, Article] = {}

    def of_mark(self, mark: Mark) -> tuple[TextRange, ...]:
        """Returns the present ranges of a mark; none if all of it is lost."""
        return tuple(found for quote in mark.quotations for found in self.find(mark.article, quote))

    def find(self, article_id: str, quote: TextQuote) -> tuple[TextRange, ...]:
        """Returns the present ranges of a quote from an article: in one passage, in several, or none if it is lost."""
        if not quote.exact.strip():
            return ()
        own = self._article(article_id)
        if own and (found := _at_old_place(own, quote)):
            return found
        for text in self._texts_of_issue(own, quote.language):
            if span := _exact_span(text, quote):
                return text.ranges(*span)
        changed = self._texts_of(own, quote.language) if own else self._texts_of_issue(own, quote.language)
        for text in changed:
            if span := _similar_span(text, quote):
                return text.ranges(*span)
        return ()

    def _article(self, article_id: str) -> Article | None:
        if not self._articles:
            self._articles = {article.id: article for _, article in self.issue.articles()}
        return self._articles.get(article_id)

    def _texts_of_issue(self, own: Article | None, language: str) -> Iterator[ArticleText]:
        """Yields the texts of all articles, those of the quote's own article first."""
        if own:
            yield from self._texts_of(own, language)
        for article in self._articles.values():
            if article is not own:
                yield from self._texts_of(article, language)

    def _texts_of(self, article: Article, language: str) -> Iterator[ArticleText]:
        """Yields the texts of an article in a language, or in all of its languages if that is empty."""
        body = article.body
        own = tuple(tag for tag, _ in body.sides) if isinstance(body, FreeBody) else self.issue.languages_of(article)
        tags = own if isinstance(body, FreeBody) else tuple(dict.fromkeys((*own, *self.issue.languages)))
        for tag in tags if not language else filter(None, (choose(language, tags),)):
            key = article.id, tag
            if key not in self._texts:
                self._texts[key] = ArticleText(article, tag)
            yield self._texts[key]


def _at_old_place(article: Article, quote: TextQuote) -> tuple[TextRange, ...]:
    """Returns the range of a quote if its passage still has the text at the same offset."""
    passage = find(article, quote.anchor)
    if passage is None:
        return ()
    start, end = quote.start, quote.start + len(quote.exact)
    for language in (quote.language,) if quote.language else passage.text.languages:
        text = passage.text.plain(language)
        if text[start:end] != quote.exact:
            continue
        if weight(quote.exact) < DISTINCTIVE_WEIGHT and not _is_surrounded(text[:start], text[end:], quote):
            continue
        return (TextRange(article.id, passage.anchor, language, start, end),)
    return ()


def _is_surrounded(before: str, after: str, quote: TextQuote) -> bool:
    """Whether the text around a short quote is the one that was quoted with it, and enough to recognise it."""
    before, after = without_blanks(before), without_blanks(after)
    prefix, suffix = without_blanks(quote.prefix), without_blanks(quote.suffix)
    same = same_end(before, prefix), same_beginning(after, suffix)
    known = weight(quote.exact) + weight(prefix[len(prefix) - same[0] :]) + weight(suffix[: same[1]])
    whole = min(len(before), len(prefix)), min(len(after), len(suffix))
    return same == whole and known >= DISTINCTIVE_WEIGHT


def _exact_span(text: ArticleText, quote: TextQuote) -> Extent | None:
    """Returns the place of a quote letter by letter; of several places the one with most of the text around it."""
    exact, prefix, suffix = map(without_blanks, (quote.exact, quote.prefix, quote.suffix))
    around = len(prefix) + len(suffix)
    whole = text.text.find(prefix + exact + suffix)
    is_distinctive = weight(exact) + around >= DISTINCTIVE_WEIGHT
    if whole >= 0 and is_distinctive and text.text.find(prefix + exact + suffix, whole + 1) < 0:
        return whole + len(prefix), whole + len(prefix) + len(exact)
    places = _exact_places(text.text, exact, prefix, suffix)
    if not places:
        return None
    best = max(places)[0]
    starts = [start for same, start in places if same == best]
    if len(starts) > 1:
        here = text.offset_of(quote.anchor)
        starts.sort(key=lambda start: abs(start - here))
    return starts[0], starts[0] + len(exact)


def _exact_places(text: str, exact: str, prefix: str, suffix: str) -> list[tuple[int, int]]:
    """Returns the places where a quote may be: the number of characters around it that are the same, and the offset."""
    places: list[tuple[int, int]] = []
    looked_at = 0
    around = len(prefix) + len(suffix)
    start = text.find(exact)
    while start >= 0 and looked_at < MAX_PLACES:
        looked_at += 1
        end = start + len(exact)
        before = text[max(0, start - len(prefix)) : start]
        after = text[end : end + len(suffix)]
        same = same_end(before, prefix), same_beginning(after, suffix)
        known = weight(exact) + weight(before[len(before) - same[0] :]) + weight(after[: same[1]])
        is_near = sum(same) >= MIN_SHARE_AROUND * around and known >= DISTINCTIVE_WEIGHT
        is_whole = sum(same) == around and len(before) + len(after) == around
        if weight(exact) >= DISTINCTIVE_WEIGHT or is_near or is_whole:
            places.append((sum(same), start))
        start = text.find(exact, start + 1)
    return places


def _similar_span(text: ArticleText, quote: TextQuote) -> Extent | None:
    """Returns the place of a quote that was changed."""
    exact, prefix, suffix = map(without_blanks, (quote.exact, quote.prefix, quote.suffix))
    return similar_span(text.text, exact, prefix, suffix)
