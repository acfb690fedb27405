"""Tables of the model made of pairs of rows."""

from __future__ import annotations

from reader.model.magazine import ALIGNS, CellSpan, Table
from reader.model.text import EVERY_LANGUAGE, Prose, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.importing.documents.document import SourceUnit
    from reader.importing.documents.pairs import UnitPair
    from reader.model.magazine import ColumnAlign

MAX_COLUMNS = 99
_EMPTY = Prose("")


def table_of(run: Sequence[UnitPair], text: Callable[[Prose, Prose], Text]) -> Table | None:
    """Returns the table of some rows, the first perhaps its caption; None if there are no rows, or too many columns.

    ``text`` makes a text of the words of the two sides.
    """
    caption = None
    if run[0].units[0].kind == "caption":
        left, right = (unit.text if unit else _EMPTY for unit in (run[0].left, run[0].right))
        caption = text(left, right)
        run = run[1:]
    columns = max((_columns(unit) for pair in run for unit in pair.units), default=0)
    if not run or not 0 < columns <= MAX_COLUMNS:
        return None
    is_headed = any(unit.is_head for unit in run[0].units)
    spans: list[CellSpan] = []
    rows = []
    for number, pair in enumerate(run, 0 if is_headed else 1):
        sides = [_spread(unit, columns) for unit in (pair.left, pair.right)]
        rows.append(tuple(_cell(one, other, text) for one, other in zip(*sides, strict=True)))
        at = 0
        for cell in pair.units[0].cells:
            if cell.columns > 1:
                spans.append(CellSpan(number, at, cell.columns))
            at += cell.columns
    header = rows[0] if is_headed else ()
    return Table(header, tuple(rows[is_headed:]), caption, align=_align(run, columns), spans=tuple(spans))


def _columns(unit: SourceUnit) -> int:
    return sum(cell.columns for cell in unit.cells)


def _spread(unit: SourceUnit | None, columns: int) -> list[Prose]:
    """Returns the words of all columns; those that a cell before is over have none."""
    found: list[Prose] = []
    for cell in unit.cells if unit else ():
        found += [cell.text, *[_EMPTY] * (cell.columns - 1)]
    return found + [_EMPTY] * (columns - len(found))


def _cell(left: Prose, right: Prose, text: Callable[[Prose, Prose], Text]) -> Text:
    if not left.text and not right.text:
        return Text(())
    return Text(((EVERY_LANGUAGE, left),)) if left == right else text(left, right)


def _align(run: Sequence[UnitPair], columns: int) -> tuple[ColumnAlign, ...]:
    """Returns the alignment of each column: the one that most of its cells have; none if all are at the left."""
    found: list[list[str]] = [[] for _ in range(columns)]
    for pair in run:
        at = 0
        for cell in pair.units[0].cells:
            if cell.columns == 1 and cell.align:
                found[at].append(cell.align)
            at += cell.columns
    chosen: tuple[ColumnAlign, ...] = tuple(_most(own) for own in found)
    return chosen if set(chosen) != {"left"} else ()


def _most(aligns: Sequence[str]) -> ColumnAlign:
    return max(ALIGNS, key=lambda align: (aligns.count(align), align == "left"))
