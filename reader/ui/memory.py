"""What the reader made, as the screens ask for it. A fault of its file is told once, and stops no reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from reader.errors import UnusableError
from reader.marks.anchoring import Anchoring
from reader.marks.mark import KINDS, PLACE, Mark
from reader.marks.store import Marks, default_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reader.marks.ground import Stretch
    from reader.model.magazine import Issue

T = TypeVar("T")

LAST_PLACES = 20
MADE = tuple(kind for kind in KINDS if kind != PLACE)
"""The kinds of marks that the reader sets; a place is kept by itself."""


class Whereabouts:
    """Where marks stand in an issue; each is looked for once."""

    def __init__(self, issue: Issue) -> None:
        self.issue = issue
        self._anchoring = Anchoring(issue)
        self._found: dict[Mark, tuple[Stretch, ...]] = {}

    def of(self, mark: Mark) -> tuple[Stretch, ...]:
        """Returns where what is marked stands now; nothing if it is lost."""
        found = self._found.get(mark)
        if found is None:
            found = self._found[mark] = self._anchoring.of_mark(mark)
        return found


class Memory:
    """The marks, and what was off with them."""

    def __init__(self) -> None:
        self.marks = Marks(default_path())
        self._notice = ""
        self._told: set[str] = set()
        self._whereabouts: Whereabouts | None = None

    def take_notice(self) -> str:
        """Returns what was off with the file since this was asked last, in one line; nothing is told twice."""
        notice, self._notice = self._notice or self.marks.notice, ""
        self.marks.notice = ""
        if notice in self._told:
            return ""
        self._told.add(notice)
        return notice

    def _asked(self, ask: Callable[[], T], otherwise: T) -> T:
        try:
            return ask()
        except UnusableError as error:
            self._notice = str(error)
            return otherwise

    # -- what there is ----------------------------------------------------------------------------------------

    def all(self) -> tuple[Mark, ...]:
        """Returns everything the reader has marked."""
        return self._asked(lambda: self.marks.all(kinds=MADE), ())

    def near(self, issue: str, article: str) -> Iterator[Mark]:
        """Returns what is marked in an issue, in an article of it first; each mark is read when it is asked for."""
        return self._asked(lambda: self.marks.near(issue, article, MADE), iter(()))

    def place(self, issue: str, article: str) -> Mark | None:
        """Returns the place in an article."""
        return self._asked(lambda: self.marks.place(issue, article), None)

    def places(self, issue: str) -> dict[str, Mark]:
        """Returns the places in an issue by the ids of its articles."""
        found: tuple[Mark, ...] = self._asked(lambda: self.marks.all(issue, (PLACE,)), ())
        return {mark.article: mark for mark in found}

    def last_places(self) -> tuple[Mark, ...]:
        """Returns the places in the articles that were read last."""
        return self._asked(lambda: self.marks.last_places(LAST_PLACES), ())

    def reading(self) -> dict[str, tuple[int, int]]:
        """Returns for each issue how many of its articles are begun and finished."""
        return self._asked(self.marks.reading, {})

    def seen(self, folder: str) -> frozenset[str]:
        """Returns the names of a folder's issue files that were seen before."""
        return self._asked(lambda: self.marks.seen(folder), frozenset())

    def whereabouts(self, issue: Issue) -> Whereabouts:
        """Returns where marks stand in an issue; what was found out of the issue that was asked for last is kept."""
        if self._whereabouts is None or self._whereabouts.issue is not issue:
            self._whereabouts = Whereabouts(issue)
        return self._whereabouts

    # -- keeping ------------------------------------------------------------------------------------------------

    def keep(self, *marks: Mark) -> bool:
        """Keeps marks; returns whether they are on the disk."""
        return self._asked(lambda: self.marks.put(marks) >= 0, otherwise=False)

    def see(self, folder: str, names: Iterable[str]) -> None:
        """Keeps that issue files were seen."""
        self._asked(lambda: self.marks.see(folder, names), None)
