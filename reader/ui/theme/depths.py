"""The colours of a style in a terminal with fewer of them.

The colours of the themes are among the 256 already; those that Textual mixes and those of pictures are not. Rich, which
would choose for them, gives up the hue of pale colours and takes greys for others.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.color import Color, ColorSystem, ColorType
from rich.style import Style

from reader.ui.theme.palettes import SIXTEEN

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.settings.colour_depth import ColourDepth

_LEVELS = (0, 95, 135, 175, 215, 255)
"""The levels of red, green and blue in the cube of 216 colours."""
_INDEX_OF_SIXTEEN = {colour: index for index, colour in enumerate(SIXTEEN.values())}


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


@lru_cache(4096)
def in_256(style: Style) -> Style:
    """Returns a style with its colours among the 256."""
    return style + Style(color=_indexed(style.color), bgcolor=_indexed(style.bgcolor))


@lru_cache(4096)
def in_16(style: Style) -> Style:
    """Returns a style with its colours among the sixteen: those of the themes exactly, others by the closest."""
    return style + Style(color=_of_sixteen(style.color), bgcolor=_of_sixteen(style.bgcolor))


@lru_cache(4096)
def without_colour(style: Style) -> Style:
    """Returns a style without its colours; its attributes stay."""
    return style.without_color


def _indexed(colour: Color | None) -> Color | None:
    if colour is None or colour.type is not ColorType.TRUECOLOR or colour.triplet is None:
        return colour
    return Color.from_ansi(index_of(*colour.triplet))


def _of_sixteen(colour: Color | None) -> Color | None:
    if colour is None or colour.type is not ColorType.TRUECOLOR or colour.triplet is None:
        return colour
    index = _INDEX_OF_SIXTEEN.get(colour.triplet.hex)
    return colour.downgrade(ColorSystem.STANDARD) if index is None else Color.from_ansi(index)


FILTERS: dict[ColourDepth, Callable[[Style], Style]] = {"16": in_16, "256": in_256, "none": without_colour}
"""Functions on the styles of all that is drawn."""
