"""Hits: texts of articles that a query finds, each with its place, its matches and its counterpart."""

from __future__ import annotations

from reader.model.magazine import FreeBody
from reader.model.passage import passages
from reader.model.record import record
from reader.model.scripts import is_unspaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.magazine import Article, Issue
    from reader.model.text import Extent, Text
    from reader.search.terms import TextField

SNIPPET_CHARS = 60
ABOUT_SIGN = "≈ "
"""Sign before a counterpart that is only at about the same place."""


@record
class Counterpart:
    """The text of a hit in the other language; if ``about``, the passage at the same share of a free body."""

    language: str
    text: str
    about: bool = False


@record
class Hit:
    """A text of an article that a query finds, in one language.

    ``anchor`` names the passage or the figure, and is empty for the head of the article. ``spans`` are half-open
    offsets into the text in ``language``. ``side`` is the language of the list that a passage of a free body is in.
    """

    issue: Issue
    article: Article
    field: TextField
    anchor: str
    page: str
    language: str
    text: Text
    spans: tuple[Extent, ...]
    side: str = ""

    @property
    def address(self) -> str:
        """The address of the article, the passage or the figure."""
        return f"{self.issue.id}/{self.article.id}" + (f"#{self.anchor}" if self.anchor else "")

    def snippet(self, length: int = SNIPPET_CHARS) -> tuple[str, list[Extent]]:
        """Returns about ``length`` characters of the text around the first match, and the matches in them."""
        return snippet(self.text.plain(self.language), self.spans, length)

    def counterpart(self) -> Counterpart | None:
        """Returns the text in the article's other language, or the passage at about its place, or None."""
        if not self.language:
            return None
        for tag in dict.fromkeys((*self.issue.languages_of(self.article), *self.text.languages)):
            if tag != self.language and (text := self.text.plain(tag)):
                return Counterpart(tag, text)
        body = self.article.body
        if not self.side or not isinstance(body, FreeBody):
            return None
        other = next((tag for tag, _ in body.sides if tag != self.side), "")
        here, there = list(passages(self.article, self.side)), list(passages(self.article, other)) if other else []
        index = next((k for k, passage in enumerate(here) if passage.anchor == self.anchor), 0)
        if not there:
            return None
        passage = there[min(len(there) - 1, index * len(there) // max(1, len(here)))]
        return Counterpart(other, passage.text.plain(other), about=True)


def snippet(text: str, spans: Sequence[Extent], length: int = SNIPPET_CHARS) -> tuple[str, list[Extent]]:
    """Returns about ``length`` characters of a text around the first of its matches, and the matches in them."""
    first, last = spans[0] if spans else (0, 0)
    start = 0 if len(text) <= length or first < length // 2 else max(0, first - length // 3)
    end = min(len(text), start + length)
    while 0 < start < first and _is_inside_word(text, start):
        start += 1
    while last < end < len(text) and _is_inside_word(text, end):
        end -= 1
    before, after = "…" if start else "", "…" if end < len(text) else ""
    shown = (before + text[start:end] + after).replace("\n", " ").replace("\t", " ")
    shift = len(before) - start
    return shown, [(a + shift, min(b, end) + shift) for a, b in spans if start <= a < end and a < b]


def _is_inside_word(text: str, offset: int) -> bool:
    """Whether a cut before this character would divide a word of a script with word spaces."""
    pair = text[offset - 1 : offset + 1]
    if pair.isascii():
        return not pair[0].isspace()
    return not (text[offset - 1].isspace() or is_unspaced(text[offset - 1]) or is_unspaced(text[offset]))
