"""Runs of styled text to strips: the one place where content becomes something to draw, and never markup."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip

from reader.gate import clean_line
from reader.layout.setting import measured
from reader.layout.width import cell_width, clip

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from rich.style import Style

Run = tuple[str, str]
"""A text and the name of its style."""


def strip_of(runs: Iterable[Run], width_cells: int, style: Callable[[str], Style], blank: str = "") -> Strip:
    """Draws runs on a strip of exactly that width, cut or filled up in the style named ``blank``."""
    segments: list[Segment] = []
    room = width_cells
    for text, name in runs:
        safe = clean_line(text)
        cells = cell_width(safe)
        if cells > room:
            safe = clip(safe, room)
            cells = cell_width(safe)
            segments.append(Segment(safe, style(name)))
            room -= cells
            break
        segments.append(Segment(safe, style(name)))
        room -= cells
    if room:
        segments.append(Segment(" " * room, style(blank)))
    return Strip(segments, width_cells)


def wrap(runs: Sequence[Run], width_cells: int, hang_cells: int = 0) -> list[list[Run]]:
    """Breaks runs, read as one text, into lines; lines after the first are indented by ``hang_cells``."""
    text = "".join(run[0] for run in runs)
    room = max(2, width_cells - hang_cells)
    lines = []
    for number, (start, end) in enumerate(measured(text).fill(room)):
        line: list[Run] = [(" " * hang_cells, "")] if number and hang_cells else []
        lines.append(line + cut(runs, start, end))
    return lines


def cut(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    """Returns the runs of ``text[start:end]``."""
    found = []
    offset = 0
    for text, name in runs:
        part = text[max(0, start - offset) : max(0, end - offset)]
        if part:
            found.append((part, name))
        offset += len(text)
    return found


def lit(text: str, spans: Sequence[tuple[int, int]], name: str, lit_name: str) -> list[Run]:
    """Returns a text as runs in the style ``name``, with the spans (in order, apart) in ``lit_name``."""
    runs = []
    here = 0
    for start, end in spans:
        if start > here:
            runs.append((text[here:start], name))
        runs.append((text[start:end], lit_name))
        here = end
    if here < len(text):
        runs.append((text[here:], name))
    return runs
