"""Furniture told by repetition: short text of one look at one place in the margins of several pages."""

from __future__ import annotations

import re

from reader.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.importing.pdf.roles.regions import Region

_MARGIN_SHARE = 0.15
"""Share of the height, at the head and at the foot, in which text may be repeated."""
_MAX_LINES = 3
_PLACE_PT, _SIZE_PT = 3.0, 0.5
"""Maximum differences of the heights on the page and of the sizes of repeated text."""
_MIN_LETTERS = 3
"""Minimum number of letters of repeated text, numbers left out."""


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
    margin = _MARGIN_SHARE * page.height
    for region in page.regions:
        block = region.block
        is_outside = block.bottom < margin or block.top > page.height - margin
        letters = sum(map(str.isalpha, block.text))
        if is_outside and letters >= _MIN_LETTERS and len(block.lines) <= _MAX_LINES and region.role != "label":
            yield region


def _key(region: Region) -> str:
    return re.sub(r"\s+", "", re.sub(r"\d+", "0", region.block.text)).casefold()


def _is_same_place(region: Region, other: Region) -> bool:
    one, two = region.block, other.block
    return abs(one.top - two.top) <= _PLACE_PT and abs(one.size - two.size) <= _SIZE_PT
