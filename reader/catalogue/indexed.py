"""An article of the catalogue as a search looks at it: text by text, by the numbers that the index has for them."""

from __future__ import annotations

from reader.catalogue import records as rows
from reader.model.passage import streams
from reader.search.texts import heads, of_passage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reader.model.magazine import Article, Issue
    from reader.model.passage import Stream
    from reader.search.texts import Source


class IndexedArticle:
    """An article with what verifying needs; each of its texts is read when it is asked for."""

    def __init__(
        self, issue: Issue, article: Article, called: Mapping[str, tuple[str, ...]], readings: bytes, head_count: int
    ) -> None:
        self.issue, self.article, self.called = issue, article, called
        self._readings = readings
        self._known: dict[str, str] | None = None
        self._head_count = head_count
        self._heads: list[Source] = []
        self._streams: tuple[Stream, ...] | None = None
        self._read: dict[int, Source] = {}

    def source(self, number: int) -> Source | None:
        """Returns the source of a number, as :func:`~reader.search.texts.sources` counts them from 0."""
        if number < self._head_count:
            self._heads = self._heads or list(heads(self.article))
            return self._heads[number]
        if number not in self._read:
            if self._streams is None:
                self._streams = streams(self.article)
            rest = number - self._head_count
            for stream in self._streams:
                if rest < len(stream):
                    self._read[number] = of_passage(stream.passage(rest + 1))
                    break
                rest -= len(stream)
        return self._read.get(number)

    def numbers(self) -> Iterator[int]:
        """Yields the numbers of all its sources."""
        number = 0
        while self.source(number):
            yield number
            number += 1

    def reading(self, text: str) -> str:
        """Returns the pinyin of one of its texts; empty if it has none."""
        if self._known is None:
            self._known = dict(rows.decode(self._readings))
        return self._known.get(text, "")
