"""Radicals and compatibility characters that stand for ordinary characters, as texts out of a PDF file have them."""

from __future__ import annotations

import re

_WHOLE_RADICALS = (
    "⺎兀⺓幺⺞歺⺟母⺠民⺬示⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马"
    "⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻲亀⻳龟"
)
"""Radicals of the supplement that have the shape of a whole character, each before it.

After ``EquivalentUnifiedIdeograph.txt`` of Unicode; the other ones are parts of characters and stay.
"""
_UNIFIED = dict(zip(_WHOLE_RADICALS[::2], _WHOLE_RADICALS[1::2], strict=True))
_CANDIDATE = re.compile("[\u2e80-\u2fd5\uf900-\ufad9\ufb00-\ufb06]")


def unified_forms(text: str) -> dict[str, str]:
    """Returns each radical, compatibility ideograph and Latin ligature of a text with what is written instead."""
    found = dict.fromkeys(_CANDIDATE.findall(text))
    return {character: form for character in found if (form := _unified(character)) != character}


def with_unified(text: str) -> str:
    """Returns a text with ordinary characters for radicals, compatibility ideographs and Latin ligatures."""
    return _CANDIDATE.sub(lambda found: _unified(found[0]), text)


def _unified(character: str) -> str:
    from unicodedata import normalize  # only such a character needs it

    return _UNIFIED.get(character) or normalize("NFKC", character)
