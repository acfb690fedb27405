"""Checks of the content of an issue's pictures (R409 and R410): decoded in a confined process, as for the screen.

The room of issue files knows no pictures, so ``check`` of the command line joins these checks to its own.
"""

from __future__ import annotations

import os
from functools import cache

from reader.confined import Confined, ConfinedError
from reader.errors import UnusableError
from reader.gate import quoted
from reader.model.magazine import Figure, Issue
from reader.picture_paths import leads_out
from reader.pictures.confined_pictures import LIMITS
from reader.pictures.picture_files import picture_bytes
from reader.source.checks.files import named_pictures

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from reader.source.nodes import Node
    from reader.source.schema.load_context import LoadContext

    PictureFormat = Literal["PNG", "JPEG", "GIF", "WEBP"]

HANDLER = "reader.pictures.decoding:inspect"
MAX_PICTURES = 500
"""Maximum number of pictures of an issue whose content is looked at."""
MAX_DECODED_PIXELS = 120_000_000
"""Maximum number of pixels that are decoded for an issue, five of the largest pictures; of later ones, the headers."""
MAX_GIVEN_UP = 3
"""Number of pictures that go beyond a limit of the process, from which on the others are not looked at."""
EXTENSIONS: dict[PictureFormat, tuple[str, ...]] = {
    "PNG": (".png",),
    "JPEG": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "GIF": (".gif",),
    "WEBP": (".webp",),
}
"""The extensions of the names of files in each format; the first is the usual one."""
_NAMES: dict[PictureFormat, str] = {"PNG": "PNG", "JPEG": "JPEG", "GIF": "GIF", "WEBP": "WebP"}


@cache
def _process() -> Confined:
    """Returns the one process of this program, or of this worker of it."""
    import atexit

    process = Confined(HANDLER, LIMITS)
    atexit.register(process.close)
    return process


def check_shown(context: LoadContext) -> None:
    """Reports pictures that cannot be shown, and those whose name belongs to another format; each file once."""
    folder = os.path.splitext(context.source.path)[0]
    nodes: dict[str, Node | None] = {}
    for named in named_pictures(context.all_built(Issue), context.all_built(Figure), context):
        if _is_at_hand(folder, named.name):
            nodes.setdefault(named.name, named.node)
    left, given_up = MAX_DECODED_PIXELS, 0
    for name, node in list(nodes.items())[:MAX_PICTURES]:
        try:
            found, pixels = _inspected(folder, name, left)
        except (ConfinedError, UnusableError) as error:
            hint = "save it anew in a picture editor, smaller if it is large"
            context.report("R409", node, f"the picture {quoted(name)} cannot be shown: {error}", hint)
            given_up += isinstance(error, ConfinedError)
            if given_up == MAX_GIVEN_UP:
                return
            continue
        left -= pixels if pixels <= left else 0
        extensions = EXTENSIONS[found]
        if os.path.splitext(name)[1].lower() not in extensions:
            hint = f"rename it {os.path.splitext(name)[0]}{extensions[0]}, here and in the folder"
            context.report("R410", node, f"the picture {quoted(name)} is a {_NAMES[found]} file", hint)


def _is_at_hand(folder: str, name: str) -> bool:
    """Whether a picture is there, in the folder; another one is reported by the checks of paths."""
    picture = os.path.join(folder, name)
    return os.path.isfile(picture) and not leads_out(folder, picture)


def _inspected(folder: str, name: str, most_pixels: int) -> tuple[PictureFormat, int]:
    """Returns the format of a picture and the number of its pixels.

    Raises:
        UnusableError: If it cannot be read, is no picture, or goes beyond a bound.
        ConfinedError: If its decoder goes beyond a limit.
    """
    reply = _process().ask({"decoded": most_pixels}, picture_bytes(folder, name)).value
    if isinstance(reply, list) and len(reply) == 2 and isinstance(reply[1], int):
        for known in EXTENSIONS:
            if known == reply[0]:
                return known, reply[1]
    raise UnusableError("gives no picture")
