"""The formats of sources: how each is recognised, and its way to an :class:`Extraction`.

Pages (PDF, the woven text of pages) have pipelines of their own. A new kind of document is a module in ``documents/``
with a line in ``documents/kinds.py`` and in ``documents/requests.py``.
"""

from __future__ import annotations

from reader.errors import ReaderError, UnusableError
from reader.importing.documents.document import OF_SECOND, SOURCE_KINDS
from reader.importing.documents.kinds import kind_of, other_kind
from reader.importing.pdf.recognition.page_pictures import is_picture
from reader.importing.prose import is_prose
from reader.model.radicals import with_unified
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Literal

    from reader.importing.documents.document import SourceKind
    from reader.importing.extraction import Extraction
    from reader.importing.pdf.confined_pdf import OcrMode
    from reader.importing.sources import PageSource

    FormatKind = SourceKind | Literal["pages", "pdf", "picture"]
    """Kind of a source."""
    Progress = Callable[[int, int], None]
    """Takes the number of pages that are done, and of all pages."""
    NamedPicture = tuple[str, bytes | str]
    """The name of a picture in an extraction, and its file; or a sentence on the cause why it is left out."""

PDF_MARK = b"%PDF-"
PDF_HEAD_BYTES = 1024
"""Number of bytes at the beginning of a PDF in which its mark is."""
KINDS: tuple[FormatKind, ...] = (*SOURCE_KINDS, "pages", "pdf")
"""Kinds that a source may be said to be: those of documents, the woven text of pages, and PDF."""


@record
class SourceFormat:
    """The format of a source: a kind of document, or of pages."""

    kind: FormatKind


@record
class ImportOptions:
    """The options of an import."""

    pages: tuple[int, ...] = ()
    """Pages of a PDF, counted from 1; all if none is given."""
    kind: str = ""
    """Kind of the sources; empty if it is told by each source."""
    languages: tuple[str, ...] = ()
    """Tags of the languages; empty if they are told by the texts."""
    ocr: OcrMode = "auto"
    """Pages whose text is recognised."""


def format_of(source: PageSource, kind: str = "") -> SourceFormat:
    """Returns the format of a source: ``kind`` if it is given, else by its content, then by its name.

    Raises:
        UnusableError: It is of a kind that is not read.
    """
    if given := next((each for each in KINDS if each == kind), None):
        return SourceFormat(given)
    if PDF_MARK in source.head[:PDF_HEAD_BYTES]:
        return SourceFormat("pdf")
    if is_picture(source.head):
        return SourceFormat("picture")
    if found := kind_of(source.head, source.path):
        return SourceFormat(found)
    if other := other_kind(source.head):
        raise UnusableError(f"{source.name} is {other}, which is not read")
    return SourceFormat("text" if is_prose(with_unified(source.text())) else "pages")


def extract(source: PageSource, options: ImportOptions, progress: Progress | None = None) -> Extraction:
    """Returns the content of a source.

    Raises:
        ReaderError: It cannot be read.
    """
    kind = format_of(source, options.kind).kind
    if kind == "pdf":
        return _extract_pdf(source, options, progress)
    if options.pages:
        raise ReaderError(f"{source.name} is no PDF: --pages names pages of one")
    if kind == "picture":
        return _extract_picture(source, options, progress)
    if kind == "pages":
        from reader.importing.text.pipeline import read_text

        return read_text(with_unified(source.text()))
    from reader.importing.documents.articles import extracted
    from reader.importing.documents.confined_documents import read_confined

    return extracted(read_confined(source, kind), options.languages)


def extract_pair(source: PageSource, second: PageSource, options: ImportOptions) -> Extraction:
    """Returns the content of two sources, one in each language.

    Raises:
        ReaderError: One of them cannot be read, or is no document.
    """
    from reader.importing.documents.articles import extracted_pair
    from reader.importing.documents.confined_documents import read_confined

    documents = []
    for each in (source, second):
        kind = format_of(each, options.kind).kind
        if kind == "pdf" or kind == "picture":
            name = "PDF" if kind == "pdf" else "picture"
            raise ReaderError(f"{each.name} is a {name}: --pair takes documents, one in each language")
        documents.append(read_confined(each, "text" if kind == "pages" else kind))
    return extracted_pair(documents[0], documents[1], options.languages)


def pictures_of(source: PageSource, names: Iterable[str], kind: str = "") -> Iterator[NamedPicture]:
    """Yields the pictures of a source, or of a pair of them, by their names in its extraction."""
    names = list(names)
    if source.second:
        of_second = [name for name in names if name.startswith(OF_SECOND)]
        names = [name for name in names if name not in of_second]
        for name, data in pictures_of(source.second, [name.removeprefix(OF_SECOND) for name in of_second]):
            yield OF_SECOND + name, data
    found = format_of(source, kind).kind
    if found == "pdf":
        from reader.importing.pdf.confined_pdf import pictures_of as pictures_of_pdf

        yield from pictures_of_pdf(source.path, names)
    elif found != "pages" and found != "picture":
        from reader.importing.documents.confined_documents import pictures_of as pictures_of_document

        yield from pictures_of_document(source, found, names)


def _extract_pdf(source: PageSource, options: ImportOptions, progress: Progress | None) -> Extraction:
    from reader.importing.pdf.confined_pdf import read_confined_pdf

    if not source.path:
        raise ReaderError("a PDF is read from a file, not from the standard input: reader import FILE.pdf")
    return read_confined_pdf(source.path, options.pages, progress, options.ocr)


def _extract_picture(source: PageSource, options: ImportOptions, progress: Progress | None) -> Extraction:
    from reader.importing.pdf.confined_pdf import read_confined_picture
    from reader.importing.pdf.recognition.page_pictures import MAX_PICTURE_BYTES

    return read_confined_picture(source.path or source.name, source.whole(MAX_PICTURE_BYTES), progress, options.ocr)
