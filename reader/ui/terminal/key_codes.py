"""The meaning of a sequence from a terminal: keys, sequences that the framework can read, or nothing. Pure.

The framework takes a sequence that it does not know for characters, and fails on some; so nothing else reaches it.
Keys in the protocol of kitty (sw.kovidgoyal.net/kitty/keyboard-protocol) are read here, in all its levels.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS, IGNORE_SEQUENCE
from textual._keyboard_protocol import FUNCTIONAL_KEYS, MODIFIER_FUNCTIONAL_KEYS
from textual.keys import _character_to_key

from reader.ui.terminal.cutting import CSI, ESC, X10_MOUSE

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_CELLS = 2000
"""Number of columns or rows up to which a terminal's report of its size is believed."""
_KEY = re.compile(r"\x1b\[([0-9:;]*)([u~A-HPQRS])")
_KNOWN = re.compile(
    r"\x1b\[(?:[IO]"  # focus
    r"|<[0-9]{1,3};-?[0-9]{1,5};-?[0-9]{1,5}[Mm]"  # mouse, SGR
    r"|\?(?:2026|2048);[0-4]\$y)"  # the modes that the framework asks for
)
_RESIZE = re.compile(r"\x1b\[48((?:;[1-9][0-9]{0,4}(?::[0-9:]*)?){4})t")
_SS3_KEY = re.compile(r"\x1bO([2-9]|1[0-6])([A-HP-S])")
_URXVT_MOUSE = re.compile(r"\x1b\[([0-9]{1,3});([0-9]{1,5});([0-9]{1,5})M")
_RELEASED = 3
"""The event of a key that is let go."""
MAX_DIGITS = 7
"""Length of a number up to which it may be a code."""
_CSI_FINALS = "ABCDEFHPQRS"
_FUNCTION_KEYS = dict(zip((25, 26, 28, 29, 31, 32, 33, 34), range(57376, 57384), strict=True))
"""F13 to F20 of xterm, as kitty numbers them."""
_OTHER_KEYS = 27
"""The number of xterm's form for other keys, in which the key's code comes last."""
_OF_KEYS = range(0xE000, 0xF900)
"""Codes of private use, with which kitty numbers keys that type nothing."""
_MODIFIERS = ("shift", "alt", "ctrl", "super", "hyper", "meta")
_SHIFT, _ALT, _CAPS_LOCK = 1, 2, 64
_HELD = 0x3F
"""The modifiers without the locks."""
_WITHOUT_MODIFIER = {"backspace": "\x7f", "enter": "\r", "tab": "\t"}


class KeyStroke(NamedTuple):
    """A key by the framework's name, with its character if it types one."""

    key: str
    character: str | None = None


def read_sequence(sequence: str, takes_resizes: bool = False) -> tuple[str | KeyStroke, ...]:
    """Returns the keys of a whole sequence, or the sequence itself if the framework can read it; nothing if unknown.

    Args:
        sequence: As :class:`reader.ui.terminal.cutting.InputCutter` cuts it.
        takes_resizes: Whether the terminal was asked to report its size.
    """
    if sequence == ESC:
        return (KeyStroke("escape", ESC),)
    if key := _KEY.fullmatch(sequence):
        return tuple(_keys(key[1], key[2]))
    if key := _SS3_KEY.fullmatch(sequence):
        return tuple(_keys(f"1;{key[1]}", key[2]))
    if _KNOWN.fullmatch(sequence):
        return (sequence,)
    if sequence.startswith(X10_MOUSE) and len(sequence) > len(X10_MOUSE):
        codes = sequence[len(X10_MOUSE) :].encode("utf-8", "surrogateescape")
        return (_as_sgr(codes[0], codes[1] - 32, codes[2] - 32),) if len(codes) == 3 else ()
    if mouse := _URXVT_MOUSE.fullmatch(sequence):
        return (_as_sgr(int(mouse[1]), int(mouse[2]), int(mouse[3])),)
    if resize := _RESIZE.fullmatch(sequence):
        sizes = [part.partition(":")[0] for part in resize[1][1:].split(";")]
        is_sane = all(int(cells) <= MAX_CELLS for cells in sizes[:2])
        return (f"{CSI}48;{';'.join(sizes)}t",) if takes_resizes and is_sane else ()
    if (known := ANSI_SEQUENCES_KEYS.get(sequence)) is not None:
        return () if known is IGNORE_SEQUENCE else (sequence,)
    return _with_alt(sequence)


