"""The running text of HTML: inline elements as marks over a text."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from reader.importing.documents.html_tree import names
from reader.importing.documents.languages import declared_tag
from reader.importing.documents.prose_building import MAX_READING_CHARS, ProseBuilder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from reader.importing.documents.html_tree import Element
    from reader.model.text import SpanKind

_KINDS: dict[str, SpanKind] = {
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), "emphasis"),
    **dict.fromkeys(("strong", "b"), "strong"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
    "sup": "superior",
    "sub": "inferior",
}
_SKIPPED = names(
    """input button select textarea svg iframe audio video canvas rp noscript meta link datalist progress"""
)
_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>]+\Z", re.IGNORECASE)
_PAGE_LABEL = re.compile(r"(?:page|p|pg)?[\s._-]*([0-9ivxlcdm]{1,8})\.?\Z", re.IGNORECASE)


class InlineReader:
    """Adds inline elements to a text; notes are known by the elements that mark them."""

    def __init__(self, notes: Mapping[int, str], linked: Collection[str] = ()) -> None:
        """Takes the ids of notes by the ``id()`` of the elements that mark them, and the places that links lead to."""
        self._notes, self._linked = notes, linked
        self.places: list[str] = []
        """Ids of elements so far that links lead to; whoever uses them empties the list."""
        self.pages: list[str] = []
        """Printed pages that began in the texts so far; whoever uses them empties the list."""

    def add(self, node: Element | str, builder: ProseBuilder) -> None:
        """Adds a node and its content to a text."""
        if isinstance(node, str):
            builder.add(node)
            return
        self.places += [name for name in names_of(node) if name in self._linked]
        if note := self._notes.get(id(node)):
            builder.mark(note)
            return
        if is_page_break(node):
            if label := page_label(node):
                self.pages.append(label)
            return
        match node.name:
            case "br":
                builder.end_line()
            case "ruby":
                self._add_ruby(node, builder)
            case "img":
                builder.add(node.get("alt") if len(node.get("alt")) <= 2 else "")
            case "q":
                builder.add("“")
                self.add_all(node, builder)
                builder.add("”")
            case "math":
                builder.add(node.get("alttext") or _words_of_math(node))
            case "a":
                self._add_link(node, builder)
            case name if name in _SKIPPED:
                return
            case _:
                self._add_marked(node, builder)

    def add_all(self, node: Element, builder: ProseBuilder) -> None:
        """Adds the nodes inside an element."""
        for child in node.children:
            self.add(child, builder)

    def _add_marked(self, node: Element, builder: ProseBuilder) -> None:
        kind = _kind_of(node)
        if not kind or builder.is_in_code:
            self.add_all(node, builder)
            return
        builder.begin(kind)
        self.add_all(node, builder)
        builder.end()

    def _add_link(self, node: Element, builder: ProseBuilder) -> None:
        target = node.get("href").strip()
        inside = place_linked_to(target)
        if builder.is_in_code or not (_LINK.match(target) or inside in self._linked):
            self.add_all(node, builder)
            return
        is_inside = inside in self._linked
        builder.begin("link", f"#{inside}" if is_inside else quote(target, safe="!#$%&'*+,/:;=?@[]~-._"))
        self.add_all(node, builder)
        builder.end()

    def _add_ruby(self, node: Element, builder: ProseBuilder) -> None:
        """Adds an annotated text: each base with the reading after it."""
        base: list[Element | str] = []
        for child in [*node.children, None]:
            name = getattr(child, "name", "")
            if name in ("rt", "rtc") and child is not None and not isinstance(child, str):
                reading = " ".join(child.text().split())
                is_short = 0 < len(reading) <= MAX_READING_CHARS
                if is_short:
                    builder.begin("reading", reading)
                for each in base:
                    self.add(each, builder)
                if is_short:
                    builder.end()
                base = []
            elif child is None:
                for each in base:
                    self.add(each, builder)
            elif name != "rp" and not (isinstance(child, str) and not child.strip() and not base):
                base.append(child)


def _kind_of(node: Element) -> SpanKind | None:
    style = node.get("style").replace(" ", "").lower()
    if node.name in _KINDS:
        is_upright = node.name in ("i", "em", "b", "strong") and re.search("font-(style|weight):normal", style)
        return None if is_upright else _KINDS[node.name]
    if node.name == "span" or node.name == "font":
        if re.search(r"font-weight:(?:bold|[6-9]00)", style):
            return "strong"
        if "font-style:italic" in style:
            return "emphasis"
        if "vertical-align:super" in style:
            return "superior"
        if "vertical-align:sub" in style:
            return "inferior"
    return None


def names_of(node: Element) -> list[str]:
    """Returns the names that links may have for an element."""
    return [name for name in (node.get("id"), node.get("name") if node.name == "a" else "") if name]


def place_linked_to(target: str) -> str:
    """Returns the name of the element of the same page that a link leads to; empty for other links."""
    return unquote(target[1:]) if target.startswith("#") else ""


def _words_of_math(node: Element) -> str:
    annotation = node.first("annotation")
    return (annotation.text() if annotation else "") or " ".join(node.text().split())


def types_of(node: Element) -> frozenset[str]:
    """Returns the meanings that EPUB and ARIA give to an element, without the prefix ``doc-``."""
    words = f"{node.get('epub:type')} {node.get('type') if node.name != 'a' else ''} {node.get('role')}".lower().split()
    return frozenset(word.removeprefix("doc-") for word in words)


def is_page_break(node: Element) -> bool:
    """Whether a printed page begins at an element."""
    return "pagebreak" in types_of(node) or node.get("class") in ("pagebreak", "pagenum", "page-number")


def page_label(node: Element) -> str:
    """Returns the label of the printed page that begins at an element; empty if it has none."""
    for told in (node.get("title"), node.get("aria-label"), node.text(), node.get("id")):
        if found := _PAGE_LABEL.search(told.strip()):
            return found[1]
    return ""


def tag_of(node: Element) -> str:
    """Returns the tag of the language that an element is said to be in; empty if none is."""
    return declared_tag(node.get("lang") or node.get("xml:lang"))
