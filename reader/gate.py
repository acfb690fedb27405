r"""The one gate for text: removes every character that a terminal could take for a command.

Issue files, queries, file names and messages all go through :func:`clean` before they reach a screen or a stream. It
replaces characters that terminals act on (C0 and C1 controls, DEL), characters that reorder or hide text (the
bidirectional controls of UAX #9, invisible operators, U+FEFF, tag characters), line and paragraph separators, lone
surrogates and noncharacters. Each becomes U+FFFD, so that a reader sees that there was a character. In paths,
which one must be able to tell apart and to find, each becomes an escape (:func:`shown_path`). A byte of a file name
that is no UTF-8, which Python has as a surrogate (PEP 383), becomes its number everywhere, as in ``x\xff.yaml``.
"""

import os
import re
from functools import cache

REPLACEMENT = "\ufffd"
FIRST_BYTE, LAST_BYTE = "\udc80", "\udcff"
"""Surrogates for bytes from 80 to ff of a file name that are no UTF-8."""

_CLASS = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 except tab and line feed; DEL; C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional controls
    "\u180e\u2061-\u2064\u206a-\u206f"  # invisible operators and deprecated format characters
    "\u2028\u2029\ufeff\ufff9-\ufffb"  # separators, byte order mark, interlinear annotation
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # surrogates, noncharacters
    "\U000e0000-\U000e00ff"  # tag characters
)
_CLASS += "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(1, 17))  # noncharacters
_LIKE_ESCAPE = r"\\(?:\\|x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8})"
"""A text that looks like an escape of a path; raw, for it is seldom needed."""

MAX_QUOTED_CHARS = 80
"""Length from which on a text that a message quotes is shortened in the middle."""


_ESCAPED_IN_PATHS = "\t\n\u00ad\u200b\u2060"
"""Further characters that paths are shown without: those that divide a line, and those that are drawn nowhere."""


@cache  # compiled when first used: that takes a millisecond, and printable texts need no pattern
def _forbidden() -> re.Pattern[str]:
    return re.compile(f"[{_CLASS}]")


def _replaced(found: re.Match[str]) -> str:
    character = found[0]
    return shown_byte(character) if FIRST_BYTE <= character <= LAST_BYTE else REPLACEMENT


@cache
def _escaped_in_paths() -> re.Pattern[str]:
    return re.compile(f"[{_CLASS}{_ESCAPED_IN_PATHS}]")


def shown_path(path: str) -> str:
    r"""Returns a path as it is shown to people: each character that must not reach a terminal as an escape.

    A byte is ``\xff``, a character ``\u202e`` or ``\U000e0041``, a control character of ASCII
    ``\x1b``. In a path with an escape, or with a text that looks like one, each backslash of its own is two, so that
    no two paths are shown alike. (On Windows, whose paths are full of backslashes, it stays one.)
    """
    if path.isprintable() and "\\" not in path:
        return path
    if os.sep != "\\" and (_escaped_in_paths().search(path) or re.search(_LIKE_ESCAPE, path)):
        path = path.replace("\\", "\\\\")
    return _escaped_in_paths().sub(_escaped, path)


def path_for_programs(path: str) -> str:
    """Returns a path as JSON has it: the path itself; as it is shown to people if it has bytes that are no UTF-8."""
    return path if path.isprintable() or not re.search(f"[{FIRST_BYTE}-{LAST_BYTE}]", path) else shown_path(path)


def _escaped(found: re.Match[str]) -> str:
    character, code = found[0], ord(found[0])
    if FIRST_BYTE <= character <= LAST_BYTE:
        return shown_byte(character)
    return f"\\x{code:02x}" if code < 0x80 else f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def in_json(text: str) -> str:
    """Returns a JSON text with escapes for the characters in its strings that the gate replaces; surrogates stay."""
    if text.isprintable():
        return text
    return _forbidden().sub(_escaped_in_json, text)


def _escaped_in_json(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    if "\ud800" <= found[0] <= "\udfff" or found[0] == "\r":
        return found[0]
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def shown_byte(surrogate: str) -> str:
    """Returns a byte of a file name that is no UTF-8, given by its surrogate, as messages show it."""
    return f"\\x{ord(surrogate) & 0xFF:02x}"


def clean(text: str) -> str:
    """Returns the text with every forbidden character replaced; tabs and line feeds stay.

    A carriage return before a line feed is dropped: it is a part of the line end in many plain texts.
    """
    if text.isprintable():
        return text
    return _forbidden().sub(_replaced, text.replace("\r\n", "\n"))


def clean_line(text: str) -> str:
    """Returns the text as :func:`clean` does, with spaces for tabs and line feeds: it stays on one line."""
    if text.isprintable():
        return text
    return _forbidden().sub(_replaced, text.replace("\r\n", " ").replace("\n", " ").replace("\t", " "))


def drawn_line(text: str) -> str:
    """Returns the text as :func:`clean_line` does, without soft hyphens, which the layout draws at line ends."""
    if text.isprintable():
        return text
    return clean_line(text).replace("\u00ad", "")


def first_forbidden(text: str) -> int:
    """Returns the index of the first character that the gate replaces, or -1."""
    if text.isprintable():
        return -1
    found = _forbidden().search(text.replace("\r\n", "\n\n"))
    return found.start() if found else -1


def quoted(text: str) -> str:
    """Returns a text as messages quote it: unprintable characters as escapes, and shortened in the middle."""
    half = MAX_QUOTED_CHARS // 2
    shown = repr(text if len(text) <= MAX_QUOTED_CHARS else f"{text[:half]}…{text[-half:]}")
    while len(shown) > 2 * MAX_QUOTED_CHARS:  # of escapes, each of which must stay whole
        half -= half // 4
        shown = repr(f"{text[:half]}…{text[-half:]}")
    return re.sub(r"\\udc([89a-f][0-9a-f])", r"\\x\1", shown) if "\\udc" in shown else shown


def said_of(text: str, reason: str) -> str:
    """Returns a message about a text, such as ``'8-1' is not a date``; of a long text the reason comes first."""
    return f"{quoted(text)} {reason}" if len(text) <= MAX_QUOTED_CHARS else f"this text {reason}: {quoted(text)}"
