"""Diagrams and charts: areas with many drawn shapes, and the short labels in them and at them."""

from __future__ import annotations

import re

from reader.importing.pdf.blocks.numbered_lines import begins_clause, is_section_heading
from reader.importing.pdf.blocks.numbered_steps import steps_of
from reader.importing.pdf.blocks.text_blocks import blocks_of, is_same_size
from reader.importing.pdf.page.geometry import Box, bounding_box, distance
from reader.importing.pdf.text_lines.text_line import are_in_row
from reader.importing.pdf.weights import blocks as weights
from reader.importing.scripts import count_han, count_latin_words
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.importing.pdf.blocks.table_grids import TableGrid
    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.text_lines.printed_pages import PrintedPage
    from reader.importing.pdf.text_lines.text_line import TextLine

    _Square = tuple[int, int]
    """Row and column of a square of the page."""

_CELL_PT = 48.0
"""Side of the squares in which shapes are looked for."""
_MAX_SQUARES = 1000
"""Maximum number of squares along an edge; shapes outside the page may be endless."""
_CAPTION = re.compile(
    r"(?:图|圖|[图圖]?表格?|Fig(?:ure|\.)?|Table|Abb(?:ildung|\.)?|Photo|Map|Chart)\s*\.?\s*[\dIVXA-Z一二三四五六七八九十]"
    r"|[图圖]\s*、\s*\S"
)
"""Beginning of a caption that has a number, or says that it is one."""


def labels_of(
    lines: Iterable[TextLine], page: PrintedPage, grids: Sequence[TableGrid], body_size: float
) -> list[TextBlock]:
    """Returns the labels of the diagrams and charts of a page.

    ``lines`` are without those of its ruled tables, ``grids``; ``body_size`` is the size of its running text.
    """
    boxes, page_area = page.boxes, page.width * page.height
    shapes = [box for box in boxes if box.width * box.height <= weights.DIAGRAM_MAX_PAGE_SHARE * page_area]
    shapes = [shape for shape in shapes if not _is_long_rule(shape, page.width) or _has_branches(shape, shapes)]
    shapes = [shape for shape in shapes if not any(distance(shape, grid) == 0 for grid in grids)]
    diagrams = _diagrams(shapes)
    if not diagrams:
        return []
    places = _PlacedShapes(diagrams)
    at_diagrams: dict[int, list[TextBlock]] = {}
    blocks = blocks_of(lines, boxes)
    steps = steps_of(blocks)
    texts = steps + [block for block in blocks if not (_may_be_label(block) or is_numbered_caption(block.text))]
    in_steps = {id(step) for step in steps}
    blocks = [block for block in blocks if id(block) not in in_steps]
    for block in blocks:
        is_small = block.size <= weights.DIAGRAM_LABEL_MAX_SIZE_RATIO * body_size
        if is_small and _may_be_label(block) and not any(_heads(block, text) for text in texts):
            diagram = places.diagram_at(block)
            if diagram is not None:
                at_diagrams.setdefault(diagram, []).append(block)
    charts, areas = [], []
    for at, own in at_diagrams.items():
        if len(own) >= weights.DIAGRAM_MIN_LABELS:
            area = bounding_box([*diagrams[at], *own])
            charts.append(own)
            areas += [area] if area.width * area.height <= weights.DIAGRAM_MAX_PAGE_SHARE * page_area else []
    labels = [block for own in charts for block in own]
    taken = {id(block) for block in labels}
    return labels + [
        block
        for block in blocks
        if id(block) not in taken
        and block.size <= weights.DIAGRAM_LABEL_MAX_SIZE_RATIO * body_size
        and (any(_is_in_chart(block, own) for own in charts) or any(_is_inside(block, area) for area in areas))
        and not any(_heads(block, text) for text in texts)
    ]


def _is_long_rule(shape: Box, page_width: float) -> bool:
    """Whether a shape is a level rule over much of the page, as under a running head."""
    return shape.height <= weights.DIAGRAM_RULE_MAX_PT and shape.width >= weights.DIAGRAM_RULE_MIN_SHARE * page_width


def _has_branches(rule: Box, shapes: Iterable[Box]) -> bool:
    """Whether lines of a tree go down from a level rule, or up."""
    reach = weights.DIAGRAM_RULE_MAX_PT
    branches = [
        shape
        for shape in shapes
        if shape.width <= reach < shape.height
        and rule.left - reach <= shape.left
        and shape.right <= rule.right + reach
        and min(abs(shape.top - rule.bottom), abs(shape.bottom - rule.top)) <= reach
    ]
    return len(branches) >= weights.DIAGRAM_MIN_BRANCHES


def _is_inside(block: TextBlock, area: Box) -> bool:
    """Whether a short text is in the area of a diagram, by no shape of its own."""
    is_in = area.left <= block.left and block.right <= area.right and area.top <= block.top
    return is_in and block.bottom <= area.bottom and _may_be_label(block)


def _is_in_chart(block: TextBlock, labels: Sequence[TextBlock]) -> bool:
    """Whether a text beside no shape is of a chart: the figures of an axis, or an entry of the key between others."""
    area = bounding_box(labels)
    is_beside = distance(block, area) <= weights.DIAGRAM_AXIS_REACH_EM * block.size
    if is_beside and not any(map(str.isalpha, block.text)) and all(map(str.isprintable, block.text)):
        return any(map(str.isdecimal, block.text))
    row = [line for label in labels for line in label.lines if are_in_row(block.lines[0], line)]
    is_between = any(line.right < block.left for line in row) and any(line.left > block.right for line in row)
    return is_between and _may_be_label(block) and all(is_same_size(line.size, block.size, block.size) for line in row)


