"""Checks of links inside the magazine: to an article, to an anchor in it, and to other issues (R423, R424)."""

from __future__ import annotations

from reader.gate import quoted
from reader.model.address import of_link
from reader.model.magazine import Article, GlossaryEntry, texts_in
from reader.model.pages import names_page
from reader.model.passage import passages, streams
from reader.model.record import record
from reader.source.checks.places import TextPlace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.model.address import Address
    from reader.model.magazine import Issue
    from reader.model.text import Text
    from reader.source.schema.load_context import LoadContext

MAX_REPORTS_IN_TEXT = 3
"""Number of links of a text in a language that are reported: the place of each takes time in a long text."""
_PLAIN_HINT = "or write \\[ if it is no link"


@record
class WrittenLink:
    """A link inside the magazine, with its place: the text, its language, and the offset of its words."""

    target: str
    address: Address
    text: Text
    tag: str
    start: int


class _Reports:
    """Reports links, a few of each text."""

    def __init__(self, context: LoadContext) -> None:
        self._context = context
        self._text: tuple[int, str] = (0, "")
        self._count = 0

    def add(self, link: WrittenLink, code: str, message: str, hint: str) -> None:
        """Reports at the words of a link, unless enough links of its text are reported."""
        text = (id(link.text), link.tag)
        self._count = self._count + 1 if text == self._text else 1
        self._text = text
        if self._count <= MAX_REPORTS_IN_TEXT:
            TextPlace(link.text, link.tag, self._context).report(code, link.start, message, hint)


@record
class KnownPlaces:
    """The anchors and pages of an article."""

    numbers: frozenset[str]
    names: tuple[str, ...]
    """Ids of blocks and figures, in order."""
    ids: frozenset[str]
    pages: frozenset[str]
    """The pages whose beginning is marked."""

    def has(self, address: Address, article: Article) -> bool:
        """Whether an address in the article leads to a place."""
        if address.page and (address.page in self.pages or names_page(article, address.page)):
            return True
        return address.anchor in self.numbers or address.anchor in self.ids


def check_links(issue: Issue, context: LoadContext) -> None:
    """Reports links to articles of the issue that it has not, and to anchors that their articles have not."""
    listed = [article for _, article in issue.articles()]
    articles = {article.id: article for article in listed}
    if len(articles) < len(listed):  # one has the id of another: links to it only follow from that
        return
    names, reports = tuple(articles), _Reports(context)
    places: dict[str, KnownPlaces] = {}
    for link in links_of(issue, context):
        address = link.address
        if address.issue != issue.id:
            continue
        article = articles.get(address.article)
        if article is None:
            message = f"the link to {quoted(link.target)} leads nowhere: the issue has no such article"
            near = context.suggestion(address.article, names)
            reports.add(link, "R423", message, near or f"its articles are {', '.join(names[:8])}; {_PLAIN_HINT}")
        elif address.anchor:
            known = places.get(article.id) or places.setdefault(article.id, places_of(article))
            if not known.has(address, article):
                message = f"the link to {quoted(link.target)} leads nowhere: {article.id} has no such place"
                near = context.suggestion(address.anchor, known.names)
                reports.add(link, "R423", message, near or "write the id of a block or figure, p12, or page-61")


def check_links_to(issue: Issue, context: LoadContext, fault_of: Callable[[Address], str]) -> None:
    """Reports links to other issues that lead nowhere; ``fault_of`` says why an address does, or returns nothing."""
    reports = _Reports(context)
    for link in links_of(issue, context):
        if link.address.issue != issue.id and (fault := fault_of(link.address)):
            message = f"the link to {quoted(link.target)} leads nowhere: {fault}"
            reports.add(link, "R424", message, "write the address of an article as reader list prints it")


def links_of(issue: Issue, context: LoadContext) -> Iterator[WrittenLink]:
    """Yields the links inside the magazine of all texts of an issue that could be read."""
    for article in context.all_built(Article):
        for text in texts_in(article):
            yield from _links_in(text, issue.id, article.id)
    for entry in context.all_built(GlossaryEntry):
        if entry.note:
            yield from _links_in(entry.note, issue.id, "")
    if issue.licence:
        yield from _links_in(issue.licence, issue.id, "")


def places_of(article: Article) -> KnownPlaces:
    """Returns the anchors and the pages that addresses in an article may name."""
    lists = streams(article)
    numbers = {anchor for stream in lists for anchor in stream.number_anchors()}
    ids = {figure.id for figure in article.figures}.union(passage.anchor for passage in passages(article)) - numbers
    pages = {page for stream in lists for page in stream.pages}
    return KnownPlaces(frozenset(numbers), tuple(sorted(ids)), frozenset(ids), frozenset(pages))


def _links_in(text: Text, issue: str, article: str) -> Iterator[WrittenLink]:
    for tag, prose in text.sides:
        for span in prose.spans:
            if span.kind == "link" and (address := of_link(span.target, issue, article)):
                yield WrittenLink(span.target, address, text, tag, span.start)
