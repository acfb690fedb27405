"""The script of a text: Han characters or Latin letters, by which the two languages of a page are distinguished."""

from __future__ import annotations

import re

from reader.model.scripts import HAN as HAN_CHARACTERS
from reader.model.scripts import is_kana, is_traditional_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final, Literal

    Script = Literal["han", "latin"]
    """Script of a text: Han characters without blanks between words, or Latin letters with them."""

HAN: Final = "han"
LATIN: Final = "latin"
SCRIPTS: Final[tuple[Script, Script]] = (HAN, LATIN)

_KANA = "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
_HAN_CHARACTER = re.compile(f"[{HAN_CHARACTERS}{_KANA}]")
_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:['’-][A-Za-z\u00c0-\u024f]+)*")
_LETTER = re.compile(f"[{HAN_CHARACTERS}{_KANA}]|[A-Za-z\u00c0-\u024f]")
_KANA_SHARE = 0.15
"""Share of kana among Han characters above which a text is Japanese; Chinese texts have some in names."""
_NET_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]*")
_ABBREVIATION = re.compile(r"\s*(?:[(（][A-Z0-9][A-Za-z0-9]*[A-Z0-9][)）]|[：:]\s*[\w.-]{1,16})\s*\Z")
"""An abbreviation in brackets, or the value after a label, such as ``：TP391``."""
_OPENING = re.compile(r"[“‘「『（(\[《\"']")


def count_han(text: str) -> int:
    """Returns the number of Han characters in a text, kana among them."""
    return len(_HAN_CHARACTER.findall(text))


def count_latin_words(text: str) -> int:
    """Returns the number of words in Latin letters in a text."""
    return len(_LATIN_WORD.findall(text))


def han_language(text: str) -> str:
    """Returns the tag of the language of a text in Han characters: Japanese where many of them are kana."""
    if sum(map(is_kana, text)) > _KANA_SHARE * count_han(text):
        return "ja"
    return "zh-Hant" if is_traditional_text(text) else "zh-Hans"


def script_of(text: str) -> Script | None:
    """Returns the script of most of a text, or None if it has no letters. Two words count as much as a character.

    An address of the net among Han characters is one word.
    """
    characters, words = count_han(text), count_latin_words(text)
    if characters and "/" in text:
        words = count_latin_words(_NET_ADDRESS.sub(" www ", text))
    if characters or words:
        return HAN if characters * 2 >= words else LATIN
    return None


def split_by_script(text: str) -> dict[Script, str]:
    """Divides a short text that is printed in both scripts beside each other, such as ``夜空 Night Sky``.

    A text in one script, or in which the scripts change more than once, is returned whole, under its main script;
    so is a Latin name with a Chinese colon and its explanation, or with a Chinese word right after it, and an
    abbreviation in brackets or the value of a label.
    """
    letters = list(_LETTER.finditer(text))
    scripts: list[Script] = [HAN if _HAN_CHARACTER.match(letter[0]) else LATIN for letter in letters]
    changes = [at for at in range(1, len(scripts)) if scripts[at] != scripts[at - 1]]
    if len(changes) != 1 or _is_one_text(text, letters[changes[0] - 1].end(), scripts[0]):
        whole = text.strip()
        return {script_of(text) or HAN: whole} if whole else {}
    change = changes[0]
    between = text[letters[change - 1].end() : letters[change].start()]
    cut = letters[change - 1].end() + _offset_of_cut(between)
    return {scripts[0]: text[:cut].strip(), scripts[-1]: text[cut:].strip()}


def _is_one_text(text: str, end: int, first: Script) -> bool:
    """Whether two scripts are parts of one text, the first one up to ``end``.

    The Latin one is a name that is explained after a Chinese colon, an abbreviation in brackets, the value of a label,
    or a single word without a blank before or after it: ``Python入门``, ``关于Python``.
    """
    rest = text[end:]
    latin = text[:end] if first == LATIN else rest
    is_inside = bool(rest) and not rest[0].isspace() and rest[0].isalnum()
    is_explained = first == LATIN and rest.lstrip().startswith("：")
    is_abbreviation = first == HAN and bool(_ABBREVIATION.match(latin))
    return is_explained or is_abbreviation or (is_inside and len(latin.split()) == 1)


def _offset_of_cut(between: str) -> int:
    """Returns where the marks between two scripts are divided: at the last blank, else before an opening mark."""
    blank = between.rfind(" ")
    if blank >= 0:
        return blank
    opening = _OPENING.search(between)
    return opening.start() if opening else len(between)
