"""Texts that are the same to a reader: one equivalence for search, find, glossary terms, marks and hashes.

:func:`fold` gives all equivalent texts one form. It makes equal: canonical and compatibility forms (``ﬁ``, ``Ｚ``, a
letter and its accent apart, Kangxi radicals), letter case, accents, dashes and hyphens, apostrophes, quotation marks,
and the forms of a Han character in simplified, traditional and Japanese texts. It leaves out characters that nobody
sees (Unicode's Default_Ignorable_Code_Point) and blanks beside characters of scripts without word spaces.
``docs/decisions/0020-equivalence.md`` says how far that goes.

A folded text may be longer or shorter than the text. :func:`source_spans` gives the place in the text of a place in the
folded one. Folding a folded text changes nothing, and folding looks at each character by itself, blanks and the
letters of a Hangul syllable apart.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from reader.model.scripts import FIRST_EAST_ASIAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    Span = tuple[int, int]
    """Offsets in a text, half-open."""

APOSTROPHES = "`´‘’‚‛′‵ʹʻʼʽʾʿˈ‹›＇"
"""Characters that fold to ``'``."""
QUOTATION_MARKS = "“”„‟″‶«»〝〞〟「」『』﹁﹂﹃﹄｢｣"
"""Characters that fold to ``"``."""
DASHES = "֊־᐀᠆˗‐‑‒–—―⁃⁻₋−─━⸗⸚⸺⸻⹀⹝〰゠︱︲﹘﹣－𐺭"
"""Characters that fold to ``-``: Unicode's dashes, the minus sign, and the line that is typed as a dash."""
_IGNORABLE = (
    *((0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F)),
    *((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF)),
    *((0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF)),
)
"""Ranges of Default_Ignorable_Code_Point, the last code point included."""
_KEPT = {ord(sign): sign for sign in "™℠"}
"""Signs that are no letters of the word before them: Acme™ is found as Acme."""
_VIRAMA = 9
"""Combining class of signs that are part of a letter and no accent."""
_IOTA = 0x345
"""Greek iota under a letter, which is a letter of its own in capitals."""
_SYLLABLES = range(0xAC00, 0xD7A4)
"""Hangul syllables, which fold to themselves: their letters are put together, not taken apart."""


def fold(text: str) -> str:
    """Returns the form that a text has in common with all texts that are the same to a reader."""
    if text.isascii():
        return text.lower().replace("`", "'")
    table = folding_table()
    return _settled(text.translate(table), table)


def without_case_and_width(text: str) -> str:
    """Returns a text folded, but for the forms of Han characters; it has as many of these as the folded text."""
    if text.isascii():
        return fold(text)
    table = _table_without_scripts()
    return _settled(text.translate(table), table)


def equivalent_form(text: str) -> str:
    """Returns a form of a text that is the same after every change of its form alone, for comparing and hashing.

    Beyond folding, blanks count only between two letters or digits, and runs of dashes, of full stops and of quotation
    marks count as one.
    """
    folded = " ".join(fold(text).translate(_COMPARED).split())
    return _runs().sub(r"\1", without_unneeded_blanks(_unneeded_blanks().sub("", folded)))


_COMPARED = str.maketrans({'"': "'", "。": ".", "、": ",", "｡": ".", "·": "-", "・": "-", "•": "-"})


@cache
def _blanks() -> re.Pattern[str]:
    """Returns the pattern of a run of blanks, compiled on first use."""
    return re.compile(" +")


@cache
def _runs() -> re.Pattern[str]:
    """Returns the pattern of a mark that is repeated, compiled on first use."""
    return re.compile(r"([-.'])\1+")


@cache
def _unneeded_blanks() -> re.Pattern[str]:
    """Returns the pattern of a blank that is not between two letters or digits, compiled on first use."""
    return re.compile(r"(?<![^\W_]) | (?![^\W_])")


def source_spans(text: str, spans: Iterable[Span]) -> list[Span]:
    """Returns the places in a text of places in the folded text, each the shortest that has all of it.

    Accents and variation selectors belong to the character before them.
    """
    spans = list(spans)
    if text.isascii() or not spans:
        return spans
    table = folding_table()
    raw = text.translate(table)
    if table.resized.isdisjoint(text) and len(_settled(raw, table)) == len(text):
        return spans
    places = _places(text, table)
    found = []
    for start, end in spans:
        if start == end:
            first = places[start][0] if start < len(places) else len(text)
            found.append((first, first))
            continue
        last = places[end - 1][1]
        while last < len(text) and not table[ord(text[last])] and unicodedata.category(text[last])[0] == "M":
            last += 1
        found.append((places[start][0], last))
    return found


