"""Furniture told by repetition: short text of one look at one place in the margins of several pages."""

from __future__ import annotations

import re

from reader.importing.pdf.weights import roles as weights
from reader.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.importing.pdf.roles.regions import Region


@record
class MarginedPage:
    """The regions of a page, and its height in points."""

    regions: tuple[Region, ...]
    height: float


def with_repeated_furniture(pages: Sequence[MarginedPage]) -> list[list[Region]]:
    """Returns the regions of pages; text that is at the same place in the margins of several of them is furniture.

    Numbers in it may differ.
    """
    seen: dict[str, list[tuple[int, Region]]] = {}
    for at, page in enumerate(pages):
        for region in _marginal(page):
            seen.setdefault(_key(region), []).append((at, region))
    repeated = {
        id(region)
        for found in seen.values()
        for at, region in found
        if any(other_at != at and _is_same_place(region, other) for other_at, other in found)
    }
    return [
        [replace(region, role="running", box=None) if id(region) in repeated else region for region in page.regions]
        for page in pages
    ]


def _marginal(page: MarginedPage) -> Iterator[Region]:
    """Yields the short texts in the margins of a page."""
    margin = weights.FURNITURE_MARGIN_SHARE * page.height
    for region in page.regions:
        block = region.block
        is_outside = block.bottom < margin or block.top > page.height - margin
        letters = sum(map(str.isalpha, block.text))
        if (
            is_outside
            and letters >= weights.FURNITURE_MIN_LETTERS
            and len(block.lines) <= weights.FURNITURE_MAX_LINES
            and region.role != "label"
        ):
            yield region


def _key(region: Region) -> str:
    return re.sub(r"\s+", "", re.sub(r"\d+", "0", region.block.text)).casefold()


def _is_same_place(region: Region, other: Region) -> bool:
    one, two = region.block, other.block
    is_near = abs(one.top - two.top) <= weights.FURNITURE_PLACE_PT
    return is_near and abs(one.size - two.size) <= weights.FURNITURE_SIZE_PT
