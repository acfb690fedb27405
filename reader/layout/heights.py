"""The heights of a column's items in rows: estimated at first, exact where they were laid out.

Sums are kept by chunks, so that correcting a height and summing the heights above an item do not go over all items.
"""

from __future__ import annotations

from itertools import accumulate

from reader.layout.spaces import ColumnRow, ItemIndex

CHUNK = 256
"""Number of items whose heights are summed together."""


class Heights:
    """Rows of each item of a column; ``total`` is their sum."""

    def __init__(self, estimates: list[float]) -> None:
        self._rows = estimates
        self._chunks = [sum(estimates[k : k + CHUNK]) for k in range(0, len(estimates), CHUNK)]
        self.total = sum(self._chunks)

    def apart(self) -> Heights:
        """Returns the same heights, which are corrected apart from these."""
        from copy import copy  # only the screen needs it

        new = copy(self)
        vars(new).update(_rows=[*self._rows], _chunks=[*self._chunks])
        return new

    def __getitem__(self, index: ItemIndex) -> float:
        return self._rows[index]

    def correct(self, index: ItemIndex, rows: int) -> None:
        """Replaces the estimate of an item by its exact height."""
        change = rows - self._rows[index]
        if change:
            self._rows[index] = rows
            self._chunks[index // CHUNK] += change
            self.total += change

    def above(self, index: ItemIndex) -> ColumnRow:
        """Returns the number of rows above an item; for the number of items, the rows of all."""
        chunk = index // CHUNK
        return ColumnRow(sum(self._chunks[:chunk]) + sum(self._rows[chunk * CHUNK : index]))

    def item_at(self, row: ColumnRow) -> tuple[ItemIndex, float]:
        """Returns the item that holds a row of the column, and the number of rows of the item above that row."""
        rows: float = row
        chunk = 0
        for sum_of_chunk in self._chunks[:-1]:
            if rows < sum_of_chunk:
                break
            rows -= sum_of_chunk
            chunk += 1
        first = chunk * CHUNK
        sums = list(accumulate(self._rows[first : first + CHUNK], initial=0.0))
        index = max(0, min(sum(1 for above in sums if above <= rows + 1e-9) - 1, len(sums) - 2))
        return ItemIndex(first + index), max(0.0, rows - sums[index])
