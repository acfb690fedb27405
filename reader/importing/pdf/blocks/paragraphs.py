"""Paragraphs: lines of columns joined, and divided by indents, short last lines and gaps."""

from __future__ import annotations

import re
from collections import Counter
from statistics import median

from reader.importing.bullets import is_item
from reader.importing.pdf import confidences
from reader.importing.pdf.blocks.article_labels import begins_entry, begins_with_label
from reader.importing.pdf.blocks.column_block import LABELLED, ColumnBlock, begins_entry_of_list
from reader.importing.pdf.blocks.hanging_lists import entry_edges, is_hanging
from reader.importing.pdf.blocks.item_starts import begins_item, counted_items
from reader.importing.pdf.blocks.lettered_items import lettered_items
from reader.importing.pdf.blocks.line_ends import (
    end_together,
    ends_paragraph,
    is_cut,
    is_forced,
    is_justified,
)
from reader.importing.pdf.blocks.line_joining import joined_lines
from reader.importing.pdf.blocks.numbered_lines import may_hang
from reader.importing.pdf.blocks.references import begins_reference
from reader.importing.pdf.text_lines.leaders import is_entry
from reader.importing.pdf.weights import blocks as weights
from reader.importing.scripts import HAN, LATIN, count_han
from reader.model.record import record
from reader.model.scripts import HAN_UNIFIED, PAUSES_LATIN, ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.blocks.hanging_lists import EntryEdge
    from reader.importing.pdf.text_lines.text_line import TextLine
    from reader.importing.scripts import Script

_SPEAKER = re.compile(
    rf"(?P<name>[问問答記记][者]?|[QA]\d*|[{HAN_UNIFIED}]{{2,6}}|[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){{0,2}})\s*[：:]\s*\S"
)


@record
class TextParagraph:
    """An assembled paragraph."""

    text: str
    page: str
    is_marked: bool
    """Whether its first line is marked as one, by an indent or a drop cap."""
    confidence: float
    doubt: str


@record
class _PlacedLine:
    """A line and its column."""

    line: TextLine
    column: ColumnBlock
    entry_left: float | None
    """Edge at which the entries of a list with hanging indents begin, if the column is one."""


@record
class _Break:
    """Whether a paragraph begins with a line; the confidence in that from 0 to 1, and the reason for less than 1."""

    is_start: bool
    confidence: float = 1.0
    doubt: str = ""


class _GrowingParagraph:
    """A paragraph that is being assembled."""

    def __init__(self, placed: _PlacedLine, start: _Break) -> None:
        self.lines = [placed.line]
        self._page, self._is_marked = placed.column.page, placed.column.is_marked(placed.line)
        self._start = start

    def add(self, line: TextLine, join: _Break) -> None:
        """Adds a line; the least confidence counts."""
        self.lines.append(line)
        if join.confidence < self._start.confidence:
            self._start = join

    def finished(self, script: Script | None, known: frozenset[str]) -> TextParagraph:
        """Returns the paragraph."""
        text = joined_lines(self.lines, script, known)
        return TextParagraph(text, self._page, self._is_marked, self._start.confidence, self._start.doubt)


def paragraphs_of(
    columns: Sequence[ColumnBlock],
    script: Script | None,
    known: frozenset[str] = frozenset(),
    indented: bool | None = None,
) -> list[TextParagraph]:
    """Returns the paragraphs of columns that follow each other, with nothing between them.

    ``known`` are words of the page in lower case, for hyphens. ``indented`` says whether first lines are indented,
    where more than these columns show it.
    """
    divider = _ParagraphDivider(columns, uses_indents(columns) if indented is None else indented)
    usual = median([column.step for column in columns if len(column.lines) > 1] or [column.step for column in columns])
    edges = entry_edges([column.lines for column in columns if column.alignment == "left"])
    found: list[_GrowingParagraph] = []
    before: _PlacedLine | None = None
    for column in columns:
        entry_left = _entry_left(column, edges)
        for at, line in enumerate(column.lines):
            if at:
                gap = line.baseline - column.lines[at - 1].baseline
            else:
                gap = _gap_above(column, before) / usual * column.step
            placed = _PlacedLine(line, column, entry_left)
            start = divider.break_before(placed, gap, before)
            if at == 0 and column.confidence < start.confidence:
                start = _Break(start.is_start, column.confidence, column.doubt)
            if start.is_start or not found:
                found.append(_GrowingParagraph(placed, start))
            else:
                found[-1].add(line, start)
            before = placed
    return [paragraph.finished(script, known) for paragraph in found]


