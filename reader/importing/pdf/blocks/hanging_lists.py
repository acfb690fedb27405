"""Lists with hanging indents, such as references without numbers: later lines of an entry are farther in. Pure."""

from __future__ import annotations

from itertools import pairwise

from reader.importing.bullets import is_item
from reader.importing.pdf.blocks.line_ends import is_forced
from reader.importing.pdf.weights import blocks as weights
from reader.importing.scripts import LATIN
from reader.model.record import record
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.text_lines.text_line import TextLine


@record
class EntryEdge:
    """Where the entries of a list with hanging indents begin, and where they go on."""

    left: float
    inner: float

    def is_of(self, left: float, size: float) -> bool:
        """Whether a block whose lines begin at ``left`` or farther in has such entries, or goes on with one."""
        near = weights.HANGING_EDGE_EM * size
        return abs(left - self.left) <= near or abs(left - self.inner) <= near


def entry_edges(blocks: Iterable[Sequence[TextLine]]) -> list[EntryEdge]:
    """Returns the edges of hanging entries that are blocks of their own, as the forms of several show."""
    hanging: list[EntryEdge] = []
    flush: list[float] = []
    for lines in (lines for lines in blocks if len(lines) > 1 and lines[0].script == LATIN):
        first, left, right = lines[0], min(line.left for line in lines[1:]), max(line.left for line in lines[1:])
        size = first.size
        indent = (left - first.left) / size
        if right - left <= weights.HANGING_EDGE_EM * size and (
            weights.MIN_INDENT_EM <= indent <= weights.MAX_INDENT_EM and not is_item(first.text)
        ):
            hanging.append(EntryEdge(first.left, left))
        elif not is_item(first.text):
            flush.append(min(first.left, left))
    found = []
    for edge in hanging:
        size = weights.HANGING_EDGE_EM * (edge.inner - edge.left)
        same = sum(abs(other.left - edge.left) <= size for other in hanging)
        other = sum(abs(left - edge.left) <= size for left in flush)
        if same >= weights.HANGING_MIN_STEPS and same > weights.HANGING_MIN_RATIO * other:
            found.append(edge)
    return found


def is_hanging(lines: Sequence[TextLine], left: float, right: float) -> bool:
    """Whether later lines of the entries of a column are farther in than the first ones, not the other way round.

    ``left`` and ``right`` are its edges. After the first line of an entry its text goes on farther in; before the
    next one a line is cut short. Items with bullets are no such lines. In paragraphs with indented first lines, the
    line before an indent is cut short.
    """
    hanging = indented = 0
    for last, line in pairwise(lines):
        if last.script != LATIN or line.script != LATIN:
            continue
        space = (right - last.right) / last.size
        is_short = space > weights.SHORT_LINE_EM
        was_in, is_in = (each.left - left > weights.MIN_INDENT_EM * each.size for each in (last, line))
        if is_in and (is_item(line.text) or line.left - left > weights.MAX_INDENT_EM * line.size):
            indented += 1
        elif is_in and not was_in:
            hanging += not ends_sentence(last.text) and not is_forced(last, line, space)
            indented += ends_sentence(last.text) and is_short
        elif was_in and not is_in:
            hanging += is_short and not line.text[0].islower()
            indented += not is_short and not ends_sentence(last.text)
    return hanging >= weights.HANGING_MIN_STEPS and hanging > weights.HANGING_MIN_RATIO * indented
