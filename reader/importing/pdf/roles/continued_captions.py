"""Captions of several blocks: small text close under or over one belongs to it."""

from __future__ import annotations

from reader.importing.credits import is_credit
from reader.importing.pdf.blocks.text_blocks import is_same_size
from reader.importing.pdf.page.geometry import shared_width, vertical_gap
from reader.importing.pdf.roles.regions import FLOWING
from reader.importing.pdf.text_lines.text_line import are_in_row
from reader.importing.pdf.weights import roles as weights
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.roles.regions import Region
    from reader.importing.pdf.text_lines.body_sizes import BodySizes


def with_captions_continued(regions: Sequence[Region], body: BodySizes) -> list[Region]:
    """Returns the regions with small text close under or over a caption taken for a caption, too."""
    regions = _with_credited_heads(regions)
    pending = [region.block for region in regions if region.role == "caption"]
    result = list(regions)
    open_places = [at for at, region in enumerate(regions) if _may_continue_caption(region)]
    while pending:
        caption = pending.pop()
        found = {at for at in open_places if _continues_caption(result[at].block, caption, body)}
        for at in found:
            pending.append(result[at].block)
            result[at] = replace(result[at], role="caption")
        if found:
            open_places = [at for at in open_places if at not in found]
    return result


def _with_credited_heads(regions: Sequence[Region]) -> list[Region]:
    """Returns the regions; a line with the credit of a picture right after it, is a caption and no head."""
    named = [region.block for region in regions if len(region.block.lines) == 1 and is_credit(region.block.text)]
    return [
        replace(region, role="caption")
        if region.role in FLOWING
        and len(region.block.lines) <= weights.CREDITED_MAX_LINES
        and any(
            0 <= credit.left - region.block.right <= weights.CAPTION_REST_GAP_EM * region.block.size
            and are_in_row(region.block.lines[-1], credit.lines[0])
            for credit in named
        )
        else region
        for region in regions
    ]


def _may_continue_caption(region: Region) -> bool:
    if region.role not in ("sidebar", "other") or region.box is not None:
        return False
    return len(region.block.lines) <= weights.CAPTION_REST_MAX_LINES


def _continues_caption(block: TextBlock, caption: TextBlock, body: BodySizes) -> bool:
    """Whether a block is close to a caption, in its size; that of another script is compared by the running texts."""
    if vertical_gap(block, caption) >= weights.CAPTION_REST_GAP_EM * block.size or shared_width(block, caption) <= 0:
        return False
    if is_same_size(block.size, caption.size, block.size):
        return True
    own, other = (body.get(each.script) if each.script else None for each in (block, caption))
    if block.script == caption.script or not own or not other:
        return False
    return is_same_size(block.size / own, caption.size / other, 1.0)
