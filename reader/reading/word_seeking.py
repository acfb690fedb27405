"""The words of an article that the look-up's cursor goes to, and the answers of the reader's dictionaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.reading.direction import BACKWARD, FORWARD
from reader.reading.word_cursor import neighbour, on_word, text_at
from reader.reading.words import WordFinder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.layout.item import Cell
    from reader.learning.dictionaries import Answer, Dictionaries
    from reader.model.magazine import GlossaryEntry
    from reader.model.terms import Terms
    from reader.reading.selection import Selection
    from reader.reading.window import Window
    from reader.reading.word_cursor import Sought


class WordSeeker:
    """Finds words by the dictionaries, which are open from :meth:`open` to :meth:`close`."""

    def __init__(self, wanted: Sequence[str], terms: Terms | None) -> None:
        """Takes the names of the dictionaries that answer first, and the glossary, whose terms are words."""
        self._wanted, self._terms = wanted, terms
        self._opened: Dictionaries | None = None

    @property
    def is_open(self) -> bool:
        """Whether a question is answered at once."""
        return self._opened is not None

    @property
    def opens_at_once(self) -> bool:
        """Whether the bundled dictionary is open since an earlier look-up: the reader's own take a millisecond each."""
        from reader.learning.bundled import bundled_dictionary

        return bundled_dictionary().is_open

    def open(self) -> None:
        """Opens the dictionaries; the first time of all this makes a file, which takes a second."""
        from reader.learning.dictionaries import Dictionaries, readers_dictionaries

        opened = Dictionaries(readers_dictionaries(self._wanted))
        opened.longest("一", 0)
        self._opened = opened

    def close(self) -> None:
        """Closes the dictionaries."""
        if self._opened:
            self._opened.close()
            self._opened = None

    def answer(self, word: str) -> Answer:
        """Returns the answer of the dictionaries, which are open."""
        assert self._opened
        return self._opened.answer(word)

    def found(self, window: Window, sought: Sought) -> Selection | None:
        """Returns the word at a place, or the next one on the way; None if there is none."""
        place: Selection | None = sought.place
        way = sought.way
        while place:
            cell = text_at(window.spread.columns[place.column], place.head.item, place.side)
            if cell and self._opened:
                finder = WordFinder(cell.prose.text, self._opened.longest, [term[:2] for term in self.terms_in(cell)])
                offset = place.head.offset - cell.offset
                if word := {"at": finder.at, "behind": finder.behind, "before": finder.before}[way](offset):
                    return on_word(place, cell, word)
            if way == "at":
                way = "before"  # behind the last word of a text: the cursor stays in it
                continue
            place = neighbour(window, place, BACKWARD if way == "before" else FORWARD)
        return None

    def terms_in(self, cell: Cell) -> Sequence[tuple[int, int, GlossaryEntry]]:
        """Returns the places of the glossary's terms in a text, with their entries."""
        return self._terms.found(cell.language, cell.prose.text) if self._terms else ()
