"""Links inside the magazine, as addresses of places in an edition."""

from __future__ import annotations

from reader.model.address import PAGE_PREFIX, Address, of_link
from reader.model.magazine import texts_in
from reader.model.passage import Passage, streams

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.exporting.edition import Edition
    from reader.model.magazine import Article


def nowhere(_address: Address) -> str:
    """Returns no address: the words of the link stay words."""
    return ""


class LinkTargets:
    """Finds the places that links lead to; works the places of each article out once, when a link leads there."""

    def __init__(
        self, edition: Edition, href: Callable[[Address], str], outside: Callable[[Address], str] = nowhere
    ) -> None:
        """Takes an edition.

        Args:
            edition: The edition.
            href: Writes the address of an article, or of a place in it that the edition has.
            outside: Writes the address of a place that is not in the edition; empty for none.
        """
        self._edition, self._href, self._outside = edition, href, outside
        self._articles = {article.id: article for article in edition.articles}
        self._places: dict[str, dict[str, str]] = {}

    def settled(self, target: str, article: Article) -> Address | None:
        """Returns the address that a link in an article leads to, with the anchor that its place has in the edition.

        A link to a place that the edition lacks leads to the beginning of the article. None for a target outside the
        magazine.
        """
        address = of_link(target, self._edition.issue.id, article.id)
        if address is None or not self.has(address):
            return address
        if address.article not in self._places:
            self._places[address.article] = _places(self._edition, self._articles[address.article])
        return Address(address.issue, address.article, self._places[address.article].get(address.anchor, ""))

    def has(self, address: Address) -> bool:
        """Whether the article of an address is in the edition."""
        return address.issue == self._edition.issue.id and address.article in self._articles

    def href(self, target: str, article: Article) -> str:
        """Returns the address of a link in an article as the edition writes it; empty for none."""
        address = self.settled(target, article)
        return "" if address is None else self._href(address) if self.has(address) else self._outside(address)

    def linked(self) -> frozenset[Address]:
        """Returns the places of the edition that links in it lead to."""
        return frozenset(address for address in self._addresses() if self.has(address))

    def leaving(self) -> frozenset[Address]:
        """Returns the places outside the edition that links in it lead to."""
        return frozenset(address for address in self._addresses() if not self.has(address))

    def _addresses(self) -> Iterator[Address]:
        """Yields the addresses of all links in the edition that lead to a magazine."""
        for article in self._edition.articles:
            for text in texts_in(article):
                for _, prose in text.sides:
                    for span in prose.spans:
                        if span.kind == "link" and (address := self.settled(span.target, article)):
                            yield address


def _places(edition: Edition, article: Article) -> dict[str, str]:
    """Returns the anchors that addresses in an article may have, each with the anchor of its place in the edition."""
    tags = edition.tags(article)
    pages: dict[str, str] = {}
    found: dict[str, str] = {figure.id: figure.id for figure in article.figures}
    for stream in streams(article):
        shown = (stream.side,) if stream.side in tags else () if stream.side else tags
        held = (each for index in range(len(stream.blocks)) for each in stream.of_block(index))
        passages = (each for each in held if isinstance(each, Passage))
        for number, passage in zip(stream.number_anchors(), passages, strict=True):
            if any(passage.text.plain(tag).strip() for tag in shown):
                found[passage.anchor] = passage.anchor
                if not stream.is_of_footnotes:
                    found[number] = passage.anchor
                    pages.setdefault(f"{PAGE_PREFIX}{passage.page}", passage.anchor)
    return pages | found
