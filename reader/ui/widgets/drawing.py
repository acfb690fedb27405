"""Strips from runs of styled text: the one place where content is made ready for Textual, never as markup."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip

from reader.gate import drawn_line
from reader.layout.width import cell_width, clip

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rich.style import Style

    from reader.layout.runs import Run


def strip_of(runs: Iterable[Run], width_cells: int, style: Callable[[str], Style], blank: str = "") -> Strip:
    """Draws runs on a strip of exactly this width: it is cut, or filled up in the style named ``blank``."""
    segments: list[Segment] = []
    room = width_cells
    for text, name in runs:
        safe = drawn_line(text)
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
