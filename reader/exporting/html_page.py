"""An edition as one page of HTML that needs no other file and no script."""

from __future__ import annotations

import base64
import os

from reader.exporting.article_elements import ArticleWriter
from reader.exporting.elements import element, html
from reader.exporting.link_targets import LinkTargets
from reader.exporting.pages import PageListing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from reader.exporting.edition import Edition
    from reader.exporting.picture_set import PictureSet
    from reader.model.address import Address
    from reader.model.text import Text

_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""The only sources of a page: itself."""


def html_page(edition: Edition, pictures: PictureSet, sheets: Sequence[str] = ("style.css", "paper.css")) -> bytes:
    """Returns a page with the articles of an edition, and with sheets of styles in it."""
    sources = {
        key: f"data:{each.media_type};base64,{base64.b64encode(each.data).decode()}"
        for key, each in pictures.by_key.items()
    }
    pages = PageListing()
    links = LinkTargets(edition, _place)
    is_whole = len(edition.articles) > 1
    level = 3 if is_whole else 1
    parts: list[Element] = []
    for part in edition.sections():
        if is_whole:
            parts.append(element("h2", {}, texts(edition, part.section.title)))
        for article in part.articles:
            writer = ArticleWriter(edition, article, sources, pages, prefix=f"{article.id}.", level=level)
            writer.inline.links = links
            parts.append(writer.article_element())
    head = [
        element("meta", {"charset": "utf-8"}),
        element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY}),
        element("meta", {"name": "referrer", "content": "no-referrer"}),
        element("title", {}, [title_of(edition)]),
        element("style", {}, map(style_sheet, sheets)),
    ]
    held = [*_opening(edition), element("main", {}, parts)] if is_whole else [element("main", {}, parts)]
    language = edition.shown_tag(edition.issue_tags[0])
    body = element("body", {"class": body_class(edition)}, held)
    return html(element("html", {"lang": language}, [element("head", {}, head), body]))


def _place(address: Address) -> str:
    """Returns the address of an article, or of a place in it, on the page."""
    return f"#{address.article}.{address.anchor}" if address.anchor else f"#{address.article}"


def style_sheet(name: str) -> str:
    """Returns a sheet of styles: of pages and books, of the paper that pages are printed on, or of PDF."""
    with open(os.path.join(os.path.dirname(__file__), name), encoding="utf-8") as file:
        return file.read()


def body_class(edition: Edition) -> str:
    """Returns the classes by which the sheet of styles chooses the layout."""
    is_alone = edition.layout in ("left", "right") or len(edition.languages) == 1
    return "alone" if is_alone else "wide pairs" if edition.layout == "pairs" else "wide"


def title_of(edition: Edition) -> str:
    """Returns the name of an edition on one line: of its article, or of its issue."""
    tags, issue = edition.issue_tags, edition.issue
    if len(edition.articles) == 1:
        article = edition.articles[0]
        return " / ".join(dict.fromkeys(article.title.best((tag,)) for tag in edition.tags(article)))
    return " / ".join(dict.fromkeys(f"{issue.magazine.best((tag,))} · {issue.label.best((tag,))}" for tag in tags))


def texts(edition: Edition, text: Text) -> list[Element | str]:
    """Returns a text without markup in each language of an issue, one after the other."""
    known = [tag for tag in edition.issue_tags if text.get(tag)]
    made: list[Element | str] = []
    for tag in known:
        made += [
            element("span", {"lang": edition.shown_tag(tag), "xml:lang": edition.shown_tag(tag)}, [text.plain(tag)])
        ]
        made.append(" ")
    return made[:-1] or [text.best(())]


def issue_name(edition: Edition) -> list[Element | str]:
    """Returns the name of the magazine and the label of the issue, each of them a span that stays together."""
    magazine, label = (
        element("span", {}, texts(edition, each)) for each in (edition.issue.magazine, edition.issue.label)
    )
    return [magazine, " ", label]


def _opening(edition: Edition) -> Iterator[Element]:
    """Yields the name of an issue, and its contents."""
    issue = edition.issue
    cover = element("p", {}, texts(edition, issue.title)) if issue.title else None
    date = element("p", {"class": "credit"}, [issue.date]) if issue.date else None
    yield element("header", {}, [element("h1", {}, issue_name(edition)), cover, date])
    sections = [
        element(
            "li",
            {},
            [
                *texts(edition, part.section.title),
                element(
                    "ol",
                    {},
                    [
                        element("li", {}, [element("a", {"href": f"#{each.id}"}, texts(edition, each.title))])
                        for each in part.articles
                    ],
                ),
            ],
        )
        for part in edition.sections()
    ]
    yield element("nav", {"aria-label": "目录 / Contents"}, [element("ol", {}, sections)])
