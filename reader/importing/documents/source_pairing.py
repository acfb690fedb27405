"""Pairs of the units of two sources, one in each language: by keys, by times, or by the alignment."""

from __future__ import annotations

from reader.alignment.pairing import align
from reader.importing.documents import weights
from reader.importing.documents.blocks import GUESSED_LEVEL, blocks_of
from reader.importing.documents.pairs import UnitPair
from reader.importing.documents.shifted_times import likely_shifts
from reader.importing.documents.titles import is_like_title
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.documents.document import SourceUnit

    Languages = tuple[str, str]


def paired_sources(left: Sequence[SourceUnit], right: Sequence[SourceUnit], languages: Languages) -> list[UnitPair]:
    """Returns the units of two sources in pairs; ``languages`` are their tags."""
    if _are_timed(left) and _are_timed(right):
        shifted = [right, *(_shifted(right, shift) for shift in likely_shifts(left, right))]
        if timed := next((found for own in shifted if (found := _by_time(left, own))), None):
            return timed
    if keyed := _by_key(left, right):
        return keyed
    return [_as_headings(pair, languages) for pair in align_units(left, right, languages)]


def _as_headings(pair: UnitPair, languages: Languages) -> UnitPair:
    """Returns a pair of a heading and a short paragraph as two headings: one of the sources marks none."""
    one, other = pair.left, pair.right
    if not one or not other or {one.kind, other.kind} != {"heading", "paragraph"}:
        return pair
    if one.kind == "heading":
        return UnitPair(one, _like(other, one), pair.goes_on) if is_like_title(other, languages[1]) else pair
    return UnitPair(_like(one, other), other, pair.goes_on) if is_like_title(one, languages[0]) else pair


def _like(unit: SourceUnit, heading: SourceUnit) -> SourceUnit:
    return replace(unit, kind="heading", level=heading.level, is_head=heading.is_head)


def align_units(
    left: Sequence[SourceUnit], right: Sequence[SourceUnit], languages: Languages, *, is_one_source: bool = False
) -> list[UnitPair]:
    """Returns the units of two sides in the pairs of the alignment."""
    if not left or not right:
        return [UnitPair(unit, None) for unit in left] + [UnitPair(None, unit) for unit in right]
    if _is_title(left) and _is_title(right):
        rest = align_units(left[1:], right[1:], languages, is_one_source=is_one_source)
        return [UnitPair(left[0], right[0]), *rest]
    found = align(*blocks_of(left, right, is_one_source=is_one_source), languages)
    return _with_same_pictures(
        [
            UnitPair(
                left[pair.left] if pair.left is not None else None,
                right[pair.right] if pair.right is not None else None,
                pair.continues,
            )
            for pair in found.pairs
        ]
    )


def _with_same_pictures(pairs: Sequence[UnitPair]) -> list[UnitPair]:
    """Returns pairs; two figures left alone go together if their pictures have the same name, and no others have."""
    alone = [pair for pair in pairs if None in (pair.left, pair.right) and not pair.goes_on]
    ours = [name for pair in alone if (name := _picture(pair.left))]
    theirs = {name: pair.right for pair in alone if (name := _picture(pair.right))}
    names = [_picture(pair.right) for pair in alone]
    same = {name: unit for name, unit in theirs.items() if ours.count(name) == names.count(name) == 1}
    linked = {id(unit) for unit in same.values()}
    return [
        replace(pair, right=same[name]) if not pair.right and (name := _picture(pair.left)) in same else pair
        for pair in pairs
        if id(pair.right) not in linked
    ]


def _picture(unit: SourceUnit | None) -> str:
    """Returns the name of the picture of a figure without its folder; empty for other units."""
    return unit.name.rpartition("/")[2] if unit and unit.kind == "figure" else ""


def _is_title(units: Sequence[SourceUnit]) -> bool:
    """Whether a text begins with its title: a heading that no later one is above or beside."""
    first, *rest = units
    return first.kind == "heading" and all(
        first.level < unit.level or first.level == GUESSED_LEVEL for unit in rest if unit.kind == "heading"
    )


