"""Headings told by their like: texts in the style of others, parts of one in a row, and numbered short lines."""

from __future__ import annotations

from reader.importing.credits import is_text_byline
from reader.importing.pdf.blocks.article_labels import begins_entry
from reader.importing.pdf.blocks.text_blocks import block_of, is_of_style
from reader.importing.pdf.page.geometry import shared_width
from reader.importing.pdf.roles.authors import names_in
from reader.importing.pdf.roles.inner_lines import without_inner_lines
from reader.importing.pdf.roles.numbered_series import is_short_head, with_numbered_lines
from reader.importing.pdf.roles.table_titles import is_table_note, is_table_title, is_table_unit
from reader.importing.pdf.roles.title_words import has_address, is_worded
from reader.importing.pdf.weights import blocks as blocks_weights
from reader.importing.pdf.weights import headings as headings_weights
from reader.importing.pdf.weights import roles as weights
from reader.importing.scripts import LATIN
from reader.model.record import replace
from reader.model.scripts import PAUSES_HAN, PAUSES_LATIN, ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.blocks.table_grids import TableGrid
    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.roles.regions import Region

_DOUBTFUL = ("pull", "byline", "table", "other", "deck")
"""Roles of short texts that are headings if they look like others."""


def with_headings_alike(regions: Sequence[Region], grids: Sequence[TableGrid]) -> list[Region]:
    """Returns the regions with more headings found: by the style of others, by their row, and by their numbers."""
    found = _with_headings_of_style(without_inner_lines(regions), grids)
    return _with_rows_joined(with_numbered_lines(_with_heads_over_writers(found)))


def _with_headings_of_style(regions: Sequence[Region], grids: Sequence[TableGrid]) -> list[Region]:
    headings = [
        region.block for region in regions if region.role == "heading" and _is_style_of_headings(region, regions)
    ]
    return [
        replace(region, role="heading")
        if region.box is None
        and any(is_of_style(region.block, heading) for heading in headings)
        and (_is_over_content(region, regions, grids) or _is_last_of_series(region, regions, headings))
        and (
            (
                region.role in _DOUBTFUL
                and not (region.role == "byline" and _is_name(region, regions, headings))
                and _may_head(region.block)
            )
            or (region.role == "body" and _is_long_head(region, regions))
        )
        else region
        for region in regions
    ]


def _is_name(region: Region, regions: Sequence[Region], headings: Sequence[TextBlock]) -> bool:
    """Whether a text like a name is none of a series of headings; two do if they are larger than all text.

    Chinese names are set as large.
    """
    size = max((other.block.size for other in regions if other.role == "body"), default=region.block.size)
    is_large = region.block.script == LATIN and region.block.size >= weights.LARGE_RATIO * size
    return bool(names_in(region.block.text)) and not is_large and not _is_in_series_of(region, headings)


def _is_in_series_of(region: Region, headings: Sequence[TextBlock]) -> bool:
    """Whether several headings are in the style of a text and at its edge: it is one, though it may be a name."""
    edge = blocks_weights.MIN_INDENT_EM * region.block.size
    alike = [one for one in headings if is_of_style(one, region.block) and abs(one.left - region.block.left) <= edge]
    return region.block.bold and len(alike) >= headings_weights.SERIES_MIN_HEADINGS


def _is_last_of_series(region: Region, regions: Sequence[Region], headings: Sequence[TextBlock]) -> bool:
    """Whether a text is like several headings, and the last one of a page but for its furniture."""
    is_last = not any(other.role != "running" and other.block.top >= region.block.bottom for other in regions)
    return is_last and _is_in_series_of(region, headings)


def _with_heads_over_writers(regions: Sequence[Region]) -> list[Region]:
    """Returns the regions; a line like a name with the line on its writer right below it is a heading."""
    writers = [region.block for region in regions if region.role == "byline" and is_text_byline(region.block.text)]
    bodies = [region.block for region in regions if region.role == "body"]
    return [
        replace(region, role="heading")
        if region.role == "byline"
        and region.box is None
        and not is_text_byline(region.block.text)
        and _may_head(region.block)
        and any(
            0 < writer.lines[0].baseline - region.block.lines[-1].baseline <= weights.TITLE_LEADING_EM * writer.size
            and writer.size < region.block.size
            and writer.lines[0].font == region.block.lines[0].font
            for writer in writers
            if any(shared_width(body, writer) > 0 and shared_width(body, region.block) > 0 for body in bodies)
        )
        else region
        for region in regions
    ]


