"""Diagrams and charts: areas with many drawn shapes, and the short labels in them and at them."""

from __future__ import annotations

import re

from reader.importing.pdf.geometry import distance
from reader.importing.pdf.text_blocks import blocks_of
from reader.importing.scripts import count_han, count_latin_words
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.geometry import Box
    from reader.importing.pdf.printed_pages import PrintedPage
    from reader.importing.pdf.table_grids import TableGrid
    from reader.importing.pdf.text_blocks import TextBlock
    from reader.importing.pdf.text_line import TextLine

    _Square = tuple[int, int]
    """Row and column of a square of the page."""

_SQUARE_PT = 6.0
"""Side of the squares in which drawn shapes are near each other."""
_MIN_SHAPES = 5
"""Minimum number of shapes of a diagram."""
_MIN_SIDE_PT = 30.0
"""Minimum width and height of a diagram; letters that are drawn as shapes are smaller."""
_MAX_PAGE_SHARE = 0.7
"""Share of the page above which a shape is its ground."""
_MIN_LABELS = 3
"""Minimum number of labels of a diagram; a text or two beside shapes are a caption, or words on a picture."""
_MAX_LABEL_CHARACTERS, _MAX_LABEL_WORDS = 10, 4
"""Maximum number of Han characters and of Latin words of a line of a label."""
_MAX_LABEL_LINES = 6
_MAX_SIZE_RATIO = 1.2
"""Maximum size of a label divided by that of the running text."""
_MAX_SHAPE_EM = 8.0
"""Maximum of the smaller side of a shape that has a label; of larger ones the place is known but by their edges."""
_REACH_EM = 0.7
"""Maximum distance of a label from a shape."""
_CAPTION = re.compile(
    r"(?:图|圖|表|Fig(?:ure|\.)?|Table|Abb(?:ildung|\.)?|Photo|Map|Chart)\s*\.?\s*[\dIVXA-Z一二三四五六七八九十]"
)
"""Beginning of a caption that has a number."""


def labels_of(
    lines: Iterable[TextLine], page: PrintedPage, grids: Sequence[TableGrid], body_size: float
) -> list[TextBlock]:
    """Returns the labels of the diagrams and charts of a page.

    ``lines`` are without those of its ruled tables, ``grids``; ``body_size`` is the size of its running text.
    """
    boxes, page_area = page.boxes, page.width * page.height
    shapes = [box for box in boxes if box.width * box.height <= _MAX_PAGE_SHARE * page_area]
    shapes = [shape for shape in shapes if not any(distance(shape, grid) == 0 for grid in grids)]
    diagrams = _diagrams(shapes)
    if not diagrams:
        return []
    blocks = [
        block for block in blocks_of(lines, boxes) if block.size <= _MAX_SIZE_RATIO * body_size and _may_be_label(block)
    ]
    found: list[TextBlock] = []
    for diagram in diagrams:
        own = [block for block in blocks if _is_at(block, diagram) and block not in found]
        if len(own) >= _MIN_LABELS:
            found += own
    return found


def is_numbered_caption(text: str) -> bool:
    """Whether a text begins as a caption: with the number of its figure."""
    return bool(_CAPTION.match(text))


def _diagrams(shapes: Sequence[Box]) -> list[list[Box]]:
    """Returns the shapes that are near each other, where they are enough for a diagram."""
    groups: list[list[Box]] = []
    group_at: dict[_Square, int] = {}
    merged: dict[int, int] = {}

    def root(group: int) -> int:
        while merged[group] != group:
            group = merged[group]
        return group

    for shape in shapes:
        squares = list(_outline(shape))
        near = {
            root(group_at[row + down, column + across])
            for row, column in squares
            for down in (-1, 0, 1)
            for across in (-1, 0, 1)
            if (row + down, column + across) in group_at
        }
        own = min(near, default=len(groups))
        if own == len(groups):
            groups.append([])
            merged[own] = own
        for other in near - {own}:
            merged[other] = own
            groups[own] += groups[other]
            groups[other] = []
        groups[own].append(shape)
        group_at.update(dict.fromkeys(squares, own))
    return [group for group in groups if len(group) >= _MIN_SHAPES and _is_large(group)]


def _outline(shape: Box) -> Iterable[_Square]:
    """Returns the squares along the edges of a shape."""
    top, bottom = int(shape.top // _SQUARE_PT), int(shape.bottom // _SQUARE_PT)
    left, right = int(shape.left // _SQUARE_PT), int(shape.right // _SQUARE_PT)
    across, down = range(left, min(right, left + _MAX_SQUARES) + 1), range(top, min(bottom, top + _MAX_SQUARES) + 1)
    yield from ((row, column) for row in {top, bottom} for column in across)
    yield from ((row, column) for column in {left, right} for row in down)


_MAX_SQUARES = 1000
"""Maximum number of squares along an edge; shapes outside the page may be endless."""


def _is_large(group: Iterable[Box]) -> bool:
    boxes = list(group)
    wide = max(box.right for box in boxes) - min(box.left for box in boxes)
    high = max(box.bottom for box in boxes) - min(box.top for box in boxes)
    return min(wide, high) >= _MIN_SIDE_PT


def _may_be_label(block: TextBlock) -> bool:
    """Whether a text may be a label: short lines, no sentence, and no caption with a number."""
    if len(block.lines) > _MAX_LABEL_LINES or ends_sentence(block.text) or is_numbered_caption(block.text):
        return False
    return all(
        count_han(line.text) <= _MAX_LABEL_CHARACTERS and count_latin_words(line.text) <= _MAX_LABEL_WORDS
        for line in block.lines
    )


def _is_at(block: TextBlock, diagram: Iterable[Box]) -> bool:
    """Whether a text is in or at a shape of a diagram that is not much higher or wider than it."""
    return any(
        min(shape.width, shape.height) <= _MAX_SHAPE_EM * block.size
        and distance(block, shape) <= _REACH_EM * block.size
        for shape in diagram
    )
