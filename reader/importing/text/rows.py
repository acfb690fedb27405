"""Tables woven into the text: rows of numbers, with what stands before and above them."""

from __future__ import annotations

import re

from reader.importing.extraction import ExtractedAside
from reader.importing.scripts import count_han
from reader.importing.text.words import CHINESE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.text.pieces import Key
    from reader.importing.text.runs import Run

_Cell = tuple["Key", str]
_NUMBER = re.compile(r"[+\-−~≈<>]?[¥$€£]?\d[\d,.:/]*(?:%|％|‰|[a-zA-Z°]{1,3})?|—|–|-")
_APART = 3
"""So many lines at most from one row to the next: others may stand between."""
_LABEL = 8
"""Letters of a row's name in Chinese at most, or three words in English."""
_HEAD = 5
"""Chinese characters of a column's head at most."""


class Rows:
    """The rows of one table."""

    def __init__(self, rows: list[list[_Cell]]) -> None:
        self._rows = rows

    @property
    def keys(self) -> set[Key]:
        """What its cells are taken from."""
        return {key for row in self._rows for key, _ in row}

    def aside(self, page: str) -> ExtractedAside:
        """Returns it as what was found."""
        rows = tuple(tuple(text for _, text in row) for row in self._rows)
        return ExtractedAside("table", rows=rows, page=page, confidence=0.6)


def tables(runs: list[Run]) -> list[Rows]:
    """Returns the tables of a page: lines with equally many numbers, two in each at least, in a row."""
    lines: dict[int, list[Run]] = {}
    for run in runs:
        lines.setdefault(run.line, []).append(run)
    numbers = sorted(lines)
    found: list[_Table] = []
    for order, number in enumerate(numbers):
        open_ = [table for table in found if 0 < order - table.last <= _APART]
        for cells, name in _rows_of(lines[number]):
            left = cells
            while len(left) > 1:
                table = next((each for each in open_ if each.last < order and each.takes(left, name)), None)
                if not table:
                    found.append(_Table(order, left, name))
                    break
                left, name = table.add(order, left, name), None
    kept = [table.rows() for table in found if len(table.cells) > 1]
    for rows in kept:
        first = numbers.index(rows[0][0][0][0])
        for number in numbers[max(0, first - _APART) : first][::-1]:
            if head := _head(lines[number], len(rows[0])):
                rows.insert(0, head)
                break
    return [Rows(rows) for rows in kept]


def _words(runs: list[Run]) -> list[tuple[Run, int]]:
    return [(run, index) for run in runs for index in range(len(run.words))]


def _cell(words: list[tuple[Run, int]]) -> _Cell:
    run, start = words[0]
    end = words[-1][1] + 1
    return (run.line, run.place, run.start + start, run.start + end), " ".join(run.words[start:end])


class _Table:
    """A table as it grows: the numbers of each row, and what may name it."""

    def __init__(self, order: int, cells: list[_Cell], name: _Cell | None) -> None:
        self.last = order
        self.cells, self.names = [cells], [name]

    def takes(self, cells: list[_Cell], name: _Cell | None) -> bool:
        """Whether a row may be the next: as wide, or one beside which another table begins."""
        size = len(self.cells[0])
        return len(cells) == size or (len(cells) >= size + 2 and not name)

    def add(self, order: int, cells: list[_Cell], name: _Cell | None) -> list[_Cell]:
        """Adds a row; returns the cells that are too many."""
        size = len(self.cells[0])
        self.last = order
        self.cells.append(cells[:size])
        self.names.append(name)
        return cells[size:]

    def rows(self) -> list[list[_Cell]]:
        """Returns the rows, with their names if all have one."""
        if any(name is None for name in self.names):
            return self.cells
        return [[name, *cells] for name, cells in zip(self.names, self.cells, strict=True) if name]


def _rows_of(runs: list[Run]) -> list[tuple[list[_Cell], _Cell | None]]:
    """Returns the numbers in a line that stand beside each other, and what may be their row's name before them."""
    words = _words(runs)
    rows: list[tuple[list[_Cell], _Cell | None]] = []
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and _NUMBER.fullmatch(words[end][0].words[words[end][1]]):
            end += 1
        if end - at >= 2:
            name = _name(words[:at])
            if name or end - at > 2 or at == 0 or end == len(words):
                rows.append(([_cell([word]) for word in words[at:end]], _cell(name) if name else None))
        at = max(end, at + 1)
    return rows


def _name(before: list[tuple[Run, int]]) -> list[tuple[Run, int]]:
    """Returns what names a row: a short Chinese word, or all the English there is."""
    if not before:
        return []
    run, index = before[-1]
    word = run.words[index]
    if run.language == CHINESE:
        return before[-1:] if 0 < count_han(word) == len(word) <= _LABEL else []
    own = [each for each in before if each[0] is run]
    return own if len(own) == len(before) <= 3 and run.words[own[0][1]][:1].isupper() else []


def _head(runs: list[Run], size: int) -> list[_Cell] | None:
    """Returns so many short words at the beginning or the end of a line as the heads of columns."""
    words = _words(runs)
    for some, others in ((words[:size], words[size:]), (words[-size:], words[:-size])):
        texts = [run.words[index] for run, index in some]
        chinese = all(run.language == CHINESE and 0 < count_han(run.words[index]) <= _HEAD for run, index in some)
        bare = all(_NUMBER.fullmatch(run.words[index]) for run, index in others)
        english = bare and all(re.fullmatch(r"[A-Z][\w%()]*", text) for text in texts)
        if len(some) == size and (chinese or english) and not any(map(_closes, texts)):
            return [_cell([word]) for word in some]
    return None


def _closes(text: str) -> bool:
    return bool(re.search(r"[，。、；：！？,.;:!?]\Z", text))
