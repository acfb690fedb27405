"""The abilities of a terminal, by its environment and by its own answers."""

from __future__ import annotations

import os
import re
import sys
import time

from reader.settings.colour_depth import count_in_terminfo, depth_of, ground_of
from reader.settings.table import AUTO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from reader.settings.colour_depth import Ground

    PictureProtocol = Literal["kitty", "iTerm2", "sixel", "none known"]
    MeasuredWidth = Literal["not asked", "no answer", "narrow", "wide", "mixed"]

ANSWER_SECONDS = 1.0
"""Time that the terminal has for an answer."""
AMBIGUOUS = "“…—·"
_PLACE = re.compile(rb"\x1b\[(\d+);(\d+)R")


def colours(environ: Mapping[str, str], wanted: str = AUTO, ground: Ground = "") -> str:
    """Returns the number of colours that the screen has, and the terminal's ground, in words.

    Args:
        environ: The environment.
        wanted: The setting of the number.
        ground: The ground that the terminal has told.
    """
    depth = depth_of(wanted, environ, count_in_terminfo)
    words = {"true": "16 million", "none": "none (NO_COLOR)" if environ.get("NO_COLOR") else "none"}.get(depth, depth)
    known = ground_of(environ, ground)
    return ", ".join(
        filter(None, (words, "by the settings" if wanted != AUTO else "", known and f"on a {known} ground"))
    )


def picture_protocol(environ: Mapping[str, str]) -> PictureProtocol:
    """Returns the protocol for pictures that the environment suggests."""
    term, program = environ.get("TERM", ""), environ.get("TERM_PROGRAM", "")
    if "KITTY_WINDOW_ID" in environ or term in ("xterm-kitty", "xterm-ghostty") or program == "ghostty":
        return "kitty"
    if program in ("iTerm.app", "WezTerm", "vscode", "mintty"):
        return "iTerm2"
    return "sixel" if term.startswith(("foot", "mlterm", "contour")) or "sixel" in term else "none known"


def is_utf8(environ: Mapping[str, str]) -> bool:
    """Whether the encoding of the locale is UTF-8."""
    locale = next((value for name in ("LC_ALL", "LC_CTYPE", "LANG") if (value := environ.get(name))), "")
    return "utf-8" in locale.lower() or "utf8" in locale.lower()


def ambiguous_width() -> MeasuredWidth:
    """Measures characters of ambiguous width: the terminal is asked for the place of its cursor after each.

    Returns:
        ``not asked`` without a terminal, ``no answer`` from a silent one.
    """
    if os.name != "posix" or not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty()):
        return "not asked"
    import termios
    import tty

    before = termios.tcgetattr(0)
    try:
        tty.setcbreak(0)
        widths = set()
        for char in AMBIGUOUS:
            widths.add(_width(char))
            if 0 in widths:  # a terminal without an answer is not asked again
                break
    finally:
        os.write(1, b"\r\x1b[K")
        termios.tcsetattr(0, termios.TCSAFLUSH, before)
    if 0 in widths:
        return "no answer"
    return "narrow" if widths == {1} else "wide" if widths == {2} else "mixed"


def _width(char: str) -> int:
    """Returns the number of cells by which a character moves the cursor; 0 without an answer."""
    import select

    os.write(1, b"\r" + char.encode() + b"\x1b[6n")
    end = time.monotonic() + ANSWER_SECONDS
    answer = b""
    while (left := end - time.monotonic()) > 0 and select.select([0], [], [], left)[0]:
        answer += os.read(0, 100)
        if found := _PLACE.search(answer):
            return int(found[2]) - 1
    return 0
