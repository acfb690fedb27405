"""Signs and blanks that are drawn inside a text and are no part of it: labels of footnotes, room for readings.

They widen the characters that they are beside, so that a line may end at the same places as without them.
"""

from __future__ import annotations

from bisect import bisect_left

from reader.layout.graphemes import boundaries
from reader.layout.lines import measured
from reader.layout.piece import Insert
from reader.layout.width import cell_width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.layout.annotations import Annotation, ReadingRows
    from reader.layout.lines import Measured
    from reader.layout.typesetting import Typesetting
    from reader.model.text import Prose


def inserts_of(prose: Prose, annotations: Sequence[Annotation] = ()) -> tuple[Insert, ...]:
    """Returns the inserts of a text in the order in which they are drawn; at an offset labels come before blanks."""
    marks = [span for span in prose.spans if span.kind == "footnote"]
    if not marks and not annotations:
        return ()
    text = prose.text
    edges = boundaries(text)
    found = []
    for mark in marks:
        offset = len(text[: edges[bisect_left(edges, mark.start)]].rstrip(" "))  # blanks at the end of a line go
        is_first = offset == 0 or text[offset - 1] == "\n"
        found.append(Insert(offset, mark.target, "footnote", is_before=is_first and offset < len(text)))
    for each in annotations:
        found += [Insert(at, " " * cells, "", is_before=at == each.start) for at, cells in each.blanks]
    return tuple(sorted(found, key=lambda insert: (insert.offset, insert.is_before)))


def readings_of(prose: Prose, offset: int, room_cells: int, width_cells: int) -> ReadingRows | None:
    """Returns the rows of readings of a text in a column, or None if it has no readings.

    Args:
        prose: The text.
        offset: The offset of its beginning in its passage.
        room_cells: The width of its lines.
        width_cells: The width of the column.
    """
    if not any(span.kind in ("reading", "gloss") for span in prose.spans):
        return None
    from reader.layout.annotations import ReadingRows, annotations_of  # few texts have readings

    return ReadingRows(annotations_of(prose, room_cells), offset, width_cells)


def measured_with(
    prose: Prose, how: Typesetting, annotations: Sequence[Annotation] = ()
) -> tuple[Measured, tuple[Insert, ...]]:
    """Returns a measured text with room for its inserts, and the inserts."""
    inserts = inserts_of(prose, annotations) if prose.spans else ()
    if not inserts:
        return measured(prose.text, how.spaced), ()
    cells: dict[int, int] = {}
    for insert in inserts:
        beside = insert.offset if insert.is_before else max(0, insert.offset - 1)
        cells[beside] = cells.get(beside, 0) + cell_width(insert.text)
    return measured(prose.text, how.spaced, tuple(sorted(cells.items()))), inserts


def drawn(prose: Prose) -> str:
    """Returns a text with its inserts, not broken into lines."""
    text, here = "", 0
    for insert in inserts_of(prose) if prose.spans else ():
        text += prose.text[here : insert.offset] + insert.text
        here = insert.offset
    return text + prose.text[here:]
