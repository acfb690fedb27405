"""Lines of columns put together to paragraphs: by indents, by short last lines, by gaps."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median

from reader.importing.hyphens import joined
from reader.importing.scripts import HAN, LATIN, count_han
from reader.model.record import record
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.lines import Line
    from reader.importing.scripts import Script

MIN_INDENT = 0.6
MAX_INDENT = 4.5
"""Sizes that a first line is indented by, at least and at most."""
GAP = 1.35
"""A gap of so many usual steps from line to line begins a paragraph."""
SHORT = 1.6
"""A line that ends so many sizes before its column's edge is short."""
_SPEAKER = re.compile(
    r"(?P<name>[问答問記记][者]?|[QA]\d*|[\u4e00-\u9fff]{2,6}|[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,2})\s*[：:]\s*\S"
)
_OPEN_END = re.compile(r"[-\u2010\u2013\u2014/]\Z")


@record
class Column:
    """Lines under each other, with the edges of the column they stand in."""

    lines: tuple[Line, ...]
    left: float
    right: float
    page: str = ""
    sure: float = 1.0
    """How sure it is that it is running text, and follows the column before."""
    doubt: str = ""

    @property
    def step(self) -> float:
        """The usual distance from one baseline to the next."""
        steps = [below.baseline - line.baseline for line, below in pairwise(self.lines)]
        return median(steps) if steps else self.lines[0].size * 1.6

    def indent(self, line: Line) -> float:
        """How far a line begins right of the edge, in its sizes."""
        return (line.left - self.left) / line.size

    def lack(self, line: Line) -> float:
        """How far a line ends before the edge, in its sizes."""
        return (self.right - line.right) / line.size


@record
class Paragraph:
    """A paragraph as it was put together."""

    text: str
    page: str
    is_begun: bool
    """Whether its first line is indented, or something else says that it begins there."""
    confidence: float
    doubt: str
    first: Line


def paragraphs_of(
    columns: Sequence[Column], side: Script | None, known: frozenset[str] = frozenset(), indented: bool | None = None
) -> list[Paragraph]:
    """Returns the paragraphs of columns that follow each other, with nothing between them.

    ``indented`` says whether first lines are, where more than these columns show it.
    """
    indented = is_indented(columns) if indented is None else indented
    found: list[Paragraph] = []
    lines: list[Line] = []
    begun, doubt, confidence, page = True, "", 1.0, ""
    before: tuple[Column, Line] | None = None
    speakers = _speakers(columns)
    usual = median([column.step for column in columns if len(column.lines) > 1] or [column.step for column in columns])
    for column in columns:
        for at, line in enumerate(column.lines):
            gap = line.baseline - column.lines[at - 1].baseline if at else _gap(before, column) / usual * column.step
            starts, sure, why = _starts(column, line, gap, before, indented, speakers)
            if at == 0 and column.sure < sure:
                sure, why = column.sure, column.doubt
            if starts or not lines:
                if lines:
                    found.append(Paragraph(text_of(lines, side, known), page, begun, confidence, doubt, lines[0]))
                begun = _is_marked(column, line)
                lines, doubt, confidence, page = [line], why, sure, column.page
            else:
                lines.append(line)
                if sure < confidence:
                    doubt, confidence = why, sure
            before = (column, line)
    if lines:
        found.append(Paragraph(text_of(lines, side, known), page, begun, confidence, doubt, lines[0]))
    return found


def _gap(before: tuple[Column, Line] | None, column: Column) -> float:
    """Returns how far the first line of a column stands under the last one before; 0 where it stands elsewhere."""
    if before is None:
        return 0.0
    last_column, last = before
    first = column.lines[0]
    is_under = last_column.page == column.page and abs(last_column.left - column.left) < 2 * first.size
    return max(0.0, first.baseline - last.baseline) if is_under else 0.0


def is_indented(columns: Iterable[Column]) -> bool:
    """Whether first lines are indented in these columns: some lines are, and most are not."""
    marked = total = 0
    for column in columns:
        for line in column.lines:
            total += 1
            marked += MIN_INDENT <= column.indent(line) <= MAX_INDENT
    return marked > 0 and (marked * 2 <= total or total < 6)


def _is_marked(column: Column, line: Line) -> bool:
    return line.is_drop or MIN_INDENT <= column.indent(line) <= MAX_INDENT


def _starts(
    column: Column,
    line: Line,
    gap: float,
    before: tuple[Column, Line] | None,
    indented: bool,
    speakers: frozenset[str],
) -> tuple[bool, float, str]:
    """Returns whether a line begins a paragraph, how sure that is, and what is unsure."""
    if before is None or _is_marked(column, line):
        return True, 1.0, ""
    last_column, last = before
    if gap > GAP * column.step and gap > 1.2 * line.size:
        goes_on = line.text[0].islower() if column.lines[0].side == LATIN else last_column.lack(last) <= SHORT
        if not ends_sentence(last.text) and (indented or goes_on):
            return False, 0.7, "a gap stands in this paragraph"
        return True, 0.9, ""
    is_closed, is_short = ends_sentence(last.text), last_column.lack(last) > SHORT
    if is_closed and _speaker(line) in speakers:
        return True, 0.9, ""
    if is_closed and line.bold != last.bold:
        return True, 0.9, ""
    if indented:
        if is_closed and is_short and last_column.lack(last) > 4 * SHORT and _SPEAKER.match(line.text):
            return True, 0.8, "begins without an indent"
        return False, 1.0, ""
    if is_closed and is_short and (count_han(last.text) or last_column.lack(last) > 4 * SHORT):
        return True, 0.8, "begins without an indent, after a short line"
    if is_closed and _SPEAKER.match(line.text):
        return True, 0.8, "begins without an indent, with a name"
    return False, 1.0, ""


def _speaker(line: Line) -> str:
    """Returns who is said to speak at the beginning of a line; empty if nobody."""
    told = _SPEAKER.match(line.text)
    return told["name"] if told else ""


def _speakers(columns: Iterable[Column]) -> frozenset[str]:
    """Returns who speaks more than once."""
    names = Counter(_speaker(line) for column in columns for line in column.lines)
    return frozenset(name for name, count in names.items() if name and count > 1)


def text_of(lines: Sequence[Line], side: Script | None, known: frozenset[str] = frozenset()) -> str:
    """Returns lines as one text: without blanks between Chinese characters, without hyphens that only divide."""
    text = ""
    for line in lines:
        if not text:
            text = line.text
        elif side == HAN and (
            count_han(text[-1]) or count_han(line.text[0]) or not (text[-1].isalnum() and line.text[0].isalnum())
        ):
            blank = " " if _is_latin(text[-1]) and _is_latin(line.text[0]) else ""
            text += blank + line.text
        elif _OPEN_END.search(text) and text[-1] in "–—/":
            text += line.text
        else:
            text = joined(text, line.text, known)
    return text


def _is_latin(char: str) -> bool:
    return char.isascii() and not char.isspace()
