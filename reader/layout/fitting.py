"""The split that gives each language the width that its texts need, from a sample of an article."""

from __future__ import annotations

from reader.layout.parts import PART_CHARS
from reader.layout.sampling import sampled
from reader.layout.spaces import SIDES
from reader.layout.width import cell_width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.layout.flow import Flow, Items
    from reader.layout.item import ItemKind
    from reader.layout.spaces import Side

EVEN_SPLIT = 0.5
"""Share of the left column where both are equally wide."""
SPLIT_STEP = 0.05
"""Step between two splits: a small change of a text moves no column."""
MIN_FITTED_SPLIT = 0.35
"""Least share of a column; the greatest is the rest."""
SAMPLE_ITEMS = 48
"""Maximum number of items that are measured, spread over the article."""
LINE_END_CELLS = 24
"""Width added for each text: half of its last line is empty, at a comfortable measure."""
_MEASURED_KINDS: frozenset[ItemKind] = frozenset({"paragraph", "quotation", "pull", "item"})
"""Kinds of running text: headings are short, and tables go over both columns."""


def fitted_split(flow: Flow) -> float:
    """Returns the left column's share of the width at which both languages come to about the same height.

    Returns:
        A share from :data:`MIN_FITTED_SPLIT` to its rest, in steps of :data:`SPLIT_STEP`; swapped languages give the
        rest of it. An even split where a language has no text.
    """
    left, right = (_cells(flow.sides[0], flow.sides[-1], side, is_free=flow.free) for side in SIDES)
    if not left or not right:
        return EVEN_SPLIT
    excess = abs(left - right) / (left + right) / 2
    steps = min(int(excess / SPLIT_STEP + 0.5), round((EVEN_SPLIT - MIN_FITTED_SPLIT) / SPLIT_STEP))
    return round(EVEN_SPLIT + (steps if left > right else -steps) * SPLIT_STEP, 2)


def _cells(first: Items, last: Items, side: Side, *, is_free: bool) -> float:
    """Returns the width of the running text on a side, in cells.

    Of pairs only those count that have both languages. Where each side has a list, the sample of it stands for all.
    """
    items = last if side else first
    total = 0.0
    sample = sampled(len(items), SAMPLE_ITEMS)
    for index in sample:
        kind, *texts = items.kind_and_texts_at(index)
        text = texts[side]
        if kind in _MEASURED_KINDS and text and (is_free or texts[1 - side]):
            measured = text[: PART_CHARS // 4]
            total += cell_width(measured) * len(text) / len(measured) + LINE_END_CELLS
    return total * len(items) / len(sample) if is_free and sample else total
