"""Quotes ranges of an article's text, with the text around them. Pure functions."""

from __future__ import annotations

from reader.marks.mark import TextQuote
from reader.model.magazine import FreeBody
from reader.model.passage import streams

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.model.magazine import Article
    from reader.model.passage import Passage

AROUND_CHARS = 32
"""Length of the text that is quoted before a range, and after it."""
MAX_EXACT_CHARS = 10_000
"""Length at which a longer range is cut off."""
_MAX_NEIGHBOURS = 8
"""Number of passages in which the text before a range is looked for, and the text after it."""


def quote(article: Article, passage: Passage, language: str, start: int = 0, end: int | None = None) -> TextQuote:
    """Returns a quote of a passage's text from ``start`` to ``end``, half-open; to its end by default."""
    text = passage.text.plain(language)
    end = min(len(text) if end is None else end, start + MAX_EXACT_CHARS)
    text_of = _texts_by_number(article, passage, language)
    before, after = text[max(0, start - AROUND_CHARS) : start], text[end : end + AROUND_CHARS]
    for number in range(passage.number - 1, max(0, passage.number - 1 - _MAX_NEIGHBOURS), -1):
        if len(before) >= AROUND_CHARS:
            break
        before = text_of(number)[-(AROUND_CHARS - len(before)) :] + before
    for number in range(passage.number + 1, passage.number + 1 + _MAX_NEIGHBOURS):
        if len(after) >= AROUND_CHARS:
            break
        after += text_of(number)[: AROUND_CHARS - len(after)]
    return TextQuote(passage.anchor, language, text[start:end], before, after, start)


def _texts_by_number(article: Article, passage: Passage, language: str) -> Callable[[int], str]:
    """Returns a function from the number of a passage, in the list of the given one, to its text, or to nothing."""
    body = article.body
    stream = next(stream for stream in streams(article) if stream.side == passage.side)
    prefix = f"{passage.side}." if isinstance(body, FreeBody) and passage.side != body.sides[0][0] else ""

    def text(number: int) -> str:
        found = stream.find(f"{prefix}p{number}") if 1 <= number <= len(stream) else None
        return found.text.plain(language) if found else ""

    return text
