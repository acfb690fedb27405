"""Numbered steps beside a drawing: texts under each other whose numbers follow each other, and that have clauses."""

from __future__ import annotations

import re

from reader.importing.pdf.weights import blocks as weights
from reader.model.scripts import PAUSES_HAN, PAUSES_LATIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.text_lines.text_line import TextLine

_STEP = re.compile(r"[（(]?(?P<number>\d{1,2})\s*[)）.．、]\s*(?=[^\W\d_])")
"""Beginning of a step: its number, a mark, and a word."""


def steps_of(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """Returns the blocks that begin steps, counted from 1 under each other, at one left edge.

    There are several, and one of them has a pause: the numbered names of the parts of a drawing have none.
    """
    found: list[TextBlock] = []
    heads = [(line, block) for block in blocks for line in block.lines if _number(line) is not None]
    for first, block in heads:
        if _number(first) != 1:
            continue
        last, series = first, [block]
        while (after := next((each for each in heads if _is_next(last, each[0])), None)) is not None:
            last = after[0]
            series += [after[1]] if after[1] is not series[-1] else []
        is_long = (_number(last) or 0) >= weights.STEPS_MIN
        if is_long and any(_has_pause(each) for each in series):
            found += [each for each in series if not any(each is known for known in found)]
    return found


def _number(line: TextLine) -> int | None:
    match = _STEP.match(line.text)
    return int(match["number"]) if match else None


def _is_next(line: TextLine, below: TextLine) -> bool:
    """Whether a line begins the step after that of another one: below it, in its size."""
    return (
        _number(below) == (_number(line) or 0) + 1
        and 0 < below.baseline - line.baseline <= weights.STEPS_MAX_DISTANCE_EM * line.size
        and abs(below.left - line.left) <= weights.NUMBER_ALIGNED_EM * line.size
    )


def _has_pause(block: TextBlock) -> bool:
    """Whether a text has a pause between its words."""
    words = _STEP.sub("", block.text)
    return any(f"{mark} " in words if mark in PAUSES_LATIN else mark in words for mark in PAUSES_HAN + PAUSES_LATIN)
