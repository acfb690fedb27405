"""Checks inside texts: characters of the wrong script, punctuation, links (L602, T702, T704, T705)."""

from __future__ import annotations

import re

from reader.model.language import is_ideographic, is_traditional
from reader.model.radicals import unified_forms
from reader.model.text import EVERY_LANGUAGE
from reader.model.traditional import traditional_by_word
from reader.source.checks.places import TextPlace
from reader.source.han_typography import half_width_marks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.text import Text
    from reader.source.schema.load_context import LoadContext

MAX_SHOWN = 5
"""Maximum number of characters or places that a message shows."""
_LINK_HINT = (
    "only http, https, mailto, #anchor, ARTICLE and ISSUE/ARTICLE are opened; in an address, write a space, ( and ) as"
    " %20, %28 and %29"
)
_UNCLEAR_HINT = "write the mark that is meant: 。, ·, 、, or in a number . : , between digits"
_UNOPENED_LINK = re.compile(r"\]\(([a-zA-Z][\w+.-]*:|#)")


def check_text(text: Text, context: LoadContext) -> None:
    """Reports faults in each language of a text."""
    for tag, prose in text.sides:
        place = TextPlace(text, tag, context)
        words = prose.without_code() if prose.spans else prose.text
        if "](" in words and (match := _UNOPENED_LINK.search(words)):
            place.report("T704", match.start(1), f"the link to {match[1]} stays plain text", _LINK_HINT)
        if words.isascii():
            continue
        if is_traditional(tag):
            _check_traditional(words, tag, place)
        if is_ideographic(tag) or tag == EVERY_LANGUAGE:
            _check_marks(words, place)
        if forms := unified_forms(words):
            pairs = "、".join(f"{character}→{form}" for character, form in [*forms.items()][:MAX_SHOWN])
            message = "a text has radicals or compatibility characters"
            place.report("T705", words.index(next(iter(forms))), message, f"write {pairs}")


def _check_marks(text: str, place: TextPlace) -> None:
    """Reports half-width marks: those that have one full-width form, and those that may be meant otherwise."""
    found = half_width_marks(text)
    for fixable, hint in ((True, "use full-width punctuation"), (False, _UNCLEAR_HINT)):
        if marks := [mark for mark in found if mark.is_fixable == fixable]:
            shown = "、".join(mark.shown for mark in marks[:MAX_SHOWN])
            place.report("T702", marks[0].offset, f"half-width punctuation in {shown}", hint)


def _check_traditional(text: str, tag: str, place: TextPlace) -> None:
    found = traditional_by_word(text, tag)
    if found:
        pairs = "、".join(f"{character}→{' or '.join(forms)}" for character, forms in [*found.items()][:MAX_SHOWN])
        offset = text.index(next(iter(found)))
        place.report("L602", offset, "a traditional text has simplified characters", f"write {pairs}")
