"""Find in article: where a query stands in what a spread shows, in reading order.

All that is shown is one string, in which a pattern finds; a long article is gone through piece by piece, so that the
first match is lit before the last one is known.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate, chain
from typing import NamedTuple

from reader.layout.spread import Spread
from reader.search.folding import fold
from reader.search.query import Query
from reader.search.unfolding import pattern

BETWEEN = "\0"
"""Stands between texts; nothing that is looked for holds it."""
STEP_CHARS = 300_000
"""How much is gone through at a time: some milliseconds' worth."""


class Match(NamedTuple):
    """One occurrence: the spread's column, the item in it, the item's side, and the characters, half-open."""

    column: int
    item: int
    side: int
    start: int
    end: int


class Words:
    """The article's own words that a spread shows, as one string in reading order."""

    def __init__(self, spread: Spread) -> None:
        texts: list[str] = []
        self._columns: list[tuple[int, tuple[int, ...]]] = []  # for each column its first text, and its sides
        for column in spread.columns:
            self._columns.append((len(texts), column.sides))
            sides = [column.items.texts(side) for side in column.sides]
            texts += chain.from_iterable(zip(*sides, strict=True))
        self.text = BETWEEN.join(texts)
        self.starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
        self.characters: set[str] = set()
        """The characters that were met so far in the string."""
        self._learnt = 0

    @property
    def known(self) -> bool:
        """Whether all characters of the string are known."""
        return self._learnt >= len(self.text)

    def learn(self) -> bool:
        """Goes through a piece of the string to learn its characters; returns whether there is more of it."""
        self.characters.update(self.text[self._learnt : self._learnt + STEP_CHARS])
        self._learnt += STEP_CHARS
        return not self.known

    def start_of(self, column: int, item: int, side: int) -> int:
        """Returns where an item's text begins; where the next text does, if that side is not shown."""
        first, sides = self._columns[column]
        place = sides.index(side) if side in sides else 0
        return self.starts[min(first + item * len(sides) + place, len(self.starts) - 1)]

    def match(self, start: int, end: int) -> Match:
        """Returns the occurrence that is at these characters of the string."""
        text = bisect_right(self.starts, start) - 1
        column = max(k for k, (first, _) in enumerate(self._columns) if first <= text)
        first, sides = self._columns[column]
        item, place = divmod(text - first, len(sides))
        here = self.starts[text]
        return Match(column, item, sides[place], start - here, end - here)


class Matches:
    """The occurrences of a query, found piece by piece from the beginning; ``complete`` tells whether all are known."""

    def __init__(self, words: Words, query: Query) -> None:
        self.words, self.query = words, query
        self.spans: list[tuple[int, int]] = []
        """The occurrences that are known, as characters of the whole string, in order and apart."""
        self._gone_through = 0
        self._written = query.exact
        self._patterns: dict[bool, re.Pattern[str]] = {}

    @property
    def complete(self) -> bool:
        """Whether the end was reached."""
        return not self.query.terms or self._gone_through >= len(self.words.text)

    @property
    def _pattern(self) -> re.Pattern[str] | None:
        """What finds the query; a slower one as long as not all characters of the text are known."""
        if not self._written:
            return None
        known = self.words.known
        if known not in self._patterns:
            self._patterns[known] = pattern(self._written, self.words.characters if known else None)
        return self._patterns[known]

    def go_on(self) -> None:
        """Goes through the next piece; as long as not all characters of the text are known, to learn those."""
        if self._written and self.words.learn():
            return
        start = self._gone_through
        end = self.words.starts[min(bisect_left(self.words.starts, start + STEP_CHARS), len(self.words.starts) - 1)]
        self.spans += self._found(start, end)
        self._gone_through = end

    def finish(self) -> None:
        """Goes through all that is left."""
        while not self.complete:
            self.go_on()

    def first_from(self, offset: int) -> tuple[int, int] | None:
        """Returns the first occurrence at or after a character of the string, around the end; None if there is none.

        Where not all is known yet, it is looked for from there: the pieces between stay to be gone through.
        """
        text = self.words.text
        if self._pattern and not self.complete and offset >= self._gone_through:
            near = offset + STEP_CHARS if not self.words.known else len(text)
            if found := self._pattern.search(text, offset, near):
                return found.span()
            while self.words.learn():
                pass
            found = self._pattern.search(text, offset) or self._pattern.search(text)
            return found.span() if found else None
        self.finish()
        index = bisect_left(self.spans, (offset, 0))
        return self.spans[index % len(self.spans)] if self.spans else None

    def index_of(self, span: tuple[int, int]) -> int | None:
        """Returns which of the occurrences this is, from 0; None as long as that is not known."""
        return bisect_left(self.spans, span) if self.complete or span[0] < self._gone_through else None

    def between(self, start: int, end: int) -> list[tuple[int, int]]:
        """Returns the occurrences among characters of the string, whether or not all are known."""
        if end <= self._gone_through:
            return self.spans[bisect_left(self.spans, (start, 0)) : bisect_left(self.spans, (end, 0))]
        return self._found(start, end)

    def _found(self, start: int, end: int) -> list[tuple[int, int]]:
        text = self.words.text
        if self._pattern:
            return [found.span() for found in self._pattern.finditer(text, start, end)]
        spans = []
        for piece in text[start:end].split(BETWEEN):
            spans += [(start + a, start + b) for a, b in self.query.spans(fold(piece))]
            start += len(piece) + 1
        return spans
