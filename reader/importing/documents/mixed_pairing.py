"""Pairs of the units of one source in both languages: by keys, by their place beside each other, by words."""

from __future__ import annotations

from itertools import groupby, pairwise

from reader.alignment.best_path import cheapest_path
from reader.alignment.comparing import compared
from reader.alignment.scores import Scores
from reader.importing.documents import weights
from reader.importing.documents.blocks import blocks_of
from reader.importing.documents.pairs import UnitPair
from reader.importing.documents.source_pairing import align_units
from reader.model.language import is_ideographic
from reader.model.record import record, replace
from reader.model.text import Prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.importing.documents.document import SourceUnit

    Languages = tuple[str, str]


@record
class _Spot:
    """The place of a unit in its source."""

    cell: int
    """Number of the run of one language and the run of the other that it is in."""
    rank: int
    """Its place among those of its language there."""
    size: int
    """Their number."""
    at: int
    """Its place in the source."""


class _PlacedScores(Scores):
    """Scores of units that also weigh how near they are to each other in the source."""

    def __init__(self, scores: Scores, ours: Sequence[_Spot], theirs: Sequence[_Spot]) -> None:
        """Takes scores without places, and the place of each unit of both sides."""
        super().__init__(scores.first, scores.second, 1.0, scores.evidence)
        self._scores, self._ours, self._theirs = scores, ours, theirs

    def cost(self, left: range, right: range) -> float:
        """Returns the cost of pairing units, with that of their places."""
        return self._scores.cost(left, right) + self._cost_of_places(left, right)

    def _cost_of_places(self, left: range, right: range) -> float:
        apart = max(abs(self._ours[i].cell - self._theirs[j].cell) for i in left for j in right)
        if apart:
            return min(weights.OTHER_PLACE_COST * apart, weights.MAX_PLACE_COST)
        one, other = self._ours[left.start], self._theirs[right.start]
        if max(one.size, other.size) > weights.LONG_RUN:
            return 0.0
        is_single = len(left) == len(right) == 1
        is_beside = is_single and abs(one.at - other.at) == 1
        is_same_rank = is_single and one.size == other.size and one.rank == other.rank
        gain = weights.SAME_PLACE_GAIN + weights.SAME_RANK_GAIN * is_same_rank + weights.BESIDE_GAIN * is_beside
        return -gain * (weights.PLACE_SHARE if self.evidence else 1.0) + (0 if is_single else weights.MERGED_COST)


def paired_in_place(units: Sequence[SourceUnit], languages: Languages) -> list[UnitPair]:
    """Returns the units of a source in pairs; ``languages`` are the tags of the left and the right side."""
    found: list[UnitPair] = []
    units = _with_items_beside([part for unit in units for part in _without_repeat(unit)], languages)
    for key, run in groupby(_by_key(units), key=lambda unit: unit.key):
        own = list(run)
        found += _within_key(own, languages) if key else _in_stretch(_with_code_in_place(own, languages), languages)
    return found


def _without_repeat(unit: SourceUnit) -> list[SourceUnit]:
    """Returns code as two units if its second half repeats the first: that of two languages, without text between."""
    lines = unit.text.text.split("\n")
    half = len(lines) // 2
    if len(lines) % 2 and not lines[half].strip():
        del lines[half]
    if unit.kind != "code" or len(lines) % 2 or lines[:half] != lines[half:]:
        return [unit]
    return [replace(unit, text=Prose("\n".join(lines[:half])))] * 2


def _with_items_beside(units: Sequence[SourceUnit], languages: Languages) -> list[SourceUnit]:
    """Returns units; where items of lists of one alternate with paragraphs in the other language, these are items."""
    found = list(units)
    places = [
        at
        for at, (one, other) in enumerate(pairwise(units))
        if (one.kind, other.kind) == ("item", "paragraph")
        and {one.tag, other.tag} == set(languages)
        and not (one.key or other.key)
    ]
    for at in places:
        if {at - 2, at + 2} & {*places}:
            item = units[at]
            own = replace(units[at + 1], kind="item", group=item.group, level=item.level, is_ordered=item.is_ordered)
            found[at + 1] = own
    return found