def _places(text: str, table: FoldedCharacters) -> list[Span]:
    """Returns for each character of the folded text the place of the character of the text that it comes from."""
    raw = text.translate(table)
    places = [(at, at + 1) for at, character in enumerate(text) for _ in table[ord(character)]]
    if table.has_jamo:
        for match in reversed(list(_jamo().finditer(raw))):
            start, end = match.span()
            places[start:end] = [(places[start][0], places[end - 1][1])]
        raw = _jamo().sub(_composed, raw)
    for match in reversed(list(_blanks().finditer(raw))):
        if not _kept_blanks(match):
            del places[match.start() : match.end()]
    return places


class FoldedCharacters(dict[int, str]):
    """A translation table that works out each character when it is first met."""

    def __init__(self, forms: str = "", classes: str = "") -> None:
        """Takes Han characters, and the one that each of them folds to."""
        super().__init__()
        self._forms, self._classes = forms, classes
        self.resized: set[str] = set()
        """Characters met so far that fold to none or several."""
        self.has_jamo = False
        """Whether a letter of a Hangul syllable was met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = self._folded(code)
        if len(folded) != 1:
            self.resized.add(chr(code))
        self.has_jamo = self.has_jamo or any("\u1100" <= c <= "\u11ff" for c in folded)
        return folded

    def _folded(self, code: int) -> str:
        character = chr(code)
        if code < 0x80:
            return "'" if character == "`" else character.lower()
        if sign := _signs().get(code):
            return sign
        if is_ignorable(character) or (code != _IOTA and unicodedata.combining(character) not in (0, _VIRAMA)):
            return ""
        if code in _SYLLABLES or code in _KEPT:
            return character
        for form in ("NFD", "NFKD"):
            decomposed = unicodedata.normalize(form, character)
            if decomposed[:1] == " " and len(decomposed) > 1:
                return character  # an accent by itself
            if decomposed != character:
                return "".join(self[ord(c)] for c in decomposed)
        folded = character.casefold()
        if folded != character:
            return "".join(self[ord(c)] for c in folded)
        place = self._forms.find(character)
        return self._classes[place] if place >= 0 else character


@cache
def folding_table() -> FoldedCharacters:
    """Returns the table of :func:`fold`."""
    from reader.model import _equivalence_data as data

    return FoldedCharacters(data.FORMS, data.THEIR_CLASS)


@cache
def _table_without_scripts() -> FoldedCharacters:
    return FoldedCharacters()


@cache
def _signs() -> dict[int, str]:
    return {
        **dict.fromkeys(map(ord, APOSTROPHES), "'"),
        **dict.fromkeys(map(ord, QUOTATION_MARKS), '"'),
        **dict.fromkeys(map(ord, DASHES), "-"),
        ord("〜"): "~",
        ord("⁄"): "/",
    }


@cache
def is_ignorable(character: str) -> bool:
    """Whether nobody sees a character: Unicode's Default_Ignorable_Code_Point."""
    code = ord(character)
    return any(first <= code <= last for first, last in _IGNORABLE)


def settled(folded: str) -> str:
    """Returns a text that was folded by :func:`folding_table` alone as :func:`fold` returns it."""
    return _settled(folded, folding_table())


def _settled(folded: str, table: FoldedCharacters) -> str:
    """Returns a text that was folded character by character with its syllables put together and its blanks settled."""
    if table.has_jamo:
        folded = _jamo().sub(_composed, folded)
    return without_unneeded_blanks(folded)


def without_unneeded_blanks(folded: str) -> str:
    """Returns a folded text without the blanks beside characters of scripts without word spaces."""
    if " " in folded and not folded.isascii() and max(folded) >= FIRST_EAST_ASIAN:
        return _blanks().sub(_kept_blanks, folded)
    return folded


def is_unspaced_folded(character: str) -> bool:
    """Whether a folded character is of a script without word spaces: blanks beside it do not count."""
    first = character[:1]
    return "\u2e80" <= first <= "\uabff" or "\uf900" <= first <= "\uffef" or "\U00020000" <= first <= "\U0003ffff"


def _kept_blanks(match: re.Match[str]) -> str:
    start, end, text = match.start(), match.end(), match.string
    if (start and is_unspaced_folded(text[start - 1])) or is_unspaced_folded(text[end : end + 1]):
        return ""
    return match.group()


@cache
def _jamo() -> re.Pattern[str]:
    return re.compile("[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?")


def _composed(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match.group())
