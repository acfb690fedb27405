"""The table of formats that pages are imported from: how each is recognised, and the function that extracts it.

A new format is a module with a function that returns an :class:`Extraction`, and a line in :data:`FORMATS`.
"""

from __future__ import annotations

from reader.errors import ReaderError
from reader.model.radicals import with_unified
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.importing.extraction import Extraction
    from reader.importing.sources import PageSource

    Progress = Callable[[int, int], None]
    """Takes the number of pages that are done, and of all pages."""
    NamedPicture = tuple[str, bytes | str]
    """The name of a picture in an extraction, and its file; or a sentence on the cause why it is left out."""

PDF_MARK = b"%PDF-"


def _extract_pdf(source: PageSource, pages: Sequence[int], progress: Progress | None) -> Extraction:
    from reader.importing.pdf.confined_pdf import read_confined_pdf

    if not source.path:
        raise ReaderError("a PDF is read from a file, not from the standard input: reader import FILE.pdf")
    return read_confined_pdf(source.path, pages, progress)


def _pictures_of_pdf(path: str, names: Iterable[str]) -> Iterator[NamedPicture]:
    from reader.importing.pdf.confined_pdf import pictures_of

    return pictures_of(path, names)


def _extract_text(source: PageSource, pages: Sequence[int], _progress: Progress | None) -> Extraction:
    from reader.importing.prose import is_prose, read_prose
    from reader.importing.text.pipeline import read_text

    if pages:
        raise ReaderError(f"{source.name} is no PDF: --pages names pages of one")
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
    extract: Callable[[PageSource, Sequence[int], Progress | None], Extraction]
    """Extracts some pages, counted from 1, or all if none is given. Raises :class:`ReaderError`."""
    pictures_of: Callable[[str, Iterable[str]], Iterator[NamedPicture]] = _no_pictures
    """Yields the pictures of a file by their names in the extraction, as PNG."""


FORMATS = (
    PageFormat("PDF", lambda head: PDF_MARK in head, _extract_pdf, _pictures_of_pdf),
    PageFormat("text", lambda _head: True, _extract_text),  # last: any other source is prose or page text
)


def format_of(source: PageSource) -> PageFormat:
    """Returns the first format that recognises a source."""
    return next(page_format for page_format in FORMATS if page_format.recognises(source.head))