def _as_sgr(button: int, column: int, row: int) -> str:
    """Returns the report of an older protocol of the mouse in the form that the framework reads."""
    button = max(button - 32, 0)
    if button & 3 == 3 and not button & 0x60:  # which button was released is not reported
        return f"{CSI}<{button & ~3};{column};{row}m"
    return f"{CSI}<{button};{column};{row}M"


def _with_alt(sequence: str) -> tuple[KeyStroke, ...]:
    char = sequence[1:]
    if len(char) != 1 or not char.isprintable():
        return ()
    shift = _SHIFT if char.isupper() and len(char.lower()) == 1 else 0
    return (_stroke(_character_to_key(char.lower() if shift else char), _ALT | shift, None),)


# -- keys with numbers --------------------------------------------------------------------------------


def _keys(parameters: str, final: str) -> Iterator[KeyStroke]:
    """Yields the keys of ``CSI code:shifted:base ; modifiers:event ; text final``: one for each character typed."""
    if any(len(number) > MAX_DIGITS for number in re.split("[:;]", parameters)):
        return
    fields = [[int(number or 0) for number in field.split(":")] for field in parameters.split(";")]
    if len(fields) > 3:
        return
    (code, *alternates), (held, *event), text = [*fields, *[[0]] * (3 - len(fields))]
    if final == "~" and code == _OTHER_KEYS and text[0]:
        (code, *alternates), text, final = text, [0], "u"
    if event[:1] == [_RELEASED] or (final == "R" and len(fields) > 1):  # a report of the cursor's place
        return
    if final == "~" and code in _FUNCTION_KEYS:
        code, final = _FUNCTION_KEYS[code], "u"
    code = code or int(final in _CSI_FINALS)
    if final == "u" or f"{code}{final}" in FUNCTIONAL_KEYS:
        typed = [chr(number) for number in text if number and _is_character(number)]
        yield from _strokes(code, final, max(held - 1, 0), typed, alternates[0] if alternates else 0)


def _strokes(code: int, final: str, modifiers: int, typed: list[str], shifted: int) -> Iterator[KeyStroke]:
    name, held = FUNCTIONAL_KEYS.get(f"{code}{final}", ""), modifiers & _HELD
    if typed:
        yield from (_stroke(_character_to_key(char), held, char) for char in typed)
    elif name:
        yield _stroke(name, held, None if held else _WITHOUT_MODIFIER.get(name) or (name if len(name) == 1 else None))
    elif code and code not in _OF_KEYS and _is_character(code):
        # Without other modifiers it types a character, of which the terminal does not report the text.
        char = "" if held & ~_SHIFT else _with_shift(chr(code), modifiers, shifted)
        yield _stroke(_character_to_key(char or chr(code)), held, char or None)


def _stroke(key: str, modifiers: int, char: str | None) -> KeyStroke:
    """Returns a key with its modifiers; a character that is typed has Shift and Alt in itself."""
    held = [name for bit, name in enumerate(_MODIFIERS) if modifiers >> bit & 1]
    if char is not None and not char.isspace() and char > " ":
        held = [name for name in held if name not in ("shift", "alt")]
    if key in MODIFIER_FUNCTIONAL_KEYS:
        held = []
    return KeyStroke("+".join([*sorted(held), key]), char)


def _with_shift(char: str, modifiers: int, shifted: int) -> str:
    """Returns the character of a key on a keyboard of which only letters are known."""
    if modifiers & _SHIFT and shifted and _is_character(shifted):
        return chr(shifted)
    is_upper = bool(modifiers & _SHIFT) != (bool(modifiers & _CAPS_LOCK) and char.isalpha())
    return char.upper() if is_upper and len(char.upper()) == 1 else char


def _is_character(code: int) -> bool:
    """Whether a code is that of a character that can be typed: no control, no half of a pair."""
    return code <= 0x10FFFF and unicodedata.category(chr(code)) not in ("Cc", "Cs")
