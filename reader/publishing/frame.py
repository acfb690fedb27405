"""The frame of every page of a site: its head, the line with the search box, the way back, the feeds."""

from __future__ import annotations

from reader.exporting.elements import element, html
from reader.model.language import choose
from reader.model.record import record
from reader.publishing import words
from reader.search.query import MAX_QUERY_CHARS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from xml.etree.ElementTree import Element

    from reader.exporting.elements import Child
    from reader.layout.wording import Phrase
    from reader.publishing.site import Site

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)
"""Everything that a page may load: files of its own site. It has no script and no style within itself."""
MAX_DESCRIPTION_CHARS = 200
THEMES: tuple[tuple[str, Phrase], ...] = (
    ("", words.SYSTEM),
    ("light", words.LIGHT),
    ("paper", words.PAPER),
    ("dark", words.DARK),
)
FEED_LINKS = (
    ("atom.xml", "application/atom+xml", "Atom"),
    ("magazine.json", "application/feed+json", "JSON Feed"),
    ("opds.xml", "application/atom+xml;profile=opds-catalog;kind=acquisition", "OPDS"),
    ("opds.json", "application/opds+json", "OPDS 2"),
)

_DOT = "\u00a0· "
"""Sign between names, which begins no line: Chinese typesetting could break a line before it."""


@record
class Step:
    """A page on the way from the shelf to the present one; its path counts from the root of the site."""

    path: str
    name: tuple[Child, ...]


@record
class Page:
    """A page before it is written."""

    path: str
    """Empty for the shelf, else parts that each end with a slash."""
    title: str
    tags: tuple[str, ...]
    """Languages of the page; the first one is that of its frame."""
    parts: tuple[Child, ...]
    """The content of its main part."""
    description: str = ""
    picture: str = ""
    """Path of a picture for those who link to it."""
    trail: tuple[Step, ...] = ()
    tools: tuple[Child, ...] = ()
    """Buttons of this page alone."""
    pair: tuple[str, ...] = ()
    """The two languages that the buttons of an article choose from."""


def root_of(path: str) -> str:
    """Returns the way from a page to the root of the site."""
    return "../" * path.count("/") or "./"


def written(site: Site, name: str, page: Page) -> bytes:
    """Returns a page as HTML.

    Args:
        site: The site.
        name: The title of the site.
        page: The page.
    """
    root = root_of(page.path)
    title = page.title if page.title == name else f"{page.title} · {name}"
    head = element("head", {}, [*_head(site, name, page, title, root)])
    body = element(
        "body",
        {},
        [
            element("a", {"class": "skip", "href": "#site--main"}, words.spoken(words.SKIP, page.tags)),
            _top(name, page, root),
            element(
                "main",
                {"id": "site--main", "tabindex": "-1"},
                [_results(page.tags), element("div", {"class": "content"}, [_trail(page, root), *page.parts])],
            ),
            _foot(page.tags, root),
        ],
    )
    return html(element("html", {"lang": page.tags[0]}, [head, body]))


def _head(site: Site, name: str, page: Page, title: str, root: str) -> Iterable[Element]:
    def meta(kind: str, key: str, value: str) -> Element:
        return element("meta", {kind: key, "content": value})

    address = site.url(page.path)
    yield element("meta", {"charset": "utf-8"})
    yield meta("name", "viewport", "width=device-width, initial-scale=1")
    yield meta("http-equiv", "Content-Security-Policy", POLICY)
    yield meta("name", "referrer", "no-referrer")
    yield element("title", {}, [title])
    description = page.description[:MAX_DESCRIPTION_CHARS]
    if description:
        yield meta("name", "description", description)
    yield element("link", {"rel": "canonical", "href": address})
    for tag in page.tags:
        yield element("link", {"rel": "alternate", "hreflang": tag, "href": address})
    yield element("link", {"rel": "alternate", "hreflang": "x-default", "href": address})
    for path, media_type, feed in FEED_LINKS:
        yield element("link", {"rel": "alternate", "type": media_type, "title": feed, "href": root + path})
    yield meta("property", "og:type", "article" if page.pair else "website")
    yield meta("property", "og:title", page.title)
    yield meta("property", "og:site_name", name)
    yield meta("property", "og:url", address)
    if description:
        yield meta("property", "og:description", description)
    if page.picture:
        yield meta("property", "og:image", site.url(page.picture))
    yield meta("property", "og:locale", page.tags[0].replace("-", "_"))
    for tag in page.tags[1:]:
        yield meta("property", "og:locale:alternate", tag.replace("-", "_"))
    yield meta("name", "color-scheme", "light dark")
    yield element("link", {"rel": "icon", "type": "image/svg+xml", "href": f"{root}icon.svg"})
    yield element("link", {"rel": "stylesheet", "href": f"{root}site.css"})
    yield element("script", {"src": f"{root}site.js"})


