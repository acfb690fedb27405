"""The texts of an article in one language as one string, in which marks look for their passages. Pure.

The string is folded and has no blanks: it stays the same where a maintainer splits or joins paragraphs, breaks lines
otherwise, or changes the width of a comma, the form of a quotation mark or of a character.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from reader.model.equivalence import fold, source_spans
from reader.model.magazine import FreeBody, Paragraph
from reader.model.passage import Passage, streams
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.magazine import Article
    from reader.model.passage import Stream


@record
class TextRange:
    """Characters of a passage's text in one language, half-open."""

    article: str
    anchor: str
    language: str
    start: int
    end: int


@record
class PassageText:
    """The text of a passage, and where the passage is: its number among those of a block of a stream."""

    stream: Stream
    block: int
    number: int
    text: str

    @property
    def anchor(self) -> str:
        """The anchor of the passage."""
        return [entry for entry in self.stream.of_block(self.block) if isinstance(entry, Passage)][self.number].anchor


def folded_without_blanks(text: str) -> str:
    """Returns the form of a text that stays the same where its spelling, its width or its line breaks change."""
    return "".join(fold(text).split())


class ArticleText:
    """The texts of an article in one language; ``text`` is all of them as one folded string without blanks."""

    def __init__(self, article: Article, language: str) -> None:
        self.article, self.language = article, language
        self._passages: list[PassageText] = []
        for stream in streams(article, language if isinstance(article.body, FreeBody) else ""):
            self._add(stream)
        parts = [folded_without_blanks(passage.text) for passage in self._passages]
        self.text = "".join(parts)
        self._starts = list(accumulate(map(len, parts), initial=0))

    def _add(self, stream: Stream) -> None:
        for index, block in enumerate(stream.blocks):
            if type(block) is Paragraph and block.speaker is None:
                self._passages.append(PassageText(stream, index, 0, block.text.plain(self.language)))
                continue
            found = [entry for entry in stream.of_block(index) if isinstance(entry, Passage)]
            texts = enumerate(passage.text.plain(self.language) for passage in found)
            self._passages += [PassageText(stream, index, number, text) for number, text in texts]

    def offset_of(self, anchor: str) -> int:
        """Returns the offset at which the block of a passage begins; the length of the text if it is not here."""
        for stream in dict.fromkeys(passage.stream for passage in self._passages):
            block = stream.block_of(anchor)
            if block is not None:
                starts = zip(self._starts, self._passages, strict=False)
                return next((start for start, p in starts if p.stream is stream and p.block == block), 0)
        return len(self.text)

    def ranges(self, start: int, end: int) -> tuple[TextRange, ...]:
        """Returns the ranges of passages, in order, that are the characters from ``start`` to ``end``, half-open."""
        found = []
        index = bisect_right(self._starts, start) - 1
        while index < len(self._passages) and self._starts[index] < end:
            passage = self._passages[index]
            first, last = max(start, self._starts[index]), min(end, self._starts[index + 1])
            if first < last:
                begin, end_here = _place(passage.text, first - self._starts[index], last - self._starts[index])
                found.append(TextRange(self.article.id, passage.anchor, self.language, begin, end_here))
            index += 1
        return tuple(found)


def _place(text: str, start: int, end: int) -> tuple[int, int]:
    """Returns the place in a text of the characters from ``start`` to ``end`` of its folded form without blanks."""
    offsets = [offset for offset, character in enumerate(fold(text)) if not character.isspace()]
    return source_spans(text, [(offsets[start], offsets[end - 1] + 1)])[0]
