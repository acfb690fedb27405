"""The feeds of a site: JSON Feed with the files of each issue, Atom, and OPDS 1.2 and 2.0 for e-readers."""

from __future__ import annotations

import json

from reader.exporting.elements import element, xhtml
from reader.gate import clean_line
from reader.model.naming import both
from reader.publishing.site import FIRST_DAY, SiteFile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from reader.publishing.site import PublishedFile, PublishedIssue, Site

MANIFEST_NAME = "magazine.json"
"""The JSON Feed, which names every file of every issue with its hash: it may be signed."""
_ATOM = "http://www.w3.org/2005/Atom"
_DC = "http://purl.org/dc/terms/"
_OPDS_TYPE = "application/atom+xml;profile=opds-catalog;kind=acquisition"
_OPDS2_TYPE = "application/opds+json"
_ACQUISITION = "http://opds-spec.org/acquisition/open-access"
_IMAGE = "http://opds-spec.org/image"
_MIDNIGHT = "T00:00:00Z"


def feeds(site: Site, title: str, issues: Sequence[PublishedIssue]) -> Iterator[SiteFile]:
    """Yields the feeds of a site, the newest issue first.

    Args:
        site: The site.
        title: Its title.
        issues: The issues in this order.
    """
    yield SiteFile(MANIFEST_NAME, _in_json(_json_feed(site, title, issues)))
    yield SiteFile("atom.xml", xhtml(_atom(site, title, issues)))
    yield SiteFile("opds.xml", xhtml(_opds(site, title, issues)))
    yield SiteFile("opds.json", _in_json(_opds2(site, title, issues)))


def _in_json(value: object) -> bytes:
    return f"{json.dumps(_clean(value), ensure_ascii=False, indent=1)}\n".encode()


def _clean(value: object) -> object:
    if isinstance(value, str):
        return clean_line(value)
    if isinstance(value, dict):
        return {name: _clean(inner) for name, inner in value.items()}
    return [_clean(each) for each in value] if isinstance(value, list) else value


def summary(issue: PublishedIssue) -> str:
    """Returns an issue's cover line and its sections on one line."""
    tags = issue.languages
    parts = [both(issue.title, tags)] if issue.title else []
    return " · ".join([*parts, *(both(section, tags) for section in issue.sections)])


def _json_feed(site: Site, title: str, issues: Sequence[PublishedIssue]) -> dict[str, object]:
    items = [
        {
            "id": site.url(f"{issue.id}/"),
            "url": site.url(f"{issue.id}/"),
            "title": issue.name,
            "content_text": summary(issue) or issue.name,
            **({"date_published": issue.day + _MIDNIGHT} if issue.date else {}),
            **({"image": site.url(issue.picture)} if issue.picture else {}),
            **({"authors": [{"name": name} for name in issue.authors]} if issue.authors else {}),
            "language": issue.languages[0],
            "attachments": [_attachment(site, file) for file in (issue.epub, issue.files[0])],
            "_issue": {
                "id": issue.id,
                "files": [{"path": file.path, "bytes": file.size_bytes, "sha256": file.sha256} for file in issue.files],
            },
        }
        for issue in issues
    ]
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": site.base_url,
        "feed_url": site.url(MANIFEST_NAME),
        "items": items,
    }


def _attachment(site: Site, file: PublishedFile) -> dict[str, object]:
    return {"url": site.url(file.path), "mime_type": file.media_type, "size_in_bytes": file.size_bytes}


def _text(name: str, words: str) -> Element:
    return element(name, {}, [clean_line(words)])


def _link(rel: str, href: str, media_type: str, length: int = 0) -> Element:
    return element("link", {"rel": rel, "href": href, "type": media_type, "length": str(length) if length else ""})


def _newest(issues: Sequence[PublishedIssue]) -> str:
    return max((issue.day for issue in issues), default=FIRST_DAY) + _MIDNIGHT


def _head(site: Site, title: str, issues: Sequence[PublishedIssue], path: str) -> Iterator[Element]:
    yield _text("id", site.url(path))
    yield _text("title", title)
    yield _text("updated", _newest(issues))
    yield element("author", {}, [_text("name", title)])


def _entry(site: Site, issue: PublishedIssue) -> Iterator[Element]:
    yield _text("id", site.url(f"{issue.id}/"))
    yield _text("title", issue.name)
    yield _text("updated", issue.day + _MIDNIGHT)
    for name in issue.authors:
        yield element("author", {}, [_text("name", name)])
    if words := summary(issue):
        yield element("summary", {"type": "text"}, [clean_line(words)])
    yield _link("alternate", site.url(f"{issue.id}/"), "text/html")


def _atom(site: Site, title: str, issues: Sequence[PublishedIssue]) -> Element:
    entries = []
    for issue in issues:
        files = (issue.epub, issue.files[0])
        enclosed = (_link("enclosure", site.url(file.path), file.media_type, file.size_bytes) for file in files)
        entries.append(element("entry", {}, [*_entry(site, issue), *enclosed]))
    links = [
        _link("self", site.url("atom.xml"), "application/atom+xml"),
        _link("alternate", site.base_url, "text/html"),
    ]
    return element("feed", {"xmlns": _ATOM}, [*_head(site, title, issues, "atom.xml"), *links, *entries])


def _opds(site: Site, title: str, issues: Sequence[PublishedIssue]) -> Element:
    entries = []
    for issue in issues:
        facts = [_text("dc:language", tag) for tag in issue.languages]
        facts += [_text("dc:issued", issue.date)] if issue.date else []
        for file in (issue.epub, issue.files[0]):
            facts.append(_link(_ACQUISITION, site.url(file.path), file.media_type, file.size_bytes))
        facts += [
            _link(_IMAGE, site.url(each.path), each.media_type) for each in issue.files if each.path == issue.picture
        ]
        entries.append(element("entry", {}, [*_entry(site, issue), *facts]))
    links = [_link(rel, site.url("opds.xml"), _OPDS_TYPE) for rel in ("self", "start")]
    attributes = {"xmlns": _ATOM, "xmlns:dc": _DC}
    return element("feed", attributes, [*_head(site, title, issues, "opds.xml"), *links, *entries])


def _opds2(site: Site, title: str, issues: Sequence[PublishedIssue]) -> dict[str, object]:
    publications = []
    for issue in issues:
        kinds = {file.path: file.media_type for file in issue.files}
        image = issue.picture or "icon.svg"
        publications.append(
            {
                "metadata": {
                    "@type": "http://schema.org/PublicationIssue",
                    "identifier": site.url(f"{issue.id}/"),
                    "title": issue.name,
                    "language": [*issue.languages],
                    "modified": issue.day + _MIDNIGHT,
                    **({"published": issue.date} if issue.date else {}),
                    **({"author": [*issue.authors]} if issue.authors else {}),
                    **({"description": words} if (words := summary(issue)) else {}),
                },
                "links": [
                    {"rel": _ACQUISITION, "href": site.url(file.path), "type": file.media_type}
                    for file in (issue.epub, issue.files[0])
                ],
                "images": [{"href": site.url(image), "type": kinds.get(image, "image/svg+xml")}],
            }
        )
    return {
        "metadata": {"title": title, "modified": _newest(issues)},
        "links": [{"rel": "self", "href": site.url("opds.json"), "type": _OPDS2_TYPE}],
        "publications": publications,
    }
