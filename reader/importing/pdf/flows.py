"""One language of an article: its body and headings in reading order, over columns and pages, as blocks."""

from __future__ import annotations

from functools import partial

from reader.importing.extraction import FRAGMENT, HEADING, PARAGRAPH, ExtractedBlock
from reader.importing.pdf.order import MARGIN, in_order
from reader.importing.pdf.paragraphs import (
    MAX_INDENT,
    MIN_INDENT,
    Column,
    is_indented,
    paragraphs_of,
    text_of,
)
from reader.importing.pdf.parts import BODY
from reader.importing.scripts import HAN
from reader.model.record import replace
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.extraction import BlockKind
    from reader.importing.pdf.parts import Part
    from reader.importing.pdf.sheets import Box
    from reader.importing.pdf.stacks import Stack
    from reader.importing.scripts import Script

MISPLACED = "the order of columns is unsure here"
_SAME_EDGE = 6.0
"""Sizes by which the edges of a column's stacks may differ."""


def blocks_of(
    pages: Sequence[tuple[str, Sequence[Part], Sequence[Box]]],
    side: Script,
    titled: bool,
    known: frozenset[str] = frozenset(),
) -> list[ExtractedBlock]:
    """Returns the blocks of one language; each page comes with its number, body and headings, and what else it has."""
    ordered: list[tuple[str, Part, Column]] = []
    for page, parts, others in pages:
        by_stack = {id(part.stack): part for part in parts}
        bodies = [part.stack for part in parts if part.role == BODY]
        heads = frozenset(id(part.stack) for part in parts if part.role != BODY)
        ordered += [
            (page, by_stack[id(stack)], _column(by_stack[id(stack)], bodies, page, margin))
            for stack, margin in in_order([part.stack for part in parts], partial(fits, heads), others)
        ]
    indented = is_indented([column for _, part, column in ordered if part.role == BODY])
    blocks: list[ExtractedBlock] = []
    run: list[Column] = []
    after_heading = titled

    def close() -> None:
        nonlocal after_heading
        if run:
            blocks.extend(_paragraphs(run, side, known, indented, bool(blocks) or after_heading))
            run.clear()
        after_heading = True

    for page, part, column in ordered:
        if part.role == BODY:
            run.append(column)
            continue
        close()
        text = text_of(part.stack.lines, side, known)
        blocks.append(ExtractedBlock(HEADING, text, page, column.sure, column.doubt))
    close()
    if blocks and blocks[-1].kind != HEADING and not ends_sentence(blocks[-1].text):
        blocks[-1] = replace(blocks[-1], continues=True)
    return blocks


def fits(heads: frozenset[int], before: Stack, after: Stack) -> float:
    """Returns how well a stack goes on in another: 1 where a sentence does, or a heading has its text; -1 if badly.

    ``heads`` are the ``id()`` of the headings.
    """
    first, last = after.lines[0], before.lines[-1]
    if id(before) in heads:
        is_under = min(before.right, after.right) > max(before.left, after.left)
        return 1.0 if is_under and -before.size < after.top - before.bottom < 3 * before.size else -1.0
    if id(after) in heads:
        return 0.25 if ends_sentence(last.text) else -1.0
    edge = min(line.left for line in after.lines)
    is_begun = MIN_INDENT * first.size <= first.left - edge <= MAX_INDENT * first.size
    if ends_sentence(last.text):
        return 0.5 if is_begun or len(after.lines) == 1 else 0.0
    return -1.0 if is_begun else 1.0


def _column(part: Part, bodies: Sequence[Stack], page: str, margin: float) -> Column:
    """Returns a stack with the edges of its column: those of all body stacks above and below it."""
    stack, sure, doubt = part.stack, 0.6 if part.doubt else 1.0, part.doubt
    if margin < MARGIN:
        sure, doubt = 0.5 + 0.25 * margin / MARGIN, MISPLACED
    slack = _SAME_EDGE * stack.size
    same = [
        other
        for other in bodies
        if abs(other.left - stack.left) <= slack and (abs(other.right - stack.right) <= slack or len(stack.lines) < 3)
    ] or [stack]
    left, right = min(other.left for other in same), max(other.right for other in same)
    return Column(stack.lines, left, right, page, sure, doubt)


def _paragraphs(
    run: Sequence[Column], side: Script, known: frozenset[str], indented: bool, has_before: bool
) -> list[ExtractedBlock]:
    found = []
    for at, paragraph in enumerate(paragraphs_of(run, side, known, indented)):
        kind: BlockKind = PARAGRAPH
        if at == 0 and not has_before and _is_fragment(paragraph.text, paragraph.is_begun, side, indented):
            kind = FRAGMENT
        found.append(ExtractedBlock(kind, paragraph.text, paragraph.page, paragraph.confidence, paragraph.doubt))
    return found


def _is_fragment(text: str, is_begun: bool, side: Script, indented: bool) -> bool:
    """Whether a page begins in the middle of a paragraph."""
    if side == HAN:
        return (indented and not is_begun) or text[0] in "，。、；：！？”」』）》"
    return text[0].islower() or text[0] in ",.;:)"