def _by_key(units: Sequence[SourceUnit]) -> Iterator[SourceUnit]:
    """Yields units with those of one key together, at the place of the first one."""
    keyed: dict[str, list[SourceUnit]] = {}
    for unit in units:
        if unit.key:
            keyed.setdefault(unit.key, []).append(unit)
    for unit in units:
        if not unit.key:
            yield unit
        else:
            yield from keyed.pop(unit.key, ())


def _within_key(units: Sequence[SourceUnit], languages: Languages) -> list[UnitPair]:
    left = [unit for unit in units if unit.tag == languages[0]]
    right = [unit for unit in units if unit.tag == languages[1]]
    neutral = [unit for unit in units if unit.tag not in languages]
    if neutral:
        spare = left if not left else right if not right else []
        if not left and not right:
            return [UnitPair(unit, unit) for unit in neutral]
        if not left:
            left = [replace(unit, tag=languages[0]) for unit in neutral]
        elif not right:
            right = [replace(unit, tag=languages[1]) for unit in neutral]
        else:
            del spare[:]
            left += neutral
    if len(left) == len(right):
        return [UnitPair(one, other) for one, other in zip(left, right, strict=True)]
    if not left or not right:
        return [UnitPair(one, None) for one in left] + [UnitPair(None, one) for one in right]
    if min(len(left), len(right)) == 1:
        shared = [UnitPair(left[0], right[0])]
        shared += [UnitPair(one, None, goes_on=True) for one in left[1:]]
        return shared + [UnitPair(None, one, goes_on=True) for one in right[1:]]
    return align_units(left, right, languages, is_one_source=True)


def _with_code_in_place(units: Sequence[SourceUnit], languages: Languages) -> list[SourceUnit]:
    """Returns units of which those in no language have that of the side that they belong to; one for both has none."""
    found = list(units)
    same: dict[str, list[int]] = {}
    for at, unit in enumerate(units):
        if unit.tag not in languages:
            same.setdefault(f"{unit.kind} {unit.text.text} {unit.name}", []).append(at)
    first = next((unit.tag for unit in units if unit.tag in languages), languages[0])
    second = languages[1] if first == languages[0] else languages[0]
    for places in same.values():
        if len(places) % 2 == 0:
            for number, at in enumerate(places):
                is_halves = len(places) > 2 and _side_around(units, at, languages)
                tag = is_halves or (first, second)[number % 2]
                found[at] = replace(units[at], tag=tag)
        else:
            for at in places:
                if own := _side_around(units, at, languages):
                    found[at] = replace(units[at], tag=own)
    loose = [at for at, unit in enumerate(found) if unit.tag not in languages]
    for one, other in pairwise(loose):
        if (
            other == one + 1
            and found[one].kind == found[other].kind == "code"
            and found[one].tag == found[other].tag == ""
        ):
            found[one] = replace(found[one], tag=first)
            found[other] = replace(found[other], tag=second)
    return found


def _side_around(units: Sequence[SourceUnit], at: int, languages: Languages) -> str:
    """Returns the language that the units before and after one are in, if it is one, and a long run of it."""
    before = [unit.tag for unit in units[max(0, at - 2) : at] if unit.tag in languages]
    after = [unit.tag for unit in units[at + 1 : at + 3] if unit.tag in languages]
    near = set(before + after)
    return near.pop() if len(near) == 1 and len(before) + len(after) >= 3 else ""


def _in_stretch(units: Sequence[SourceUnit], languages: Languages) -> list[UnitPair]:
    """Returns units without keys in pairs; one in no language is on both sides."""
    found: list[UnitPair] = []
    stretch: list[SourceUnit] = []
    for unit in units:
        if unit.tag in languages:
            stretch.append(unit)
            continue
        found += _by_place(stretch, languages)
        stretch = []
        found.append(UnitPair(unit, unit))
    return found + _by_place(stretch, languages)


