"""The language of units: as the source declares it, where the script agrees, else by script and words."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from reader.importing.documents.cyrillic_languages import cyrillic_tag
from reader.importing.latin_languages import frequent_words
from reader.model.language import canonical, is_ideographic, script
from reader.model.scripts import HAN_UNIFIED, is_traditional_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal

    from reader.importing.documents.document import SourceUnit

    Letters = Literal[
        "han",
        "kana",
        "hangul",
        "cyrillic",
        "greek",
        "arabic",
        "hebrew",
        "thai",
        "devanagari",
        "bengali",
        "tamil",
        "armenian",
        "georgian",
        "tibetan",
        "latin",
    ]

_LETTERS: dict[Letters, re.Pattern[str]] = {
    "han": re.compile(f"[{HAN_UNIFIED}\u3005-\u3007\uf900-\ufaff]|[\U00020000-\U0003ffff]"),
    "kana": re.compile("[\u3041-\u3096\u30a1-\u30fa\u30fc]"),
    "hangul": re.compile("[\uac00-\ud7a3]"),
    "cyrillic": re.compile("[\u0400-\u04ff]+"),
    "greek": re.compile("[\u0370-\u03ff]+"),
    "arabic": re.compile("[\u0600-\u06ff]+"),
    "hebrew": re.compile("[\u0590-\u05ff]+"),
    "thai": re.compile("[\u0e00-\u0e7f]"),
    "devanagari": re.compile("[\u0900-\u0963\u0970-\u097f]+"),
    "bengali": re.compile("[\u0980-\u09fe]+"),
    "tamil": re.compile("[\u0b82-\u0bfa]+"),
    "armenian": re.compile("[\u0531-\u0588]+"),
    "georgian": re.compile("[\u10a0-\u10ff]+"),
    "tibetan": re.compile("[\u0f40-\u0fbc]+"),
    "latin": re.compile("[A-Za-z\u00c0-\u024f]+(?:['’-][A-Za-z\u00c0-\u024f]+)*"),
}
_TAGS: dict[Letters, str] = {
    "hangul": "ko",
    "greek": "el",
    "arabic": "ar",
    "hebrew": "he",
    "thai": "th",
    "devanagari": "hi",
    "bengali": "bn",
    "tamil": "ta",
    "armenian": "hy",
    "georgian": "ka",
    "tibetan": "bo",
}
_SCRIPTS: dict[str, frozenset[Letters]] = {
    "Hans": frozenset({"han"}),
    "Hant": frozenset({"han"}),
    "Hani": frozenset({"han"}),
    "Jpan": frozenset({"han", "kana"}),
    "Kore": frozenset({"hangul", "han"}),
    "Cyrl": frozenset({"cyrillic"}),
    "Grek": frozenset({"greek"}),
    "Arab": frozenset({"arabic"}),
    "Hebr": frozenset({"hebrew"}),
    "Thai": frozenset({"thai"}),
    "Deva": frozenset({"devanagari"}),
    "Beng": frozenset({"bengali"}),
    "Taml": frozenset({"tamil"}),
    "Armn": frozenset({"armenian"}),
    "Geor": frozenset({"georgian"}),
    "Tibt": frozenset({"tibetan"}),
    "Latn": frozenset({"latin"}),
}
KEPT_TEXTS = 5000
"""Number of texts whose letters are kept: each is looked at several times."""
_DOMINANT_SHARE = 0.5
KANA_SHARE = 0.08
"""Share of kana among the characters of a text from which on it is Japanese."""
_ACCENTS = {"fr": "éèêàçœùîôûëï", "de": "äöüß", "es": "ñ¡¿áíóúé", "pt": "ãõçáâêé", "it": "àèìòù"}
"""Letters and marks of languages that English has not."""
ACCENT_WEIGHT = 0.5
"""Frequent words that a letter with an accent counts as."""
MIN_FREQUENT = 2
"""Frequent words below which a text shows no other language than English."""
CLEAR_RATIO = 1.3
"""Frequent words of a language, divided by that of English, above which a text is in it."""
_BARE_CHINESE = frozenset({"zh", "cmn", "zho", "chi"})
_CODES = {
    "eng": "en",
    "fra": "fr",
    "fre": "fr",
    "deu": "de",
    "ger": "de",
    "jpn": "ja",
    "jp": "ja",
    "kor": "ko",
    "spa": "es",
}
_CODES |= {"ukr": "uk", "ua": "uk", "ara": "ar", "nld": "nl", "dut": "nl"}
_CODES |= {"ita": "it", "por": "pt", "rus": "ru", "cn": "zh", "chs": "zh-Hans", "cht": "zh-Hant", "tw": "zh-TW"}
_LANGUAGE_NAMES = {
    name: tag
    for tag, names in {
        "en": "english anglais englisch inglés inglese inglês engels"
        " английский англійська 英文 英语 英語 英 영어 الإنجليزية",
        "zh": "chinese chinois chinesisch chino cinese chinês chinees"
        " китайский китайська 中文 汉语 漢語 中国語 华语 华文"
        " 國語 中 중국어 الصينية",
        "zh-Hans": "简体中文 简体",
        "zh-Hant": "繁體中文 繁体中文 正體中文 繁體",
        "ja": "japanese japonais japanisch japonés giapponese japonês japans"
        " японский японська 日本語 日文 日语 日語 日 일본어"
        " اليابانية",
        "ko": "korean coréen koreanisch coreano koreaans корейский корейська"
        " 한국어 韓国語 韩文 韩语 韓文 韓語 韩 الكورية",
        "fr": "french français francais französisch francés francese francês"
        " frans французский французька 法文 法语 法語 法"
        " フランス語 프랑스어 الفرنسية",
        "de": "german deutsch allemand alemán tedesco alemão duits немецкий"
        " німецька 德文 德语 德語 德 ドイツ語 독일어 الألمانية",
        "es": "spanish español espanol castellano espagnol spanisch"
        " spagnolo espanhol spaans испанский іспанська 西班牙文"
        " 西班牙语 西 スペイン語 스페인어 الإسبانية",
        "it": "italian italiano italien italienisch italiaans итальянский італійська 意大利文 意大利语 意",
        "pt": "portuguese português portugués portugais portugiesisch portoghese португальский 葡萄牙文 葡萄牙语 葡",
        "nl": "dutch nederlands néerlandais niederländisch holandés olandese нидерландский 荷兰文 荷兰语",
        "ru": "russian русский russe russisch ruso russo російська 俄文 俄语 俄語 俄 ロシア語 러시아어 الروسية",
        "uk": "ukrainian українська ukrainien ukrainisch украинский 乌克兰文 乌克兰语 烏克蘭語",
        "ar": "arabic العربية arabe arabisch árabe арабский 阿拉伯文 阿拉伯语 アラビア語 아랍어",
    }.items()
    for name in names.split()
}
_LANGUAGE_NAMES |= dict.fromkeys(("simplified chinese", "chinese (simplified)"), "zh-Hans")
_LANGUAGE_NAMES |= dict.fromkeys(("traditional chinese", "chinese (traditional)"), "zh-Hant")
"""Tags of languages by their names in English and in some of these languages."""
_CODES |= _LANGUAGE_NAMES


def declared_tag(written: str) -> str:
    """Returns the tag of a language as a source names it, without a region; ``zh`` if the script of Chinese is open.

    Chinese of a region is in the script of the region: ``zh-CN`` is ``zh-Hans``.
    """
    plain = re.split(r"[.@]", written.strip().replace("_", "-"))[0]
    tag = canonical(_CODES.get(plain.lower(), plain)) or ""
    first, *rest = tag.split("-") if tag else [""]
    if first in _BARE_CHINESE:
        known = {"Hans", "Hant"} & set(rest)
        if known:
            return f"zh-{known.pop()}"
        if {"TW", "HK", "MO"} & set(rest):
            return "zh-Hant"
        return "zh-Hans" if {"CN", "SG"} & set(rest) else "zh"
    first = _CODES.get(first, first)
    return "" if first in ("und", "mul", "zxx", "x") else first


def language_named(name: str) -> str:
    """Returns the tag of the language that a name is of; empty for other words."""
    return _LANGUAGE_NAMES.get(name.strip().lower(), "")


def letters_of(text: str) -> Counter[Letters]:
    """Returns the number of characters, or of words in scripts with word spaces, of each script in a text."""
    return Counter(_letters_in(text))


@lru_cache(KEPT_TEXTS)
def _letters_in(text: str) -> dict[Letters, int]:
    names: Iterable[Letters] = ("latin",) if text.isascii() else _LETTERS
    return {name: count for name in names if (count := len(_LETTERS[name].findall(text)))}


def side_of(text: str) -> Letters | Literal[""]:
    """Returns the script that a text is mostly in; Japanese is ``kana``. Empty without letters.

    Two words count as much as a character.
    """
    if text.isascii():
        return "latin" if _LETTERS["latin"].search(text) else ""
    counts = letters_of(text)
    if not counts:
        return ""
    if counts["kana"] > KANA_SHARE * (counts["han"] + counts["kana"]):
        counts["kana"] += counts.pop("han", 0)
    for name in ("latin", "cyrillic", "greek"):
        if name in counts:
            counts[name] = (counts[name] + 1) // 2 if len(counts) > 1 else counts[name]
    return max(counts, key=lambda name: (counts[name], name != "latin"))


def has_letters(text: str) -> bool:
    """Whether a text has letters of any script."""
    return any(map(str.isalpha, text))


def latin_evidence(text: str) -> dict[str, float]:
    """Returns the frequent words of each language in a text in Latin letters, and the letters with its accents."""
    found = {tag: float(count) for tag, count in frequent_words(text).items()}
    for tag, accents in _ACCENTS.items():
        found[tag] += ACCENT_WEIGHT * sum(map(accents.__contains__, text.lower()))
    return found


def latin_tag(text: str) -> str:
    """Returns the tag of the language of a text in Latin letters, by frequent words and accents; of short ones, too."""
    found = latin_evidence(text)
    best = max(found, key=lambda tag: found[tag])
    is_clear = found[best] >= MIN_FREQUENT and found[best] > CLEAR_RATIO * found["en"]
    return best if is_clear else "en"


def tag_by_content(text: str) -> str:
    """Returns the tag of the language that a text is in, by its script and its words; empty without letters."""
    side = side_of(text)
    if side == "han":
        return "zh-Hant" if is_traditional_text(text) else "zh-Hans"
    if side == "kana":
        return "ja"
    if side == "latin":
        return latin_tag(text)
    if side == "cyrillic":
        return cyrillic_tag(text)
    return _TAGS[side] if side else ""


def fits(tag: str, text: str) -> bool:
    """Whether the script of a text is that of a language; a text without letters fits all."""
    side = side_of(text)
    if not side:
        return True
    known = _SCRIPTS.get(script(tag))
    if known is None:
        return True
    if is_ideographic(tag) and side == "latin":
        return bool(letters_of(text)["han"])
    return side in known


def settled(tag: str, text: str) -> str:
    """Returns a declared tag with the script of Chinese that a text is in; a region may not agree with it."""
    if tag in ("zh", ""):
        return tag_by_content(text) if not tag or fits(tag, text) else tag
    return "zh-Hant" if tag == "zh-Hans" and is_traditional_text(text) else tag


def text_of_units(units: Iterable[SourceUnit]) -> str:
    """Returns the words of units that are in a language: code has none."""
    return "\n".join(unit.text.text for unit in units if unit.kind not in ("code", "page"))
