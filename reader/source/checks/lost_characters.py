"""Checks of characters that were lost before they came into the file: replaced, of one font only, misread (T714)."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from itertools import chain

from reader.gate import quoted
from reader.source.checks.places import TextPlace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.model.text import Text
    from reader.source.schema.load_context import LoadContext

_REPLACED = "\ufffd"
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_MISREAD_BYTES = re.compile(r"[\xc2\xc3][^\x00-\x7f]|[\xe2-\xef][^\x00-\x7f]{2}")
"""A beginning of UTF-8 for a Latin letter, a mark or a Han character, read as the letters of Windows-1252."""
_MARKS = "‘’“”…–—‹›«»"
_BEHIND_LETTERS = (_MARKS, f"{_MARKS}\xa0¹²³®™")
"""Characters of Windows-1252 that occur behind any letter, for sequences of two and of three bytes."""
_HAN_RUN = re.compile("[\u4e00-\u9fff]{3,}")
_UTF8_HAN = re.compile(rb"(?:[\xe3-\xe9][\x80-\xbf]{2}){2}")
"""Two Han characters in UTF-8. The bytes of a text in GB 18030 hardly ever look like them."""
_WRITE_IT = "write the character that is printed"


def check_lost_characters(text: Text, context: LoadContext) -> None:
    """Reports the first lost character in each language of a text."""
    for tag, prose in text.sides:
        if prose.text.isascii():
            continue
        place = TextPlace(text, tag, context)
        if fault := _fault(prose.text, place):
            place.report("T714", *fault)


def _fault(text: str, place: TextPlace) -> tuple[int, str, str] | None:
    """Returns the offset of the first lost character, the message and the hint."""
    if _REPLACED in text and _REPLACED in place.source:  # else the gate has put it there
        return text.index(_REPLACED), "a character was lost before it came into this file (\ufffd)", _WRITE_IT
    if found := _PRIVATE.search(text):
        message = f"U+{ord(found[0]):04X} is a character of one font only, which others show as a box or not at all"
        return found.start(), message, _WRITE_IT
    if misread := next(chain(_misread_latin(text), _misread_han(text)), None):
        offset, read, meant = misread
        message = f"{quoted(read)} seems to be {quoted(meant)}, read in another encoding"
        return offset, message, "read the source as UTF-8 again, or write the text that is printed"
    return None


def _misread_latin(text: str) -> Iterator[tuple[int, str, str]]:
    """Yields UTF-8 that was read as Windows-1252 (``cafÃ©``): its offset, as it is, as it was meant.

    A letter with marks behind it is some only in a text that has other UTF-8, too.
    """
    sequences = [(found, meant) for found in _MISREAD_BYTES.finditer(text) if (meant := _decoded(found[0], "cp1252"))]
    if not all(_may_be_meant(found) for found, _ in sequences):
        yield from ((found.start(), found[0], meant) for found, meant in sequences)


def _may_be_meant(sequence: re.Match[str]) -> bool:
    """Whether a sequence may be the last letter of a word, and marks."""
    behind = sequence[0][1:]
    text, start, end = sequence.string, sequence.start(), sequence.end()
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    is_in_word = len(behind) == 1 and (after.isalpha() or not before.strip())
    return not is_in_word and all(character in _BEHIND_LETTERS[len(behind) - 1] for character in behind)


def _misread_han(text: str) -> Iterator[tuple[int, str, str]]:
    """Yields UTF-8 that was read as GB 18030 (``娉夋按``): its offset, as it is, as it was meant."""
    if not _UTF8_HAN.search(text.encode("gb18030", "replace")):
        return
    for found in _HAN_RUN.finditer(text):
        if len(meant := _decoded(found[0], "gb18030")) > 1:
            yield found.start(), found[0], meant


def _decoded(text: str, encoding: str) -> str:
    """Returns the text whose bytes in UTF-8 these would be, also of a part; empty if there is none."""
    try:
        meant = getincrementaldecoder("utf-8")().decode(text.encode(encoding))
    except UnicodeError:
        return ""
    return meant if meant >= "\xa0" else ""
