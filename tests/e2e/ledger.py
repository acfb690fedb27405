"""The marks that the screen has acknowledged, to be compared with those that are kept. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.marks.mark import Mark

BOOKMARK = re.compile(rb"(Bookmarked|Bookmark removed:) ([a-z0-9/-]+#p[0-9]+)")
NOTE = re.compile(rb"Kept\.")


class Ledger:
    """Bookmarks by address and notes by a word of their own, as the screen has acknowledged them."""

    def __init__(self) -> None:
        self._bookmarks: dict[str, bool] = {}
        self._notes: set[str] = set()
        self.acknowledged = 0
        """The number of acknowledgements."""
        self.unanswered = 0
        """The number of keys for a bookmark whose answer did not come: each may have changed one."""

    def bookmark(self, answer: re.Match[bytes] | None) -> None:
        """Enters the answer to the key for a bookmark; None if none came."""
        if answer is None:
            self.unanswered += 1
            return
        self._bookmarks[answer[2].decode()] = answer[1] == b"Bookmarked"
        self.acknowledged += 1

    def note(self, word: str) -> None:
        """Enters a note that was acknowledged."""
        self._notes.add(word)
        self.acknowledged += 1

    def lost(self, marks: Iterable[Mark]) -> list[str]:
        """Returns the acknowledged bookmarks and notes that kept marks are not as they were acknowledged.

        As many bookmarks may differ as keys were not answered.
        """
        kept = tuple(marks)
        notes = [mark.note for mark in kept]
        lost = [f"note {word}" for word in sorted(self._notes) if not any(word in note for note in notes)]
        there = {_address(mark) for mark in kept if mark.kind == "bookmark"}
        differ = [address for address, is_set in self._bookmarks.items() if is_set != (address in there)]
        return lost + [f"bookmark {address}" for address in differ] * (len(differ) > self.unanswered)


def _address(mark: Mark) -> str:
    return f"{mark.issue}/{mark.article}#{mark.quotations[0].anchor}"
