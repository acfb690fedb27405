"""The places that the reader has left by a jump, for the way back. Pure."""

from __future__ import annotations

from collections import deque

from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.layout.column import Locus

MAX_PLACES = 200
"""Number of places that are kept; the oldest ones are forgotten."""


@record
class LeftPlace:
    """A place in an article, in the languages that it was shown in."""

    issue: str
    article: str
    languages: tuple[str, str]
    locus: Locus
    current: str = ""
    """Anchor of the current passage; empty in the head of the article."""


class Trail:
    """The places that were left, the last one at the end. It survives the screens, but not the program."""

    def __init__(self) -> None:
        self._places: deque[LeftPlace] = deque(maxlen=MAX_PLACES)

    def leave(self, place: LeftPlace) -> None:
        """Keeps a place that is about to be left; once, if it is the last one already."""
        if not self._places or self._places[-1] != place:
            self._places.append(place)

    def back(self, here: LeftPlace) -> LeftPlace | None:
        """Returns the last place that is not the present one, and forgets it; None if there is none."""
        while self._places:
            if (place := self._places.pop()) != here:
                return place
        return None
