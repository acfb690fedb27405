"""Text boxes: filled or framed areas of a page that hold sidebars."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import combinations
from statistics import median

from reader.importing.credits import is_text_byline
from reader.importing.pdf.blocks.text_blocks import is_of_style, is_same_size
from reader.importing.pdf.page.geometry import bounding_box, vertical_gap
from reader.importing.pdf.roles.boxed_articles import is_boxed_article
from reader.importing.pdf.roles.paper_heads import is_labelled_abstract
from reader.importing.pdf.roles.regions import Region, is_body_size
from reader.importing.pdf.weights import page as page_weights
from reader.importing.pdf.weights import roles as weights
from reader.importing.pdf.weights import text_lines as text_lines_weights
from reader.importing.scripts import count_han
from reader.model.record import replace
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.page.geometry import Box
    from reader.importing.pdf.text_lines.body_sizes import BodySizes
    from reader.importing.pdf.text_lines.printed_pages import PrintedPage

_MAX_FRAMES = 500
"""Number of areas above which a page is a drawing or a map, and none of them is looked at as a frame."""
_MAX_TITLES = 20
"""Maximum number of large texts of a page that are compared with each other."""


def with_sidebars(page: PrintedPage, blocks: Sequence[TextBlock], body: BodySizes) -> list[Region]:
    """Returns the blocks as regions; those in text boxes are sidebars, unless all text of the page is in boxes.

    A box with an abstract is none: it holds the head of a paper.
    """
    measured = _MeasuredBlocks(blocks, body)
    areas = _areas_with_text(page, measured)
    is_layout = len(areas) >= weights.LAYOUT_MIN_BOXES and measured.is_layout(areas)
    boxes = (
        areas
        if is_layout
        else [
            box
            for box in text_boxes(page, blocks, body)
            if not measured.is_head(box)
            and not measured.is_article(box)
            and not measured.is_shading(box)
            and not any(map(is_labelled_abstract, measured.held_by(box)))
        ]
    )
    regions = []
    for block in blocks:
        at = next((at for at, box in enumerate(boxes) if box.holds(block)), None)
        frame = boxes[at] if is_layout and at is not None else None
        regions.append(Region(block, None if at is None or is_layout else "sidebar", at, frame))
    return regions


def text_boxes(page: PrintedPage, blocks: Sequence[TextBlock], body: BodySizes) -> list[Box]:
    """Returns the boxes that hold text of their own, from the smallest to the largest.

    Left out are the ground of the whole page or of the text in one script, and a picture with a word on it.
    """
    measured = _MeasuredBlocks(blocks, body)
    return [box for box in _areas_with_text(page, measured) if not measured.is_ground(measured.held_by(box))]


def _areas_with_text(page: PrintedPage, measured: _MeasuredBlocks) -> list[Box]:
    """Returns the boxes with text of their own, from the smallest to the largest; grounds of a script among them."""
    found = []
    for box in page.boxes:
        if (
            box.width < text_lines_weights.TEXT_BOX_MIN_WIDTH_PT
            or box.height < text_lines_weights.TEXT_BOX_MIN_HEIGHT_PT
        ):
            continue
        if box.width * box.height > weights.TEXT_BOX_MAX_PAGE_SHARE * page.width * page.height:
            continue
        held = measured.held_by(box)
        has_lines = sum(len(block.lines) for block in held) >= weights.TEXT_BOX_MIN_LINES
        if not has_lines or bounding_box(held).height <= weights.TEXT_BOX_MIN_FILL * box.height:
            continue
        most = weights.TEXT_BOX_MAX_TEXT_SHARE * measured.total
        if weights.TEXT_BOX_MIN_AMOUNT <= measured.amount(held) <= most:
            found.append(box)
    return sorted(found, key=lambda box: box.width * box.height)


def without_text_frames(page: PrintedPage, bodies: Sequence[TextBlock]) -> PrintedPage:
    """Returns a page; the filled or framed areas that hold running text, given by its blocks, are no pictures."""
    if len(page.large_boxes) > _MAX_FRAMES:
        return page
    pictures = {picture.box for picture in page.pictures}
    large = tuple(box for box in page.large_boxes if box in pictures or not _is_text_frame(box, bodies))
    return replace(page, large_boxes=large)


def _is_text_frame(box: Box, bodies: Iterable[TextBlock]) -> bool:
    held = [block for block in bodies if box.holds(block)]
    return sum(len(block.lines) for block in held) >= weights.TEXT_BOX_MIN_LINES


class _MeasuredBlocks:
    """Blocks with their amounts of text in letters, each counted once; a Han character counts as three."""

    def __init__(self, blocks: Sequence[TextBlock], body: BodySizes) -> None:
        self._blocks = sorted(blocks, key=lambda block: block.top)
        self._tops = [block.top for block in self._blocks]
        self._amounts = {id(block): len(block.text) + 2 * count_han(block.text) for block in blocks}
        self._running = {
            script: {id(block) for block in blocks if block.script == script and is_body_size(block, body)}
            for script in body
        }
        self.total = self.amount(blocks) or 1

    def amount(self, blocks: Iterable[TextBlock]) -> int:
        """Returns the amount of text of some of the blocks."""
        return sum(self._amounts[id(block)] for block in blocks)

    def held_by(self, box: Box) -> list[TextBlock]:
        """Returns the blocks inside a box."""
        slack = page_weights.BOX_SLACK_PT
        first, last = bisect_left(self._tops, box.top - slack), bisect_right(self._tops, box.bottom + slack)
        return [block for block in self._blocks[first:last] if box.holds(block)]

    def is_layout(self, boxes: Sequence[Box]) -> bool:
        """Whether boxes hold the running text of a page: beside them is hardly any, and much is in half of them."""
        inside = {id(block) for box in boxes for block in self.held_by(box)}
        beside = [
            block for block in self._blocks if id(block) not in inside and len(block.lines) > 1 and not block.bold
        ]
        return (
            self.amount(beside) <= weights.LAYOUT_OUTSIDE_SHARE * self.total
            and median(self.amount(self.held_by(box)) for box in boxes) >= weights.LAYOUT_MIN_AMOUNT
        )

    def is_head(self, box: Box) -> bool:
        """Whether a box over all running text holds a title: its text is much larger, and nothing of it runs on.

        Over several texts as large, in one style, it holds the name of a newsletter.
        """
        held = self.held_by(box)
        running = set().union(*self._running.values())
        beside = [block for block in self._blocks if id(block) in running and block not in held]
        size = max((block.size for block in beside), default=0.0)
        largest = max((block.size for block in held), default=0.0)
        is_over = bool(beside) and all(block.top >= box.bottom for block in beside)
        runs_on = any(
            len(block.lines) > weights.TEXT_BOX_TITLE_MAX_LINES or ends_sentence(block.text) for block in held
        )
        least = weights.TITLE_RATIO * size
        titles = [block for block in self._blocks if block.size >= least and block not in held]
        has_items = any(is_of_style(one, other) for one, other in combinations(titles[:_MAX_TITLES], 2))
        return is_over and not runs_on and not has_items and largest >= least

    def is_article(self, box: Box) -> bool:
        """Whether a box holds an article: one set as those beside it; or, as wide as the text beside it, one with a
        title, its writer and text in columns.
        """
        held = self.held_by(box)
        inner_ids = {id(block) for block in held}
        if is_boxed_article(held, [block for block in self._blocks if id(block) not in inner_ids]):
            return True
        running = set().union(*self._running.values())
        inside = [block for block in held if id(block) in running]
        beside = [block for block in self._blocks if id(block) in running and block not in held]
        if not inside or not beside:
            return False
        inner, outer = bounding_box(inside), bounding_box(beside)
        slack = median(block.size for block in inside)
        is_wide = inner.left <= outer.left + slack and inner.right >= outer.right - slack
        heads = [block for block in held if block.bottom <= inner.top + slack / 2]
        titles = [block for block in heads if block.size >= weights.TITLE_RATIO * slack]
        has_writer = any(
            is_text_byline(block.text) and any(title.bottom <= block.top + slack / 2 for title in titles)
            for block in heads
        )
        return is_wide and has_writer and max(block.left for block in inside) > min(block.right for block in inside)

    def is_shading(self, box: Box) -> bool:
        """Whether a box is the shading of a paragraph: running text fills it, between the edges of its column.

        Word processors paint one behind paragraphs, often in the colour of the paper; the text in a frame has a margin.
        """
        held = self.held_by(box)
        inner, size = bounding_box(held), max(block.size for block in held)
        flush = weights.FLUSH_EM * size
        running = set().union(*self._running.values())
        is_running = all(id(block) in running for block in held)
        if not is_running or inner.left - box.left > flush or box.right - inner.right > flush:
            return False
        return any(
            abs(block.left - inner.left) <= flush
            and is_same_size(block.size, size, size)
            and vertical_gap(block, box) <= weights.HEADING_REACH_EM * size
            for block in self._blocks
            if not box.holds(block)
        )

    def is_ground(self, held: Iterable[TextBlock]) -> bool:
        """Whether a box that holds these blocks is only the ground for the running text of a script."""
        inner = [id(block) for block in held]
        for running in self._running.values():
            inside = sum(self._amounts[block] for block in inner if block in running)
            everywhere = sum(self._amounts[block] for block in running)
            if inside > weights.GROUND_SCRIPT_SHARE * everywhere and inside > weights.GROUND_PAGE_SHARE * self.total:
                return True
        return False
