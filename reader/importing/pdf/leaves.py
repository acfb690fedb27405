"""Printed pages: a sheet of the file is one, or two that face each other."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from reader.importing.scripts import HAN, count_han, count_latin_words
from reader.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.lines import Line
    from reader.importing.pdf.sheets import Box, Sheet
    from reader.importing.scripts import Script

SPREAD_RATIO = 1.15
"""A sheet that is so many times as wide as high may be two pages."""
EDGE = 0.1
"""Page numbers stand in this share of the height, above or below."""
_NUMBER = re.compile(r"(?:[Pp](?:age|\.)?\s*|第\s*|[-–—·|]\s*)?(\d{1,4})(?:\s*页|\s*頁|\s*[-–—·|])?\Z")
_NUMBER_BESIDE = re.compile(r"(?:(\d{1,4})(?:\s+[|/·]?\s*\D{2,})|(?:\D{2,}?\s+[|/·]?\s*)(\d{1,4}))\Z")
_MIN_LINES = 3
_RUN_STEP = 3.2
"""Sizes from one line to the next, where gaps stand between paragraphs, too."""
_MIN_FLOWING = 3
"""Lines of running text in a language that stands in captions, too: more where it is smaller, or little."""


@record
class Leaf:
    """One printed page."""

    page: str
    """Its printed number; empty where none is printed."""
    left: float
    right: float
    height: float
    lines: tuple[Line, ...]
    boxes: tuple[Box, ...]
    pictures: tuple[tuple[int, Box], ...]
    number: int
    """Of the sheet in the file, from 1."""

    @property
    def width(self) -> float:
        """Its width."""
        return self.right - self.left


def leaves_of(sheet: Sheet, lines: Sequence[Line], label: str = "") -> list[Leaf]:
    """Returns the pages of a sheet."""
    middle = sheet.width / 2
    is_spread = sheet.width > SPREAD_RATIO * sheet.height and _is_free(lines, middle)
    edges = [0.0, middle, sheet.width] if is_spread else [0.0, sheet.width]
    found = []
    for left, right in pairwise(edges):
        here = tuple(line for line in lines if left <= min(line.left, sheet.width - 1) < right)
        boxes = tuple(box for box in sheet.boxes if left <= (box.left + box.right) / 2 <= right)
        pictures = tuple(entry for entry in sheet.pictures if left <= (entry[1].left + entry[1].right) / 2 <= right)
        found.append(
            Leaf(printed_number(here, sheet.height), left, right, sheet.height, here, boxes, pictures, sheet.number)
        )
    return _numbered(found, label)


def printed_number(lines: Iterable[Line], height: float) -> str:
    """Returns the page number that is printed at the top or the foot of a page; empty if none is."""
    edge = [line for line in lines if line.baseline > (1 - EDGE) * height or line.baseline < EDGE * height]
    edge.sort(key=lambda line: -line.baseline)
    for line in edge:
        if found := _NUMBER.match(line.text):
            return found[1]
    for line in edge:
        if line.baseline > (1 - EDGE) * height and (beside := _NUMBER_BESIDE.match(line.text)):
            return beside[1] or beside[2]
    return ""


def _numbered(leaves: list[Leaf], label: str) -> list[Leaf]:
    """Fills in the number of a page from the one it faces, or from what the file calls it."""
    numbers = [leaf.page for leaf in leaves]
    if len(leaves) == 2 and any(numbers) and not all(numbers):
        known = int(next(filter(None, numbers)))
        numbers = [numbers[0] or str(known - 1), numbers[1] or str(known + 1)]
    if len(leaves) == 1 and not numbers[0]:
        numbers = [label or str(leaves[0].number)]
    return [replace(leaf, page=number) for leaf, number in zip(leaves, numbers, strict=True)]


def _is_free(lines: Sequence[Line], middle: float) -> bool:
    """Whether hardly a line crosses the fold."""
    crossing = sum(line.left < middle - line.size and line.right > middle + line.size for line in lines)
    return crossing <= max(1, len(lines) // 20)


def body_sizes(lines: Sequence[Line]) -> dict[Script, float]:
    """Returns the size of the running text in each language: that of most characters, in lines of some length.

    A language that stands in small lines only (captions, feet) has none.
    """
    weights: dict[Script, Counter[float]] = {}
    counts: Counter[tuple[Script, float]] = Counter()
    for line in lines:
        if not line.side:
            continue
        length = count_han(line.text) if line.side == HAN else count_latin_words(line.text) * 2
        if length < 6 or line.bold:
            continue
        size = round(line.size * 5) / 5
        weights.setdefault(line.side, Counter())[size] += length
        counts[line.side, size] += 1
    found = {}
    for side, weight in weights.items():
        size, _ = weight.most_common(1)[0]
        if counts[side, size] >= _MIN_LINES:
            near = [line.size for line in lines if line.side == side and abs(line.size - size) <= 0.15]
            found[side] = Counter(near).most_common(1)[0][0] if near else size
    if len(found) == 2:
        small, large = sorted(found, key=lambda side: (found[side], sum(weights[side].values())))
        mass = {side: sum(weights[side].values()) for side in found}
        is_much, is_large = mass[small] * 3 >= mass[large], found[small] >= 0.9 * found[large]
        least = 0 if is_much and is_large else 1 if is_large else 2 if is_much else 3
        if _flowing(lines, small, found[small]) < least * _MIN_FLOWING:
            del found[small]
    return found


def _flowing(lines: Iterable[Line], side: Script, size: float) -> int:
    """Returns how many lines of a language and a size stand with others under each other, as captions hardly do."""
    runs: list[list[Line]] = []
    closed: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.baseline):
        if line.side != side or abs(line.size - size) > 0.15:
            if line.side and line.side != side:  # what stands under it is another caption's
                broken = [run for run in runs if line.right >= run[-1].left and line.left <= run[-1].right]
                closed += broken
                runs = [run for run in runs if run not in broken]
            continue
        for run in runs:
            last = run[-1]
            if 0 < line.baseline - last.baseline < _RUN_STEP * size and abs(line.left - last.left) < 3 * size:
                run.append(line)
                break
        else:
            runs.append([line])
    return sum(len(run) for run in (*closed, *runs) if len(run) >= _MIN_LINES)


def emphasised(lines: Sequence[Line], body: dict[Script, float]) -> list[Line]:
    """Returns the lines with those marked as bold that are in a font in which no full line of running text is set."""
    found = list(lines)
    for side, size in body.items():
        own = [line for line in lines if line.side == side and abs(line.size - size) <= 0.06 * size]
        full = max((line.width for line in own), default=0.0) * 0.6
        fonts = {line.font for line in own if line.width >= full}
        found = [
            replace(line, bold=True)
            if line.side == side and line.font not in fonts and abs(line.size - size) <= 0.06 * size
            else line
            for line in found
        ]
    return found
