"""Reports at a character inside a text, in the line and column of the file where it is written."""

from __future__ import annotations

from reader.gate import clean
from reader.model.kept_lines import parse_verse, verse_runs
from reader.model.markup import parse, parse_plain, source_runs
from reader.source.checks.walking import node_of_side
from reader.source.nodes import Scalar
from reader.source.scalar_places import at
from reader.source.schema.texts import is_unspaced_side

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.model.text import Prose, Text
    from reader.source.nodes import Node
    from reader.source.schema.load_context import LoadContext


class TextPlace:
    """A text in one language, for diagnostics at a character of it.

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
    def tag(self) -> str:
        """The tag of the language."""
        return self._tag

    @property
    def _prose(self) -> str:
        return next(prose.text for tag, prose in self._text.sides if tag == self._tag)

    def report(self, code: str, offset: int, message: str, hint: str = "") -> None:
        """Reports at a character of the text."""
        node = self.node
        if isinstance(node, Scalar):
            offset = at(runs_of(clean(node.value), self._prose, self._tag), offset)
            offset += _dropped(node.value, offset)
        self.report_in_source(code, offset, message, hint)

    def report_in_source(self, code: str, offset: int, message: str, hint: str = "") -> None:
        """Reports at a character of the text as it is written."""
        node = self.node
        if isinstance(node, Scalar):
            self._context.source.report_in(code, node, offset, message, hint)
        else:
            self._context.report(code, node, message, hint)


def runs_of(source: str, text: str, tag: str) -> list[tuple[int, int]]:
    """Returns the place in a source of each character of the text that it is read as."""
    unspaced = is_unspaced_side(tag)
    read = _read_by(source, text, unspaced)
    if read is parse_verse:
        return verse_runs(source, unspaced)
    return source_runs(source, unspaced, marked=read is parse)


def read_as(source: str, like: str, text: str, tag: str) -> Prose:
    """Returns the text of a source, read in the way in which ``like`` is read as ``text``."""
    unspaced = is_unspaced_side(tag)
    return _read_by(like, text, unspaced)(source, unspaced)


def _read_by(source: str, text: str, unspaced: bool | None) -> Callable[[str, bool | None], Prose]:
    """Returns the function that reads a source as a text."""
    if "\n" in text and parse_verse(source, unspaced).text == text:
        return parse_verse
    return parse if parse(source, unspaced).text == text else parse_plain


def _dropped(value: str, offset: int) -> int:
    """Returns the number of carriage returns before an offset that the gate dropped."""
    count = 0
    found = value.find("\r\n")
    while 0 <= found < offset + count:
        count += 1
        found = value.find("\r\n", found + 1)
    return count
