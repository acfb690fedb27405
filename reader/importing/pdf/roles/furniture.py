"""Page furniture: running heads and feet, and page numbers, in the margins of a page."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from reader.importing.bullets import has_bullet
from reader.importing.credits import divided, is_byline
from reader.importing.pdf.blocks.diagrams import is_numbered_caption
from reader.importing.pdf.blocks.numbered_lines import is_section_heading
from reader.importing.pdf.blocks.text_blocks import are_beside, is_of_style, is_same_size
from reader.importing.pdf.page.geometry import shared_width
from reader.importing.pdf.roles.regions import is_body_size, is_in_margin, is_near_picture, largest_size
from reader.importing.pdf.text_lines.text_line import are_in_row
from reader.importing.pdf.weights import blocks as blocks_weights
from reader.importing.pdf.weights import page as page_weights
from reader.importing.pdf.weights import roles as weights
from reader.importing.pdf.weights import text_lines as text_lines_weights
from reader.importing.scripts import HAN, count_han, count_latin_words
from reader.model.record import replace
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.page.geometry import Box
    from reader.importing.pdf.roles.regions import Region
    from reader.importing.pdf.text_lines.body_sizes import BodySizes
    from reader.importing.pdf.text_lines.printed_pages import PrintedPage


_RIGHTS = re.compile(r"(?:©|\(c\)|Copyright\b|版权所有)", re.IGNORECASE)
"""Beginning of the owner of the rights and the licence of a page."""


def with_furniture(regions: Sequence[Region], page: PrintedPage, body: BodySizes) -> list[Region]:
    """Returns the regions, those in the margins with their roles: furniture, or body.

    Furniture are the outermost rows, above and below all that is certain to belong to the page.
    """
    regions = _with_lines_in_step(regions, page, body)
    furniture = {id(block) for block in _furniture(regions, page, body)}
    result = []
    for region in regions:
        block = region.block
        is_number = (
            _is_number_at_foot(region, regions, page.label)
            or _is_number_in_margin(region, page)
            or _is_number_of_tab(region, page)
        )
        if _is_outside(block, page) or id(block) in furniture or is_number:
            region = replace(region, role="running", box=None)
        elif region.role is None and is_in_margin(block, page):
            if re.fullmatch(r"\d{1,4}", block.text):
                region = replace(region, role="running")
            elif is_body_size(block, body) and not block.bold:
                region = replace(region, role="body")
        result.append(region)
    return result


def _is_number_at_foot(region: Region, regions: Sequence[Region], label: str) -> bool:
    """Whether a mere number, or that of the page in a few words, is under all else, though over the lower margin."""
    block = region.block
    words = re.findall(r"\w+", block.text)
    is_named = label.isdecimal() and label in words and len(words) <= weights.FOOT_NUMBER_MAX_WORDS
    if region.role not in (None, "body") or not (re.fullmatch(r"\d{1,4}", block.text) or is_named):
        return False
    others = [other.block for other in regions if other is not region and shared_width(other.block, block) > 0]
    last = max(others, key=lambda other: other.bottom, default=None)
    is_lowest = all(other.block.bottom <= block.top for other in regions if other is not region)
    if last is None or not is_lowest or len(last.text) < weights.FOOT_TEXT_MIN_LETTERS:
        return False
    return block.top - last.bottom >= weights.FOOT_NUMBER_MIN_GAP_EM * block.size


def _is_number_in_margin(region: Region, page: PrintedPage) -> bool:
    """Whether a text without a role is the number of the page in a margin, however large it is."""
    block, margin = region.block, text_lines_weights.MARGIN_SHARE * page.height
    is_outer = block.top < margin or block.bottom > page.height - margin
    return region.role is None and is_outer and block.text == page.label and any(map(str.isdecimal, block.text))


def _is_number_of_tab(region: Region, page: PrintedPage) -> bool:
    """Whether a mere number is on a narrow area at the left or right edge of the page: the tab of a chapter."""
    block, slack = region.block, page_weights.BOX_SLACK_PT
    return bool(re.fullmatch(r"\d{1,3}", block.text)) and any(
        box.holds(block)
        and box.width < text_lines_weights.MARGIN_SHARE * page.width
        and (box.left <= page.left + slack or box.right >= page.right - slack)
        for box in page.boxes
    )


def _with_lines_in_step(regions: Sequence[Region], page: PrintedPage, body: BodySizes) -> list[Region]:
    """Returns the regions; texts in the margins are running text if they go on with it as its paragraphs do."""
    result = list(regions)
    texts = [region.block for region in regions if region.role == "body" and not _is_outside(region.block, page)]
    middle = page.height / 2
    places = sorted(range(len(regions)), key=lambda at: abs(regions[at].block.top - middle))
    for at in places:
        block = regions[at].block
        if (
            regions[at].role is None
            and is_in_margin(block, page)
            and not _is_outside(block, page)
            and not block.bold
            and is_body_size(block, body)
            and _is_in_step(block, texts, page)
        ):
            result[at] = replace(regions[at], role="body")
            texts.append(block)
    return result


def _is_in_step(block: TextBlock, texts: Sequence[TextBlock], page: PrintedPage) -> bool:
    """Whether a text is like the nearest one, and as far from it as paragraphs of its column are from each other."""
    if sum(map(str.isalpha, block.text)) < weights.STEP_MIN_LETTERS:
        return False
    column = sorted((text for text in texts if shared_width(text, block) > 0), key=lambda text: text.top)
    steps = [below.lines[0].baseline - above.lines[-1].baseline for above, below in pairwise(column)]
    if len(steps) < weights.STEP_MIN_COUNT:
        return False
    is_over = block.top < column[0].top
    nearest = column[0] if is_over else column[-1]
    one, other = (block, nearest) if is_over else (nearest, block)
    step = other.lines[0].baseline - one.lines[-1].baseline
    indent = blocks_weights.MAX_INDENT_EM * block.size
    return (
        0 < step <= weights.STEP_SLACK * median(steps)
        and is_of_style(block, nearest)
        and abs(block.left - nearest.left) <= indent
        and not any(_is_rule_between(box, one, other) for box in page.boxes)
    )


def _is_rule_between(box: Box, one: TextBlock, other: TextBlock) -> bool:
    is_level = box.height <= page_weights.RULE_MAX_PT < box.width
    return is_level and one.bottom <= box.top <= other.top and shared_width(box, other) > 0


def _is_outside(block: TextBlock, page: PrintedPage) -> bool:
    """Whether a block is beside the visible page: marks for printers."""
    is_beside = block.right <= page.left or block.left >= page.right
    return is_beside or block.bottom <= 0 or block.top >= page.height


def _furniture(regions: Sequence[Region], page: PrintedPage, body: BodySizes) -> list[TextBlock]:
    numbered = {id(region.block) for region in regions if _is_beside_number(region.block, regions, page)}
    content = [
        region.block for region in regions if region.role in ("body", "sidebar") and id(region.block) not in numbered
    ]
    margin = text_lines_weights.MARGIN_SHARE * page.height
    top = min((block.top for block in content), default=margin)
    bottom = max((block.bottom for block in content), default=page.height * (1 - text_lines_weights.MARGIN_SHARE))
    size = largest_size(body)
    candidates = [
        region.block
        for region in regions
        if not _is_outside(region.block, page)
        and (
            (
                region.role is None
                and is_in_margin(region.block, page)
                and not _is_end_of_column(region.block, content)
                and not _is_paragraph(region.block, content, body)
                and not _is_in_list(region.block, content)
            )
            or id(region.block) in numbered
        )
    ]
    taken = {id(block) for block in candidates}
    below = [
        region.block
        for region in regions
        if region.role is None and id(region.block) not in taken and region.block.size < weights.LARGE_RATIO * size
    ]
    head = [
        block
        for block in candidates
        if block.bottom < min(top, page.height / 2)
        and block.size < weights.RUNNING_HEAD_MAX_RATIO * size
        and not (block.size > weights.LARGER_RATIO * size and is_section_heading(block))
        and not _is_column_heading(block, [*content, *below], size)
        and not _is_like_heading(block, [region.block for region in regions], page)
        and not _is_title(block, [region.block for region in regions], content, size)
    ]
    foot = [
        block
        for block in candidates
        if block.top > max(bottom, page.height / 2) - block.size and block.size <= weights.RUNNING_FOOT_MAX_RATIO * size
    ]
    return [block for block in (*_outermost(head), *_outermost(foot, -1)) if not _is_caption(block, page)]


def _is_end_of_column(block: TextBlock, content: Sequence[TextBlock]) -> bool:
    """Whether lines in the lower margin are the last ones of a column: in its font and size, and at its edge."""
    first = block.lines[0]
    if _RIGHTS.match(block.text):
        return False
    if len(block.lines) < weights.COLUMN_END_MIN_LINES or _count_words(block.text) < weights.COLUMN_END_MIN_WORDS:
        return False
    return any(
        (other.lines[-1].font, other.lines[-1].color, other.script) == (first.font, first.color, block.script)
        and is_same_size(other.size, block.size, block.size)
        and abs(other.left - min(line.left for line in block.lines)) <= weights.COLUMN_EDGE_EM * block.size
        and other.bottom <= block.top
        for other in content
    )


def _is_in_list(block: TextBlock, content: Sequence[TextBlock]) -> bool:
    """Whether a text in a margin is an item with a bullet, as others of the page are in its size."""
    return has_bullet(block.text) and any(
        has_bullet(line.text) and is_same_size(line.size, block.size, block.size)
        for other in content
        for line in other.lines
    )


def _is_paragraph(block: TextBlock, content: Sequence[TextBlock], body: BodySizes) -> bool:
    """Whether text in a margin is a paragraph or a line of one: a long sentence or a full line, at the edge of text.

    The first line of a paragraph is indented and ends at the right edge.
    """
    if not is_body_size(block, body) or block.bold or _count_words(block.text) < weights.MARGIN_PARAGRAPH_MIN_WORDS:
        return False
    slack = blocks_weights.MIN_INDENT_EM * block.size
    beside = [other for other in content if abs(other.left - block.left) <= slack]
    if any(_is_first_line_under(block, other) for other in content):
        return True
    is_longer = len(block.lines) >= weights.COLUMN_END_MIN_LINES or "，" in block.text
    is_closed = is_longer and (ends_sentence(block.text) or block.text[-1] in ":：")
    return any(
        is_closed or (len(other.lines) > 1 and block.width >= weights.MARGIN_PARAGRAPH_FULL_SHARE * other.width)
        for other in beside
    )


def _is_first_line_under(block: TextBlock, text: TextBlock) -> bool:
    """Whether a line is the first one of a paragraph in the column of a text: indented, and full."""
    indent = (block.lines[0].left - text.left) / block.size
    is_indented = blocks_weights.MIN_INDENT_EM <= indent <= blocks_weights.MAX_INDENT_EM
    is_full = abs(block.right - text.right) <= blocks_weights.MIN_INDENT_EM * block.size
    return is_indented and is_full and text.bottom <= block.top and len(text.lines) > 1


def _count_words(text: str) -> int:
    """Returns the number of words of a text; between Han characters there are no blanks that show it."""
    characters = count_han(text)
    return characters // weights.CHARACTERS_A_WORD + count_latin_words(text) if characters else len(text.split())


def _is_beside_number(block: TextBlock, regions: Sequence[Region], page: PrintedPage) -> bool:
    """Whether a line is the number of the page in its first row, a little below the margin, or beside that."""
    baseline = block.lines[0].baseline
    if len(block.lines) > 1 or baseline >= text_lines_weights.NUMBER_MARGIN_SHARE * page.height:
        return False
    row = [other.block.text for other in regions if are_in_row(block.lines[0], other.block.lines[0])]
    is_first = all(other.block.lines[0].baseline >= baseline - block.size for other in regions)
    return is_first and len(row) > 1 and page.label in row


def _is_column_heading(block: TextBlock, content: Sequence[TextBlock], size: float) -> bool:
    """Whether text in the upper margin is a heading over a column: bold or larger, and close over its text."""
    return (block.bold or block.size > weights.LARGER_RATIO * size) and any(
        (other.script == block.script or (other.script == HAN and count_han(block.text) > 0))
        and abs(other.left - block.left) <= weights.COLUMN_HEADING_EDGE_EM * block.size
        and 0 <= other.top - block.bottom <= _column_heading_gap_em(block, other) * block.size
        for other in content
    )


def _is_like_heading(block: TextBlock, blocks: Sequence[TextBlock], page: PrintedPage) -> bool:
    """Whether bold text in the upper margin is set as a heading farther down: as far left, and as close over its text.

    Both are alone in their rows.
    """
    if not block.bold or _count_words(block.text) > weights.RUNNING_HEAD_MAX_WORDS or re.search(r"\d", block.text):
        return False
    twins = [
        other
        for other in blocks
        if other is not block
        and not is_in_margin(other, page)
        and is_of_style(other, block)
        and len(other.lines) == 1
        and not ends_sentence(other.text)
        and abs(other.left - block.left) <= blocks_weights.MIN_INDENT_EM * block.size
    ]
    gap = _gap_below(block, blocks)
    return gap is not None and any(
        (other_gap := _gap_below(twin, blocks)) is not None and abs(gap - other_gap) <= weights.TWIN_GAP_EM * block.size
        for twin in twins
    )


def _gap_below(block: TextBlock, blocks: Sequence[TextBlock]) -> float | None:
    """Returns the gap between a text that is alone in its row and the next one under it; None if it is not."""
    if any(other is not block and are_beside(block, other) for other in blocks):
        return None
    return min((other.top - block.bottom for other in blocks if other.top >= block.bottom), default=None)


def _is_title(block: TextBlock, blocks: Sequence[TextBlock], content: Sequence[TextBlock], size: float) -> bool:
    """Whether text in the upper margin is a title: bold, the largest of its page, alone in its row, and over its text.

    It begins at the left edge of the text, or has its middle. One of a word or two is in the style of a heading below.
    """
    is_bold = block.bold or any(line.is_mixed for line in block.lines)
    is_like_head = any(is_of_style(other, block) for other in blocks if other.top > block.bottom)
    is_worded = _count_words(block.text) >= weights.MARGIN_TITLE_MIN_WORDS or is_like_head
    is_large = block.size >= weights.TITLE_RATIO * size and not any(
        other.size >= weights.LARGE_RATIO * size for other in blocks if other is not block
    )
    if not content or not (is_large or (is_bold and is_worded and block.size >= weights.MARGIN_TITLE_RATIO * size)):
        return False
    left, right = min(other.left for other in content), max(other.right for other in content)
    is_over = abs(block.left - left) <= block.size or abs(block.left + block.right - left - right) <= 2 * block.size
    is_alone = not any(other is not block and are_beside(block, other) for other in blocks)
    is_largest = all(other.size <= block.size or is_same_size(other.size, block.size, block.size) for other in blocks)
    return is_over and is_alone and is_largest


def _column_heading_gap_em(block: TextBlock, text: TextBlock) -> float:
    """Returns the maximum gap between a heading and its text; it is wider if they begin at one edge."""
    is_flush = abs(text.left - block.left) <= weights.FLUSH_EM * block.size
    return weights.FLUSH_HEADING_GAP_EM if is_flush and block.bold else weights.COLUMN_HEADING_GAP_EM


def _outermost(blocks: Sequence[TextBlock], direction: int = 1) -> list[TextBlock]:
    """Returns the outermost rows: from above, or with -1 from below, up to the first wider gap."""
    found: list[TextBlock] = []
    for block in sorted(blocks, key=lambda block: direction * block.lines[0].baseline):
        if found:
            gap = direction * (block.lines[0].baseline - found[-1].lines[-1].baseline)
            if gap > weights.FURNITURE_MAX_GAP_EM * block.size:
                break
        found.append(block)
    return found


def _is_caption(block: TextBlock, page: PrintedPage) -> bool:
    """Whether a block in the margin is a picture's caption all the same."""
    words, credit = divided(block.text)
    is_named = is_numbered_caption(block.text) and _count_words(block.text) > 1
    if is_named or (credit and not is_byline(words)):
        return True
    margin = text_lines_weights.MARGIN_SHARE * page.height
    seen = tuple(box for box in page.large_boxes if box.bottom > margin and box.top < page.height - margin)
    return (
        block.width > weights.MARGIN_CAPTION_MIN_SHARE * page.width
        and is_near_picture(block, replace(page, large_boxes=seen), weights.MARGIN_CAPTION_REACH_EM)
        and not re.search(r"\d{2,4}", block.text)
    )
