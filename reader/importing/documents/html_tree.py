"""HTML as a tree of elements: the tokens by the standard library, the ends that pages leave out by the rules of HTML.

Scripts are neither run nor kept, and nothing that a page names is opened.
"""

from __future__ import annotations

from html.parser import HTMLParser

from reader.errors import UnusableError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 200
"""Maximum number of elements inside each other."""
MAX_ELEMENTS = 300_000


def names(words: str) -> frozenset[str]:
    """Returns the words of a text as a set."""
    return frozenset(words.split())


_VOID = names("""area base br col embed hr img input link meta param source track wbr keygen basefont frame""")
_DROPPED = names("""script style template object applet noframes head-script""")
"""Elements whose content is no text of the page."""
BLOCKS = names(
    """address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre
    search section summary table tbody td tfoot th thead tr ul caption"""
)
_ENDED_BY: dict[str, frozenset[str]] = {
    "p": BLOCKS - {"li", "td", "th", "tr", "dd", "dt", "tbody", "thead", "tfoot", "caption", "figcaption", "option"},
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "tbody", "thead", "tfoot"}),
    "td": frozenset({"td", "th", "tr", "tbody", "thead", "tfoot"}),
    "th": frozenset({"td", "th", "tr", "tbody", "thead", "tfoot"}),
    "tbody": frozenset({"tbody", "tfoot", "thead"}),
    "thead": frozenset({"tbody", "tfoot"}),
    "option": frozenset({"option", "optgroup"}),
    "rt": frozenset({"rt", "rp", "rb"}),
    "rp": frozenset({"rt", "rp", "rb"}),
    "rb": frozenset({"rt", "rp", "rb"}),
}
"""The elements that end an open one whose own end is left out, by its name."""
_BARRIERS: dict[str, frozenset[str]] = {
    "li": frozenset({"ul", "ol", "menu", "dir"}),
    **dict.fromkeys(("dt", "dd"), frozenset({"dl"})),
    **dict.fromkeys(("tr", "td", "th", "tbody", "thead", "tfoot"), frozenset({"table"})),
    **dict.fromkeys(("rt", "rp", "rb"), frozenset({"ruby"})),
    **dict.fromkeys(("option", "optgroup"), frozenset({"select"})),
}
"""The elements beyond which none is ended, by the name of the one that begins; blocks for other ones."""


class Element:
    """An element, or the whole page."""

    __slots__ = ("attributes", "children", "holds_block", "name", "parent")

    def __init__(self, name: str, attributes: dict[str, str], parent: Element | None) -> None:
        """Makes an element without content."""
        self.name, self.attributes, self.parent = name, attributes, parent
        self.children: list[Element | str] = []
        self.holds_block = False
        """Whether a block is inside it, at any depth."""

    def get(self, name: str) -> str:
        """Returns the value of an attribute; empty if it has none."""
        return self.attributes.get(name, "")

    @property
    def elements(self) -> Iterator[Element]:
        """Yields the elements directly inside it."""
        return (child for child in self.children if isinstance(child, Element))

    def walk(self) -> Iterator[Element]:
        """Yields the elements inside it at any depth, in the order of the page."""
        pending = [child for child in reversed(self.children) if not isinstance(child, str)]
        while pending:
            element = pending.pop()
            yield element
            pending += [child for child in reversed(element.children) if not isinstance(child, str)]

    def all(self, *names: str) -> Iterator[Element]:
        """Yields the elements of some names inside it at any depth."""
        return (element for element in self.walk() if element.name in names)

    def first(self, *names: str) -> Element | None:
        """Returns the first element of some names inside it, or None."""
        return next(self.all(*names), None)

    def text(self) -> str:
        """Returns the characters inside it."""
        parts: list[str] = []
        pending: list[Element | str] = [self]
        while pending:
            node = pending.pop()
            if isinstance(node, str):
                parts.append(node)
            else:
                if node.name == "br":
                    parts.append("\n")
                pending += reversed(node.children)
        return "".join(parts)

    def remove(self) -> None:
        """Takes it out of its parent."""
        if self.parent:
            self.parent.children = [child for child in self.parent.children if child is not self]
            self.parent = None


class _PageBuilder(HTMLParser):
    """Builds a tree of the tokens of a page."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {}, None)
        self._open = [self.root]
        self._name = name
        self._dropped = 0
        self._count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._start(tag, attrs, is_empty=False)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._start(tag, attrs, is_empty=True)

    def _start(self, tag: str, attrs: list[tuple[str, str | None]], *, is_empty: bool) -> None:
        tag = tag.rpartition(":")[2]
        if self._dropped:
            self._dropped += tag in _DROPPED and not is_empty
            return
        if tag in _DROPPED:
            self._dropped = 0 if is_empty else 1
            return
        self._close_implied(tag)
        self._count += 1
        if self._count > MAX_ELEMENTS:
            raise UnusableError(f"{self._name} has more than {MAX_ELEMENTS:,} elements (line {self.getpos()[0]:,})")
        parent = self._open[-1]
        element = Element(tag, {name: value or "" for name, value in reversed(attrs)}, parent)
        parent.children.append(element)
        if tag in BLOCKS:
            holder: Element | None = parent
            while holder and not holder.holds_block:
                holder.holds_block = True
                holder = holder.parent
        if tag in _VOID or is_empty:
            return
        if len(self._open) > MAX_DEPTH:
            raise UnusableError(f"{self._name}: line {self.getpos()[0]:,}: nested more than {MAX_DEPTH} deep")
        self._open.append(element)

    def _close_implied(self, tag: str) -> None:
        """Ends the elements whose end the beginning of another one implies."""
        barriers = _BARRIERS.get(tag, BLOCKS)
        at = len(self._open) - 1
        while at > 0:
            name = self._open[at].name
            if tag in _ENDED_BY.get(name, ()):
                del self._open[at:]
            elif name in barriers:
                return
            at -= 1

    def handle_endtag(self, tag: str) -> None:
        tag = tag.rpartition(":")[2]
        if self._dropped:
            self._dropped -= tag in _DROPPED
            return
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].name == tag:
                del self._open[at:]
                return
            if self._open[at].name == "table" and tag not in ("table", "body", "html"):
                return

    def handle_data(self, data: str) -> None:
        if not self._dropped:
            self._open[-1].children.append(data)

    def unknown_decl(self, data: str) -> None:
        if data.startswith("CDATA["):
            self.handle_data(data.removeprefix("CDATA["))


def parse_html(text: str, name: str) -> Element:
    """Returns the tree of a page; ``name`` is its name in messages.

    Raises:
        UnusableError: It has more elements, or elements deeper inside each other, than the bounds allow.
    """
    builder = _PageBuilder(name)
    end = text.rfind(">") + 1
    builder.feed(text[:end] + text[end:].replace("<", "&lt;"))  # a tag without an end would be looked for at each sign
    builder.close()
    return builder.root
