"""The two languages of a page, each in a script of its own, with the few facts that the stages need about each.

A line of page text is divided by script, so it distinguishes the two languages. Another pair needs a
:class:`PageLanguage` for each side, with a continuation model of its own, and nothing else of this package changes.
"""

from __future__ import annotations

from reader.importing.scripts import HAN, LATIN
from reader.importing.text import continuation
from reader.importing.text.word_classes import FUNCTION_WORDS
from reader.model.record import record
from reader.model.scripts import is_traditional_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.importing.extraction import Texts
    from reader.importing.scripts import Script
    from reader.importing.text.continuation import ContinuationModel


@record
class PageLanguage:
    """A language of a page."""

    tag: str
    """Its language tag, such as ``zh-Hans``."""
    script: Script
    continuation: ContinuationModel
    function_words: frozenset[str] = frozenset()
    """Words in lower case that rarely end a caption or a name."""


@record
class LanguagePair:
    """The languages of a page, one for each script."""

    han: PageLanguage
    latin: PageLanguage

    def of(self, script: Script) -> PageLanguage:
        """Returns the language that is written in a script."""
        return self.han if script == HAN else self.latin

    def texts(self, by_script: Mapping[Script, str]) -> Texts:
        """Returns texts by the tag of their language; empty ones are left out."""
        return {self.of(script).tag: text for script, text in by_script.items() if text}


def chinese_and_english(text: str) -> LanguagePair:
    """Returns Chinese, in the script that most of a text's characters belong to, and English."""
    tag = "zh-Hant" if is_traditional_text(text) else "zh-Hans"
    return LanguagePair(
        PageLanguage(tag, HAN, continuation.chinese_model()),
        PageLanguage("en", LATIN, continuation.english_model(), FUNCTION_WORDS),
    )
