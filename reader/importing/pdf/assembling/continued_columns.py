"""Columns that begin inside an article: its title is in the column before, over the text that runs on. Pure."""

from __future__ import annotations

from reader.importing.pdf.page.geometry import shared_width
from reader.importing.pdf.weights import assembling as weights
from reader.model.record import record
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock

_MAX_COLUMNS = 12
"""Number of columns that are followed to the left of a text."""
_HYPHENS = "-\u2010\u00ad"


@record
class _Step:
    """The text before that of a column."""

    before: TextBlock
    begins_article: bool
    """Whether a title is over it, farther down than the first text of the column."""


def continued_text(block: TextBlock, bodies: Sequence[TextBlock], titles: Sequence[TextBlock]) -> TextBlock | None:
    """Returns the text at the foot of the column on the left that goes on in that of a block; None if none does.

    The other column alone has a title farther down than the first text of this one, or goes on with one that has. Text
    goes on if it stops inside a sentence, or if no title at all is over the column.
    """
    step = _step_left(block, bodies, titles)
    found = step.before if step else None
    for _ in range(_MAX_COLUMNS):
        if step is None or step.begins_article:
            return found if step else None
        step = _step_left(step.before, bodies, titles)
    return None


def _step_left(block: TextBlock, bodies: Sequence[TextBlock], titles: Sequence[TextBlock]) -> _Step | None:
    """Returns the text from which that of a block's column goes on; None if it begins there."""
    near = weights.COLUMN_BEFORE_EM * block.size
    over = [title.bottom for title in titles if title.top <= block.top and shared_width(title, block) > 0]
    top = max(over, default=0.0)
    column = [other for other in bodies if other.top >= top and abs(other.left - block.left) <= near]
    first = min(column, key=lambda other: other.top, default=block)
    before = [other for other in bodies if other.right <= first.left and other.bottom > first.top]
    if not before or first.top > block.top:
        return None
    edge = max(other.right for other in before) - near
    last = max((other for other in before if other.right >= edge), key=lambda other: other.bottom)
    begun = [
        title
        for title in sorted(titles, key=lambda each: each.top)
        if first.top < title.top < last.top and shared_width(title, last) > 0
    ]
    if any(shared_width(title, first) > 0 for title in begun) or (over and not _goes_on(last, first)):
        return None
    ended = [other for other in before if begun and other.top < begun[0].top and shared_width(other, begun[0]) > 0]
    if ended and _goes_on(max(ended, key=lambda other: other.bottom), first):
        return None
    return _Step(last, bool(begun))


def _goes_on(last: TextBlock, first: TextBlock) -> bool:
    """Whether text that stops inside a sentence goes on in another column."""
    return not ends_sentence(last.text) and (first.text[0].islower() or last.text[-1] in _HYPHENS)
