"""Ends of lines: whether a line was ended before its column was full, so that a paragraph begins after it."""

from __future__ import annotations

import re

from reader.importing.pdf.weights import blocks as weights
from reader.importing.scripts import HAN, LATIN
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.importing.pdf.blocks.paragraphs import ColumnBlock
    from reader.importing.pdf.text_lines.text_line import TextLine

_FIRST_UNIT = re.compile(
    r"[“‘「『（(《【]*(?:(?P<word>[!-~]+)|.)(?:[，。、；：！？”’」』）》】…,.;:!?)]|[“‘「『（(《【][!-~]*)*"
)
"""What of a line has to be on one line: a word in Latin letters or a character, with the marks before and after it."""


def is_forced(last: TextLine, line: TextLine, space: float, column: ColumnBlock) -> bool:
    """Whether a line was ended before its column was full: the first word of the next one has room on it.

    Only words tell it: between Han characters a line may end anywhere.
    """
    if last.script != LATIN or line.script != LATIN or column.alignment != "left":
        return False
    word = len(line.text.split(" ", 1)[0]) * line.width / len(line.text)
    return space * line.size > word + weights.FORCED_SLACK_EM * line.size


def is_cut(last: TextLine, line: TextLine, column: ColumnBlock) -> bool:
    """Whether a line takes so little of its own block that the next one begins a paragraph, though no sentence ends."""
    if len(column.lines) < weights.CUT_LINE_MIN_LINES or line.text[0].islower():
        return False
    left, right = min(other.left for other in column.lines), max(other.right for other in column.lines)
    return right - last.right > weights.CUT_LINE_SHARE * (right - left)


def is_justified(columns: Iterable[ColumnBlock]) -> bool:
    """Whether most lines of Han text are full, so that a line which is not ends a paragraph."""
    spaces = [
        column.space_after_em(line)
        for column in columns
        if column.alignment == "left"
        for line in column.lines
        if line.script == HAN
    ]
    full = sum(space <= weights.FULL_LINE_EM for space in spaces)
    return full >= weights.JUSTIFIED_MIN_LINES and full >= weights.JUSTIFIED_SHARE * len(spaces)


def ends_paragraph(last: TextLine, line: TextLine, space_em: float, column: ColumnBlock) -> bool:
    """Whether a line of justified Han text ends a paragraph: the next line begins with less than it has room for.

    Lines that end at one place go around something.
    """
    if last.script != HAN or column.alignment != "left" or abs(last.right - line.right) <= last.size / 2:
        return False
    found = _FIRST_UNIT.match(line.text)
    unit = found[0] if found else line.text[:1]
    is_word = bool(found and found["word"])
    needed = len(unit) * (weights.LETTER_WIDTH_EM if is_word else 1.0)
    room = weights.ENDED_LINE_ROOM_EM if ends_sentence(last.text) else weights.OPEN_LINE_ROOM_EM
    return space_em > needed + room
