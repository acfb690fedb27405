"""The base of the widgets that draw their own lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from reader.ui.theme import palette
from reader.ui.widgets.drawing import strip_of
from reader.ui.widgets.line_cache import LineCache

if TYPE_CHECKING:
    from rich.style import Style
    from textual.strip import Strip

    from reader.layout.runs import Run

MAX_KEPT_LINES = 300
"""Number of lines that are kept: those of a screen and of the next page, and some more."""


class Panel(Widget):
    """Draws strips of exactly its width, in named styles."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._styles: dict[str, Style] = {}
        self._styles_cache = LineCache()
        self._strips: dict[tuple[tuple[Run, ...], int, str], Strip] = {}

    def style(self, name: str) -> Style:
        """Returns the style with a name; see :mod:`reader.ui.theme.palette`."""
        found = self._styles.get(name)
        if found is None:
            own = self.style("") if name else self.rich_style
            found = self._styles[name] = palette.style(name, own, self.app.theme_variables)
        return found

    def notify_style_update(self) -> None:
        """Forgets the styles when the style sheet or the theme changes."""
        self._styles.clear()
        self._strips.clear()
        super().notify_style_update()

    def measure_anew(self) -> None:
        """Forgets the lines that were cut and filled up by other widths of characters."""
        self._strips.clear()

    def draw(self, runs: list[Run], blank: str = "") -> Strip:
        """Draws runs on a line of the panel's width, filled up in the style named ``blank``; lines are kept."""
        key = tuple(runs), self.outer_size.width, blank  # no panel has a border or padding
        drawn = self._strips.get(key)
        if drawn is None:
            if len(self._strips) >= MAX_KEPT_LINES:
                self._strips.clear()
            drawn = self._strips[key] = strip_of(runs, key[1], self.style, blank)
        return drawn
