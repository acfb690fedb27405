"""Checks of links inside the magazine: to an article, to an anchor in it, and to other issues (R423, R424)."""

from __future__ import annotations

from reader.gate import quoted
from reader.model.address import of_link
from reader.model.magazine import Article, GlossaryEntry, texts_in
from reader.model.pages import passage_on_page
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

_PLAIN_HINT = "or write \\[ if it is no link"


@record
class WrittenLink:
    """A link inside the magazine, with its place: the text, its language, and the offset of its words."""

    target: str
    address: Address
    text: Text
    tag: str
    start: int

    def report(self, code: str, message: str, hint: str, context: LoadContext) -> None:
        """Reports at the words of the link."""
        TextPlace(self.text, self.tag, context).report(code, self.start, message, hint)


def check_links(issue: Issue, context: LoadContext) -> None:
    """Reports links to articles of the issue that it has not, and to anchors that their articles have not."""
    anchors: dict[str, set[str]] = {}
    for link in links_of(issue, context):
        address = link.address
        if address.issue != issue.id:
            continue
        article = issue.article(address.article) if address.article else None
        if article is None:
            _report_article(link, issue, context)
        elif address.anchor and article.id not in anchors:
            anchors[article.id] = anchors_of(article)
        if article and address.anchor and not _has(article, anchors[article.id], address):
            message = f"the link to {quoted(link.target)} leads nowhere: {article.id} has no such place"
            near = context.suggestion(address.anchor, sorted(anchors[article.id]))
            link.report("R423", message, near or "write the id of a block or figure, p12, or page-61", context)


def check_links_to(issue: Issue, context: LoadContext, fault_of: Callable[[Address], str]) -> None:
    """Reports links to other issues that lead nowhere; ``fault_of`` says why an address does, or returns nothing."""
    for link in links_of(issue, context):
        if link.address.issue != issue.id and (fault := fault_of(link.address)):
            message = f"the link to {quoted(link.target)} leads nowhere: {fault}"
            link.report("R424", message, "write the address of an article as reader list prints it", context)


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


def anchors_of(article: Article) -> set[str]:
    """Returns the ids and numbers that addresses in an article may name, without its pages."""
    found = {figure.id for figure in article.figures}
    for stream in streams(article):
        found.update(stream.number_anchors())
    return found.union(passage.anchor for passage in passages(article))


def _links_in(text: Text, issue: str, article: str) -> Iterator[WrittenLink]:
    for tag, prose in text.sides:
        for span in prose.spans:
            if span.kind == "link" and (address := of_link(span.target, issue, article)):
                yield WrittenLink(span.target, address, text, tag, span.start)


def _has(article: Article, anchors: set[str], address: Address) -> bool:
    return address.anchor in anchors or bool(address.page and passage_on_page(article, address.page))


def _report_article(link: WrittenLink, issue: Issue, context: LoadContext) -> None:
    names = [article.id for _, article in issue.articles()]
    message = f"the link to {quoted(link.target)} leads nowhere: the issue has no such article"
    near = context.suggestion(link.address.article, names)
    link.report("R423", message, near or f"its articles are {', '.join(names[:8])}; {_PLAIN_HINT}", context)