def _top(name: str, page: Page, root: str) -> Element:
    label, shown = words.said(words.SEARCH, page.tags), name.replace(" · ", _DOT)
    box = {"type": "search", "name": "q", "aria-label": label, "placeholder": label, "autocomplete": "off"}
    form = element(
        "form",
        {"class": "search", "role": "search", "action": root, "hidden": "hidden"},
        [
            element("input", {**box, "maxlength": str(MAX_QUERY_CHARS), "enterkeyhint": "search"}),
            element("button", {"type": "submit", "class": "go", "aria-label": label}, ["⌕"]),
        ],
    )
    themes = [_button("theme", value, words.spoken(phrase, page.tags)) for value, phrase in THEMES]
    return element(
        "header",
        {"class": "top"},
        [
            element("a", {"class": "name", "href": root}, [shown])
            if page.path
            else element("h1", {"class": "name"}, [shown]),
            form,
            element(
                "div",
                {"class": "tools", "hidden": "hidden"},
                [*page.tools, choices("themes", words.THEME, page.tags, themes)],
            ),
        ],
    )


def choices(kind: str, phrase: Phrase, tags: Sequence[str], buttons: Sequence[Element]) -> Element:
    """Returns a menu of buttons with one chosen."""
    summary = element("summary", {}, words.spoken(phrase, tags))
    group = element("div", {"role": "group", "aria-label": words.said(phrase, tags)}, buttons)
    return element("details", {"class": kind}, [summary, group])


def _button(kind: str, value: str, name: Sequence[Child]) -> Element:
    made = element("button", {"type": "button", "aria-pressed": "false"}, name)
    made.set(f"data-{kind}", value)
    return made


def mode_button(mode: str, name: Sequence[Child]) -> Element:
    """Returns a button that chooses the way in which two languages are shown."""
    return _button("mode", mode, name)


def _results(tags: tuple[str, ...]) -> Element:
    """Returns the place of the results of a search, which the script fills."""
    name = words.said(words.RESULTS, tags)
    told = {"data-found": words.said(words.FOUND, tags), "data-paused": words.said(words.PAUSED, tags)}
    if choose("zh", tags):
        told["data-letters"] = words.said(words.NO_PINYIN, tags)
    status = element("p", {"role": "status", **told})
    close = element("button", {"type": "button", "class": "close"}, words.spoken(words.CLOSE, tags))
    more = element("button", {"type": "button", "class": "more", "hidden": "hidden"}, words.spoken(words.MORE, tags))
    return element(
        "section",
        {"id": "site--results", "aria-label": name, "hidden": "hidden"},
        [
            element("div", {"class": "found"}, [element("h2", {}, words.spoken(words.RESULTS, tags)), status, close]),
            element("ol", {"class": "hits"}),
            more,
        ],
    )


def _trail(page: Page, root: str) -> Element | None:
    if not page.trail:
        return None
    steps = [
        element("li", {}, [element("a", {"href": root + step.path if step.path else root}, step.name)])
        for step in page.trail
    ]
    return element(
        "nav", {"class": "trail", "aria-label": words.said(words.TRAIL, page.tags)}, [element("ol", {}, steps)]
    )


def _foot(tags: Sequence[str], root: str) -> Element:
    links: list[Child] = []
    for path, _, feed in FEED_LINKS:
        links += [_DOT, element("a", {"href": root + path}, [feed.replace(" ", "\u00a0")])]
    return element("footer", {"class": "foot"}, [element("p", {}, [*words.spoken(words.FEEDS, tags), *links])])
