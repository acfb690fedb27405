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
_MAX_RATIO = 1.4
"""Maximum ratio of the sizes that the width and the height of a line show; the width of a spaced line shows none."""
_MIN_CHARACTERS = 4
"""Number of characters below which the height of a line shows its size."""
_BOLD_RATIO = 1.22
"""Thickness of the strokes of a line divided by the usual one in its script, from which on it is bold."""
_SAME_SIZE_RATIO = 1.13
"""Ratio of sizes within which recognised lines are set in one."""
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
    sizes = [_size(line) for line in lines]
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


def _size(line: RecognisedLine) -> float:
    """Returns the size of a line in points."""
    is_han = script_of(line.text) == HAN
    by_height = line.box.height / (_HAN_HEIGHT_EM if is_han else _LATIN_HEIGHT_EM)
    if len(line.text) < _MIN_CHARACTERS:
        return by_height
    by_width = line.box.width / sum(map(_width_em, line.text))
    return by_width if max(by_width, by_height) <= _MAX_RATIO * min(by_width, by_height) else by_height


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
