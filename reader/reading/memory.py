"""The reader's marks, as the screens ask for them. A fault of their file is reported once, and stops no reading."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from reader.errors import UnusableError
from reader.gate import shown_path
from reader.marks.mark import FILE_NAME, KINDS, PLACE, WORD, Mark, default_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reader.marks.anchoring import Anchoring
    from reader.marks.article_text import TextRange
    from reader.marks.store import MarkStore
    from reader.model.magazine import Issue

T = TypeVar("T")

LAST_PLACES = 20
"""Maximum number of places among which the shelf looks for an article to continue."""
MADE = tuple(kind for kind in KINDS if kind != PLACE)
"""Kinds of marks that the reader sets; a place is kept without a command."""


class Whereabouts:
    """The stretches of marks in an issue; each mark is searched for once."""

    def __init__(self, issue: Issue) -> None:
        self.issue = issue
        self._found: dict[Mark, tuple[TextRange, ...]] = {}

    @cached_property
    def _anchoring(self) -> Anchoring:
        from reader.marks.anchoring import Anchoring  # not at the start of the first screen, where nothing is marked

        return Anchoring(self.issue)

    def of(self, mark: Mark) -> tuple[TextRange, ...]:
        """Returns the stretches of a mark in the issue as it is now; none if its text is lost."""
        found = self._found.get(mark)
        if found is None:
            found = self._found[mark] = self._anchoring.of_mark(mark)
        return found


class Memory:
    """The marks, and the faults of their file."""

    def __init__(self) -> None:
        self.path = default_path()
        self.fault = ""
        """Last fault that kept the file from being read or written, in one line."""
        self._notice = ""
        self._told: set[str] = set()
        self._whereabouts: Whereabouts | None = None

    @cached_property
    def marks(self) -> MarkStore:
        """File of the marks."""
        from reader.marks.store import MarkStore  # not at the start, where there is no file yet

        return MarkStore(self.path)

    def take_notice(self, of_unreadable: tuple[str, str]) -> str:
        """Returns the file's last fault since the last call, in one line; empty without one, or if it was returned.

        ``of_unreadable`` are the sentences on one row that cannot be read, and on any other number of them, with
        ``{file}`` and ``{count}`` in them.
        """
        notice, self._notice = self._notice, ""
        if not notice and (count := self.unreadable):
            notice = of_unreadable[count != 1].format(file=FILE_NAME, count=count)
        if notice in self._told:
            return ""
        self._told.add(notice)
        return notice

    @property
    def unreadable(self) -> int:
        """Number of the rows of the file that were met and cannot be read."""
        return len(self.marks.unreadable) if "marks" in vars(self) else 0

    def _asked(self, ask: Callable[[MarkStore], T], otherwise: T, keeping: bool = False) -> T:
        """Returns the answer of the file; ``otherwise`` where it has a fault, or does not exist yet."""
        if not keeping and not os.path.exists(self.path):
            return otherwise
        try:
            return ask(self.marks)
        except UnusableError as error:
            self.fault = self._notice = self._short(str(error))
            return otherwise
        finally:
            if self.marks.notice:
                self._notice, self.marks.notice = self._short(self.marks.notice), ""

    def _short(self, told: str) -> str:
        """Returns a message with the file's name in place of its path: there is one line for it."""
        return told.replace(shown_path(self.path), FILE_NAME)

    # -- reading ----------------------------------------------------------------------------------------

    def all(self) -> tuple[Mark, ...]:
        """Returns all marks that the reader has set."""
        return self._asked(lambda marks: marks.all(kinds=MADE), ())

    def words(self) -> tuple[Mark, ...]:
        """Returns the words that the reader has kept."""
        return self._asked(lambda marks: marks.all(kinds=(WORD,)), ())

    def near(self, issue: str, article: str) -> Iterator[Mark]:
        """Yields the marks in an issue, those of one article first; each is read from the file when it is asked for."""
        return self._asked(lambda marks: marks.near(issue, article, MADE), iter(()))

    def has_notes(self, issue: str, article: str) -> bool:
        """Whether an article has a mark with a note."""
        return self._asked(lambda marks: any(mark.note for mark in marks.of_article(issue, article)), otherwise=False)

    def place(self, issue: str, article: str) -> Mark | None:
        """Returns the place in an article."""
        return self._asked(lambda marks: marks.place(issue, article), None)

    def places(self, issue: str) -> dict[str, Mark]:
        """Returns the places in an issue by the ids of its articles."""
        found: tuple[Mark, ...] = self._asked(lambda marks: marks.all(issue, (PLACE,)), ())
        return {mark.article: mark for mark in found}

    def last_places(self) -> tuple[Mark, ...]:
        """Returns the places in the articles that were read last, the newest first."""
        return self._asked(lambda marks: marks.last_places(LAST_PLACES), ())

    def reading(self) -> dict[str, tuple[int, int]]:
        """Returns the numbers of begun and of finished articles, by the issue's id."""
        return self._asked(lambda marks: marks.reading(), {})

    def seen(self, folder: str) -> frozenset[str]:
        """Returns the names of a folder's issue files that were seen before."""
        return self._asked(lambda marks: marks.seen(folder), frozenset())

    def whereabouts(self, issue: Issue) -> Whereabouts:
        """Returns the stretches of marks in an issue; those of the last issue are kept."""
        if self._whereabouts is None or self._whereabouts.issue is not issue:
            self._whereabouts = Whereabouts(issue)
        return self._whereabouts

    # -- keeping ------------------------------------------------------------------------------------------------

    def keep(self, *marks: Mark) -> bool:
        """Writes marks; returns whether they are on the disk."""
        return self._asked(lambda file: file.put(marks) >= 0, otherwise=False, keeping=True)

    def see(self, folder: str, names: Iterable[str]) -> None:
        """Writes down that the reader has seen issue files."""
        self._asked(lambda marks: marks.see(folder, names), None, keeping=True)
