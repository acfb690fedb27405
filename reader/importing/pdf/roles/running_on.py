"""Running text in whatever size: texts of more lines and sentences than a deck or a pull quote has."""

from __future__ import annotations

import re

from reader.importing.pdf.text_lines.line_alignment import alignment_of
from reader.importing.pdf.weights import blocks as blocks_weights
from reader.importing.pdf.weights import roles as weights
from reader.importing.scripts import HAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.pdf.blocks.text_blocks import TextBlock

_SENTENCE_END = re.compile(r"[。！？]|[a-z)”’][.!?](?=[”’]?\s|\Z)")


def runs_on(block: TextBlock) -> bool:
    """Whether a block is running text in whatever size: lines of several sentences, more than a deck or a quote has."""
    sentences = len(_SENTENCE_END.findall(block.text))
    is_long = len(block.lines) >= weights.LARGER_TEXT_MIN_LINES and sentences >= weights.LARGER_TEXT_MIN_SENTENCES
    is_verse = block.script == HAN and len(block.lines) > weights.LONG_DECK_MAX_LINES
    if is_verse or (len(block.lines) > weights.DECK_MAX_LINES and _is_indented(block)):
        return True
    is_wide = block.width >= weights.LEAD_MIN_WIDTH_EM * block.size and len(block.lines) >= weights.LEAD_MIN_LINES
    return is_long or (is_wide and sentences >= weights.LEAD_MIN_SENTENCES and not block.bold)


def _is_indented(block: TextBlock) -> bool:
    """Whether the first line of a block is indented, as that of a paragraph, and the others are not."""
    if alignment_of(block.lines) == "centred":
        return False
    first, *rest = (line.left for line in block.lines)
    indent = (first - min(rest, default=first)) / block.size
    is_even = sum(left - min(rest) <= block.size * blocks_weights.MIN_INDENT_EM / 2 for left in rest) * 2 > len(rest)
    return is_even and blocks_weights.MIN_INDENT_EM <= indent <= blocks_weights.MAX_INDENT_EM
