"""Recognition of the text on pictures of pages (OCR) by RapidOCR, an extra. Only this module knows it."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from reader.errors import ReaderError
from reader.gate import clean_line
from reader.importing.pdf.page.geometry import Box
from reader.importing.pdf.recognition.extra import install_hint, is_installed
from reader.importing.pdf.recognition.line_joins import with_joined
from reader.importing.pdf.recognition.line_leads import with_bullets, with_numbers
from reader.importing.pdf.recognition.mark_widths import with_mark_widths
from reader.importing.pdf.recognition.page_turn import turns_of
from reader.importing.pdf.recognition.recognised_line import RecognisedLine
from reader.importing.pdf.weights import recognition as weights

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.pdf.page.page_view import Handle
    from reader.importing.pdf.recognition.page_ink import PageInk
    from reader.importing.pdf.recognition.page_turn import Turns

PIXELS_A_POINT = 200 / 72
"""Resolution in which pages are drawn to be recognised."""
MAX_PIXELS = 24_000_000
"""Maximum number of pixels of a drawn page; a larger one is drawn smaller."""
_RINGS = frozenset("OoQD0〇口")
"""Texts that a ring or a frame is taken for, where a line of a drawing leads to it."""
MAX_SIDE_PX = 3400
"""Longer side above which the recogniser makes a picture smaller: that of two pages beside each other."""
_THREADS = 1
"""Number of threads of the recogniser: more take memory, and CPU time in waiting for each other."""
_LINES_AT_A_TIME = 1
"""Number of lines that are read at a time: those beside a longer one take as much time as that."""
_SMALL_SIDE_PX = 1100
"""Longer side of the small picture in which lines are looked for to tell whether a page is upright."""


def lines_on(page: PageInk) -> list[RecognisedLine]:
    """Returns the lines of text on a picture of a page, in pixels."""
    found = _engine()(page.pixels[:, :, ::-1], use_det=True, use_rec=True)  # a call keeps the choices of the one before
    if found.boxes is None or not found.txts:
        return []
    lines = []
    for corners, text, score in zip(found.boxes, found.txts, found.scores, strict=True):
        box = Box(*(float(value) for value in (*corners.min(axis=0), *corners.max(axis=0))))
        text = with_mark_widths(clean_line(text.strip()))
        if (
            not text
            or score < weights.RECOGNISED_MIN_CONFIDENCE
            or min(box.width, box.height) < 1
            or not page.has_ink(box)
        ):
            continue
        line = RecognisedLine(text, box, page.line(box, text), float(score))
        is_tiny = (
            line.ink is not None
            and line.ink.box.height < weights.TINY_LETTERS_PX
            and score < weights.TINY_MIN_CONFIDENCE
        )
        if not is_tiny and not (line.ink and line.ink.is_cut and text in _RINGS):
            lines.append(line)
    return with_bullets(page, with_numbers(page, with_joined(page, lines, _text_on), _text_on))


def turns_to_upright(pixels: Handle) -> Turns:
    """Returns by how many quarters a page is to be turned to the left so that its text can be read."""
    import cv2

    factor = min(1.0, _SMALL_SIDE_PX / max(pixels.shape[:2]))
    small = cv2.resize(pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    found = _engine()(small[:, :, ::-1], use_det=True, use_rec=False)
    corners = found.boxes if found.boxes is not None else ()
    boxes = [Box(*(float(value) / factor for value in (*each.min(axis=0), *each.max(axis=0)))) for each in corners]
    return turns_of(pixels, boxes, _confidence_in)


def _confidence_in(pixels: Handle) -> float:
    """Returns the confidence of reading a part of a page that has a single line."""
    found = _engine()(pixels[:, :, ::-1], use_det=False, use_rec=True)
    return float(found.scores[0]) if found.scores else 0.0


def _text_on(pixels: Handle) -> str:
    """Returns the text on a part of a page that has a single line."""
    found = _engine()(pixels[:, :, ::-1], use_det=False, use_rec=True)
    return clean_line("".join(found.txts or ()))


@cache
def _engine() -> Handle:
    """Returns the recogniser, with the models in its package: nothing is fetched, and nothing sent.

    Raises:
        ReaderError: It is not installed, or its package has no models.
    """
    if not is_installed():
        raise ReaderError(f"text on pictures is recognised by RapidOCR, which is not installed: {install_hint()}")
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # onnxruntime reports its use to its maker, if nobody forbids it before
    import onnxruntime
    import rapidocr

    onnxruntime.disable_telemetry_events()  # versions on Windows that know no variable
    models = Path(rapidocr.__file__).parent / "models"
    detection, recognition = (sorted(models.glob(f"*_{part}_*.onnx")) for part in ("det", "rec"))
    if not detection or not recognition:
        raise ReaderError("the package rapidocr here has no models of its own; install another version of it")
    return rapidocr.RapidOCR(
        params={
            "Global.use_cls": False,
            "Global.log_level": "critical",
            "Global.max_side_len": MAX_SIDE_PX,
            "EngineConfig.onnxruntime.intra_op_num_threads": _THREADS,
            "Rec.rec_batch_num": _LINES_AT_A_TIME,
            "Det.model_path": str(detection[-1]),
            "Rec.model_path": str(recognition[-1]),
        }
    )
