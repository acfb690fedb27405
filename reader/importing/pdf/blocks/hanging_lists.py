"""Lists with hanging indents, such as references without numbers: later lines of an entry are farther in. Pure."""

from __future__ import annotations

from itertools import pairwise

from reader.importing.bullets import is_item
from reader.importing.pdf.blocks.line_ends import is_forced
from reader.importing.pdf.weights import blocks as weights
from reader.importing.scripts import LATIN
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.text_lines.text_line import TextLine


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
