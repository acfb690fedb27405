"""An article of the catalogue as a search reads it: text by text, by the numbers that the index has for them."""

from __future__ import annotations

from reader.model.passage import streams
from reader.search.texts import head_texts, passage_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.model.magazine import Article, Issue
    from reader.model.passage import Stream
    from reader.search.texts import FacetNames, SearchText

    Readings = Callable[[], dict[str, str]]


class IndexedArticle:
    """An article with the facts that verifying a candidate needs; each of its texts is read when it is asked for."""

    def __init__(self, issue: Issue, article: Article, names: FacetNames, readings: Readings, head_count: int) -> None:
        """Takes an article.

        Args:
            issue: Its issue.
            article: The article.
            names: The folded names of its issue and section, and its tags.
            readings: Returns the pinyin of its texts, by text.
            head_count: The number of its texts that are no passages.
        """
        self.issue, self.article, self.names = issue, article, names
        self._readings = readings
        self._decoded: dict[str, str] | None = None
        self._head_count = head_count
        self._heads: list[SearchText] = []
        self._streams: tuple[Stream, ...] | None = None
        self._passages: dict[int, SearchText] = {}

    def text(self, number: int) -> SearchText | None:
        """Returns the text of a number, as :func:`~reader.search.texts.search_texts` counts them from 0."""
        if number < self._head_count:
            self._heads = self._heads or list(head_texts(self.article))
            return self._heads[number] if number < len(self._heads) else None
        if number not in self._passages:
            if self._streams is None:
                self._streams = streams(self.article)
            rest = number - self._head_count
            for stream in self._streams:
                if rest < len(stream):
                    self._passages[number] = passage_text(stream.passage(rest + 1))
                    break
                rest -= len(stream)
        return self._passages.get(number)

    def numbers(self) -> Iterator[int]:
        """Yields the numbers of all its texts."""
        number = 0
        while self.text(number):
            yield number
            number += 1

    def reading(self, text: str) -> str:
        """Returns the toneless pinyin of one of its texts; an empty string if it has none."""
        if self._decoded is None:
            self._decoded = self._readings()
        return self._decoded.get(text, "")
