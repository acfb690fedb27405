"""The names of the themes: the one that is wanted, and the order in which they follow each other. Pure."""

from __future__ import annotations

from reader.settings.table import AUTO
from reader.ui.theme.palettes import NAMES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.settings.colour_depth import TerminalColours
    from reader.ui.theme.palettes import ThemeName


def name_for(wanted: str, terminal: TerminalColours) -> ThemeName:
    """Returns the name of the theme that is wanted; of ``auto`` the one that suits the terminal."""
    if wanted in NAMES:
        return NAMES[NAMES.index(wanted)]
    assert wanted in ("", AUTO), wanted
    if terminal.depth in ("16", "none"):
        return "ansi"
    return "light" if terminal.ground == "light" else "dark"


def first_name_for(wanted: str, terminal: TerminalColours, *, is_new: bool) -> ThemeName:
    """Returns the name of the theme of the first frame: that of the screen, or for a new terminal its own colours.

    A terminal that has answered nothing yet may be light: the dark theme would flash on it until it tells its ground.
    """
    is_open = is_new and not terminal.ground and wanted not in NAMES
    return "ansi" if is_open else name_for(wanted, terminal)


def theme_after(name: str) -> ThemeName:
    """Returns the next theme, around the end."""
    return NAMES[([*NAMES, name].index(name) + 1) % len(NAMES)]
