"""Checks inside texts: characters of the wrong script, punctuation, links (L602, T702, T704, T705, T715)."""

from __future__ import annotations

import re

from reader.model.address import ID_PATTERN
from reader.model.language import is_ideographic, is_traditional
from reader.model.magazine import Article
from reader.model.radicals import unified_forms
from reader.model.text import EVERY_LANGUAGE
from reader.model.traditional import traditional_by_word
from reader.source.checks.places import TextPlace
from reader.source.han_typography import half_width_marks
from reader.source.typed_marks import ellipses_and_dashes, half_width_brackets, straight_quotes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.text import Text
    from reader.source.han_typography import HalfWidthMark
    from reader.source.schema.load_context import LoadContext
    from reader.source.typed_marks import TypedMark

MAX_SHOWN = 5
"""Maximum number of characters or places that a message shows."""
_LINK_HINT = (
    "only http, https, mailto, #anchor, ARTICLE and ISSUE/ARTICLE are opened; in an address, write a space, ( and ) as"
    " %20, %28 and %29"
)
_UNCLEAR_HINT = "write the mark that is meant: 。, ·, 、, or in a number . : , between digits"
_QUOTES_HINT = "write “ ” or 「 」, as the magazine does"
_UNCLEAR_TYPED_HINT = "write the mark that is meant: 。 or ……, —— for a dash, — or ～ between numbers"
_UNOPENED_LINK = re.compile(r"\]\(([a-zA-Z][\w+.-]*:|#)")
_PAGE_ENDINGS = "html?|md|png|jpe?g|gif|svg|webp|pdf"
_LINK_WITHOUT_SCHEME = re.compile(
    rf"\]\((?![^()\s/]+\.(?:{_PAGE_ENDINGS})\))((?:[a-zA-Z0-9-]+\.)+[a-zA-Z]{{2,20}})(?=[/)])"
)
_APART_FROM_WORDS = re.compile(
    r"\[[^\[\]\n]{1,100}\](?P<marks>[ \t]*[(（])"
    rf"(?P<target>(?:https?://|mailto:|#)[!-'*-~]+|(?:{ID_PATTERN}/)?(?P<article>{ID_PATTERN})(?:\#[\w.-]+)?)(?P<end>[)）])"
)
"""A link whose brackets are full-width, or have a space between them."""


def check_text(text: Text, context: LoadContext) -> None:
    """Reports faults in each language of a text."""
    for tag, prose in text.sides:
        place = TextPlace(text, tag, context)
        words = prose.without_code() if prose.spans else prose.text
        if "]" in words:
            _check_brackets(words, place, context)
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


def _check_brackets(text: str, place: TextPlace, context: LoadContext) -> None:
    """Reports a link that stays plain text."""
    if apart := next((each for each in _APART_FROM_WORDS.finditer(text) if _is_link_apart(each, context)), None):
        hint = f"write [words]({apart['target']}), with half-width brackets and no space between them"
        place.report("T704", apart.start(), "a link stays plain text", hint)
    elif match := _UNOPENED_LINK.search(text):
        place.report("T704", match.start(1), f"the link to {match[1]} stays plain text", _LINK_HINT)
    elif match := _LINK_WITHOUT_SCHEME.search(text):
        place.report("T704", match.start(1), f"the link to {match[1]} stays plain text", f"write https://{match[1]}")


def _is_link_apart(found: re.Match[str], context: LoadContext) -> bool:
    """Whether brackets beside words are not those of a link, but an address of the web or an article is in them."""
    if found["marks"] + found["end"] == "()":
        return False
    return not found["article"] or any(each.id == found["article"] for each in context.all_built(Article))


def _check_marks(text: str, place: TextPlace) -> None:
    """Reports marks of the keyboard: those that have one form in Chinese, and those that may be meant otherwise."""
    found = half_width_marks(text)
    brackets = half_width_brackets(text)
    fixable = [mark for mark in found if mark.is_fixable]
    unclear = [mark for mark in found if not mark.is_fixable]
    message = "half-width punctuation in {}"
    _report_marks("T702", place, message, "use full-width punctuation", [*fixable, *brackets])
    _report_marks("T702", place, message, _UNCLEAR_HINT, unclear)
    _report_marks("T702", place, "straight quotation marks in {}", _QUOTES_HINT, straight_quotes(text))
    typed = ellipses_and_dashes(text)
    message = "an ellipsis or a dash of other marks in {}"
    _report_marks("T715", place, message, "write …… or ——", [mark for mark in typed if mark.written])
    _report_marks("T715", place, message, _UNCLEAR_TYPED_HINT, [mark for mark in typed if not mark.written])


def _report_marks(
    code: str, place: TextPlace, message: str, hint: str, marks: Sequence[HalfWidthMark | TypedMark]
) -> None:
    if marks:
        shown = dict.fromkeys(mark.shown for mark in sorted(marks, key=lambda mark: mark.offset))
        place.report(code, min(mark.offset for mark in marks), message.format("、".join([*shown][:MAX_SHOWN])), hint)


def _check_traditional(text: str, tag: str, place: TextPlace) -> None:
    found = traditional_by_word(text, tag)
    if found:
        pairs = "、".join(f"{character}→{' or '.join(forms)}" for character, forms in [*found.items()][:MAX_SHOWN])
        offset = text.index(next(iter(found)))
        place.report("L602", offset, "a traditional text has simplified characters", f"write {pairs}")
