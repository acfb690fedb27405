"""Ligatures that a font does not name, by their widths and by the letters after them."""

from __future__ import annotations

import unicodedata
from collections import Counter
from statistics import median

from reader.importing.pdf.page.letter_widths import letter_widths, usual_width, width_em
from reader.importing.pdf.weights import page as weights
from reader.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from reader.importing.pdf.page.glyphs import Glyph
    from reader.importing.pdf.page.letter_widths import LetterWidths

    _Key = tuple[str, str]
    """Font and character."""

_MISNAMED = {"Ɵ": "ti", "Ʃ": "tt", "ƫ": "tti", "Ō": "ft", "ƞ": "tf", "ϐ": "f", "ƴ": "ff", "Ƶ": "fi"}
"""Rare letters by which office programs name ligatures of their usual fonts, which have none in Unicode."""
_AT_BEGINNINGS = "Ɵ"
"""Those that words begin with."""
_VOWELS = frozenset("aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüý")
_NAMES = ("fi", "fl", "ff", "ffi", "ffl")


@record
class _NamelessGlyph:
    """A character without a name, and the letter after it; empty if a word ends there."""

    glyph: Glyph
    after: str


def with_ligatures_named(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """Returns the glyphs of a page; characters without a name inside the words of a font are ``fi`` and the like.

    So are rare letters that are as wide as the letters of a ligature.
    """
    places = _places(glyphs)
    if not places:
        return glyphs
    letters = Counter(glyph.font for glyph in glyphs if glyph.char.isalpha())
    widths = letter_widths(glyphs)
    names: dict[_Key, str] = {}
    for key, found in sorted(places.items(), key=lambda item: (-sum(_is_sure(place) for place in item[1]), item[0])):
        font, _ = key
        is_rare_letter = key[1] in _MISNAMED
        is_of_text = is_rare_letter or letters[font] >= weights.LIGATURE_FONT_MIN_LETTERS
        if is_of_text and len(found) <= weights.LIGATURE_MAX_SHARE * letters[font]:
            taken = {name for (other, _), name in names.items() if other == font}
            name = _name_of_letter(found, widths) if is_rare_letter else _name(found, widths, taken)
            if name:
                names[key] = name
    return [
        replace(glyph, char=names[glyph.font, glyph.char]) if (glyph.font, glyph.char) in names else glyph
        for glyph in glyphs
    ]


def _places(glyphs: Sequence[Glyph]) -> dict[_Key, list[_NamelessGlyph]]:
    """Returns where each character without a name is drawn, if it always touches small Latin letters."""
    found: dict[_Key, list[_NamelessGlyph]] = {}
    others: set[_Key] = set()
    for at, glyph in enumerate(glyphs):
        is_nameless = unicodedata.category(glyph.char[0]) == "Cc" and glyph.char != "\t"
        if not (is_nameless or glyph.char in _MISNAMED) or glyph.right <= glyph.left:
            continue
        key = glyph.font, glyph.char
        before = glyphs[at - 1].char if at and _touch(glyphs[at - 1], glyph) else ""
        after = glyphs[at + 1].char if at + 1 < len(glyphs) and _touch(glyph, glyphs[at + 1]) else ""
        begins = _is_small_latin(after) and (is_nameless or glyph.char in _AT_BEGINNINGS)
        if _is_small_latin(before) or begins:
            found.setdefault(key, []).append(_NamelessGlyph(glyph, after if _is_small_latin(after) else ""))
        else:
            others.add(key)
    return {key: places for key, places in found.items() if key not in others}


def _touch(one: Glyph, other: Glyph) -> bool:
    """Whether two glyphs are letters of a word: in one font, side by side."""
    near = weights.LATIN_BLANK_EM * other.size
    return one.font == other.font and one.baseline == other.baseline and abs(other.left - one.right) <= near


def _is_small_latin(char: str) -> bool:
    return char.islower() and char < "\u0250"


def _is_sure(place: _NamelessGlyph) -> bool:
    """Whether the letter after a ligature shows that it ends with an ``i``: a consonant."""
    return bool(place.after) and place.after not in _VOWELS


def _name(places: Sequence[_NamelessGlyph], widths: LetterWidths, taken: Container[str]) -> str:
    """Returns the letters of a ligature, other than those of the ligatures that are known in its font."""
    font, wide = places[0].glyph.font, _width_em(places)
    followers = [place.after for place in places if place.after]
    is_before_vowels = len(followers) >= weights.LIGATURE_VOWELS_MIN and all(after in _VOWELS for after in followers)

    def cost(name: str) -> float:
        is_unlikely = name[-1] in "il" and (name[-1] == "l") is not is_before_vowels
        return abs(_usual_em(name, font, widths) - wide) + weights.LIGATURE_UNLIKELY_EM * is_unlikely

    return min((name for name in _NAMES if name not in taken), key=cost, default=_NAMES[0])


def _name_of_letter(places: Sequence[_NamelessGlyph], widths: LetterWidths) -> str:
    """Returns the letters that a rare letter shows; none if it is not as wide as they are: it is itself."""
    first = places[0].glyph
    name = _MISNAMED[first.char]
    usual = _usual_em(name, first.font, widths)
    return name if abs(_width_em(places) - usual) <= weights.LIGATURE_WIDTH_SHARE * usual else ""


def _usual_em(name: str, font: str, widths: LetterWidths) -> float:
    return sum(usual_width(widths, font, char) for char in name)


def _width_em(places: Iterable[_NamelessGlyph]) -> float:
    return median(width_em(place.glyph) for place in places)
