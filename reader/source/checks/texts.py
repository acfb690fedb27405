"""Checks inside texts: characters of the wrong script, punctuation, links (L602, T702, T704, T705)."""

from __future__ import annotations

import re

from reader.model.language import is_ideographic, is_traditional
from reader.model.radicals import unified_forms
from reader.model.text import EVERY_LANGUAGE
from reader.model.traditional import traditional_by_word
from reader.source.checks.walking import node_of_side
from reader.source.han_typography import half_width_marks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.text import Text
    from reader.source.nodes import Node
    from reader.source.schema.load_context import LoadContext

MAX_SHOWN = 5
"""Maximum number of characters or places that a message shows."""
_LINK_HINT = "only http, https and mailto links are opened; in an address, write a space, ( and ) as %20, %28 and %29"
_UNCLEAR_HINT = "write the mark that is meant: 。, ·, 、, or in a number . : , between digits"
_UNOPENED_LINK = re.compile(r"\]\(([a-zA-Z][\w+.-]*:)")


def check_text(text: Text, context: LoadContext) -> None:
    """Reports faults in each language of a text."""
    node = context.node(text)
    for tag, prose in text.sides:
        if is_traditional(tag) and not prose.text.isascii():
            _check_traditional(prose.text, tag, node_of_side(node, tag), context)
        if "](" in prose.text and (match := _UNOPENED_LINK.search(prose.text)):
            context.report("T704", node_of_side(node, tag), f"the link to {match[1]} stays plain text", _LINK_HINT)
        if (is_ideographic(tag) or tag == EVERY_LANGUAGE) and not prose.text.isascii():
            _check_marks(prose.text, node_of_side(node, tag), context)
        if not prose.text.isascii() and (forms := unified_forms(prose.text)):
            pairs = "、".join(f"{character}→{form}" for character, form in [*forms.items()][:MAX_SHOWN])
            message = "a text has radicals or compatibility characters"
            context.report("T705", node_of_side(node, tag), message, f"write {pairs}")


def _check_marks(text: str, node: Node | None, context: LoadContext) -> None:
    """Reports half-width marks: those that have one full-width form, and those that may be meant otherwise."""
    found = half_width_marks(text)
    for fixable, hint in ((True, "use full-width punctuation"), (False, _UNCLEAR_HINT)):
        if shown := [mark.shown for mark in found if mark.is_fixable == fixable]:
            context.report("T702", node, f"half-width punctuation in {'、'.join(shown[:MAX_SHOWN])}", hint)


def _check_traditional(text: str, tag: str, node: Node | None, context: LoadContext) -> None:
    found = traditional_by_word(text, tag)
    if found:
        pairs = "、".join(f"{character}→{' or '.join(forms)}" for character, forms in [*found.items()][:MAX_SHOWN])
        context.report("L602", node, "a traditional text has simplified characters", f"write {pairs}")
