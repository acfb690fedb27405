"""The themes: each is a palette as Textual takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.theme import Theme

from reader.ui.frames.areas import SIZES
from reader.ui.theme.paint import tokens_of
from reader.ui.theme.palettes import DARK_NAMES, palette

if TYPE_CHECKING:
    from reader.settings.colour_depth import TerminalColours
    from reader.ui.theme.palettes import ThemeName


def theme(name: ThemeName, terminal: TerminalColours) -> Theme:
    """Returns a theme in the colours that a terminal has."""
    colours = palette(name, terminal.depth, terminal.ground)
    is_own = name == "ansi" or terminal.depth == "none"
    tokens: dict[str, str] = {
        **{size: str(number) for size, number in SIZES.items()},
        **tokens_of(name, terminal),
        "here-background": colours["here"],
        "text-muted": colours["muted"],
        "text-disabled": colours["muted-here"],  # the words in an empty box, which has the ground of a selection bar
        "block-cursor-background": colours["here"],
        "block-cursor-foreground": colours["on-here"],
        "block-cursor-blurred-background": colours["here"],
        "block-cursor-blurred-foreground": colours["on-here"],
        "input-cursor-background": colours["foreground"],
        "input-cursor-foreground": colours["background"],
        "input-selection-background": colours["selection"],
        "input-selection-foreground": colours["on-selection"],
        "border": colours["faint"],
    }
    if is_own:  # those that Textual would mix from a colour and its ground
        tokens |= {"text": colours["foreground"], "foreground-muted": colours["muted"]}
        tokens |= {"ansi-background": colours["background"], "ansi-foreground": colours["foreground"]}
    return Theme(
        name=name,
        dark=name in DARK_NAMES or (name == "ansi" and terminal.ground != "light"),
        ansi=is_own,
        primary=colours["accent"],
        secondary=colours["muted"],
        accent=colours["accent"],
        warning=colours["warning"],
        error=colours["warning"],
        success=colours["accent"],
        foreground=colours["foreground"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["panel"],
        variables=tokens,
    )
