"""Requests to recognise the text of pages, replied to in a confined process of its own."""

from __future__ import annotations

import json
from functools import lru_cache

from reader.confined import Reply
from reader.importing.pdf.page.document import PdfDocument
from reader.importing.pdf.pipeline import analysed_file_page
from reader.importing.pdf.recognition.page_ink import PageInk
from reader.importing.pdf.recognition.page_pictures import count_pages, opened
from reader.importing.pdf.recognition.recognised_pages import page_of_lines
from reader.importing.pdf.recognition.recogniser import MAX_PIXELS, PIXELS_A_POINT, lines_on
from reader.importing.pdf.recognition.scanned_shapes import shapes_on
from reader.importing.pdf.recognition.straightening import straight
from reader.importing.record_data import as_data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.confined import Json
    from reader.importing.pdf.page.page_view import Handle
    from reader.importing.pdf.pipeline import FilePage

_MIN_DPI, _USUAL_WIDTH_PT = 72.0, 595.0
"""Resolution below which a picture's own is not believed, and the width of the page that it is taken for instead."""


def answer(request: dict[str, Json], data: bytes) -> Reply:
    """Replies to a request: a page of a PDF, or a picture, with its text recognised."""
    path = str(request["path"])
    match request["wanted"], request.get("number"):
        case "page", int(number):
            return Reply(data=json.dumps(as_data(_page(_document(path), number))).encode())
        case "count", _:
            return Reply(count_pages(data))
        case _, int(number):
            return Reply(data=json.dumps(as_data(_picture(data, number))).encode())
        case _:
            raise AssertionError(request)


def _page(document: PdfDocument, number: int) -> FilePage:
    """Returns a page of a file with its text recognised."""
    width, height = document.size(number)
    scale = min(PIXELS_A_POINT, (MAX_PIXELS / (width * height)) ** 0.5)
    return _analysed(straight(document.drawn(number, scale)), 1 / scale, number, document.label(number))


def _picture(data: bytes, number: int) -> FilePage:
    """Returns a page of the picture of a file with its text recognised."""
    picture = straight(opened(data, number))
    dpi = float(picture.info.get("dpi", (0, 0))[0])
    points = 72 / dpi if dpi > _MIN_DPI else _USUAL_WIDTH_PT / picture.width
    return _analysed(picture, points, number, "")


def _analysed(picture: Handle, points_a_pixel: float, number: int, label: str) -> FilePage:
    page = PageInk(picture)
    lines = lines_on(page)
    shapes = shapes_on(page, lines, points_a_pixel)
    lines = [line.scaled(points_a_pixel) for line in lines]
    width, height = picture.width * points_a_pixel, picture.height * points_a_pixel
    note = f"page {number} of the file is a picture: its text was recognised; compare it with the page"
    return analysed_file_page(page_of_lines(lines, shapes, number, width, height), label, (note,))


@lru_cache(maxsize=1)
def _document(path: str) -> PdfDocument:
    return PdfDocument(path)
