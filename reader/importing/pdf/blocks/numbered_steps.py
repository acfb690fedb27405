"""Numbered steps beside a drawing: texts under each other whose numbers follow each other, and that have clauses."""

from __future__ import annotations

import re
from bisect import bisect_right

from reader.importing.pdf.weights import blocks as weights
from reader.model.record import record
from reader.model.scripts import PAUSES_HAN, PAUSES_LATIN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.text_lines.text_line import TextLine

_STEP = re.compile(r"[（(]?(?P<number>\d{1,2})\s*[)）.．、]\s*(?=[^\W\d_])")
"""Beginning of a step: its number, a mark, and a word."""


@record
class _StepHead:
    """A line that may begin a step, with its number and its block."""

    number: int
    line: TextLine
    block: TextBlock


def steps_of(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """Returns the blocks that begin steps, counted from 1 under each other, at one left edge.

    There are several, and one of them has a pause: the numbered names of the parts of a drawing have none.
    """
    numbered: dict[int, list[_StepHead]] = {}
    for block in blocks:
        for line in block.lines:
            if match := _STEP.match(line.text):
                numbered.setdefault(int(match["number"]), []).append(_StepHead(int(match["number"]), line, block))
    for heads in numbered.values():
        heads.sort(key=_place)
    found: dict[int, TextBlock] = {}
    for first in numbered.get(1, ()):
        series, after = [first], _next(first, numbered)
        while after is not None:
            series.append(after)
            after = _next(after, numbered)
        if len(series) >= weights.STEPS_MIN and any(_has_pause(head.block) for head in series):
            found |= {id(head.block): head.block for head in series}
    return list(found.values())


def _place(head: _StepHead) -> float:
    return head.line.baseline


def _next(head: _StepHead, numbered: Mapping[int, Sequence[_StepHead]]) -> _StepHead | None:
    """Returns the head of the step after another one: close below it, at its left edge; None without one."""
    line, heads = head.line, numbered.get(head.number + 1, ())
    first = bisect_right(heads, line.baseline, key=_place)
    end = bisect_right(heads, line.baseline + weights.STEPS_MAX_DISTANCE_EM * line.size, key=_place)
    edge = weights.NUMBER_ALIGNED_EM * line.size
    return next((each for each in heads[first:end] if abs(each.line.left - line.left) <= edge), None)


def _has_pause(block: TextBlock) -> bool:
    """Whether a text has a pause between its words."""
    words = _STEP.sub("", block.text)
    return any(f"{mark} " in words if mark in PAUSES_LATIN else mark in words for mark in PAUSES_HAN + PAUSES_LATIN)
