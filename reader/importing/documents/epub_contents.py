"""The table of contents of a book, and the headings that it names where a chapter marks none."""

from __future__ import annotations

from reader.importing.documents.archives import attribute, local, resolved
from reader.importing.documents.html_text import types_of
from reader.importing.documents.html_tree import BLOCKS, Element, parse_html
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element as XmlElement

    from reader.importing.documents.archives import Archive

MAX_DEPTH = 6
"""Depth of the table of contents down to which its entries are headings."""
MAX_HEADING_PARTS = 3
"""Number of paragraphs that one entry may be printed as, such as its number, its name and a name below it."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@record
class ContentsEntry:
    """An entry of the table of contents."""

    place: str
    """Part of the book, and the id in it after a ``#`` if it names one."""
    label: str
    level: int
    """Depth in the table, from 1."""


def contents_of_ncx(archive: Archive, part: str) -> list[ContentsEntry]:
    """Returns the entries of the table of contents of EPUB 2; ``part`` is its name."""

    def entries(element: XmlElement, level: int) -> Iterator[ContentsEntry]:
        for point in element:
            if local(point) == "navPoint":
                label = next((each for each in point if local(each) == "navLabel"), None)
                source = next((attribute(each, "src") for each in point if local(each) == "content"), "")
                words = " ".join("".join(label.itertext()).split()) if label is not None else ""
                yield ContentsEntry(_place(part, source), words, level)
                yield from entries(point, min(level + 1, MAX_DEPTH))
            elif local(point) == "navMap":
                yield from entries(point, level)

    return list(entries(archive.xml(part), 1))


def contents_of_page(archive: Archive, part: str, text: str) -> list[ContentsEntry]:
    """Returns the entries of the table of contents of EPUB 3; ``text`` is that of its page, ``part`` its name."""
    root = parse_html(text, f"{archive.name}: {part}")
    found = []
    for nav in root.all("nav"):
        if types_of(nav) and "toc" not in types_of(nav):
            continue
        for link in nav.all("a"):
            depth = 0
            above = link.parent
            while above and above is not nav:
                depth += above.name == "ol"
                above = above.parent
            label = " ".join(link.text().split())
            found.append(ContentsEntry(_place(part, link.get("href")), label, min(max(depth, 1), MAX_DEPTH)))
    return found


def _place(part: str, target: str) -> str:
    name, mark, fragment = target.partition("#")
    return resolved(part, name) + mark + fragment


def mark_headings(page: Element, part: str, contents: Sequence[ContentsEntry]) -> None:
    """Makes headings of the paragraphs of a page that repeat entries of the contents, unless it has headings.

    Programs that make books of text or of styles without meaning give a heading nothing but a class.
    """
    own = [entry for entry in contents if entry.label and entry.place.partition("#")[0] == part]
    if not own or page.first(*_HEADINGS) is not None:
        return
    blocks = [each for each in page.walk() if each.name in ("p", "div") and not _holds_block(each)]
    blocks = [each for each in blocks if each.text().strip()]
    done = 0
    for entry in own:
        wanted = _plain(entry.label)
        for at in range(done, len(blocks)):
            if parts := _parts(blocks[at : at + MAX_HEADING_PARTS], wanted):
                _make_heading(blocks[at], blocks[at + 1 : at + parts], entry.level)
                done = at + parts
                break


def _holds_block(element: Element) -> bool:
    return any(each.name in BLOCKS for each in element.elements) or element.holds_block


def _parts(blocks: Sequence[Element], wanted: str) -> int:
    """Returns the number of blocks, from the first one on, that have the wanted characters; 0 if they have others."""
    text = ""
    for number, block in enumerate(blocks, 1):
        text += _plain(block.text())
        if text == wanted:
            return number
        if not wanted.startswith(text):
            return 0
    return 0


def _make_heading(first: Element, others: Sequence[Element], level: int) -> None:
    first.name = f"h{level}"
    for other in others:
        first.children += [" ", *other.children]
        other.remove()


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))
