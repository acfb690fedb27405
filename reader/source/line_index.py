"""The lines of an issue file's articles and passages: from an address to a line, and back."""

from __future__ import annotations

from bisect import bisect_right

from reader.model.magazine import Article
from reader.model.passage import passages
from reader.model.record import record
from reader.source.loading import load_source
from reader.source.source_file import read_source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.source.loading import Loaded
    from reader.source.schema.load_context import LoadContext


@record
class AddressLine:
    """The line, from 1, at which an article, or one of its passages or figures, begins.

    ``anchor`` is the part of an address after ``#``; empty for the article itself.
    """

    line: int
    article: str
    anchor: str


class LineIndex:
    """The lines of all addresses in a file."""

    def __init__(self, lines: Sequence[AddressLine]) -> None:
        self.lines = sorted(lines, key=lambda found: (found.line, found.article, found.anchor))
        self._numbers = [found.line for found in self.lines]

    def line_of(self, article: str, anchor: str = "") -> int:
        """Returns the line of a passage, of its article if there is no such passage, else 1."""
        lines = {(found.article, found.anchor): found.line for found in reversed(self.lines)}
        return lines.get((article, anchor)) or lines.get((article, "")) or 1

    def at(self, line: int) -> tuple[str, str] | None:
        """Returns the article and the anchor of the last address up to a line; None before the first article."""
        index = bisect_right(self._numbers, line) - 1
        return (self.lines[index].article, self.lines[index].anchor) if index >= 0 else None


def load_with_lines(path: str) -> tuple[Loaded, LineIndex]:
    """Loads an issue file; returns it with the lines of everything that could be read."""
    loaded, context = load_source(read_source(path))
    return loaded, line_index_of(context)


def line_index_of(context: LoadContext) -> LineIndex:
    """Returns the lines of everything that was read."""
    return LineIndex(
        [line for article in context.all_built(Article) if article.id for line in _lines_of(article, context)]
    )


def _lines_of(article: Article, context: LoadContext) -> Iterator[AddressLine]:
    if node := context.node(article):
        yield AddressLine(node.line + 1, article.id, "")
    anchored: list[tuple[object, str]] = []
    for passage in passages(article):
        read = passage.text if context.node(passage.text) else passage.block
        anchored.append((read, passage.anchor))
    anchored += [(figure, figure.id) for figure in article.figures]
    for value, anchor in anchored:
        if node := context.node(value):
            yield AddressLine(node.line + 1, article.id, anchor)
