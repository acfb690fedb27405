"""Find in article: where a query stands in what a spread shows, in reading order."""

from __future__ import annotations

from typing import NamedTuple

from reader.layout.spread import Spread
from reader.search.folding import fold
from reader.search.query import Query


class Match(NamedTuple):
    """One occurrence: the spread's column, the item in it, the item's side, and the characters, half-open."""

    column: int
    item: int
    side: int
    start: int
    end: int


def matches(spread: Spread, query: Query) -> list[Match]:
    """Returns every occurrence of a query in the article's own words, in both languages."""
    found = []
    for column, shown in enumerate(spread.columns):
        for index, item in enumerate(shown.items):
            for side in shown.sides:
                cell = item.cells[side]
                if cell and not cell.note:
                    found += [Match(column, index, side, *span) for span in query.spans(fold(cell.prose.text))]
    return found
