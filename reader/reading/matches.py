"""Find in article: the places at which a query occurs in the texts that a spread shows, in reading order.

The texts are joined to one string, which a pattern searches. A long article is searched piece by piece, so that the
first match is lit before the last one is known.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate, chain
from typing import NamedTuple, cast

from reader.layout.spaces import LEFT, RIGHT, ItemIndex

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from typing import NewType

    from reader.layout.spaces import Side
    from reader.layout.spread import Spread
    from reader.search.query import Query

    WordsOffset = NewType("WordsOffset", int)
    """Characters from the beginning of all texts that a spread shows, joined to one string."""
    CellOffset = NewType("CellOffset", int)
    """Characters from the beginning of the text of an item's side."""
    WordsSpan = tuple[WordsOffset, WordsOffset]
    """A half-open range of the string of all texts."""
else:
    WordsOffset = CellOffset = int

BETWEEN = "\0"
"""Separator of texts; no query contains it."""
STEP_CHARS = 300_000
"""Number of characters that are searched at a time, in some milliseconds."""


class Match(NamedTuple):
    """One occurrence: the spread's column, the item in it, the item's side, and a half-open range of its text."""

    column: Side
    item: ItemIndex
    side: Side
    start: CellOffset
    end: CellOffset


class Words:
    """The texts of an article that a spread shows, as one string in reading order."""

    def __init__(self, spread: Spread) -> None:
        texts: list[str] = []
        self._columns: list[tuple[int, tuple[Side, ...]]] = []  # the number of each column's first text, and its sides
        for column in spread.columns:
            self._columns.append((len(texts), column.sides))
            items, is_both = column.items, len(column.sides) > 1
            sides = [items.unshared_texts(side) if is_both else items.texts(side) for side in column.sides]
            texts += chain.from_iterable(zip(*sides, strict=True))
        self.text = BETWEEN.join(texts)
        starts = accumulate((len(text) + 1 for text in texts), initial=0)
        self.starts = cast("list[WordsOffset]", list(starts))
        """Offset of each text in the string; at last the end."""
        self.characters: set[str] = set()
        """Characters that occur in the part of the string that was learnt so far."""
        self._learnt = 0

    @property
    def known(self) -> bool:
        """Whether all of the string was learnt."""
        return self._learnt >= len(self.text)

    def learn(self) -> bool:
        """Learns the characters of the next piece of the string; returns whether there is more of it."""
        self.characters.update(self.text[self._learnt : self._learnt + STEP_CHARS])
        self._learnt += STEP_CHARS
        return not self.known

    def start_of(self, column: Side, item: ItemIndex, side: Side) -> WordsOffset:
        """Returns the offset in the string at which an item's side begins; of the next text if the side is hidden."""
        first, sides = self._columns[column]
        place = sides.index(side) if side in sides else 0
        return self.starts[min(first + item * len(sides) + place, len(self.starts) - 1)]

    def match(self, start: WordsOffset, end: WordsOffset) -> Match:
        """Returns a half-open range of the string as a place in the spread."""
        text = bisect_right(self.starts, start) - 1
        column = RIGHT if len(self._columns) > 1 and self._columns[RIGHT][0] <= text else LEFT
        first, sides = self._columns[column]
        item, place = divmod(text - first, len(sides))
        here = self.starts[text]
        return Match(column, ItemIndex(item), sides[place], CellOffset(start - here), CellOffset(end - here))


class Matches:
    """The occurrences of a query, found piece by piece from the beginning; all are known once it is ``complete``."""

    def __init__(self, words: Words, query: Query) -> None:
        self.words, self.query = words, query
        self.spans: list[WordsSpan] = []
        """Occurrences known so far, as half-open ranges of the string, in order and without overlap."""
        self._searched = WordsOffset(0)
        self._written = query.exact
        self._patterns: dict[bool, re.Pattern[str] | None] = {}

    @property
    def complete(self) -> bool:
        """Whether all of the string was searched."""
        return not self.query.terms or self._searched >= len(self.words.text)

    @property
    def _pattern(self) -> re.Pattern[str] | None:
        """Pattern of the query; a slower one until all characters of the string are known; None if it needs folding."""
        if not self._written:
            return None
        from reader.search.unfolding import expand, pattern

        known = self.words.known
        if known not in self._patterns:
            present = self.words.characters if known else None
            needs_folding = present is not None and expand(self._written, present)
            self._patterns[known] = None if needs_folding else pattern(self._written, present)
        return self._patterns[known]

    def go_on(self) -> None:
        """Searches the next piece; until all characters of the string are known, learns those of the next piece."""
        if self._written and self.words.learn():
            return
        start = self._searched
        end = self.words.starts[min(bisect_left(self.words.starts, start + STEP_CHARS), len(self.words.starts) - 1)]
        self.spans += self._found(start, end)
        self._searched = end

    def finish(self) -> None:
        """Searches the rest of the string."""
        while not self.complete:
            self.go_on()

    def first_from(self, offset: WordsOffset) -> WordsSpan | None:
        """Returns the first occurrence at or after an offset in the string, around the end; None if there is none.

        Behind the part that was searched so far, the search goes from the offset: the pieces between come later.
        """
        text = self.words.text
        if len(text) <= STEP_CHARS:
            self.words.learn()
        if self._pattern and not self.complete and offset >= self._searched:
            near = offset + STEP_CHARS if not self.words.known else len(text)
            if found := self._pattern.search(text, offset, near):
                return _span(found)
            while self.words.learn():
                pass
            if self._pattern:
                found = self._pattern.search(text, offset) or self._pattern.search(text)
                return _span(found) if found else None
        self.finish()
        index = bisect_left(self.spans, (offset, 0))
        return self.spans[index % len(self.spans)] if self.spans else None

    def index_of(self, span: WordsSpan) -> int | None:
        """Returns the number of an occurrence, from 0; None as long as it is not known."""
        return bisect_left(self.spans, span) if self.complete or span[0] < self._searched else None

    def between(self, start: WordsOffset, end: WordsOffset) -> list[WordsSpan]:
        """Returns the occurrences in a half-open range of the string, whether or not all are known."""
        if end <= self._searched:
            return self.spans[bisect_left(self.spans, (start, 0)) : bisect_left(self.spans, (end, 0))]
        return self._found(start, end)

    def _found(self, start: WordsOffset, end: WordsOffset) -> list[WordsSpan]:
        text = self.words.text
        if self._pattern:
            found = [match.span() for match in self._pattern.finditer(text, start, end)]
            return cast("list[WordsSpan]", found)
        spans: list[tuple[int, int]] = []
        here: int = start
        for piece in text[start:end].split(BETWEEN):
            spans += [(here + a, here + b) for a, b in self.query.spans(piece)]
            here += len(piece) + 1
        return cast("list[WordsSpan]", spans)


def _span(found: re.Match[str]) -> WordsSpan:
    start, end = found.span()
    return WordsOffset(start), WordsOffset(end)
