"""Recognition of the text on pictures of pages (OCR) by RapidOCR, an extra. Only this module knows it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reader.errors import ReaderError
from reader.gate import clean_line
from reader.importing.pdf.geometry import Box
from reader.importing.pdf.recognised_pages import RecognisedLine
from reader.importing.pdf.recognition_extra import install_hint, is_installed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.pdf.page_view import Handle

PIXELS_A_POINT = 200 / 72
"""Resolution in which pages are drawn to be recognised."""
MAX_PIXELS = 24_000_000
"""Maximum number of pixels of a drawn page; a larger one is drawn smaller."""
_MIN_SCORE = 0.5
"""Confidence of the recogniser below which a line is taken for an ornament."""
_DARK, _LIGHT_CONTRAST = 0.5, 24
"""Share of the range between the lightest and the darkest pixel below which one is dark; the least such range."""
_INK_DIFFERENCE = 28
"""Difference from the colour of the paper from which on a pixel is a part of a picture or rule."""
_RULE_PX, _PICTURE_PX = 70, 120
"""Minimum length of a rule, and minimum width and height of a picture."""
_PICTURE_FILL = 0.45
"""Minimum share of its box that a picture fills."""


def lines_on(picture: Handle, points_a_pixel: float) -> list[RecognisedLine]:
    """Returns the lines of text on a picture of a page, at their places in points."""
    import numpy

    pixels = numpy.asarray(picture)
    found = _engine()(pixels[:, :, ::-1])
    if found.boxes is None or not found.txts:
        return []
    grey = pixels.mean(axis=2)
    lines = []
    for corners, text, score in zip(found.boxes, found.txts, found.scores, strict=True):
        left, top = (float(value) for value in corners.min(axis=0))
        right, bottom = (float(value) for value in corners.max(axis=0))
        if not text.strip() or score < _MIN_SCORE or right - left < 1 or bottom - top < 1:
            continue
        stroke = _stroke_px(grey[int(top) : int(bottom) + 1, int(left) : int(right) + 1]) / (bottom - top)
        box = Box(*(value * points_a_pixel for value in (left, top, right, bottom)))
        lines.append(RecognisedLine(clean_line(text.strip()), box, stroke))
    return lines


def areas_on(picture: Handle, lines: list[RecognisedLine], points_a_pixel: float) -> list[Box]:
    """Returns the pictures and rules on a picture of a page: large areas without text, and straight lines."""
    import cv2
    import numpy

    grey = numpy.asarray(picture.convert("L")).astype("int16")
    paper = int(numpy.median(grey))
    ink = (numpy.abs(grey - paper) > _INK_DIFFERENCE).astype("uint8")
    for line in lines:
        left, top, right, bottom = (
            int(value / points_a_pixel) for value in (line.box.left, line.box.top, line.box.right, line.box.bottom)
        )
        ink[max(0, top) : bottom + 1, max(0, left) : right + 1] = 0
    level = cv2.morphologyEx(ink, cv2.MORPH_OPEN, numpy.ones((1, _RULE_PX), "uint8"))
    upright = cv2.morphologyEx(ink, cv2.MORPH_OPEN, numpy.ones((_RULE_PX, 1), "uint8"))
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, numpy.ones((9, 9), "uint8"))
    found = [
        *(box for box in _boxes(level) if box.height <= 8),
        *(box for box in _boxes(upright) if box.width <= 8),
        *(box for box in _boxes(closed, _PICTURE_FILL) if min(box.width, box.height) >= _PICTURE_PX),
    ]
    return [Box(*(edge * points_a_pixel for edge in (box.left, box.top, box.right, box.bottom))) for box in found]


def _boxes(mask: Handle, fill: float = 0.0) -> list[Box]:
    """Returns the boxes of the areas of a mask that fill them enough, in pixels."""
    import cv2

    _, _, measures, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    return [
        Box(float(left), float(top), float(left + wide), float(top + high))
        for left, top, wide, high, area in measures[1:].tolist()
        if area >= fill * wide * high
    ]


def _stroke_px(grey: Handle) -> float:
    """Returns the usual thickness of the strokes on a part of a picture: area divided by half the outline."""
    darkest, lightest = float(grey.min()), float(grey.max())
    if lightest - darkest < _LIGHT_CONTRAST:
        return 0.0
    dark = grey < darkest + _DARK * (lightest - darkest)
    if dark.mean() > _DARK:  # light on dark
        dark = ~dark
    outline = int((dark[:, 1:] != dark[:, :-1]).sum() + (dark[1:] != dark[:-1]).sum())
    return 2.0 * float(dark.sum()) / outline if outline else 0.0


@cache
def _engine() -> Handle:
    """Returns the recogniser, with the models in its package: nothing is fetched.

    Raises:
        ReaderError: It is not installed, or its package has no models.
    """
    if not is_installed():
        raise ReaderError(f"text on pictures is recognised by RapidOCR, which is not installed: {install_hint()}")
    import rapidocr

    models = Path(rapidocr.__file__).parent / "models"
    detection, recognition = (sorted(models.glob(f"*_{part}_*.onnx")) for part in ("det", "rec"))
    if not detection or not recognition:
        raise ReaderError("the package rapidocr here has no models of its own; install another version of it")
    return rapidocr.RapidOCR(
        params={
            "Global.use_cls": False,
            "Global.log_level": "critical",
            "Det.model_path": str(detection[-1]),
            "Rec.model_path": str(recognition[-1]),
        }
    )
