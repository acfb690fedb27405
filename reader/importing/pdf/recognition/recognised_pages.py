"""Pages made of recognised lines: each line as glyphs, in a size that its width shows."""

from __future__ import annotations

from itertools import accumulate
from statistics import median

from reader.importing.pdf.page.glyphs import Glyph, PdfPage
from reader.importing.pdf.page.recognised_text import with_lines_snapped
from reader.importing.pdf.recognition.bold_lines import bold_lines
from reader.importing.pdf.recognition.line_extents import (
    extent_of,
    is_half_blank,
    size_by_width,
    unexplained_gaps,
    width_em,
)
from reader.importing.pdf.weights import recognition as weights
from reader.importing.scripts import HAN, count_han, script_of
from reader.model.radicals import with_unified
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.importing.pdf.page.geometry import Box
    from reader.importing.pdf.recognition.line_extents import Extent
    from reader.importing.pdf.recognition.recognised_line import LineInk, RecognisedLine

_HAN_HEIGHT_EM, _LATIN_HEIGHT_EM = 1.2, 1.0
"""Heights of the boxes that a recogniser draws around lines."""


def page_of_lines(
    lines: Sequence[RecognisedLine], boxes: Sequence[Box], number: int, width: float, height: float
) -> PdfPage:
    """Returns a page with the glyphs of lines; ``boxes`` are its pictures and rules."""
    sizes = _stacked_sizes(lines, _sizes(lines))
    lines = [_with_blanks(line, size) for line, size in zip(lines, sizes, strict=True)]
    glyphs: list[Glyph] = []
    for run, (line, size, is_bold) in enumerate(zip(lines, sizes, bold_lines(lines, sizes), strict=True), 1):
        glyphs += _glyphs(line, size, run, is_bold=is_bold)
    return PdfPage(
        number, width, height, tuple(with_lines_snapped(glyphs, weights.SCANNED_SAME_SIZE_RATIO)), boxes=tuple(boxes)
    )


def _glyphs(line: RecognisedLine, size: float, run: int, *, is_bold: bool) -> list[Glyph]:
    """Returns the characters of a line, with widths that fill its box, or its box between wide gaps."""
    box = line.ink.box if line.ink else line.box
    baseline = _baseline(line)
    colour = line.ink.colour if line.ink else 0
    found = []
    for text, left, right in _parts(with_unified(line.text), box, line.ink.gaps if line.ink else (), size):
        scale = (right - left) / (sum(map(width_em, text)) or 1.0)
        for char in text:
            end = left + scale * width_em(char)
            found.append(Glyph(char, left, end, baseline, size, bold=is_bold, color=colour, run=run))
            left = end
    return found


def _with_blanks(line: RecognisedLine, size: float) -> RecognisedLine:
    """Returns a line with a blank at each gap between its characters, which a recogniser may leave out."""
    if not line.ink or not line.ink.gaps:
        return line
    unexplained = unexplained_gaps(line.text, [begin - end for end, begin in line.ink.gaps])
    text, shift, extra = line.text, 0, 0.0
    ems = [0.0, *accumulate(map(width_em, text))]
    for end, begin in line.ink.gaps:
        place = (end - line.ink.box.left - extra) / size
        at = min(range(1, len(line.text)), key=lambda at: abs(ems[at] - place), default=0)
        is_there = at > 0 and abs(ems[at] - place) <= weights.BLANK_MAX_DRIFT_EM
        if not is_there or begin - end not in unexplained or not _is_between_words(line.text, at):
            continue
        text = f"{text[: at + shift]} {text[at + shift :]}"
        shift, extra = shift + 1, extra + begin - end
    return replace(line, text=text)


def _is_between_words(text: str, at: int) -> bool:
    """Whether two characters, by the index of the second, have neither a blank nor a sign between them."""
    return text[at - 1].isalnum() and text[at].isalnum() and bool(count_han(text[at - 1 : at + 1]))


def _baseline(line: RecognisedLine) -> float:
    extent = extent_of(line.text)
    if not line.ink or not extent:
        return line.box.bottom - weights.DESCENT_SHARE * line.box.height
    if count_han(line.text):
        return line.ink.box.bottom - extent.down * line.ink.box.height / extent.height
    return line.ink.foot


