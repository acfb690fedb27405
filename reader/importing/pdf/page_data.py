"""Analysed pages read from the data of JSON, as a confined process hands them from one request to the next."""

from __future__ import annotations

from reader.importing.pdf.assembling.articles import AnalysedPage
from reader.importing.pdf.blocks.table_grids import TableGrid
from reader.importing.pdf.blocks.text_blocks import TextBlock
from reader.importing.pdf.page.geometry import Box
from reader.importing.pdf.page.glyphs import PlacedPicture
from reader.importing.pdf.roles.regions import Region
from reader.importing.pdf.text_lines.printed_pages import PrintedPage
from reader.importing.pdf.text_lines.text_line import TextLine

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Fields = Any
    """The fields of a record, in their order, as JSON has them."""


def analysed_page_from(data: Fields) -> AnalysedPage:
    """Returns the page that :func:`~reader.importing.record_data.as_data` was given, in this process or one like it."""
    page, regions, grids, sideways = data
    return AnalysedPage(
        _printed_page(page), tuple(map(_region, regions)), tuple(map(_table_grid, grids)), tuple(sideways)
    )


def _printed_page(data: Fields) -> PrintedPage:
    label, left, right, height, lines, boxes, pictures, number, large, has_pictures = data
    placed = tuple(PlacedPicture(index, Box(*box)) for index, box in pictures)
    areas = _boxes(large), has_pictures
    return PrintedPage(label, left, right, height, _lines(lines), _boxes(boxes), placed, number, *areas)


def _region(data: Fields) -> Region:
    (lines, *block), role, box, frame, doubt = data
    return Region(TextBlock(_lines(lines), *block), role, box, frame and Box(*frame), doubt)


def _table_grid(data: Fields) -> TableGrid:
    lines, rows, *edges = data
    return TableGrid(_lines(lines), tuple(map(tuple, rows)), *edges)


def _lines(data: Fields) -> tuple[TextLine, ...]:
    return tuple(TextLine(*line) for line in data)


def _boxes(data: Fields) -> tuple[Box, ...]:
    return tuple(Box(*box) for box in data)
