"""The strings of the interface in its languages; the titles of commands are in the table of commands."""

from __future__ import annotations

from reader.ui.strings.fields import Strings, counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.settings.table import InterfaceLanguage


def strings_in(language: InterfaceLanguage) -> Strings:
    """Returns the strings in a language; those of another one are not imported."""
    if language == "zh":
        from reader.ui.strings.chinese import ZH

        return ZH
    from reader.ui.strings.english import EN

    return EN


__all__ = ["Strings", "counted", "strings_in"]
