"""Key figures: large numbers (``90%``) with a few words that explain them, as fact sheets have them."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice

from reader.importing.pdf.blocks.text_blocks import is_same_size
from reader.importing.pdf.page.geometry import bounding_box, shared_width, vertical_gap
from reader.importing.pdf.roles.title_words import is_worded
from reader.importing.pdf.weights import roles as weights
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.roles.regions import Region

_EXPLAINING = ("body", "pull", "caption", "sidebar")
"""Roles of texts that may explain a figure; a sidebar in a box explains none."""


def with_figures_explained(regions: Sequence[Region]) -> list[Region]:
    """Returns the regions with a few words beside or under a large figure taken from the running text."""
    own = {id(region) for group in figure_groups(regions) for region in group}
    return [replace(region, role="pull") if id(region) in own else region for region in regions]


def figure_groups(regions: Sequence[Region]) -> list[list[Region]]:
    """Returns each large figure with the texts that explain it, in their order."""
    figures = [region for region in regions if region.role == "pull" and not is_worded(region.block.text)]
    if not figures:
        return []
    found = []
    taken: set[int] = set()
    explaining = (each for each in regions if each.role in _EXPLAINING and (each.role != "sidebar" or each.box is None))
    texts = sorted(explaining, key=lambda each: each.block.top)
    tops = [text.block.top for text in texts]
    for figure in figures:
        group = [figure]
        start = figure.block.top - weights.LOOSE_MAX_LINES * figure.block.size
        for text in islice(texts, bisect_left(tops, start), None):
            if text.block.top > max(each.block.bottom for each in group) + figure.block.size:
                break
            if text is figure or id(text) in taken:
                continue
            if _explains(text.block, figure.block) or (len(group) > 1 and _goes_on(text.block, group)):
                group.append(text)
        taken |= {id(region) for region in group}
        found.append(group)
    return found


def _explains(block: TextBlock, figure: TextBlock) -> bool:
    if len(block.lines) > weights.LOOSE_MAX_LINES or block.size >= figure.size:
        return False
    is_under = -block.size < block.top - figure.bottom < figure.size and shared_width(block, figure) > 0
    is_beside = 0 <= block.left - figure.right < figure.size / 2 and vertical_gap(block, figure) <= 0
    return is_under or is_beside


def _goes_on(block: TextBlock, group: Sequence[Region]) -> bool:
    """Whether a text is the next line of the words on a figure, below both."""
    last = group[-1].block
    around = bounding_box(region.block for region in group)
    return (
        len(block.lines) <= weights.LOOSE_MAX_LINES
        and is_same_size(block.size, last.size, last.size)
        and 0 <= block.top - last.bottom < last.size
        and shared_width(block, around) > 0
        and block.left >= around.left - last.size
    )
