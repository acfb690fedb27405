"""The body of an article in one script: running text and headings in reading order, over columns and pages."""

from __future__ import annotations

from reader.importing.extraction import FRAGMENT, HEADING, PARAGRAPH, ExtractedBlock
from reader.importing.pdf import confidences
from reader.importing.pdf.assembling.reading_order import in_reading_order
from reader.importing.pdf.blocks.column_block import ColumnBlock
from reader.importing.pdf.blocks.line_joining import joined_lines
from reader.importing.pdf.blocks.paragraphs import paragraphs_of, uses_indents
from reader.importing.pdf.blocks.text_blocks import is_same_size
from reader.importing.pdf.roles.box_layout import in_boxes
from reader.importing.pdf.text_lines.line_alignment import alignment_of
from reader.importing.pdf.weights import assembling as weights
from reader.importing.pdf.weights import roles as roles_weights
from reader.importing.scripts import HAN
from reader.model.record import record, replace
from reader.model.scripts import (
    CLOSING_BRACKETS_HAN,
    OPENING_BRACKETS_HAN,
    PAUSES_HAN,
    SENTENCE_ENDS_HAN,
    ends_sentence,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.extraction import BlockKind
    from reader.importing.pdf.blocks.paragraphs import TextParagraph
    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.page.geometry import Bounded, Box
    from reader.importing.pdf.roles.regions import Region
    from reader.importing.scripts import Script

UNSURE_ORDER_DOUBT = "the order of columns is unsure here"
_HAN_MARKS_INSIDE, _LATIN_MARKS_INSIDE = "，。、；：！？”」』）》", ",.;:)"
"""Marks that no paragraph begins with."""
_HUNG_AT_END = PAUSES_HAN + SENTENCE_ENDS_HAN + CLOSING_BRACKETS_HAN
"""Marks that may hang over the right edge of a column."""


@record
class PageText:
    """The running text and headings of a page in one script, and the boxes of all else on the page."""

    label: str
    regions: tuple[Region, ...]
    obstacles: tuple[Box, ...]


@record
class _OrderedRegion:
    """A region in reading order, with its column."""

    region: Region
    column: ColumnBlock


def body_of(
    pages: Sequence[PageText], script: Script, is_titled: bool, known: frozenset[str] = frozenset()
) -> list[ExtractedBlock]:
    """Returns the blocks of the body in one script.

    ``is_titled`` says whether it has a title over it: if not, it may begin with a fragment. ``known`` are words of the
    pages in lower case, for hyphens.
    """
    ordered = [region for page in pages for region in _in_order(page)]
    indented = uses_indents([each.column for each in ordered if each.region.role == "body"])
    blocks: list[ExtractedBlock] = []
    columns: list[ColumnBlock] = []
    may_begin_inside = not is_titled
    box: int | None = None
    for each in [*ordered, None]:
        if each and each.region.role == "body" and (not columns or each.region.box == box):
            columns.append(each.column)
            box = each.region.box
            continue
        if columns:
            paragraphs = paragraphs_of(columns, script, known, indented)
            may_be_fragment = may_begin_inside and not blocks
            blocks += _blocks(paragraphs, may_be_fragment and _is_fragment(paragraphs[0], script, indented))
            columns = []
        may_begin_inside = False
        if each and each.region.role == "body":
            columns, box = [each.column], each.region.box
        elif each:
            text = joined_lines(each.region.block.lines, script, known)
            column = each.column
            blocks.append(ExtractedBlock(HEADING, text, column.page, column.confidence, column.doubt))
    if blocks and blocks[-1].kind != HEADING and not ends_sentence(blocks[-1].text):
        blocks[-1] = replace(blocks[-1], continues=True)
    return blocks


def _in_order(page: PageText) -> list[_OrderedRegion]:
    """Returns the regions of a page in reading order."""
    by_block = {id(region.block): region for region in page.regions}
    bodies = [region.block for region in page.regions if region.role == "body"]
    headings = frozenset(id(region.block) for region in page.regions if region.role != "body")
    groups = in_boxes(page.regions) if any(region.frame for region in page.regions) else [page.regions]
    found = []
    for placed in (
        placed
        for group in groups
        for placed in in_reading_order([region.block for region in group], headings, page.obstacles)
    ):
        region = by_block[id(placed.block)]
        found.append(_OrderedRegion(region, _column_of(region, bodies, page, placed.margin)))
    return found


def _column_of(region: Region, bodies: Sequence[TextBlock], page: PageText, margin: float) -> ColumnBlock:
    """Returns a block with the edges of its column: those of all blocks of running text above and below it."""
    block = region.block
    confidence, doubt = confidences.DOUBTED if region.doubt else 1.0, region.doubt
    if margin < weights.SURE_ORDER_MARGIN:
        share = margin / weights.SURE_ORDER_MARGIN
        confidence = confidences.UNSURE_ORDER + confidences.MORE_BY_MARGIN * share
        doubt = UNSURE_ORDER_DOUBT
    slack = roles_weights.COLUMN_EDGE_EM * block.size
    is_narrow = not _is_long(block)
    near = weights.SHORT_BLOCK_ALIGNED_EM * block.size
    same = [
        other
        for other in bodies
        if abs(other.left - block.left) <= (slack if is_narrow or _is_long(other) else near)
        and (is_narrow or abs(other.right - block.right) <= slack)
        and (is_narrow or is_same_size(other.size, block.size, block.size))
    ] or [block]
    if is_narrow:
        aligned = [other for other in same if abs(other.left - block.left) <= near]
        same = aligned if max(len(other.lines) for other in aligned or [block]) > len(block.lines) else same
    is_inset = _is_inset(block, *_edges(same))
    left, right = _edges([block] if is_inset else same)
    reach = _reach_of(block, bodies, page.obstacles)
    alignment = alignment_of(block.lines)
    things = tuple(box for box in page.obstacles if _is_beside(box, block, left, right))
    return ColumnBlock(block.lines, left, right, page.label, confidence, doubt, alignment, reach, is_inset, things)


def _is_long(block: TextBlock) -> bool:
    return len(block.lines) >= weights.COLUMN_MIN_LINES


def _is_beside(box: Box, block: TextBlock, left: float, right: float) -> bool:
    """Whether a thing beside lines of a block takes a part of its column, whose edges are given."""
    is_large = max(box.width, box.height) >= weights.THING_MIN_EM * block.size
    cuts = box.left < right and left < box.right
    return is_large and cuts and box.top < block.bottom and block.top < box.bottom


def _is_inset(block: TextBlock, left: float, right: float) -> bool:
    """Whether lines are justified to edges of their own, inside both of a column's: an abstract, or a quotation."""
    own_left, own_right = _edges([block])
    inset = weights.INSET_MIN_EM * block.size
    if own_left - left < inset or right - own_right < inset:
        return False
    ends = [line for line in block.lines if abs(line.right - own_right) <= block.size]
    return len(ends) >= max(weights.INSET_MIN_LINES, weights.INSET_FULL_SHARE * len(block.lines))


def _reach_of(block: TextBlock, bodies: Sequence[TextBlock], obstacles: Sequence[Box]) -> float:
    """Returns the edge up to which a block has room: that of text which begins as far left, or of things beside it."""
    slack = roles_weights.COLUMN_EDGE_EM * block.size
    reach = max([block.right, *(other.right for other in bodies if abs(other.left - block.left) <= slack)])
    things: list[Bounded] = [*bodies, *obstacles]
    beside = [
        other.left
        for other in things
        if other.left >= block.right and other.top < block.bottom and other.bottom > block.top
    ]
    return min([reach, *beside])


def _edges(blocks: Sequence[TextBlock]) -> tuple[float, float]:
    """Returns the edges of blocks of a column; Chinese brackets and marks that hang over them are not counted."""
    lines = [line for block in blocks for line in block.lines]
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    hung = weights.HUNG_MARK_MAX_EM * max(block.size for block in blocks)
    inner_left = min((line.left for line in lines if line.text[0] not in OPENING_BRACKETS_HAN), default=left)
    inner_right = max((line.right for line in lines if line.text[-1] not in _HUNG_AT_END), default=right)
    return (inner_left if inner_left - left <= hung else left, inner_right if right - inner_right <= hung else right)


def _blocks(paragraphs: Sequence[TextParagraph], begins_with_fragment: bool) -> list[ExtractedBlock]:
    found = []
    for at, paragraph in enumerate(paragraphs):
        kind: BlockKind = FRAGMENT if begins_with_fragment and at == 0 else PARAGRAPH
        found.append(ExtractedBlock(kind, paragraph.text, paragraph.page, paragraph.confidence, paragraph.doubt))
    return found


def _is_fragment(paragraph: TextParagraph, script: Script, indented: bool) -> bool:
    """Whether the first paragraph of a page began on a page before it."""
    first = paragraph.text[0]
    if script == HAN:
        return (indented and not paragraph.is_marked) or first in _HAN_MARKS_INSIDE
    return first.islower() or first in _LATIN_MARKS_INSIDE
