"""Styles as a terminal has them, and the shortest sequence from one to another (SGR of ECMA-48, links of OSC 8). Pure.

A cell without ink shows nothing of the colour of its text: blanks that look alike are drawn in the same style, and a
style need not be changed for a blank behind a word.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

UNLINKED = "\x1b]8;;\x1b\\"
"""Ends a link."""

_ATTRIBUTES = frozenset({1, 2, 3, 4, 5, 6, 7, 8, 9, 21, 51, 52, 53})
"""The codes that begin an attribute. Those that end one differ between terminals: a reset ends all."""
_ON_BLANKS = frozenset({4, 5, 6, 7, 9, 21, 51, 52, 53})
"""Attributes that are seen on a blank, too: lines, frames, and colours that change places."""
_PARAMETERS = re.compile(r"[34]8;5;\d+|[34]8;2;\d+;\d+;\d+|\d+")
MAX_PENS = 4096
"""Number of styles and of steps between them that are remembered."""


class Pen:
    """Attributes, colours and a link, as a terminal draws with them. Two that are equal are one object."""

    def __init__(
        self, attributes: frozenset[int] = frozenset(), ink: str = "", ground: str = "", link: str = ""
    ) -> None:
        self.attributes = attributes
        """Codes of SGR, such as 1 for bold."""
        self.ink, self.ground = ink, ground
        """The parameters of SGR for the colours; empty for the terminal's own."""
        self.link = link
        """The parameters and the target of a link, as in OSC 8; empty without one."""

    @cached_property
    def on_blanks(self) -> Pen:
        """The pen that draws blanks alike, with as little as possible."""
        seen = self.attributes & _ON_BLANKS
        return pen(seen, self.ink if seen else "", self.ground, self.link)

    @property
    def parameters(self) -> list[str]:
        """All parameters of SGR, for a terminal that draws plainly."""
        return [*map(str, sorted(self.attributes)), *filter(None, (self.ink, self.ground))]


@lru_cache(MAX_PENS)
def pen(attributes: frozenset[int] = frozenset(), ink: str = "", ground: str = "", link: str = "") -> Pen:
    """Returns the one pen with some attributes, colours and a link."""
    return Pen(attributes, ink, ground, link)


@lru_cache(MAX_PENS)
def pen_of(parameters: str, link: str = "") -> Pen:
    """Returns the pen for the parameters of an SGR sequence that follows a reset."""
    attributes: set[int] = set()
    ink = ground = ""
    for found in _PARAMETERS.findall(parameters):
        code = int(found.partition(";")[0])
        if code in _ATTRIBUTES:
            attributes.add(code)
        elif 30 <= code <= 39 or 90 <= code <= 97:
            ink = "" if code == 39 else found
        elif 40 <= code <= 49 or 100 <= code <= 107:
            ground = "" if code == 49 else found
    return pen(frozenset(attributes), ink, ground, link)


@lru_cache(MAX_PENS)
def for_blanks(before: Pen, wanted: Pen) -> Pen:
    """Returns the pen to draw blanks with that look as ``wanted`` does on them; closest to the pen before."""
    if wanted.attributes & _ON_BLANKS:
        return wanted
    return pen(before.attributes - _ON_BLANKS, before.ink, wanted.ground, wanted.link)


@lru_cache(MAX_PENS)
def step(before: Pen, after: Pen) -> str:
    """Returns the sequence that makes a terminal draw with another pen: the additions, or all after a reset."""
    link = "" if before.link == after.link else f"\x1b]8;{after.link}\x1b\\" if after.link else UNLINKED
    is_less = (
        before.attributes - after.attributes or (before.ink and not after.ink) or (before.ground and not after.ground)
    )
    if is_less:
        changed = ["0", *after.parameters] if after.parameters else [""]
    else:
        begun = [str(code) for code in sorted(after.attributes - before.attributes)]
        colours = [new for old, new in ((before.ink, after.ink), (before.ground, after.ground)) if old != new]
        changed = [*begun, *colours]
    return f"\x1b[{';'.join(changed)}m{link}" if changed else link
