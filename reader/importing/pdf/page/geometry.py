"""Boxes on a page, in points from the upper left corner of its visible area, downwards."""

from __future__ import annotations

from reader.importing.pdf.weights import page as weights
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Protocol

    class Bounded(Protocol):
        """Anything with a bounding box."""

        @property
        def left(self) -> float: ...  # noqa: D102
        @property
        def top(self) -> float: ...  # noqa: D102
        @property
        def right(self) -> float: ...  # noqa: D102
        @property
        def bottom(self) -> float: ...  # noqa: D102


@record
class Box:
    """A rectangle: a filled or framed area, a rule, a picture, or the bounding box of text."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Width in points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Height in points."""
        return self.bottom - self.top

    def scaled(self, factor: float) -> Box:
        """Returns the rectangle in another unit."""
        return Box(self.left * factor, self.top * factor, self.right * factor, self.bottom * factor)

    def holds(self, inner: Bounded) -> bool:
        """Whether another rectangle lies inside, give or take some points."""
        slack = weights.BOX_SLACK_PT
        return (
            self.left - slack <= inner.left
            and inner.right <= self.right + slack
            and self.top - slack <= inner.top
            and inner.bottom <= self.bottom + slack
        )


def bounding_box(parts: Iterable[Bounded]) -> Box:
    """Returns the smallest box around one or more parts."""
    parts = list(parts)
    return Box(
        min(part.left for part in parts),
        min(part.top for part in parts),
        max(part.right for part in parts),
        max(part.bottom for part in parts),
    )


def shared_width(one: Bounded, other: Bounded) -> float:
    """Returns the width that two boxes have in common; if none, below 0 by the width of the gap between them."""
    return min(one.right, other.right) - max(one.left, other.left)


def vertical_gap(one: Bounded, other: Bounded) -> float:
    """Returns the height of the gap between two boxes, one over the other; below 0 if they overlap in height."""
    return max(one.top - other.bottom, other.top - one.bottom)


def distance(one: Bounded, other: Bounded) -> float:
    """Returns the distance between two boxes along the edges of the page, 0 if they touch."""
    across = max(0.0, one.left - other.right, other.left - one.right)
    down = max(0.0, one.top - other.bottom, other.top - one.bottom)
    return across + down
