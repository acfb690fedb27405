"""The page of an article: both languages in pairs, with printed pages in the margin and a link for each paragraph."""

from __future__ import annotations

import re
from urllib.parse import quote

from reader.exporting.article_elements import ArticleWriter
from reader.exporting.elements import element
from reader.exporting.pages import PageListing
from reader.model.naming import both, citation
from reader.model.passage import passages
from reader.model.record import record
from reader.publishing import words
from reader.publishing.frame import Page, Step, choices, mode_button, root_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

    from reader.exporting.edition import Edition
    from reader.exporting.elements import Child
    from reader.exporting.link_targets import LinkTargets
    from reader.exporting.pages import ListedPage
    from reader.model.address import Address
    from reader.model.magazine import Article, Section
    from reader.publishing.site import Site

PAGE_LABEL = re.compile(r"[^\W_]{1,8}\Z")
"""Printed pages that an address may name."""
_IDS = re.compile(r"p[1-9][0-9]*\Z")


@record
class ArticlePage:
    """The page of an article, and the printed pages that begin in it."""

    page: Page
    printed: tuple[ListedPage, ...]


class AddressedPages(PageListing):
    """Gives the marks of printed pages the anchors of their addresses, ``page-61``, where no text has them."""

    def __init__(self, taken: frozenset[str]) -> None:
        super().__init__()
        self._taken = taken

    def begin(self, label: str) -> str:
        """Returns the id for the mark of a page; empty if the page had begun before."""
        anchor = super().begin(label)
        address = f"page-{label}"
        if not anchor or address in self._taken or not PAGE_LABEL.match(label):
            return anchor
        self.found[-1] = self.found[-1].__class__(label, f"#{address}")
        return address


def article_page(
    site: Site, edition: Edition, section: Section, article: Article, pictures: Mapping[str, str], links: LinkTargets
) -> ArticlePage:
    """Returns the page of an article.

    Args:
        site: The site.
        edition: All articles of the issue.
        section: The section of the article.
        article: The article.
        pictures: The paths of pictures from the root of the site, by the keys of ``picture_key``.
        links: The places that links inside the magazine lead to, as :func:`place_address` writes them.
    """
    issue, tags = edition.issue, edition.tags(article)
    path = f"{issue.id}/{article.id}/"
    sources = {key: root_of(path) + quote(picture) for key, picture in pictures.items()}
    taken = frozenset({passage.anchor for passage in passages(article)} | {each.id for each in article.figures})
    printed = AddressedPages(taken)
    writer = ArticleWriter(edition, article, sources, printed, prefix="", level=1)
    writer.inline.links = links
    made = writer.article_element()
    made.set("class", "pairs")
    _add_links(made, tags)
    made.append(_citation(site, edition, article, path))
    title = both(article.title, tags)
    name = both(issue.label, tags)
    own = [pictures[key] for key in pictures if key.startswith(f"{article.id}--")]
    page = Page(
        path,
        f"{title} · {both(issue.magazine, tags)} {name}",
        tags,
        (made, _neighbours(edition, article)),
        article.deck.best(tags) if article.deck else next((p.text.best(tags) for p in passages(article)), ""),
        own[0] if own else "",
        (
            Step("", (*words.spoken(words.SHELF, tags),)),
            Step(f"{issue.id}/", (*words.texts(issue.magazine, tags), " ", *words.texts(issue.label, tags))),
            Step(f"{issue.id}/#{section.id}", (*words.texts(section.title, tags),)),
        ),
        (_modes(tags),) if len(tags) > 1 else (),
        tags,
    )
    return ArticlePage(page, tuple(printed.found))


def place_address(address: Address) -> str:
    """Returns the address of an article of the site, or of a place in it, from the page of any article."""
    return f"../../{address.issue}/{address.article}/" + (f"#{address.anchor}" if address.anchor else "")


def _modes(tags: tuple[str, ...]) -> Element:
    first, second = (language for language in tags[:2])
    buttons = [
        mode_button("pairs", words.spoken(words.SIDE_BY_SIDE, tags)),
        mode_button("rows", words.spoken(words.INTERLEAVED, tags)),
        mode_button("first", [words.language_name(first)]),
        mode_button("second", [words.language_name(second)]),
        mode_button("reveal", words.spoken(words.REVEAL, tags)),
    ]
    return choices("modes", words.LAYOUT, tags, buttons)


def _add_links(made: Element, tags: tuple[str, ...]) -> None:
    """Adds to each paragraph a link to itself."""
    label = words.said(words.PLACE, tags)
    for each in made.iter("div"):
        anchor = each.get("id", "")
        if anchor and (each.get("class") or "").startswith("pair "):
            name = f"¶{anchor[1:]}" if _IDS.match(anchor) else "¶"
            each.append(
                element("a", {"class": "place", "href": f"#{anchor}", "aria-label": f"{label} {anchor}"}, [name])
            )


def _citation(site: Site, edition: Edition, article: Article, path: str) -> Element:
    """Returns the citation of an article with its address, and a button that copies it."""
    tags = edition.tags(article)
    copy = element("button", {"type": "button", "class": "copy", "hidden": "hidden"}, words.spoken(words.COPY, tags))
    copy.set("data-done", words.said(words.COPIED, tags))
    cited = citation(edition.issue, article)
    return element(
        "section",
        {"class": "citation", "aria-labelledby": "site--cite"},
        [
            element("h2", {"id": "site--cite"}, words.spoken(words.CITE, tags)),
            element("p", {}, [element("cite", {}, [cited]), " ", element("span", {"class": "url"}, [site.url(path)])]),
            copy,
        ],
    )


def _neighbours(edition: Edition, article: Article) -> Element | None:
    """Returns the links to the articles before and after."""
    tags = edition.tags(article)
    index = next(number for number, each in enumerate(edition.articles) if each is article)
    links: list[Child] = []
    for kind, phrase, at in (("prev", words.PREVIOUS, index - 1), ("next", words.NEXT, index + 1)):
        if 0 <= at < len(edition.articles):
            other = edition.articles[at]
            name = [element("small", {}, words.spoken(phrase, tags)), " ", *words.texts(other.title, tags)]
            links.append(element("a", {"rel": kind, "class": kind, "href": f"../{other.id}/"}, name))
    return (
        element("nav", {"class": "neighbours", "aria-label": words.said(words.NEIGHBOURS, tags)}, links)
        if links
        else None
    )


def printed_pages(article_id: str, printed: tuple[ListedPage, ...]) -> Iterator[tuple[str, str]]:
    """Yields the labels of printed pages with their addresses from the page of the issue."""
    for each in printed:
        yield each.label, f"{article_id}/{each.href}"
