"""Printed pages: a page of the file is one, or two that face each other."""

from __future__ import annotations

import re
from itertools import pairwise

from reader.importing.page_numbers import is_page_number
from reader.importing.pdf.page.geometry import Box
from reader.importing.pdf.weights import page as page_weights
from reader.importing.pdf.weights import text_lines as weights
from reader.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.importing.pdf.page.glyphs import PdfPage, PlacedPicture
    from reader.importing.pdf.text_lines.text_line import TextLine

_NUMBER = re.compile(
    r"(?:[Pp](?:age|\.)?\s*|第\s*|[-–—·|]\s*)?(\d{1,4})(?:\s*页|\s*頁|\s*[-–—·|]|\s*(?:/|of)\s*\d{1,4}"
    r"|\s*[页頁]\s*[,，/（(]?\s*共\s*\d{1,4}\s*[页頁]\s*[)）]?)?\Z"
)
_NUMBER_IN_CHAPTER = re.compile(r"(?:\d{1,2}|[A-Z])[-–.]\d{1,3}")
"""Number of a page in its chapter, alone in the outermost row: ``7-45``."""
_ROMAN_NUMBER = re.compile(r"(?=[ivxl]{2})(?:xl|l?x{0,3})(?:i[xv]|v?i{0,3})|[vx]")
"""Number of a page before the first chapter, alone in the outermost row: ``vii``."""
_NUMBER_BESIDE_WORDS = re.compile(r"(?:(\d{1,4})(?:\s+[|/·]?\s*\D{2,})|(?:\D{2,}?\s+[|/·]?\s*)(\d{1,4}))\Z")


@record
class PrintedPage:
    """A printed page."""

    label: str
    """Its printed number, or the label that the file gives it."""
    left: float
    """Left edge on the page of the file, in points."""
    right: float
    height: float
    lines: tuple[TextLine, ...]
    boxes: tuple[Box, ...]
    pictures: tuple[PlacedPicture, ...]
    number: int
    """Number of its page in the file, from 1."""
    large_boxes: tuple[Box, ...]
    """Those of :attr:`picture_boxes` that are not too small for a picture."""
    has_pictures: bool
    """Whether anything on it may be a picture."""

    @property
    def width(self) -> float:
        """Width in points."""
        return self.right - self.left

    @property
    def picture_boxes(self) -> Iterator[Box]:
        """The places of all that may be a picture: filled or framed areas, too."""
        return _picture_boxes(self.boxes, self.pictures)


def printed_pages_of(page: PdfPage, lines: Sequence[TextLine], label: str = "") -> list[PrintedPage]:
    """Returns the printed pages of a page of the file; ``label`` is the one that the file gives it."""
    middle = page.width / 2
    is_wide = page.width > weights.SPREAD_RATIO * page.height and not _is_screen(page)
    is_spread = is_wide and _is_clear(lines, middle)
    edges = [0.0, middle, page.width] if is_spread else [0.0, page.width]
    found = []
    for left, right in pairwise(edges):
        here = tuple(line for line in lines if left <= min(max(line.left, 0.0), page.width - 1) < right)
        boxes = tuple(box for box in page.boxes if left <= (box.left + box.right) / 2 <= right)
        pictures = tuple(
            picture for picture in page.pictures if left <= (picture.box.left + picture.box.right) / 2 <= right
        )
        number = printed_number(here, page.height, label)
        areas = _areas(boxes, pictures, Box(left, 0.0, right, page.height))
        found.append(PrintedPage(number, left, right, page.height, here, boxes, pictures, page.number, *areas))
    return _labelled(found, label)


def whole_page(page: PdfPage, lines: Sequence[TextLine], label: str) -> PrintedPage:
    """Returns a page of the file as one printed page."""
    areas = _areas(page.boxes, page.pictures, Box(0.0, 0.0, page.width, page.height))
    return PrintedPage(
        label, 0.0, page.width, page.height, tuple(lines), page.boxes, page.pictures, page.number, *areas
    )


