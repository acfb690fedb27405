"""Lines in Latin letters inside Chinese text: an item, a name or an address among lines at even distances."""

from __future__ import annotations

from reader.importing.pdf.blocks.text_blocks import are_beside, block_of, is_same_size
from reader.importing.pdf.page.geometry import shared_width
from reader.importing.pdf.weights import blocks as weights
from reader.importing.scripts import HAN, LATIN, count_han
from reader.model.record import replace
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock

_MAX_BLOCKS = 400
"""Number of blocks above which a page is a table or a form."""


def with_foreign_lines_joined(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """Returns the blocks; a line or two in Latin letters in step with the Chinese lines around it is of them."""
    found = list(blocks)
    if len(found) > _MAX_BLOCKS:
        return found
    for inner in [block for block in blocks if _may_be_inside(block)]:
        parts = _around(inner, [block for block in found if block.script == HAN])
        if parts:
            joined = replace(block_of([line for part in parts for line in part.lines]), script=HAN)
            found = [joined if block is parts[0] else block for block in found if block not in parts[1:]]
    return found


def _may_be_inside(block: TextBlock) -> bool:
    is_short = len(block.lines) <= weights.FOREIGN_MAX_LINES and not block.lines[0].is_formula
    return block.script == LATIN and is_short and not block.bold


def _around(inner: TextBlock, blocks: Iterable[TextBlock]) -> list[TextBlock]:
    """Returns lines with the Chinese text that they are inside of, from the top down; none if they are not."""
    near = [block for block in blocks if _is_alike(block, inner)]
    above = min(near, key=lambda block: _step(block, inner), default=None)
    below = min(near, key=lambda block: _step(inner, block), default=None)
    if any(are_beside(block, inner) for block in near):
        return []
    if below is None or _step(inner, below) > weights.FOREIGN_MAX_STEP_EM * inner.size:
        return []
    if _runs_into(inner, below):
        return [inner, below]
    if above is None or not _is_edge(above, inner) or not _is_edge(below, inner):
        return []
    count = len(above.lines) + len(below.lines)
    steps = _step(above, inner), _step(inner, below)
    is_even = max(steps) <= weights.FOREIGN_STEP_RATIO * min(steps)
    return [above, inner, below] if is_even and count >= weights.FOREIGN_MIN_AROUND * len(inner.lines) else []


def _is_alike(block: TextBlock, inner: TextBlock) -> bool:
    """Whether a text is in the size and colour of a line, over, under or beside it."""
    is_alike = not block.bold and block.lines[0].color == inner.lines[0].color
    return is_alike and is_same_size(block.size, inner.size, inner.size) and shared_width(block, inner) > -inner.width


def _runs_into(inner: TextBlock, below: TextBlock) -> bool:
    """Whether a full line that has Chinese characters, too, goes on in the text under it."""
    is_full = abs(inner.right - below.right) <= inner.size or inner.right > below.right
    is_open = count_han(inner.text) > 0 and not ends_sentence(inner.text)
    return is_full and is_open and abs(inner.lines[-1].left - below.left) <= inner.size / 2


def _is_edge(block: TextBlock, inner: TextBlock) -> bool:
    """Whether lines begin at the left edge of a text, or with the indent of a paragraph."""
    lefts = [line.left for line in block.lines]
    return min(abs(left - inner.left) for left in lefts) <= inner.size / 2


def _step(above: TextBlock, below: TextBlock) -> float:
    """Returns the distance from the last baseline of a text to the first one of another, which is below it."""
    step = below.lines[0].baseline - above.lines[-1].baseline
    return step if step > 0 else float("inf")
