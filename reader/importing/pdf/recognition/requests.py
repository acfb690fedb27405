"""Requests to recognise the text of pages, replied to in a confined process of its own."""

from __future__ import annotations

import json
from functools import lru_cache

from reader.confined import Reply
from reader.importing.pdf.page.document import PdfDocument
from reader.importing.pdf.pipeline import analysed_file_page
from reader.importing.pdf.recognition.page_ink import PageInk
from reader.importing.pdf.recognition.page_pictures import count_pages, opened
from reader.importing.pdf.recognition.page_turn import may_be_turned
from reader.importing.pdf.recognition.recognised_pages import page_of_lines
from reader.importing.pdf.recognition.recogniser import MAX_PIXELS, PIXELS_A_POINT, lines_on, turns_to_upright
from reader.importing.pdf.recognition.scanned_shapes import shapes_on
from reader.importing.pdf.recognition.show_through import without_show_through
from reader.importing.pdf.recognition.straightening import straight
from reader.importing.record_data import as_data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.confined import Json
    from reader.importing.pdf.page.page_view import Handle
    from reader.importing.pdf.pipeline import FilePage
    from reader.importing.pdf.recognition.recognised_line import RecognisedLine

_MIN_DPI, _USUAL_WIDTH_PT = 72.0, 595.0
"""Resolution below which a picture's own is not believed, and the width of the page that it is taken for instead."""

_TURNED = {
    1: "it was turned to the left, for its text is on its side or vertical; ",
    2: "it was turned, for it is upside down; ",
    3: "it was turned to the right, for its text is on its side; ",
}
"""Words on a page by the quarters that it was turned to the left."""


def answer(request: dict[str, Json], data: bytes) -> Reply:
    """Replies to a request: a page of a PDF, or a picture, with its text recognised."""
    path = str(request["path"])
    match request["wanted"], request.get("number"):
        case "page", int(number):
            return Reply(data=json.dumps(as_data(_page(_document(path), number))).encode())
        case "count", _:
            return Reply(count_pages(data))
        case _, int(number):
            page = _picture(data, number)
            return Reply(_count_letters(page), json.dumps(as_data(page)).encode())
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
    return _analysed(picture, 72 / dpi if dpi > _MIN_DPI else None, number, "")


def _analysed(picture: Handle, points_a_pixel: float | None, number: int, label: str) -> FilePage:
    """Analyses the picture of a page; ``points_a_pixel`` is None if nothing says how large the page is."""
    page, found, turned = _read_upright(picture)
    lines = without_show_through(page, found)
    points_a_pixel = points_a_pixel or _USUAL_WIDTH_PT / page.pixels.shape[1]
    shapes = shapes_on(page, lines, points_a_pixel, shines_through=len(lines) < len(found))
    lines = [line.scaled(points_a_pixel) for line in lines]
    height, width = (side * points_a_pixel for side in page.pixels.shape[:2])
    note = f"page {number} of the file was read as a picture: {turned}its text was recognised; compare it with the page"
    return analysed_file_page(page_of_lines(lines, shapes, number, width, height), label, (note,))


def _read_upright(picture: Handle) -> tuple[PageInk, list[RecognisedLine], str]:
    """Returns a page and its lines, turned if it lies on a side or upside down, and words on that."""
    page = PageInk(picture)
    lines = lines_on(page)
    turns = turns_to_upright(page.pixels) if may_be_turned(lines) else 0
    if not turns:
        return page, lines, ""
    page = PageInk(straight(picture.rotate(90 * turns, expand=True)))
    return page, lines_on(page), _TURNED[turns]


def _count_letters(page: FilePage) -> int:
    """Returns the number of letters and characters that were recognised on a page."""
    lines = [line.text for printed in page.printed for line in printed.page.lines]
    beside = [text for printed in page.printed for text in printed.sideways]
    return sum(map(str.isalnum, "".join(lines + beside)))


@lru_cache(maxsize=1)
def _document(path: str) -> PdfDocument:
    return PdfDocument(path)
