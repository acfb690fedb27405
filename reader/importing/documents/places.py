"""Places of a source that its links lead to: the units that have them."""

from __future__ import annotations

from reader.importing.documents.document import OF_SECOND
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.documents.document import SourceUnit
    from reader.model.text import Prose


class PlacesOfUnits:
    """Collects the names of places while units are made."""

    def __init__(self) -> None:
        """Begins without a place."""
        self._names: dict[str, int] = {}

    def add(self, names: Iterable[str], at: int) -> None:
        """Adds names of the unit that will be at a place of the list; the first one of a name counts."""
        for name in names:
            self._names.setdefault(name, at)

    def bring_forward(self, moved: range, to: int) -> None:
        """Follows units that were put before those from ``to`` on; a name of that place stays at it."""
        for name, at in self._names.items():
            if at in moved:
                self._names[name] = at - moved.start + to
            elif to < at < moved.start:
                self._names[name] = at + len(moved)

    def given_to(self, units: Sequence[SourceUnit]) -> list[SourceUnit]:
        """Returns units with their names; that of the beginning of a page is of the unit after it."""
        found = list(units)
        for name, start in self._names.items():
            at = next((at for at in range(start, len(found)) if found[at].kind != "page"), -1)
            if at >= 0:
                found[at] = replace(found[at], places=(*found[at].places, name))
        return found


def as_second(unit: SourceUnit) -> SourceUnit:
    """Returns a unit of the second source of a pair, its names and links told from those of the first."""
    places = tuple(f"{OF_SECOND}{name}" for name in unit.places)
    cells = tuple(replace(cell, text=_as_second(cell.text)) for cell in unit.cells)
    return replace(unit, text=_as_second(unit.text), by=_as_second(unit.by), cells=cells, places=places)


def _as_second(prose: Prose) -> Prose:
    spans = tuple(
        replace(span, target=f"#{OF_SECOND}{span.target[1:]}")
        if span.kind == "link" and span.target.startswith("#")
        else span
        for span in prose.spans
    )
    return replace(prose, spans=spans)
