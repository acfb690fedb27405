"""A window on an article with what is looked for lit in it."""

from __future__ import annotations

from reader.layout.column import Locus, Place
from reader.layout.spaces import SIDES, ItemIndex, TextOffset
from reader.reading.matches import Match, Matches, Words
from reader.reading.selection import Spot
from reader.reading.window import Window
from reader.search.query import Query

NOTHING = Query(())


class Viewport(Window):
    """A window, and the matches of what is looked for."""

    matches: Matches | None = None
    current: tuple[int, int] | None = None
    """The current match, as characters of all that is shown."""
    _words: Words | None = None
    _found_at: Place | None = None

    @property
    def words(self) -> Words:
        """The article's own words that are shown."""
        if self._words is None:
            self._words = Words(self.spread)
        return self._words

    @property
    def sought(self) -> Query:
        """What is looked for."""
        return self.matches.query if self.matches else NOTHING

    def find(self, query: Query, start: Locus | None = None) -> None:
        """Lights every match and goes to the first one at or after a locus, or after the top of the window."""
        here = (self.spread.find(start) if start else None) or self.place
        self.light(query)
        if self.matches:
            first_side = self.spread.columns[here.side].sides[0]
            self.current = self.matches.first_from(self.words.start_of(here.side, here.item, first_side))
        self.place = self.spread.move_side(here, 0, self.height)
        self.show_match()

    def light(self, query: Query, current: Locus | None = None) -> None:
        """Lights the matches of a query, and goes nowhere; ``current`` tells which is the current one."""
        self.matches = Matches(self.words, query) if query.terms else None
        self.current = None
        if self.matches:
            self.matches.go_on()
            place = self.spread.find(current) if current else None
            if current and place:
                begin = self.words.start_of(place.side, place.item, current.side)
                cell = self.spread.columns[place.side].items[place.item].cells[current.side]
                self.current = self.matches.first_from(begin + current.offset - (cell.offset if cell else 0))

    def next_match(self, by: int) -> None:
        """Goes to the next match or to the one before, around the ends."""
        if not self.matches:
            return
        if by > 0:
            self.current = self.matches.first_from(self.current[1] if self.current else 0)
        else:
            self.matches.finish()
            spans = self.matches.spans
            index = self.matches.index_of(self.current) if self.current else 0
            self.current = spans[((index or 0) - 1) % len(spans)] if spans else None
        self.show_match()

    def is_last_match(self, by: int) -> bool:
        """Whether there is no match behind the current one, or before it; so it is if there is none at all."""
        if not self.matches:
            return True
        self.matches.finish()
        spans = self.matches.spans
        return not spans or self.current == spans[-1 if by > 0 else 0]

    def go_to_first_match(self, by: int) -> bool:
        """Goes to the first match or, backwards, to the last one; returns whether there is one."""
        self.current = None
        self.next_match(by)
        return self.current is not None

    @property
    def match(self) -> Match | None:
        """The current match."""
        return self.words.match(*self.current) if self.current else None

    @property
    def match_locus(self) -> Locus | None:
        """The current match told by the content."""
        match = self.match
        if match is None:
            return None
        item = self.spread.columns[match.column].items[match.item]
        cell = item.cells[match.side]
        offset = TextOffset(match.start + (cell.offset if cell else 0))
        return Locus(item.kind, item.anchor, SIDES[match.side], offset)

    @property
    def strayed(self) -> bool:
        """Whether the reader has gone elsewhere since a match was shown."""
        return self._found_at is not None and self._found_at != self.place

    def lit(self, column: int, index: int, side: int) -> list[tuple[int, int, bool]]:
        """Returns the matches in an item's side: start and end in its passage's text; whether it is the current one."""
        if not self.matches:
            return []
        begin = self.words.start_of(column, index, side)
        cell = self.spread.columns[column].items[index].cells[side]
        if not cell or cell.note:
            return []
        shift = cell.offset - begin
        spans = self.matches.between(begin, begin + len(cell.prose.text) + 1)
        return [(start + shift, end + shift, (start, end) == self.current) for start, end in spans]

    def show_match(self) -> None:
        """Goes where the current match is seen."""
        match = self.match
        if match is None:
            return
        cell = self.spread.columns[match.column].items[match.item].cells[match.side]
        offset = match.start + (cell.offset if cell else 0)
        self.bring_in_sight(match.column, match.side, Spot(match.item, offset))
        if self.place.side == match.column:
            self._chosen = (self.place, ItemIndex(match.item))
        self._found_at = self.place

    @property
    def hidden_match(self) -> str:
        """The anchor of the paragraph whose hidden side holds the current match; empty if that is seen."""
        match = self.match
        if match is None or not match.side:
            return ""
        column = self.spread.columns[match.column]
        item = column.items[match.item]
        return "" if column.revealed is None or item.anchor in column.revealed else item.anchor
