"""The two directions of a step: to the next, or to the one before."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Direction = Literal[1, -1]
    """The next one (1), or the one before (-1)."""

FORWARD: Direction = 1
BACKWARD: Direction = -1
