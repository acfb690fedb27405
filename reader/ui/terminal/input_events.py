"""The events of everything that a terminal sends: no input ends the program, or types a character that nobody typed."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from textual import constants
from textual._xterm_parser import XTermParser
from textual.events import Key, Paste

from reader import log
from reader.ui.terminal.cutting import InputCutter
from reader.ui.terminal.key_codes import KeyStroke, read_sequence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.message import Message

    from reader.ui.terminal.cutting import Unit


class InputEvents:
    """Makes the framework's events of the bytes from a terminal.

    The framework's parser gets whole sequences, of which it is known that it can read them.
    """

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        self._cutter = InputCutter(constants.ESCAPE_DELAY)
        self._parser = XTermParser()
        self.takes_resizes = False
        """Whether the terminal was asked to report its size."""
        self.answered: Callable[[str], object] | None = None
        """Takes each sequence and string from the terminal, if anything was asked."""

    def decode(self, data: bytes) -> str:
        """Returns the text of bytes; a byte that is no UTF-8 as half of a pair."""
        return self._decoder.decode(data)

    def feed(self, text: str, now: float) -> list[Message]:
        """Returns the events of a text that came at a time in seconds; of an empty one, those that the time brings."""
        units = self._cutter.feed(text, now) if text else self._cutter.tick(now)
        return [event for unit in units for event in self._events_of(unit)]

    def _events_of(self, unit: Unit) -> Iterator[Message]:
        if self.answered and unit.kind in ("sequence", "string"):
            self.answered(unit.text)
        if unit.kind == "paste":
            yield Paste(unit.text)
        elif unit.kind == "text":
            yield from self._parsed(unit.text)
        elif unit.kind == "sequence":
            for key in read_sequence(unit.text, self.takes_resizes):
                if isinstance(key, KeyStroke):
                    yield Key(key.key, key.character)
                else:
                    yield from self._parsed(key)

    def _parsed(self, text: str) -> list[Message]:
        """Returns the events that the framework reads; a text on which it fails is dropped, and logged."""
        try:
            return list(self._parser.feed(text))
        except Exception as fault:  # noqa: BLE001 (no key is worth the program)
            log.error(f"input that cannot be read: {text!r}: {fault!r}")
            self._parser = XTermParser()
            return []
