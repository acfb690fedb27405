"""Signs and blanks that are drawn inside a text and are no part of it: the labels of footnotes.

They widen the characters that they are beside, so that a line may end at the same places as without them.
"""

from __future__ import annotations

from bisect import bisect_left

from reader.layout.graphemes import boundaries
from reader.layout.lines import measured
from reader.layout.width import cell_width
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.layout.lines import Measured
    from reader.layout.typesetting import Typesetting
    from reader.model.text import Prose


@record
class Insert:
    """A sign drawn in a text: behind the character before an offset, or before the character at it."""

    offset: int
    text: str
    style: str
    is_before: bool = False
    """Whether it stays with the character at the offset where a line begins there."""

    def is_in(self, start: int, end: int) -> bool:
        """Whether it is drawn in the line of the text from ``start`` to ``end``, half-open."""
        return start <= self.offset < end if self.is_before else start < self.offset <= end


def inserts_of(prose: Prose) -> tuple[Insert, ...]:
    """Returns the inserts of a text in the order in which they are drawn."""
    marks = [span for span in prose.spans if span.kind == "footnote"]
    if not marks:
        return ()
    text = prose.text
    edges = boundaries(text)
    found = []
    for mark in marks:
        offset = edges[bisect_left(edges, mark.start)]
        is_first = offset == 0 or text[offset - 1] == "\n"
        found.append(Insert(offset, mark.target, "footnote", is_before=is_first and offset < len(text)))
    return tuple(sorted(found, key=lambda insert: (insert.offset, insert.is_before)))


def measured_with(prose: Prose, how: Typesetting) -> tuple[Measured, tuple[Insert, ...]]:
    """Returns a measured text with room for its inserts, and the inserts."""
    inserts = inserts_of(prose) if prose.spans else ()
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
