"""Facing pages: assigns columns and captions to two pages, by the columns beside them in their lines."""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

from reader.importing.text import weights
from reader.importing.text.fragments import OUTSIDE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.importing.scripts import Script
    from reader.importing.text.fragments import Assignment
    from reader.importing.text.text_runs import WordSpan

_NEAR_LINES = 3
"""Number of lines above and below a caption whose columns leave no room for it."""


class PageColumn(NamedTuple):
    """A column of a page, by the script of its language and its number among the columns of that language."""

    script: Script
    number: int


class _Place(NamedTuple):
    """The place of a fragment in its line: the number of its run, and its first word there."""

    run: int
    start: int


class _PlacedColumn(NamedTuple):
    """A column that has words at a place of a line."""

    place: _Place
    column: PageColumn


class FacingPages:
    """The columns of both languages, divided between two pages; all are on one page if there is only one."""

    def __init__(
        self, pages: Sequence[str], assignments: Iterable[Assignment], widths_em: Mapping[Script, float]
    ) -> None:
        """Takes the page numbers, the fragments in their columns, and the width of columns in each language."""
        self._pages = pages
        self._lines: dict[int, list[_PlacedColumn]] = {}
        for fragment, column, role in assignments:
            if role != OUTSIDE:
                placed = _PlacedColumn(_place(fragment.span), PageColumn(fragment.language.script, column))
                self._lines.setdefault(fragment.line, []).append(placed)
        columns = self._from_left_to_right()
        self._right: frozenset[PageColumn] = frozenset()
        if len(pages) > 1 and len(columns) > 1:
            self._right = frozenset(columns[_border(columns, widths_em) :])

    def _from_left_to_right(self) -> list[PageColumn]:
        """Returns the columns in the order in which lines with several of them have them, mostly."""
        before: dict[PageColumn, dict[PageColumn, int]] = {}
        for line in self._lines.values():
            columns = [placed.column for placed in sorted(line)]
            for at, column in enumerate(columns):
                own = before.setdefault(column, {})
                for other in columns[at + 1 :]:
                    own[other] = own.get(other, 0) + 1
        at_left = {
            column: sum(others.get(each, 0) < before[each].get(column, 0) for each in before)
            for column, others in before.items()
        }
        return sorted(before, key=lambda column: (at_left[column], column.number))

    def page_of_column(self, column: PageColumn) -> str:
        """Returns the number of the page of a column; an empty string if no page has a number."""
        if not self._pages:
            return ""
        return self._pages[0] if self._right and column not in self._right else self._pages[-1]

    def page_of_words(self, span: WordSpan) -> str:
        """Returns the number of the page of words outside all columns: the page whose columns leave room for them."""
        if not self._right:
            return self._pages[-1] if self._pages else ""
        place = _place(span)
        beside = self._lines.get(span.line, [])
        if any(each.column in self._right for each in beside if each.place < place):
            return self._pages[-1]
        if any(each.column not in self._right for each in beside if each.place > place):
            return self._pages[0]
        lines = range(span.line - _NEAR_LINES, span.line + _NEAR_LINES + 1)
        near = [each.column in self._right for line in lines for each in self._lines.get(line, [])]
        return self._pages[-1] if near.count(False) >= near.count(True) else self._pages[0]


def _place(span: WordSpan) -> _Place:
    return _Place(span.run, span.start)


def _border(columns: Sequence[PageColumn], widths_em: Mapping[Script, float]) -> int:
    """Returns the index of the first column of the right page: near the middle, and where the language changes."""
    edges = list(accumulate((widths_em[column.script] for column in columns), initial=0.0))
    whole = edges[-1] or 1.0
    return min(
        range(1, len(columns)),
        key=lambda at: (
            abs(edges[at] / whole - 0.5) - weights.PAGE_LANGUAGE_CHANGE * (columns[at].script != columns[at - 1].script)
        ),
    )
