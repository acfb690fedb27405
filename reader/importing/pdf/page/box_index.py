"""Boxes found by a place: pages of maps have tens of thousands of them."""

from __future__ import annotations

from reader.importing.pdf.weights import page as weights

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.page.geometry import Bounded, Box

_CELLS = 16
"""Number of cells of the index, across and down."""


class BoxIndex:
    """The boxes of a page by the cells of a grid over the parts that they may hold."""

    def __init__(self, boxes: Sequence[Box], parts: Sequence[Bounded]) -> None:
        self._cells: dict[tuple[int, int], list[int]] = {}
        self._holders: dict[int, tuple[int, ...]] = {}
        self._boxes, self._parts = boxes, parts
        if not boxes or not parts:
            return
        self._left, self._top = min(part.left for part in parts), min(part.top for part in parts)
        self._wide = (max(part.left for part in parts) - self._left) / _CELLS or 1.0
        self._high = (max(part.top for part in parts) - self._top) / _CELLS or 1.0
        slack = weights.BOX_SLACK_PT
        for number, box in enumerate(boxes):
            first, last = (
                self._cell(box.left - slack, box.top - slack),
                self._cell(box.right + slack, box.bottom + slack),
            )
            for column in range(max(0, first[0]), min(_CELLS, last[0]) + 1):
                for row in range(max(0, first[1]), min(_CELLS, last[1]) + 1):
                    self._cells.setdefault((column, row), []).append(number)

    def holders(self, part: Bounded) -> tuple[int, ...]:
        """Returns the indices of the boxes that hold one of the parts, in their order."""
        if not self._cells:
            return ()
        known = self._holders.get(id(part))
        if known is None:
            near = self._cells.get(self._cell(part.left, part.top), ())
            known = self._holders[id(part)] = tuple(number for number in near if self._boxes[number].holds(part))
        return known

    def _cell(self, x: float, y: float) -> tuple[int, int]:
        return int((x - self._left) // self._wide), int((y - self._top) // self._high)
