"""A page as it is seen: cropped and turned, with its places within bounds."""

from __future__ import annotations

import math

from reader.importing.pdf.page.geometry import Box
from reader.importing.pdf.weights import page as weights
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Handle = Any
    """An object of a foreign library without types, such as PDFium, or its functions."""

MAX_PLACE_PT = 100_000.0
"""Maximum distance of a place on a page from its corner, along an edge; farther places are moved there."""


@record
class GlyphPlace:
    """The place of a glyph on a page; of one drawn sideways, on the page turned so that it is level."""

    is_level: bool
    left: float
    baseline: float
    right: float


class PageView:
    """A page as it is seen: cropped, and turned by 0, 90, 180 or 270 degrees."""

    def __init__(self, crop: Box, degrees: int) -> None:
        """``crop`` is in the coordinates of the file: from the lower left corner, ``top`` at the higher edge."""
        self._crop, self._degrees = crop, degrees
        across, down = crop.right - crop.left, crop.top - crop.bottom
        self.width, self.height = (down, across) if degrees in (90, 270) else (across, down)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Returns the place at which a point of the file is seen."""
        crop = self._crop
        if self._degrees == 90:
            return y - crop.bottom, x - crop.left
        if self._degrees == 180:
            return crop.right - x, y - crop.bottom
        if self._degrees == 270:
            return crop.top - y, crop.right - x
        return x - crop.left, crop.top - y

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Returns the place at which a rectangle of the file is seen."""
        (a, b), (c, d) = self.point(left, bottom), self.point(right, top)
        return Box(*map(placed, (min(a, c), min(b, d), max(a, c), max(b, d))))

    def glyph_place(self, x: float, y: float, matrix: Handle, loose: Handle) -> GlyphPlace:
        """Returns the place of a glyph by its origin, its matrix and the box that PDFium gives it."""
        (left, baseline), (ahead, above) = self.point(x, y), self.point(x + matrix.a, y + matrix.b)
        run, rise = ahead - left, baseline - above
        box = self.box(loose.left, loose.bottom, loose.right, loose.top)
        left, baseline = placed(left), placed(baseline)
        if run > 0 and abs(rise) <= weights.LEVEL_MAX_SLOPE * run:
            return GlyphPlace(True, left, baseline, max(left, box.right))
        if abs(run) < abs(rise):  # upwards, or downwards
            if rise > 0:
                return GlyphPlace(False, self.height - baseline, left, self.height - box.top)
            return GlyphPlace(False, baseline, self.width - left, box.bottom)
        return GlyphPlace(False, left, baseline, box.right)


def placed(value: float) -> float:
    """Returns a coordinate within bounds."""
    return within(value, -MAX_PLACE_PT, MAX_PLACE_PT)


def text_scale(matrix: Handle) -> float:
    """Returns the factor by which a matrix makes text higher; slanting it, for want of an italic, does not."""
    across = math.hypot(matrix.a, matrix.b)
    return float(abs(matrix.a * matrix.d - matrix.b * matrix.c) / across if across else math.hypot(matrix.c, matrix.d))


def within(value: float, least: float, most: float) -> float:
    """Returns a number, or the nearest one in a range; the least one for NaN."""
    return least if math.isnan(value) else min(max(value, least), most)
