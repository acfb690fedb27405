"""ASCII for box drawing and block elements, for terminals that draw those on two cells."""

from __future__ import annotations

_FIRST, _BLOCKS, _END = 0x2500, 0x2580, 0x25A0
_ACROSS = frozenset("─━┄┅┈┉╌╍═╴╶╸╺╼╾")
_DOWN = frozenset("│┃┆┇┊┋╎╏║╵╷╹╻╽╿")
_BARS = frozenset("▉▊▋▌▍▎▏▐▕█")


def _in_ascii(char: str) -> str:
    """Returns the replacement of a character of box drawing, or of a block element."""
    if char in _ACROSS:
        return "-"
    if char in _DOWN or char in _BARS:
        return "|"
    return "+" if char < chr(_BLOCKS) else " "


IN_ASCII = {code: _in_ascii(chr(code)) for code in range(_FIRST, _END)}
"""Table for ``str.translate``; half blocks become blanks, so that only their background is seen."""
