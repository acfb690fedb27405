"""What the reader made, as the screens ask for it. A fault of its file is told once, and stops no reading."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from reader.errors import UnusableError
from reader.gate import clean_line
from reader.marks.mark import FILE_NAME, KINDS, PLACE, Mark, default_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reader.marks.anchoring import Anchoring
    from reader.marks.article_text import TextRange
    from reader.marks.store import MarkStore
    from reader.model.magazine import Issue

T = TypeVar("T")

LAST_PLACES = 20
MADE = tuple(kind for kind in KINDS if kind != PLACE)
"""The kinds of marks that the reader sets; a place is kept by itself."""


class Whereabouts:
    """Where marks stand in an issue; each is looked for once."""

    def __init__(self, issue: Issue) -> None:
        self.issue = issue
        self._found: dict[Mark, tuple[TextRange, ...]] = {}

    @cached_property
    def _anchoring(self) -> Anchoring:
        from reader.marks.anchoring import Anchoring  # the first screen does without, where nothing is marked

        return Anchoring(self.issue)

    def of(self, mark: Mark) -> tuple[TextRange, ...]:
        """Returns where what is marked stands now; nothing if it is lost."""
        found = self._found.get(mark)
        if found is None:
            found = self._found[mark] = self._anchoring.of_mark(mark)
        return found


class Memory:
    """The marks, and what was off with them."""

    def __init__(self) -> None:
        self.path = default_path()
        self.fault = ""
        """What kept the file from being read or written when it was last asked, in one line."""
        self._notice = ""
        self._told: set[str] = set()
        self._whereabouts: Whereabouts | None = None

    @cached_property
    def marks(self) -> MarkStore:
        """The file of marks."""
        from reader.marks.store import MarkStore  # there may be none yet

        return MarkStore(self.path)

    def take_notice(self) -> str:
        """Returns what was off with the file since this was asked last, in one line; nothing is told twice."""
        notice, self._notice = self._notice, ""
        if notice in self._told:
            return ""
        self._told.add(notice)
        return notice

    def _asked(self, ask: Callable[[MarkStore], T], otherwise: T, keeping: bool = False) -> T:
        """Returns what the file answers; something else where it cannot, or where there is none yet."""
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
        """Returns what is told without the folder: there is one line for it."""
        return told.replace(clean_line(self.path), FILE_NAME)

    # -- what there is ----------------------------------------------------------------------------------------

    def all(self) -> tuple[Mark, ...]:
        """Returns everything the reader has marked."""
        return self._asked(lambda marks: marks.all(kinds=MADE), ())

    def near(self, issue: str, article: str) -> Iterator[Mark]:
        """Returns what is marked in an issue, in an article of it first; each mark is read when it is asked for."""
        return self._asked(lambda marks: marks.near(issue, article, MADE), iter(()))

    def place(self, issue: str, article: str) -> Mark | None:
        """Returns the place in an article."""
        return self._asked(lambda marks: marks.place(issue, article), None)

    def places(self, issue: str) -> dict[str, Mark]:
        """Returns the places in an issue by the ids of its articles."""
        found: tuple[Mark, ...] = self._asked(lambda marks: marks.all(issue, (PLACE,)), ())
        return {mark.article: mark for mark in found}

    def last_places(self) -> tuple[Mark, ...]:
        """Returns the places in the articles that were read last."""
        return self._asked(lambda marks: marks.last_places(LAST_PLACES), ())

    def reading(self) -> dict[str, tuple[int, int]]:
        """Returns for each issue how many of its articles are begun and finished."""
        return self._asked(lambda marks: marks.reading(), {})

    def seen(self, folder: str) -> frozenset[str]:
        """Returns the names of a folder's issue files that were seen before."""
        return self._asked(lambda marks: marks.seen(folder), frozenset())

    def whereabouts(self, issue: Issue) -> Whereabouts:
        """Returns where marks stand in an issue; what was found out of the issue that was asked for last is kept."""
        if self._whereabouts is None or self._whereabouts.issue is not issue:
            self._whereabouts = Whereabouts(issue)
        return self._whereabouts

    # -- keeping ------------------------------------------------------------------------------------------------

    def keep(self, *marks: Mark) -> bool:
        """Keeps marks; returns whether they are on the disk."""
        return self._asked(lambda file: file.put(marks) >= 0, otherwise=False, keeping=True)

    def see(self, folder: str, names: Iterable[str]) -> None:
        """Keeps that issue files were seen."""
        self._asked(lambda marks: marks.see(folder, names), None, keeping=True)
