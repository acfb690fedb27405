"""A page of HTML on paper, as PDF: made by WeasyPrint in a confined process, which reads nothing but the page."""

from __future__ import annotations

import sys
from importlib.util import find_spec

from reader.confined import Confined, ConfinedError, Limits, Reply
from reader.errors import ReaderError
from reader.exporting.html_page import html_page
from reader.gate import clean_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.confined import Json
    from reader.exporting.edition import Edition
    from reader.exporting.picture_set import PictureSet

HANDLER = "reader.exporting.pdf:answer"
LIMITS = Limits(memory_bytes=4_000_000_000, cpu_seconds=1200, reply_bytes=400_000_000)
"""Enough for an issue of 4 MB, which is printed on about two thousand pages."""


SHEETS = ("style.css", "paper.css", "pdf.css")


def pdf(edition: Edition, pictures: PictureSet) -> bytes:
    """Returns the articles of an edition as PDF.

    Raises:
        ReaderError: If WeasyPrint is missing, or cannot set them.
    """
    if find_spec("weasyprint") is None:
        raise ReaderError(
            "PDF is made by WeasyPrint, which is not installed: pip install '.[pdf]' in a clone, or "
            f"{clean_line(sys.executable)} -m pip install weasyprint"
        )
    process = Confined(HANDLER, LIMITS)
    try:
        return process.ask({}, html_page(edition, pictures, SHEETS)).data
    except ConfinedError as error:
        raise ReaderError(f"the PDF cannot be made: WeasyPrint {error}") from error
    finally:
        process.close()


def answer(request: dict[str, Json], data: bytes) -> Reply:  # noqa: ARG001 (the page is all that is asked)
    """Replies with a page of HTML as PDF.

    Raises:
        ReaderError: If a library of the system that WeasyPrint needs is missing.
    """
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except OSError as error:  # Pango is loaded when it is imported
        raise ReaderError(f"WeasyPrint lacks a library of the system: {clean_line(str(error))}") from None
    own = URLFetcher(allowed_protocols=("data",))
    book = HTML(string=data.decode(), base_url="about:blank", url_fetcher=own)
    return Reply(data=book.write_pdf(pdf_variant="pdf/ua-1"))
