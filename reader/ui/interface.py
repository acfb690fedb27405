"""The language of the interface, which is independent of the languages of texts."""

from __future__ import annotations

import os

from reader.settings.table import INTERFACE_LANGUAGES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.settings.table import InterfaceLanguage

LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Variables of the environment that name the locale; the first that is set counts."""


def interface_language(wanted: str = "") -> InterfaceLanguage:
    """Returns the wanted interface language, or that of the locale if it is empty or unknown."""
    if wanted not in INTERFACE_LANGUAGES:
        wanted = next((value for name in LOCALE_VARIABLES if (value := os.environ.get(name))), "")
    return "zh" if wanted.lower().startswith("zh") else "en"


def language_after(language: InterfaceLanguage) -> InterfaceLanguage:
    """Returns the next interface language, around the end."""
    at = INTERFACE_LANGUAGES.index(language)
    return INTERFACE_LANGUAGES[(at + 1) % len(INTERFACE_LANGUAGES)]
