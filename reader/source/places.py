"""Where the articles of an issue file stand in it, and their passages: from an address to a line, and back."""

from __future__ import annotations

from bisect import bisect_right

from reader.model.magazine import Article
from reader.model.passage import passages
from reader.source.loading import read
from reader.source.nodes import read_source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.source.kinds import Reading
    from reader.source.loading import Loaded

    Spot = tuple[int, str, str]


class Places:
    """The lines, from 1, at which articles and their passages and figures begin: ``(line, article, anchor)``.

    The anchor of an article itself is empty.
    """

    def __init__(self, spots: list[Spot]) -> None:
        self.spots = sorted(spots)
        self._lines = [line for line, _, _ in self.spots]

    def line_of(self, article: str, anchor: str = "") -> int:
        """Returns the line of a passage, of its article if the passage is not there, else 1."""
        lines = {(spot[1], spot[2]): spot[0] for spot in reversed(self.spots)}
        return lines.get((article, anchor)) or lines.get((article, "")) or 1

    def at(self, line: int) -> tuple[str, str] | None:
        """Returns the article and the anchor of what stands at a line; None before the first article."""
        index = bisect_right(self._lines, line) - 1
        return self.spots[index][1:] if index >= 0 else None


def located(path: str) -> tuple[Loaded, Places]:
    """Reads an issue file; returns it, and where everything stands, as far as it could be read."""
    loaded, reading = read(read_source(path))
    return loaded, places_of(reading)


def places_of(reading: Reading) -> Places:
    """Returns where everything stands that was read."""
    return Places([spot for article in reading.all_built(Article) for spot in _spots(article, reading)])


def _spots(article: Article, reading: Reading) -> list[Spot]:
    node = reading.node(article)
    found = [(node.line + 1, article.id, "")] if node else []
    anchored: list[tuple[object, str]] = []
    for passage in passages(article):
        own = passage.text if reading.node(passage.text) else passage.block
        anchored.append((own, passage.anchor))
    anchored += [(figure, figure.id) for figure in article.figures]
    for value, anchor in anchored:
        if place := reading.node(value):
            found.append((place.line + 1, article.id, anchor))
    return found
