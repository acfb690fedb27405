"""Notes of two languages in pairs, by their marks in texts that go together; both texts get the same mark."""

from __future__ import annotations

from reader.importing.documents.pairs import UnitPair
from reader.importing.documents.source_pairing import align_units
from reader.model.record import record, replace
from reader.model.text import Prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.importing.documents.document import SourceUnit


@record
class NotedPairs:
    """The pairs of a text, and those of its notes."""

    body: list[UnitPair]
    notes: list[UnitPair]
    """Each has the id of the note as the name of its units."""


def with_notes(
    pairs: Sequence[UnitPair], left: Sequence[SourceUnit], right: Sequence[SourceUnit], languages: tuple[str, ...]
) -> NotedPairs:
    """Returns pairs whose notes have the same marks on both sides, and the notes in pairs.

    ``left`` and ``right`` are the notes of either side. A mark without a note is left out.
    """
    sides = {unit.name: unit for unit in left}, {unit.name: unit for unit in right}
    links = _by_marks(pairs, sides)
    rest = (
        [unit for unit in left if unit.name not in {one for one, _ in links}],
        [unit for unit in right if unit.name not in {other for _, other in links}],
    )
    found = [UnitPair(sides[0][one], sides[1][other]) for one, other in links]
    if rest[0] or rest[1]:
        if len(rest[0]) == len(rest[1]):
            found += [UnitPair(one, other) for one, other in zip(*rest, strict=True)]
        elif len(languages) == 2:
            found += align_units(*rest, (languages[0], languages[1]))
        else:
            found += [UnitPair(one, None) for one in rest[0]]
    order = {unit.name: at for at, unit in enumerate(left)}
    found.sort(key=lambda pair: order[pair.left.name] if pair.left else len(order))
    names: tuple[dict[str, str], dict[str, str]] = ({}, {})
    notes = []
    for number, pair in enumerate(found, 1):
        for side, unit in zip(names, (pair.left, pair.right), strict=True):
            if unit:
                side[unit.name] = str(number)
        notes.append(UnitPair(_named(pair.left, str(number)), _named(pair.right, str(number))))
    return NotedPairs([_marked(pair, names) for pair in pairs], notes)


def _by_marks(
    pairs: Sequence[UnitPair], sides: tuple[Mapping[str, SourceUnit], Mapping[str, SourceUnit]]
) -> list[tuple[str, str]]:
    """Returns the ids of notes that go together, because texts that go together mark them in the same order."""
    links: list[tuple[str, str]] = []
    groups: list[tuple[list[str], list[str]]] = []
    for pair in pairs:
        if not pair.goes_on or not groups:
            groups.append(([], []))
        for own, unit in zip(groups[-1], (pair.left, pair.right), strict=True):
            own += marks_of(unit) if unit else []
    for own, others in groups:
        for one, other in zip(own, others, strict=False):
            is_free = not any(one == a or other == b for a, b in links)
            if is_free and one in sides[0] and other in sides[1]:
                links.append((one, other))
    return links


def marks_of(unit: SourceUnit) -> list[str]:
    """Returns the ids of the notes that a unit marks."""
    proses = [cell.text for cell in unit.cells] or [unit.text]
    return [span.target for prose in proses for span in prose.spans if span.kind == "footnote"]


def _named(unit: SourceUnit | None, name: str) -> SourceUnit | None:
    return replace(unit, name=name) if unit else None


def _marked(pair: UnitPair, names: tuple[Mapping[str, str], Mapping[str, str]]) -> UnitPair:
    left, right = (_renamed(unit, own) for unit, own in zip((pair.left, pair.right), names, strict=True))
    return UnitPair(left, right, pair.goes_on)


def _renamed(unit: SourceUnit | None, names: Mapping[str, str]) -> SourceUnit | None:
    if unit is None or not marks_of(unit):
        return unit
    cells = tuple(replace(cell, text=_with_marks(cell.text, names)) for cell in unit.cells)
    return replace(unit, text=_with_marks(unit.text, names), cells=cells)


def _with_marks(prose: Prose, names: Mapping[str, str]) -> Prose:
    spans = tuple(
        replace(span, target=names[span.target]) if span.kind == "footnote" else span
        for span in prose.spans
        if span.kind != "footnote" or span.target in names
    )
    return Prose(prose.text, spans)
