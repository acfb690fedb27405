"""Lines and blocks in ASCII, for terminals on which box drawing would take two cells."""

_FIRST, _BLOCKS, _END = 0x2500, 0x2580, 0x25A0
_ACROSS = frozenset("─━┄┅┈┉╌╍═╴╶╸╺╼╾")
_DOWN = frozenset("│┃┆┇┊┋╎╏║╵╷╹╻╽╿")
_BARS = frozenset("▉▊▋▌▍▎▏▐▕█")


def _in_ascii(char: str) -> str:
    if char in _ACROSS:
        return "-"
    if char in _DOWN or char in _BARS:
        return "|"
    return "+" if char < chr(_BLOCKS) else " "


IN_ASCII = {code: _in_ascii(chr(code)) for code in range(_FIRST, _END)}
"""What stands for box drawing and block elements; of half blocks the ground is left."""
