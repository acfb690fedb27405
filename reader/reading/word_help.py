"""Help with words: readings and glosses that are worked out in a thread, before their texts are drawn."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from reader.layout.spaces import SIDES, ItemIndex
from reader.model.record import record, replace
from reader.reading.dressing import HelpStyle, helped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reader.layout.item import Cell, Item
    from reader.layout.spaces import Side
    from reader.learning.dictionaries import Dictionaries
    from reader.learning.text_words import TextWord, WantedText
    from reader.learning.vocabulary import ReaderVocabulary
    from reader.model.terms import Terms
    from reader.reading.window import Window

    TextKey = tuple[str, str, str]
    """The language of a text, the text, and its translation."""

MAX_KEPT_TEXTS = 2_000
"""Number of texts whose words are kept."""
MAX_HELPED_CHARS = 20_000
"""Longest text whose words are looked up: a longer one is no prose."""
TEXTS_AT_ONCE = 6
"""Number of texts whose words are looked up in a turn of the thread: a turn costs as much as a short text."""
AHEAD_ITEMS = 4
"""Least number of items before and behind the window whose words are looked up before they are in sight."""


@record
class Learning:
    """The languages whose words are helped with."""

    chinese: bool = True
    english: bool = False

    def has(self, tag: str) -> bool:
        """Whether texts with a tag are helped with."""
        base = tag.partition("-")[0]
        return (self.chinese and base == "zh") or (self.english and base == "en")

    @classmethod
    def of(cls, wanted: str, interface: str) -> Learning:
        """Returns the languages of the setting ``learning``; ``auto`` is the one that the interface is not in."""
        if wanted == "auto":
            wanted = "en" if interface == "zh" else "zh"
        return cls(wanted in ("zh", "both"), wanted in ("en", "both"))


class WordHelp:
    """The words of texts, and the items with readings and glosses above them."""

    def __init__(self, opened: Callable[[], Dictionaries]) -> None:
        """Takes the dictionaries; ``opened`` is called in the thread, as the first question makes a file."""
        self._opened = opened
        self._learning, self._style = Learning(), HelpStyle()
        self._terms: Terms | None = None
        self.vocabulary: ReaderVocabulary | None = None
        """The words that the reader knows; None until they are read, and nothing is above the text till then."""
        self._dictionaries: Dictionaries | None = None
        self._words: dict[TextKey, tuple[TextWord, ...]] = {}
        self._missing: dict[TextKey, WantedText] = {}
        self._lock = Lock()

    def take(self, style: HelpStyle, learning: Learning, terms: Terms | None) -> None:
        """Takes the readings and glosses that are wanted, the languages, and the glossary of the issue."""
        if terms is not self._terms:
            self._words.clear()
        self._style, self._learning, self._terms = style, learning, terms

    # -- drawing --------------------------------------------------------------------------------------

    def helped(self, item: Item, drawn: Item) -> Item:
        """Returns an item with readings and glosses, as far as its words are known by now.

        Args:
            item: The item.
            drawn: The same item in the script on the screen.
        """
        if self.vocabulary is None:
            return drawn
        cells: list[Cell | None] = [*drawn.cells]
        for side, cell, beside in _texts(item):
            words = self._words.get(_key(cell, beside)) if self._helps(cell) else None
            shown = cells[side]
            if words and shown:
                prose = helped(shown.prose, words, self.vocabulary, self._style)
                cells[side] = replace(shown, prose=prose)
        left, right = cells
        return replace(drawn, cells=(left, right))

    def is_ready(self, item: Item) -> bool:
        """Whether the words of an item are known."""
        return all(_key(cell, beside) in self._words for _, cell, beside in _texts(item) if self._helps(cell))

    # -- looking up -----------------------------------------------------------------------------------

    def want(self, items: Iterable[Item]) -> bool:
        """Has the words of items looked up, before those of earlier calls; returns whether any are missing."""
        missing: dict[TextKey, WantedText] = {}
        for item in items:
            for _, cell, beside in _texts(item):
                key = _key(cell, beside)
                if self._helps(cell) and key not in self._words:
                    missing[key] = self._missing.get(key) or self._wanted(cell, beside)
        self._missing = missing | {key: text for key, text in [*self._missing.items()] if key not in missing}
        return bool(self._missing)

    def work(self) -> None:
        """Looks up the words of a few texts that are missing. Runs in a thread.

        Raises:
            UnusableError: If the lists of words cannot be read.
        """
        from reader.learning.text_words import words_in

        with self._lock:
            for key, wanted in [*self._missing.items()][:TEXTS_AT_ONCE]:
                if self._dictionaries is None:
                    self._dictionaries = self._opened()
                words = words_in(wanted, self._dictionaries)
                if len(self._words) >= MAX_KEPT_TEXTS:
                    self._words.clear()
                self._words[key] = words
                self._missing.pop(key, None)

    def drop_missing(self) -> None:
        """Gives up the texts that are missing: their words cannot be looked up."""
        with self._lock:
            self._words |= dict.fromkeys(self._missing, ())
            self._missing.clear()

    @property
    def is_complete(self) -> bool:
        """Whether no text is missing."""
        return not self._missing

    def close(self) -> None:
        """Closes the reader's own dictionaries."""
        with self._lock:
            if self._dictionaries:
                self._dictionaries.close()
                self._dictionaries = None

    def _helps(self, cell: Cell) -> bool:
        return self._learning.has(cell.language)

    def _wanted(self, cell: Cell, beside: str) -> WantedText:
        from reader.learning.text_words import FixedWord, WantedText

        text, tag = cell.prose.text, cell.language
        fixed = []
        for start, end, entry in self._terms.found(tag, text) if self._terms else ():
            if tag.startswith("zh"):
                gloss = entry.term.plain("en")
                fixed.append(FixedWord(start, end, entry.pinyin, gloss if gloss != text[start:end] else ""))
            else:
                names = (entry.term.plain(other) for other in entry.term.languages if other.startswith("zh"))
                fixed.append(FixedWord(start, end, "", next(names, "")))
        return WantedText(text, tag, beside, tuple(fixed))


def around(window: Window) -> Iterator[Item]:
    """Yields the items in sight, then those of about the next page and some of the page before."""
    for number, column in enumerate(window.spread.columns):
        shown = sorted({row.at[number] for row in window.rows if row.at[number] >= 0})
        first, last = (shown[0], shown[-1]) if shown else (0, 0)
        ahead = max(AHEAD_ITEMS, last - first + 1)
        for index in map(ItemIndex, (*range(first, last + 1 + ahead), *range(first - 1, first - 1 - AHEAD_ITEMS, -1))):
            if 0 <= index < len(column.items):
                yield column.items[index]


def _texts(item: Item) -> Iterator[tuple[Side, Cell, str]]:
    """Yields the sides of an item with their running text, and the text of the other side."""
    for side in SIDES:
        cell, other = item.cells[side], item.cells[1 - side]
        if cell and _is_prose(item, cell):
            yield side, cell, other.prose.text if other and _is_prose(item, other) else ""


def _is_prose(item: Item, cell: Cell) -> bool:
    is_text = not (cell.note or cell.table or cell.code_language) and item.kind not in ("kicker", "colophon", "credits")
    return is_text and 0 < len(cell.prose.text) <= MAX_HELPED_CHARS


def _key(cell: Cell, beside: str) -> TextKey:
    return cell.language, cell.prose.text, beside