def uses_indents(columns: Iterable[ColumnBlock]) -> bool:
    """Whether first lines are indented in these columns: some lines are, and most are not."""
    indented = total = 0
    for column in (column for column in columns if not _hangs(column)):
        for line in column.lines:
            total += 1
            indented += (
                column.alignment == "left" and weights.MIN_INDENT_EM <= column.indent_em(line) <= weights.MAX_INDENT_EM
            )
    return indented > 0 and (indented * 2 <= total or total < weights.INDENTS_MIN_LINES)


def _gap_above(column: ColumnBlock, before: _PlacedLine | None) -> float:
    """Returns the distance of a column's first line from the last one before it; 0 if that is elsewhere."""
    if before is None:
        return 0.0
    first = column.lines[0]
    near = weights.SAME_COLUMN_EM * first.size
    is_aligned = abs(before.column.left - column.left) <= near or abs(before.line.left - first.left) <= near
    is_same_column = is_aligned or {before.column.alignment, column.alignment} != {"left"}
    is_under = before.column.page == column.page and is_same_column
    return max(0.0, first.baseline - before.line.baseline) if is_under else 0.0


class _ParagraphDivider:
    """Decides where paragraphs begin."""

    def __init__(self, columns: Sequence[ColumnBlock], indented: bool) -> None:
        self._indented = indented
        self._is_justified = is_justified(
            column.space_after_em(line)
            for column in columns
            if column.alignment == "left"
            for line in column.lines
            if line.script == HAN
        )
        names = Counter(_speaker(line) for column in columns for line in column.lines)
        self._speakers = frozenset(name for name, count in names.items() if name and count > 1)
        lines = [line for column in columns for line in column.lines]
        self._counted = counted_items(lines) | lettered_items(lines)
        self._item: TextLine | None = None
        """First line of the item of a list that the last line was in."""

    def break_before(self, placed: _PlacedLine, gap: float, before: _PlacedLine | None) -> _Break:
        """Decides whether a paragraph begins with a line; ``gap`` is its distance from the baseline above it."""
        column, line = placed.column, placed.line
        is_inside = before is not None and before.column is column
        last_line, room = (before.line, before.column.space_after_em(before.line)) if before else (None, 0.0)
        is_first = begins_item(line, last_line, room, self._item) or id(line) in self._counted
        is_first = is_first or (is_inside and (column.is_list or column.is_of_lines))
        is_first = is_first or (begins_entry_of_list(line) and column.has_hanging_entries)
        is_first = is_first and not column.is_references
        if before is None or is_first:
            self._item = line if is_first else None
            return _Break(True)
        last = before.line
        if (sure := _sure_break(before, placed, gap / column.step)) is not None:
            self._item = None
            return _Break(sure)
        is_ended = count_han(last.text) > 0 and before.column.space_after_em(last) > weights.SHORT_LINE_EM
        if self._item and not is_ended and _is_in_item(line, self._item, last, gap, column.step):
            return _Break(False)
        is_under_list = self._item is not None and _is_left_of_item(line, self._item, last)
        self._item = None
        if is_under_list:
            return _Break(True)
        if column.is_marked(line):
            return _Break(not _continues_indented(before, placed))
        is_around = column.alignment == "left" and end_together(last, line)
        is_closed, space = ends_sentence(last.text), 0.0 if is_around else before.column.space_after_em(last)
        if (parted := self._break_at_gap(placed, before, gap, space)) is not None:
            return parted
        is_headed = _begins_with_head(line, last, is_closed, space, gap / column.step)
        if is_headed or (is_closed and (_speaker(line) in self._speakers or line.bold != last.bold)):
            return _Break(True, confidences.PARAGRAPH_OF_SPEAKER)
        is_early = column.alignment == "left" and is_forced(last, line, space)
        if _begins_after_label(column, last, line, is_early):
            return _Break(True)
        is_end = is_early and (is_closed or is_cut(last, line, before.column.lines, space))
        is_full_column = self._is_justified and before.column.alignment == "left"
        if is_end or (is_full_column and ends_paragraph(last, line, space)):
            return _Break(True, confidences.PARAGRAPH_WITHOUT_INDENT, "begins after a line that was cut short")
        is_short, is_very_short = space > weights.SHORT_LINE_EM, space > weights.VERY_SHORT_LINE_EM
        if begins_with_label(line.text) and (is_closed or is_short):
            return _Break(True)
        if self._indented and column.alignment == "left":
            is_numbered = is_short and may_hang(line.text)
            if is_closed and (is_numbered or (is_very_short and _SPEAKER.match(line.text))):
                return _Break(True, confidences.PARAGRAPH_WITHOUT_INDENT, "begins without an indent")
            return _Break(False)
        if is_closed and (is_very_short or (is_short and count_han(last.text))):
            doubt = "begins without an indent, after a short line"
            return _Break(True, confidences.PARAGRAPH_WITHOUT_INDENT, doubt)
        if is_closed and _SPEAKER.match(line.text):
            return _Break(True, confidences.PARAGRAPH_WITHOUT_INDENT, "begins without an indent, with a name")
        return _Break(False)

    def _break_at_gap(self, placed: _PlacedLine, before: _PlacedLine, gap: float, space: float) -> _Break | None:
        """Decides whether a paragraph begins with a line by its distance from the one above; None if it is a usual one.

        ``space`` is the room after the line above.
        """
        column, line, last = placed.column, placed.line, before.line
        is_wide = gap > weights.PARAGRAPH_GAP_RATIO * column.step and gap > weights.PARAGRAPH_GAP_EM * line.size
        if not is_wide:
            is_inside = before.column is column
            is_apart = is_inside and gap >= weights.APART_STEPS * column.step and column.has_apart_paragraphs
            return _Break(True, confidences.PARAGRAPH_AFTER_GAP) if is_apart else None
        is_continued = space <= weights.SHORT_LINE_EM
        is_open = self._indented and column.alignment == "left" and is_continued
        if column.lines[0].script == LATIN:
            is_continued = line.text[0].islower() and not is_forced(last, line, space)
        if not ends_sentence(last.text) and (is_open or is_continued):
            return _Break(False, confidences.PARAGRAPH_OVER_GAP, "a gap stands in this paragraph")
        return _Break(True, confidences.PARAGRAPH_AFTER_GAP)


