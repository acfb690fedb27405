"""Kitty's protocol for graphics (sw.kovidgoyal.net/kitty/graphics-protocol): a picture is sent once, then placed. Pure.

Only faults are answered (``q=1``): a terminal that has freed a picture gets it again. No placement moves the cursor.
"""

from __future__ import annotations

import re
from base64 import b64encode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.pictures.fitting import DrawingPart

CHUNK_CHARS = 4096
"""Maximum length of the data of a command."""
_FAULT = re.compile(r"\x1b_G(?:[^;]*,)?i=([0-9]{1,10})(?:,[^;]*)?;E[A-Z]")


def sent(image: int, png: bytes) -> list[str]:
    """Returns the commands that send a picture under a number, without drawing it; no other command between them."""
    data = b64encode(png).decode("ascii")
    chunks = [data[at : at + CHUNK_CHARS] for at in range(0, len(data), CHUNK_CHARS)] or [""]
    parts = []
    for number, chunk in enumerate(chunks):
        keys = f"a=t,f=100,t=d,i={image},q=1," if number == 0 else "q=1,"
        parts.append(f"\x1b_G{keys}m={int(number + 1 < len(chunks))};{chunk}\x1b\\")
    return parts


def placed(image: int, placement: int, part: DrawingPart) -> str:
    """Returns the command that draws a part of a picture at the cursor; a placement of the same number moves there."""
    width, height = part.size
    crop = f"x={part.left},y={part.top},w={width},h={height}"
    return f"\x1b_Ga=p,i={image},p={placement},{crop},z=0,C=1,q=1\x1b\\"


def taken_away(image: int, placement: int) -> str:
    """Returns the command that takes a placement away; the terminal keeps the picture."""
    return f"\x1b_Ga=d,d=i,i={image},p={placement},q=2\x1b\\"


def forgotten(image: int) -> str:
    """Returns the command that takes a picture away from everywhere, and frees it."""
    return f"\x1b_Ga=d,d=I,i={image},q=2\x1b\\"


def faulty_image(sequence: str) -> int:
    """Returns the number of the picture that a terminal could not show, by its answer; 0 for any other sequence."""
    found = _FAULT.match(sequence)
    return int(found[1]) if found else 0
