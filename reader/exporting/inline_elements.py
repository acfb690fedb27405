"""The inside of a text as elements: emphasis, links, code, readings, superiors, and the marks of notes."""

from __future__ import annotations

from reader.exporting.elements import element, safe_link
from reader.exporting.prose_tree import prose_tree, raised_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from reader.exporting.link_targets import LinkTargets
    from reader.exporting.prose_tree import Branch
    from reader.model.magazine import Article, Footnote
    from reader.model.text import Prose, SpanKind

_TAGS: dict[SpanKind, str] = {"emphasis": "em", "strong": "strong", "code": "code", "speaker": "b"}
_RAISED: dict[SpanKind, str] = {"superior": "sup", "inferior": "sub"}


class InlineWriter:
    """Makes the texts of an article; counts the marks of its notes, so that each has an id."""

    def __init__(self, article: Article, prefix: str) -> None:
        self.links: LinkTargets | None = None
        """The places that links inside the magazine lead to; without them, their words are words."""
        self._article = article
        self._notes = {note.id: note.number for note in article.footnotes if note.number}
        self._marks: dict[str, int] = {}
        self._prefix = prefix

    def prose(self, prose: Prose | None) -> list[Element | str]:
        """Returns a text with its markup; nothing where there is none."""
        return [*self._nodes(prose_tree(prose))] if prose else []

    def back_link(self, note: Footnote) -> Element | None:
        """Returns the link from a note to its first mark; None for a note without one in this edition."""
        if note.id not in self._marks:
            return None
        target = f"#{self._prefix}mark.{note.id}.1"
        return element("a", {"href": target, "role": "doc-backlink"}, [f"↩ {note.number}"])

    def _nodes(self, nodes: Sequence[Branch | str]) -> Iterator[Element | str]:
        for node in nodes:
            if isinstance(node, str):
                for number, line in enumerate(node.split("\n")):
                    if number:
                        yield element("br")
                    yield line
            elif node.kind == "footnote":
                yield from self._mark(node.target)
            elif node.kind in _RAISED:
                yield element(_RAISED[node.kind], {}, [raised_words(node)])
            elif node.kind == "reading":
                yield self._ruby(node)
            elif node.kind == "link" and (target := safe_link(node.target)):
                yield element("a", {"href": target, "rel": "noreferrer"}, self._nodes(node.nodes))
            elif node.kind == "link" and self.links and (href := self.links.href(node.target, self._article)):
                yield element("a", {"href": href}, self._nodes(node.nodes))
            elif node.kind in _TAGS:
                yield element(_TAGS[node.kind], {}, self._nodes(node.nodes))
            else:
                yield from self._nodes(node.nodes)

    def _mark(self, note: str) -> Iterator[Element]:
        if number := self._notes.get(note):
            self._marks[note] = self._marks.get(note, 0) + 1
            attributes = {
                "href": f"#{self._prefix}note.{note}",
                "id": f"{self._prefix}mark.{note}.{self._marks[note]}",
                "role": "doc-noteref",
                "epub:type": "noteref",
            }
            yield element("sup", {}, [element("a", attributes, [str(number)])])

    def _ruby(self, node: Branch) -> Element:
        """Returns a text with its reading above it; a word above each character where there are as many."""
        words = node.target.split()
        is_plain = all(isinstance(each, str) for each in node.nodes)
        if is_plain and len(words) == len(node.text) > 1:
            pairs: list[Element | str] = []
            for character, word in zip(node.text, words, strict=True):
                pairs += [character, *_reading(word)]
            return element("ruby", {}, pairs)
        return element("ruby", {}, [*self._nodes(node.nodes), *_reading(node.target)])


def _reading(text: str) -> list[Element]:
    return [element("rp", {}, ["("]), element("rt", {}, [text]), element("rp", {}, [")"])]
