"""Text boxes: filled or framed areas of a page that hold sidebars."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from statistics import median

from reader.importing.pdf import weights
from reader.importing.pdf.geometry import bounding_box
from reader.importing.pdf.regions import Region, is_body_size
from reader.importing.scripts import count_han

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.body_sizes import BodySizes
    from reader.importing.pdf.geometry import Box
    from reader.importing.pdf.printed_pages import PrintedPage
    from reader.importing.pdf.text_blocks import TextBlock

_LAYOUT_MIN_BOXES, _LAYOUT_TEXT_SHARE = 3, 0.85
"""Minimum number of boxes of a page set in boxes, and minimum share of its text in them, and of that in one size."""
_LAYOUT_MIN_AMOUNT = 120
"""Minimum amount of text in half of such boxes, in letters."""


def with_sidebars(page: PrintedPage, blocks: Sequence[TextBlock], body: BodySizes) -> list[Region]:
    """Returns the blocks as regions; those in text boxes are sidebars, unless all text of the page is in boxes."""
    boxes = text_boxes(page, blocks, body)
    is_layout = len(boxes) >= _LAYOUT_MIN_BOXES and _MeasuredBlocks(blocks, body).is_layout(boxes)
    regions = []
    for block in blocks:
        box = next((at for at, box in enumerate(boxes) if box.holds(block)), None)
        regions.append(Region(block, None if box is None or is_layout else "sidebar", box))
    return regions


def text_boxes(page: PrintedPage, blocks: Sequence[TextBlock], body: BodySizes) -> list[Box]:
    """Returns the boxes that hold text of their own, from the smallest to the largest.

    Left out are the ground of the whole page or of the text in one script, and a picture with a word on it.
    """
    measured = _MeasuredBlocks(blocks, body)
    found = []
    for box in page.boxes:
        if box.width < weights.TEXT_BOX_MIN_WIDTH_PT or box.height < weights.TEXT_BOX_MIN_HEIGHT_PT:
            continue
        if box.width * box.height > weights.TEXT_BOX_MAX_PAGE_SHARE * page.width * page.height:
            continue
        held = measured.held_by(box)
        has_lines = sum(len(block.lines) for block in held) >= weights.TEXT_BOX_MIN_LINES
        if not has_lines or bounding_box(held).height <= weights.TEXT_BOX_MIN_FILL * box.height:
            continue
        most = weights.TEXT_BOX_MAX_TEXT_SHARE * measured.total
        if weights.TEXT_BOX_MIN_AMOUNT <= measured.amount(held) <= most and not measured.is_ground(held):
            found.append(box)
    return sorted(found, key=lambda box: box.width * box.height)


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
        slack = weights.BOX_SLACK_PT
        first, last = bisect_left(self._tops, box.top - slack), bisect_right(self._tops, box.bottom + slack)
        return [block for block in self._blocks[first:last] if box.holds(block)]

    def is_layout(self, boxes: Sequence[Box]) -> bool:
        """Whether boxes hold nearly all text of a page, most of it running text, and each much of it."""
        inside = {id(block): block for box in boxes for block in self.held_by(box)}
        running = {block for own in self._running.values() for block in own}
        amount = self.amount(inside.values())
        return (
            amount >= _LAYOUT_TEXT_SHARE * self.total
            and sum(self._amounts[block] for block in inside if block in running) >= _LAYOUT_TEXT_SHARE * amount
            and median(self.amount(self.held_by(box)) for box in boxes) >= _LAYOUT_MIN_AMOUNT
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
