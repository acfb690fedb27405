"""The input of a terminal cut into characters, sequences and pastes, whatever comes and in whatever pieces. Pure.

After the parser of Paul Williams (vt100.net/emu/dec_ansi_parser), with the deviations of an input: the Escape key is
the beginning of a sequence that does not go on, and a control character that no sequence can hold is a key.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal

    Kind = Literal["text", "sequence", "string", "paste"]
    State = Literal["text", "escape", "csi", "console", "ss3", "charset", "string", "string end", "mouse", "paste"]

ESC = "\x1b"
CSI = "\x1b["
PASTE_BEGIN, PASTE_END = "\x1b[200~", "\x1b[201~"
X10_MOUSE = "\x1b[M"
HALF_SECONDS = 1.0
"""Time after which a sequence that does not go on is dropped."""
PASTE_SECONDS = 2.0
"""Time after which a paste that does not go on counts as ended."""
MAX_SEQUENCE_CHARS = 4096
"""Length from which on a sequence is not kept; it is dropped at its end."""
MAX_STRING_CHARS = 200
"""Length from which on a string is dropped: the answers that count are short."""
MAX_PASTE_CHARS = 1 << 20
"""Length to which a paste is kept."""
_X10_BYTES = 3
_STRINGS = "PX]^_"  # DCS, SOS, OSC, PM, APC
_OSC = "]"
_CONTROLS = {0x8E: "N", 0x8F: "O", 0x90: "P", 0x98: "X", 0x9B: "[", 0x9D: "]", 0x9E: "^", 0x9F: "_"}
"""Controls of 8 bits that begin a sequence, with the character that does so after ESC."""
_ODD_ENDS = frozenset(f"\x1b[{number}$" for number in (3, 7, 8, 23, 24))
"""Keys of rxvt, whose sequences end with a character that ends no sequence."""
_PLAIN = re.compile("[^\x1b\x80-\x9f\ud800-\udfff]+")
_BROKEN = re.compile("[\udcc2-\udcf4][\udc80-\udcbf]*")
"""A character of which bytes are missing, as ``surrogateescape`` decodes it."""
_STRING_END = re.compile("[\x03\x07\x18\x1a\x1b\x9c\udc9c]")
_CSI_INSIDE = re.compile("[ -#%-?]*[$]|[ -#%-?]+")
"""Characters inside a sequence, up to one that may end a key of rxvt."""


class Unit(NamedTuple):
    """A piece of the input: characters, a whole sequence or string in its form of 7 bits, or a pasted text.

    A string, which answers a question of the program, is without its end.
    """

    kind: Kind
    text: str


class InputCutter:
    """Cuts the input into units. It never raises, keeps a bounded text, and is never stuck in half a sequence."""

    def __init__(self, escape_seconds: float) -> None:
        """Begins between two sequences; an ESC that does not go on for so long is the Escape key."""
        self._escape_seconds = escape_seconds
        self._state: State = "text"
        self._held = ""
        """The sequence so far, in its form of 7 bits; of a long string its beginning only."""
        self._bytes = 0
        self._pasted: list[str] = []
        self._pasted_chars = 0
        self._units: list[Unit] = []
        self._last = 0.0
        self._takers: dict[State, Callable[[str, int], int]] = {
            "text": self._take_text,
            "escape": self._take_escape,
            "csi": self._take_csi,
            "console": self._take_console,
            "ss3": self._take_ss3,
            "charset": self._take_charset,
            "string": self._take_string,
            "string end": self._take_string_end,
            "mouse": self._take_mouse,
            "paste": self._take_paste,
        }

    def feed(self, data: str, now: float) -> list[Unit]:
        """Returns the units that are whole.

        Args:
            data: The input, decoded as UTF-8 with ``surrogateescape``.
            now: The time in seconds.
        """
        self._last = now
        place = 0
        while place < len(data):
            place = self._takers[self._state](data, place)
        return self._taken()

    def tick(self, now: float) -> list[Unit]:
        """Returns the units that are whole now that nothing has come for some time."""
        passed = now - self._last
        if self._state == "paste":
            if passed >= PASTE_SECONDS:
                self._end_paste("")
        elif self._state == "string end":
            if passed >= self._escape_seconds:
                self._end(ESC)
        elif passed >= (self._escape_seconds if self._is_key() else HALF_SECONDS):
            self._give_up()
        return self._taken()

    def _taken(self) -> list[Unit]:
        units, self._units = self._units, []
        return units

    # -- the end of a sequence ----------------------------------------------------------------------

    def _end(self, sequence: str = "") -> None:
        """Goes back to text; the sequence, if there is one, is a unit."""
        if sequence:
            self._units.append(Unit("sequence", sequence))
        self._state, self._held = "text", ""

    def _end_string(self) -> None:
        """Goes back to text behind a whole string, which is a unit unless it is long."""
        if len(self._held) <= MAX_STRING_CHARS:
            self._units.append(Unit("string", self._held))
        self._end()

    def _is_key(self) -> bool:
        """Whether the sequence so far may be a key by itself: Escape, or a character with Alt."""
        return self._held == ESC or (len(self._held) == 2 and self._state in ("csi", "ss3", "charset", "string"))

    def _give_up(self) -> None:
        """Ends a sequence that does not go on: a key if it is one by itself, else nothing."""
        self._end(self._held if self._is_key() else "")

    # -- a piece in each state, from a place on; each returns the place behind it -------------------

    def _take_text(self, data: str, place: int) -> int:
        if plain := _PLAIN.match(data, place):
            self._units.append(Unit("text", plain[0]))
            return plain.end()
        if broken := _BROKEN.match(data, place):
            return broken.end()
        char = data[place]
        if char == ESC:
            self._state, self._held = "escape", ESC
        elif introducer := _CONTROLS.get(_eight_bits(char)):
            self._begin(introducer)
        return place + 1

    def _begin(self, introducer: str) -> None:
        self._held = ESC + introducer
        self._state = "csi" if introducer == "[" else "string" if introducer in _STRINGS else "ss3"

    def _take_escape(self, data: str, place: int) -> int:
        char = data[place]
        if char in "[ON" or char in _STRINGS:
            self._begin(char)
        elif char == ESC:
            self._units.append(Unit("sequence", ESC))
        elif " " <= char <= "/":
            self._state, self._held = "charset", self._held + char
        elif char in "\t\x7f":
            self._end(ESC + char)
        elif char < " " or _eight_bits(char):
            self._end(ESC)
            return place
        else:
            self._end(ESC + char)
        return place + 1

    def _take_csi(self, data: str, place: int) -> int:
        if inside := _CSI_INSIDE.match(data, place):
            self._hold(inside[0])
            if self._held in _ODD_ENDS:
                self._end(self._held)
            return inside.end()
        char = data[place]
        if not "@" <= char <= "~":
            return self._broken_by(char, place)
        whole = self._held + char
        if whole == "\x1b[[":
            self._state, self._held = "console", whole
        elif whole == X10_MOUSE:
            self._state, self._held, self._bytes = "mouse", whole, 0
        elif whole == PASTE_BEGIN:
            self._state, self._held = "paste", ""
        else:
            self._end(whole if len(whole) <= MAX_SEQUENCE_CHARS else "")
        return place + 1

    def _take_console(self, data: str, place: int) -> int:
        if not "@" <= data[place] <= "~":
            return self._broken_by(data[place], place)
        self._end(self._held + data[place])
        return place + 1

    def _take_ss3(self, data: str, place: int) -> int:
        char = data[place]
        if char in "0123456789;":
            self._hold(char)
        elif " " < char <= "~":
            self._end(self._held + char)
        else:
            return self._broken_by(char, place)
        return place + 1

    def _take_charset(self, data: str, place: int) -> int:
        char = data[place]
        if " " <= char <= "/":
            self._hold(char)
        elif "0" <= char <= "~":
            self._end()
        else:
            return self._broken_by(char, place)
        return place + 1

    def _take_string(self, data: str, place: int) -> int:
        found = _STRING_END.search(data, place)
        self._held += data[place : found.start() if found else len(data)][: MAX_STRING_CHARS + 1 - len(self._held)]
        if not found:
            return len(data)
        char = found[0]
        if char == ESC:
            self._state = "string end"
        elif char == "\x03":
            self._end()
            return found.start()
        elif char in "\x18\x1a":
            self._end()
        elif char != "\x07" or self._held[1] == _OSC:
            self._end_string()
        return found.end()

    def _take_string_end(self, data: str, place: int) -> int:
        if data[place] == "\\":
            self._end_string()
            return place + 1
        self._state, self._held = "escape", ESC
        return place

    def _take_mouse(self, data: str, place: int) -> int:
        char = data[place]
        if char < " ":
            return self._broken_by(char, place)
        self._held += char
        self._bytes += len(char.encode("utf-8", "surrogateescape"))
        if self._bytes >= _X10_BYTES:
            self._end(self._held)
        return place + 1

    def _take_paste(self, data: str, place: int) -> int:
        text = self._held + data[place:]
        end = text.find(PASTE_END)
        if end >= 0:
            self._end_paste(text[:end])
            return len(data) - (len(text) - end - len(PASTE_END))
        begun = next((size for size in range(len(PASTE_END) - 1, 0, -1) if text.endswith(PASTE_END[:size])), 0)
        self._paste(text[: len(text) - begun])
        self._held = text[len(text) - begun :]
        return len(data)

    def _paste(self, text: str) -> None:
        kept = text[: MAX_PASTE_CHARS - self._pasted_chars]
        self._pasted.append(kept)
        self._pasted_chars += len(kept)

    def _end_paste(self, text: str) -> None:
        self._paste(text)
        pasted = "".join(self._pasted).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        self._units.append(Unit("paste", pasted.replace("\0", "")))
        self._pasted, self._pasted_chars = [], 0
        self._end()

    def _hold(self, text: str) -> None:
        self._held = (self._held + text)[: MAX_SEQUENCE_CHARS + 1]

    def _broken_by(self, char: str, place: int) -> int:
        """Ends a sequence that cannot hold a character, which is then taken anew; CAN and SUB only end it."""
        self._give_up()
        return place + 1 if char in "\x18\x1a" else place


def _eight_bits(char: str) -> int:
    """Returns the code of a control of 8 bits, also where it comes as a byte that is no UTF-8; 0 for others."""
    code = ord(char)
    return code & 0xFF if 0x80 <= code <= 0x9F or 0xDC80 <= code <= 0xDC9F else 0
