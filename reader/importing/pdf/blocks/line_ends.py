"""Ends of lines: whether a line was ended before its column was full, so that a paragraph begins after it."""

from __future__ import annotations

import re
from itertools import pairwise

from reader.importing.pdf.weights import blocks as weights
from reader.importing.scripts import HAN, LATIN
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.text_lines.text_line import TextLine

_FIRST_UNIT = re.compile(
    r"[“‘「『（(《【]*(?:(?P<word>[!-~]+)|.)(?:[，。、；：！？”’」』）》】…,.;:!?)]|[“‘「『（(《【][!-~]*)*"
)
"""The first part of a line that is never divided: a Latin word or a character, with the marks before and after it."""


def is_forced(last: TextLine, line: TextLine, space: float) -> bool:
    """Whether a line was ended before its column was full: the first word of the next one has room on it.

    Only words tell it: between Han characters a line may end anywhere.
    """
    if last.script != LATIN or line.script != LATIN:
        return False
    word = len(line.text.split(" ", 1)[0]) * line.width / len(line.text)
    return space * line.size > word + weights.FORCED_SLACK_EM * line.size


def end_together(last: TextLine, line: TextLine) -> bool:
    """Whether two lines end at one place, as justified ones do: they are full, though others reach farther.

    Han characters are set on a grid, where lines end at one place by chance.
    """
    return {last.script, line.script} == {LATIN} and abs(last.right - line.right) <= weights.COMMON_END_EM * line.size


def are_ended_by_hand(lines: Sequence[TextLine], left: float, right: float, reach: float) -> bool:
    """Whether each line was ended by hand: all begin with a capital or a figure, and the next word has room.

    Of two lines both are short in their column, from ``left`` to ``right``. More may fill it, if the page leaves them
    room up to ``reach``.
    """
    if len(lines) < weights.ENDED_LINES_MIN:
        if max(line.width for line in lines) * 2 > right - left:
            return False
    else:
        right = max(right, reach)
    begins = (line.text[0].isupper() or line.text[0].isdecimal() for line in lines)
    return all(begins) and all(
        is_forced(last, line, (right - last.right) / last.size) for last, line in pairwise(lines)
    )


def is_cut(last: TextLine, line: TextLine, lines: Sequence[TextLine], space_em: float) -> bool:
    """Whether a line takes so little of its own block that the next one begins a paragraph, though no sentence ends.

    ``space_em`` is the room that it leaves beside whatever is at its end.
    """
    if len(lines) < weights.CUT_LINE_MIN_LINES or line.text[0].islower():
        return False
    left, right = min(other.left for other in lines), max(other.right for other in lines)
    return min(right - last.right, space_em * last.size) > weights.CUT_LINE_SHARE * (right - left)


def is_justified(spaces_em: Iterable[float]) -> bool:
    """Whether most lines are full, so that a line which is not ends a paragraph; the spaces are those after them."""
    spaces = list(spaces_em)
    full = sum(space <= weights.FULL_LINE_EM for space in spaces)
    return full >= weights.JUSTIFIED_MIN_LINES and full >= weights.JUSTIFIED_SHARE * len(spaces)


def ends_paragraph(last: TextLine, line: TextLine, space_em: float) -> bool:
    """Whether a line of justified Han text ends a paragraph: the next line begins with less than it has room for.

    Lines that end at one place go around something.
    """
    if last.script != HAN or abs(last.right - line.right) <= last.size / 2:
        return False
    found = _FIRST_UNIT.match(line.text)
    unit = found[0] if found else line.text[:1]
    is_word = bool(found and found["word"])
    needed = len(unit) * (weights.LETTER_WIDTH_EM if is_word else 1.0)
    room = weights.ENDED_LINE_ROOM_EM if ends_sentence(last.text) else weights.OPEN_LINE_ROOM_EM
    return space_em > needed + room
