"""The colours of each theme by role, chosen by hand for each number of colours. Data.

The contrasts that they keep are in :mod:`reader.ui.theme.pairs`, and printed in ``docs/COLOUR.md``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from reader.settings.colour_depth import ColourDepth, Ground

ThemeName = Literal["dark", "light", "paper", "dark-contrast", "light-contrast", "ansi"]
NAMES: tuple[ThemeName, ...] = ("dark", "light", "paper", "dark-contrast", "light-contrast", "ansi")
DARK_NAMES = ("dark", "dark-contrast")

Role = Literal[
    "background",
    "surface",
    "panel",
    "foreground",
    "muted",
    "faint",
    "accent",
    "warning",
    "literal",
    "here",
    "on-here",
    "muted-here",
    "faint-here",
    "accent-here",
    "warning-here",
    "current",
    "match",
    "on-match",
    "match-here",
    "on-match-here",
    "mark",
    "selection",
    "on-selection",
]
"""Grounds (of text, of lists, of the lines at the edges); text, quieter text, signs and rules, the accent, faults,
literals of code; the selection bar of a list, and the same on it; the ground of the current pair; matches, and the
current one; highlights; selected text."""

Palette = dict[Role, str]
"""A colour of Textual for each role."""

IN_ALL: dict[Role, str] = {
    #                dark    light   paper   dark-c. light-c.
    "background":    "14161a fcfcfa f5edda 000000 ffffff",
    "surface":       "1a1d22 f3f3f0 eee4cd 0b0d10 f7f7f7",
    "panel":         "22262d e9e9e4 e6dabf 16191d efefef",
    "foreground":    "d7d9de 23262b 3b3228 ffffff 000000",
    "muted":         "9299a5 5f656f 655a47 c6cad1 484b51",
    "faint":         "707784 7e838c 85755a 8f959f 686c73",
    "accent":        "e8836b b3392b 9a3324 ffab94 8f1f14",
    "warning":       "e5b567 8a5900 835100 ffd280 6a4200",
    "literal":       "9ccfa0 2d6a3f 3a5f2a b5e0b8 1d4a2b",
    "here":          "3a414d c0c4ca c6b68f 333a45 c4c8ce",
    "on-here":       "e6e8ec 17191d 2b241c ffffff 000000",
    "muted-here":    "b4bac5 4a5059 4c4334 cdd2da 33373d",
    "faint-here":    "9199a6 646a73 6a5d47 b4bac4 4e5259",
    "accent-here":   "f7ab96 93291d 7d2618 ffc0ae 6b140b",
    "warning-here":  "edc57f 6b4400 5f3a00 ffdd9e 4f3000",
    "current":       "20242b efefe9 ebdfc4 16191d efefef",
    "match":         "e5c07b ffcf57 e9bf55 ffd75f ffcf57",
    "on-match":      "14161a 23262b 3b3228 000000 000000",
    "match-here":    "e8836b b3392b 9a3324 ffab94 8f1f14",
    "on-match-here": "14161a fcfcfa f5edda 000000 ffffff",
    "mark":          "4a3a2a fbe3b4 e3cf9a 3d2e1c ffeab0",
    "selection":     "9299a5 5f656f 655a47 c6cad1 484b51",
    "on-selection":  "14161a fcfcfa f5edda 000000 ffffff",
}  # fmt: skip

IN_256: dict[Role, tuple[int, ...]] = {
    # Paper is the white of newsprint with brown bars: the only cream among the 256 is a loud yellow.
    #                dark light paper dark-c. light-c.
    "background":    (233, 231, 255, 16, 231),
    "surface":       (234, 255, 254, 232, 255),
    "panel":         (235, 254, 253, 234, 254),
    "foreground":    (253, 235, 236, 231, 16),
    "muted":         (246, 241, 240, 251, 238),
    "faint":         (243, 244, 243, 246, 241),
    "accent":        (173, 124, 88, 216, 88),
    "warning":       (179, 88, 52, 222, 52),
    "literal":       (151, 22, 22, 157, 17),
    "here":          (238, 250, 180, 237, 250),
    "on-here":       (255, 233, 234, 231, 16),
    "muted-here":    (250, 238, 238, 252, 235),
    "faint-here":    (247, 240, 240, 248, 238),
    "accent-here":   (216, 88, 88, 223, 52),
    "warning-here":  (222, 52, 52, 222, 52),
    "current":       (235, 255, 254, 234, 254),
    "match":         (179, 214, 179, 222, 214),
    "on-match":      (233, 235, 236, 16, 16),
    "match-here":    (173, 124, 88, 216, 88),
    "on-match-here": (233, 231, 255, 16, 231),
    "mark":          (58, 223, 223, 52, 223),
    "selection":     (246, 241, 240, 251, 238),
    "on-selection":  (233, 231, 255, 16, 231),
}  # fmt: skip

IN_16: dict[Role, tuple[str, ...]] = {
    # No grey is safe: bright black is too dark on black in some terminals, and too pale on white in others.
    #                dark             light            paper            dark-contrast    light-contrast
    "background":    ("black",         "bright_white",  "bright_white",  "black",         "bright_white"),
    "surface":       ("black",         "bright_white",  "bright_white",  "black",         "bright_white"),
    "panel":         ("black",         "bright_white",  "bright_white",  "black",         "bright_white"),
    "foreground":    ("bright_white",  "black",         "black",         "bright_white",  "black"),
    "muted":         ("white",         "black",         "black",         "white",         "black"),
    "faint":         ("white",         "black",         "black",         "white",         "black"),
    "accent":        ("bright_cyan",   "red",           "red",           "bright_cyan",   "blue"),
    "warning":       ("bright_yellow", "magenta",       "magenta",       "bright_yellow", "blue"),
    "literal":       ("bright_green",  "blue",          "blue",          "bright_green",  "blue"),
    "here":          ("white",         "black",         "black",         "blue",          "blue"),
    "on-here":       ("black",         "bright_white",  "bright_white",  "bright_white",  "bright_white"),
    "muted-here":    ("black",         "bright_white",  "bright_white",  "bright_white",  "bright_white"),
    "faint-here":    ("black",         "bright_white",  "bright_white",  "bright_white",  "bright_white"),
    "accent-here":   ("black",         "bright_white",  "bright_white",  "bright_white",  "bright_white"),
    "warning-here":  ("black",         "bright_white",  "bright_white",  "bright_white",  "bright_white"),
    "current":       ("black",         "bright_white",  "bright_white",  "black",         "bright_white"),
    "match":         ("cyan",          "cyan",          "cyan",          "bright_cyan",   "blue"),
    "on-match":      ("black",         "black",         "black",         "black",         "bright_white"),
    "match-here":    ("magenta",       "magenta",       "magenta",       "white",         "black"),
    "on-match-here": ("bright_white",  "bright_white",  "bright_white",  "black",         "bright_white"),
    "mark":          ("blue",          "white",         "white",         "blue",          "white"),
    "selection":     ("white",         "black",         "black",         "bright_yellow", "black"),
    "on-selection":  ("black",         "bright_white",  "bright_white",  "black",         "bright_white"),
}  # fmt: skip

SIXTEEN = {
    "black": "#000000",
    "red": "#aa0000",
    "green": "#00aa00",
    "yellow": "#aa5500",
    "blue": "#0000aa",
    "magenta": "#aa00aa",
    "cyan": "#00aaaa",
    "white": "#aaaaaa",
    "bright_black": "#555555",
    "bright_red": "#ff5555",
    "bright_green": "#55ff55",
    "bright_yellow": "#ffff55",
    "bright_blue": "#5555ff",
    "bright_magenta": "#ff55ff",
    "bright_cyan": "#55ffff",
    "bright_white": "#ffffff",
}
"""The sixteen colours in their order, as the Linux console has them. Textual mixes these; terminals get numbers."""
INDEX_OF_SIXTEEN = {colour: index for index, colour in enumerate(SIXTEEN.values())}

_OWN_ACCENTS: dict[Ground, tuple[str, str]] = {
    "dark": ("bright_cyan", "bright_cyan"),
    "light": ("red", "red"),
    "": ("default", "default"),
}
"""Accent and warning of the terminal's own colours that can be read in nearly every scheme on a ground."""

