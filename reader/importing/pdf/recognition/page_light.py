"""The light on a picture of a page: a curved plane through its paper, and the shadows on it."""

from __future__ import annotations

from reader.importing.pdf.weights import recognition as weights

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.pdf.page.page_view import Handle

_PARTS = 24
"""Number of parts along a side in which the brightness of the paper is measured."""
_SHRUNK_PX, _GROUND_PX = 800, 17
"""Longer side of the small picture on which shadows are followed, and side of letters in it, which hide the ground."""
_EDGE_PX = 5
"""Side of the parts of that picture in which the edge of a field shows."""
_FIELD_EDGE_PX = 15
"""Distance from a field within which the paper beside it is."""
_LIGHT_PX, _REACHES = 12, (0.6, 1.5, 3.0, 6.0, 12.0, 24.0)
"""Side of the parts of that picture over which the light is averaged, and distances of smoothing, in parts."""

_ROUNDS = 3
"""Number of times that the brightness of paper is looked for around the one found before."""


def light_on(grey: Handle) -> Handle | None:
    """Returns the brightness that the paper has at each pixel of a picture; None if hardly any of it is of paper."""
    import numpy

    plane = _plane(grey)
    if plane is None:
        return None
    light = numpy.maximum(_with_shadows(grey, plane), weights.LIGHT_MIN)
    return light * _paper_in(grey / light)


def _paper_in(shares: Handle) -> float:
    """Returns the usual share of the light that paper has; noise makes the lightest pixels of it lighter than that."""
    import numpy

    usual = 1.0
    for _ in range(_ROUNDS):
        paper = shares[numpy.abs(shares - usual) <= weights.PAPER_NOISE_SHARE]
        usual = float(numpy.median(paper)) if len(paper) else usual
    return usual


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
    kept = bright >= numpy.median(bright) - 3 * weights.PAPER_MAX_DIFFERENCE
    factors = numpy.zeros(terms.shape[1])
    for _ in range(5):
        if kept.sum() < weights.PAPER_MIN_SHARE * len(bright):
            return None
        factors = numpy.linalg.lstsq(terms[kept], bright[kept], rcond=None)[0]
        kept = numpy.abs(bright - terms @ factors) <= weights.PAPER_MAX_DIFFERENCE
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
    if (paper & (numpy.abs(ground - expected) > weights.PAPER_MAX_DIFFERENCE)).mean() < weights.SHADOW_MIN_SHARE:
        return plane
    light = numpy.where(paper, ground, numpy.float32(0))
    near = cv2.dilate(light, numpy.ones((_FIELD_EDGE_PX, _FIELD_EDGE_PX), "uint8"))
    for number in numpy.flatnonzero(sizes >= weights.FIELD_MIN_SHARE * areas.size):
        field = areas == number
        _, _, wide, high = cv2.boundingRect(field.astype("uint8"))
        if field.sum() < weights.FIELD_MIN_FILL * wide * high:  # a part of a photograph
            continue
        edge = field & (near > 0)
        if paper[field].any() or not edge.any():
            continue
        reflectance = float(numpy.median(ground[edge] / near[edge]))
        if reflectance >= weights.FIELD_MIN_BRIGHTNESS_SHARE:
            light[field] = ground[field] / reflectance
    return cv2.resize(_filled(light), size, interpolation=cv2.INTER_LINEAR)


def _areas(ground: Handle) -> Handle:
    """Returns the number of the area of each pixel, 0 at the edges of areas."""
    import cv2
    import numpy

    around = numpy.ones((_EDGE_PX, _EDGE_PX), "uint8")
    brightest, darkest = cv2.dilate(ground, around), cv2.erode(ground, around)
    inner = (brightest - darkest <= weights.SHADOW_MAX_STEP_SHARE * brightest) & (ground > weights.LIGHT_MIN)
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
        near = (weight > weights.LIGHT_MIN_KNOWN_SHARE) & ~seen
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
