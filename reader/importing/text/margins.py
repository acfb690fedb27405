"""How sure the search for columns is: what the best other way of reading lost by, for each piece of a line."""

from __future__ import annotations

import math

from reader.importing.text.pieces import Key, Piece

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

COLUMN, JOIN, CAPTION = "column", "join", "caption"
"""What may be otherwise: which column a piece is in, or where a line is cut; whether a paragraph or a heading begins
with it; whether it is in a column at all.
"""
AHEAD = 6
"""So many lines further on the ways are compared, for these tell what went before."""
_DROPPED = 1.5
"""What a way lost at least, in nats, that was not among the best any more before."""

Given = tuple[tuple[Piece, int, str], ...]
"""The pieces of a line, each with its column and its role."""


class Margins:
    """The margins of pieces in nats, by what may be otherwise."""

    def __init__(self) -> None:
        self._nats: dict[Key, dict[str, float]] = {}

    def tell(self, ways: Sequence[Sequence[tuple[float, Sequence[Given]]]], chosen: Sequence[Given]) -> None:
        """Takes the ways that were kept after each line: what speaks for each, and what it gives in the latest lines.

        ``chosen`` is what was found, line by line.
        """
        for at, given in enumerate(chosen):
            further = ways[at : at + AHEAD + 1]
            lost: dict[tuple[Key, str], tuple[float, int]] = {}
            for ahead, states in enumerate(further):
                same = max((score for score, before in states if before[-1 - ahead] == given), default=None)
                if same is None:
                    continue
                for score, before in states:
                    for key, what in _different(given, before[-1 - ahead]):
                        nats = same - score
                        if lost.get((key, what), (0.0, -1))[1] < ahead or nats < lost[key, what][0]:
                            lost[key, what] = nats, ahead
            for (key, what), (nats, ahead) in lost.items():
                dropped = _DROPPED if ahead < len(further) - 1 else 0.0
                self._nats.setdefault(key, {})[what] = max(0.0, nats) + dropped

    def least(self, keys: Iterable[Key], *kinds: str) -> tuple[float, str]:
        """Returns how sure it is, from 0 to 1, that nothing of some kinds is otherwise, and what is likest to be."""
        some = [(nats, what) for key in keys for what, nats in self._nats.get(key, {}).items() if what in kinds]
        if not some:
            return 1.0, ""
        nats, what = min(some)
        return round(1 / (1 + math.exp(-nats)), 2), what


def _different(given: Given, other: Given) -> Iterator[tuple[Key, str]]:
    there = {piece.key: (column, role) for piece, column, role in other}
    for piece, column, role in given:
        if piece.key not in there:
            yield piece.key, COLUMN
            continue
        its_column, its_role = there[piece.key]
        if its_column != column:
            yield piece.key, CAPTION if -1 in (column, its_column) else COLUMN
        elif its_role != role:
            yield piece.key, JOIN