def _are_timed(units: Sequence[SourceUnit]) -> bool:
    return bool(units) and all(unit.end > 0 for unit in units)


def _shifted(units: Sequence[SourceUnit], seconds: float) -> list[SourceUnit]:
    return [replace(unit, begin=unit.begin + seconds, end=unit.end + seconds) for unit in units]


def _by_time(left: Sequence[SourceUnit], right: Sequence[SourceUnit]) -> list[UnitPair]:
    """Returns subtitles in pairs by the time that they are shown; none if most are not shown together."""
    partners: list[list[int]] = [[] for _ in left]
    owners: list[list[int]] = [[] for _ in right]
    begin = 0
    for i, one in enumerate(left):
        while begin < len(right) and right[begin].end <= one.begin:
            begin += 1
        for j in range(begin, len(right)):
            other = right[j]
            if other.begin >= one.end:
                break
            both = min(one.end, other.end) - max(one.begin, other.begin)
            if both > weights.TIME_SHARE * min(one.end - one.begin, other.end - other.begin):
                partners[i].append(j)
                owners[j].append(i)
    linked = max(sum(map(bool, partners)) / len(left), sum(map(bool, owners)) / len(right))
    if linked < weights.KEYED_SHARE:
        return []
    pairs: list[UnitPair] = []
    done: set[int] = set()
    following = 0
    for i, one in enumerate(left):
        own = [j for j in partners[i] if j not in done]
        until = min(own, default=following)
        pairs += [UnitPair(None, right[j]) for j in range(following, until) if j not in done and not owners[j]]
        following = max(following, until)
        if partners[i] and not own:
            pairs.append(UnitPair(one, None, goes_on=True))
            continue
        pairs.append(UnitPair(one, right[own[0]] if own else None))
        pairs += [UnitPair(None, right[j], goes_on=True) for j in own[1:]]
        done |= set(own)
    seen = {id(pair.right) for pair in pairs if pair.right}
    return pairs + [UnitPair(None, unit) for unit in right if id(unit) not in seen]


def _by_key(left: Sequence[SourceUnit], right: Sequence[SourceUnit]) -> list[UnitPair]:
    """Returns units in pairs by the keys that their sources give them, or by their printed numbers; none without."""
    for name in ("key", "number"):
        keys = [[str(getattr(unit, name)) for unit in side] for side in (left, right)]
        common = (set(keys[0]) & set(keys[1])) - {""}
        is_plain = all(len(set(own)) == len(own) for own in ([key for key in side if key] for side in keys))
        if not is_plain or len(common) <= weights.KEYED_SHARE * min(len(left), len(right)):
            continue
        places = {key: at for at, key in enumerate(keys[1]) if key in common}
        pairs: list[UnitPair] = []
        done = 0
        loose_left: list[SourceUnit] = []
        for unit, key in zip(left, keys[0], strict=True):
            at = places.get(key, -1)
            if at < 0:
                loose_left.append(unit)
                continue
            between = [each for each, own in zip(right[done:at], keys[1][done:at], strict=True) if own not in common]
            pairs += _loose(loose_left, between)
            loose_left = []
            pairs.append(UnitPair(unit, right[at]))
            done = max(done, at + 1)
        rest = [each for each, own in zip(right[done:], keys[1][done:], strict=True) if own not in common]
        return pairs + _loose(loose_left, rest)
    return []


def _loose(left: Sequence[SourceUnit], right: Sequence[SourceUnit]) -> list[UnitPair]:
    """Returns units between two pairs, beside each other where they are of the same kinds."""
    if [unit.kind for unit in left] == [unit.kind for unit in right]:
        return [UnitPair(one, other) for one, other in zip(left, right, strict=True)]
    return [UnitPair(unit, None) for unit in left] + [UnitPair(None, unit) for unit in right]
