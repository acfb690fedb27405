"""Strips from runs of styled text: the one place where content is made ready for Textual, never as markup."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip

from reader.layout.runs import fitted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rich.style import Style

    from reader.layout.runs import Run


def strip_of(runs: Iterable[Run], width_cells: int, style: Callable[[str], Style], blank: str = "") -> Strip:
    """Draws runs on a strip of exactly this width: it is cut, or filled up in the style named ``blank``."""
    return Strip([Segment(text, style(name)) for text, name in fitted(runs, width_cells, blank)], width_cells)
