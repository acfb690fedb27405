"""The documents of an e-book that programs read: its package with the metadata, its contents, its container."""

from __future__ import annotations

import uuid

from reader.exporting.elements import element
from reader.exporting.html_page import texts, title_of
from reader.model.provenance import licence_of, source_of, source_parts
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from reader.exporting.edition import Edition
    from reader.exporting.pages import ListedPage
    from reader.model.magazine import Source

_OPF = "http://www.idpf.org/2007/opf"
_DC = "http://purl.org/dc/elements/1.1/"
_CONTAINER = "urn:oasis:names:tc:opendocument:xmlns:container"
_FIRST_DATE = "2000-01-01"
"""Beginning of the date of a book whose issue has none."""
_SUMMARY = (
    "Reflowable text in the languages named, each text marked with its language; contents by section; "
    "figures have captions, and descriptions where the magazine gives them."
)


@record
class PackageItem:
    """A file of a book."""

    id: str
    href: str
    media_type: str
    in_spine: bool = False
    properties: str = ""


def container(path: str) -> Element:
    """Returns the document that names the package."""
    root = element("rootfile", {"full-path": path, "media-type": "application/oebps-package+xml"})
    return element("container", {"version": "1.0", "xmlns": _CONTAINER}, [element("rootfiles", {}, [root])])


def navigation(edition: Edition, pages: Sequence[ListedPage]) -> list[Element]:
    """Returns the contents by section, the list of printed pages, and the landmarks."""
    is_whole = len(edition.articles) > 1
    entries = []
    for part in edition.sections():
        links = [
            element("li", {}, [element("a", {"href": f"a-{each.id}.xhtml"}, texts(edition, each.title))])
            for each in part.articles
        ]
        if is_whole:
            first = f"a-{part.articles[0].id}.xhtml"
            name = element("a", {"href": first}, texts(edition, part.section.title))
            entries.append(element("li", {}, [name, element("ol", {}, links)]))
        else:
            entries += links
    made = [_nav("toc", "doc-toc", "目录 / Contents", entries)]
    if pages:
        listed = [element("li", {}, [element("a", {"href": page.href}, [page.label])]) for page in pages]
        made.append(_nav("page-list", "doc-pagelist", "页码 / Pages", listed))
    start = element("a", {"epub:type": "bodymatter", "href": f"a-{edition.articles[0].id}.xhtml"}, ["正文 / Text"])
    made.append(_nav("landmarks", "", "Landmarks", [element("li", {}, [start])]))
    return made


def _nav(kind: str, role: str, name: str, entries: Sequence[Element]) -> Element:
    heading = element("h2", {}, [name])
    attributes = {"epub:type": kind, "id": kind, "role": role, "aria-label": name}
    return element("nav", attributes, [heading, element("ol", {}, entries)])


def package(edition: Edition, items: Sequence[PackageItem], pages: Sequence[ListedPage]) -> Element:
    """Returns the package: metadata, the files, and their order."""
    manifest = [
        element(
            "item",
            {"id": f"item-{each.id}", "href": each.href, "media-type": each.media_type, "properties": each.properties},
        )
        for each in items
    ]
    spine = [element("itemref", {"idref": f"item-{each.id}"}) for each in items if each.in_spine]
    language = edition.shown_tag(edition.issue_tags[0])
    attributes = {"xmlns": _OPF, "version": "3.0", "unique-identifier": "book-id", "xml:lang": language}
    has_pictures = any(each.media_type.startswith("image/") for each in items)
    metadata = element("metadata", {"xmlns:dc": _DC}, _metadata(edition, pages, has_pictures=has_pictures))
    parts = [metadata, element("manifest", {}, manifest), element("spine", {}, spine)]
    return element("package", attributes, parts)


def _metadata(edition: Edition, pages: Sequence[ListedPage], *, has_pictures: bool) -> Iterator[Element]:
    """Yields the facts about a book."""
    issue = edition.issue
    yield element("dc:identifier", {"id": "book-id"}, [f"urn:uuid:{_identifier(edition)}"])
    yield element("dc:title", {}, [title_of(edition)])
    tags = dict.fromkeys(edition.shown_tag(tag) for article in edition.articles for tag in edition.tags(article))
    for tag in tags:
        yield element("dc:language", {}, [tag])
    if issue.date:
        yield element("dc:date", {}, [issue.date])
    names = (
        credit.name.best(edition.tags(article))
        for article in edition.articles
        for credit in article.credits
        if credit.role == "text"
    )
    for name in dict.fromkeys(names):
        yield element("dc:creator", {}, [name])
    yield from _provenance(edition)
    printed = " · ".join(
        filter(None, (issue.magazine.best(edition.issue_tags), issue.label.best(edition.issue_tags), issue.date))
    )
    if pages:
        yield element("dc:source", {"id": "printed-source"}, [printed])
        yield _meta("source-of", "pagination", {"refines": "#printed-source"})
        yield _meta("schema:pageBreakSource", printed)  # without a prefix, epubcheck 4.2 refuses it
    day = f"{issue.date}{_FIRST_DATE[len(issue.date) :]}"
    yield _meta("dcterms:modified", f"{day}T00:00:00Z")
    yield from _accessibility(has_pages=bool(pages), has_pictures=has_pictures)


def _provenance(edition: Edition) -> Iterator[Element]:
    """Yields the publications that the articles are taken from, and their licences."""
    issue = edition.issue
    sources = (source_of(issue, article) for article in edition.articles)
    names = (_source(edition, source) for source in sources if source)
    for name in dict.fromkeys(names):
        yield element("dc:source", {}, [name])
    licences = ((licence_of(issue, article), edition.tags(article)) for article in edition.articles)
    for rights in dict.fromkeys(licence.best(tags) for licence, tags in licences if licence):
        yield element("dc:rights", {}, [rights])


def _source(edition: Edition, source: Source) -> str:
    """Returns the identifier of a publication, else its address, else its name."""
    if source.isbn:
        return f"urn:isbn:{source.isbn.replace('-', '')}"
    if source.doi:
        return f"doi:{source.doi}"
    return source.url or " · ".join(part.words for part in source_parts(source, edition.issue_tags))


def _accessibility(*, has_pages: bool, has_pictures: bool) -> Iterator[Element]:
    yield _meta("schema:accessMode", "textual")
    if has_pictures:
        yield _meta("schema:accessMode", "visual")
    yield _meta("schema:accessModeSufficient", "textual")
    features = ["tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability"]
    features += ["pageNavigation", "pageBreakMarkers"] if has_pages else []
    features += ["alternativeText"] if has_pictures else []
    for feature in features:
        yield _meta("schema:accessibilityFeature", feature)
    yield _meta("schema:accessibilityHazard", "none")
    yield _meta("schema:accessibilitySummary", _SUMMARY)


def _meta(name: str, value: str, more: dict[str, str] | None = None) -> Element:
    return element("meta", {"property": name, **(more or {})}, [value])


def _identifier(edition: Edition) -> uuid.UUID:
    """Returns the identifier of an edition: of its articles, languages, layout and script."""
    articles = edition.articles[0].id if len(edition.articles) == 1 else ""
    parts = (edition.issue.id, articles, *edition.languages, edition.layout, edition.script or "")
    return uuid.uuid5(uuid.NAMESPACE_URL, "/".join(parts))
