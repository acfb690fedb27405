"""Parsers of the pictures in a stream to a terminal: kitty's commands, sixel, and iTerm2's; not those of the reader."""

from __future__ import annotations

import re
from base64 import b64decode
from typing import NamedTuple

from PIL import Image

STRING = re.compile(
    r"\x1b_G(?P<kitty>[^\x1b]*)\x1b\\|\x1bP(?P<sixel>[0-9;]*q[^\x1b]*)\x1b\\|\x1b\]1337;(?P<iterm2>[^\x07]*)\x07"
)
PLACE = re.compile(r"\x1b\[([0-9]+);([0-9]+)H")
SIXEL = re.compile(r'#(\d+)(?:;2;(\d+);(\d+);(\d+))?|"[0-9;]*|!(\d+)([?-~])|([?-~])|([$-])')


class Command(NamedTuple):
    """One of kitty's commands."""

    keys: dict[str, str]
    data: str


class Graphic(NamedTuple):
    """A picture in a stream, and the place of the cursor before it, from 0."""

    kind: str
    column: int
    row: int
    text: str


def graphics(stream: str) -> list[Graphic]:
    """Returns the pictures of a stream, each with the last place that the cursor was sent to."""
    found, place = [], (0, 0)
    for match in re.finditer(f"{PLACE.pattern}|{STRING.pattern}", stream):
        if match[1]:
            place = int(match[2]) - 1, int(match[1]) - 1
        else:
            kind = match.lastgroup or ""
            found.append(Graphic(kind, *place, match[kind]))
    return found


def kitty_commands(stream: str) -> list[Command]:
    """Returns the commands of a stream, the chunks of one joined."""
    found: list[Command] = []
    goes_on = False
    for graphic in graphics(stream):
        if graphic.kind != "kitty":
            continue
        written, _, data = graphic.text.partition(";")
        keys = dict(part.split("=") for part in written.split(","))
        assert len(data) <= 4096, "a chunk that the protocol does not allow"
        if goes_on:
            assert set(keys) <= {"m", "q"}
            found[-1] = Command(found[-1].keys, found[-1].data + data)
        else:
            found.append(Command(keys, data))
        goes_on = keys.get("m") == "1"
    assert not goes_on, "the last chunk is missing"
    return found


class KittyScreen:
    """The pictures of a terminal that speaks kitty's protocol."""

    def __init__(self) -> None:
        self.images: dict[int, bytes] = {}
        self.placements: dict[tuple[int, int], tuple[int, int, dict[str, str]]] = {}
        """The column, the row and the keys of each placement."""

    def feed(self, stream: str) -> None:
        more = ("q=1,m", "q=2,m", "m=")
        place = iter([g for g in graphics(stream) if g.kind == "kitty" and not g.text.startswith(more)])
        for command in kitty_commands(stream):
            at = next(place)
            keys, image = command.keys, int(command.keys.get("i", 0))
            assert keys.get("q") in ("1", "2") or keys["a"] == "q", "each command would be answered"
            if keys["a"] == "t":
                self.images[image] = b64decode(command.data, validate=True)
            elif keys["a"] == "p":
                assert image in self.images, "placed before it was sent"
                assert keys["C"] == "1", "the cursor would move"
                self.placements[image, int(keys["p"])] = at.column, at.row, keys
            elif keys["a"] == "d":
                own = int(keys["p"]) if "p" in keys else None
                self.placements = {
                    key: value for key, value in self.placements.items() if key[0] != image or own not in (None, key[1])
                }
                if keys["d"] == "I":
                    del self.images[image]


def sixel_picture(text: str) -> Image.Image:
    """Decodes a sixel picture, of which a stream has the text between ``ESC P`` and the end."""
    head, _, body = text.partition("q")
    assert head.split(";")[1:2] == ["1"], "pixels around it would be painted over"
    size = re.match(r'"1;1;(\d+);(\d+)', body)
    assert size
    picture = Image.new("RGB", (int(size[1]), int(size[2])), (255, 0, 255))
    palette: dict[int, tuple[int, int, int]] = {}
    x = y = 0
    colour = (0, 0, 0)
    end = 0
    for token in SIXEL.finditer(body):
        assert token.start() == end, "a sign that is no part of a sixel picture"
        end = token.end()
        if token[1]:
            if token[2]:
                palette[int(token[1])] = tuple(round(int(token[k]) * 255 / 100) for k in (2, 3, 4))
            colour = palette[int(token[1])]
        elif token[8]:
            x, y = 0, y + 6 * (token[8] == "-")
        elif char := token[6] or token[7]:
            count, bits = int(token[5] or 1), ord(char) - 63
            for k in range(6):
                if bits >> k & 1:
                    for column in range(x, x + count):
                        picture.putpixel((column, y + k), colour)
            x += count
    assert end == len(body)
    return picture


class Inline(NamedTuple):
    """A picture of iTerm2's protocol."""

    keys: dict[str, str]
    data: bytes


def inline_picture(text: str) -> Inline:
    """Parses an inline picture, of which a stream has the text between ``OSC 1337 ;`` and its end."""
    written, _, data = text.removeprefix("File=").partition(":")
    return Inline(dict(part.split("=") for part in written.split(";")), b64decode(data, validate=True))
