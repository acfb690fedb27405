"""Scans and photos of pages made straight: a sheet on a darker ground is cut out, crooked lines are turned level."""

from __future__ import annotations

from reader.importing.pdf.weights import recognition as weights

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.pdf.page.page_view import Handle

_MIN_SIDE_PX = 300
"""Width or height of a picture below which it is left as it is."""
_SMALL_PX, _LEVEL_PX = 500, 900
"""Longer side of the small pictures in which the sheet, and the slope of the lines, are looked for."""
_TOUCHING_PX = 5
"""Distance from the edge of the small picture within which a sheet reaches it; one with ground around it does not."""
_MAX_SLOPE_DEG, _STEP_DEG, _FINE_DEG = 8.0, 0.5, 0.05
"""Maximum slope of crooked lines, and the steps in which it is looked for."""


def straight(picture: Handle) -> Handle:
    """Returns the picture of a page with level lines; of a photo of a sheet only the sheet, as if seen from above."""
    from PIL import Image

    if min(picture.size) < _MIN_SIDE_PX:
        return picture
    pixels = _turned_level(_sheet(_pixels(picture)))
    found = Image.fromarray(pixels)
    found.info.update(picture.info)
    return found


def _pixels(picture: Handle) -> Handle:
    import numpy

    return numpy.asarray(picture)


def _sheet(pixels: Handle) -> Handle:
    """Returns the sheet on a photo, or the whole photo if there is none on a darker ground."""
    import cv2
    import numpy

    high, wide = pixels.shape[:2]
    factor = _SMALL_PX / max(high, wide)
    small = cv2.resize(pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    grey = cv2.medianBlur(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), 5)
    _, mask = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    mask = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, numpy.ones((9, 9), "uint8"))
    contours, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not contours:
        return pixels
    hull = cv2.convexHull(max(contours, key=cv2.contourArea))
    corners = cv2.approxPolyDP(hull, weights.SHEET_CORNER_SHARE * cv2.arcLength(hull, True), True)
    share = cv2.contourArea(corners) / (small.shape[0] * small.shape[1])
    if len(corners) != 4 or not weights.SHEET_MIN_SHARE <= share <= weights.SHEET_MAX_SHARE:
        return pixels
    left, top, across, down = cv2.boundingRect(corners)
    ends = (left, top, small.shape[1] - left - across, small.shape[0] - top - down)
    if sum(end <= _TOUCHING_PX for end in ends) > 1:  # a page with a dark picture at an edge
        return pixels
    inside = numpy.zeros(grey.shape, "uint8")
    cv2.fillConvexPoly(inside, corners, 1)
    paper, ground = numpy.median(grey[inside > 0]), numpy.median(grey[inside == 0])
    if paper - ground < weights.SHEET_MIN_CONTRAST:
        return pixels
    return _seen_from_above(pixels, corners.reshape(4, 2).astype("float32") / factor)


def _seen_from_above(pixels: Handle, corners: Handle) -> Handle:
    """Returns a sheet with right angles, by its corners."""
    import cv2
    import numpy

    sums, differences = corners.sum(axis=1), corners[:, 0] - corners[:, 1]
    ordered = corners[[sums.argmin(), differences.argmax(), sums.argmax(), differences.argmin()]]
    if len({tuple(corner) for corner in ordered.tolist()}) < 4:
        return pixels
    sides = numpy.linalg.norm(ordered - numpy.roll(ordered, -1, axis=0), axis=1)
    wide, high = int(max(sides[0], sides[2])), int(max(sides[1], sides[3]))
    target = numpy.array([[0, 0], [wide, 0], [wide, high], [0, high]], "float32")
    matrix = cv2.getPerspectiveTransform(ordered.astype("float32"), target)
    return cv2.warpPerspective(pixels, matrix, (wide, high), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)


def _turned_level(pixels: Handle) -> Handle:
    """Returns a picture turned so that its lines are level, with the paper's brightness at its corners."""
    import cv2
    import numpy

    slope = slope_of(pixels)
    if abs(slope) < weights.SLOPE_MIN_DEG:
        return pixels
    high, wide = pixels.shape[:2]
    matrix = cv2.getRotationMatrix2D((wide / 2, high / 2), slope, 1.0)
    paper = tuple(float(value) for value in numpy.median(pixels.reshape(-1, 3), axis=0))
    return cv2.warpAffine(pixels, matrix, (wide, high), flags=cv2.INTER_CUBIC, borderValue=paper)


def slope_of(pixels: Handle) -> float:
    """Returns the slope of the lines on a picture in degrees, downwards to the right; 0 if none shows."""
    import cv2
    import numpy

    high, wide = pixels.shape[:2]
    factor = min(1.0, _LEVEL_PX / max(high, wide))
    small = cv2.resize(pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    grey = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY)
    ink = cv2.morphologyEx(grey, cv2.MORPH_BLACKHAT, numpy.ones((9, 9), "uint8")).astype("float32")
    middle = (ink.shape[1] / 2, ink.shape[0] / 2)

    def contrast(slope: float) -> float:
        matrix = cv2.getRotationMatrix2D(middle, slope, 1.0)
        rows = cv2.warpAffine(ink, matrix, (ink.shape[1], ink.shape[0]), flags=cv2.INTER_LINEAR).sum(axis=1)
        return float((numpy.diff(rows) ** 2).sum())

    best = max(numpy.arange(-_MAX_SLOPE_DEG, _MAX_SLOPE_DEG + _STEP_DEG, _STEP_DEG), key=contrast)
    best = max(numpy.arange(best - _STEP_DEG, best + _STEP_DEG, _FINE_DEG), key=contrast)
    return float(best) if contrast(best) >= weights.SLOPE_MIN_GAIN * contrast(0.0) else 0.0
