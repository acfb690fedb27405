"""The inline pictures of iTerm2 (OSC 1337, iterm2.com/documentation-images.html), also of other terminals. Pure."""

from __future__ import annotations

from base64 import b64encode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.pictures.fitting import PixelSize


def inline(file: bytes, size: PixelSize) -> str:
    """Returns the sequence that draws a picture, as the bytes of a file, in a size in pixels at the cursor."""
    arguments = f"inline=1;size={len(file)};width={size.width}px;height={size.height}px"
    data = b64encode(file).decode("ascii")
    return f"\x1b]1337;File={arguments};preserveAspectRatio=0;doNotMoveCursor=1:{data}\x07"
