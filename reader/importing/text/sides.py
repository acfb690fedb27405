"""On which of two facing pages a column or a caption stands, told by what stands beside it in its lines."""

from __future__ import annotations

from itertools import accumulate

from reader.importing.text.pieces import OUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.importing.text.pieces import Key, Piece

Lane = tuple[str, int]
"""A language, and the number of one of its columns."""
_NEAR = 3
"""Lines above and below a caption in which columns are that go past it."""
_CHANGE = 0.2
"""A change of language makes a border of pages likelier, by this share of their width."""


class Sides:
    """Where two pages meet among the columns of both languages; all is on one page if there is but one."""

    def __init__(
        self, pages: tuple[str, ...], found: Iterable[tuple[Piece, int, str]], widths: dict[str, float]
    ) -> None:
        """Takes the numbers of the pages, the pieces with their columns, and how wide columns are in each language."""
        self._pages = pages
        self._lines: dict[int, list[tuple[tuple[int, int], Lane]]] = {}
        for piece, column, role in found:
            if role != OUT:
                self._lines.setdefault(piece.line, []).append((piece.key[1:3], (piece.language, column)))
        lanes = self._ordered()
        self._right: frozenset[Lane] = frozenset()
        if len(pages) > 1 and len(lanes) > 1:
            self._right = frozenset(lanes[self._border(lanes, widths) :])

    def _ordered(self) -> list[Lane]:
        """Returns the columns from left to right, as far as lines tell that have some of them."""
        wins: dict[Lane, dict[Lane, int]] = {}
        for line in self._lines.values():
            lanes = [lane for _, lane in sorted(line)]
            for at, lane in enumerate(lanes):
                own = wins.setdefault(lane, {})
                for other in lanes[at + 1 :]:
                    own[other] = own.get(other, 0) + 1
        left = {
            lane: sum(others.get(each, 0) < wins[each].get(lane, 0) for each in wins) for lane, others in wins.items()
        }
        return sorted(wins, key=lambda lane: (left[lane], lane[1]))

    @staticmethod
    def _border(lanes: list[Lane], widths: dict[str, float]) -> int:
        """Returns before which column the right page begins: near the middle, where the language changes if it does."""
        edges = list(accumulate((widths[language] for language, _ in lanes), initial=0.0))
        whole = edges[-1] or 1.0
        return min(
            range(1, len(lanes)),
            key=lambda at: abs(edges[at] / whole - 0.5) - _CHANGE * (lanes[at][0] != lanes[at - 1][0]),
        )

    def of_column(self, lane: Lane) -> str:
        """Returns the page of a column; the last one if there is but one."""
        if not self._pages:
            return ""
        return self._pages[0] if self._right and lane not in self._right else self._pages[-1]

    def of_caption(self, key: Key) -> str:
        """Returns the page of what is in no column: the one whose columns don't go past it."""
        if not self._right:
            return self._pages[-1] if self._pages else ""
        line = key[0]
        beside = self._lines.get(line, [])
        if any(lane in self._right for place, lane in beside if place < key[1:3]):
            return self._pages[-1]
        if any(lane not in self._right for place, lane in beside if place > key[1:3]):
            return self._pages[0]
        past = [0, 0]
        for near in range(line - _NEAR, line + _NEAR + 1):
            for _, lane in self._lines.get(near, []):
                past[lane in self._right] += 1
        return self._pages[-1] if past[0] >= past[1] else self._pages[0]
