"""Language tags (BCP 47), as far as a magazine needs them, and the script that each implies."""

from __future__ import annotations

import re
from functools import lru_cache

_TAG = r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-[A-Za-z0-9]{5,8}){0,3}\Z"

_NAMES = {
    "zh-Hans": "中文",
    "zh-Hant": "繁體中文",
    "zh": "中文",
    "en": "English",
    "ja": "日本語",
    "ko": "한국어",
    "fr": "Français",
    "de": "Deutsch",
    "es": "Español",
    "ru": "Русский",
    "pt": "Português",
    "it": "Italiano",
}
_LIKELY_SCRIPTS = {
    "zh": "Hans",
    "yue": "Hani",
    "lzh": "Hani",
    "ja": "Jpan",
    "ko": "Kore",
    **dict.fromkeys(("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"), "Cyrl"),
    **dict.fromkeys(("ar", "fa", "ps", "ug", "ur"), "Arab"),
    **dict.fromkeys(("hi", "mr", "ne", "sa"), "Deva"),
    "el": "Grek",
    "he": "Hebr",
    "th": "Thai",
    "hy": "Armn",
    "ka": "Geor",
    "bn": "Beng",
    "ta": "Taml",
    "bo": "Tibt",
}
"""Script of a language whose tag names none (after CLDR's likely subtags); other languages are in Latin script.

``Hani`` is Han of either kind: Cantonese and Classical Chinese are printed in both.
"""
_TRADITIONAL_REGIONS = frozenset({"TW", "HK", "MO"})
_SIMPLIFIED_REGIONS = frozenset({"CN", "SG", "MY"})
_IDEOGRAPHIC_SCRIPTS = frozenset({"Hans", "Hant", "Hani", "Jpan", "Hira", "Kana", "Hrkt", "Bopo"})


@lru_cache(maxsize=1024)  # each text of an issue names its languages
def canonical(tag: str) -> str | None:
    """Returns the tag in BCP 47's letter case (``zh-hans`` → ``zh-Hans``), or None if it is not a tag."""
    if not re.match(_TAG, tag):
        return None
    first, *rest = tag.split("-")
    cased = (s.title() if len(s) == 4 and s.isalpha() else s.upper() if len(s) == 2 else s.lower() for s in rest)
    return "-".join((first.lower(), *cased))


_RIGHT_TO_LEFT = frozenset({"Arab", "Hebr"})


def matches(wanted: str, tag: str) -> bool:
    """Whether ``wanted`` equals ``tag``, or is its beginning by whole subtags (``zh`` matches ``zh-Hant``)."""
    wanted, tag = wanted.lower(), tag.lower()
    return tag == wanted or tag.startswith(wanted + "-")


def choose(wanted: str, tags: tuple[str, ...]) -> str | None:
    """Returns the first of ``tags`` that ``wanted`` matches, or None."""
    return next((tag for tag in tags if matches(wanted, tag)), None)


def related(tag: str, tags: tuple[str, ...]) -> str:
    """Returns the one of ``tags`` in the same language, if possible in the same script; empty if there is none."""
    found = [each for each in tags if each.split("-")[0] == tag.split("-")[0]]
    of_script = [each for each in found if script(each) == script(tag)]
    return (of_script or found or [""])[0]


@lru_cache(maxsize=256)  # typesetting asks for each paragraph
def script(tag: str) -> str:
    """Returns the script that text of a canonical tag is written in, as a code of ISO 15924 (``Hans``, ``Latn``)."""
    first, *rest = tag.split("-")
    if rest and len(rest[0]) == 4 and rest[0].isalpha():
        return rest[0]
    if first in {"zh", "yue"} and not _TRADITIONAL_REGIONS.isdisjoint(rest):
        return "Hant"
    return _LIKELY_SCRIPTS.get(first, "Latn")


def is_ideographic(tag: str) -> bool:
    """Whether text of this language is set in Han characters or kana, without word spaces (Chinese, Japanese)."""
    return script(tag) in _IDEOGRAPHIC_SCRIPTS


def is_traditional(tag: str) -> bool:
    """Whether the tag names Chinese in traditional characters."""
    return script(tag) == "Hant"


def is_simplified(tag: str) -> bool:
    """Whether the tag says that Chinese is in simplified characters; ``zh`` alone does not."""
    first, *rest = tag.split("-")
    return script(tag) == "Hans" and ("Hans" in rest or (first == "zh" and not _SIMPLIFIED_REGIONS.isdisjoint(rest)))


def name(tag: str) -> str:
    """Returns the language's own name for itself, or the tag where that is not known."""
    return _NAMES.get(tag) or _NAMES.get(tag.split("-")[0], tag)


def is_right_to_left(tag: str) -> bool:
    """Whether texts of a language run from right to left."""
    return script(tag) in _RIGHT_TO_LEFT
