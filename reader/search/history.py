"""What was searched for, as long as the program runs. Pure."""

from __future__ import annotations

MAX_SEARCHES = 100


class History:
    """Searches, the newest last, each once."""

    def __init__(self) -> None:
        self._searches: list[str] = []

    def add(self, words: str) -> None:
        """Keeps a search."""
        words = words.strip()
        if words:
            self._searches = [*(known for known in self._searches if known != words), words][-MAX_SEARCHES:]

    def before(self, words: str) -> str:
        """Returns the search before this one, or the newest one; behind the oldest begins the newest again."""
        known = self._searches
        return known[(known.index(words.strip()) if words.strip() in known else len(known)) - 1] if known else ""
