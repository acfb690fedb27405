"""Tables woven into the text: rows with equally many numbers, the names before them and the heads above them."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.importing.scripts import count_han
from reader.importing.text.text_runs import lines_of_runs
from reader.model.record import record
from reader.model.scripts import SENTENCE_MARKS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.text.text_runs import TextRun, WordSpan

_NUMBER = re.compile(r"[+\-−~≈<>]?[¥$€£]?\d[\d,.:/]*(?:%|％|‰|[a-zA-Z°]{1,3})?|—|–|-")
_FEWEST_NUMBERS = 2
"""Minimum number of numbers in a row."""
_ROW_DISTANCE_LINES = 3
"""Maximum distance in lines from one row to the next, as lines of columns may be between them."""
_NAME_CHARS, _NAME_WORDS = 8, 3
"""Maximum length of a row's name, in Han characters and in English words."""
_HEAD_CHARS = 5
"""Maximum length of a column's head in Han characters."""


@record
class TableCell:
    """A cell of a table, and the words that it was made of."""

    span: WordSpan
    text: str


class NumberTable:
    """A table: its rows from top to bottom, each with its cells from left to right."""

    def __init__(self, rows: list[list[TableCell]]) -> None:
        self._rows = rows

    @property
    def spans(self) -> set[WordSpan]:
        """The words that its cells were made of."""
        return {cell.span for row in self._rows for cell in row}

    @property
    def texts(self) -> tuple[tuple[str, ...], ...]:
        """The texts of its cells, row by row."""
        return tuple(tuple(cell.text for cell in row) for row in self._rows)


class _Word(NamedTuple):
    """A word of a run, by its index in it."""

    run: TextRun
    number: int

    @property
    def text(self) -> str:
        return self.run.words[self.number]


@record
class _Row:
    """Numbers beside each other in a line, and the words before them that may be the name of their row."""

    cells: list[TableCell]
    name: TableCell | None


class _GrowingTable:
    """A table to which rows are added from top to bottom."""

    def __init__(self, order: int, row: _Row) -> None:
        self.last = order
        """Number of the line of its last row, in the order of the page."""
        self.rows = [row]

    def takes(self, row: _Row) -> bool:
        """Whether a row may be the next: as wide, or one with another table beside it."""
        size = len(self.rows[0].cells)
        return len(row.cells) == size or (len(row.cells) >= size + _FEWEST_NUMBERS and not row.name)

    def add(self, order: int, row: _Row) -> _Row:
        """Adds a row; returns the cells that are too many, which may be the row of another table."""
        size = len(self.rows[0].cells)
        self.last = order
        self.rows.append(_Row(row.cells[:size], row.name))
        return _Row(row.cells[size:], None)

    def cells(self) -> list[list[TableCell]]:
        """Returns the rows, with their names if all have one."""
        named = [[row.name, *row.cells] for row in self.rows if row.name]
        return named if len(named) == len(self.rows) else [row.cells for row in self.rows]


def find_tables(runs: Sequence[TextRun]) -> list[NumberTable]:
    """Returns the tables of a page: at least two lines near each other with equally many numbers."""
    lines = lines_of_runs(runs)
    numbers = sorted(lines)
    found: list[_GrowingTable] = []
    for order, number in enumerate(numbers):
        open_ = [table for table in found if 0 < order - table.last <= _ROW_DISTANCE_LINES]
        for row in _rows(lines[number]):
            left = row
            while len(left.cells) >= _FEWEST_NUMBERS:
                table = next((each for each in open_ if each.last < order and each.takes(left)), None)
                if not table:
                    found.append(_GrowingTable(order, left))
                    break
                left = table.add(order, left)
    tables = [table.cells() for table in found if len(table.rows) > 1]
    for rows in tables:
        first = numbers.index(rows[0][0].span.line)
        for number in numbers[max(0, first - _ROW_DISTANCE_LINES) : first][::-1]:
            if head := _head(lines[number], len(rows[0])):
                rows.insert(0, head)
                break
    return [NumberTable(rows) for rows in tables]


def _words(runs: Sequence[TextRun]) -> list[_Word]:
    return [_Word(run, index) for run in runs for index in range(len(run.words))]


def _cell(words: Sequence[_Word]) -> TableCell:
    run, start = words[0]
    end = words[-1].number + 1
    return TableCell(run.span(start, end), " ".join(run.words[start:end]))


def _rows(runs: Sequence[TextRun]) -> list[_Row]:
    """Returns the rows that a line may have."""
    words = _words(runs)
    rows: list[_Row] = []
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and _NUMBER.fullmatch(words[end].text):
            end += 1
        if end - at >= _FEWEST_NUMBERS:
            name = _name(words[:at])
            if name or end - at > _FEWEST_NUMBERS or at == 0 or end == len(words):
                rows.append(_Row([_cell([word]) for word in words[at:end]], _cell(name) if name else None))
        at = max(end, at + 1)
    return rows


def _name(before: Sequence[_Word]) -> Sequence[_Word]:
    """Returns the name of a row out of the words before it: a short Chinese word, or a few words of English."""
    if not before:
        return []
    run, word = before[-1].run, before[-1].text
    if run.is_han:
        return before[-1:] if 0 < count_han(word) == len(word) <= _NAME_CHARS else []
    own = [each for each in before if each.run is run]
    is_name = len(own) == len(before) <= _NAME_WORDS and own[0].text[:1].isupper()
    return own if is_name else []


def _head(runs: Sequence[TextRun], size: int) -> list[TableCell] | None:
    """Returns as many short words at the beginning or the end of a line as the heads of columns."""
    words = _words(runs)
    for some, others in ((words[:size], words[size:]), (words[-size:], words[:-size])):
        is_chinese = all(word.run.is_han and 0 < count_han(word.text) <= _HEAD_CHARS for word in some)
        has_numbers_beside = all(_NUMBER.fullmatch(word.text) for word in others)
        is_english = has_numbers_beside and all(re.fullmatch(r"[A-Z][\w%()]*", word.text) for word in some)
        if len(some) == size and (is_chinese or is_english) and not any(_has_end_mark(word.text) for word in some):
            return [_cell([word]) for word in some]
    return None


def _has_end_mark(text: str) -> bool:
    return bool(re.search(rf"[{SENTENCE_MARKS}]\Z", text))
