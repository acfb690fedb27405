"""The characters that a browser cannot fold by itself: it knows Unicode's normal forms, but no forms of Han.

A browser folds a text as :func:`reader.model.equivalence.fold` does with the pairs of :func:`folding_pairs`: it takes a
character's own pair; else it takes the character apart (NFKD), leaves out the marks, and takes the pair or the small
letter of each part. Only characters that a site has, or that fold to one that it has, need a pair.
"""

from __future__ import annotations

import unicodedata

from reader.model.equivalence import fold, is_ignorable
from reader.search.unfolding import written_as

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_HANGUL = range(0xAC00, 0xD7A4)


def folding_pairs(characters: Collection[str]) -> list[str]:
    """Returns two texts, one with characters and one with their folded forms, for those that a browser must be told.

    Forms of none or of several characters are not among them: they follow as pairs, the character before its form.

    Args:
        characters: All characters of the texts of a site.
    """
    folded = {form for character in characters for form in fold(character)}
    forms = written_as()
    met = {*characters, *(other for form in folded for other in forms.get(form, ""))}
    needed = _needed({character for character in met if not character.isascii()})
    single = sorted(character for character in needed if len(needed[character]) == 1)
    others = sorted(needed.keys() - {*single})
    return [
        "".join(single),
        "".join(needed[character] for character in single),
        *(part for character in others for part in (character, needed[character])),
    ]


def _needed(characters: Collection[str]) -> dict[str, str]:
    """Returns the forms that a browser must be told, for some characters and their parts.

    Parts come first: with their forms known, most characters that are made of them need none of their own.
    """
    parts = {part for character in characters for part in unicodedata.normalize("NFKD", character)}
    needed: dict[str, str] = {}
    for character in (*sorted(parts - {*characters}), *sorted(characters, key=_is_apart)):
        if not character.isascii() and (form := fold(character)) != browser_fold(character, needed):
            needed[character] = form
    return needed


def _is_apart(character: str) -> tuple[bool, str]:
    return unicodedata.normalize("NFKD", character) != character, character


def browser_fold(character: str, pairs: Mapping[str, str]) -> str:
    """Returns the form of a character as a browser works it out with the pairs that it was told."""
    if character in pairs:
        return pairs[character]
    if is_ignorable(character):
        return ""
    if ord(character) in _HANGUL:
        return character
    apart = unicodedata.normalize("NFKD", character)
    if len(apart) > 1 and apart[0] == " ":
        return character
    kept = (part for part in apart if unicodedata.category(part) != "Mn")
    return "".join(pairs.get(part) or part.lower() for part in kept)
