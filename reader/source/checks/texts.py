"""Checks inside texts: characters of the wrong script, punctuation, links (L602, T702, T704)."""

from __future__ import annotations

import re

from reader.model.language import is_ideographic, is_traditional
from reader.model.scripts import traditional_forms
from reader.model.text import EVERY_LANGUAGE
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
_UNOPENED_LINK = re.compile(r"\]\(([a-zA-Z][\w+.-]*:)")


def check_text(text: Text, context: LoadContext) -> None:
    """Reports faults in each language of a text."""
    node = context.node(text)
    for tag, prose in text.sides:
        if is_traditional(tag) and not prose.text.isascii():
            _check_traditional(prose.text, node_of_side(node, tag), context)
        if "](" in prose.text and (match := _UNOPENED_LINK.search(prose.text)):
            context.report("T704", node_of_side(node, tag), f"the link to {match[1]} stays plain text", _LINK_HINT)
        if (is_ideographic(tag) or tag == EVERY_LANGUAGE) and not prose.text.isascii():
            found = half_width_marks(prose.text)
            if found:
                message = f"half-width punctuation in {'、'.join(found[:MAX_SHOWN])}"
                context.report("T702", node_of_side(node, tag), message, "use full-width punctuation")


def _check_traditional(text: str, node: Node | None, context: LoadContext) -> None:
    traditional = traditional_forms()
    found = [character for character in dict.fromkeys(text) if ord(character) in traditional]
    if found:
        pairs = "、".join(f"{character}→{traditional[ord(character)]}" for character in found[:MAX_SHOWN])
        context.report("L602", node, "a traditional text has simplified characters", f"write {pairs}")
