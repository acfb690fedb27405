"""The light on a picture of a page: a curved plane through its paper, and the shadows on it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.pdf.page.page_view import Handle

_PARTS = 24
"""Number of parts along a side in which the brightness of the paper is measured."""
_MIN_PAPER_SHARE, _MAX_PAPER_DIFFERENCE = 0.25, 14.0
"""Minimum share of the parts that are of paper, and maximum difference of one from the light on the page."""
_SHRUNK_PX, _GROUND_PX = 800, 17
"""Longer side of the small picture on which shadows are followed, and side of letters in it, which hide the ground."""
_EDGE_PX, _MAX_STEP = 5, 0.04
"""Maximum difference of the ground in a shadow over a number of pixels, as a share; the edge of a field has more."""
_MIN_SHADOW_SHARE = 0.04
"""Minimum share of the page that a shadow covers."""
_MIN_FIELD_SHARE, _MIN_REFLECTANCE = 0.01, 0.4
"""Share of the page from which on the light on a field is followed, and how bright beside paper it is at least."""
_MIN_FIELD_FILL = 0.75
"""Minimum share of its box that a field fills."""
_FIELD_EDGE_PX = 15
"""Distance from a field within which the paper beside it is."""
_LIGHT_PX, _REACHES, _MIN_WEIGHT = 12, (0.6, 1.5, 3.0, 6.0, 12.0, 24.0), 0.05
"""Side of the parts of that picture over which the light is averaged, distances in parts over which it is smoothed, and
how much must be known of it there."""
_MIN_LIGHT = 40.0
"""Brightness of paper below which there is no light on it."""


def light_on(grey: Handle) -> Handle | None:
    """Returns the brightness that the paper has at each pixel of a picture; None if hardly any of it is of paper."""
    import numpy

    plane = _plane(grey)
    if plane is None:
        return None
    light = _with_shadows(grey, plane)
    return numpy.maximum(light, _MIN_LIGHT)


def _plane(grey: Handle) -> Handle | None:
    """Returns a curved plane through the bright parts of a page, for each pixel."""
    import numpy

    high, wide = grey.shape
    down, across = max(1, high // _PARTS), max(1, wide // _PARTS)
    bright = _bright_parts(grey, down, across)
    rows, columns = bright.shape
    bright = bright.ravel()
    y, x = numpy.mgrid[0:rows, 0:columns]
    y, x = (y.ravel() + 0.5) * down / high, (x.ravel() + 0.5) * across / wide
    terms = numpy.stack([numpy.ones_like(x), x, y, x * y, x * x, y * y], axis=1)
    kept = bright >= numpy.median(bright) - 3 * _MAX_PAPER_DIFFERENCE
    factors = numpy.zeros(terms.shape[1])
    for _ in range(5):
        if kept.sum() < _MIN_PAPER_SHARE * len(bright):
            return None
        factors = numpy.linalg.lstsq(terms[kept], bright[kept], rcond=None)[0]
        kept = numpy.abs(bright - terms @ factors) <= _MAX_PAPER_DIFFERENCE
    rows_y = (numpy.arange(high) + 0.5)[:, None] / high
    columns_x = (numpy.arange(wide) + 0.5)[None, :] / wide
    a, b, c, d, e, f = (float(factor) for factor in factors)
    return a + b * columns_x + c * rows_y + d * columns_x * rows_y + e * columns_x**2 + f * rows_y**2


def _with_shadows(grey: Handle, plane: Handle) -> Handle:
    """Returns the light on a page with the shadows that the plane does not follow.

    A shadow darkens step by step, on paper and on a coloured field alike; a field or a picture has an edge.
    """
    import cv2
    import numpy

    size = grey.shape[1], grey.shape[0]
    factor = min(1.0, _SHRUNK_PX / max(size))
    small = cv2.medianBlur(cv2.resize(grey, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA), 5)
    ground = cv2.morphologyEx(small, cv2.MORPH_CLOSE, numpy.ones((_GROUND_PX, _GROUND_PX), "uint8")).astype("float32")
    expected = cv2.resize(plane.astype("float32"), ground.shape[::-1], interpolation=cv2.INTER_AREA)
    areas = _areas(ground)
    sizes = numpy.bincount(areas.ravel())
    sizes[0] = 0
    paper = areas == sizes.argmax()
    if (paper & (numpy.abs(ground - expected) > _MAX_PAPER_DIFFERENCE)).mean() < _MIN_SHADOW_SHARE:
        return plane
    light = numpy.where(paper, ground, numpy.float32(0))
    near = cv2.dilate(light, numpy.ones((_FIELD_EDGE_PX, _FIELD_EDGE_PX), "uint8"))
    for number in numpy.flatnonzero(sizes >= _MIN_FIELD_SHARE * areas.size):
        field = areas == number
        _, _, wide, high = cv2.boundingRect(field.astype("uint8"))
        if field.sum() < _MIN_FIELD_FILL * wide * high:  # a part of a photograph
            continue
        edge = field & (near > 0)
        if paper[field].any() or not edge.any():
            continue
        reflectance = float(numpy.median(ground[edge] / near[edge]))
        if reflectance >= _MIN_REFLECTANCE:
            light[field] = ground[field] / reflectance
    return cv2.resize(_filled(light), size, interpolation=cv2.INTER_LINEAR)


def _areas(ground: Handle) -> Handle:
    """Returns the number of the area of each pixel, 0 at the edges of areas."""
    import cv2
    import numpy

    around = numpy.ones((_EDGE_PX, _EDGE_PX), "uint8")
    brightest, darkest = cv2.dilate(ground, around), cv2.erode(ground, around)
    inner = (brightest - darkest <= _MAX_STEP * brightest) & (ground > _MIN_LIGHT)
    return cv2.connectedComponents(inner.astype("uint8"), connectivity=4)[1]


def _filled(light: Handle) -> Handle:
    """Returns the light averaged over parts, that of the nearest ones in those where it is 0."""
    import cv2
    import numpy

    known = (light > 0).astype("float32")
    shape = max(1, light.shape[1] // _LIGHT_PX), max(1, light.shape[0] // _LIGHT_PX)
    light, known = (cv2.resize(each, shape, interpolation=cv2.INTER_AREA) for each in (light, known))
    found = numpy.zeros(light.shape, "float32")
    seen = numpy.zeros(light.shape, bool)
    for reach in _REACHES:
        weight = cv2.GaussianBlur(known, (0, 0), reach)
        near = (weight > _MIN_WEIGHT) & ~seen
        found[near] = cv2.GaussianBlur(light, (0, 0), reach)[near] / weight[near]
        seen |= near
    found[~seen] = found[seen].mean() if seen.any() else 255.0
    return found


def _bright_parts(grey: Handle, down: int, across: int) -> Handle:
    """Returns the brightness of the light pixels in each part of a picture."""
    import numpy

    rows, columns = grey.shape[0] // down, grey.shape[1] // across
    parts = grey[: rows * down, : columns * across].reshape(rows, down, columns, across)
    return numpy.percentile(parts, 90, axis=(1, 3))
