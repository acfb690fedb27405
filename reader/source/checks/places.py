"""Reports at a character inside a text, in the line and column of the file where it is written."""

from __future__ import annotations

from reader.gate import clean
from reader.model.kept_lines import parse_verse, verse_runs
from reader.model.markup import parse, source_runs
from reader.source.checks.walking import node_of_side
from reader.source.nodes import Scalar
from reader.source.scalar_places import at
from reader.source.schema.texts import is_unspaced_side

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.text import Text
    from reader.source.nodes import Node
    from reader.source.schema.load_context import LoadContext


class TextPlace:
    """A text in one language, of which a diagnostic can be at a character.

    Its places are worked out only for a fault.
    """

    def __init__(self, text: Text, tag: str, context: LoadContext) -> None:
        self._text, self._tag, self._context = text, tag, context

    @property
    def node(self) -> Node | None:
        """The node of the text in the language."""
        return node_of_side(self._context.node(self._text), self._tag)

    @property
    def source(self) -> str:
        """The text as it is written, with its markup."""
        node = self.node
        return node.value if isinstance(node, Scalar) else self._prose

    @property
    def _prose(self) -> str:
        return next(prose.text for tag, prose in self._text.sides if tag == self._tag)

    def report(self, code: str, offset: int, message: str, hint: str = "") -> None:
        """Reports at a character of the text."""
        node = self.node
        if isinstance(node, Scalar):
            offset = at(_runs(clean(node.value), self._prose, self._tag), offset)
            offset += _dropped(node.value, offset)
        self.report_in_source(code, offset, message, hint)

    def report_in_source(self, code: str, offset: int, message: str, hint: str = "") -> None:
        """Reports at a character of the text as it is written."""
        node = self.node
        if isinstance(node, Scalar):
            self._context.source.report_in(code, node, offset, message, hint)
        else:
            self._context.report(code, node, message, hint)


def _runs(source: str, text: str, tag: str) -> list[tuple[int, int]]:
    unspaced = is_unspaced_side(tag)
    if "\n" in text and parse_verse(source, unspaced).text == text:
        return verse_runs(source, unspaced)
    return source_runs(source, unspaced, marked=parse(source, unspaced).text == text)


def _dropped(value: str, offset: int) -> int:
    """Returns the number of carriage returns before an offset that the gate dropped."""
    count = 0
    found = value.find("\r\n")
    while 0 <= found < offset + count:
        count += 1
        found = value.find("\r\n", found + 1)
    return count
