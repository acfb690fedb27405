"""Widths of text in ems, estimated for a common serif typeface: near enough to tell a full line from a short one."""

from __future__ import annotations

import re

from reader.model.scripts import is_han

WIDE_MARK = re.compile("[\u3000-\u303f\uff01-\uff65\u2e80-\u2eff]")
"""A mark that is as wide as a Han character."""
SPACE_EM = 0.25
_WIDE_EM, _DIGIT_EM, _OTHER_EM = 1.0, 0.5, 0.5
_LETTERS_OF_WIDTH = {
    0.28: "ijlt.,/",
    0.33: "fr-()[]I'’‘!;:",
    0.4: "szJ?",
    0.44: 'aceg"“”',
    0.5: "bdhknopquvxy",
    0.56: "PSF",
    0.61: "EZTL",
    0.67: "BCR",
    0.72: "wADGHKNOQUVXY",
    0.78: "m",
    0.92: "MW—@%",
    SPACE_EM: " ",
}
_LETTER_EM = {letter: em for em, letters in _LETTERS_OF_WIDTH.items() for letter in letters}
MAX_KEPT = 20_000
"""Number of characters whose widths are kept."""
_WIDE_IN_HAN = "“”‘’…—"
_FOLDED_MARKS = ",.:;?!()"
"""Marks that a site may have folded to half width; between Han characters they were printed at full width."""


class _CharacterWidths(dict[str, float]):
    """Widths of characters that do not depend on those beside them, each found when it is first asked for."""

    def __init__(self, wide: str) -> None:
        super().__init__()
        self._wide = wide

    def __missing__(self, character: str) -> float:
        if is_han(character) or WIDE_MARK.match(character) or character in self._wide:
            width = _WIDE_EM
        else:
            width = _DIGIT_EM if character.isdigit() else _LETTER_EM.get(character, _OTHER_EM)
        if len(self) < MAX_KEPT:
            self[character] = width
        return width


_APART, _IN_HAN = _CharacterWidths(""), _CharacterWidths(_WIDE_IN_HAN)


def width_em(text: str, is_in_han: bool) -> float:
    """Returns the estimated width of a text in ems; ``is_in_han`` if it is part of a text in Han characters."""
    if not is_in_han:
        return sum(map(_APART.__getitem__, text), 0.0)
    return sum(
        (
            _WIDE_EM
            if character in _FOLDED_MARKS and is_han_edge(text[at - 1 : at] or text[at + 1 : at + 2])
            else _IN_HAN[character]
            for at, character in enumerate(text)
        ),
        0.0,
    )


def is_han_edge(character: str) -> bool:
    """Whether a character, if any, may be the first or the last one of a word in Han characters."""
    return bool(character) and (
        is_han(character) or bool(WIDE_MARK.match(character)) or character in _WIDE_IN_HAN + _FOLDED_MARKS
    )
