"""Answers that are kept by their words, those asked for last: two generations within a bound."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.learning.cedict import DictionaryEntry

    Entries = tuple[DictionaryEntry, ...]

MAX_KEPT_CHARS = 80
"""Longest word whose answer is kept: a longer one is a selected text, and is not asked for again."""


class KeptAnswers:
    """Keeps answers by words. The older half goes when the younger one is full; a used answer becomes young again."""

    def __init__(self, most: int) -> None:
        """Takes the number of answers that are kept at most."""
        self._half = most // 2
        self._young: dict[str, Entries] = {}
        self._old: dict[str, Entries] = {}

    def __len__(self) -> int:
        return len(self._young) + len(self._old)

    def get(self, word: str) -> Entries | None:
        """Returns the answer for a word; None if none is kept."""
        found = self._young.get(word)
        if found is None and (found := self._old.pop(word, None)) is not None:
            self.put(word, found)
        return found

    def put(self, word: str, answer: Entries) -> None:
        """Keeps the answer for a word."""
        if not self._half or len(word) > MAX_KEPT_CHARS:
            return
        if len(self._young) >= self._half:
            self._young, self._old = {}, self._young
        self._young[word] = answer

    def clear(self) -> None:
        """Forgets all."""
        self._young, self._old = {}, {}
