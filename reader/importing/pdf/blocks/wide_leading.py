"""Text that is set wide: full lines under each other at one distance, larger than that of most texts."""

from __future__ import annotations

from itertools import pairwise
from statistics import median

from reader.importing.pdf.weights import blocks as weights
from reader.importing.scripts import HAN
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.text_lines.text_line import TextLine


def wide_leadings_em(ordered: Sequence[TextLine]) -> dict[int, float]:
    """Returns the maximum distance from the line above, in sizes, by the identity of a line of a text that is set wide.

    ``ordered`` are the lines from the top down. Each line of such a text is full, but for one that ends a sentence, and
    the steps between them are even.
    """
    found: dict[int, float] = {}
    for run in _runs_of_full_lines(ordered):
        usual = _usual([(below.baseline - line.baseline) / line.size for line, below in pairwise(run)])
        if usual > weights.MAX_LEADING_EM:
            found |= {id(line): usual * (1 + weights.WIDE_LEADING_SLACK) for line in run[1:]}
    return found


def page_leading_em(ordered: Sequence[TextLine]) -> float:
    """Returns the maximum distance of the baselines of a block, in sizes: larger on a page that is set wide throughout.

    On such a page the line below each full one is at the same large distance, or farther; none is nearer. A few are a
    little farther, under a line with a higher sign.
    """
    steps = [
        step
        for line, below in pairwise(ordered)
        if line.script == HAN
        and _is_full(line)
        and _is_of_size(line, below)
        and 0 < (step := (below.baseline - line.baseline) / line.size) <= weights.WIDE_LEADING_EM
    ]
    is_wide = bool(steps) and min(steps) > weights.MAX_LEADING_EM
    usual = median(steps) if is_wide else 0.0
    even = [step for step in steps if step <= usual * (1 + weights.WIDE_LEADING_SLACK)]
    if len(even) < weights.WIDE_LEADING_EVEN_SHARE * len(steps) or not _usual(even):
        return weights.MAX_LEADING_EM
    near = [step for step in steps if step <= usual * (1 + weights.WIDE_LEADING_SIGN_SHARE)]
    return max(near) * (1 + weights.WIDE_LEADING_SLACK)


def _usual(steps: Sequence[float]) -> float:
    """Returns the usual one of several steps that hardly differ; 0 if they are few or uneven."""
    if len(steps) < weights.WIDE_LEADING_MIN_STEPS:
        return 0.0
    usual = median(steps)
    is_even = max(abs(step - usual) for step in steps) <= weights.WIDE_LEADING_SLACK * usual
    return usual if is_even else 0.0


def _runs_of_full_lines(ordered: Sequence[TextLine]) -> list[list[TextLine]]:
    """Returns full lines under each other that end at one edge, and the shorter one in which their sentence ends."""
    closed: list[list[TextLine]] = []
    runs: list[list[TextLine]] = []
    for line in ordered:
        closed += [run for run in runs if not _is_in_reach(run[-1], line)]
        runs = [run for run in runs if _is_in_reach(run[-1], line)]
        at = next((at for at, run in enumerate(runs) if _is_next(run[-1], line)), None)
        if at is not None and _is_as_far(runs[at][-1], line):
            runs[at].append(line)
        elif at is not None:
            ended = runs.pop(at)
            closed.append([*ended, line] if ends_sentence(line.text) else ended)
        elif _is_full(line):
            runs.append([line])
    return closed + runs


def _is_in_reach(last: TextLine, line: TextLine) -> bool:
    """Whether a line is near enough to continue a run."""
    return line.baseline - last.baseline <= weights.WIDE_LEADING_EM * last.size


def _is_full(line: TextLine) -> bool:
    return bool(line.script) and line.width >= weights.WIDE_LEADING_MIN_LINE_EM * line.size


def _is_next(last: TextLine, line: TextLine) -> bool:
    """Whether a line is the one below another, in its size and in its column."""
    step = (line.baseline - last.baseline) / last.size
    is_near = abs(line.left - last.left) <= weights.WIDE_LEADING_INDENT_EM * last.size
    is_in_column = is_near and line.right <= last.right + last.size
    return is_in_column and _is_of_size(last, line) and 0 < step <= weights.WIDE_LEADING_EM


def _is_of_size(line: TextLine, below: TextLine) -> bool:
    return abs(line.size - below.size) <= weights.SAME_SIZE_SHARE * line.size


def _is_as_far(last: TextLine, line: TextLine) -> bool:
    """Whether a line ends where the one above it does."""
    return abs(line.right - last.right) <= weights.WIDE_LEADING_EDGE_EM * last.size
