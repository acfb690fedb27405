"""The indexes of colours in a terminal with 256 or sixteen of them. Pure."""

from __future__ import annotations

from functools import lru_cache

from reader.ui.theme.palettes import SIXTEEN

_LEVELS = (0, 95, 135, 175, 215, 255)
"""The levels of red, green and blue in the cube of 216 colours."""
INDEX_OF_SIXTEEN = {colour: index for index, colour in enumerate(SIXTEEN.values())}


@lru_cache(4096)
def index_of(red: int, green: int, blue: int) -> int:
    """Returns the index of the closest of the colours 16 to 255, which no terminal's scheme changes."""
    cube = [min(range(6), key=lambda k, part=part: abs(_LEVELS[k] - part)) for part in (red, green, blue)]  # type: ignore[misc]
    grey = max(0, min(23, round(((red + green + blue) / 3 - 8) / 10)))
    in_cube = tuple(_LEVELS[k] for k in cube)
    in_greys = (8 + 10 * grey,) * 3

    def distance(to: tuple[int, ...]) -> int:
        return 2 * (red - to[0]) ** 2 + 4 * (green - to[1]) ** 2 + 3 * (blue - to[2]) ** 2

    if distance(in_greys) < distance(in_cube):
        return 232 + grey
    return 16 + 36 * cube[0] + 6 * cube[1] + cube[2]
