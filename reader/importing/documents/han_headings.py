"""The side of short texts in Han characters alone, which may be Chinese or Japanese, by that of their neighbours."""

from __future__ import annotations

from itertools import pairwise

from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Literal

    from reader.importing.documents.document import SourceUnit
    from reader.importing.documents.languages import Letters

    Side = Letters | Literal[""]

MAX_CHARS = 20
"""Length of the longest text in Han characters that may be Japanese."""
_NONE: Side = ""
ALTERNATING_SHARE = 0.5
"""Share of the neighbours that differ in their languages from which on the languages follow each other in turn."""


def with_sides_of_neighbours(units: Sequence[SourceUnit], sides: Sequence[Side]) -> list[Side]:
    """Returns the sides of the units of a text in Chinese and Japanese.

    A short one in Han characters has the side of both its neighbours; where the two languages follow each other text
    by text, it goes on so. One that begins or ends a language keeps its own.
    """
    open_places = [at for at, unit in enumerate(units) if sides[at] == "han" and _may_be_japanese(unit)]
    clear = [side for at, side in enumerate(sides) if side in _TURNED and at not in set(open_places)]
    changes = sum(one != other for one, other in pairwise(clear))
    in_turn = changes >= ALTERNATING_SHARE * (len(clear) - 1)
    found = [*sides]
    for start, end in _runs(open_places):
        before = next((side for side in reversed(found[:start]) if side in _TURNED), _NONE)
        after = next((side for side in sides[end:] if side in _TURNED), _NONE)
        found[start:end] = _sides_between(before, after, end - start, in_turn=in_turn)
    return found


_TURNED: dict[Side, Side] = {"han": "kana", "kana": "han"}


def _sides_between(before: Side, after: Side, count: int, *, in_turn: bool) -> list[Side]:
    """Returns the sides of texts between two neighbours, either of which may be missing."""
    if not in_turn or not (before or after):
        is_between = bool(before and after and before != after) or not (before or after)
        return ["han" if is_between else before or after] * count
    made = [_TURNED[before]] if before else [_TURNED[after] if count % 2 else after]
    while len(made) < count:
        made.append(_TURNED[made[-1]])
    is_out_of_turn = after == made[-1]
    return ["han"] * count if is_out_of_turn else made


def _may_be_japanese(unit: SourceUnit) -> bool:
    text = unit.text.text
    return (
        not unit.key and not unit.tag and len(text) <= MAX_CHARS and not ends_sentence(text) and _in_japanese_set(text)
    )


def _in_japanese_set(text: str) -> bool:
    """Whether a text is of characters that Japanese has: many forms of simplified Chinese are not among them."""
    try:
        text.encode("cp932")
    except UnicodeEncodeError:
        return False
    return True


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yields the bounds of runs of places that follow each other."""
    start = 0
    for at in range(1, len(places) + 1):
        if at == len(places) or places[at] != places[at - 1] + 1:
            yield places[start], places[at - 1] + 1
            start = at
