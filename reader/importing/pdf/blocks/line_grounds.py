"""Grounds that a word processor paints line by line: joined to the one area that they are on the page."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from reader.importing.pdf.page.geometry import bounding_box
from reader.importing.pdf.weights import blocks as weights
from reader.importing.pdf.weights import page as page_weights
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.page.geometry import Box
    from reader.importing.pdf.text_lines.text_line import TextLine


def with_line_grounds_joined(boxes: Sequence[Box], lines: Sequence[TextLine]) -> list[Box]:
    """Returns boxes; those of one width right under each other are one if each holds a line of one running text.

    Rows of a table hold several cells, or a text of their own.
    """
    lines = sorted(lines, key=lambda line: line.baseline)
    alike: dict[tuple[int, int], list[Box]] = {}
    for box in boxes:
        if box.height > page_weights.RULE_MAX_PT and box.width > page_weights.RULE_MAX_PT:
            alike.setdefault((round(box.left), round(box.right)), []).append(box)
    baselines = [line.baseline for line in lines]
    grounds: dict[int, Box] = {}
    for group in alike.values():
        for run in _runs(sorted(group, key=lambda box: box.top)):
            held = [_lines_on(box, lines, baselines) for box in run]
            on_run = [line for on in held for line in on]
            is_whole = all(len(on) < 2 for on in held) and len(on_run) * 2 > len(run)
            if is_whole and len(on_run) >= weights.LINE_GROUNDS_MIN and _runs_on(on_run):
                grounds |= dict.fromkeys(map(id, run), bounding_box(run))
    joined = dict.fromkeys(grounds.values())
    return [*(box for box in boxes if id(box) not in grounds), *joined]


def _runs(boxes: Iterable[Box]) -> Iterable[list[Box]]:
    """Yields two boxes or more that touch, each right under the one before it."""
    run: list[Box] = []
    for box in boxes:
        if run and abs(box.top - run[-1].bottom) > page_weights.BOX_SLACK_PT / 2:
            if len(run) > 1:
                yield run
            run = []
        run.append(box)
    if len(run) > 1:
        yield run


def _lines_on(box: Box, lines: Sequence[TextLine], baselines: Sequence[float]) -> list[TextLine]:
    found = []
    for line in lines[bisect_left(baselines, box.top) :]:
        if line.baseline > box.bottom:
            break
        if box.left <= (line.left + line.right) / 2 <= box.right:
            found.append(line)
    return found


def _runs_on(lines: Sequence[TextLine]) -> bool:
    """Whether sentences go on from most lines to the next ones."""
    open_ends = [not ends_sentence(last.text) and line.text[:1].islower() for last, line in pairwise(lines)]
    return sum(open_ends) * 2 > len(open_ends)
