"""Run-in heads that fill their line: bold words that end as a sentence does, joined to the paragraph they begin."""

from __future__ import annotations

from reader.importing.pdf.blocks.text_blocks import block_of, is_same_size
from reader.importing.pdf.weights import blocks as weights
from reader.importing.scripts import LATIN
from reader.model.record import replace
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock


def with_full_heads_joined(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """Returns the blocks; bold words over a text are its first ones if other paragraphs begin so, and they fill a line.

    They end with a full stop, and the first word of the text had no room after them: else they are a heading.
    """
    if sum(_begins_with_head(block) for block in blocks) < weights.RUN_IN_HEADS_MIN:
        return list(blocks)
    texts = [block for block in blocks if block.script == LATIN and not block.bold]
    found: list[TextBlock] = []
    joined: set[int] = set()
    for block in blocks:
        text = next((text for text in texts if block.bold and _is_full_head(block, text, texts)), None)
        if text is None:
            found.append(block)
        else:
            first, *rest = (replace(line, bold=False) for line in block.lines)
            found.append(block_of([replace(first, has_run_in_head=True), *rest, *text.lines]))
            joined.add(id(text))
    return [block for block in found if id(block) not in joined]


def _begins_with_head(block: TextBlock) -> bool:
    """Whether a text begins with bold words, which may go over its first line, and goes on in another weight."""
    bold = next((at for at, line in enumerate(block.lines) if not line.bold), 0)
    return not block.bold and block.script == LATIN and block.lines[bold].has_run_in_head


def _is_full_head(head: TextBlock, text: TextBlock, texts: Sequence[TextBlock]) -> bool:
    """Whether bold words begin the text right under them, whose first word had no room in the column of ``texts``."""
    last, first = head.lines[-1], text.lines[0]
    step = first.baseline - last.baseline
    steps = [text.lines[1].baseline - first.baseline] if len(text.lines) > 1 else []
    if (
        len(head.lines) > weights.JOINED_INNER_MAX_LINES
        or not ends_sentence(head.text)
        or not is_same_size(first.size, last.size, last.size)
        or abs(first.left - last.left) > weights.JOINED_EDGE_EM * last.size
        or not 0
        < step
        <= min([weights.LEADING_RATIO * step for step in steps], default=weights.MAX_LEADING_EM * last.size)
    ):
        return False
    near = weights.JOINED_EDGE_EM * last.size
    column = [other.right for other in texts if abs(other.left - head.left) <= near and other.size <= text.size]
    word = first.width * len(first.text.split()[0]) / len(first.text)
    return last.right + word > max([text.right, *column]) - weights.MIN_INDENT_EM * last.size
