"""Traditional characters in a simplified text, with their simplified forms."""

from __future__ import annotations

import re
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_IN_BOTH = frozenset("傢剋吒噁垵埯嶴幺於櫱燉甯菸苧覆阪鞝麽")
"""Characters that simplified texts have, too: in words such as 颠覆, 哪吒, 大阪, 敦煌's 燉煌, and in names."""
_ALSO = {"於": "于", "裡": "里", "裏": "里", "週": "周", "佔": "占", "佈": "布"}
"""Frequent traditional characters that the tables do not tell: their simplified forms are old characters, too."""
_QUOTED = re.compile(r"“[^“”]*”|‘[^‘’]*’|「[^「」]*」|『[^『』]*』|《[^《》]*》|〈[^〈〉]*〉|（[^（）]*）|\([^()]*\)")
"""A passage in quotation marks or brackets."""


def simplified_by_place(text: str) -> dict[int, str]:
    """Returns the simplified form of each traditional character of a simplified text, by its offset there.

    Those of a passage in quotation marks or brackets are left out, if the passage has no simplified character: a text
    may quote a title, or name the traditional form of a word.
    """
    forms = _forms()
    if forms.keys().isdisjoint(text):
        return {}
    shown = _QUOTED.sub(_blank_if_traditional, text)
    return {at: forms[character] for at, character in enumerate(shown) if character in forms}


def _blank_if_traditional(quoted: re.Match[str]) -> str:
    return " " * len(quoted[0]) if _simplified_only().isdisjoint(quoted[0]) else quoted[0]


@cache
def _simplified_only() -> frozenset[str]:
    """Returns the characters that only simplified texts have."""
    from reader.model import _traditional_data as data

    return frozenset(data.SIMPLIFIED) | {entry[0] for entry in data.SEVERAL.split()}


@cache
def _forms() -> Mapping[str, str]:
    """Returns the simplified forms of characters that only traditional texts have, as Unihan and OpenCC give them."""
    from reader.model import _traditional_data as data
    from reader.model.scripts import simplified_forms

    found = dict(zip(data.THEIR_FORM, data.SIMPLIFIED, strict=True))
    found.update((form, entry[0]) for entry in data.SEVERAL.split() for form in entry[1:])
    for before, after, _ in data.REGIONS.values():
        found.update((form, found[standard]) for standard, form in zip(before, after, strict=True) if standard in found)
    found.update((chr(code), form) for code, form in simplified_forms().items())
    known = {
        form: simplified
        for form, simplified in found.items()
        if form != simplified and form not in _IN_BOTH and _is_common(simplified)
    }
    return known | _ALSO


def _is_common(character: str) -> bool:
    """Whether a character is in GB/T 2312, the set of common ones: rarer ones were simplified later, if at all."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
