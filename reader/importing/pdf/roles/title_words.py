"""The words of large texts: those of titles, of sentences, and those repeated from the running text. Pure."""

from __future__ import annotations

import re

from reader.importing.pdf.weights import roles as weights
from reader.importing.pdf.weights import text_lines as text_lines_weights
from reader.importing.scripts import count_han, count_latin_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.pdf.blocks.text_blocks import TextBlock

_ADDRESS = re.compile(r"\S@\S|\bwww\.|://|@\w+\Z")
_OPENING_QUOTE = re.compile(r"\s*[“「『\"]")
_CLOSING_QUOTE = re.compile(r"[”」』\"][。.]?\s*\Z")
_STATEMENT_END = re.compile(r"[。.！][”」』\"]?\s*\Z")


def is_worded(text: str) -> bool:
    """Whether a text is words rather than figures, arrows or signs: ``90%`` and ``85,508 MW`` head nothing."""
    letters, digits = sum(map(str.isalpha, text)), sum(map(str.isdecimal, text))
    is_unit = bool(digits) and letters < weights.UNIT_MAX_LETTERS and not count_han(text)
    return bool(letters) and letters * 2 >= digits and not is_unit


def has_address(text: str) -> bool:
    """Whether a text has an address of the net or of mail, or is a name on one of its platforms: it heads nothing."""
    return bool(_ADDRESS.search(text))


def is_lone_letter(text: str) -> bool:
    """Whether a text is one letter, which heads nothing; a Han character is a word."""
    return len(text) == 1 and text.isalpha() and not count_han(text)


def is_repeated(text: str, body: set[str]) -> bool:
    """Whether much of a text is in the running text, which is given by its n-grams; a few words may be a name there."""
    own = character_grams(text)
    if not is_phrase(text):
        return False
    return len(own) >= weights.REPEATED_MIN_GRAMS and len(own & body) >= weights.REPEATED_SHARE * len(own)


def is_phrase(text: str) -> bool:
    """Whether a text has more words than a name or a term: it may be taken from the running text."""
    return (
        count_han(text) > weights.EXCLAMATION_MAX_CHARACTERS or count_latin_words(text) > weights.EXCLAMATION_MAX_WORDS
    )


def is_long(text: str) -> bool:
    """Whether a text has more words than a title."""
    return count_latin_words(text) > weights.TITLE_MAX_WORDS or count_han(text) > weights.TITLE_MAX_CHARACTERS


def is_spaced(block: TextBlock) -> bool:
    """Whether a text is a letter-spaced line: much room between its Han characters."""
    characters = count_han(block.text)
    is_line = len(block.lines) == 1 and characters >= text_lines_weights.SPACED_TITLE_MIN_CHARACTERS
    return is_line and block.lines[0].width >= text_lines_weights.SPACED_TITLE_MIN_EM * block.size * characters


def is_sentence(text: str) -> bool:
    """Whether a text is a sentence or is in quotation marks, and is no mere exclamation."""
    is_quoted = bool(_OPENING_QUOTE.match(text) and _CLOSING_QUOTE.search(text))
    is_closed = bool(_STATEMENT_END.search(text))
    characters, words = count_han(text), count_latin_words(text)
    if is_quoted and (
        is_closed or characters > weights.QUOTATION_MAX_CHARACTERS or words > weights.QUOTATION_MAX_WORDS
    ):
        return True
    return is_closed and (characters > weights.EXCLAMATION_MAX_CHARACTERS or words > weights.EXCLAMATION_MAX_WORDS)


def character_grams(text: str) -> set[str]:
    """Returns the sequences of three characters of a Han text, and of five letters of another."""
    tight = re.sub(r"\W+", "", text.lower())
    threes = {tight[at : at + 3] for at in range(len(tight) - 2)}
    fives = {tight[at : at + 5] for at in range(len(tight) - 4)}
    return {gram for gram in threes if count_han(gram)} | {gram for gram in fives if not count_han(gram)}
