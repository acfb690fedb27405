"""Pairs of units as plain objects for JSON."""

from __future__ import annotations

from reader.importing.documents.document import OF_SECOND

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reader.importing.documents.document import SourceUnit, UnitKind
    from reader.importing.documents.pairs import UnitPair

_NAMES: dict[UnitKind, str] = {"item": "list", "row": "table", "caption": "paragraph"}
"""Kinds that the format has a block for, of which a unit is a part."""


def objects_of(pairs: Sequence[UnitPair], languages: Sequence[str]) -> Iterator[Mapping[str, object]]:
    """Yields pairs with their kinds and texts by language tag; a language without a counterpart has no key."""
    for pair in pairs:
        texts = {
            tag: _text(unit)
            for tag, unit in zip(languages, (pair.left, pair.right), strict=False)
            if unit and unit.text.text
        }
        if not texts:
            continue
        first = pair.units[0]
        found: dict[str, object] = {"kind": _NAMES.get(first.kind, first.kind), **texts}
        if pair.goes_on:
            found["goes_on"] = True
        if first.kind in ("heading", "item"):
            found["level"] = first.level
        if first.kind == "item" and first.is_ordered:
            found["ordered"] = True
        if first.kind == "figure" and first.name:
            found["picture"] = first.name.removeprefix(OF_SECOND)
        if first.kind == "note":
            found["id"] = first.name
        found |= {key: each for key, each in (("number", first.number), ("speaker", first.by.text)) if each}
        if doubt := next((unit.doubt for unit in pair.units if unit.doubt), ""):
            found["doubt"] = doubt
        yield found


def _text(unit: SourceUnit) -> str:
    return unit.text.text
