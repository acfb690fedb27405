"""Chinese titles of two phrases, which are set apart on one line as the lines of a couplet are."""

from __future__ import annotations

from reader.importing.pdf.blocks.text_blocks import block_of, is_of_style
from reader.importing.pdf.page.geometry import shared_width
from reader.importing.pdf.text_lines.text_line import are_in_row
from reader.importing.pdf.weights import roles as weights
from reader.importing.scripts import HAN
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.roles.regions import Region


def with_title_halves_joined(regions: Sequence[Region], size: float) -> list[Region]:
    """Returns the regions; two large phrases on one line, over text that is under both, are one.

    ``size`` is that of the running text.
    """
    large = [
        region
        for region in regions
        if region.role is None
        and region.block.script == HAN
        and len(region.block.lines) == 1
        and region.block.size >= weights.TITLE_RATIO * size
    ]
    halves = {
        id(first): second
        for first in large
        for second in large
        if _are_halves(first.block, second.block) and _are_over_one_text(first, second, regions)
    }
    seconds = {id(second) for second in halves.values()}
    if seconds & halves.keys():  # three or more in a row: names, or items of a menu
        return list(regions)
    return [
        replace(region, block=_joined(region.block, halves[id(region)].block)) if id(region) in halves else region
        for region in regions
        if id(region) not in seconds
    ]


def _are_halves(first: TextBlock, second: TextBlock) -> bool:
    """Whether two texts of one style are phrases beside each other, not far apart, each longer than a name."""
    gap = second.left - first.right
    is_near = 0 < gap <= weights.TITLE_HALVES_GAP_EM * first.size
    is_long = min(len(first.text), len(second.text)) >= weights.TITLE_HALF_MIN_CHARACTERS
    return is_near and is_long and is_of_style(first, second) and are_in_row(first.lines[0], second.lines[0])


def _are_over_one_text(first: Region, second: Region, regions: Sequence[Region]) -> bool:
    """Whether the next text below two phrases reaches from under the one to under the other."""
    below = [
        region.block
        for region in regions
        if region.block.top >= first.block.bottom
        and (shared_width(region.block, first.block) > 0 or shared_width(region.block, second.block) > 0)
    ]
    nearest = min(below, key=lambda block: block.top, default=None)
    return nearest is not None and nearest.left < first.block.right and nearest.right > second.block.left


def _joined(first: TextBlock, second: TextBlock) -> TextBlock:
    line, rest = first.lines[0], second.lines[0]
    return block_of([replace(line, text=f"{line.text} {rest.text}", right=rest.right)])
