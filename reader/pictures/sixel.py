"""Sixel pictures (DEC's VT340): bands of six rows, one layer a colour. Pure; the colours are chosen by Pillow.

A layer is made by arithmetic on whole rows: each row of colour numbers becomes one bit of the band's characters.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reader.errors import UnusableError

BAND_ROWS = 6
PALETTE_BYTES = 3 * 256
NEXT_BAND, END = "-", "\x1b\\"
"""The sign between two bands, which has no other use in a sequence, and the end of the sequence."""
_FIRST = 63
"""The character of a column without a pixel; the six rows add 1 to 32."""
_AS_CHARACTERS = bytes((value + _FIRST) & 0xFF for value in range(256))
_RUN = re.compile(rb"(.)\1{3,}", re.DOTALL)
_PICTURE = re.compile(rb'\x1bP[0-9;]{0,20}q[#$\-0-9;!"?-~]*\x1b\\')


@lru_cache(256)
def _bits(colour: int) -> tuple[bytes, ...]:
    """Returns a table for each row of a band that gives a colour the row's bit, and others none."""
    tables = []
    for row in range(BAND_ROWS):
        table = bytearray(256)
        table[colour] = 1 << row
        tables.append(bytes(table))
    return tuple(tables)


def encoded(numbers: bytes, width: int, palette: bytes) -> bytes:
    """Returns a picture as a sixel sequence; pixels around it stay.

    Args:
        numbers: The number of each pixel's colour, row by row.
        width: The number of pixels of a row.
        palette: Red, green and blue of each colour.
    """
    height = len(numbers) // width
    parts = [b'\x1bP0;1;0q"1;1;%d;%d' % (width, height)]
    for colour in sorted(set(numbers)):
        red, green, blue = (round(value * 100 / 255) for value in palette[3 * colour : 3 * colour + 3])
        parts.append(b"#%d;2;%d;%d;%d" % (colour, red, green, blue))
    for top in range(0, height, BAND_ROWS):
        band = numbers[top * width : (top + BAND_ROWS) * width]
        parts += (b"-" if top else b"", b"$".join(_layer(band, width, colour) for colour in sorted(set(band))))
    return b"".join([*parts, b"\x1b\\"])


def _layer(band: bytes, width: int, colour: int) -> bytes:
    """Returns the pixels of a colour in a band, as far as its last one."""
    together = 0
    for start, table in zip(range(0, len(band), width), _bits(colour), strict=False):
        row = band[start : start + width]
        if colour in row:
            together |= int.from_bytes(row.translate(table), "little")
    length = (together.bit_length() + 7) // 8
    columns = together.to_bytes(length, "little").translate(_AS_CHARACTERS)
    return b"#%d%s" % (colour, _RUN.sub(_shortened, columns))


def _shortened(run: re.Match[bytes]) -> bytes:
    return b"!%d%c" % (run.end() - run.start(), run[0][0])


def checked(data: bytes) -> str:
    """Returns the text of a sixel sequence that another process has made.

    Raises:
        UnusableError: If it is anything else: it is written to the terminal.
    """
    if not _PICTURE.fullmatch(data):
        raise UnusableError("gives no picture")
    return data.decode("ascii")
