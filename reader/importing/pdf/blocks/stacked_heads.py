"""Bold headings of several levels under each other, each a text by itself."""

from __future__ import annotations

from itertools import pairwise

from reader.importing.pdf.blocks.numbered_lines import begins_section
from reader.importing.pdf.blocks.text_blocks import block_of
from reader.importing.pdf.page.geometry import shared_width
from reader.importing.pdf.weights import blocks as weights
from reader.importing.scripts import HAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.text_lines.text_line import TextLine


def with_stacked_heads_apart(blocks: Iterable[TextBlock]) -> list[TextBlock]:
    """Returns the blocks; a bold Chinese line with the number of a section heads no other line of its block.

    It begins a heading, and ends it if it was ended early: the text below the block goes much farther to the right.
    """
    blocks = list(blocks)
    texts = [block for block in blocks if len(block.lines) > 1 and not block.bold]
    found = []
    for block in blocks:
        lines = block.lines
        cuts = [0]
        if block.script == HAN and 1 < len(lines) <= weights.STACKED_HEADS_MAX and all(line.bold for line in lines):
            right = max((text.right for text in texts if shared_width(text, block) > 0), default=0.0)
            cuts += [at for at, (above, line) in enumerate(pairwise(lines), 1) if _are_apart(above, line, right)]
        found += [block] if len(cuts) == 1 else [block_of(lines[at:end]) for at, end in pairwise([*cuts, len(lines)])]
    return found


def _are_apart(above: TextLine, line: TextLine, right: float) -> bool:
    """Whether two bold lines at one left edge are two headings, in a column that ends at ``right``."""
    if abs(above.left - line.left) > weights.MIN_INDENT_EM * line.size:
        return False
    has_room = right - above.right >= weights.NUMBERED_HEAD_MIN_ROOM_EM * above.size
    return has_room and (begins_section(line.text) or begins_section(above.text))
