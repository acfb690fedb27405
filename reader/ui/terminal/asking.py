"""The question how many cells a terminal gives to some characters, and its answers among the keys. Pure."""

from __future__ import annotations

import re

from reader.settings.known_terminals import CellAnswers
from reader.ui.terminal import beginnings
from reader.ui.terminal.beginnings import HeldBeginning

ASKED = ("“", "☂\ufe0f", "1\ufe0f\u20e3")
"""An ambiguous character, an emoji with VS16, and a keycap: the fields of :class:`CellAnswers`, in their order."""
QUESTION = "".join(f"\x1b[H{text}\x1b[6n" for text in ASKED) + "\x1b[H\x1b[2K"
"""Each text at the upper left corner with a request for the cursor's place; then the row is cleared."""
_ANSWER = re.compile(r"\x1b\[1;([1-9][0-9]?)R")
_BEGUN = re.compile(r"\x1b(?:\[(?:1(?:;[0-9]{0,2})?)?)?\Z")


class AnswerFilter:
    """Takes the answers out of the typed text, also late ones and those that come in pieces."""

    def __init__(self, now: float) -> None:
        """Begins to wait for answers at a time in seconds."""
        self._until = now + beginnings.ANSWER_SECONDS
        self._held = HeldBeginning()
        self._cells: list[int] = []
        self.is_open = True
        """Whether answers are expected."""

    @property
    def has_ended(self) -> bool:
        """Whether no answer is expected any more."""
        return not self.is_open

    @property
    def answers(self) -> CellAnswers:
        """The answers so far; a width that is neither 1 nor 2 is none."""
        return CellAnswers(*(cells if cells in (1, 2) else 0 for cells in self._cells))

    def feed(self, typed: str, now: float) -> str:
        """Returns the typed text without answers; the beginning of an answer at its end is held."""
        text = _ANSWER.sub(self._take, self._held.take() + typed)
        self.is_open = len(self._cells) < len(ASKED) and now < self._until
        if self.is_open and (begun := _BEGUN.search(text)):
            self._held.hold(begun[0], now)
            text = text[: begun.start()]
        return text

    def tick(self, now: float) -> str:
        """Returns the text that has been held for too long."""
        self.is_open = self.is_open and now < self._until
        return self._held.take() if self._held.is_over(now) or not self.is_open else ""

    def give_up(self) -> str:
        """Returns the text that is held: keys have come after it."""
        return self._held.take()

    def _take(self, answer: re.Match[str]) -> str:
        if len(self._cells) == len(ASKED):
            return answer[0]
        self._cells.append(int(answer[1]) - 1)
        return ""
