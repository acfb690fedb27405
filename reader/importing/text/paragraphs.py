"""Paragraphs: the lines of columns, in reading order, as paragraphs and headings."""

from __future__ import annotations

import re
from typing import NamedTuple

from reader.importing import hyphens
from reader.importing.extraction import FRAGMENT, HEADING, PARAGRAPH, ExtractedBlock
from reader.importing.text import weights
from reader.importing.text.facing_pages import PageColumn
from reader.importing.text.fragments import BEGINNING, CONTINUATION, HEADING_LINE, OUTSIDE
from reader.importing.text.score_margins import CAPTION, COLUMN, JOIN
from reader.model.record import record
from reader.model.scripts import FULL_WIDTH, HAN_UNIFIED, joins_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.extraction import BlockKind
    from reader.importing.text.beam_search import ColumnReading
    from reader.importing.text.column_layout import ColumnLayout
    from reader.importing.text.facing_pages import FacingPages
    from reader.importing.text.fragments import Assignment, Fragment
    from reader.importing.text.score_margins import Alternative, ScoreMargins

_QUOTED_CHARS = 12
"""Number of characters that the doubt about a line quotes."""
_DOUBTS: dict[Alternative | None, str] = {
    COLUMN: "unsure of the column of “{}…”",
    JOIN: "unsure of the join: a paragraph may begin or go on at “{}…”",
    CAPTION: "unsure whether “{}…” is a caption",
}


class _Column(NamedTuple):
    """The fragments of a column from top to bottom, and the page that they are on."""

    page: str
    assignments: list[Assignment]


class _GrowingBlock:
    """A paragraph or a heading to which lines are added."""

    def __init__(self, kind: BlockKind, fragment: Fragment, page: str) -> None:
        self.kind, self.page = kind, page
        self.fragments = [fragment]


def build_paragraphs(
    reading: ColumnReading, pages: FacingPages, known_words: frozenset[str], *, is_headed: bool
) -> list[ExtractedBlock]:
    """Returns the blocks of one language in reading order.

    ``known_words`` of the page tell which hyphens at line ends belong to a word. ``is_headed`` if a title is above:
    without one the first block may have begun on a page before.
    """
    columns = _columns(reading, pages)
    grown = _grow(columns, reading.layout)
    blocks: list[ExtractedBlock] = []
    for number, block in enumerate(grown):
        is_paragraph = block.kind == PARAGRAPH
        is_first = number == 0 and is_paragraph and not is_headed
        is_last = number == len(grown) - 1 and is_paragraph
        text = join_lines([each.text for each in block.fragments], is_han_text=reading.layout.is_han, known=known_words)
        doubt = _doubt(block.fragments, reading.margins)
        blocks.append(
            ExtractedBlock(
                FRAGMENT if is_first and _begins_within(columns[0].assignments, reading.layout) else block.kind,
                text,
                block.page,
                doubt.confidence,
                doubt.text,
                continues=is_last and _goes_on(block.fragments[-1], reading.layout),
            )
        )
    return blocks


def _columns(reading: ColumnReading, pages: FacingPages) -> list[_Column]:
    """Returns the columns from left to right."""
    columns: dict[int, list[Assignment]] = {}
    for assignment in reading.assignments:
        if assignment.role != OUTSIDE:
            columns.setdefault(assignment.column, []).append(assignment)
    return [
        _Column(pages.page_of_column(PageColumn(own[0].fragment.language.script, number)), own)
        for number, own in sorted(columns.items())
    ]


def _grow(columns: Sequence[_Column], layout: ColumnLayout) -> list[_GrowingBlock]:
    """Returns the blocks of columns in reading order."""
    grown: list[_GrowingBlock] = []
    for page, assignments in columns:
        for index, (fragment, _, role) in enumerate(assignments):
            last = grown[-1] if grown else None
            kind: BlockKind = HEADING if role == HEADING_LINE else PARAGRAPH
            if last and kind == HEADING:
                goes_on = last.kind == HEADING and index > 0 and not last.fragments[-1].is_closed
            else:
                goes_on = (
                    last is not None
                    and last.kind == PARAGRAPH
                    and role != BEGINNING
                    and not _begins(last.fragments[-1], assignments[index:], layout, is_head=index == 0)
                )
            if last and goes_on:
                last.fragments.append(fragment)
            else:
                grown.append(_GrowingBlock(kind, fragment, page))
    return grown


