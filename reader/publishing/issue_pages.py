"""The shelf, and the page of an issue with its contents."""

from __future__ import annotations

from urllib.parse import quote

from reader.exporting.elements import element
from reader.model.naming import both, pages_of
from reader.publishing import words
from reader.publishing.article_page import PAGE_LABEL
from reader.publishing.frame import Page, Step

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from reader.exporting.edition import Edition
    from reader.exporting.elements import Child
    from reader.model.magazine import Article
    from reader.publishing.site import PublishedIssue


def shelf_page(name: str, issues: Sequence[PublishedIssue]) -> Page:
    """Returns the page with all issues, the newest first.

    Args:
        name: The title of the site.
        issues: The issues in this order.
    """
    tags = issues[0].languages[:2] if issues else ("en",)
    cards = [_card(issue) for issue in issues]
    listed: Child = (
        element("ol", {"class": "shelf"}, cards) if cards else element("p", {}, words.spoken(words.EMPTY, tags))
    )
    return Page("", name, tags, (listed,), name, issues[0].picture if issues else "")


def _card(issue: PublishedIssue) -> Element:
    tags = issue.languages[:2]
    label = element("span", {"class": "label"}, words.texts(issue.label, tags))
    dot = element("span", {"class": "dot"}, [" · "])
    title = [element("a", {"href": f"{issue.id}/"}, [*words.texts(issue.magazine, tags), dot, label])]
    cover = element("p", {"class": "cover"}, words.texts(issue.title, tags)) if issue.title else None
    sections: list[Child] = []
    for section in issue.sections:
        sections += [" · ", *words.texts(section, tags)]
    picture = element("img", {"src": quote(issue.picture), "alt": "", "loading": "lazy"}) if issue.picture else None
    held = [
        element("h2", {}, title),
        cover,
        element("p", {"class": "faint"}, [issue.date]) if issue.date else None,
        element("p", {"class": "faint"}, sections[1:]) if sections else None,
    ]
    return element("li", {}, [picture, element("div", {}, held)])


def issue_page(edition: Edition, published: PublishedIssue, printed: Sequence[tuple[str, str]]) -> Page:
    """Returns the page of an issue: its contents by section, its printed pages, and its files.

    Args:
        edition: All its articles.
        published: Its facts.
        printed: The printed pages with the addresses of their marks.
    """
    issue, tags = edition.issue, edition.issue_tags
    names: list[Child] = [*words.texts(issue.magazine, tags), "\u00a0· ", *words.texts(issue.label, tags)]
    cover = element("p", {"class": "deck"}, words.texts(issue.title, tags)) if issue.title else None
    date = element("p", {"class": "faint"}, [issue.date]) if issue.date else None
    header = element("header", {"class": "issue"}, [element("h1", {}, names), cover, date])
    sections = [
        element(
            "section",
            {"id": part.section.id, "aria-labelledby": f"section--{part.section.id}"},
            [
                element("h2", {"id": f"section--{part.section.id}"}, words.texts(part.section.title, tags)),
                element("ol", {"class": "articles"}, [_entry(edition, article) for article in part.articles]),
            ],
        )
        for part in edition.sections()
    ]
    contents = element("nav", {"class": "contents", "aria-label": words.said(words.CONTENTS, tags)}, sections)
    path = f"{issue.id}/"
    return Page(
        path,
        f"{both(issue.magazine, tags)} · {both(issue.label, tags)}",
        tags,
        (
            header,
            contents,
            _printed(printed, tags, {part.section.id for part in edition.sections()}),
            _files(published),
        ),
        issue.title.best(tags) if issue.title else both(issue.label, tags),
        published.picture,
        (Step("", (*words.spoken(words.SHELF, tags),)),),
    )


def _entry(edition: Edition, article: Article) -> Element:
    tags = edition.tags(article)
    pages = element("span", {"class": "page-number"}, [f"P. {pages_of(article)}"]) if article.pages else None
    deck = element("p", {"class": "faint"}, words.texts(article.deck, tags)) if article.deck else None
    link = element("a", {"href": f"{article.id}/"}, words.texts(article.title, tags))
    return element("li", {}, [element("p", {}, [link, " ", pages]), deck])


def _printed(printed: Sequence[tuple[str, str]], tags: Sequence[str], taken: set[str]) -> Element | None:
    """Returns the links to printed pages, each with the anchor of its address in the issue."""
    seen = {*taken}
    links = []
    for label, address in printed:
        anchor = f"page-{label}" if PAGE_LABEL.match(label) else ""
        if anchor not in seen:
            seen.add(anchor)
            links.append(element("li", {"id": anchor}, [element("a", {"href": address}, [label])]))
    if not links:
        return None
    heading = element("h2", {"id": "printed--pages"}, words.spoken(words.PAGES, tags))
    return element(
        "nav", {"class": "printed", "aria-labelledby": "printed--pages"}, [heading, element("ol", {}, links)]
    )


def _files(published: PublishedIssue) -> Element:
    """Returns the links to the book and to the issue file."""
    links: list[Child] = []
    for name, file in (("EPUB", published.epub), ("YAML", published.files[0])):
        links += [
            " · ",
            element("a", {"href": f"../{quote(file.path)}", "type": file.media_type, "download": "download"}, [name]),
        ]
    return element("p", {"class": "files faint"}, links[1:])
