"""Units as the blocks that the alignment compares."""

from __future__ import annotations

from collections import Counter

from reader.importing.extraction import PARAGRAPH, ExtractedBlock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.documents.document import SourceUnit, UnitKind
    from reader.importing.extraction import BlockKind

_KINDS: dict[UnitKind, BlockKind] = {
    "heading": "heading",
    "paragraph": "para",
    "quotation": "quotation",
    "item": "item",
    "row": "row",
    "caption": "caption",
    "code": "code",
    "verse": "verse",
    "figure": "figure",
    "note": "para",
}
MIN_SHARE = 0.25
"""Number of units of a kind on one side, divided by that on the other, below which the kind says nothing."""


def blocks_of(
    left: Sequence[SourceUnit], right: Sequence[SourceUnit]
) -> tuple[list[ExtractedBlock], list[ExtractedBlock]]:
    """Returns the units of both sides as blocks.

    A kind that only one side has, or nearly so, says nothing: where one source has a list, another may have paragraphs.
    """
    counts = [Counter(_KINDS[unit.kind] for unit in side) for side in (left, right)]
    shared = {
        kind
        for kind in {*counts[0], *counts[1]}
        if min(counts[0][kind], counts[1][kind]) > MIN_SHARE * max(counts[0][kind], counts[1][kind])
    }

    def block(unit: SourceUnit) -> ExtractedBlock:
        kind = _KINDS[unit.kind]
        return ExtractedBlock(kind if kind in shared else PARAGRAPH, unit.text.text)

    return [block(unit) for unit in left], [block(unit) for unit in right]
