"""Requests on documents, replied to in a confined process: the content of a source, or a picture of an archive."""

from __future__ import annotations

from functools import lru_cache

from reader.confined import Reply
from reader.errors import UnusableError
from reader.importing.documents.archives import Archive
from reader.importing.documents.document import SOURCE_KINDS
from reader.importing.record_data import as_data
from reader.model.radicals import with_unified
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.confined import Json
    from reader.importing.documents.document import Document, SourceKind


def answer(request: dict[str, Json], data: bytes) -> Reply:
    """Replies to a request: a document, or the bytes of a picture."""
    name = str(request["name"])
    if request["wanted"] == "picture":
        return Reply(data=_archive(str(request["path"]), name).read(str(request["part"])))
    kind = next(kind for kind in SOURCE_KINDS if kind == request["kind"])
    path = str(request["path"])
    document = read_archive(_archive(path, name)) if kind in ("epub", "word") else read_text(kind, data, name)
    return Reply(as_data(document))


@lru_cache(maxsize=2)
def _archive(path: str, name: str) -> Archive:
    from reader.regular_files import open_regular

    return Archive(open(open_regular(path), "rb"), name)


def read_archive(archive: Archive) -> Document:
    """Returns the document in an archive: an EPUB book or a Word file, by its parts."""
    if "META-INF/container.xml" in archive or "mimetype" in archive:
        from reader.importing.documents.epub import read_epub

        return read_epub(archive)
    if any(name.startswith("word/") for name in archive.names):
        from reader.importing.documents.word import read_word

        return read_word(archive)
    raise UnusableError(f"{archive.name} is an archive, neither EPUB nor Word")


def read_text(kind: SourceKind, data: bytes, name: str) -> Document:
    """Returns the document in a source that is no archive; a note names an encoding other than UTF-8."""
    from reader.importing.documents.encodings import decoded

    if kind in ("xliff", "tmx"):
        from reader.importing.documents.tmx import read_tmx
        from reader.importing.documents.xliff import read_xliff

        return read_tmx(data, name) if kind == "tmx" else read_xliff(data, name)
    found = decoded(data, name)
    document = _of_text(kind, with_unified(found.text), name)
    if found.encoding == "UTF-8":
        return document
    doubt = "" if found.is_sure else ", which is not sure"
    return replace(document, notes=(*document.notes, f"the text was read as {found.encoding}{doubt}"))


def _of_text(kind: SourceKind, text: str, name: str) -> Document:
    """Returns the document in a text; the reader of its kind is imported when it is needed."""
    match kind:
        case "markdown":
            from reader.importing.documents.markdown import read_markdown

            return read_markdown(text, name)
        case "html":
            from reader.importing.documents.html import read_html

            return read_html(text, name)
        case "subtitles":
            from reader.importing.documents.subtitles import read_subtitles

            return read_subtitles(text, name)
        case "po":
            from reader.importing.documents.po import read_po

            return read_po(text, name)
        case "csv":
            from reader.importing.documents.csv_table import read_csv

            return read_csv(text, name)
        case _:
            from reader.importing.documents.plain_text import read_plain_text

            return read_plain_text(text, name)