def _hangs(column: ColumnBlock) -> bool:
    return column.alignment == "left" and is_hanging(column.lines, column.left, column.right)


def _entry_left(column: ColumnBlock, edges: Iterable[EntryEdge]) -> float | None:
    """Returns the edge at which entries of a hanging list in a column begin: its own, or that of blocks above it."""
    if _hangs(column):
        return column.left
    first, left = column.lines[0], min(line.left for line in column.lines)
    if first.left - left >= weights.MIN_INDENT_EM * first.size:
        return None
    return next((edge.left for edge in edges if edge.is_of(left, first.size)), None)


def _sure_break(before: _PlacedLine, placed: _PlacedLine, steps: float) -> bool | None:
    """Returns whether a paragraph begins with a line by the form of both lines; None if that does not show it.

    ``steps`` is their distance in usual ones.
    """
    last, line = before.line, placed.line
    if line.is_formula or last.is_formula or begins_entry(line.text):
        return True
    is_next = begins_reference(line)
    if placed.column.is_references and (is_next or before.column.is_references):
        return is_next
    if placed.entry_left is not None and steps <= weights.PARAGRAPH_GAP_RATIO:
        is_out = line.left - placed.entry_left < weights.MIN_INDENT_EM * line.size
        is_beside_items = (
            is_out and not is_item(line.text) and any(is_item(other.text) for other in placed.column.lines)
        )
        return None if is_beside_items else is_out
    return True if is_entry(last.text) or _are_centred_apart(before, placed) else None


