"""A frame: the whole screen as rows of text in colours. Pure."""

from __future__ import annotations

from reader.layout.runs import fitted
from reader.model.record import record
from reader.ui.theme.paint import Paint, paint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import TypeVar

    from reader.layout.runs import Run
    from reader.ui.frames.areas import Area
    from reader.ui.lists.rows import ListRows
    from reader.ui.theme.palettes import Role

    T = TypeVar("T")
    Painted = tuple[str, Paint]
    """A text and its colours."""


@record
class PanelRows:
    """A panel in its area, and the rows in it."""

    area: Area
    ground: Role
    row: Callable[[int], tuple[Iterable[Run], str]]
    """Returns the runs of a row, and the name of the style that fills it up."""


def listed(area: Area, rows: ListRows[T], ground: Role, *, has_keys: bool) -> PanelRows:
    """Returns a list in an area."""
    rows.resize(area.width_cells, area.height)
    return PanelRows(area, ground, lambda y: rows.row(y, has_keys=has_keys))


@record
class ScreenFrame:
    """The panels of a screen, which cover it without overlap, and the place of the terminal's cursor."""

    width_cells: int
    height: int
    panels: tuple[PanelRows, ...]
    cursor: tuple[int, int]
    """Its cell and row, from 0."""
    over: PanelRows | None = None
    """A panel over whole rows of the others."""

    def rows(self, tokens: Mapping[str, str]) -> list[list[Painted]]:
        """Returns the rows of the screen in the colours of a theme, each of its width."""
        named: dict[tuple[Role, str], Paint] = {}
        rows: list[list[Painted]] = [[] for _ in range(self.height)]
        panels = sorted(self.panels, key=lambda panel: panel.area.x)
        for panel in [*panels, self.over] if self.over else panels:
            own = Paint(tokens["foreground"], tokens[panel.ground])
            for y in range(panel.area.height):
                if panel is self.over:
                    rows[panel.area.y + y].clear()
                runs, blank = panel.row(y)
                for text, name in fitted(runs, panel.area.width_cells, blank):
                    key = panel.ground, name
                    if key not in named:
                        named[key] = paint(name, tokens).over(own)
                    rows[panel.area.y + y].append((text, named[key]))
        return rows
