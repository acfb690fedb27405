"""The pairs of a role on a ground that occur on the screens, and the contrast that each must keep. Data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from reader.ui.theme.palettes import Role, ThemeName

PairKind = Literal["text", "sign", "bar", "tint"]

LEAST: dict[PairKind, float] = {"text": 4.5, "sign": 3.0, "bar": 1.4, "tint": 1.08}
"""The least contrast of each kind; those of text and signs are WCAG's (1.4.3, 1.4.11)."""
LEAST_IN_HIGH_CONTRAST: dict[PairKind, float] = {"text": 7.0, "sign": 4.5, "bar": 1.4, "tint": 1.08}
"""The same in the themes of high contrast; that of text is WCAG's (1.4.6)."""
HIGH_CONTRAST: tuple[ThemeName, ...] = ("dark-contrast", "light-contrast")


class Pair(NamedTuple):
    """A role, the ground it lies on, and the kind of thing that is seen by their contrast."""

    role: Role
    ground: Role
    kind: PairKind


_GROUNDS: tuple[Role, ...] = ("background", "surface", "panel", "current")
_TEXTS: tuple[Role, ...] = ("foreground", "muted", "accent", "warning", "literal")
_ON_BARS: tuple[Role, ...] = ("on-here", "muted-here", "accent-here", "warning-here")
_LIT: tuple[Role, ...] = ("match", "match-here", "selection")
PAIRS: tuple[Pair, ...] = (
    *(Pair(role, ground, "text") for role in _TEXTS for ground in _GROUNDS),
    *(Pair("faint", ground, "sign") for ground in _GROUNDS),
    *(Pair(role, "here", "text") for role in _ON_BARS),
    Pair("faint-here", "here", "sign"),
    Pair("on-match", "match", "text"),
    Pair("on-match-here", "match-here", "text"),
    Pair("foreground", "mark", "text"),
    Pair("on-selection", "selection", "text"),
    *(Pair("here", ground, "bar") for ground in _GROUNDS[:3]),
    *(Pair(ground, "background", "bar") for ground in _LIT),
    Pair("match-here", "here", "bar"),
    Pair("mark", "background", "tint"),
    Pair("current", "background", "tint"),
)


def least_of(kind: PairKind, name: ThemeName) -> float:
    """Returns the least contrast of a kind in a theme."""
    return (LEAST_IN_HIGH_CONTRAST if name in HIGH_CONTRAST else LEAST)[kind]
