"""Units as the blocks that the alignment compares."""

from __future__ import annotations

from collections import Counter

from reader.alignment.block import PARAGRAPH, SideBlock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.documents.document import SourceUnit, UnitKind

_KINDS: dict[UnitKind, str] = {
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
_PLAIN: frozenset[UnitKind] = frozenset({"paragraph", "heading", "note"})
_TEXTS: frozenset[UnitKind] = frozenset({"paragraph", "quotation", "item", "verse"})
GUESSED_LEVEL = 7
"""Level of a heading that is one by its form only."""


def blocks_of(
    left: Sequence[SourceUnit], right: Sequence[SourceUnit], *, is_one_source: bool = False
) -> tuple[list[SideBlock], list[SideBlock]]:
    """Returns the units of both sides as blocks.

    A kind says nothing if the other side has none of it, and no other kind than headings and paragraphs: where one
    source has a list, plain text has paragraphs. In one source the kinds of both languages are alike.
    """
    counts = [Counter(unit.kind for unit in side) for side in (left, right)]
    guessed = [sum(unit.level == GUESSED_LEVEL for unit in side) for side in (left, right)]
    is_guess_right = counts[0]["heading"] == counts[1]["heading"]
    loose = {
        kind
        for own, others in (counts, counts[::-1])
        for kind in own.keys() - others.keys()
        if not is_one_source and not others.keys() - _PLAIN
    }
    alone = [(own.keys() - others.keys()) & _TEXTS for own, others in (counts, counts[::-1])]
    if all(alone):  # as where each paragraph is followed by its translation as a quotation
        loose |= alone[0] | alone[1]

    def block(unit: SourceUnit) -> SideBlock:
        is_loose = unit.kind in loose or (unit.kind == "heading" and any(guessed) and not is_guess_right)
        return SideBlock(PARAGRAPH if is_loose else _KINDS[unit.kind], unit.text.text)

    return [block(unit) for unit in left], [block(unit) for unit in right]
