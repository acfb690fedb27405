"""Lists of references: numbered items over several lines, in whatever scripts, as one block in each column."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from reader.importing.pdf.blocks.text_blocks import block_of
from reader.importing.pdf.text_lines.text_line import are_in_row
from reader.importing.pdf.weights import blocks as weights
from reader.importing.scripts import HAN, LATIN, count_han
from reader.model.record import record, replace
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.text_lines.text_line import TextLine
    from reader.importing.scripts import Script

_ITEM = re.compile(r"[\[［〔【](\d{1,3})[\]］〕】]\s*[^\s,，;；\]。]")
"""Beginning of an item: its number in brackets, and text."""
_PLAIN_ITEM = re.compile(r"(\d{1,3})(?:[.．]\s*|\s+)[^\W\d_]")
"""Beginning of an item without brackets, as of other lists too: a heading has to be over them."""
_HEADING = re.compile(
    r"(?:\d{1,2}[.．]?\s*)?(?:主要)?(?:参\s*考\s*(?:文\s*献|资\s*料|书\s*目)|參\s*考\s*(?:文\s*獻|資\s*料|書\s*目)|引用文[献獻]"
    r"|References?|Bibliography|Literatur(?:verzeichnis)?|Bibliographie)\s*(?:[(（]References?[)）])?\s*[:：]?\s*\Z",
    re.IGNORECASE,
)
_MAX_ITEMS = 500
"""Number of lines with a number above which no lists are looked for."""


@record
class ReferenceList:
    """The references in a column: the lines that they are printed in, and their block, in which a row is one line."""

    lines: tuple[TextLine, ...]
    block: TextBlock


def heads_references(text: str) -> bool:
    """Whether a line is the heading of a list of references."""
    return bool(_HEADING.match(text.strip()))


def reference_number(text: str) -> int | None:
    """Returns the number in brackets that a line begins with, as an item of a list of references does."""
    found = _ITEM.match(text)
    return int(found[1]) if found else None


def begins_reference(line: TextLine) -> bool:
    """Whether a line begins an item of a list of references."""
    return line.begins_reference or reference_number(line.text) is not None


def is_reference_list(lines: Sequence[TextLine]) -> bool:
    """Whether lines are items of references: they begin with one, or have several, in the order of their numbers."""
    if any(line.begins_reference for line in lines):
        return True
    numbers = [number for line in lines if (number := reference_number(line.text)) is not None]
    is_even = all(after == before + 1 for before, after in pairwise(numbers))
    return is_even and bool(numbers) and (len(numbers) > 1 or reference_number(lines[0].text) is not None)


def reference_lists(lines: Iterable[TextLine]) -> list[ReferenceList]:
    """Returns the lists of references of a page, one for each column that they are in.

    All of a list is in the script of its heading; without one, in that of most of the other text.
    """
    ordered = sorted(lines, key=lambda line: (line.baseline, line.left))
    headings = [line for line in ordered if heads_references(line.text)]
    starts = [line for line in ordered if _ITEM.match(line.text)]
    plain = [line for line in ordered if _PLAIN_ITEM.match(line.text)] if headings else []
    if not (starts or plain) or len(starts) + len(plain) > _MAX_ITEMS:
        return []
    runs = [*_runs_of_lists(_runs(starts), headings), *_runs_of_plain_lists(_runs(plain), headings)]
    taken = {id(start) for run in runs for start in run}
    found = []
    for run in runs:
        others = [line for line in ordered if id(line) not in taken and line not in headings]
        own = _lines_of(run, others)
        if any(_follows(run, before) for before in runs):
            own = [*_lines_before(run, others), *own]
        taken.update(map(id, own))
        found.append(own)
    script = _script_of(headings or [line for line in ordered if id(line) not in taken] or starts)
    firsts = {id(start) for run in runs for start in run}
    return [ReferenceList(tuple(own), _block_of(own, firsts, script)) for own in found]


def _runs_of_lists(runs: Sequence[list[TextLine]], headings: Sequence[TextLine]) -> list[list[TextLine]]:
    """Returns the runs that are long enough, or headed, and those that go on with their numbers."""
    found = [
        run
        for run in runs
        if len(run) >= weights.REFERENCES_MIN_ITEMS or any(_is_headed(run[0], heading) for heading in headings)
    ]
    return found + [run for run in runs if run not in found and any(_follows(run, before) for before in found)]


def _runs_of_plain_lists(runs: Sequence[list[TextLine]], headings: Sequence[TextLine]) -> list[list[TextLine]]:
    """Returns the runs without brackets that are headed, and those that go on with their numbers in their size."""
    found = [run for run in runs if len(run) > 1 and any(_is_headed(run[0], heading) for heading in headings)]
    return found + [
        run
        for run in runs
        if run not in found and any(_follows(run, before) and _is_alike(before[-1], run[0]) for before in found)
    ]


def _follows(run: Sequence[TextLine], before: Sequence[TextLine]) -> bool:
    """Whether a run of items begins with the number after the last one of another run."""
    return _number(run[0]) == _number(before[-1]) + 1


def _number(start: TextLine) -> int:
    """Returns the number that the first line of an item begins with, in brackets or without."""
    found = _ITEM.match(start.text) or _PLAIN_ITEM.match(start.text)
    return int(found[1]) if found else 0


def _runs(starts: Iterable[TextLine]) -> list[list[TextLine]]:
    """Returns first lines of items whose numbers follow each other, under each other, from the top down."""
    runs: list[list[TextLine]] = []
    for start in starts:
        for run in reversed(runs):
            last = run[-1]
            is_under = (
                abs(last.left - start.left) <= weights.REFERENCES_EDGE_EM * start.size
                and last.baseline < start.baseline
            )
            if is_under and _is_alike(last, start) and _number(last) == _number(start) - 1:
                run.append(start)
                break
        else:
            runs.append([start])
    return runs


def _is_alike(one: TextLine, other: TextLine) -> bool:
    return abs(one.size - other.size) <= weights.REFERENCES_SIZE_SHARE * one.size


def _is_headed(start: TextLine, heading: TextLine) -> bool:
    """Whether the first line of an item is close under the heading of a list."""
    reach = weights.REFERENCES_HEADING_REACH_EM * max(start.size, heading.size)
    return 0 < start.baseline - heading.baseline <= reach and heading.right > start.left


def _lines_of(run: Sequence[TextLine], others: Iterable[TextLine]) -> list[TextLine]:
    """Returns the lines of a run of items: the first one of each, and those that continue it."""
    left = min(start.left for start in run) - weights.REFERENCES_EDGE_EM * run[0].size
    found = list(run)
    right = max(start.right for start in run)
    usual: list[float] = []
    for line in others:
        own = [start for start in found if start.baseline <= line.baseline + line.size / 4]
        if not own or line.left < left or not _is_alike(own[-1], line):
            continue
        last = max(own, key=lambda each: (each.baseline, each.right))
        if are_in_row(line, last):
            is_part = 0 <= line.left - last.right <= weights.REFERENCES_PART_GAP_EM * line.size
        else:
            step = line.baseline - last.baseline
            is_last = last.baseline >= run[-1].baseline
            is_part = line.left < right and step <= weights.REFERENCES_MAX_STEP_EM * line.size
            is_part = is_part and not (is_last and _is_under_list(line, last, right, median(usual or [step])))
            if is_part:
                usual.append(step)
        if is_part:
            found.append(line)
            right = max(right, line.right)
    return found


def _lines_before(run: Sequence[TextLine], others: Sequence[TextLine]) -> list[TextLine]:
    """Returns the lines over the first item of a column that end the last one of the column before."""
    first = run[0]
    found: list[TextLine] = []
    for line in sorted(others, key=lambda line: -line.baseline):
        step = (found[-1] if found else first).baseline - line.baseline
        is_over = (
            0 < step <= weights.REFERENCES_BEFORE_STEP_EM * line.size
            and line.left < first.right
            and line.right > first.left
        )
        if is_over and line.left >= first.left + line.size and _is_alike(first, line):
            found.append(line)
    return found


def _is_under_list(line: TextLine, last: TextLine, right: float, usual: float) -> bool:
    """Whether a line under the last item is of another text: it is apart, bold, or after the end of the item."""
    is_apart = line.baseline - last.baseline > weights.REFERENCES_LAST_STEP_RATIO * usual or line.bold != last.bold
    is_ended = ends_sentence(last.text) and right - last.right > weights.REFERENCES_SHORT_EM * line.size
    return is_apart or is_ended


def _block_of(lines: Iterable[TextLine], firsts: Collection[int], script: Script) -> TextBlock:
    """Returns lines as a block in a script; the parts of a row are one line. ``firsts`` are the ids of first lines."""
    rows: list[TextLine] = []
    for line in sorted(lines, key=lambda line: (round(line.baseline), line.left)):
        if rows and are_in_row(line, rows[-1]):
            last = rows[-1]
            rows[-1] = replace(last, text=f"{last.text} {line.text}", right=max(last.right, line.right))
        else:
            rows.append(replace(line, begins_reference=id(line) in firsts))
    return replace(block_of(rows), script=script)


def _script_of(lines: Iterable[TextLine]) -> Script:
    text = "".join(line.text for line in lines)
    return HAN if count_han(text) * weights.REFERENCES_LETTERS_A_CHARACTER >= len(text) else LATIN
