"""Bold lines of a scanned page, by the thickness of their strokes."""

from __future__ import annotations

from statistics import median

from reader.importing.pdf.weights import recognition as weights
from reader.importing.scripts import script_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.recognition.recognised_line import RecognisedLine
    from reader.importing.scripts import Script

_ENDS = frozenset("。.！!？?：:")
"""Signs after which a line does not run on."""


def bold_lines(lines: Sequence[RecognisedLine], sizes: Sequence[float]) -> list[bool]:
    """Returns whether each line is bold: its strokes are thicker than is usual in its script, for its size.

    The first line of a paragraph may begin with bold words, which make all of it seem bold. It is told by its end: it
    reaches the edge of its column, and the next line, which is not bold, is right under it.
    """
    relative = [line.ink.stroke / size if line.ink else 0.0 for line, size in zip(lines, sizes, strict=True)]
    scripts = [script_of(line.text) for line in lines]
    strokes: dict[Script | None, list[float]] = {}
    for line, script, stroke in zip(lines, scripts, relative, strict=True):
        if stroke:
            strokes.setdefault(script, []).extend([stroke] * len(line.text))
    usual = {script: median(own) for script, own in strokes.items()}
    found = [
        stroke > 0 and stroke >= weights.BOLD_RATIO * usual[script]
        for script, stroke in zip(scripts, relative, strict=True)
    ]
    for at in sorted(range(len(lines)), key=lambda at: -lines[at].box.top):  # from below, for two lines may be bold
        if found[at] and _runs_on(lines, sizes, found, at):
            found[at] = False
    return found


def _runs_on(lines: Sequence[RecognisedLine], sizes: Sequence[float], bold: Sequence[bool], at: int) -> bool:
    """Whether a line fills its column and goes on in one that is not bold."""
    box, size = lines[at].box, sizes[at]
    below = [
        other
        for other, line in enumerate(lines)
        if line.box.left < box.right and line.box.right > box.left and line.box.top > (box.top + box.bottom) / 2
    ]
    if not below or lines[at].text[-1] in _ENDS:
        return False
    after = min(below, key=lambda other: lines[other].box.top)
    if bold[after] or max(size, sizes[after]) > weights.STACK_SIZE_RATIO * min(size, sizes[after]):
        return False
    step, indent = lines[after].box.bottom - box.bottom, box.left - lines[after].box.left
    if step > weights.RUN_ON_MAX_STEP_EM * size or not -size / 2 < indent < weights.STACK_EDGE_EM * size:
        return False
    level = [
        line
        for line, is_bold in zip(lines, bold, strict=True)
        if not is_bold and abs(line.box.right - box.right) < size / 2 and line.box.left < box.left + size / 2
    ]
    return len(level) >= weights.RUN_ON_MIN_LINES
