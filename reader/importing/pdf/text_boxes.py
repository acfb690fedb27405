"""Text boxes: filled or framed areas of a page that hold sidebars."""

from __future__ import annotations

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


def with_sidebars(page: PrintedPage, blocks: Sequence[TextBlock], body: BodySizes) -> list[Region]:
    """Returns the blocks as regions; those in text boxes are sidebars."""
    boxes = text_boxes(page, blocks, body)
    regions = []
    for block in blocks:
        box = next((at for at, box in enumerate(boxes) if box.holds(block)), None)
        regions.append(Region(block, None if box is None else "sidebar", box))
    return regions


def text_boxes(page: PrintedPage, blocks: Sequence[TextBlock], body: BodySizes) -> list[Box]:
    """Returns the boxes that hold text of their own, from the smallest to the largest.

    Left out are the ground of the whole page or of the text in one script, and a picture with a word on it.
    """
    total = _amount(blocks) or 1
    found = []
    for box in page.boxes:
        if box.width < weights.TEXT_BOX_MIN_WIDTH_PT or box.height < weights.TEXT_BOX_MIN_HEIGHT_PT:
            continue
        if box.width * box.height > weights.TEXT_BOX_MAX_PAGE_SHARE * page.width * page.height:
            continue
        held = [block for block in blocks if box.holds(block)]
        has_lines = sum(len(block.lines) for block in held) >= weights.TEXT_BOX_MIN_LINES
        if not has_lines or bounding_box(held).height <= weights.TEXT_BOX_MIN_FILL * box.height:
            continue
        is_some = weights.TEXT_BOX_MIN_AMOUNT <= _amount(held) <= weights.TEXT_BOX_MAX_TEXT_SHARE * total
        if is_some and not _is_ground(held, blocks, body):
            found.append(box)
    return sorted(found, key=lambda box: box.width * box.height)


def _amount(blocks: Iterable[TextBlock]) -> int:
    """Returns the amount of text in letters; a Han character counts as three."""
    return sum(len(block.text) + 2 * count_han(block.text) for block in blocks)


def _is_ground(held: Sequence[TextBlock], blocks: Sequence[TextBlock], body: BodySizes) -> bool:
    """Whether a box is only the ground for the running text of a script."""
    total = _amount(blocks) or 1
    for script in body:
        inside = _amount(block for block in held if block.script == script and is_body_size(block, body))
        everywhere = _amount(block for block in blocks if block.script == script and is_body_size(block, body))
        if inside > weights.GROUND_SCRIPT_SHARE * everywhere and inside > weights.GROUND_PAGE_SHARE * total:
            return True
    return False
