"""The strings of the interface in its languages; the titles of commands are in the table of commands."""

from __future__ import annotations

from reader.ui.strings.chinese import ZH
from reader.ui.strings.english import EN
from reader.ui.strings.fields import Strings, counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.settings.table import InterfaceLanguage

STRINGS: dict[InterfaceLanguage, Strings] = {"en": EN, "zh": ZH}

__all__ = ["STRINGS", "Strings", "counted"]
