"""The ink of a page's picture: evenly lit, and measured in the boxes of recognised lines."""

from __future__ import annotations

from functools import cached_property

from reader.importing.pdf.page.geometry import Box
from reader.importing.pdf.recognition.line_extents import extent_of, odd_letters
from reader.importing.pdf.recognition.page_light import light_on
from reader.importing.pdf.recognition.recognised_line import LineInk
from reader.importing.pdf.weights import recognition as weights
from reader.importing.scripts import count_han
from reader.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.pdf.page.page_view import Handle

NOISY_PX = 11
"""Side of the parts of a picture with noise over which its colours are smoothed."""
_SMOOTH_PX = 5
"""Side of the parts of a picture over which its noise is smoothed."""
_MIN_SIDE_PX = 8
"""Width and height of a box below which nothing is measured in it."""


@record
class Ink:
    """The pixels of a page that are not paper."""

    mask: Handle
    """1 where ink is, 0 elsewhere."""
    least: float
    """Difference from the paper from which on a pixel is ink."""
    tint: Handle
    """True where the paper has a light colour, and at ink."""
    least_tint: float
    """Difference from the paper from which on it has a light colour."""


class PageInk:
    """A picture of a page, with the light on it made even."""

    def __init__(self, picture: Handle) -> None:
        import cv2
        import numpy

        self.pixels: Handle = numpy.asarray(picture)
        grey = cv2.cvtColor(self.pixels, cv2.COLOR_RGB2GRAY)
        self._light = light_on(grey) if numpy.median(grey) >= weights.DARK_PAPER else None
        self.grey, self.paper, gain = _evenly_lit(grey, self._light)
        self._noise = gain * _noise_of(grey)

    @cached_property
    def _differences(self) -> Handle:
        """Differences of the pixels from the paper, without noise."""
        import cv2
        import numpy

        grey = self.grey
        if self._noise > weights.NOISE_TO_BLUR:
            grey = cv2.medianBlur(cv2.medianBlur(grey, 3), 3)
        return numpy.abs(grey.astype("int16") - self.paper)

    @cached_property
    def ink(self) -> Ink:
        """All pixels that are not paper, letters among them."""
        import cv2
        import numpy

        least = max(weights.INK_DIFFERENCE, weights.NOISE_FACTOR * self._noise)
        differences = self._differences
        mask = (differences > least).astype("uint8")
        if not self.is_noisy:
            return Ink(mask, least, differences > weights.TINT_DIFFERENCE, weights.TINT_DIFFERENCE)
        smooth = numpy.abs(cv2.medianBlur(self.grey, NOISY_PX).astype("int16") - self.paper)
        return Ink(mask, least, smooth > weights.TINT_NOISY_DIFFERENCE, weights.TINT_NOISY_DIFFERENCE)

    def without_faint_ink(self) -> Ink:
        """Returns the ink, without any that may show through the sheet from its back."""
        least = max(self.ink.least, weights.SHOW_THROUGH_MAX_CONTRAST)
        return replace(self.ink, mask=(self._differences > least).astype("uint8"), least=least)

    def contrast(self, box: Box) -> float:
        """Returns the difference of the letters in a box, in pixels, from their ground."""
        import numpy

        crop = self.grey[int(max(0, box.top)) : int(box.bottom) + 1, int(max(0, box.left)) : int(box.right) + 1]
        return float(numpy.percentile(numpy.abs(crop.astype("int16") - numpy.median(crop)), 98)) if crop.size else 0.0

    @property
    def is_noisy(self) -> bool:
        """Whether light colours are hidden by noise."""
        return self._noise >= weights.TINT_MAX_NOISE

    def has_ink(self, box: Box) -> bool:
        """Whether anything is in a box, in pixels: a recogniser may read a blank."""
        return bool(self.ink.mask[int(max(0, box.top)) : int(box.bottom), int(max(0, box.left)) : int(box.right)].any())

    def line(self, box: Box, text: str) -> LineInk | None:
        """Measures the ink of a line in its box, in pixels; None if it is on a picture, or has no contrast."""
        import cv2
        import numpy

        pad, border = int(weights.LINE_SIDE_PAD_SHARE * box.height) + 1, weights.LINE_EDGE_PAD_SHARE * box.height
        left, top = max(0, int(box.left) - pad), max(0, int(box.top - border))
        crop = self.grey[top : int(box.bottom + border) + 1, left : int(box.right) + 1 + pad].astype("int16")
        if min(crop.shape) < _MIN_SIDE_PX:
            return None
        usual = float(numpy.median(crop))
        differences = numpy.abs(crop - usual)
        smooth = numpy.abs(cv2.medianBlur(crop, _SMOOTH_PX) - usual)  # noise shows on a grey ground, not on white
        contrast = float(numpy.percentile(differences, 98))
        if contrast < weights.INK_MIN_CONTRAST:
            return None
        mask = (differences > contrast / 2).astype("uint8")
        first, last = _without_bars(mask)
        mask, differences, smooth = mask[first:last], differences[first:last], smooth[first:last]
        if mask.mean() > weights.BOX_MAX_INK_SHARE or min(mask[0].mean(), mask[-1].mean()) > weights.EDGE_MAX_INK_SHARE:
            return None
        is_ground = cv2.dilate(mask, numpy.ones((3, 3), "uint8")) == 0  # a blurred scan has edges of letters
        if not is_ground.any():
            return None
        if float(numpy.percentile(smooth[is_ground], 60)) > weights.GROUND_MAX_UNEVENNESS * contrast:
            return None
        ground = float(numpy.median(crop[first:last][is_ground]))  # that of all pixels is darkened by the edges
        parts, share = _letter_parts(mask, pad)
        if share < weights.LETTERS_MIN_INK_SHARE or not _spans(parts, mask, pad):
            return None
        core = differences > weights.STROKE_CORE_SHARE * contrast
        rows, columns = slice(top + first, top + last), slice(left, left + mask.shape[1])
        colour = self.pixels[rows, columns][core].mean(axis=0)
        if self._light is not None:
            colour = numpy.minimum(255.0, colour * 255.0 / self._light[rows, columns].mean())
        measured = _measured(parts, mask, (left, top + first), _colour(colour), ground, text)
        level = _level_strokes(differences > contrast * weights.FAINT_STROKE_SHARE)
        gaps = _gaps(numpy.concatenate([parts[:, [0, 2]], level]), left, weights.LINE_GAP_MIN_RATIO * mask.shape[0])
        return replace(measured, gaps=gaps)


