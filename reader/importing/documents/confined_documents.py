"""Documents read in a confined process: no source can use up the memory or the time of the program."""

from __future__ import annotations

import os
import re
from functools import cache
from urllib.parse import unquote

from reader.confined import Confined, ConfinedError, Limits
from reader.errors import NotFoundError, ReaderError, UnusableError
from reader.importing.documents.document_data import document_from
from reader.regular_files import read_regular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.importing.documents.document import Document, SourceKind
    from reader.importing.sources import PageSource

HANDLER = "reader.importing.documents.requests:answer"
LIMITS = Limits(memory_bytes=512_000_000, cpu_seconds=20, reply_bytes=40_000_000)
MAX_BYTES = 16_000_000
"""Maximum size of a source that is no archive."""
MAX_ARCHIVE_BYTES = 200_000_000
MAX_PICTURE_BYTES = 30_000_000
ARCHIVES: frozenset[SourceKind] = frozenset({"epub", "word"})
_PICTURES = ((b"\x89PNG\r\n\x1a\n", ".png"), (b"\xff\xd8\xff", ".jpg"), (b"GIF8", ".gif"))
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


@cache
def _process() -> Confined:
    """Returns the one process, which keeps the last archives open."""
    import atexit

    process = Confined(HANDLER, LIMITS)
    atexit.register(process.close)
    return process


def read_confined(source: PageSource, kind: SourceKind) -> Document:
    """Returns a source as a document.

    Raises:
        NotFoundError: The file cannot be read.
        UnusableError: It is damaged, encrypted, no source of its kind, or beyond a bound.
    """
    data = b""
    if kind in ARCHIVES:
        if not source.path:
            raise UnusableError("an archive is read from a file, not from the standard input")
        if os.path.getsize(source.path) > MAX_ARCHIVE_BYTES:
            raise UnusableError(f"{source.name} is larger than {MAX_ARCHIVE_BYTES // 10**6} MB")
    else:
        data = _bytes_of(source)
    request = {"wanted": "document", "kind": kind, "path": os.path.abspath(source.path), "name": source.name}
    try:
        document = document_from(_process().ask(dict(request), data).value)
    except ConfinedError as error:
        raise UnusableError(f"{source.name}: {error}") from None
    if not any(unit.text.text or unit.kind == "figure" for unit in document.units):
        raise UnusableError(f"{source.name} has no text")
    return document


def _bytes_of(source: PageSource) -> bytes:
    try:
        data = read_regular(source.path, MAX_BYTES + 1) if source.path else source.data
    except OSError as error:
        raise NotFoundError(f"{source.name} cannot be read: {error.strerror}") from error
    if len(data) > MAX_BYTES:
        raise UnusableError(f"{source.name} has more than {MAX_BYTES // 10**6} MB")
    return data


def pictures_of(source: PageSource, kind: SourceKind, names: Iterable[str]) -> Iterator[tuple[str, bytes | str]]:
    """Yields the pictures that a document names: of its archive, or of the folder that it is in, and of no other place.

    Each is the bytes of a picture, or a sentence on the cause why it is left out.
    """
    for name in names:
        try:
            data = _part(source, name) if kind in ARCHIVES else _file(source.path, name)
        except (ReaderError, ConfinedError) as error:
            yield name, f"the picture {os.path.basename(name)} {error}; left out"
            continue
        if not extension_of(data):
            yield name, f"the picture {os.path.basename(name)} is no PNG, JPEG, GIF or WebP; left out"
            continue
        yield name, data


def extension_of(data: bytes) -> str:
    """Returns the ending of the name of a picture by its first bytes; empty for other data."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ".webp"
    return next((ending for mark, ending in _PICTURES if data.startswith(mark)), "")


def _part(source: PageSource, name: str) -> bytes:
    path = os.path.abspath(source.path)
    data = _process().ask({"wanted": "picture", "path": path, "name": source.name, "part": name}).data
    if len(data) > MAX_PICTURE_BYTES:
        raise UnusableError(f"has more than {MAX_PICTURE_BYTES // 10**6} MB")
    return data


def _file(path: str, name: str) -> bytes:
    """Returns a file in the folder of a source, or in a folder there."""
    if not path or _ELSEWHERE.match(name):
        raise UnusableError("is not beside the source: nothing is fetched")
    folder = os.path.realpath(os.path.dirname(os.path.abspath(path)))
    for each in dict.fromkeys((unquote(name.partition("?")[0].partition("#")[0]), name)):
        if "\0" in each or os.path.isabs(each):
            continue
        real = os.path.realpath(os.path.join(folder, each))
        if os.path.commonpath((folder, real)) != folder:
            raise UnusableError("is outside the folder of the source")
        try:
            data = read_regular(real, MAX_PICTURE_BYTES + 1)
        except (OSError, ValueError):
            continue
        if len(data) > MAX_PICTURE_BYTES:
            raise UnusableError(f"has more than {MAX_PICTURE_BYTES // 10**6} MB")
        return data
    raise UnusableError("is not there")
