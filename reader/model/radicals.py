"""Radicals and compatibility characters that stand for ordinary characters, as texts out of a PDF file have them."""

from __future__ import annotations

import re
from functools import cache

_CANDIDATE = re.compile("[\u2e80-\u2fd5\uf900-\ufad9\ufb00-\ufb06\U0002f800-\U0002fa1d]")


def unified_forms(text: str) -> dict[str, str]:
    """Returns each radical, compatibility ideograph and Latin ligature of a text with the form to write instead."""
    found = dict.fromkeys(_CANDIDATE.findall(text))
    return {character: form for character in found if (form := _unified(character)) != character}


def with_unified(text: str) -> str:
    """Returns a text with ordinary characters for radicals, compatibility ideographs and Latin ligatures."""
    return _CANDIDATE.sub(lambda found: _unified(found[0]), text)


def _unified(character: str) -> str:
    from unicodedata import normalize  # only such a character needs it

    return _whole_radicals().get(character) or normalize("NFKC", character)


@cache
def _whole_radicals() -> dict[str, str]:
    """Returns the radicals of the supplement that have the shape of a whole character; the others stay."""
    from reader.model import _radical_data as data

    return dict(zip(data.RADICALS, data.THEIR_CHARACTER, strict=True))
