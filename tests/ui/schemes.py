"""The sixteen colours of widespread terminals and schemes, with their own foreground and ground."""

from __future__ import annotations

from typing import NamedTuple


class Scheme(NamedTuple):
    """The sixteen colours in their order, black first, the bright ones last."""

    colours: tuple[str, ...]
    foreground: str
    background: str


def _scheme(normal: str, bright: str, own: str) -> Scheme:
    foreground, background = (f"#{colour}" for colour in own.split())
    return Scheme(tuple(f"#{colour}" for colour in (*normal.split(), *bright.split())), foreground, background)


PLAIN = {
    "xterm": _scheme(
        "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5",
        "7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
        "000000 ffffff",
    ),
    "Linux console": _scheme(
        "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa",
        "555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
        "aaaaaa 000000",
    ),
    "Windows": _scheme(
        "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc",
        "767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2",
        "cccccc 0c0c0c",
    ),
}
"""Terminals that have sixteen colours and no more."""

DARK = {
    "Linux console": PLAIN["Linux console"],
    "Windows": PLAIN["Windows"],
    "Solarized dark": _scheme(
        "073642 dc322f 859900 b58900 268bd2 d33682 2aa198 eee8d5",
        "002b36 cb4b16 586e75 657b83 839496 6c71c4 93a1a1 fdf6e3",
        "839496 002b36",
    ),
    "Gruvbox dark": _scheme(
        "282828 cc241d 98971a d79921 458588 b16286 689d6a a89984",
        "928374 fb4934 b8bb26 fabd2f 83a598 d3869b 8ec07c ebdbb2",
        "ebdbb2 282828",
    ),
    "Nord": _scheme(
        "3b4252 bf616a a3be8c ebcb8b 81a1c1 b48ead 88c0d0 e5e9f0",
        "4c566a bf616a a3be8c ebcb8b 81a1c1 b48ead 8fbcbb eceff4",
        "d8dee9 2e3440",
    ),
    "Dracula": _scheme(
        "21222c ff5555 50fa7b f1fa8c bd93f9 ff79c6 8be9fd f8f8f2",
        "6272a4 ff6e6e 69ff94 ffffa5 d6acff ff92df a4ffff ffffff",
        "f8f8f2 282a36",
    ),
}
LIGHT = {
    "xterm": PLAIN["xterm"],
    "Solarized light": DARK["Solarized dark"]._replace(foreground="#657b83", background="#fdf6e3"),
    "Tango light": _scheme(
        "2e3436 cc0000 4e9a06 c4a000 3465a4 75507b 06989a d3d7cf",
        "555753 ef2929 8ae234 fce94f 729fcf ad7fa8 34e2e2 eeeeec",
        "2e3436 ffffff",
    ),
    "Gruvbox light": _scheme(
        "fbf1c7 cc241d 98971a d79921 458588 b16286 689d6a 7c6f64",
        "928374 9d0006 79740e b57614 076678 8f3f71 427b58 3c3836",
        "3c3836 fbf1c7",
    ),
    "macOS Basic": _scheme(
        "000000 990000 00a600 999900 0000b2 b200b2 00a6b2 bfbfbf",
        "666666 e50000 00d900 e5e500 0000ff e500e5 00e5e5 e5e5e5",
        "000000 ffffff",
    ),
}
