"""Elements of HTML and XHTML: texts and attributes are escaped when they are written, so that none can be markup.

Every text goes through the gate; only elements that are made here, by a name in the program's own code, become tags.
"""

from __future__ import annotations

from urllib.parse import quote, urlsplit
from xml.etree.ElementTree import Element, tostring

from reader.gate import clean, clean_line
from reader.model.markup import LINK_SCHEMES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    Child = Element | str | None

XHTML = "http://www.w3.org/1999/xhtml"
OPS = "http://www.idpf.org/2007/ops"
_URL_CHARACTERS = "%/:?#[]@!$&'()*+,;=~"


def element(tag: str, attributes: dict[str, str] | None = None, children: Iterable[Child] = ()) -> Element:
    """Returns an element with elements and texts in it; empty attributes but ``alt`` are left out, and so is None."""
    found = Element(tag)
    for name, value in (attributes or {}).items():
        if value or name == "alt":
            found.set(name, clean_line(value))
    add(found, children)
    return found


def add(parent: Element, children: Iterable[Child]) -> None:
    """Adds elements and texts at the end of an element."""
    for child in children:
        if isinstance(child, str):
            text = clean(child)
            if len(parent):
                parent[-1].tail = (parent[-1].tail or "") + text
            else:
                parent.text = (parent.text or "") + text
        elif child is not None:
            parent.append(child)


def safe_link(address: str) -> str:
    """Returns a link's address percent-encoded; empty for one that must not be followed, such as a script."""
    if not address.startswith(LINK_SCHEMES):
        return ""
    encoded = quote(clean_line(address), safe=_URL_CHARACTERS)
    try:
        parts = urlsplit(encoded)
    except ValueError:
        return ""
    return encoded if parts.hostname or (parts.scheme == "mailto" and parts.path) else ""


def html(root: Element) -> bytes:
    """Returns a page of HTML, without the attributes that only XML has.

    A sheet of styles in it is written as it is, so that only the program's own may be one.
    """
    for each in root.iter():
        for name in [name for name in each.attrib if ":" in name]:
            del each.attrib[name]
    return b"<!DOCTYPE html>\n" + tostring(root, encoding="unicode", method="html").encode() + b"\n"


def xhtml(root: Element) -> bytes:
    """Returns a page of XHTML, or another document of XML."""
    doctype = "<!DOCTYPE html>\n" if root.tag == "html" else ""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{doctype}{tostring(root, encoding="unicode")}\n'.encode()