def _are_centred_apart(before: _PlacedLine, placed: _PlacedLine) -> bool:
    """Whether a line begins with a capital a centred text that is beside another one: no text runs on between them."""
    column, other = placed.column, before.column
    if column is other or {column.alignment, other.alignment} != {"centred"} or not placed.line.text[0].isupper():
        return False
    return column.left >= other.right or column.right <= other.left


def _begins_with_head(line: TextLine, last: TextLine, is_closed: bool, space: float, steps: float) -> bool:
    """Whether a line begins with words that head a paragraph, as their font shows.

    It is after a sentence, and a little farther below than others or after a short line; or it is in capitals.
    """
    if not line.has_run_in_head or last.bold:
        return False
    word = line.text.split(" ", 1)[0].rstrip(":")
    is_apart = steps >= weights.APART_STEPS or space > weights.SHORT_LINE_EM
    return (is_closed and is_apart) or (
        space > weights.SHORT_LINE_EM and len(word) >= weights.BOLD_CAPITALS_MIN_LETTERS and word.isupper()
    )


def _begins_after_label(column: ColumnBlock, last: TextLine, line: TextLine, is_early: bool) -> bool:
    """Whether a line begins with a label in a notice, or with a capital after a labelled line that was ended early."""
    is_after_label = bool(LABELLED.match(last.text))
    if LABELLED.match(line.text) and column.is_notice and (is_early or is_after_label):
        return True
    return is_after_label and is_early and last.text[-1] not in PAUSES_LATIN and line.text[0].isupper()


def _continues_indented(before: _PlacedLine, placed: _PlacedLine) -> bool:
    """Whether a line continues an indented paragraph, such as an abstract or a quotation: the line above it is as far
    in, and runs on to it; or it hangs under the number or label of that line.
    """
    last, line = before.line, placed.line
    if before.column is not placed.column and before.column.is_inset and placed.column.is_inset:
        return not ends_sentence(last.text)
    if before.column is not placed.column or line.has_drop_cap or ends_sentence(last.text):
        return False
    right = min(placed.column.right_of(last), max(other.right for other in placed.column.lines))
    is_full = right - last.right <= weights.SHORT_LINE_EM * line.size
    is_even = abs(last.left - line.left) <= weights.MIN_INDENT_EM * line.size / 2
    begins_hanging = may_hang(last.text) or begins_with_label(last.text)
    hangs = is_full and last.left < line.left and (begins_hanging or line.text[0].islower())
    return hangs or (is_even and (is_full or line.text[0].islower()))


def _is_in_item(line: TextLine, first: TextLine, last: TextLine, gap: float, step: float) -> bool:
    """Whether a line continues an item of a list, after a full line: it begins right of its bullet or number.

    In Han text it may begin left of them, or farther below, where no sentence ends.
    """
    indent = (line.left - first.left) / line.size
    is_hanging = weights.ITEM_MIN_INDENT_EM <= indent <= weights.MAX_INDENT_EM
    is_open = count_han(last.text) > 0 and not ends_sentence(last.text) and last.text[-1] not in ":：;；"
    if is_open and abs(indent) <= weights.MAX_INDENT_EM and gap <= weights.WIDE_LEADING_EM * line.size:
        return True
    return is_hanging and gap <= weights.PARAGRAPH_GAP_RATIO * step


def _is_left_of_item(line: TextLine, first: TextLine, last: TextLine) -> bool:
    """Whether a Latin line begins left of the item of a list above it, of which a sentence has ended."""
    is_left = first.left - line.left >= weights.MIN_INDENT_EM * line.size
    return line.script == LATIN and is_left and ends_sentence(last.text)


def _speaker(line: TextLine) -> str:
    """Returns the name of a speaker at the beginning of a line; empty if there is none."""
    found = _SPEAKER.match(line.text)
    return found["name"] if found else ""
