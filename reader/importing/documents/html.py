"""Pages of HTML as documents: the text of the page with its title, author, date and licence, and nothing around it."""

from __future__ import annotations

import re

from reader.importing.documents.document import Document, TaggedText
from reader.importing.documents.html_bylines import take_bylines
from reader.importing.documents.html_captions import with_centred_captions
from reader.importing.documents.html_clutter import without_clutter
from reader.importing.documents.html_headings import with_bold_headings
from reader.importing.documents.html_office import with_office_classes
from reader.importing.documents.html_text import tag_of
from reader.importing.documents.html_tree import parse_html
from reader.importing.documents.html_units import PageWalker
from reader.importing.documents.languages import declared_tag
from reader.importing.documents.own_links import with_own_links

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.importing.documents.html_tree import Element

_SITE = re.compile(r"\s+[-–—|_·»]\s+[^-–—|_·»]+\Z")
_DATE = re.compile(r"[12][0-9]{3}(?:-[01][0-9](?:-[0-3][0-9])?)?")
_AUTHOR = frozenset({"author", "article:author", "dc.creator", "dcterms.creator", "byl"})
_DATES = frozenset({"article:published_time", "date", "dc.date", "dcterms.date", "pubdate", "publishdate"})
_CC = re.compile(r"creativecommons\.org/(licenses/([a-z-]+)/([0-9.]+)|publicdomain/zero/([0-9.]+))", re.IGNORECASE)


def read_html(text: str, name: str) -> Document:
    """Returns a page as a document; ``name`` is its name in messages."""
    root = parse_html(text, name)
    html = root.first("html")
    language = (tag_of(html) if html else "") or _meta(root, frozenset({"content-language"}))
    titles, authors = tuple(_titles(root)), tuple(_authors(root))
    date, licence, url = _date(root), _licence(root), _url(root)
    with_office_classes(root)
    with_centred_captions(root)
    with_own_links(root, name)
    main = without_clutter(root)
    writers = take_bylines(main)
    tables = [each for each in main.all("table") if not any(each.all("table"))]
    is_whole = len(tables) == 1 and len(tables[0].text().strip()) * 1.5 > len(main.text().strip())
    walker = PageWalker(main, is_whole_table=is_whole)
    units = with_bold_headings(walker.read(main))
    return Document(
        "html",
        tuple(units),
        titles if not any(unit.kind == "heading" for unit in units) else (),
        authors or tuple(writers),
        language=declared_tag(language),
        date=date,
        licence=licence,
        url=url,
        unplaced=tuple(walker.unplaced),
    )


def _titles(root: Element) -> Iterator[TaggedText]:
    """Yields the title of a page without the name of its site."""
    found = _meta(root, frozenset({"og:title", "dc.title"}))
    title = root.first("title")
    if not found and title:
        found = _SITE.sub("", " ".join(title.text().split()))
    if found:
        yield TaggedText(found)


def _authors(root: Element) -> Iterator[str]:
    for meta in root.all("meta"):
        is_author = (meta.get("name") or meta.get("property")).lower() in _AUTHOR
        words = " ".join(meta.get("content").split())
        if is_author and words and not words.startswith("http"):
            yield words


def _meta(root: Element, names: frozenset[str]) -> str:
    for meta in root.all("meta"):
        if (meta.get("name") or meta.get("property") or meta.get("http-equiv")).lower() in names:
            return " ".join(meta.get("content").split())
    return ""


def _date(root: Element) -> str:
    found = _DATE.match(_meta(root, _DATES))
    if not found:
        found = next((match for time in root.all("time") if (match := _DATE.match(time.get("datetime")))), None)
    return found[0] if found else ""


def _licence(root: Element) -> str:
    """Returns the identifier of a Creative Commons licence that the page links to as its own."""
    for link in root.all("a", "link"):
        if "license" in link.get("rel").lower().split() and (found := licence_of(link.get("href"))):
            return found
    return licence_of(_meta(root, frozenset({"dc.rights", "dcterms.rights", "dcterms.license", "copyright"})))


def licence_of(address: str) -> str:
    """Returns the identifier of the licence at an address of Creative Commons; empty for other texts."""
    found = _CC.search(address)
    if not found:
        return ""
    return f"CC0-{found[4]}" if found[4] else f"CC-{found[2].upper()}-{found[3]}"


def _url(root: Element) -> str:
    for link in root.all("link"):
        if link.get("rel").lower() == "canonical" and re.match(r"https?://\S+\Z", link.get("href")):
            return link.get("href")
    found = _meta(root, frozenset({"og:url"}))
    return found if re.match(r"https?://\S+\Z", found) else ""
