"""Pages made of recognised lines: each line as glyphs, in a size that its width shows."""

from __future__ import annotations

from statistics import median
from unicodedata import east_asian_width

from reader.importing.pdf.glyphs import Glyph, PdfPage
from reader.importing.pdf.recognised_text import with_lines_snapped
from reader.importing.scripts import HAN, count_han, script_of
from reader.model.radicals import with_unified
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.geometry import Box
    from reader.importing.scripts import Script

_NARROW, _WIDE = frozenset("iljtfrI.,;:'’‘|!()[]/-"), frozenset("mwMW—%@")
_NARROW_EM, _WIDE_EM, _CAPITAL_EM, _BLANK_EM, _LETTER_EM = 0.29, 0.83, 0.66, 0.25, 0.48
"""Widths of kinds of letters, as usual fonts have them."""
_HAN_HEIGHT_EM, _LATIN_HEIGHT_EM = 1.2, 1.0
"""Heights of the boxes that a recogniser draws around lines."""
_MAX_RATIO = 1.3
"""Maximum ratio of the sizes that the width and the height of a line show; the width of a spaced line shows none."""
_MIN_CHARACTERS = 4
"""Number of characters below which the height of a line shows its size."""
_BOLD_RATIO = 1.22
"""Thickness of the strokes of a line divided by the usual one in its script, from which on it is bold."""
_SAME_SIZE_RATIO = 1.13
"""Ratio of sizes within which recognised lines are set in one."""
_MAX_STEP_RATIO = 2.1
"""Maximum distance from one line of a stack to the next, divided by the height of their boxes."""
_STEP_SHARE = 0.17
"""Maximum difference of the distances in a stack."""
_STACK_RATIO, _SHORT_RATIO, _SHORT_LINE = 1.25, 1.5, 12
"""Maximum ratio of the sizes in a stack; that of a line of fewer characters, whose width shows little."""
_STACK_LINES = 7
"""Number of last lines of a stack whose size counts."""
_STACK_EDGE_EM = 3.0
"""Maximum difference of the left edges of the first two lines of a stack."""
_DESCENT_SHARE = 0.2
"""Share of the height of a line below its baseline."""


@record
class RecognisedLine:
    """A line as it was recognised, at its place on the page."""

    text: str
    box: Box
    stroke_em: float = 0.0
    """Thickness of its strokes in sizes; 0 if it is not known."""


def page_of_lines(
    lines: Sequence[RecognisedLine], boxes: Sequence[Box], number: int, width: float, height: float
) -> PdfPage:
    """Returns a page with the glyphs of lines; ``boxes`` are its pictures and rules."""
    sizes = _stacked_sizes(lines, _sizes(lines))
    strokes: dict[Script | None, list[float]] = {}
    scripts = [script_of(line.text) for line in lines]
    relative = [line.stroke_em * line.box.height / size for line, size in zip(lines, sizes, strict=True)]
    for line, script, stroke in zip(lines, scripts, relative, strict=True):
        strokes.setdefault(script, []).extend([stroke] * len(line.text))
    usual = {script: median(own) for script, own in strokes.items()}
    glyphs: list[Glyph] = []
    for run, (line, size, script, stroke) in enumerate(zip(lines, sizes, scripts, relative, strict=True), 1):
        glyphs += _glyphs(line, size, run, is_bold=0 < _BOLD_RATIO * usual[script] <= stroke)
    return PdfPage(number, width, height, tuple(with_lines_snapped(glyphs, _SAME_SIZE_RATIO)), boxes=tuple(boxes))


def _glyphs(line: RecognisedLine, size: float, run: int, *, is_bold: bool) -> list[Glyph]:
    """Returns the characters of a line, with widths that fill its box."""
    text = with_unified(line.text)
    scale = line.box.width / (sum(map(_width_em, text)) or 1.0)
    baseline = line.box.bottom - _DESCENT_SHARE * line.box.height
    left, found = line.box.left, []
    for char in text:
        right = left + scale * _width_em(char)
        found.append(Glyph(char, left, right, baseline, size, bold=is_bold, run=run))
        left = right
    return found


def _sizes(lines: Sequence[RecognisedLine]) -> list[float]:
    """Returns the sizes of lines in points: by their width, or where that is odd by their height, as others show it."""
    by_width = [line.box.width / (sum(map(_width_em, line.text)) or 1.0) for line in lines]
    ratios: dict[Script | None, list[float]] = {}
    scripts = [script_of(line.text) for line in lines]
    for line, script, size in zip(lines, scripts, by_width, strict=True):
        if len(line.text) >= _MIN_CHARACTERS:
            ratios.setdefault(script, []).extend([line.box.height / size] * len(line.text))
    usual = {script: median(own) for script, own in ratios.items()}
    found = []
    for line, script, size in zip(lines, scripts, by_width, strict=True):
        by_height = line.box.height / usual.get(script, _HAN_HEIGHT_EM if script == HAN else _LATIN_HEIGHT_EM)
        is_odd = max(size, by_height) > _MAX_RATIO * min(size, by_height)
        found.append(by_height if is_odd or len(line.text) < _MIN_CHARACTERS else size)
    return found


def _stacked_sizes(lines: Sequence[RecognisedLine], sizes: Sequence[float]) -> list[float]:
    """Returns the sizes, those of lines under each other at one distance made the same: that of most of their text."""
    order = sorted(range(len(lines)), key=lambda at: lines[at].box.bottom)
    stacks: list[list[int]] = []
    for at in order:
        for stack in stacks[::-1]:
            if _is_next(lines, sizes, stack, at):
                stack.append(at)
                break
        else:
            stacks.append([at])
    found = list(sizes)
    for stack in stacks:
        size = median([sizes[at] for at in stack for _ in lines[at].text])
        for at in stack:
            found[at] = size
    return found


def _is_next(lines: Sequence[RecognisedLine], sizes: Sequence[float], stack: Sequence[int], at: int) -> bool:
    """Whether a line is the next one of a stack: under it, in about its size, at its distance."""
    last, box = lines[stack[-1]].box, lines[at].box
    step, high = box.bottom - last.bottom, min(last.height, box.height)
    if not high / 2 < step <= _MAX_STEP_RATIO * high or min(last.right, box.right) <= max(last.left, box.left):
        return False
    size = median([sizes[each] for each in stack[-_STACK_LINES:]])
    is_short = len(lines[at].text) < _SHORT_LINE
    if max(size, sizes[at]) > (_SHORT_RATIO if is_short else _STACK_RATIO) * min(size, sizes[at]):
        return False
    if len(stack) > 1:
        before = last.bottom - lines[stack[-2]].box.bottom
        return abs(step - before) <= _STEP_SHARE * before
    return abs(last.left - box.left) <= _STACK_EDGE_EM * size


def _width_em(char: str) -> float:
    """Returns the usual width of a character."""
    if count_han(char) or east_asian_width(char) in "WF":
        return 1.0
    if char.isspace():
        return _BLANK_EM
    if char in _NARROW:
        return _NARROW_EM
    if char in _WIDE:
        return _WIDE_EM
    return _CAPITAL_EM if char.isupper() else _LETTER_EM
