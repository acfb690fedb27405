"""Running lines: parts of a paragraph that differ in weight or size, joined: a bold line, smaller print at its end."""

from __future__ import annotations

import re

from reader.importing.pdf.blocks.text_blocks import block_of, is_same_size
from reader.importing.pdf.weights import blocks as weights
from reader.importing.scripts import HAN, LATIN
from reader.model.scripts import HAN_UNIFIED, PAUSES_LATIN, ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.text_lines.text_line import TextLine

_WORDS_APART = re.compile(rf"[{HAN_UNIFIED}]+\s+[{HAN_UNIFIED}]")
"""Beginning of a Chinese line with a blank between the words of a heading and the text."""
_MAX_BLOCKS = 400
"""Number of blocks above which a page is a table or a form."""


def with_running_lines_joined(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """Returns the blocks; those that are parts of one paragraph, in which a sentence goes on, are one block."""
    found = sorted(blocks, key=lambda block: (block.top, block.left))
    if len(found) > _MAX_BLOCKS:
        return found
    at = 0
    while at < len(found):
        if parts := _parts_from(found[at], found):
            joined = block_of([line for part in parts for line in part.lines])
            found = [joined if block is parts[0] else block for block in found if block not in parts[1:]]
        else:
            at += 1
    return found


def goes_on_from_head(line: TextLine) -> bool:
    """Whether a line begins with words in bold, or in another font, before a blank: the end of a heading, then text."""
    return line.has_run_in_head or (line.is_mixed and bool(_WORDS_APART.match(line.text)))


def _parts_from(block: TextBlock, blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """Returns a block and those that continue its last sentence in another style; none if there is no such one."""
    if block.script == HAN and block.bold:
        texts = [other for other in blocks if _is_run_in(block, other)]
        return [block, *texts] if len(texts) == 1 else []
    below = [other for other in blocks if other is not block and _runs_into(block, other)]
    if block.script != LATIN or block.bold or len(below) != 1:
        return []
    (inner,) = below
    if inner.bold:
        rest = [other for other in blocks if other is not inner and not other.bold and _runs_into(inner, other)]
        return [block, inner, rest[0]] if len(inner.lines) <= weights.JOINED_INNER_MAX_LINES and len(rest) == 1 else []
    is_other_size = not is_same_size(block.size, inner.size, block.size)
    return [block, inner] if is_other_size and inner.text[:1].islower() and len(block.lines) > 1 else []


def _is_run_in(head: TextBlock, text: TextBlock) -> bool:
    """Whether full bold lines go on with bold words that begin the first line of the text right under them."""
    last, first = head.lines[-1], text.lines[0]
    size = max(last.size, first.size)
    return (
        goes_on_from_head(first)
        and not text.bold
        and len(head.lines) <= weights.JOINED_HEAD_MAX_LINES
        and 0 < first.baseline - last.baseline <= weights.JOINED_MAX_STEP_EM * size
        and is_same_size(first.size, last.size, size)
        and (first.color, first.script) == (last.color, last.script)
        and -weights.JOINED_EDGE_EM <= (last.left - first.left) / size <= weights.MAX_INDENT_EM
        and abs(last.right - text.right) <= weights.JOINED_EDGE_EM * size
        and not ends_sentence(last.text)
    )


def _runs_into(block: TextBlock, below: TextBlock) -> bool:
    """Whether the last sentence of a block goes on in the block right under it, whose first word had no room on it."""
    last, first = block.lines[-1], below.lines[0]
    size = max(last.size, first.size)
    return (
        0 < first.baseline - last.baseline <= weights.JOINED_MAX_STEP_EM * size
        and abs(first.left - last.left) <= weights.JOINED_EDGE_EM * size
        and min(first.size, last.size) >= weights.JOINED_MIN_SIZE_RATIO * size
        and (first.color, first.script) == (last.color, last.script)
        and not ends_sentence(last.text)
        and last.text[-1:] not in PAUSES_LATIN.replace(",", "")
        and last.right + _width_of_first_word(first) > max(block.right, below.right) - weights.MIN_INDENT_EM * size
    )


def _width_of_first_word(line: TextLine) -> float:
    return line.width * len(line.text.split()[0]) / len(line.text) if line.text.strip() else 0.0