def _parts(text: str, box: Box, gaps: Sequence[tuple[float, float]], size: float) -> Iterator[tuple[str, float, float]]:
    """Yields the parts of a line between its wide gaps, with their left and right edges."""
    wide = [(end, begin) for end, begin in gaps if begin - end > weights.PARTING_MIN_GAP_EM * size]
    inked = box.width - sum(begin - end for end, begin in wide)
    ems = [0.0, *accumulate(map(width_em, text))]
    scale = (
        inked / (ems[-1] - weights.PARTING_BLANK_EM * len(wide))
        if ems[-1] > weights.PARTING_BLANK_EM * len(wide)
        else 0.0
    )
    first, left, done = 0, box.left, 0.0
    for number, (end, begin) in enumerate(wide):
        done += end - left
        at = _cut(text, ems, done / scale + weights.PARTING_BLANK_EM * number, first) if scale else None
        is_blank = at is not None and is_half_blank(text, at) and begin - end <= weights.PARTING_HALF_BLANK_EM * size
        if at is None or is_blank:
            done -= end - left
            continue
        yield text[first:at].rstrip(), left, end
        first, left = at, begin
        while first < len(text) and text[first].isspace():
            first += 1
    yield text[first:], left, box.right


def _cut(text: str, ems: Sequence[float], place_em: float, first: int) -> int | None:
    """Returns the index of the character before which a wide gap is, at best a blank; None if none is near."""
    best: tuple[float, int] | None = None
    for at in range(first + 1, len(text)):
        distance = abs(ems[at] - place_em)
        if distance <= weights.PARTING_MAX_DISTANCE_EM:
            cost = distance + (0.0 if text[at].isspace() else weights.PARTING_NO_BLANK_EM)
            best = min(best or (cost, at), (cost, at))
    return best and best[1]


def _sizes(lines: Sequence[RecognisedLine]) -> list[float]:
    """Returns the sizes of lines in points, by the height of their letters; else by their width, or their box."""
    found = []
    for line in lines:
        extent = extent_of(line.text)
        by_width = line.box.width / (sum(map(width_em, line.text)) or 1.0)
        by_box = line.box.height / (_HAN_HEIGHT_EM if script_of(line.text) == HAN else _LATIN_HEIGHT_EM)
        if line.ink and extent:
            found.append(_inked_size(line.text, line.ink, extent))
        elif len(line.text) < weights.WIDTH_MIN_CHARACTERS:
            found.append(by_box)
        else:  # letters that are spaced seem large by their width, and those on a crooked line by their box
            is_odd = max(by_width, by_box) > weights.WIDTH_TO_HEIGHT_MAX_RATIO * min(by_width, by_box)
            found.append(min(by_width, by_box) if is_odd else by_width)
    return found


def _inked_size(text: str, ink: LineInk, extent: Extent) -> float:
    """Returns the size of a line by its letters; of Han characters by their width, for some fonts are flat."""
    if not count_han(text):
        return (ink.foot - ink.box.top) / extent.up
    by_height = ink.box.height / extent.height
    by_width = size_by_width(text, ink.box.width, [begin - end for end, begin in ink.gaps])
    return (
        by_width
        if by_height / weights.CHARACTER_MAX_NARROW_RATIO <= by_width <= weights.CHARACTER_MAX_FLAT_RATIO * by_height
        else by_height
    )


def _stacked_sizes(lines: Sequence[RecognisedLine], sizes: Sequence[float]) -> list[float]:
    """Returns the sizes, those of lines under each other at one distance made the same: that of most of their text."""
    feet = [_baseline(line) for line in lines]
    order = sorted(range(len(lines)), key=feet.__getitem__)
    stacks: list[list[int]] = []
    for at in order:
        for stack in stacks[::-1]:
            if _is_next(lines, feet, sizes, stack, at):
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


def _is_next(
    lines: Sequence[RecognisedLine], feet: Sequence[float], sizes: Sequence[float], stack: Sequence[int], at: int
) -> bool:
    """Whether a line is the next one of a stack: under it, in about its size, at its distance."""
    last, box = lines[stack[-1]].box, lines[at].box
    step, high = feet[at] - feet[stack[-1]], min(last.height, box.height)
    if not high / 2 < step <= weights.STACK_MAX_STEP_RATIO * high or min(last.right, box.right) <= max(
        last.left, box.left
    ):
        return False
    size = median([sizes[each] for each in stack[-weights.STACK_LINES :]])
    ratio = (
        weights.STACK_SHORT_SIZE_RATIO
        if len(lines[at].text) < weights.STACK_SHORT_CHARACTERS
        else weights.STACK_SIZE_RATIO
    )
    if len(stack) > 1 and 0 < count_han(lines[at].text) < len(lines[at].text) / 2:
        ratio = weights.STACK_MIXED_SIZE_RATIO
    if max(size, sizes[at]) > ratio * min(size, sizes[at]):
        return False
    if len(stack) > 1:
        before = feet[stack[-1]] - feet[stack[-2]]
        return abs(step - before) <= weights.STACK_STEP_SHARE * before
    return abs(last.left - box.left) <= weights.STACK_EDGE_EM * size
