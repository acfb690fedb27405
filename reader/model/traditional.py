"""Simplified characters in a traditional text, with the traditional forms that their words have."""

from __future__ import annotations

from functools import cache

from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Region = Literal["HK", "TW", ""]
    """Region whose standard forms are written; empty if a language tag names none."""

_HONG_KONG = frozenset({"HK", "MO"})
"""Regions that write Hong Kong's forms."""


@record
class _Table:
    """The forms of a region."""

    forms: dict[str, str]
    """Traditional forms by simplified character, the most frequent first."""
    words: dict[str, str]
    """Form by a pair of characters, each as a simplified text has it, and the character of the pair before them."""
    simplified: dict[int, str]
    """Simplified character by the code point of a traditional form."""


def traditional_by_word(text: str, tag: str) -> dict[str, str]:
    """Returns the simplified characters of a traditional text, each with its forms, in the order of the text.

    The forms are those of the words around it; all of them, if no word decides. A form that is standard in the region
    of the tag counts as traditional; without a region, those of Hong Kong and of Taiwan do.
    """
    table = _table(_region(tag))
    found: dict[str, str] = {}
    folded = ""
    for at, character in enumerate(text):
        forms = table.forms.get(character)
        if forms is None:
            continue
        if len(forms) > 1:
            folded = folded or text.translate(table.simplified)
            forms = _decided(folded, at, table) or forms
        found[character] = "".join(dict.fromkeys(found.get(character, "") + forms))
    return found


def _decided(folded: str, at: int, table: _Table) -> str:
    """Returns the form of a character by the word that it makes with a neighbour, or an empty string."""
    character = folded[at]
    before = table.words.get(character + folded[max(at - 1, 0) : at + 1], "")
    after = table.words.get(character + folded[at : at + 2], "")
    return before if before == after or not after else after if not before else ""


def _region(tag: str) -> Region:
    parts = set(tag.split("-"))
    return "TW" if "TW" in parts else "" if _HONG_KONG.isdisjoint(parts) else "HK"


@cache
def _table(region: Region) -> _Table:
    """Returns the table of a region, made on first use."""
    from reader.model import _traditional_data as data

    before, after, standard = data.REGIONS[region or "TW"]
    if region != "TW":  # Hong Kong's press writes those of Taiwan, too
        standard = data.REGIONS["HK"][2] + data.REGIONS["TW"][2]
    written = {ord(form): other for form, other in zip(before, after, strict=True)}
    forms = dict(zip(data.SIMPLIFIED, data.THEIR_FORM.translate(written), strict=True))
    forms.update((entry[0], "".join(dict.fromkeys(entry[1:].translate(written)))) for entry in data.SEVERAL.split())
    simplified = {ord(form): character for character, each in forms.items() for form in each}
    for character in standard:
        forms.pop(character, None)
    words = {key[0] + pair: key[1:].translate(written) for key, pairs in data.PAIRS.items() for pair in pairs.split()}
    return _Table(forms, words, simplified)
