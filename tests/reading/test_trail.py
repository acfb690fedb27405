"""The places that were left: the last first, none twice in a row, a bounded number."""

from __future__ import annotations

from reader.layout.column import Locus
from reader.reading.trail import MAX_PLACES, LeftPlace, Trail


def place(number: int) -> LeftPlace:
    return LeftPlace("i", "a", ("zh-Hans", "en"), Locus("paragraph", f"p{number}"))


def test_the_last_other_place_comes_first() -> None:
    trail = Trail()
    for number in (1, 2, 2, 3):
        trail.leave(place(number))
    assert trail.back(place(3)) == place(2)
    assert trail.back(place(2)) == place(1)
    assert trail.back(place(1)) is None


def test_the_oldest_places_are_forgotten() -> None:
    trail = Trail()
    for number in range(MAX_PLACES + 5):
        trail.leave(place(number))
    found = [trail.back(place(-1)) for _ in range(MAX_PLACES + 1)]
    assert found[-2:] == [place(5), None]
