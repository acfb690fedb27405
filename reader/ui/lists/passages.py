"""Passages in full, beside a list of which one entry is about them."""

from __future__ import annotations

from typing import NamedTuple

from reader.layout.runs import lit, wrap
from reader.model.passage import passages

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.layout.runs import Run
    from reader.model.magazine import Article
    from reader.model.text import Extent

    Spans = Callable[[str], Sequence[Extent]]
    """Returns the parts of a text that are lit, in order and without overlaps."""

MEASURE_CELLS = 72
MAX_PASSAGES = 8
"""Maximum number of passages that are looked for: a preview has no room for more."""


class Sides(NamedTuple):
    """The texts of a passage in the languages that are shown, each with its lit parts."""

    first: str
    first_lit: Sequence[Extent] = ()
    second: str = ""
    second_lit: Sequence[Extent] = ()


def passage_rows(title: str, shown: Sequence[Sides], width_cells: int) -> list[list[Run]]:
    """Returns the rows of passages under the title of their article, both languages of each after one another."""
    width = min(MEASURE_CELLS, width_cells)
    rows = wrap(((title, "strong"),), width) if title else []
    for sides in shown:
        for text, spans in ((sides.first, sides.first_lit), (sides.second, sides.second_lit)):
            if text:
                rows += [[], *wrap(lit(text, spans), width)]
    return rows


def passages_with(article: Article, languages: tuple[str, str], spans: Spans) -> list[Sides]:
    """Returns the first passages of an article that have something lit, in either language."""
    found: list[Sides] = []
    for passage in passages(article):
        texts = [passage.text.plain(tag) for tag in languages]
        first, second = (spans(text) if text else () for text in texts)
        if first or second:
            found.append(Sides(texts[0], first, texts[1], second))
        if len(found) == MAX_PASSAGES:
            break
    return found
