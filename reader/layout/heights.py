"""The heights of many items in rows: estimated at first, exact where they were laid out.

Sums are kept by chunks, so that a height can be corrected, and what stands above an item told, without going over all.
"""

from __future__ import annotations

from itertools import accumulate

CHUNK = 256


class Heights:
    """Rows of each item; ``total`` is the sum of all."""

    def __init__(self, estimates: list[float]) -> None:
        self._rows = estimates
        self._chunks = [sum(estimates[k : k + CHUNK]) for k in range(0, len(estimates), CHUNK)]
        self.total = sum(self._chunks)

    def __getitem__(self, index: int) -> float:
        return self._rows[index]

    def correct(self, index: int, rows: int) -> None:
        """Puts the exact height of an item in place of what was estimated."""
        change = rows - self._rows[index]
        if change:
            self._rows[index] = rows
            self._chunks[index // CHUNK] += change
            self.total += change

    def above(self, index: int) -> float:
        """Returns how many rows stand above an item; for the number of items, all of them."""
        chunk = index // CHUNK
        return sum(self._chunks[:chunk]) + sum(self._rows[chunk * CHUNK : index])

    def item_at(self, rows: float) -> tuple[int, float]:
        """Returns the item in which that many rows from the top end, and how many of them are in it."""
        chunk = 0
        for sum_of_chunk in self._chunks[:-1]:
            if rows < sum_of_chunk:
                break
            rows -= sum_of_chunk
            chunk += 1
        first = chunk * CHUNK
        sums = list(accumulate(self._rows[first : first + CHUNK], initial=0.0))
        index = max(0, min(sum(1 for above in sums if above <= rows + 1e-9) - 1, len(sums) - 2))
        return first + index, max(0.0, rows - sums[index])
