"""Archives that are made to harm, or damaged."""

from __future__ import annotations

import io
import zipfile

_PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/><manifest>'
    '<item id="c" href="{href}" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>'
)
_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
ENCRYPTION = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">'
    '<enc:EncryptedData><enc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></enc:EncryptedData>'
    "</encryption>"
)


def book(chapter: bytes | str, href: str = "c.xhtml", **more: bytes | str) -> bytes:
    """Returns a book of one chapter; ``more`` are other parts by their names, with ``__`` for a slash."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", _CONTAINER)
        archive.writestr("p.opf", _PACKAGE.format(href=href))
        archive.writestr("c.xhtml", chapter)
        for name, data in more.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", ".").replace("META/", "META-INF/"), data)
    return file.getvalue()


def word(document: bytes | str) -> bytes:
    """Returns a Word file with nothing but its text."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
    return file.getvalue()
