"""Lines inside a paragraph, or at its end, in italics or bold: they head nothing."""

from __future__ import annotations

from reader.importing.pdf.blocks.text_blocks import is_same_size
from reader.importing.pdf.weights import headings as headings_weights
from reader.model.record import replace
from reader.model.scripts import PAUSES_HAN, PAUSES_LATIN, ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.roles.regions import Region
    from reader.importing.pdf.text_lines.text_line import TextLine


def without_inner_lines(regions: Sequence[Region]) -> list[Region]:
    """Returns the regions; a line inside a paragraph, in italics or bold, is running text and heads nothing.

    It may be the last one, where emphasised words begin in the line above it.
    """
    bodies = [region.block for region in regions if region.role == "body"]
    return [
        replace(region, role="body")
        if region.role == "heading"
        and len(region.block.lines) == 1
        and any(
            _runs_into(above.lines[-1], region.block.lines[0], above.right)
            and (above.lines[-1].is_mixed or _runs_into_any(region.block, bodies))
            for above in bodies
        )
        else region
        for region in regions
    ]


def _runs_into_any(block: TextBlock, bodies: Sequence[TextBlock]) -> bool:
    return any(_runs_into(block.lines[-1], below.lines[0], block.right) for below in bodies)


def _runs_into(last: TextLine, line: TextLine, right: float) -> bool:
    """Whether a full line that ends no sentence goes on in the line right under it."""
    return (
        0 < line.baseline - last.baseline <= headings_weights.NUMBERED_INNER_STEP_EM * line.size
        and is_same_size(last.size, line.size, line.size)
        and abs(last.left - line.left) <= headings_weights.SERIES_ROW_EM * line.size
        and last.color == line.color
        and last.right >= right - headings_weights.NUMBERED_INNER_SPACE_EM * line.size
        and not ends_sentence(last.text)
        and last.text[-1:] not in PAUSES_HAN + PAUSES_LATIN
    )
