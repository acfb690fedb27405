"""The abilities of a terminal, by its environment and by its own answers."""

from __future__ import annotations

import os
import re
import sys
import time

from reader.pictures.abilities import PictureAnswers
from reader.settings.colour_depth import count_in_terminfo, depth_of, ground_of
from reader.settings.table import AUTO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Literal

    from reader.pictures.abilities import Protocol
    from reader.settings.colour_depth import Ground
    from reader.settings.table import PicturesSetting

    MeasuredWidth = Literal["not asked", "no answer", "narrow", "wide", "mixed"]

ANSWER_SECONDS = 1.0
"""Time that the terminal has for an answer."""
AMBIGUOUS = "“…—·"
_PROTOCOLS: dict[Protocol, str] = {
    "kitty": "kitty's protocol",
    "placeholders": "kitty's protocol, by placeholders in the text",
    "sixel": "sixel",
    "iterm2": "iTerm2's protocol",
    "blocks": "half blocks",
}
_REPLY = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[P_][^\x1b]*\x1b\\")
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


def pictures(environ: Mapping[str, str], wanted: PicturesSetting, answers: PictureAnswers | None) -> str:
    """Returns the way in which pictures are drawn, in words.

    Args:
        environ: The environment.
        wanted: The setting.
        answers: The answers of the terminal; None if it was not asked, or gave none.
    """
    from reader.pictures.abilities import ability, is_multiplexed
    from reader.pictures.fitting import USUAL_CELL

    if wanted == "off":
        return "off, by the settings"
    if wanted == AUTO and answers is None:
        return "half blocks; the terminal is asked when a picture is first in sight"
    known = answers or PictureAnswers()
    found = ability(known, wanted, in_tmux=is_multiplexed(environ), cell=USUAL_CELL)
    by_settings = "by the settings" if wanted != AUTO else ""
    size = f"cells of {known.cell.width}x{known.cell.height} pixels" if known.cell else ""
    return ", ".join(filter(None, (_PROTOCOLS[found.protocol], by_settings, known.name, size)))


def picture_answers() -> PictureAnswers | None:
    """Asks the terminal for the pictures that it can draw; None without a terminal, or without its last answer."""
    if not _can_be_asked():
        return None
    import termios
    import tty

    from reader.pictures.abilities import LATE_SECONDS, QUESTION, with_answer

    answers = PictureAnswers()
    before = termios.tcgetattr(0)
    try:
        tty.setcbreak(0)
        os.write(1, QUESTION.encode())
        told = b""
        for piece in _replied(LATE_SECONDS):
            told += piece
            for found in _REPLY.finditer(told.decode("latin-1")):
                answers = with_answer(answers, found[0].removesuffix("\x1b\\"))
            if answers.is_complete:
                break
    finally:
        termios.tcsetattr(0, termios.TCSAFLUSH, before)
    return answers if answers.is_complete else None


def is_utf8(environ: Mapping[str, str]) -> bool:
    """Whether the encoding of the locale is UTF-8."""
    locale = next((value for name in ("LC_ALL", "LC_CTYPE", "LANG") if (value := environ.get(name))), "")
    return "utf-8" in locale.lower() or "utf8" in locale.lower()


def ambiguous_width() -> MeasuredWidth:
    """Measures characters of ambiguous width: the terminal is asked for the place of its cursor after each.

    Returns:
        ``not asked`` without a terminal, ``no answer`` from a silent one.
    """
    if not _can_be_asked():
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


def _can_be_asked() -> bool:
    """Whether there is a terminal at both ends, in which a question is not printed."""
    return os.name == "posix" and bool(sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty())


def _width(char: str) -> int:
    """Returns the number of cells by which a character moves the cursor; 0 without an answer."""
    os.write(1, b"\r" + char.encode() + b"\x1b[6n")
    answer = b""
    for piece in _replied(ANSWER_SECONDS):
        answer += piece
        if found := _PLACE.search(answer):
            return int(found[2]) - 1
    return 0


def _replied(seconds: float) -> Iterator[bytes]:
    """Yields the bytes that come from the terminal within a time; those that are there at its end are the last."""
    import select

    end, is_over = time.monotonic() + seconds, False
    while not is_over:
        left = end - time.monotonic()
        is_over = left <= 0  # a process that was kept waiting sees the time before the answer
        if select.select([0], [], [], max(0.0, left))[0]:
            yield os.read(0, 1000)
