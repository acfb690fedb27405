"""Languages that an import was told, beside those that the texts show."""

from __future__ import annotations

from reader.importing.documents.cyrillic_languages import RUSSIAN, cyrillic_tag
from reader.importing.documents.languages import fits, letters_of, side_of, tag_by_content, text_of_units
from reader.importing.latin_languages import frequent_words
from reader.model.language import matches, script

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.documents.document import Document

MIN_WORDS = 10
"""Words of a text in Latin letters from which on it shows its language."""
CLEAR_SHARE = 0.2
"""Share of these words that are frequent ones of a language, from which on the text is in it."""
MIN_HAN = 50
"""Han characters of a text without kana or Hangul from which on it is Chinese."""


def doubt_of_languages(documents: Sequence[Document], wanted: Sequence[str]) -> str:
    """Returns a sentence on the tags that an import was told and that no text seems to be in; empty without one.

    Args:
        documents: The source, or the two of a pair, which have a language each.
        wanted: The tags; none if the texts tell their languages.
    """
    texts = [text_of_units(document.units) for document in documents]
    by_side = [list(_by_side(text).values()) for text in texts]
    unlike = [
        tag for at, tag in enumerate(wanted) if not any(_may_be(tag, text) for text in by_side[at % len(by_side)])
    ]
    if not unlike:
        return ""
    found = list(dict.fromkeys(tag_by_content(text) for own in by_side for text in own))
    return f"no text seems to be in {' and '.join(unlike)}, which --languages names: it is in {' and '.join(found)}"


def _by_side(text: str) -> dict[str, str]:
    """Returns the lines of a text by the script that they are in."""
    found: dict[str, list[str]] = {}
    for line in text.split("\n"):
        if side := side_of(line):
            found.setdefault(side, []).append(line)
    return {side: "\n".join(lines) for side, lines in found.items()}


def _may_be(tag: str, text: str) -> bool:
    """Whether a text in one script may be in a language."""
    if not fits(tag, text) or (script(tag) == "Latn") != (side_of(text) == "latin"):
        return False
    counts = letters_of(text)
    if matches("ja", tag) or matches("ko", tag):
        own = counts["kana"] if matches("ja", tag) else counts["hangul"]
        return bool(own) or counts["han"] < MIN_HAN
    if side_of(text) == "cyrillic":
        shown = cyrillic_tag(text)
        return matches(shown, tag) or (shown == RUSSIAN and tag not in ("uk", "be", "bg", "sr", "mk"))
    if side_of(text) != "latin":
        return True
    frequent = frequent_words(text)
    best = max(frequent, key=lambda each: frequent[each])
    is_clear = counts["latin"] >= MIN_WORDS and frequent[best] >= CLEAR_SHARE * counts["latin"]
    return not is_clear or matches(best, tag)
