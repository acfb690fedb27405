"""The ink of a page's picture: evenly lit, and measured in the boxes of recognised lines."""

from __future__ import annotations

from functools import cached_property

from reader.importing.pdf.page.geometry import Box
from reader.importing.pdf.recognition.line_extents import odd_letters
from reader.importing.pdf.recognition.page_light import light_on
from reader.importing.pdf.recognition.recognised_line import LineInk
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.pdf.page.page_view import Handle

_DARK_PAPER = 110
"""Brightness below which the ground of a page is no paper in a shadow, but dark."""
_INK_DIFFERENCE = 28.0
"""Difference from the paper from which on a pixel is ink, on a picture with full contrast."""
_TINT_DIFFERENCE, _NOISY_TINT_DIFFERENCE = 8, 14
"""Difference from the paper that a light colour makes, and the same on a picture with noise."""
_MAX_TINT_NOISE, _NOISY_PX = 1.0, 11
"""Noise from which on a picture is smoothed to see its light colours, and side of the parts over which it is."""
_NOISE_FACTOR, _NOISE_TO_BLUR = 3.5, 3.0
"""Least ink as a multiple of the noise of a picture, and noise from which on it is smoothed."""
_MAX_GAIN = 4.0
"""Maximum factor by which a weak contrast is made stronger."""
_MIN_CONTRAST = 24.0
"""Range of brightness below which there is no ink in a box."""
_MAX_INK_SHARE, _MAX_EDGE_SHARE = 0.6, 0.25
"""Share of a box, and of its upper or lower edge, above which its dark pixels are those of a picture."""
_MAX_UNEVENNESS = 0.11
"""Usual difference of the ground under letters from its middle, in their contrast, above which it is a picture."""
_SMOOTH_PX = 5
"""Side of the parts of a picture over which its noise is smoothed."""
_BAR_SHARE, _BAR_DEPTH = 0.7, 0.2
"""Share of a row that a bar fills, and the part of a box at its upper and lower edge that may have one."""
_MIN_SIDE_PX = 8
"""Width and height of a box below which nothing is measured in it."""
_PAD_SHARE, _EDGE_SHARE = 0.12, 0.06
"""Parts of the height of a box beyond its sides, and above and below it, that belong to it."""
_TORN_HEIGHT, _TORN_WIDTH, _RULE_WIDTH, _RULE_HEIGHT, _SPECK = 0.45, 0.25, 4.0, 0.15, 0.06
"""Shapes that are no letters, in heights of the box: cut off by its edges, long and flat, and tiny."""
_MIN_LETTER_SHARE, _MAX_MARGIN = 0.6, 0.7
"""Share of the ink in a box that is of letters, and margin beside them in heights; on a picture they differ."""
_TALL = 0.3
"""Height of a part of a letter, in heights of the box, above which it is no punctuation."""
_MIN_PARTS_TO_LEVEL = 12
"""Number of letters from which on they show the slope of their line."""
_MIN_GAP = 0.6
"""Width of a gap in a line, in heights of the box, from which on its place is kept."""
_CORE = 0.8
"""Share of the contrast that the pixels inside of strokes have."""
_MIN_COLOUR, _LIGHT = 70, 190
"""Differences of red, green and blue that make a colour, and brightness of light text."""


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
        self._light = light_on(grey) if numpy.median(grey) >= _DARK_PAPER else None
        self.grey, self.paper, gain = _evenly_lit(grey, self._light)
        self._noise = gain * _noise_of(grey)

    @cached_property
    def ink(self) -> Ink:
        """All pixels that are not paper, letters among them."""
        import cv2
        import numpy

        grey = self.grey
        if self._noise > _NOISE_TO_BLUR:
            grey = cv2.medianBlur(cv2.medianBlur(grey, 3), 3)
        least = max(_INK_DIFFERENCE, _NOISE_FACTOR * self._noise)
        differences = numpy.abs(grey.astype("int16") - self.paper)
        if not self.is_noisy:
            return Ink((differences > least).astype("uint8"), least, differences > _TINT_DIFFERENCE, _TINT_DIFFERENCE)
        smooth = numpy.abs(cv2.medianBlur(self.grey, _NOISY_PX).astype("int16") - self.paper)
        tint = smooth > _NOISY_TINT_DIFFERENCE
        return Ink((differences > least).astype("uint8"), least, tint, _NOISY_TINT_DIFFERENCE)

    @property
    def is_noisy(self) -> bool:
        """Whether light colours are hidden by noise."""
        return self._noise >= _MAX_TINT_NOISE

    def has_ink(self, box: Box) -> bool:
        """Whether anything is in a box, in pixels: a recogniser may read a blank."""
        return bool(self.ink.mask[int(max(0, box.top)) : int(box.bottom), int(max(0, box.left)) : int(box.right)].any())

    def line(self, box: Box, text: str) -> LineInk | None:
        """Measures the ink of a line in its box, in pixels; None if it is on a picture, or has no contrast."""
        import cv2
        import numpy

        pad, border = int(_PAD_SHARE * box.height) + 1, _EDGE_SHARE * box.height
        left, top = max(0, int(box.left) - pad), max(0, int(box.top - border))
        crop = self.grey[top : int(box.bottom + border) + 1, left : int(box.right) + 1 + pad].astype("int16")
        if min(crop.shape) < _MIN_SIDE_PX:
            return None
        ground = float(numpy.median(crop))
        differences = numpy.abs(crop - ground)
        smooth = numpy.abs(cv2.medianBlur(crop, _SMOOTH_PX) - ground)  # noise shows on a grey ground, not on white
        contrast = float(numpy.percentile(differences, 98))
        if contrast < _MIN_CONTRAST:
            return None
        mask = (differences > contrast / 2).astype("uint8")
        first, last = _without_bars(mask)
        mask, differences, smooth = mask[first:last], differences[first:last], smooth[first:last]
        if mask.mean() > _MAX_INK_SHARE or min(mask[0].mean(), mask[-1].mean()) > _MAX_EDGE_SHARE:
            return None
        ground_only = smooth[cv2.dilate(mask, numpy.ones((3, 3), "uint8")) == 0]  # a blurred scan has edges of letters
        if not len(ground_only) or float(numpy.percentile(ground_only, 60)) > _MAX_UNEVENNESS * contrast:
            return None
        parts, share = _letter_parts(mask, pad)
        if share < _MIN_LETTER_SHARE or not _spans(parts, mask, pad):
            return None
        core = differences > _CORE * contrast
        rows, columns = slice(top + first, top + last), slice(left, left + mask.shape[1])
        colour = self.pixels[rows, columns][core].mean(axis=0)
        if self._light is not None:
            colour = numpy.minimum(255.0, colour * 255.0 / self._light[rows, columns].mean())
        return _measured(parts, mask, (left, top + first), _colour(colour), ground, text)


