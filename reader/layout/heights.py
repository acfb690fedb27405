"""The heights of a column's items in rows, as they are estimated before any item is laid out.

They stay as they are: a place has the same progress whatever else was laid out, drawn with readings, or shown with its
pictures. Sums are kept by chunks, so that summing the heights above an item does not go over all items.
"""

from __future__ import annotations

from itertools import accumulate

from reader.layout.spaces import ColumnRow, ItemIndex

CHUNK = 256
"""Number of items whose heights are summed together."""


class Heights:
    """Estimated rows of each item of a column; ``total`` is their sum."""

    def __init__(self, estimates: list[float]) -> None:
        self._rows = estimates
        self._chunks = [sum(estimates[k : k + CHUNK]) for k in range(0, len(estimates), CHUNK)]
        self.total = sum(self._chunks)

    def __getitem__(self, index: ItemIndex) -> float:
        return self._rows[index]

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