def _is_long_head(region: Region, regions: Sequence[Region]) -> bool:
    """Whether bold text in the style of headings is one though it is long or ends as a sentence: it is well apart."""
    block = region.block
    is_long = (
        len(block.lines) > headings_weights.LONG_HEADING_MAX_LINES
        or len(block.text) > headings_weights.LONG_HEADING_MAX_LETTERS
    )
    if not block.bold or is_long or has_address(block.text) or begins_entry(block.text):
        return False
    below = [other for other in regions if other.block.top >= block.bottom and shared_width(other.block, block) > 0]
    nearest = min(below, key=lambda other: other.block.top, default=None)
    if nearest is None or nearest.role != "body":
        return False
    return nearest.block.top - block.bottom >= headings_weights.LONG_HEADING_APART_EM * block.size


def _is_style_of_headings(heading: Region, regions: Sequence[Region]) -> bool:
    """Whether only little of the running text is in the style of a heading."""
    bodies = [
        region.block for region in regions if region.role == "body" and region.block.script == heading.block.script
    ]
    alike = sum(len(block.text) for block in bodies if is_of_style(heading.block, block))
    return alike < headings_weights.SERIES_MAX_BODY_SHARE * sum(len(block.text) for block in bodies)


def _may_head(block: TextBlock) -> bool:
    """Whether a text is as short as a heading, and neither a sentence nor the title, note or unit of a table."""
    text = block.text
    is_of_table = is_table_title(text) or is_table_note(text) or is_table_unit(text)
    is_closed = (ends_sentence(text) and text[-1] not in "?？") or text[-1:] in PAUSES_HAN + PAUSES_LATIN
    return (
        len(block.lines) <= headings_weights.SERIES_MAX_LINES
        and is_short_head(text)
        and is_worded(text)
        and not is_of_table
        and not is_closed
    )


def _is_over_content(region: Region, regions: Sequence[Region], grids: Sequence[TableGrid]) -> bool:
    """Whether the next text below is running text, a heading or a table."""
    block = region.block
    below: list[tuple[float, bool]] = [(grid.top, True) for grid in grids if _is_below(grid.top, grid, block)]
    below += [
        (other.block.top, other.role in ("body", "heading"))
        for other in regions
        if other is not region and other.role != "running" and _is_below(other.block.top, other.block, block)
    ]
    return bool(below) and min(below)[1]


def _is_below(top: float, other: TextBlock | TableGrid, block: TextBlock) -> bool:
    return 0 <= top - block.bottom <= weights.HEADING_REACH_EM * block.size and shared_width(other, block) > 0


def _with_rows_joined(regions: Sequence[Region]) -> list[Region]:
    """Returns the regions; headings in a row and of one style over one text, which is as wide, are one heading."""
    bodies = [region.block for region in regions if region.role == "body"]
    found: dict[int, Region] = {}
    headings: list[int] = []
    for at, region in sorted(enumerate(regions), key=lambda placed: placed[1].block.left):
        own = at
        if region.role == "heading":
            own = next((left for left in headings if _is_row(found[left], region, bodies)), at)
            headings.append(own)
        found[own] = region if own == at else replace(found[own], block=_row_of(found[own].block, region.block))
    return [found[at] for at in sorted(found)]


def _is_row(left: Region, right: Region, bodies: Iterable[TextBlock]) -> bool:
    one, other = left.block, right.block
    is_alike = left.role == right.role == "heading" and left.box == right.box and is_of_style(one, other)
    if (
        not is_alike
        or len(one.lines) > 1
        or len(other.lines) > headings_weights.SERIES_MAX_LINES
        or one.right > other.left
    ):
        return False
    if abs(one.lines[0].baseline - other.lines[0].baseline) > headings_weights.SERIES_ROW_EM * one.size:
        return False
    reach = weights.OVER_TEXT_GAP_EM * one.size
    return any(
        len(body.lines) > 1
        and 0 <= body.top - one.bottom <= reach
        and shared_width(body, one) > 0
        and shared_width(body, other) > 0
        for body in bodies
    )


def _row_of(left: TextBlock, right: TextBlock) -> TextBlock:
    first, (second, *rest) = left.lines[0], right.lines
    return block_of([replace(first, text=f"{first.text} {second.text}", right=second.right), *rest])
