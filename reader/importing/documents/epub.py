"""EPUB books as documents: the chapters in the order of the spine, each read as a page of HTML."""

from __future__ import annotations

import re

from reader.errors import UnusableError
from reader.importing.documents.archives import attribute, local, resolved
from reader.importing.documents.document import Document, TaggedText
from reader.importing.documents.encodings import decoded
from reader.importing.documents.epub_contents import (
    ContentsEntry,
    contents_of_ncx,
    contents_of_page,
    mark_headings,
)
from reader.importing.documents.html import licence_of
from reader.importing.documents.html_text import tag_of, types_of
from reader.importing.documents.html_tree import Element, parse_html
from reader.importing.documents.html_units import PageWalker
from reader.importing.documents.languages import declared_tag
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from xml.etree.ElementTree import Element as XmlElement

    from reader.importing.documents.archives import Archive

CONTAINER = "META-INF/container.xml"
MAX_CHAPTERS = 2000
_FONT_METHODS = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Ways to obscure fonts, which hide no text."""
_PAGE_TYPES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")
_NCX_TYPE = "application/x-dtbncx+xml"
_NO_CHAPTER = frozenset(
    {"toc", "cover", "titlepage", "halftitlepage", "copyright-page", "landmarks", "page-list", "index"}
)
_COVERS = frozenset(
    {"cover", "coverimage", "bookcover", "封面", "表紙", "couverture", "umschlag", "titelbild", "обложка"}
)
"""Descriptions of pictures of covers."""
_ISBN = re.compile(r"(?:97[89][- ]?)?(?:[0-9][- ]?){9}[0-9Xx]\Z")
_DATE = re.compile(r"\A[12][0-9]{3}(?:-[01][0-9](?:-[0-3][0-9])?)?")
_ENTITIES = re.compile(r"<!ENTITY", re.IGNORECASE)


@record
class _Package:
    """The parts of a book that list its content."""

    path: str
    root: XmlElement
    chapters: tuple[str, ...]
    skipped: frozenset[str]
    """Pages of contents, covers and titles."""
    contents: tuple[ContentsEntry, ...]
    """Entries of the table of contents."""


def read_epub(archive: Archive) -> Document:
    """Returns a book as a document.

    Raises:
        UnusableError: It is encrypted, damaged, or lacks its text.
    """
    _check_encryption(archive)
    package = _package(archive)
    metadata = next((each for each in package.root if local(each) == "metadata"), None)
    fields = _fields(metadata)
    language = declared_tag(next(iter(fields.get("language", ())), ""))
    pages: dict[str, Element] = {}
    for part in package.chapters:
        if part not in package.skipped:
            pages[part] = _page(archive, part)
            mark_headings(pages[part], part, package.contents)
    told = [_plain(each) for name in ("title", "creator", "translator", "publisher") for each in fields.get(name, ())]
    walker = PageWalker(_joined({part: page for part, page in pages.items() if not _is_no_chapter(page, told)}))
    units = walker.read_chapters()
    if not any(unit.text.text for unit in units):
        raise UnusableError(f"{archive.name} has no text")
    rights = [found for each in (*fields.get("rights", ()), *fields.get("license", ())) if (found := licence_of(each))]
    return Document(
        "epub",
        tuple(units),
        tuple(TaggedText(title) for title in fields.get("title", ())[:1]),
        tuple(fields.get("creator", ())),
        tuple(fields.get("translator", ())),
        language,
        _first_match(_DATE, fields.get("date", ())),
        rights[0] if rights else "",
        next((each for each in fields.get("source", ()) if re.match(r"https?://\S+\Z", each)), ""),
        _first_match(_ISBN, [each for each in fields.get("identifier", ()) if "isbn" in each.lower()]),
        next(iter(fields.get("publisher", ())), ""),
        unplaced=tuple(walker.unplaced),
    )


def _first_match(pattern: re.Pattern[str], texts: Sequence[str]) -> str:
    return next((found[0] for text in texts if (found := pattern.search(text))), "")


def _check_encryption(archive: Archive) -> None:
    if "META-INF/encryption.xml" in archive:
        for each in archive.xml("META-INF/encryption.xml").iter():
            if local(each) == "EncryptionMethod" and attribute(each, "Algorithm") not in _FONT_METHODS:
                raise UnusableError(f"{archive.name} is encrypted: its text cannot be read")
    if "META-INF/rights.xml" in archive or "META-INF/sinf.xml" in archive:
        raise UnusableError(f"{archive.name} is encrypted: its text cannot be read")


def _package(archive: Archive) -> _Package:
    if CONTAINER not in archive:
        raise UnusableError(f"{archive.name} is no EPUB: it lacks {CONTAINER}")
    files = [attribute(each, "full-path") for each in archive.xml(CONTAINER).iter() if local(each) == "rootfile"]
    path = resolved("", files[0]) if files else ""
    if not path:
        raise UnusableError(f"{archive.name} is no EPUB: its container names no package")
    root = archive.xml(path)
    items = {attribute(each, "id"): each for each in root.iter() if local(each) == "item"}
    chapters: list[str] = []
    skipped: set[str] = set()
    for each in root.iter():
        if local(each) == "itemref" and (item := items.get(attribute(each, "idref"))) is not None:
            part = resolved(path, attribute(item, "href"))
            if part and attribute(item, "media-type") in _PAGE_TYPES and part not in chapters:
                chapters.append(part)
            if "nav" in attribute(item, "properties").split():
                skipped.add(part)
        if local(each) == "reference" and attribute(each, "type").lower() in _NO_CHAPTER | {"title-page"}:
            skipped.add(resolved(path, attribute(each, "href")))
    if not chapters:
        raise UnusableError(f"{archive.name} has no text: its spine names no page")
    if len(chapters) > MAX_CHAPTERS:
        raise UnusableError(f"{archive.name} has {len(chapters):,} chapters, more than {MAX_CHAPTERS:,}")
    return _Package(path, root, tuple(chapters), frozenset(skipped), tuple(_contents(archive, path, items.values())))


def _contents(archive: Archive, path: str, items: Iterable[XmlElement]) -> list[ContentsEntry]:
    """Returns the table of contents of a book: that of EPUB 3, else that of EPUB 2."""
    for item in sorted(items, key=lambda item: attribute(item, "media-type") == _NCX_TYPE):
        part = resolved(path, attribute(item, "href"))
        is_page = "nav" in attribute(item, "properties").split()
        if part in archive and is_page:
            return contents_of_page(archive, part, decoded(archive.read(part), f"{archive.name}: {part}").text)
        if part in archive and attribute(item, "media-type") == _NCX_TYPE:
            return contents_of_ncx(archive, part)
    return []


def _fields(metadata: XmlElement | None) -> dict[str, list[str]]:
    """Returns the values of the metadata by their names; translators are apart from other authors."""
    found: dict[str, list[str]] = {}
    roles: dict[str, str] = {}
    for each in metadata.iter() if metadata is not None else ():
        if attribute(each, "property") == "role" and each.text:
            roles[attribute(each, "refines").lstrip("#")] = each.text.strip()
    for each in metadata.iter() if metadata is not None else ():
        words = " ".join((each.text or attribute(each, "content")).split())
        name = local(each)
        if name == "meta":
            name = (attribute(each, "property") or attribute(each, "name")).rpartition(":")[2]
        if name == "link" and "license" in attribute(each, "rel"):
            name, words = "license", attribute(each, "href")
        role = attribute(each, "role") or roles.get(attribute(each, "id"), "")
        if name in ("creator", "contributor"):
            name = {"trl": "translator", "aut": "creator", "": name}.get(
                role, "contributor" if name == "contributor" else name
            )
        if words:
            found.setdefault(name, []).append(
                f"{attribute(each, 'scheme')} {words}".strip() if name == "identifier" else words
            )
    return found


def _page(archive: Archive, part: str) -> Element:
    text = decoded(archive.read(part), f"{archive.name}: {part}").text
    doctype = re.match(r"[^<]*(?:<\?xml[^>]*\?>)?\s*(?:<!--.*?-->\s*)*<!DOCTYPE[^\[>]*\[(.*?)\]\s*>", text, re.DOTALL)
    if doctype and _ENTITIES.search(doctype[1]):
        raise UnusableError(f"{archive.name}: {part}: its doctype declares entities; none is read")
    text = re.sub(r"<!DOCTYPE[^\[>]*\[.*?\]\s*>", "", text, count=1, flags=re.DOTALL)
    root = parse_html(text, f"{archive.name}: {part}")
    body = root.first("body") or root
    html = root.first("html")
    if html and tag_of(html) and not tag_of(body):
        body.attributes["lang"] = html.get("lang") or html.get("xml:lang")
    for each in list(body.all("nav")):
        each.remove()
    for each in list(body.all("img", "image")):
        source = each.get("src") or each.get("xlink:href") or each.get("href")
        each.attributes["src"] = resolved(part, source) if source else ""
    for each in body.walk():
        if each.get("id"):
            each.attributes["id"] = f"{part}#{each.get('id')}"
        if each.name == "a" and each.get("name"):
            each.attributes["name"] = f"{part}#{each.get('name')}"
        href = each.get("href")
        if each.name == "a" and href and not re.match(r"[a-z]+:", href, re.IGNORECASE):
            target = part if href.startswith("#") else resolved(part, href)
            each.attributes["href"] = f"#{target}#{href.partition('#')[2]}"
    return body


def _is_no_chapter(page: Element, told: Sequence[str]) -> bool:
    """Whether a page is a cover, a title page (with nothing but texts that the book tells) or a table of contents."""
    types = set(types_of(page))
    for each in page.elements:
        types |= types_of(each) if len([*page.elements]) == 1 else set()
    if types & _NO_CHAPTER:
        return True
    if _is_cover(page):
        return True
    lines = [plain for line in re.split(r"\s*\n\s*", page.text()) if (plain := _plain(line))]
    if lines and all(line in told for line in lines) and page.first("img", "image") is None:
        return True
    return not lines and page.first("img", "image") is None


def _is_cover(page: Element) -> bool:
    """Whether a page is nothing but a picture that is described as a cover."""
    pictures = [*page.all("img", "image")]
    return len(pictures) == 1 and not page.text().strip() and _plain(pictures[0].get("alt")) in _COVERS


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def _joined(pages: Mapping[str, Element]) -> Element:
    """Returns all chapters as one page, so that notes in a part of their own are found, and links to other chapters."""
    whole = Element("body", {}, None)
    for part, page in pages.items():
        page.children.insert(0, Element("a", {"id": f"{part}#"}, page))
        page.name = "section"
        page.parent = whole
        whole.children.append(page)
    whole.holds_block = True
    return whole