def _measured(parts: Handle, mask: Handle, at: tuple[int, int], colour: int, ground: float, text: str) -> LineInk:
    """Returns the measures of a line by the boxes of its letters, which are rows of left, top, right and bottom."""
    import numpy

    high, left = mask.shape[0], at[0]
    tall = parts[(parts[:, 3] - parts[:, 1]) >= _TALL * high]
    tall = tall if len(tall) else parts
    if len(text) == 1:  # beside a drop cap, the box of which may have the beginnings of lines
        parts = tall
    tops, bottoms = tall[:, 1].astype(float), tall[:, 3].astype(float)
    if len(tall) >= _MIN_PARTS_TO_LEVEL:
        middles = (tall[:, 0] + tall[:, 2]) / 2
        near = numpy.abs(bottoms - numpy.median(bottoms)) <= high / 4
        if near.sum() >= _MIN_PARTS_TO_LEVEL:
            slope = numpy.polyfit(middles[near], bottoms[near], 1)[0]
            tops, bottoms = (edges - slope * (middles - middles.mean()) for edges in (tops, bottoms))
    high_odd, deep_odd = (min(count, len(tall) // 4) for count in odd_letters(text))  # the others show the size
    box = Box(
        float(left + parts[:, 0].min()),
        float(at[1] + numpy.sort(tops)[high_odd]),
        float(left + parts[:, 2].max()),
        float(at[1] + numpy.sort(bottoms)[-1 - deep_odd]),
    )
    foot = float(at[1] + numpy.median(bottoms))
    is_cut = bool(mask[:, 0].any() or mask[:, -1].any())
    outline = int((mask[:, 1:] != mask[:, :-1]).sum() + (mask[1:] != mask[:-1]).sum())
    stroke = 2.0 * float(mask.sum()) / outline if outline else 0.0
    return LineInk(box, foot, stroke, colour, ground, _gaps(parts, left, _MIN_GAP * high), is_cut)


def _without_bars(mask: Handle) -> tuple[int, int]:
    """Returns the first row and the end of the rows of a line's box without bars over and under its letters."""
    rows = mask.mean(axis=1) > _BAR_SHARE
    high = len(rows)
    deep = int(_BAR_DEPTH * high)
    first = max((at + 1 for at in range(deep) if rows[at]), default=0)
    last = min((high - 1 - at for at in range(deep) if rows[high - 1 - at]), default=high)
    return first, last


def _spans(parts: Handle, mask: Handle, pad: int) -> bool:
    """Whether letters reach to the sides of the box of their line; on a picture they may not."""
    reach = pad + _MAX_MARGIN * mask.shape[0]
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
    is_torn = ((is_at_top | is_at_bottom) & (tall < _TORN_HEIGHT * high)) | (is_at_top & is_at_bottom)
    is_beside = (right <= pad) | (left >= mask.shape[1] - pad)
    reach = pad + _TORN_WIDTH * high
    is_beside |= ((left == 0) & (right <= reach)) | ((right >= mask.shape[1]) & (left >= mask.shape[1] - reach))
    is_rule = (wide > _RULE_WIDTH * high) & (tall < _RULE_HEIGHT * high)
    is_speck = area < max(2.0, (_SPECK * high) ** 2)
    kept = measures[1:][~(is_torn | is_beside | is_rule | is_speck)].copy()
    share = float(kept[:, 4].sum()) / max(1.0, float(measures[1:, 4].sum()))
    kept[:, 2] += kept[:, 0]
    kept[:, 3] += kept[:, 1]
    return kept[:, :4], share if len(kept) else 0.0


def _gaps(parts: Handle, left: int, least: float) -> tuple[tuple[float, float], ...]:
    """Returns the beginnings and ends of the wide gaps between letters."""
    found = []
    end: int | None = None
    for first, last in sorted(zip(parts[:, 0].tolist(), parts[:, 2].tolist(), strict=True)):
        if end is not None and first - end >= least:
            found.append((float(left + end), float(left + first)))
        end = last if end is None else max(end, last)
    return tuple(found)


def _colour(mean: Handle) -> int:
    """Returns the kind of a colour: black and grey are one, white is one, and the others are six."""
    red, green, blue = (float(value) for value in mean)
    lightest, darkest = max(red, green, blue), min(red, green, blue)
    if lightest - darkest < _MIN_COLOUR:
        return 0xFFFFFF if darkest > _LIGHT else 0
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
    if usual < _DARK_PAPER:
        return grey, usual, 1.0
    even = numpy.minimum(255.0, grey * (255.0 / light)) if light is not None else grey + (255.0 - usual)
    dark = float(numpy.percentile(even, 0.5))
    gain = min(_MAX_GAIN, 255.0 / max(1.0, 255.0 - dark))
    return numpy.clip(255.0 - (255.0 - even) * gain, 0, 255).astype("uint8"), 255, gain
