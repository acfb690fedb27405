"""Pages on their side, upside down or with vertical text, detected by reading some of their lines in each turn."""

from __future__ import annotations

from statistics import fmean

from reader.importing.pdf.weights import recognition as weights

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Literal

    from reader.importing.pdf.page.geometry import Box
    from reader.importing.pdf.page.page_view import Handle
    from reader.importing.pdf.recognition.recognised_line import RecognisedLine

    Turns = Literal[0, 1, 2, 3]
    """Number of quarters of a turn to the left."""


def may_be_turned(lines: Sequence[RecognisedLine]) -> bool:
    """Whether a page may lie on a side or upside down: its lines run down, can hardly be read, or there are none."""
    if not lines:
        return True
    down = sum(line.box.height for line in lines if _is_tall(line.box))
    across = sum(line.box.width for line in lines if not _is_tall(line.box))
    return down > across or _weighted(lines) < weights.UPSIDE_DOWN_MAX_CONFIDENCE


def turns_of(pixels: Handle, boxes: Sequence[Box], confidence: Callable[[Handle], float]) -> Turns:
    """Returns by how many quarters a page is to be turned to the left to be upright; 0 if it reads no better then.

    ``boxes`` are those of its lines in pixels; ``confidence`` is that of reading a picture of one line, from 0 to 1.
    A page of vertical text is turned as well: to the left, its first column is the first line, and the recogniser reads
    characters that lie so.
    """
    import numpy

    longest = sorted(boxes, key=lambda box: max(box.width, box.height))[-weights.TURN_LINES :]
    if not longest:
        return 0
    is_down = sum(map(_is_tall, longest)) * 2 > len(longest)
    crops = [_part(pixels, box) for box in longest if _is_tall(box) == is_down]

    def read(turns: Turns) -> float:
        return fmean(confidence(_beginning(numpy.rot90(crop, turns))) for crop in crops)

    now = 0.0 if is_down else read(0)
    turned: tuple[Turns, ...] = (1, 3) if is_down else (2,)
    best, turns = max((read(each), each) for each in turned)
    return turns if best >= max(weights.TURN_MIN_CONFIDENCE, now + weights.TURN_MIN_GAIN) else 0


def _is_tall(box: Box) -> bool:
    return box.height > weights.UPRIGHT_LINE_RATIO * box.width


def _weighted(lines: Sequence[RecognisedLine]) -> float:
    """Returns the usual confidence of lines, weighted by their characters."""
    return sum(line.confidence * len(line.text) for line in lines) / sum(len(line.text) for line in lines)


def _part(pixels: Handle, box: Box) -> Handle:
    return pixels[max(0, int(box.top)) : int(box.bottom) + 1, max(0, int(box.left)) : int(box.right) + 1]


def _beginning(line: Handle) -> Handle:
    """Returns the beginning of the picture of a line, which is enough to tell whether it can be read."""
    import numpy

    return numpy.ascontiguousarray(line[:, : int(weights.TURN_MAX_LENGTH_RATIO * line.shape[0])])
