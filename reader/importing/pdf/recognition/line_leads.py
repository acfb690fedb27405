"""Bullets and numbers before lines, which a recogniser leaves out: found by their ink."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from reader.importing.bullets import BULLET
from reader.importing.pdf.page.geometry import Box, shared_width
from reader.importing.pdf.recognition.recognised_line import RecognisedLine
from reader.importing.pdf.weights import recognition as weights
from reader.importing.scripts import count_han
from reader.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.importing.pdf.page.page_view import Handle
    from reader.importing.pdf.recognition.page_ink import PageInk

_NUMBER = re.compile(r"[(（\[]?\d{1,3}(?:\.\d{1,2})*[)）\].．、:：]?|[(（]?[A-Za-zivxIVX]{1,4}[)）.．、]")
"""A number with its signs, or letters that count with at least one sign."""
_MAX_NUMBERS = 16
"""Maximum number of lines of a page that are recognised once more."""


@record
class _InkPart:
    """A connected part of ink."""

    box: Box
    is_solid: bool


def with_bullets(page: PageInk, lines: Sequence[RecognisedLine]) -> list[RecognisedLine]:
    """Returns the lines, and a bullet in a line of its own for each that begins with one."""
    found = []
    for line in lines:
        parts = [] if not line.text[0].isalnum() else _parts_before(page, line, lines)
        gap = parts[1].box.left - parts[0].box.right if len(parts) > 1 else line.box.height
        least = weights.BULLET_MIN_HAN_GAP_RATIO if count_han(line.text[0]) else weights.BULLET_MIN_GAP_RATIO
        if parts and parts[0].is_solid and gap >= least * line.box.height:
            blob = parts[0].box
            found.append(RecognisedLine(BULLET, Box(blob.left, line.box.top, blob.right, line.box.bottom)))
            if blob.right > line.box.left:
                box = replace(line.box, left=blob.right + 1)
                line = RecognisedLine(line.text, box, page.line(box, line.text))
        found.append(line)
    return found


def with_numbers(
    page: PageInk, lines: Sequence[RecognisedLine], recognise: Callable[[Handle], str]
) -> list[RecognisedLine]:
    """Returns the lines, with the numbers before them for which ``recognise`` gives the text on a part of the page."""
    found, tried = [], 0
    for line in lines:
        parts = _parts_before(page, line, lines) if line.ink and tried < _MAX_NUMBERS else []
        parts = [part for part in parts if part.box.right <= line.box.left]
        if parts and line.ink and _may_be_number(parts, line.box.height, line.ink.foot):
            tried += 1
            line = _with_number(page, line, parts[0].box.left, recognise)
        found.append(line)
    return found


def _with_number(
    page: PageInk, line: RecognisedLine, left: float, recognise: Callable[[Handle], str]
) -> RecognisedLine:
    """Returns a line with the number before it, if the text that begins with it is the same otherwise."""
    pad = int(line.box.height / 5)
    box = replace(line.box, left=max(0.0, left - pad))
    crop = page.pixels[int(box.top) : int(box.bottom) + 1, int(box.left) : int(box.right) + 1]
    text = recognise(crop).strip()
    number, _, _ = text.partition(line.text[0])
    rest = text[len(number) :]
    is_same = SequenceMatcher(None, rest, line.text, autojunk=False).ratio() >= weights.LEAD_MIN_SIMILARITY
    if not is_same or not _NUMBER.fullmatch(number.strip()):
        return line
    text = f"{number.strip()} {line.text}"
    return RecognisedLine(text, box, page.line(box, text))


def _may_be_number(parts: Iterable[_InkPart], high: float, foot: float) -> bool:
    """Whether parts are as high as digits and signs, and digits are on the foot of their line."""
    boxes = [part.box for part in parts]
    least, most = weights.LEAD_MIN_HEIGHT_RATIO * high, weights.LEAD_MAX_HEIGHT_RATIO * high
    if not all(least <= box.height <= most or box.height < high / 5 for box in boxes):
        return False
    tall = [box for box in boxes if box.height >= least]
    return bool(tall) and all(abs(box.bottom - foot) <= weights.LEAD_FOOT_SLACK_RATIO * high for box in tall)


def _parts_before(page: PageInk, line: RecognisedLine, lines: Iterable[RecognisedLine]) -> list[_InkPart]:
    """Returns the parts of ink at and before the beginning of a line, from the left, that are of no other line.

    There are none if a larger shape is among them.
    """
    import cv2

    high, edge = line.box.height, line.box.left
    left, top = max(0, int(edge - weights.LEAD_REACH_RATIO * high)), max(0, int(line.box.top))
    right = int(edge + high)
    for other in lines:
        is_beside = other is not line and other.box.top < line.box.bottom and line.box.top < other.box.bottom
        if is_beside and other.box.left < edge and shared_width(other.box, Box(left, 0, edge, 0)) > 0:
            left = max(left, int(other.box.right) + 1)
    if left >= right:
        return []
    mask = page.ink.mask[top : int(line.box.bottom) + 1, left:right]
    grey = page.grey[top : int(line.box.bottom) + 1, left:right]
    count, labels, measures, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    found = []
    for number in range(1, count):
        at, down, wide, tall = (int(value) for value in measures[number][:4])
        if max(wide, tall) < weights.LEAD_SPECK_RATIO * high:
            continue
        if at == 0 or wide > weights.LEAD_MAX_WIDTH_RATIO * high:
            return []
        place = slice(down, down + tall), slice(at, at + wide)
        is_part = _core(grey[place], page.paper, labels[place] == number)
        box = Box(float(left + at), float(top + down), float(left + at + wide), float(top + down + tall))
        found.append(_InkPart(box, _is_bullet(box, line.box, is_part)))
    return sorted(found, key=lambda part: part.box.left)


def _core(grey: Handle, paper: int, is_part: Handle) -> Handle:
    """Returns the pixels of a part with half of its contrast or more: a blur fills the holes of letters with less."""
    import numpy

    differences = numpy.abs(grey.astype("int16") - paper)
    return is_part & (differences >= numpy.percentile(differences[is_part], 95) / 2)


def _is_bullet(box: Box, line: Box, is_part: Handle) -> bool:
    """Whether a part of ink is a bullet: as wide as high, solid, and in the middle of its line."""
    import cv2

    small, large = sorted((box.width, box.height))
    if not weights.BULLET_MIN_SIDE_RATIO * line.height <= small or large > min(
        weights.BULLET_MAX_SIDE_RATIO * line.height, weights.BULLET_MAX_RATIO * small
    ):
        return False
    middle = ((box.top + box.bottom) / 2 - line.top) / line.height
    if not 1 / 4 <= middle <= 3 / 4:
        return False
    hull = cv2.convexHull(cv2.findNonZero(is_part.astype("uint8")))
    outline = cv2.arcLength(hull, closed=True)
    return bool(is_part.sum() >= weights.BULLET_MIN_SOLID_SHARE * (cv2.contourArea(hull) + outline / 2))
