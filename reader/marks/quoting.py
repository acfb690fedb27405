"""Quotations of an article's text, with what stands around them. Pure functions."""

from __future__ import annotations

from reader.marks.mark import Quotation
from reader.model.magazine import FreeBody
from reader.model.passage import streams

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.model.magazine import Article
    from reader.model.passage import Passage

AROUND_CHARS = 32
"""So many characters are quoted before a stretch, and behind it."""
MAX_EXACT_CHARS = 10_000
"""A longer stretch ends there."""
_MAX_NEIGHBOURS = 8


def quote(article: Article, passage: Passage, language: str, start: int = 0, end: int | None = None) -> Quotation:
    """Returns a stretch of a passage's text, half-open, as a quotation; the whole text if no end is given."""
    text = passage.text.plain(language)
    end = min(len(text) if end is None else end, start + MAX_EXACT_CHARS)
    neighbour = _neighbours(article, passage, language)
    before, after = text[max(0, start - AROUND_CHARS) : start], text[end : end + AROUND_CHARS]
    for number in range(passage.number - 1, max(0, passage.number - 1 - _MAX_NEIGHBOURS), -1):
        if len(before) >= AROUND_CHARS:
            break
        before = neighbour(number)[-(AROUND_CHARS - len(before)) :] + before
    for number in range(passage.number + 1, passage.number + 1 + _MAX_NEIGHBOURS):
        if len(after) >= AROUND_CHARS:
            break
        after += neighbour(number)[: AROUND_CHARS - len(after)]
    return Quotation(passage.anchor, language, text[start:end], before, after, start)


def _neighbours(article: Article, passage: Passage, language: str) -> Callable[[int], str]:
    """Returns what tells the text of the passage of a number, in the same list; empty where there is none."""
    body = article.body
    stream = next(stream for stream in streams(article) if stream.side == passage.side)
    prefix = f"{passage.side}." if isinstance(body, FreeBody) and passage.side != body.sides[0][0] else ""

    def text(number: int) -> str:
        found = stream.find(f"{prefix}p{number}") if 1 <= number <= len(stream) else None
        return found.text.plain(language) if found else ""

    return text
