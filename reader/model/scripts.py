r"""Facts about written text: Han characters, marks that end sentences, title case, simplified and traditional forms.

This is their one home. Marks are plain strings without ``]``, ``^``, ``-`` and ``\\``, so that they can be put into a
set of a regular expression, iterated, or searched with ``in``. Nothing is compiled and no table is loaded on import.
"""

from __future__ import annotations

import re
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

# -- Letters ------------------------------------------------------------------------------------------------------

HAN = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Han characters (Unicode Script=Han, and U+3006), as ranges for a set of a regular expression.

Python takes about 10 ms to compile a set with ranges beyond U+FFFF: compile on first use, or use :func:`is_han`.
"""
HAN_UNIFIED = "\u3400-\u4dbf\u4e00-\u9fff"
"""Unified ideographs of the Basic Multilingual Plane, as ranges for a set that is compiled fast.

For patterns of running text, where radicals, compatibility forms and rare characters play no part.
"""
FIRST_EAST_ASIAN = "\u2e80"
"""First code point of the blocks of Han, kana and their punctuation; scripts with word spaces come before it."""


def is_han(character: str) -> bool:
    """Whether a character is in :data:`HAN`: an ideograph, a radical, a numeral, or an iteration mark."""
    if "\u3400" <= character <= "\u9fff":
        return not "\u4dc0" <= character <= "\u4dff"  # hexagrams of the Yijing
    if character < "\u3400":
        return (
            "\u2e80" <= character <= "\u2fdf"
            or "\u3005" <= character <= "\u3007"
            or "\u3021" <= character <= "\u3029"
            or "\u3038" <= character <= "\u303b"
        )
    return "\uf900" <= character <= "\ufaff" or "\U00020000" <= character <= "\U0003ffff"


def is_kana(character: str) -> bool:
    """Whether a character is a full-width letter, or a length or iteration mark, of hiragana or katakana."""
    return "\u3041" <= character <= "\u30ff" and (
        character <= "\u3096"
        or "\u309d" <= character <= "\u309f"
        or "\u30a1" <= character <= "\u30fa"
        or character >= "\u30fc"
    )


def is_ideograph(character: str) -> bool:
    """Whether a blank is set between the character and Latin: a Han character or kana (CSS Text 4, `text-autospace`).

    Radicals are symbols to Unicode, not letters, and are left out.
    """
    return character >= "\u3005" and (is_han(character) or is_kana(character))


def is_unspaced(character: str) -> bool:
    """Whether the character is of a script written without word spaces: Han, kana, and their punctuation.

    Takes whole blocks, so it holds for marks and full-width Latin, too. Hangul syllables are not in it.
    """
    code = ord(character)
    return code >= 0x2E80 and (
        code < 0xA4D0
        or 0xF900 <= code < 0xFB00
        or 0xFE30 <= code < 0xFE50
        or 0xFF00 <= code < 0xFFF0
        or code >= 0x20000
    )


# -- Marks --------------------------------------------------------------------------------------------------------

SENTENCE_ENDS_HAN = "。！？"
"""Marks that end a sentence of Chinese or Japanese (GB/T 15834, 4.1 to 4.3)."""
SENTENCE_ENDS_LATIN = ".!?"
"""Marks that end a sentence of Latin text; a full stop also ends abbreviations and occurs in numbers."""
SENTENCE_ENDS_OTHERS = "؟۔।"
"""Marks that end a sentence of Arabic, Urdu or Hindi."""
SENTENCE_ENDS = SENTENCE_ENDS_HAN + SENTENCE_ENDS_LATIN + SENTENCE_ENDS_OTHERS
"""Marks that end a sentence. ``；`` and ``…`` may end one, too: a caller that counts them adds them, and says why."""
ELLIPSIS = "…"
"""One half of a Chinese ellipsis, or a whole Latin one: a sentence may end with it or go on after it."""
PAUSES_HAN = "，、；："
"""Marks of a pause within a sentence of Chinese or Japanese (GB/T 15834, 4.4 to 4.7)."""
PAUSES_LATIN = ",;:"
"""Marks of a pause within a sentence of Latin text."""
FULL_WIDTH = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}
"""Full-width form of each half-width mark that has only one."""
SENTENCE_MARKS = SENTENCE_ENDS + PAUSES_HAN + PAUSES_LATIN
"""Marks that end or divide a sentence."""

OPENING_QUOTES = "“‘"
CLOSING_QUOTES = "”’"
"""Curly quotation marks; Chinese and Latin share them."""
OPENING_BRACKETS_HAN = "（【〔〖〘〚〈《「『［｛"
CLOSING_BRACKETS_HAN = "）】〕〗〙〛〉》」』］｝"
"""Full-width brackets, title marks and corner quotation marks."""
CLOSERS_HAN = CLOSING_QUOTES + "」』）》】"
"""Marks that may close around a sentence of Chinese, after the mark that ends it."""
CLOSERS_LATIN = CLOSING_QUOTES + ")\"'"
"""Marks that may close around a sentence of Latin text, after the mark that ends it."""
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""Digits of the raised numbers of notes."""
_MAX_NOTE_NUMBERS = 80
"""Length of the end of a text in which numbers of notes are looked for."""
_CLOSERS = CLOSERS_HAN + ")]\"'»\u00a0\u202f "
"""Marks that may close around a sentence; French has a blank before its own."""