def _begins(before: Fragment, assignments: Sequence[Assignment], layout: ColumnLayout, *, is_head: bool) -> bool:
    """Whether a paragraph begins with the first assignment, after a line; ``is_head`` at the head of a column."""
    fragment, *below = (assignment.fragment for assignment in assignments[:2])
    width_em, tolerance_em = layout.width_em, layout.tolerance_em
    used_em = before.width_em + fragment.first_em
    if not before.is_closed:
        short_em = width_em - weights.PARAGRAPH_SHORT_TOLERANCES * tolerance_em
        return used_em < short_em and fragment.text[0].isupper()
    if used_em <= width_em - tolerance_em:
        return True
    is_short = fragment.is_closed and fragment.width_em < width_em * weights.PARAGRAPH_SHORT_SHARE
    if not below or assignments[1].role == HEADING_LINE or is_short:
        return is_head and not fragment.is_han
    room_em = width_em - fragment.width_em - below[0].first_em
    if fragment.is_han:
        return weights.HAN_INDENT_ROOM_LEAST_EM < room_em < weights.HAN_INDENT_ROOM_MOST_EM
    return weights.LATIN_INDENT_ROOM_LEAST_EM < room_em < weights.LATIN_INDENT_ROOM_MOST_EM


def _begins_within(assignments: Sequence[Assignment], layout: ColumnLayout) -> bool:
    """Whether a column begins within a paragraph: in lower case, without an indent, or with a short line."""
    first, _, role = assignments[0]
    if not first.is_han:
        return first.text[0].islower()
    is_short = first.is_closed and first.width_em < weights.GOES_ON_SHARE * layout.width_em
    is_alone = len(assignments) < 2 or assignments[1].role != CONTINUATION
    is_full = first.width_em > layout.width_em - layout.tolerance_em
    return (is_short and is_alone) or (role == CONTINUATION and layout.is_indented and is_full)


def _goes_on(last: Fragment, layout: ColumnLayout) -> bool:
    """Whether a paragraph continues after its last line: the line is full, and does not end a sentence."""
    return not last.is_closed and last.width_em > weights.GOES_ON_SHARE * layout.width_em


@record
class _BlockDoubt:
    """Confidence of a block from 0 to 1, and a few words on its least sure part, if it is doubtful."""

    confidence: float
    text: str


def _doubt(fragments: Sequence[Fragment], margins: ScoreMargins) -> _BlockDoubt:
    least = weights.SUREST
    doubts: list[tuple[float, str]] = []
    for fragment in fragments:
        confidence, alternative = margins.least([fragment.span], COLUMN, JOIN, CAPTION)
        least = min(least, confidence)
        if confidence < weights.DOUBTFUL:
            doubts.append((confidence, _DOUBTS[alternative].format(fragment.text[:_QUOTED_CHARS])))
    return _BlockDoubt(least, min(doubts)[1] if doubts else "")


def join_lines(lines: Sequence[str], *, is_han_text: bool, known: frozenset[str] = frozenset()) -> str:
    """Returns lines as one text: hyphens at line ends resolved, and spaces as the script has them."""
    text = lines[0]
    for line in lines[1:]:
        if is_han_text:
            text += ("" if joins_lines(text[-1], line[0], is_unspaced_text=True) else " ") + line
        else:
            text = hyphens.joined(text, line, known)
    return widen_marks(text) if is_han_text else text


def widen_marks(text: str) -> str:
    """Returns Chinese with folded punctuation marks at full width again."""
    return re.sub(rf"(?<=[{HAN_UNIFIED}”’」』）》])[,;:?!]", lambda found: FULL_WIDTH[found.group()], text)
