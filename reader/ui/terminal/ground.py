"""The question which ground a terminal has, and its answers among the keys, asked for or not. Pure."""

from __future__ import annotations

import re

from reader.ui.terminal import beginnings
from reader.ui.terminal.beginnings import HeldBeginning
from reader.ui.theme.luminance import luminance

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.settings.colour_depth import Ground

QUESTION = "\x1b]11;?\x1b\\"
"""Request for the colour of the ground (xterm's OSC 11)."""
NOTIFY, NOTIFY_NO_MORE = "\x1b[?2031h", "\x1b[?2031l"
"""Request for a message whenever the terminal changes between dark and light, and its end."""
_MIDDLE = 0.18
"""Relative luminance between dark and light: black and white text can be read equally well on it."""
_ANSWER = re.compile(
    r"\x1b\]11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})(?:/[0-9a-fA-F]{1,4})?(?:\x07|\x1b\\)"
    r"|\x1b\[\?997;([12])n"
)
_BEGUN = re.compile(
    r"\x1b(?:\[(?:\?(?:9(?:9(?:7(?:;[12]?)?)?)?)?)?"
    r"|\](?:1(?:1(?:;(?:r(?:g(?:b(?:a?(?::[0-9a-fA-F/]{0,20}\x1b?)?)?)?)?)?)?)?)?)?\Z"
)
_SILENT_TERMS = ("linux", "dumb", "")


def is_asked(environ: Mapping[str, str]) -> bool:
    """Whether a terminal may be asked: not one that could print the question."""
    return environ.get("TERM", "") not in _SILENT_TERMS


class GroundFilter:
    """Takes the reports of the ground out of the typed text, at any time, also those that come in pieces."""

    def __init__(self, now: float) -> None:
        """Begins to wait for an answer at a time in seconds."""
        self._until = now + beginnings.ANSWER_SECONDS
        self._held = HeldBeginning()
        self.ground: Ground = ""
        """The last report; empty before there is one."""

    def feed(self, typed: str, now: float) -> str:
        """Returns the typed text without reports; the beginning of a report at its end is held."""
        if not self._held and "\x1b" not in typed:
            return typed
        text = _ANSWER.sub(self._take, self._held.take() + typed)
        if (begun := _BEGUN.search(text)) and (len(begun[0]) > 1 or now < self._until):
            self._held.hold(begun[0], now)
            text = text[: begun.start()]
        return text

    def expect_no_answer(self) -> None:
        """Holds Escape no longer: the terminal has answered a question that was asked after this one."""
        self._until = 0.0

    def tick(self, now: float) -> str:
        """Returns the text that has been held for too long."""
        return self._held.take() if self._held.is_over(now) else ""

    def _take(self, report: re.Match[str]) -> str:
        *parts, scheme = report.groups()
        if scheme:
            self.ground = "dark" if scheme == "1" else "light"
        else:
            red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in parts)
            self.ground = "light" if luminance(red, green, blue) > _MIDDLE else "dark"
            self._until = 0.0
        return ""
