"""Side heads: headings in a column of their own, each beside the first line of its text."""

from __future__ import annotations

from reader.importing.pdf.page.geometry import shared_width
from reader.importing.pdf.weights import assembling as weights

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock


def side_heads(blocks: Sequence[TextBlock], headings: frozenset[int]) -> dict[int, TextBlock]:
    """Returns headings by the ``id()`` of the text that each is beside; no text is over or under them.

    ``headings`` are the ``id()`` of the blocks that are headings.
    """
    texts = [block for block in blocks if id(block) not in headings]
    found: dict[int, TextBlock] = {}
    for head in (block for block in blocks if id(block) in headings):
        if any(shared_width(head, text) > 0 for text in texts):
            continue
        beside = [text for text in texts if text.left > head.right and _is_level(head, text)]
        if beside:
            found[id(min(beside, key=lambda text: text.left))] = head
    return found


def _is_level(head: TextBlock, text: TextBlock) -> bool:
    """Whether the first lines of two blocks are on one baseline."""
    return abs(head.lines[0].baseline - text.lines[0].baseline) <= weights.SIDE_HEAD_LEVEL_EM * text.size
