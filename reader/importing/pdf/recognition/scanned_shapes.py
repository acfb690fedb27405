"""Shapes on a picture of a page: rules, frames, coloured areas, parts of drawings, and photographs."""

from __future__ import annotations

from reader.importing.pdf.page.geometry import Box
from reader.importing.pdf.recognition.page_ink import NOISY_PX
from reader.importing.pdf.weights import recognition as weights

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.page.page_view import Handle
    from reader.importing.pdf.recognition.page_ink import PageInk
    from reader.importing.pdf.recognition.recognised_line import RecognisedLine

_MAX_SHAPES = 3000
"""Maximum number of shapes of a page; smaller ones are left out."""


def shapes_on(
    page: PageInk, lines: Sequence[RecognisedLine], points_a_pixel: float, *, shines_through: bool = False
) -> list[Box]:
    """Returns the shapes on a picture of a page without its lines of text, which are in pixels; shapes in points.

    Where the back of the sheet shines through, faint parts are no shapes.
    """
    import numpy

    seen = page.without_faint_ink() if shines_through else page.ink
    ink, least = seen.mask.copy(), seen.least
    grounds = numpy.zeros_like(ink)
    for line in lines:
        difference = abs(line.ink.ground - page.paper) if line.ink else 0.0
        is_on_ground = difference > page.ink.least_tint
        _cover(ink, line, int(difference > least), weights.LETTER_MASK_PT / points_a_pixel)
        if is_on_ground:
            _cover(grounds, line, 1, weights.LETTER_MASK_PT / points_a_pixel)
    rule, thick = int(weights.SCANNED_RULE_MIN_PT / points_a_pixel), weights.SCANNED_RULE_THICK_PT / points_a_pixel
    level, upright = (_straight_parts(ink, rule, is_level=is_level) for is_level in (True, False))
    closed = _closed(ink, int(weights.PICTURE_CLOSE_PT / points_a_pixel) | 1)
    side = weights.SCANNED_PICTURE_MIN_PT / points_a_pixel
    pictures = [box for box in _boxes(closed, weights.SCANNED_PICTURE_MIN_FILL) if min(box.width, box.height) >= side]
    fills = _fills(page, grounds, weights.COLOURED_MIN_PT / points_a_pixel)
    charts = [box for box in pictures if _flat_share(box, fills, ink) >= weights.FLAT_MIN_SHARE]
    photographs = [box for box in pictures if box not in charts]
    found = [
        *(box for box in _boxes(level) if box.height <= thick and _is_inside(box, ink)),
        *(box for box in _boxes(upright) if box.width <= thick and _is_inside(box, ink)),
        *fills,
        *_frames(ink, weights.FRAME_MIN_SIDE_PT / points_a_pixel),
        *(
            box
            for box in _boxes(ink)
            if weights.SCANNED_SHAPE_MIN_PT
            <= max(box.width, box.height) * points_a_pixel
            <= weights.SCANNED_SHAPE_MAX_PT
        ),
    ]
    found = [box for box in found if not any(_is_in(box, photograph) for photograph in photographs)]
    found.sort(key=lambda box: -max(box.width, box.height))
    return [box.scaled(points_a_pixel) for box in (*photographs, *found[:_MAX_SHAPES])]


def _cover(mask: Handle, line: RecognisedLine, value: int, margin: float) -> None:
    """Sets a mask where the letters of a line are."""
    box = line.ink.box if line.ink else line.box
    rows = slice(max(0, int(box.top - margin)), int(box.bottom + margin) + 1)
    columns = slice(max(0, int(box.left - margin)), int(box.right + margin) + 1)
    mask[rows, columns] = value


def _straight_parts(ink: Handle, length: int, *, is_level: bool) -> Handle:
    """Returns the level or upright lines of a mask; those of a scan have gaps, and steps where they slope a little."""
    import cv2
    import numpy

    across, along = ((3, 1), (1, 5)) if is_level else ((1, 3), (5, 1))
    thick = cv2.dilate(ink, numpy.ones(across, "uint8"))
    whole = cv2.morphologyEx(thick, cv2.MORPH_CLOSE, numpy.ones(along, "uint8"))
    lines = cv2.morphologyEx(whole, cv2.MORPH_OPEN, numpy.ones((1, length) if is_level else (length, 1), "uint8"))
    return cv2.erode(lines, numpy.ones(across, "uint8"))


def _is_inside(box: Box, ink: Handle) -> bool:
    """Whether a line is not the shadow at an edge of the sheet."""
    high, wide = ink.shape
    x, y = (box.left + box.right) / 2 / wide, (box.top + box.bottom) / 2 / high
    return bool(
        weights.SHADOW_SHARE < x < 1 - weights.SHADOW_SHARE and weights.SHADOW_SHARE < y < 1 - weights.SHADOW_SHARE
    )


def _closed(ink: Handle, side: int) -> Handle:
    import cv2
    import numpy

    return cv2.morphologyEx(ink, cv2.MORPH_CLOSE, numpy.ones((side, side), "uint8"))


def _fills(page: PageInk, grounds: Handle, side: float) -> list[Box]:
    """Returns the areas in one colour that fill their boxes, with the letters on them, which ``grounds`` has."""
    import cv2
    import numpy

    smooth = cv2.medianBlur(page.pixels, NOISY_PX if page.is_noisy else 5)
    kernel = numpy.ones((3, 3), "uint8")
    edges = (cv2.dilate(smooth, kernel).astype("int16") - cv2.erode(smooth, kernel)).max(axis=2)
    is_coloured = (edges <= weights.COLOUR_EDGE) & page.ink.tint
    flat = (is_coloured | (cv2.dilate(grounds, kernel, iterations=2) > 0)).astype("uint8")
    flat = cv2.morphologyEx(flat, cv2.MORPH_OPEN, numpy.ones((5, 5), "uint8"))
    return [box for box in _boxes(flat, weights.COLOURED_MIN_SHARE) if min(box.width, box.height) >= side]


def _frames(ink: Handle, side: float) -> list[Box]:
    """Returns the areas that lines close in, such as those of the boxes and circles of a diagram."""
    import cv2

    contours, tree = cv2.findContours(ink, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    found = []
    for contour, (_, _, _, outer) in zip(contours, tree[0].tolist() if contours else (), strict=True):
        if outer >= 0:
            left, top, wide, high = cv2.boundingRect(contour)
            if min(wide, high) >= side:
                found.append(Box(float(left), float(top), float(left + wide), float(top + high)))
    return found


def _boxes(mask: Handle, fill: float = 0.0) -> list[Box]:
    """Returns the boxes of the areas of a mask that fill them enough, in pixels."""
    import cv2

    _, _, measures, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    return [
        Box(float(left), float(top), float(left + wide), float(top + high))
        for left, top, wide, high, area in measures[1:].tolist()
        if area >= fill * wide * high
    ]


def _flat_share(box: Box, fills: Sequence[Box], ink: Handle) -> float:
    """Returns the share of the ink in a box that lies in coloured areas inside of it."""
    inside = sum(fill.width * fill.height for fill in fills if _is_in(fill, box))
    own = ink[int(box.top) : int(box.bottom), int(box.left) : int(box.right)]
    return inside / max(1.0, float(own.sum()))


def _is_in(inner: Box, outer: Box) -> bool:
    return (
        outer.left <= inner.left
        and inner.right <= outer.right
        and outer.top <= inner.top
        and inner.bottom <= outer.bottom
    )
