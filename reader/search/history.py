"""Earlier searches, kept until the program ends."""

from __future__ import annotations

MAX_SEARCHES = 100
"""Maximum number of searches; the oldest go first."""


class SearchHistory:
    """The words of searches, the newest last, each once."""

    def __init__(self) -> None:
        self._searches: list[str] = []

    def add(self, words: str) -> None:
        """Adds a search, unless it is blank."""
        words = words.strip()
        if words:
            self._searches = [*(known for known in self._searches if known != words), words][-MAX_SEARCHES:]

    def before(self, words: str) -> str:
        """Returns the search before another, or the newest; before the oldest comes the newest again.

        Returns an empty string if there is no search.
        """
        known = self._searches
        return known[(known.index(words.strip()) if words.strip() in known else len(known)) - 1] if known else ""
