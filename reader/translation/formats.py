"""The formats of translators' files: one is written by its name, and read by its content."""

from __future__ import annotations

import re

from reader.translation.translation_file import FileFaultError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from reader.translation.translation_file import TranslationFile
    from reader.translation.units import TranslationUnit

    TranslationFormat = Literal["xliff", "po", "tmx", "csv", "tbx"]

FORMATS: tuple[TranslationFormat, ...] = ("xliff", "po", "tmx", "csv", "tbx")
ENDINGS: dict[str, TranslationFormat] = {
    ".xliff": "xliff",
    ".xlf": "xliff",
    ".po": "po",
    ".tmx": "tmx",
    ".csv": "csv",
    ".tbx": "tbx",
}
"""The formats by the endings of files."""
_ROOT = re.compile(rb"<(?![?!])(?:[\w.-]+:)?([\w.-]+)")


def written_file(form: TranslationFormat, units: Sequence[TranslationUnit], issue_id: str) -> bytes:
    """Returns units as a file in a format."""
    if form == "xliff":
        from reader.translation.xliff import xliff

        return xliff(units, issue_id).encode()
    if form == "po":
        from reader.translation.po import po

        return po(units, issue_id).encode()
    if form == "tmx":
        from reader.translation.tmx import tmx

        return tmx(units, issue_id).encode()
    if form == "tbx":
        from reader.translation.tbx import tbx

        return tbx(units, issue_id).encode()
    from reader.translation.csv_file import csv_table

    return csv_table(units).encode()


def read_file(data: bytes) -> TranslationFile:
    """Returns the content of a file, whose format is known by its beginning.

    Raises:
        FileFaultError: If it has a fault, or is in no known format.
    """
    start = data[:2_000]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) and b"<\0" not in start and b"\0<" not in start:
        raise FileFaultError("is in UTF-16; save it as UTF-8", 1, 1)
    head = start.replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    if head.lstrip()[:1] == b"<":
        return _read_xml_format(data, head)
    first = head.lstrip()
    if re.match(rb"(?:#.*\s+)*(?:msg|#|\")", first):
        from reader.translation.po import read_po

        return read_po(data)
    if b"address" in first.partition(b"\n")[0]:
        from reader.translation.csv_file import read_csv

        return read_csv(data)
    raise FileFaultError("is no XLIFF, PO, TMX, TBX or CSV of reader translation export", 1, 1)


def _read_xml_format(data: bytes, head: bytes) -> TranslationFile:
    root = _ROOT.search(head)
    name = root[1] if root else b""
    if name == b"tmx":
        from reader.translation.tmx import read_tmx

        return read_tmx(data)
    if name == b"martif":
        from reader.translation.tbx import read_tbx

        return read_tbx(data)
    from reader.translation.xliff import read_xliff

    return read_xliff(data)
