"""Bullets: signs before the items of a list, of whatever shape."""

from __future__ import annotations

import re
import unicodedata

from reader.model.scripts import HAN_UNIFIED

BULLET = "•"
"""The bullet that is written for one without a character of its own."""
_SHAPES = "•‣◦⁃∙●○◉◎■□▪▫◆◇❖▲△►▶▷▸➢➤➔→✓✔✦★☆➣⇨⚪⚫⬛⬜⬤◾◽◼◻⯀✧❑❒✗✘☐☑➜➥⮚"
_DASHES = "-–—*·‧"
"""Signs that are bullets only before a blank, or apart from their line."""
_SIGNS = "\u2600-\u27bf\u2b00-\u2bff\u02dc"
"""More signs that are bullets before a blank: stars, flowers and notes, and a shape that fonts call a small tilde."""
_ITEM = re.compile(
    rf"[{_SHAPES}{_SIGNS}]\s+\S|[a-z]\)\s+\S|(?:[{_SHAPES}]|[{_DASHES}]\s+|\d{{1,2}}[.)]\s+|[(（][\da-z]{{1,2}}[)）]\s*|[①-⑳]\s*)[^\s\d]"
    rf"|\d{{1,2}}[.．、)）][{HAN_UNIFIED}]|[ivx]{{1,4}}\.\s+(?=[^\n]*[{HAN_UNIFIED}])\S"
)

_OPENING = "“‘「『《〈（(【[\"'"
"""Marks that the text of an item may begin with."""
_SYMBOL_BLANK = "\uf020"


def is_bullet(text: str) -> bool:
    """Whether a text is nothing but a bullet."""
    return len(text) == 1 and (text in _SHAPES or text in _DASHES or _is_nameless(text))


def is_item(text: str) -> bool:
    """Whether a line begins an item of a list: with a bullet or a number."""
    return bool(_ITEM.match(text))


def has_bullet(text: str) -> bool:
    """Whether a line begins an item of a list with a bullet, not with a number."""
    return is_item(text) and is_bullet(text[0])


def with_named_bullet(text: str) -> str:
    """Returns a line with a usual bullet, if it begins with one that has no character of its own.

    Fonts of symbols number their bullets as control characters, such as U+0001, or in the private use area, in which
    they have a blank, too.
    """
    rest = text[1:].lstrip().lstrip(_SYMBOL_BLANK).lstrip()
    begins_item = rest and (rest[0].isalnum() or rest[0] in _OPENING)
    return f"{BULLET} {rest}" if begins_item and _is_nameless(text[0]) else text


def _is_nameless(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Co")
