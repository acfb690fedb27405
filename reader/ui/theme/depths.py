"""The colours of a style in a terminal with fewer of them.

The colours of the themes are among the 256 already; those that Textual mixes and those of pictures are not. Rich, which
would choose for them, gives up the hue of pale colours and takes greys for others.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.color import Color, ColorSystem, ColorType
from rich.style import Style

from reader.pictures.indexed_colours import index_of
from reader.ui.theme.palettes import INDEX_OF_SIXTEEN

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.settings.colour_depth import ColourDepth


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
    index = INDEX_OF_SIXTEEN.get(colour.triplet.hex)
    return colour.downgrade(ColorSystem.STANDARD) if index is None else Color.from_ansi(index)


FILTERS: dict[ColourDepth, Callable[[Style], Style]] = {"16": in_16, "256": in_256, "none": without_colour}
"""Functions on the styles of all that is drawn."""
