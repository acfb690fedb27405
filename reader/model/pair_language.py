"""Pairs of texts of which one is not in its own language: swapped, copied, or in the language of the other.

Only scripts and copies are compared, so nothing here guesses between languages of one script.
"""

from __future__ import annotations

import re

from reader.model.language import is_ideographic
from reader.model.scripts import ends_sentence, is_han, is_kana
from reader.model.text import EVERY_LANGUAGE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final, Literal

    from reader.model.text import Text

    PairFault = Literal["swapped", "copied", "in the other's language"]

SWAPPED: Final = "swapped"
COPIED: Final = "copied"
OTHER_LANGUAGE: Final = "in the other's language"
MIN_HAN = 5
"""Han characters of a text in another script that is not only a name, such as that of a painting."""
MIN_WORDS = 6
"""Words of a text that is not only a name or a title."""
MIN_SENTENCE_WORDS = 3
"""The same of a text that ends as a sentence does."""
SAMPLE_CHARS = 2000
"""Length of the beginning of a text that its script is read off."""
_WORD = re.compile(r"[^\W\d_]+")


def pair_fault(source: str, source_tag: str, text: str, tag: str) -> PairFault | None:
    """Returns the fault of a translation's language, or None.

    Args:
        source: The original.
        source_tag: Its language.
        text: The translation; an empty one has no fault.
        tag: Its language.
    """
    if not text or not source:
        return None
    if is_ideographic(source_tag) == is_ideographic(tag):
        is_copy = source == text and not is_ideographic(tag) and _is_written(text)
        return COPIED if is_copy else None
    if not _is_foreign(text, tag):
        return None
    if source != text and _is_foreign(source, source_tag):
        return SWAPPED
    if not (_han_count(text) >= MIN_HAN or (is_ideographic(tag) and _is_written(text))):
        return None
    return COPIED if source == text else OTHER_LANGUAGE


def is_translated(text: Text, source_tag: str, tag: str) -> bool:
    """Whether a text in a language is there, and neither a copy of the source nor in the source's language.

    A text that is written once, for all languages, counts as translated.
    """
    present = text.plain(tag)
    if text.languages == (EVERY_LANGUAGE,):
        return bool(present)
    return bool(present) and pair_fault(text.plain(source_tag), source_tag, present, tag) is None


def _is_foreign(text: str, tag: str) -> bool:
    """Whether a text is in a script that its language is not written in: Han, or none of it."""
    if is_ideographic(tag):
        sample = text[:SAMPLE_CHARS]
        return not any(is_han(c) or is_kana(c) for c in sample) and sum(map(str.isalpha, sample)) > 1
    if text.isascii():
        return False
    han = _han_count(text)
    return han > 0 and 2 * han > sum(map(str.isalpha, text[:SAMPLE_CHARS]))


def _han_count(text: str) -> int:
    return 0 if text.isascii() else sum(map(is_han, text[:SAMPLE_CHARS]))


def _is_written(text: str) -> bool:
    """Whether a text of a script with word spaces is more than a name or a title."""
    words = _WORD.findall(text[:SAMPLE_CHARS])
    small = sum(word.islower() for word in words)
    return small > 1 and len(words) >= (MIN_SENTENCE_WORDS if ends_sentence(text) else MIN_WORDS)
