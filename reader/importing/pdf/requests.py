"""Requests on PDF files, replied to in a confined process; each is whole in itself, as the process may be a new one."""

from __future__ import annotations

import json
from functools import lru_cache

from reader.confined import Reply
from reader.importing.pdf.page.document import PdfDocument
from reader.importing.pdf.page_data import analysed_page_from
from reader.importing.pdf.pipeline import FilePage, assembled_pages, file_page
from reader.importing.record_data import as_data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.confined import Json


def answer(request: dict[str, Json], data: bytes) -> Reply:
    """Replies to a request: the number of pages, a page, the articles of pages, or a picture."""
    path = str(request["path"])
    match request["wanted"], request.get("number"), request.get("index"):
        case "count", _, _:
            return Reply(_document(path).count)
        case "page", int(number), _:
            page = file_page(_document(path), number)
            return Reply(page.lack, json.dumps(as_data(page)).encode())
        case "picture", int(number), int(index):
            return Reply(data=_document(path).picture(number, index))
        case _:
            pages = [
                FilePage(tuple(map(analysed_page_from, printed)), tuple(notes), lack)
                for printed, notes, lack in map(json.loads, data.splitlines())
            ]
            return Reply(as_data(assembled_pages(path, pages)))


@lru_cache(maxsize=1)
def _document(path: str) -> PdfDocument:
    return PdfDocument(path)
