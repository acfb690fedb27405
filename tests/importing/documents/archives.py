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


def chapters(*pages: str, contents: str = "", page: str = "", title: str = "") -> bytes:
    """Returns a book of several chapters, with a table of contents of EPUB 2 or a page of one of EPUB 3."""
    names = [f"c{at}.xhtml" for at in range(len(pages))]
    items = "".join(f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in names)
    items += '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>' if contents else ""
    items += '<item id="n" href="n.xhtml" properties="nav" media-type="application/xhtml+xml"/>' if page else ""
    spine = "".join(f'<itemref idref="{name}"/>' for name in names)
    package = f'<package xmlns="http://www.idpf.org/2007/opf"><metadata><title>{title}</title></metadata><manifest>{items}</manifest><spine>{spine}</spine></package>'
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("META-INF/container.xml", _CONTAINER)
        archive.writestr("p.opf", package)
        archive.writestr(
            "toc.ncx", f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{contents}</navMap></ncx>'
        )
        archive.writestr("n.xhtml", page)
        for name, text in zip(names, pages, strict=True):
            archive.writestr(name, f"<html><body>{text}</body></html>")
    return file.getvalue()


def word(document: bytes | str) -> bytes:
    """Returns a Word file with nothing but its text."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
    return file.getvalue()
