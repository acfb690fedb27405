"""A window on an article, with the matches of a query in it."""

from __future__ import annotations

from reader.layout.column import Locus, Place
from reader.layout.spaces import TextOffset
from reader.reading.matches import Match, Matches, Words, WordsOffset
from reader.reading.selection import Spot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.layout.geometry import Geometry
    from reader.layout.item import Cell
    from reader.layout.spaces import ItemIndex, Side
    from reader.reading.direction import Direction
    from reader.reading.matches import WordsSpan
    from reader.reading.window import Window
    from reader.search.query import Query

    LitMatch = tuple[TextOffset, TextOffset, bool]
    """A half-open range of a passage's text, and whether it is the current match."""


class Viewport:
    """A window, the matches of a query in its article, and the current match."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.matches: Matches | None = None
        """The matches; None without a query."""
        self.current: WordsSpan | None = None
        """Current match, as a half-open range of characters in :attr:`words`."""
        self._words: Words | None = None
        self._found_at: Place | None = None

    def reshaped(self, geometry: Geometry, height: int, revealed: frozenset[str]) -> Viewport:
        """Returns the same place, current item and matches in another shape."""
        new = Viewport(self.window.reshaped(geometry, height, revealed))
        if self.matches:
            new.light(self.matches.query, self.match_locus)
        return new

    @property
    def words(self) -> Words:
        """The texts of the article that the spread shows."""
        if self._words is None:
            self._words = Words(self.window.spread)
        return self._words

    @property
    def sought(self) -> Query | None:
        """The query; None without one."""
        return self.matches.query if self.matches else None

    # -- finding --------------------------------------------------------------------------------------

    def find(self, query: Query, start: Locus | None = None) -> None:
        """Lights every match, and moves to the first one at or after a locus, or after the top of the window."""
        spread = self.window.spread
        here = (spread.find(start) if start else None) or self.window.place
        self.light(query)
        if self.matches:
            first_side = spread.columns[here.side].sides[0]
            self.current = self.matches.first_from(self.words.start_of(here.side, here.item, first_side))
        self.window.put(here)
        self.show_match()

    def light(self, query: Query | None, current: Locus | None = None) -> None:
        """Lights the matches of a query without a move; the first one from ``current`` on becomes the current one."""
        self.matches = Matches(self.words, query) if query and query.terms else None
        self.current = None
        if self.matches:
            self.matches.go_on()
            spread = self.window.spread
            place = spread.find(current) if current else None
            if current and place:
                begin = self.words.start_of(place.side, place.item, current.side)
                cell = spread.columns[place.side].items[place.item].cells[current.side]
                offset = current.offset - _offset(cell)
                self.current = self.matches.first_from(WordsOffset(begin + offset))

    def next_match(self, by: Direction) -> None:
        """Moves to the next match (1) or to the one before (-1), around the ends."""
        if not self.matches:
            return
        if by > 0:
            self.current = self.matches.first_from(self.current[1] if self.current else WordsOffset(0))
        else:
            self.matches.finish()
            spans = self.matches.spans
            index = self.matches.index_of(self.current) if self.current else 0
            self.current = spans[((index or 0) - 1) % len(spans)] if spans else None
        self.show_match()

    def is_last_match(self, by: Direction) -> bool:
        """Whether no match follows the current one (1), or precedes it (-1); true without matches."""
        if not self.matches:
            return True
        self.matches.finish()
        spans = self.matches.spans
        return not spans or self.current == spans[-1 if by > 0 else 0]

    def go_to_first_match(self, by: Direction) -> bool:
        """Moves to the first match (1) or to the last one (-1); returns whether there is one."""
        self.current = None
        self.next_match(by)
        return self.current is not None

    # -- the current match ----------------------------------------------------------------------------

    @property
    def match(self) -> Match | None:
        """Current match, as a place in the spread."""
        return self.words.match(*self.current) if self.current else None

    @property
    def match_spot(self) -> Spot | None:
        """First character of the current match."""
        match = self.match
        if match is None:
            return None
        cell = self.window.spread.columns[match.column].items[match.item].cells[match.side]
        return Spot(match.item, TextOffset(match.start + _offset(cell)))

    @property
    def match_locus(self) -> Locus | None:
        """Current match as an address in the content."""
        match = self.match
        if match is None:
            return None
        item = self.window.spread.columns[match.column].items[match.item]
        return Locus(item.kind, item.anchor, match.side, TextOffset(match.start + _offset(item.cells[match.side])))

    @property
    def strayed(self) -> bool:
        """Whether the window has moved since a match was shown."""
        return self._found_at is not None and self._found_at != self.window.place

    def lit(self, column: Side, index: ItemIndex, side: Side) -> list[LitMatch]:
        """Returns the matches in one side of an item.

        Returns:
            For each match its half-open range in the passage's text, and whether it is the current one; in order.
        """
        if not self.matches:
            return []
        begin = self.words.start_of(column, index, side)
        cell = self.window.spread.columns[column].items[index].cells[side]
        if not cell or cell.note:
            return []
        shift = cell.offset - begin
        spans = self.matches.between(begin, WordsOffset(begin + len(cell.prose.text) + 1))
        return [
            (TextOffset(start + shift), TextOffset(end + shift), (start, end) == self.current) for start, end in spans
        ]

    def show_match(self) -> None:
        """Brings the current match into sight."""
        match, spot = self.match, self.match_spot
        if match and spot:
            self.window.show(match.column, match.side, spot)
            self._found_at = self.window.place

    @property
    def hidden_match(self) -> str:
        """Anchor of the paragraph whose hidden side holds the current match; empty if that is visible."""
        match = self.match
        if match is None or not match.side:
            return ""
        column = self.window.spread.columns[match.column]
        item = column.items[match.item]
        return "" if column.revealed is None or item.anchor in column.revealed else item.anchor


def _offset(cell: Cell | None) -> TextOffset:
    """Returns the offset of a cell's first character in its passage's text."""
    return cell.offset if cell else TextOffset(0)
