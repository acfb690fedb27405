"""The number of colours of the terminal, by the setting and by the variables in which terminals tell it. Pure."""

from __future__ import annotations

from reader.model.record import record
from reader.settings.table import AUTO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Literal

    ColourDepth = Literal["none", "16", "256", "true"]
    Ground = Literal["dark", "light", ""]
    """The ground that the terminal has by itself; empty if it is not known."""

DEPTHS: tuple[ColourDepth, ...] = ("none", "16", "256", "true")
"""From the fewest colours to the most."""
_TRUE_TERMS = ("xterm-kitty", "xterm-ghostty", "ghostty", "wezterm", "alacritty", "foot", "contour", "rio", "mintty")
"""Names of terminals whose entry in terminfo tells 256 colours or fewer, though all their versions have more."""
_TRUE_PROGRAMS = ("iTerm.app", "WezTerm", "vscode", "ghostty", "mintty", "Hyper", "rio", "WarpTerminal")
_OF_TEXTUAL: dict[str, ColourDepth] = {"truecolor": "true", "256": "256", "standard": "16"}
"""Depths by the words of ``TEXTUAL_COLOR_SYSTEM``, with which textual-serve names that of the browser."""
_MIN_VTE = 3600
"""The first version of VTE with all colours."""
_LIGHT_NUMBERS = ("7", "15")
"""The colours of a light ground in ``COLORFGBG``."""


@record
class TerminalColours:
    """The colours that the terminal has."""

    depth: ColourDepth = "true"
    ground: Ground = ""


def depth_of(wanted: str, environ: Mapping[str, str], count: Callable[[str], int]) -> ColourDepth:
    """Returns the depth that a setting names; for ``auto`` that of the terminal of an environment.

    Args:
        wanted: A depth, or ``auto``.
        environ: The environment.
        count: Returns the number of colours of a terminal by its name, as terminfo has it; negative if it has no entry.
    """
    if wanted != AUTO:
        return DEPTHS[DEPTHS.index(wanted)]
    term = environ.get("TERM", "").lower()
    if environ.get("NO_COLOR"):
        return "none"
    if named := _OF_TEXTUAL.get(environ.get("TEXTUAL_COLOR_SYSTEM", "")):
        return named
    if term == "dumb":
        return "none"
    if _has_all(environ, term):
        return "true"
    if term.endswith("256color"):
        return "256"
    found = count(term) if term else -1
    if found >= 256:
        return "true" if found > 256 else "256"
    return "16" if found < 0 or found >= 8 else "none"


def _has_all(environ: Mapping[str, str], term: str) -> bool:
    """Whether a terminal has all colours, by the signs it gives."""
    if term.startswith("screen") and "STY" in environ and "TMUX" not in environ:
        return False  # GNU screen hands the variables of the terminal around it on, but not its colours
    if environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return True
    if "TMUX" in environ or term.startswith(("tmux", "screen")):
        return False  # the other variables are of the terminal around tmux, which tmux may not know to have them
    vte = environ.get("VTE_VERSION", "")
    return (
        term.endswith("-direct")
        or term in _TRUE_TERMS
        or environ.get("TERM_PROGRAM") in _TRUE_PROGRAMS
        or bool({"WT_SESSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID"} & environ.keys() and term.startswith("xterm"))
        or (vte.isascii() and vte.isdigit() and int(vte[:9]) >= _MIN_VTE)
    )


def ground_of(environ: Mapping[str, str], told: Ground = "") -> Ground:
    """Returns the ground of the terminal: the one it has told, else a guess by the environment."""
    if told:
        return told
    if environ.get("TERM") == "linux":
        return "dark"
    number = environ.get("COLORFGBG", "").rpartition(";")[2]
    return "" if not number.isdigit() else "light" if number in _LIGHT_NUMBERS else "dark"


def count_in_terminfo(term: str) -> int:
    """Returns the number of colours of a terminal by its entry in terminfo; negative if it has no entry."""
    try:
        import curses
    except ImportError:
        return -1
    try:
        curses.setupterm(term, 1)
    except curses.error:
        return -1
    return max(0, curses.tigetnum("colors"))
