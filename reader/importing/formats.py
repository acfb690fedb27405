"""The table of formats that pages are imported from: how each is recognised, and the function that extracts it.

A new format is a module with a function that returns an :class:`Extraction`, and a line in :data:`FORMATS`.
"""

from __future__ import annotations

from reader.errors import ReaderError
from reader.importing.pdf.page_pictures import is_picture
from reader.model.radicals import with_unified
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reader.importing.extraction import Extraction
    from reader.importing.pdf.confined_pdf import OcrMode
    from reader.importing.sources import PageSource

    Progress = Callable[[int, int], None]
    """Takes the number of pages that are done, and of all pages."""
    NamedPicture = tuple[str, bytes | str]
    """The name of a picture in an extraction, and its file; or a sentence on the cause why it is left out."""

PDF_MARK = b"%PDF-"


@record
class ImportOptions:
    """The options of an import."""

    pages: tuple[int, ...] = ()
    """Pages of a PDF, counted from 1; all if none is given."""
    ocr: OcrMode = "auto"
    """Pages whose text is recognised."""


def _extract_pdf(source: PageSource, options: ImportOptions, progress: Progress | None) -> Extraction:
    from reader.importing.pdf.confined_pdf import read_confined_pdf

    if not source.path:
        raise ReaderError("a PDF is read from a file, not from the standard input: reader import FILE.pdf")
    return read_confined_pdf(source.path, options.pages, progress, options.ocr)


def _pictures_of_pdf(path: str, names: Iterable[str]) -> Iterator[NamedPicture]:
    from reader.importing.pdf.confined_pdf import pictures_of

    return pictures_of(path, names)


def _extract_picture(source: PageSource, options: ImportOptions, _progress: Progress | None) -> Extraction:
    from reader.importing.pdf.confined_pdf import read_confined_picture
    from reader.importing.pdf.page_pictures import MAX_PICTURE_BYTES

    _refuse_pages(source, options)
    return read_confined_picture(source.path or source.name, source.whole(MAX_PICTURE_BYTES), options.ocr)


def _refuse_pages(source: PageSource, options: ImportOptions) -> None:
    if options.pages:
        raise ReaderError(f"{source.name} is no PDF: --pages names pages of one")


def _extract_text(source: PageSource, options: ImportOptions, _progress: Progress | None) -> Extraction:
    from reader.importing.prose import is_prose, read_prose
    from reader.importing.text.pipeline import read_text

    _refuse_pages(source, options)
    text = with_unified(source.text())
    return read_prose(text) if is_prose(text) else read_text(text)


def _no_pictures(_path: str, _names: Iterable[str]) -> Iterator[NamedPicture]:
    return iter(())


@record
class PageFormat:
    """A format of pages."""

    name: str
    recognises: Callable[[bytes], bool]
    """Whether the first bytes of a source are of this format."""
    extract: Callable[[PageSource, ImportOptions, Progress | None], Extraction]
    """Extracts a source. Raises :class:`ReaderError`."""
    pictures_of: Callable[[str, Iterable[str]], Iterator[NamedPicture]] = _no_pictures
    """Yields the pictures of a file by their names in the extraction, as PNG."""


FORMATS = (
    PageFormat("PDF", lambda head: PDF_MARK in head, _extract_pdf, _pictures_of_pdf),
    PageFormat("picture", is_picture, _extract_picture),
    PageFormat("text", lambda _head: True, _extract_text),  # last: any other source is prose or page text
)


def format_of(source: PageSource) -> PageFormat:
    """Returns the first format that recognises a source."""
    return next(page_format for page_format in FORMATS if page_format.recognises(source.head))
