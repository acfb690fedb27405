"""The marks that the screen has acknowledged, to be compared with those that are kept. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.marks.mark import Mark

BOOKMARK = re.compile(rb"(Bookmarked|Bookmark removed:) ([a-z0-9/-]+#p[0-9]+)")
NOTE = re.compile(rb"Kept\.")
REFUSED = re.compile(rb"marks cannot be (kept|read)")


class Ledger:
    """Bookmarks by address and notes by a word of their own, as the screen has acknowledged them.

    A key or a click without an answer may have changed one bookmark, and no more. As soon as the program has settled,
    the bookmarks that are kept are compared, and those that may differ are known again.
    """

    def __init__(self) -> None:
        self._bookmarks: set[str] = set()
        self._notes: set[str] = set()
        self._open = 0
        self.acknowledged = 0
        """The number of acknowledgements."""
        self.unanswered = 0
        """The number of keys for a bookmark whose answer did not come."""

    @property
    def is_open(self) -> bool:
        """Whether a key or a click may have changed a bookmark since the last comparison."""
        return bool(self._open)

    def bookmark(self, answer: re.Match[bytes] | None) -> None:
        """Enters the answer to the key for a bookmark; None if none came."""
        if answer is None:
            self.unanswered += 1
            self.may_change(1)
            return
        change = self._bookmarks.add if answer[1] == b"Bookmarked" else self._bookmarks.discard
        change(answer[2].decode())
        self.acknowledged += 1

    def may_change(self, count: int) -> None:
        """Enters a number of bookmarks that clicks or keys may have changed."""
        self._open += count

    def note(self, word: str) -> None:
        """Enters a note that was acknowledged."""
        self._notes.add(word)
        self.acknowledged += 1

    def settle(self, marks: Iterable[Mark]) -> list[str]:
        """Compares all with the marks that are kept; returns those that differ, and goes on from those that are kept.

        Every bookmark is compared, also one that is kept and was never acknowledged.
        """
        kept = tuple(marks)
        notes = [mark.note for mark in kept]
        lost = {word for word in self._notes if not any(word in note for note in notes)}
        self._notes -= lost
        there = {_address(mark) for mark in kept if mark.kind == "bookmark"}
        differ = sorted(self._bookmarks ^ there)
        told = [f"bookmark {address}" for address in differ] if len(differ) > self._open else []
        self._bookmarks, self._open = there, 0
        return [f"note {word}" for word in sorted(lost)] + told


def _address(mark: Mark) -> str:
    return f"{mark.issue}/{mark.article}#{mark.quotations[0].anchor}"
