"""An edition as an e-book (EPUB 3.3): a file for each article, the contents by section, and the printed pages."""

from __future__ import annotations

import io
import zipfile

from reader.exporting.article_elements import ArticleWriter
from reader.exporting.elements import OPS, XHTML, element, xhtml
from reader.exporting.epub_package import PackageItem, container, navigation, package
from reader.exporting.html_page import body_class, issue_name, style_sheet, texts
from reader.exporting.link_targets import LinkTargets
from reader.exporting.pages import PageListing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from reader.exporting.edition import Edition
    from reader.exporting.picture_set import PictureSet
    from reader.model.address import Address

MEDIA_TYPE = "application/epub+zip"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""Date of the files in the book, which is the first one that a ZIP file can have: it says nothing."""
_FILE_MODE = 0o644 << 16


def epub(edition: Edition, pictures: PictureSet) -> bytes:
    """Returns a book with the articles of an edition; the same bytes for the same content."""
    pages = PageListing()
    files: dict[str, bytes] = {"EPUB/style.css": style_sheet("style.css").encode()}
    items = [PackageItem("style", "style.css", "text/css")]
    opening = element("header", {}, [element("h1", {}, issue_name(edition))])
    if len(edition.articles) > 1:
        cover = element("p", {}, texts(edition, edition.issue.title)) if edition.issue.title else None
        opening.extend([each for each in (cover,) if each is not None])
    files["EPUB/title.xhtml"] = xhtml(
        _page(edition, "title", [element("section", {"epub:type": "titlepage"}, [opening])])
    )
    items.append(PackageItem("title-page", "title.xhtml", "application/xhtml+xml", in_spine=True))
    sources = {key: f"pictures/{each.name}" for key, each in pictures.by_key.items()}
    links = LinkTargets(edition, _place)
    for article in edition.articles:
        pages.file = f"a-{article.id}.xhtml"
        writer = ArticleWriter(edition, article, sources, pages, prefix="", level=1)
        writer.inline.links = links
        made = writer.article_element()
        files[f"EPUB/{pages.file}"] = xhtml(_page(edition, article.title.best(edition.tags(article)), [made]))
        items.append(PackageItem(f"a-{article.id}", pages.file, "application/xhtml+xml", in_spine=True))
    for key, each in pictures.by_key.items():
        files[f"EPUB/{sources[key]}"] = each.data
        items.append(PackageItem(f"picture-{key}", sources[key], each.media_type))
    if front := pictures.cover:
        files[f"EPUB/pictures/{front.name}"] = front.data
        items.append(PackageItem("cover", f"pictures/{front.name}", front.media_type, properties="cover-image"))
    files["EPUB/nav.xhtml"] = xhtml(_page(edition, "Contents", navigation(edition, pages.found)))
    items.append(PackageItem("nav", "nav.xhtml", "application/xhtml+xml", properties="nav"))
    files["EPUB/package.opf"] = xhtml(package(edition, items, pages.found))
    files["META-INF/container.xml"] = xhtml(container("EPUB/package.opf"))
    return _zipped(files)


def _place(address: Address) -> str:
    """Returns the address of an article, or of a place in it, in the book."""
    return f"a-{address.article}.xhtml{'#' if address.anchor else ''}{address.anchor}"


def _page(edition: Edition, title: str, held: list[Element]) -> Element:
    """Returns a page of the book."""
    language = edition.shown_tag(edition.issue_tags[0])
    head = element(
        "head",
        {},
        [
            element("title", {}, [title]),
            element("link", {"rel": "stylesheet", "type": "text/css", "href": "style.css"}),
        ],
    )
    attributes = {"xmlns": XHTML, "xmlns:epub": OPS, "lang": language, "xml:lang": language}
    return element("html", attributes, [head, element("body", {"class": body_class(edition)}, held)])


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """Returns files in a ZIP file as the standard asks: the media type comes first, as it is."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as book:
        book.writestr(_entry("mimetype"), MEDIA_TYPE, zipfile.ZIP_STORED)
        for name in sorted(files):
            book.writestr(_entry(name), files[name], zipfile.ZIP_DEFLATED, 6)
    return made.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _FIRST_DAY)
    entry.create_system, entry.external_attr = 3, _FILE_MODE  # as on Unix, wherever it is made
    return entry