def ends_sentence(text: str, ends: str = SENTENCE_ENDS + ELLIPSIS, closers: str = _CLOSERS) -> bool:
    """Whether a text, blanks at its end apart, ends with one of ``ends`` and any number of ``closers``.

    Numbers of notes may be after it: raised ones, and such as ``[2]``.
    """
    kept = text.rstrip().rstrip(closers)
    last = kept[-1:]
    if last in _RAISED or last.isdecimal():
        last = _without_note_numbers(text.rstrip()[-_MAX_NOTE_NUMBERS:]).rstrip(closers)[-1:]
    return last != "" and last in ends


def _without_note_numbers(text: str) -> str:
    """Returns a text without the numbers of notes at its end, if there are any."""
    while text:
        kept, _, inside = text.rpartition("[") if text[-1] == "]" else (text.rstrip(_RAISED + ",–"), "", "")
        if kept == text or inside.strip("0123456789,–- ]"):
            return text
        text = kept.rstrip()
    return text


# -- Line ends ----------------------------------------------------------------------------------------------------

_SHARED = "“”‘’—…·"
"""Marks that Chinese and Japanese share with scripts that have word spaces."""


@cache
def _words() -> re.Pattern[str]:
    """Returns the pattern of a word of a script with word spaces, compiled on first use: it takes a millisecond."""
    return re.compile("[A-Za-z\u00c0-\u1fff\uac00-\ud7a3]+")


def is_unspaced_text(text: str) -> bool:
    """Whether a text of unknown language is mostly in a script without word spaces.

    Counts characters of such scripts against words of others, so that line ends and blanks make no difference.
    """
    if text.isascii():
        return False
    return sum(map(is_ideograph, text)) >= max(1, len(_words().findall(text)))


def joins_lines(before: str, after: str, is_unspaced_text: bool) -> bool:
    """Whether a line end between two characters stands for nothing; else it stands for a space.

    Args:
        before: The last character of the line.
        after: The first character of the next line.
        is_unspaced_text: Whether the text is Chinese or Japanese. There, words of other scripts are set without a
            blank beside the text and its marks (the layout draws one), so a line end has none to stand for. In a
            text of another language, a space is beside a Chinese word.
    """
    unspaced = is_unspaced(before), is_unspaced(after)
    if all(unspaced):
        return True
    if not is_unspaced_text:
        return (unspaced[1] and before in OPENING_QUOTES) or (unspaced[0] and after in CLOSING_QUOTES + ELLIPSIS)
    if _is_hangul(before) or _is_hangul(after):
        return any(unspaced) and not is_ideograph(before) and not is_ideograph(after)
    return any(unspaced) or _is_shared_mark(before) or _is_shared_mark(after)


def _is_hangul(character: str) -> bool:
    return "\uac00" <= character <= "\ud7a3" or "\u1100" <= character <= "\u11ff"


def _is_shared_mark(character: str) -> bool:
    """Whether a character is a shared mark other than the apostrophe."""
    return character in _SHARED and character != "’"


# -- Letter case --------------------------------------------------------------------------------------------------

TITLE_WORD_CHARS = 4
"""Length from which a word counts for title case: shorter ones are often particles, written small."""
TITLE_CASE_SHARE = 0.7
"""Share of those words that begin with a capital in title case; more than this."""


def is_title_case(text: str, least_words: int = 1) -> bool:
    """Whether most of a text's Latin words begin with a capital; False with fewer than ``least_words`` that count."""
    words = [word for word in re.findall("[A-Za-z][A-Za-z'’-]*", text) if len(word) >= TITLE_WORD_CHARS]
    return len(words) >= least_words and sum(word[0].isupper() for word in words) > TITLE_CASE_SHARE * len(words)


# -- Simplified and traditional forms -----------------------------------------------------------------------------


@cache
def simplified_forms() -> Mapping[int, str]:
    """Returns a table for ``str.translate``: code point of a traditional character → its simplified form.

    Holds the characters that Unihan gives a kSimplifiedVariant other than themselves, ascending.
    """
    from reader.model import _script_data as data

    return dict(zip(map(ord, data.TRADITIONAL), data.THEIR_SIMPLIFIED, strict=True))


@cache
def traditional_forms() -> Mapping[int, str]:
    """Returns a table for ``str.translate``: code point of a simplified character → its first traditional form.

    Holds only characters that no traditional text has, ascending: 发 (發, 髮) is in it, 后 (後, 后) is not.
    """
    from reader.model import _script_data as data

    return dict(zip(map(ord, data.SIMPLIFIED_ONLY), data.THEIR_TRADITIONAL, strict=True))


def is_traditional_text(text: str) -> bool:
    """Whether more characters of a text are found only in traditional Chinese than only in simplified Chinese."""
    traditional, simplified = simplified_forms(), traditional_forms()
    codes = list(map(ord, text))
    return sum(code in traditional for code in codes) > sum(code in simplified for code in codes)