class _PlacedShapes:
    """The shapes of diagrams by their places; larger ones than a label would have are left out."""

    def __init__(self, diagrams: Sequence[Sequence[Box]]) -> None:
        self._cells: dict[_Square, list[tuple[Box, int]]] = {}
        for number, diagram in enumerate(diagrams):
            for shape in diagram:
                for cell in _outline(shape, _CELL_PT):
                    self._cells.setdefault(cell, []).append((shape, number))

    def diagram_at(self, block: TextBlock) -> int | None:
        """Returns the number of the diagram with a shape that a text is in or at, not much higher or wider than it."""
        reach = weights.DIAGRAM_LABEL_REACH_EM * block.size
        area = Box(block.left - reach, block.top - reach, block.right + reach, block.bottom + reach)
        side = weights.DIAGRAM_LABELLED_SHAPE_MAX_EM * block.size
        wide = Box(area.left - side, area.top - side, area.right + side, area.bottom + side)
        for cell in _cells(wide, _CELL_PT):
            for shape, number in self._cells.get(cell, ()):
                if min(shape.width, shape.height) <= side and distance(block, shape) <= reach:
                    return number
        return None


def is_numbered_caption(text: str) -> bool:
    """Whether a text begins as a caption: with the number of its figure."""
    return bool(_CAPTION.match(text))


def _diagrams(shapes: Sequence[Box]) -> list[list[Box]]:
    """Returns the shapes that are near each other, where they are enough for a diagram."""
    side = weights.DIAGRAM_SQUARE_PT
    first = [next(_outline(shape, side)) for shape in shapes]
    marked = {square for shape in shapes for square in _outline(shape, side)}
    number_at: dict[_Square, int] = {}
    groups: list[list[Box]] = []
    for shape, start in zip(shapes, first, strict=True):
        if start not in number_at:
            _flood(start, marked, number_at, len(groups))
            groups.append([])
        groups[number_at[start]].append(shape)
    return [group for group in groups if len(group) >= weights.DIAGRAM_MIN_SHAPES and _is_large(group)]


def _flood(start: _Square, marked: set[_Square], number_at: dict[_Square, int], number: int) -> None:
    """Gives a number to a marked square and to all that touch it, or each other."""
    pending = [start]
    number_at[start] = number
    while pending:
        row, column = pending.pop()
        for square in (
            (row - 1, column - 1),
            (row - 1, column),
            (row - 1, column + 1),
            (row, column - 1),
            (row, column + 1),
            (row + 1, column - 1),
            (row + 1, column),
            (row + 1, column + 1),
        ):
            if square in marked and square not in number_at:
                number_at[square] = number
                pending.append(square)


def _outline(shape: Box, side: float) -> Iterator[_Square]:
    """Yields the squares along the edges of a shape."""
    top, bottom = int(shape.top // side), int(shape.bottom // side)
    left, right = int(shape.left // side), int(shape.right // side)
    across, down = range(left, min(right, left + _MAX_SQUARES) + 1), range(top, min(bottom, top + _MAX_SQUARES) + 1)
    yield from ((row, column) for row in {top, bottom} for column in across)
    yield from ((row, column) for column in {left, right} for row in down[1:-1])


def _cells(area: Box, side: float) -> Iterator[_Square]:
    """Yields the squares in an area."""
    for row in range(int(area.top // side), int(area.bottom // side) + 1):
        for column in range(int(area.left // side), int(area.right // side) + 1):
            yield row, column


def _is_large(group: Iterable[Box]) -> bool:
    boxes = list(group)
    wide = max(box.right for box in boxes) - min(box.left for box in boxes)
    high = max(box.bottom for box in boxes) - min(box.top for box in boxes)
    return min(wide, high) >= weights.DIAGRAM_MIN_SIDE_PT


def _heads(block: TextBlock, text: TextBlock) -> bool:
    """Whether a line is the heading of a text, not a label.

    It is close above it, at its left edge in its size; a bold one may be over its middle, in a bar of its own. Or it
    begins the first line of the text.
    """
    gap = text.top - block.bottom
    if len(block.lines) == 1 and are_in_row(block.lines[0], text.lines[0]):
        return 0 <= text.left - block.right <= weights.DIAGRAM_RUN_IN_GAP_EM * text.size
    if len(block.lines) > 1 or gap < 0:
        return False
    if block.bold and block.size >= weights.DIAGRAM_BAR_SIZE_RATIO * text.size and not text.bold:
        is_over = text.left <= (block.left + block.right) / 2 <= text.right
        return is_over and gap <= weights.DIAGRAM_BAR_GAP_EM * text.size
    return (
        gap <= weights.DIAGRAM_HEADING_GAP_EM * text.size
        and abs(text.left - block.left) <= weights.DIAGRAM_HEADING_EDGE_EM * text.size
        and is_same_size(block.size, text.size, text.size)
    )


def _may_be_label(block: TextBlock) -> bool:
    """Whether a text may be a label: short lines, no sentence, and no caption with a number."""
    if (
        len(block.lines) > weights.DIAGRAM_LABEL_MAX_LINES
        or ends_sentence(block.text)
        or is_numbered_caption(block.text)
        or (begins_clause(block.text) and is_section_heading(block))
    ):
        return False
    return all(
        count_han(line.text) <= weights.DIAGRAM_LABEL_MAX_CHARACTERS
        and count_latin_words(line.text) <= weights.DIAGRAM_LABEL_MAX_WORDS
        for line in block.lines
    )
