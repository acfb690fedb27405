"""An article's texts in one language as one string, in which marks look for their passages. Pure.

Blanks are left out of the string: so it stays the same where a maintainer splits or joins paragraphs, or breaks lines
otherwise.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from reader.model.magazine import FreeBody, Paragraph
from reader.model.passage import Passage, streams
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.magazine import Article
    from reader.model.passage import Stream


@record
class Stretch:
    """Characters of a passage's text in one language, half-open."""

    article: str
    anchor: str
    language: str
    start: int
    end: int


def squeezed(text: str) -> str:
    """Returns a text without its blanks."""
    return "".join(text.split())


class Ground:
    """The texts of an article in one language."""

    def __init__(self, article: Article, language: str) -> None:
        self.article, self.language = article, language
        self._held: list[tuple[Stream, int, int, str]] = []
        """For each text its list, its block, which of the block's passages it is of, and the text."""
        for stream in streams(article, language if isinstance(article.body, FreeBody) else ""):
            self._add(stream)
        parts = [squeezed(text) for *_, text in self._held]
        self.text = "".join(parts)
        self._starts = list(accumulate(map(len, parts), initial=0))

    def _add(self, stream: Stream) -> None:
        for index, block in enumerate(stream.blocks):
            if type(block) is Paragraph:
                self._held.append((stream, index, 0, block.text.plain(self.language)))
                continue
            found = [entry for entry in stream.of_block(index) if isinstance(entry, Passage)]
            texts = enumerate(passage.text.plain(self.language) for passage in found)
            self._held += [(stream, index, number, text) for number, text in texts]

    def before(self, anchor: str) -> int:
        """Returns how many characters stand before a passage; as many as there are if it is not here."""
        for stream in dict.fromkeys(held[0] for held in self._held):
            block = stream.block_of(anchor)
            if block is not None:
                return next(
                    (s for s, held in zip(self._starts, self._held, strict=False) if held[:2] == (stream, block)), 0
                )
        return len(self.text)

    def stretches(self, start: int, end: int) -> tuple[Stretch, ...]:
        """Returns what some characters of the string are of the passages, in order."""
        found = []
        index = bisect_right(self._starts, start) - 1
        while index < len(self._held) and self._starts[index] < end:
            stream, block, number, text = self._held[index]
            first, last = max(start, self._starts[index]), min(end, self._starts[index + 1])
            if first < last:
                passage = [entry for entry in stream.of_block(block) if isinstance(entry, Passage)][number]
                begin, stop = (_offset(text, k - self._starts[index]) for k in (first, last - 1))
                found.append(Stretch(self.article.id, passage.anchor, self.language, begin, stop + 1))
            index += 1
        return tuple(found)


def _offset(text: str, number: int) -> int:
    """Returns the offset of a character of a text, counted without blanks."""
    for offset, character in enumerate(text):
        if not character.isspace():
            if number == 0:
                return offset
            number -= 1
    return len(text)