_OWN_ATTRIBUTES = {
    "accent": "bold",
    "here": "reverse",
    "match": "reverse",
    "match-here": "reverse",
    "match-on-bar": "not reverse bold",
    "highlight": "bold",
    "selection": "reverse",
}
"""Attributes added to named styles where the grounds of the theme are all the terminal's own."""


def palette(name: ThemeName, depth: ColourDepth, ground: Ground = "") -> Palette:
    """Returns the colours of a theme.

    Args:
        name: The theme.
        depth: The number of colours; with ``none`` every theme has the terminal's own foreground and ground.
        ground: The terminal's own ground, for ``ansi``.
    """
    if name == "ansi" or depth == "none":
        accent, warning = _OWN_ACCENTS["" if depth == "none" else ground]
        own: Palette = dict.fromkeys(IN_ALL, "ansi_default")
        return own | {"accent": f"ansi_{accent}", "warning": f"ansi_{warning}"}
    at = NAMES.index(name)
    if depth == "16":
        return {role: SIXTEEN[names[at]] for role, names in IN_16.items()}
    if depth == "256":
        return {role: hex_of(indexes[at]) for role, indexes in IN_256.items()}
    return {role: f"#{text[7 * at : 7 * at + 6]}" for role, text in IN_ALL.items()}


def attributes(name: ThemeName, depth: ColourDepth) -> dict[str, str]:
    """Returns the attributes that a theme adds to named styles, by the style's name."""
    return _OWN_ATTRIBUTES if name == "ansi" or depth == "none" else {}


def hex_of(index: int) -> str:
    """Returns a colour of the 256 by its index, from 16: the cube of six levels, then the greys."""
    if index >= 232:
        return "#" + f"{8 + 10 * (index - 232):02x}" * 3
    levels = (0, 95, 135, 175, 215, 255)
    cube = index - 16
    return f"#{levels[cube // 36]:02x}{levels[cube // 6 % 6]:02x}{levels[cube % 6]:02x}"
