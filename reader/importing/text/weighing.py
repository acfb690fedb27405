"""What speaks for a piece of a line in a column after what is there, or in none: in nats, by its width and words."""

from __future__ import annotations

from reader.importing.text.pieces import BODY, FIRST, HEAD, Piece
from reader.importing.text.speakers import speaks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.importing.text.measures import Measure
    from reader.importing.text.pieces import Key


class Weighing:
    """Weighs pieces of one language; each after the same piece once."""

    def __init__(
        self,
        measured: Measure,
        chinese: bool,
        aside: dict[Key, float],
        usual: tuple[float, float] | None,
        marks: frozenset[str] = frozenset(),
    ) -> None:
        """Takes how the columns are measured, and what speaks for pieces in none of them, by their key.

        ``usual`` is the middle width of lines that fill their column, and how far they are off it mostly, if known;
        ``marks`` are those with which the paragraphs of an interview begin.
        """
        self.width = measured.width
        self.tolerance = 1.3 if chinese else 0.4 + 0.03 * self.width
        self._indented = measured.indented
        self._indent = 2.0 if chinese and measured.indented else 0.0 if chinese else 1.2
        self._aside, self._usual, self.marks = aside, usual, marks
        self._known: dict[tuple[tuple[Piece, str] | None, Piece], list[tuple[str, float]]] = {}

    def out(self, piece: Piece) -> float:
        """Returns what speaks for a piece in no column."""
        hint = self._aside.get(piece.key, 0.0)
        share = piece.width / self.width if self.width else 1.0
        if hint >= 1.5:
            return hint - 2.8
        return hint - 2.8 - (4.0 if share > 0.85 else 1.0 if share > 0.6 else 0.0)

    def roles(self, before: tuple[Piece, str] | None, piece: Piece) -> list[tuple[str, float]]:
        """Returns what a piece may be in a column after the last piece and its role there, with what speaks for it.

        The likeliest is the first.
        """
        key = before, piece
        if key not in self._known:
            self._known[key] = sorted(self._weigh(before, piece), key=lambda way: -way[1])
        return self._known[key]

    def _weigh(self, before: tuple[Piece, str] | None, piece: Piece) -> Iterator[tuple[str, float]]:
        hint = self._unusual(piece) - 0.5 * max(0.0, self._aside.get(piece.key, 0.0))
        start = self._starts(piece) + hint
        short = piece.width < 0.8 * self.width
        if before is None:
            yield FIRST, start - 0.8
            yield BODY, (-1.2 if piece.width < self.width - self.tolerance else -0.9) + hint
            if short and not piece.closed:
                yield HEAD, -1.5 + hint
            return
        last, role = before
        if speaks(piece.text, self.marks):
            yield FIRST, 1.5 if last.closed or role == HEAD else -4.0
            return
        if role == HEAD:
            yield FIRST, start
            if short and not piece.closed:
                yield HEAD, -3.0 + hint
            return
        joined = piece.follows(last)
        room = self.width - self.tolerance - last.width - last.narrow - piece.head_em
        if role == FIRST:
            room -= self._indent
        if last.closed:
            room += self.tolerance / 2
            yield FIRST, start - (0.3 if room < 0 else 0.0)
            if room < 0:
                yield BODY, joined + 0.2 + hint
        elif room >= 0:
            yield BODY, min(joined, 0.5) - 5.0 + hint
        else:
            full = piece.width + piece.narrow > self.width - self.tolerance or piece.closed
            yield BODY, joined + 0.8 + hint + (0.3 if full else -0.6)
        if last.closed and short and not piece.closed:
            yield HEAD, -0.8 + hint

    def _unusual(self, piece: Piece) -> float:
        """Returns what speaks against a line that goes on and is wider or narrower than such lines are."""
        if not self._usual or piece.closed or piece.narrow or piece.width < 0.75 * self.width:
            return 0.0
        middle, spread = self._usual
        return -min(3.0, 0.25 * ((piece.width - middle) / spread) ** 2)

    def _starts(self, piece: Piece) -> float:
        """Returns what speaks for a paragraph that begins with this piece."""
        first = piece.text.lstrip("\"'“‘「『(（《")[:1]
        if not piece.chinese and first.islower():
            return -3.0
        lacking = self.width - piece.width - piece.narrow
        if self._indented and lacking < self.tolerance + 2.2:
            return 0.6 if lacking > self.tolerance else -0.8
        if lacking < self.tolerance + 2.2:
            return 0.2
        return -0.8 if piece.closed else -3.5
