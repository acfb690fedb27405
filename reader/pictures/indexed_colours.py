"""The indexes of colours in a terminal with 256 or sixteen of them. Pure."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEVELS = (0, 95, 135, 175, 215, 255)
"""The levels of red, green and blue in the cube of 216 colours."""
_DARK, _LIGHT = (0x00, 0xAA), (0x55, 0xFF)
_SIXTEEN = [
    (0xAA, 0x55, 0x00) if (red, green, blue) == (0xAA, 0xAA, 0x00) else (red, green, blue)  # a dark yellow is brown
    for levels in (_DARK, _LIGHT)
    for blue in levels
    for green in levels
    for red in levels
]
"""The sixteen colours as terminals have them that have no scheme."""


@lru_cache(4096)
def index_of(red: int, green: int, blue: int) -> int:
    """Returns the index of the closest of the colours 16 to 255, which no terminal's scheme changes."""
    cube = [_closest_level(part) for part in (red, green, blue)]
    grey = max(0, min(23, round(((red + green + blue) / 3 - 8) / 10)))
    in_cube = tuple(_LEVELS[k] for k in cube)
    in_greys = (8 + 10 * grey,) * 3

    if _distance((red, green, blue), in_greys) < _distance((red, green, blue), in_cube):
        return 232 + grey
    return 16 + 36 * cube[0] + 6 * cube[1] + cube[2]


def _closest_level(part: int) -> int:
    """Returns the index of the level of the cube that a part of a colour is closest to."""
    return min(range(len(_LEVELS)), key=lambda index: abs(_LEVELS[index] - part))


@lru_cache(4096)
def index_of_sixteen(red: int, green: int, blue: int) -> int:
    """Returns the index of the closest of the colours 0 to 15."""
    return min(range(len(_SIXTEEN)), key=lambda index: _distance((red, green, blue), _SIXTEEN[index]))


def _distance(one: Sequence[int], other: Sequence[int]) -> int:
    """Returns the distance of two colours as the eye sees it."""
    return sum(weight * (a - b) ** 2 for weight, a, b in zip((2, 4, 3), one, other, strict=True))