def _measured(parts: Handle, mask: Handle, at: tuple[int, int], colour: int, ground: float, text: str) -> LineInk:
    """Returns the measures of a line, but for its gaps, by the left, top, right and bottom of its letters."""
    import numpy

    high, left = mask.shape[0], at[0]
    tall = parts[(parts[:, 3] - parts[:, 1]) >= weights.LETTER_PART_MIN_HEIGHT_RATIO * high]
    tall = tall if len(tall) else parts
    if len(text) == 1:  # beside a drop cap, the box of which may have the beginnings of lines
        parts = tall
    tops, bottoms = tall[:, 1].astype(float), tall[:, 3].astype(float)
    if len(tall) >= weights.LEVEL_MIN_PARTS:
        middles = (tall[:, 0] + tall[:, 2]) / 2
        near = numpy.abs(bottoms - numpy.median(bottoms)) <= high / 4
        if near.sum() >= weights.LEVEL_MIN_PARTS:
            slope = numpy.polyfit(middles[near], bottoms[near], 1)[0]
            tops, bottoms = (edges - slope * (middles - middles.mean()) for edges in (tops, bottoms))
    top = _top_beside_lead(text, tall, tops, float(numpy.median(bottoms)))
    high_odd, deep_odd = (min(count, len(tall) // 4) for count in odd_letters(text))  # the others show the size
    box = Box(
        float(left + parts[:, 0].min()),
        float(at[1] + (numpy.sort(tops)[high_odd] if top is None else top)),
        float(left + parts[:, 2].max()),
        float(at[1] + numpy.sort(bottoms)[-1 - deep_odd]),
    )
    foot = float(at[1] + numpy.median(bottoms))
    is_cut = bool(mask[:, 0].any() or mask[:, -1].any())
    outline = int((mask[:, 1:] != mask[:, :-1]).sum() + (mask[1:] != mask[:-1]).sum())
    stroke = 2.0 * float(mask.sum()) / outline if outline else 0.0
    return LineInk(box, foot, stroke, colour, ground, is_cut=is_cut)


def _top_beside_lead(text: str, tall: Handle, tops: Handle, foot: float) -> float | None:
    """Returns the upper edge of the second half of a line that begins with larger words; None if it does not.

    Both halves need letters of one height, and in Han characters the width shows the size.
    """
    half = len(text) // 2
    ups = [extent.up if (extent := extent_of(part)) else 0.0 for part in (text[:half], text[half + 2 :])]
    middle = (tall[:, 0].min() + tall[:, 2].max()) / 2
    is_after = tall[:, 0] > middle
    if len(text) < weights.LEAD_MIN_CHARACTERS or count_han(text) or ups[0] > ups[1] or not is_after.any():
        return None
    top, top_after = float(tops.min()), float(tops[is_after].min())
    is_larger = foot - top >= weights.LARGER_LEAD_MIN_RATIO * (foot - top_after) > 0
    return top_after if is_larger and top_after - top >= weights.LEAD_MIN_DIFFERENCE_PX else None


def _without_bars(mask: Handle) -> tuple[int, int]:
    """Returns the first row and the end of the rows of a line's box without bars over and under its letters."""
    rows = mask.mean(axis=1) > weights.BAR_MIN_SHARE
    high = len(rows)
    deep = int(weights.BAR_DEPTH_SHARE * high)
    first = max((at + 1 for at in range(deep) if rows[at]), default=0)
    last = min((high - 1 - at for at in range(deep) if rows[high - 1 - at]), default=high)
    return first, last


def _spans(parts: Handle, mask: Handle, pad: int) -> bool:
    """Whether letters reach to the sides of the box of their line; on a picture they may not."""
    reach = pad + weights.LETTERS_MAX_MARGIN_RATIO * mask.shape[0]
    across = parts[:, 0].min() <= reach and parts[:, 2].max() >= mask.shape[1] - reach
    return bool(across)


def _letter_parts(mask: Handle, pad: int) -> tuple[Handle, float]:
    """Returns the boxes of the parts of letters in the box of a line, and their share of the ink in it.

    The box has a border of ``pad`` pixels at its sides.
    """
    import cv2

    _, _, measures, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    high = mask.shape[0]
    left, top, wide, tall, area = (measures[1:, column] for column in range(5))
    is_at_top, is_at_bottom, right = top == 0, top + tall >= high, left + wide
    is_torn = ((is_at_top | is_at_bottom) & (tall < weights.TORN_MAX_HEIGHT_RATIO * high)) | (is_at_top & is_at_bottom)
    is_beside = (right <= pad) | (left >= mask.shape[1] - pad)
    reach = pad + weights.TORN_REACH_RATIO * high
    is_beside |= ((left == 0) & (right <= reach)) | ((right >= mask.shape[1]) & (left >= mask.shape[1] - reach))
    is_rule = (wide > weights.INK_RULE_MIN_WIDTH_RATIO * high) & (tall < weights.INK_RULE_MAX_HEIGHT_RATIO * high)
    is_speck = area < max(2.0, (weights.INK_SPECK_RATIO * high) ** 2)
    kept = measures[1:][~(is_torn | is_beside | is_rule | is_speck)].copy()
    share = float(kept[:, 4].sum()) / max(1.0, float(measures[1:, 4].sum()))
    kept[:, 2] += kept[:, 0]
    kept[:, 3] += kept[:, 1]
    return kept[:, :4], share if len(kept) else 0.0


def _level_strokes(mask: Handle) -> Handle:
    """Returns the beginnings and ends of level strokes in the middle of a line, as of ``一``, which may be faint."""
    import cv2
    import numpy

    high = mask.shape[0]
    margin = int(weights.BAR_DEPTH_SHARE * high)
    middle = mask[margin : high - margin].astype("uint8")
    wide = numpy.ones((1, max(3, int(weights.LEVEL_STROKE_MIN_RATIO * high))), "uint8")
    columns = cv2.morphologyEx(middle, cv2.MORPH_OPEN, wide).any(axis=0)
    edges = numpy.flatnonzero(numpy.diff(numpy.concatenate([[False], columns, [False]]).astype("int8")))
    return edges.reshape(-1, 2)


def _gaps(parts: Handle, left: int, least: float) -> tuple[tuple[float, float], ...]:
    """Returns the beginnings and ends of the wide gaps between the beginnings and ends of letters."""
    found = []
    end: int | None = None
    for first, last in sorted(map(tuple, parts.tolist())):
        if end is not None and first - end >= least:
            found.append((float(left + end), float(left + first)))
        end = last if end is None else max(end, last)
    return tuple(found)


def _colour(mean: Handle) -> int:
    """Returns the kind of a colour: black and grey are one, white is one, and the others are six."""
    red, green, blue = (float(value) for value in mean)
    lightest, darkest = max(red, green, blue), min(red, green, blue)
    if lightest - darkest < weights.INK_MIN_COLOUR:
        return 0xFFFFFF if darkest > weights.INK_LIGHT else 0
    middle = (lightest + darkest) / 2
    return sum(0xFF << shift for value, shift in ((red, 16), (green, 8), (blue, 0)) if value > middle)


def _noise_of(grey: Handle) -> float:
    """Returns the usual difference of a pixel from those around it."""
    import cv2
    import numpy

    return 1.48 * float(numpy.median(numpy.abs(grey.astype("int16") - cv2.medianBlur(grey, 3))))


def _evenly_lit(grey: Handle, light: Handle | None) -> tuple[Handle, int, float]:
    """Returns a picture with even light and full contrast, its paper's brightness, and the gain in contrast."""
    import numpy

    usual = int(numpy.median(grey))
    if usual < weights.DARK_PAPER:
        return grey, usual, 1.0
    even = numpy.minimum(255.0, grey * (255.0 / light)) if light is not None else grey + (255.0 - usual)
    dark = float(numpy.percentile(even, 0.5))
    gain = min(weights.INK_MAX_GAIN, 255.0 / max(1.0, 255.0 - dark))
    return numpy.clip(255.0 - (255.0 - even) * gain, 0, 255).astype("uint8"), 255, gain
