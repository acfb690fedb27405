"""The outline of a list of blocks: how many texts each block has, and how long they are, without the texts.

An article is laid out around one place. Of all that lies elsewhere, no more than this is needed.
"""

from __future__ import annotations

from types import MappingProxyType

from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@record
class Outline:
    """Facts about the blocks of a list. Its *slots* are all that is set, in reading order.

    A slot is a passage, a note that a paragraph goes on elsewhere, the source of a quotation or verse, or a figure.
    """

    slots: Sequence[int]
    """Number of slots before each block, and of all slots at last."""
    passages: Sequence[int]
    """Number of passages before each block, and of all passages at last."""
    chars: Mapping[str, Sequence[int]]
    """Number of characters of each slot by language, 0 where it has none in a language; of figures always 0."""
    whole: frozenset[int] = frozenset()
    """Slots that are set whole, however long they are."""
    figures: tuple[tuple[int, str], ...] = ()
    """Slot and id of each figure."""
    headings: tuple[tuple[int, int], ...] = ()
    """Block and level of each heading, those in boxes left out."""
    pages: tuple[tuple[int, str], ...] = ()
    """Block in which a printed page begins, and the page."""
    ids: Mapping[str, int] = MappingProxyType({})
    """Block of each id of a passage."""

    @property
    def slot_count(self) -> int:
        """Number of slots."""
        return self.slots[-1]


def kept_outline(blocks: Sequence[object]) -> Outline | None:
    """Returns the outline that is kept with a list of blocks; None where there is none."""
    found: Outline | None = getattr(blocks, "outline", None)
    return found
