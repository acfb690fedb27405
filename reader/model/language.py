"""Language tags (BCP 47), as far as a magazine needs them."""

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
_TRADITIONAL_REGIONS = {"TW", "HK", "MO"}


@lru_cache(maxsize=1024)  # each text of an issue names its languages
@lru_cache(256)
def canonical(tag: str) -> str | None:
    """Returns the tag in BCP 47's letter case (``zh-hans`` → ``zh-Hans``), or None if it is not one."""
    if not re.match(_TAG, tag):
        return None
    first, *rest = tag.split("-")
    cased = (s.title() if len(s) == 4 and s.isalpha() else s.upper() if len(s) == 2 else s.lower() for s in rest)
    return "-".join((first.lower(), *cased))


def matches(wanted: str, tag: str) -> bool:
    """Whether ``wanted`` names ``tag``: equal, or its beginning by whole subtags (``zh`` → ``zh-Hant``)."""
    wanted, tag = wanted.lower(), tag.lower()
    return tag == wanted or tag.startswith(wanted + "-")


def choose(wanted: str, tags: tuple[str, ...]) -> str | None:
    """Returns the first of ``tags`` that ``wanted`` names, or None."""
    return next((tag for tag in tags if matches(wanted, tag)), None)


def is_chinese(tag: str) -> bool:
    """Whether text of this language is set in Han characters without word spaces (Chinese, Japanese)."""
    return tag.split("-")[0] in {"zh", "yue", "lzh", "ja"}


def is_traditional(tag: str) -> bool:
    """Whether the tag names Chinese in traditional characters."""
    first, *rest = tag.split("-")
    return first in {"zh", "yue"} and ("Hant" in rest or ("Hans" not in rest and bool(_TRADITIONAL_REGIONS & {*rest})))


def is_simplified(tag: str) -> bool:
    """Whether the tag names Chinese in simplified characters."""
    return tag.split("-")[0] == "zh" and not is_traditional(tag)


def name(tag: str) -> str:
    """Returns what the language calls itself; a tag that is not known stands for itself."""
    return _NAMES.get(tag) or _NAMES.get(tag.split("-")[0], tag)
