"""Painted areas of a page that nobody sees, because they have the colour of the ground below them."""

from __future__ import annotations

import ctypes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.pdf.page.geometry import Box
    from reader.importing.pdf.page.page_view import Handle

_PAPER = 0xFFFFFF
_MIN_GROUND_PT = 30.0
"""Minimum width and height of an area that is the ground of others."""
_MAX_GROUNDS = 200
"""Maximum number of areas of a page that are taken for grounds; a page with more is a drawing."""


class Grounds:
    """The painted areas of a page, in the order in which they are drawn."""

    def __init__(self, raw: Handle) -> None:
        self._raw = raw
        self._areas: list[tuple[Box, int | None]] = []

    def cover(self, box: Box, colour: int | None = None) -> None:
        """Takes an area for the ground of all that is drawn later; its colour (RGB) is None where it may be any."""
        if min(box.width, box.height) >= _MIN_GROUND_PT and len(self._areas) < _MAX_GROUNDS:
            self._areas.append((box, colour))

    def hides(self, drawn: Handle, box: Box) -> bool:
        """Whether a path cannot be seen on these grounds; else it becomes one of them."""
        raw, mode, is_stroked = self._raw, ctypes.c_int(), ctypes.c_int()
        if not raw.FPDFPath_GetDrawMode(drawn.raw, mode, is_stroked) or is_stroked.value:
            return False
        below = self._colour_below(box)
        colour = self._fill_of(drawn) if mode.value else below
        is_hidden = colour is not None and colour == below
        if not is_hidden:
            self.cover(box, colour)
        return is_hidden and min(box.width, box.height) < _MIN_GROUND_PT

    def _colour_below(self, box: Box) -> int | None:
        """Returns the colour of the ground of an area: that of the last ground that holds it, or of the paper."""
        return next((colour for ground, colour in reversed(self._areas) if ground.holds(box)), _PAPER)

    def _fill_of(self, drawn: Handle) -> int | None:
        """Returns the colour of a filled path; None for a pattern, or one that can be seen through."""
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        if not self._raw.FPDFPageObj_GetFillColor(drawn.raw, red, green, blue, alpha) or alpha.value < 255:
            return None
        return (red.value << 16) | (green.value << 8) | blue.value
