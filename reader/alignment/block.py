"""The blocks that are aligned, and their pairs."""

from __future__ import annotations

from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

PARAGRAPH: Final = "para"
"""Kind of the blocks of which two may go with one of the other side."""


@record
class SideBlock:
    """A block of one side. Only blocks of one kind go together: headings, code, paragraphs."""

    kind: str
    text: str


@record
class AlignedPair:
    """A block of each side, by its index; None where a side has no counterpart."""

    left: int | None
    right: int | None
    continues: bool = False
    """Whether it belongs to the pair before, whose other side has one block for both."""
