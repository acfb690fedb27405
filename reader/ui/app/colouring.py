"""The theme in use: the one that the reader wants, or the one that follows the terminal's ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.color import ColorSystem

from reader.model.record import replace
from reader.settings.table import AUTO
from reader.ui.theme.names import name_for
from reader.ui.theme.palettes import NAMES
from reader.ui.theme.themes import theme

if TYPE_CHECKING:
    from textual.theme import Theme

    from reader.settings.colour_depth import ColourDepth, Ground, TerminalColours
    from reader.ui.theme.palettes import ThemeName

COLOUR_SYSTEMS: dict[ColourDepth, ColorSystem] = {
    "none": ColorSystem.STANDARD,
    "16": ColorSystem.STANDARD,
    "256": ColorSystem.EIGHT_BIT,
    "true": ColorSystem.TRUECOLOR,
}


class Colouring:
    """The themes in the colours that the terminal has, and the name of the one in use."""

    def __init__(self, wanted: str, terminal: TerminalColours) -> None:
        """Takes the name of a theme, or ``auto`` for the one that suits the terminal."""
        self.terminal = terminal
        self.follows = wanted in ("", AUTO)
        """Whether the theme follows the terminal: until the reader chooses one."""
        self.name: ThemeName = name_for(wanted, terminal)
        self.themes = self._made()

    @property
    def is_flat(self) -> bool:
        """Whether panels have the ground of the text: a box over it needs an edge."""
        now = self.themes[self.name]
        return now.panel == now.background

    def choose(self, name: str) -> None:
        """Takes the name of the theme that the app has now; one that the reader has chosen stays."""
        self.follows = self.follows and name == self.name
        self.name = name_for(name, self.terminal)

    def taken(self, name: str) -> ThemeName:
        """Returns the theme of a name that the reader chose; ``auto`` follows the terminal again, as at a start."""
        if name == AUTO:
            self.follows, self.name = True, name_for(AUTO, self.terminal)
        return name_for(name, self.terminal)

    def take_ground(self, ground: Ground) -> bool:
        """Takes the terminal's ground; returns whether the screen must be drawn in other colours."""
        if ground == self.terminal.ground:
            return False
        before = self.themes[self.name]
        self.terminal = replace(self.terminal, ground=ground)
        self.themes = self._made()
        if self.follows:
            self.name = name_for(AUTO, self.terminal)
        return self.themes[self.name] != before

    def _made(self) -> dict[str, Theme]:
        return {name: theme(name, self.terminal) for name in NAMES}
