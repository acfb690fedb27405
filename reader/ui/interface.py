"""The languages of the interface, which are independent of the languages of texts."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    InterfaceLanguage = Literal["en", "zh"]

LANGUAGES: tuple[InterfaceLanguage, ...] = ("en", "zh")
LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Variables of the environment that name the locale; the first that is set counts."""


def interface_language(wanted: str = "") -> InterfaceLanguage:
    """Returns the wanted interface language, or that of the locale if it is empty or unknown."""
    if wanted not in LANGUAGES:
        wanted = next((value for name in LOCALE_VARIABLES if (value := os.environ.get(name))), "")
    return "zh" if wanted.lower().startswith("zh") else "en"


def language_after(language: InterfaceLanguage) -> InterfaceLanguage:
    """Returns the next interface language, around the end."""
    return LANGUAGES[(LANGUAGES.index(language) + 1) % len(LANGUAGES)]
