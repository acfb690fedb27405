"""A recording of an article on the clock: which passage is heard when, and where to begin. Pure."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from reader.model.passage import streams
from reader.model.record import record, replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.magazine import Article
    from reader.model.recording import Recording

NOTHING_YET = -1
"""Index of the passage that is heard before the first one begins."""


@record
class Heard:
    """A passage that is heard from a time on."""

    anchor: str
    """As the items of the article have it."""
    milliseconds: int
    length_chars: int
    """Length of its longest text."""
    place: tuple[int, int]
    """Number of its list, and of the passage in it."""


@record
class Timeline:
    """The passages of a recording in the order of their times."""

    heard: tuple[Heard, ...]
    places: dict[str, tuple[int, int]]
    """The place of every passage of the article, by anchor."""

    def at(self, milliseconds: int) -> int:
        """Returns the index of the passage that is heard at a time, or :data:`NOTHING_YET`."""
        return bisect_right(self.heard, milliseconds, key=attrgetter("milliseconds")) - 1

    def next_after(self, milliseconds: int) -> int | None:
        """Returns the time at which the next passage begins; None after the last one."""
        index = self.at(milliseconds) + 1
        return self.heard[index].milliseconds if index < len(self.heard) else None

    def start_for(self, anchor: str) -> int:
        """Returns the time at which to begin for a passage: that of the last one up to it in its list, else 0."""
        place = self.places.get(anchor, (-1, 0))
        before = [each for each in self.heard if each.place[0] == place[0] and each.place <= place]
        return max(before, key=attrgetter("place")).milliseconds if before else 0


def timeline_of(article: Article, recording: Recording) -> Timeline:
    """Returns the times of a recording; passages that the article has not are left out."""
    by_anchor: dict[str, Heard] = {}
    places = {}
    for order, stream in enumerate(streams(article)):
        for number, by_number in enumerate(stream.number_anchors(), 1):
            passage = stream.passage(number)
            length = max((len(prose.text) for _, prose in passage.text.sides), default=0)
            places[passage.anchor] = (order, number)
            by_anchor[by_number] = by_anchor[passage.anchor] = Heard(passage.anchor, 0, length, (order, number))
    heard = [
        replace(found, milliseconds=start.milliseconds)
        for start in sorted(recording.starts, key=attrgetter("milliseconds"))
        if (found := by_anchor.get(start.anchor))
    ]
    return Timeline(tuple(heard), places)


def in_order_of(recordings: Sequence[Recording], languages: Sequence[str]) -> list[Recording]:
    """Returns the recordings that go with the languages that are shown, those of the first language first."""
    ranks = {language: rank for rank, language in enumerate((*languages, ""))}
    return sorted((each for each in recordings if each.language in ranks), key=lambda each: ranks[each.language])