def _by_place(units: Sequence[SourceUnit], languages: Languages) -> list[UnitPair]:
    left = [unit for unit in units if unit.tag == languages[0]]
    right = [unit for unit in units if unit.tag == languages[1]]
    if not left or not right:
        return [UnitPair(unit, None) if unit.tag == languages[0] else UnitPair(None, unit) for unit in units]
    runs = [list(run) for _, run in groupby(units, key=lambda unit: unit.tag)]
    if direct := _regular(runs, languages):
        return direct
    if len(runs) // 2 < weights.MIN_PLACES and max(map(len, runs)) > weights.LONG_RUN // 3:
        return align_units(left, right, languages, is_one_source=True)
    tried = [_along(left, right, runs, languages, begins) for begins in languages]
    return min(tried, key=lambda each: each.cost).pairs


def _regular(runs: Sequence[Sequence[SourceUnit]], languages: Languages) -> list[UnitPair]:
    """Returns pairs of runs that correspond one by one, by their lengths and kinds; none if they do not."""
    if len(runs) % 2 or (len(runs) == 2 and len(runs[0]) > weights.LONG_RUN // 3):
        return []
    found: list[UnitPair] = []
    for one, other in zip(runs[::2], runs[1::2], strict=True):
        if [(unit.kind, unit.level) for unit in one] != [(unit.kind, unit.level) for unit in other]:
            return []
        if len(one) > weights.LONG_RUN and one[0].kind not in ("item", "row"):
            return []
        is_turned = one[0].tag == languages[1]
        found += [UnitPair(b, a) if is_turned else UnitPair(a, b) for a, b in zip(one, other, strict=True)]
    return found


@record
class _Tried:
    """Pairs, and their cost."""

    cost: float
    pairs: list[UnitPair]


def _along(
    left: Sequence[SourceUnit],
    right: Sequence[SourceUnit],
    runs: Sequence[Sequence[SourceUnit]],
    languages: Languages,
    begins: str,
) -> _Tried:
    """Returns the cheapest pairs if each place of the source begins with the language ``begins``."""
    spots: dict[str, list[_Spot]] = {tag: [] for tag in languages}
    cell = at = 0
    for run in runs:
        cell += run[0].tag == begins
        spots[run[0].tag] += [_Spot(cell, rank, len(run), at + rank) for rank in range(len(run))]
        at += len(run)
    sides, tags = (left, right), languages
    is_turned = is_ideographic(languages[1]) and not is_ideographic(languages[0])
    if is_turned:
        sides, tags = (right, left), (languages[1], languages[0])
    unplaced, _ = compared(*blocks_of(*sides, is_one_source=True), tags)
    scores = _PlacedScores(unplaced, spots[tags[0]], spots[tags[1]])
    pairs: list[UnitPair] = []
    cost = 0.0
    i = j = 0
    for move in cheapest_path(scores, ()):
        first, second = range(i, i + move.first), range(j, j + move.second)
        i, j = first.stop, second.stop
        cost += move.cost + (scores.cost(first, second) if first and second else 0.0)
        pairs += _pairs_of(sides[0][first.start : i], sides[1][second.start : j])
    turned = [UnitPair(pair.right, pair.left, pair.goes_on) if is_turned else pair for pair in pairs]
    return _Tried(cost, turned)


def _pairs_of(first: Sequence[SourceUnit], second: Sequence[SourceUnit]) -> list[UnitPair]:
    found = [UnitPair(first[0] if first else None, second[0] if second else None)]
    found += [UnitPair(unit, None, goes_on=True) for unit in first[1:]]
    return found + [UnitPair(None, unit, goes_on=True) for unit in second[1:]]
