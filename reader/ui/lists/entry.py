"""One entry of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from reader.layout.runs import packed, shortened, width_of, without_orphan, wrap
from reader.layout.width import cell_width
from reader.model.record import record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.layout.runs import Run
    from reader.pictures.headers import PictureFile

    Runs = tuple[Run, ...]
    """A paragraph of an entry: it is wrapped by itself."""

T = TypeVar("T")
GAP_CELLS = 2


@record
class ListEntry(Generic[T]):
    """Some paragraphs, and the value that choosing the entry gives.

    An entry without a value is a heading: the cursor passes over it.
    """

    paragraphs: tuple[Runs, ...]
    value: T | None = None
    indent_cells: int = 0
    hang_cells: int = 0
    """Additional indent of the lines after a paragraph's first."""
    space_before: bool = False
    right: Run = ("", "")
    """Run at the right end of the first line."""
    picture: PictureFile | None = None
    """A picture above the paragraphs, where the list has room for it."""
    names: tuple[tuple[str, ...], ...] = ()
    """Rows of names below the paragraphs, muted, with dots between them; none is torn that fits a line."""


def group_heading(name: str, sources: Sequence[str], room_cells: int) -> ListEntry[T]:
    """Returns a heading of one line: a name, and its source beside it, in the first form that fits."""
    shown = shortened(name, room_cells, 1)
    rest = room_cells - cell_width(shown) - GAP_CELLS
    beside = next((source for source in sources if cell_width(source) <= rest), "")
    line = ((shown, "strong"), (f"{' ' * GAP_CELLS}{beside}" if beside else "", "muted"))
    return ListEntry((line,), space_before=True)


def laid_out(entry: ListEntry[T], room_cells: int) -> list[list[Run]]:
    """Returns the lines of an entry, with its run at the right end.

    That run is on the first line, unless it would take so much of it that the text needs a line more: then it is on
    the first other line that has room for it.
    """
    first, *others = entry.paragraphs
    lines = without_orphan(first, room_cells, entry.hang_cells)
    below = [line for paragraph in others for line in without_orphan(paragraph, room_cells, entry.hang_cells)]
    for line in (line for names in entry.names for line in packed(names, room_cells)):
        below += wrap(((line, "muted"),), room_cells)
    right_cells = width_of([entry.right])
    if not right_cells:
        return [*lines, *below]
    row = next((k for k, line in enumerate((*lines, *below)) if width_of(line) + 1 + right_cells <= room_cells), None)
    if row is None:
        row, lines = 0, wrap(first, max(1, room_cells - 1 - right_cells), hang_cells=entry.hang_cells)
    lines += below
    gap = room_cells - right_cells - width_of(lines[row])
    lines[row] = [*lines[row], (" " * max(1, gap), ""), entry.right]
    return lines