def _picture_boxes(boxes: Iterable[Box], pictures: Iterable[PlacedPicture]) -> Iterator[Box]:
    yield from boxes
    for picture in pictures:
        yield picture.box


def _areas(boxes: Iterable[Box], pictures: Iterable[PlacedPicture], page: Box) -> tuple[tuple[Box, ...], bool]:
    """Returns the boxes that may be pictures, and whether any is large enough; the ground of the page is none."""
    sides = [
        (min(box.width, box.height), box)
        for box in _picture_boxes(boxes, pictures)
        if box.width < weights.PAGE_GROUND_SHARE * page.width or box.height < weights.PAGE_GROUND_SHARE * page.height
    ]
    large = tuple(box for side, box in sides if side > weights.SMALL_PICTURE_MIN_PT)
    return large, any(side > page_weights.PICTURE_MIN_PT for side, _ in sides)


def printed_number(lines: Sequence[TextLine], height: float, label: str = "") -> str:
    """Returns the number that is printed at the head or foot of a page of that height; empty if none is.

    A year is none unless it is the page's ``label`` in the file.
    """
    foot = (1 - weights.MARGIN_SHARE) * height
    margin = [line for line in lines if line.baseline > foot or line.baseline < weights.MARGIN_SHARE * height]
    margin.sort(key=lambda line: -line.baseline)
    for line in (*margin[:1], *margin[-1:]):
        if _NUMBER_IN_CHAPTER.fullmatch(line.text) or _ROMAN_NUMBER.fullmatch(line.text):
            return line.text
    for line in margin:
        found = _NUMBER.match(line.text)
        if found and (found[1] == label or is_page_number(found[1], after=line.text[found.end(1) :])):
            return found[1]
    if (outer := _outer_number(lines, height)) and is_page_number(outer):
        return outer
    for line in margin:
        if line.baseline > foot and (beside := _NUMBER_BESIDE_WORDS.match(line.text)):
            start, end = beside.span(beside.lastindex or 0)
            if beside[beside.lastindex or 0] == label or is_page_number(
                line.text[start:end], line.text[:start], line.text[end:]
            ):
                return line.text[start:end]
    return ""


def _outer_number(lines: Sequence[TextLine], height: float) -> str:
    """Returns the bare number in the first row of a page, a little below its margin; empty if there is none."""
    first = min(lines, key=lambda line: line.baseline, default=None)
    if first is None or not first.baseline < weights.NUMBER_MARGIN_SHARE * height:
        return ""
    row = [line for line in lines if line.baseline - first.baseline <= weights.ROW_BASELINE_EM * first.size]
    numbers = [line.text for line in row if re.fullmatch(r"\d{1,4}", line.text)]
    return numbers[0] if len(row) > 1 and len(numbers) == 1 else ""


def _labelled(pages: list[PrintedPage], label: str) -> list[PrintedPage]:
    """Fills in the number of a page from its facing page, or from the label that the file gives it."""
    numbers = [page.label for page in pages]
    if len(pages) == 2 and any(map(str.isdecimal, numbers)) and not all(numbers):
        known = int(next(filter(None, numbers)))
        numbers = [numbers[0] or str(known - 1), numbers[1] or str(known + 1)]
    if len(pages) == 1 and not numbers[0]:
        numbers = [label or str(pages[0].number)]
    return [replace(page, label=number) for page, number in zip(pages, numbers, strict=True)]


def _is_clear(lines: Sequence[TextLine], middle: float) -> bool:
    """Whether only few lines cross the fold."""
    crossing = sum(line.left < middle - line.size and line.right > middle + line.size for line in lines)
    return crossing <= len(lines) * weights.FOLD_MAX_CROSSING_SHARE


def _is_screen(page: PdfPage) -> bool:
    """Whether a page has the shape of a screen, as slides have: no two pages of paper have it together."""
    return abs(page.width / page.height - weights.SCREEN_RATIO) < weights.SCREEN_SLACK_RATIO
