"""How wide the columns of a page may be, and how many there may be: what a search in them begins from."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from reader.importing.text.words import CHINESE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.importing.text.runs import Run

MOST_COLUMNS = 4
_NARROWEST_EM, _WIDEST_EM = 8.0, 48.0
_NARROWEST_PART_EM = 11.0
_USUAL_EM = 38.0
"""Wider columns are seldom set."""

_FULL_SHARE = 0.4
"""Lines of full width for each line that begins a paragraph, at least."""


class Measure:
    """The width of a full line of one language in ems, and how many columns there are."""

    def __init__(self, width: float, columns: int, indented: bool = False) -> None:
        self.width = width
        self.columns = columns
        self.indented = indented
        """Whether paragraphs of Chinese begin two ems in."""

    @property
    def prior(self) -> float:
        """What speaks for such columns before anything is read, in nats."""
        return -5.0 * (self.columns - 1) - 0.8 * max(0.0, self.width - _USUAL_EM)


def mode(widths: Iterable[float], spread: float) -> float:
    """Returns the upper end of the densest stretch of ``spread`` ems; the wider one of equals; 0 for none."""
    ordered = sorted(widths)
    best, found = 0, 0.0
    start = 0
    for end, width in enumerate(ordered):
        while width - ordered[start] > spread:
            start += 1
        if end - start + 1 >= best:
            best, found = end - start + 1, width
    return found


def _upper(widths: list[float], width: float) -> float:
    """Returns the widest of the widths that go on from one without a gap, a little way."""
    top = width
    for each in sorted(widths):
        if top < each <= min(top + 0.7, width * 1.08):
            top = each
    return top


def measures(runs: list[Run]) -> list[Measure]:
    """Returns how the columns of runs of one language may be measured, the likeliest at a glance first."""
    if runs and runs[0].language == CHINESE:
        return _chinese(runs)
    widths = [run.width(0, len(run.words)) for run in runs if len(run.words) > 2]
    full = _upper(widths, mode([width for width in widths if width > _NARROWEST_EM], 2.5))
    if not full:
        return [Measure(max((run.width(0, len(run.words)) for run in runs), default=0.0), 1)]
    narrower = [width for width in widths if _NARROWEST_EM < width < full * 0.75]
    alone = _upper(narrower, mode(narrower, 1.5))
    found: dict[tuple[int, int], Measure] = {}
    for width in (full, *(full / n - 0.4 for n in range(2, MOST_COLUMNS + 1)), alone):
        if not (_NARROWEST_EM if width in (full, alone) else _NARROWEST_PART_EM) <= width <= _WIDEST_EM:
            continue
        fitting = [
            columns
            for columns in range(1, MOST_COLUMNS + 1)
            if sum(each > columns * (width * 1.03 + 0.6) + 1 for each in widths) <= 0.1 * len(widths)
        ]
        for columns in fitting[:2]:
            found.setdefault((round(width), columns), Measure(width, columns))
    return list(found.values()) or [Measure(full, 1)]


def _chinese(runs: list[Run]) -> list[Measure]:
    counts: Counter[int] = Counter()
    widths = []
    lines: dict[int, int] = {}
    for run in runs:
        edges = [0, *sorted(run.gutters), len(run.words)]
        parts = [run.width(a, b) for a, b in pairwise(edges)]
        widths += [part for part in parts if part >= 6]
        lines[run.line] = lines.get(run.line, 0) + sum(part >= 5 for part in parts)
    counts.update(lines.values())
    top = mode(widths, 1.2)
    near = sorted(width for width in widths if top - 1.2 <= width <= top)
    full = near[len(near) // 2] if near else 0.0
    wider = sorted(width for width in widths if 1.4 < width - full < 3.2)
    if wider and len(wider) >= _FULL_SHARE * len(near):  # most lines begin paragraphs
        full = wider[len(wider) // 3]
    seen = max((number for number, times in counts.items() if number and (times >= 2 or len(lines) < 4)), default=1)
    seen = min(seen, MOST_COLUMNS)
    inner = sum(full - 3.2 < width < full - 1.3 for width in widths)
    return [
        Measure(full, columns, inner > 0.08 * len(widths)) for columns in range(seen, min(seen + 2, MOST_COLUMNS) + 1)
    ]
