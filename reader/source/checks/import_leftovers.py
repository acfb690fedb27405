"""Checks for leftovers of an import: spaces, mixed columns, torn first letters, running heads (T703, I801 to I803)."""

from __future__ import annotations

import re

from reader.gate import quoted, said_of
from reader.model.scripts import is_han
from reader.source.checks.walking import node_of_side
from reader.source.han_typography import spaces
from reader.source.nodes import Scalar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from reader.model.magazine import Paragraph
    from reader.source.nodes import Node
    from reader.source.schema.load_context import LoadContext

MAX_RUNNING_HEAD_CHARS = 200
MAX_PAGE_CHARS = 20
MIN_COLUMN_SPACES = 3
"""Number of spaces between Chinese characters from which a paragraph may be two columns."""
_TORN = re.compile(r"[b-hj-z] [a-z0-9]|[A-Z](?=[A-Z][a-z]{2})|[A-Z] [a-z]{2}")
_PAGE = re.compile(r"(p\.?|page|第)? ?\d{1,4}( ?页)?( \d{1,4})?")


def check_paragraph(paragraph: Paragraph, names: AbstractSet[str], context: LoadContext) -> None:
    """Reports leftovers in each language of a paragraph; ``names`` are the magazine's, case-folded."""
    text_node = context.node(paragraph.text)
    for tag, prose in paragraph.text.sides:
        text = prose.text
        if " " in text and not text.isascii():
            _check_spaces(text, node_of_side(text_node, tag), context)
        if not paragraph.continued_from and text[:3].isascii():
            _check_first_letter(text, node_of_side(text_node, tag), context)
        if _is_head_or_page(text.strip(" .·|-–—").casefold(), names):
            hint = "remove it; page blocks mark the pages"
            message = said_of(text, "may be a running head or a page number")
            context.report("I803", node_of_side(text_node, tag), message, hint)


def _check_spaces(text: str, node: Node | None, context: LoadContext) -> None:
    gaps = spaces(text)
    if not gaps:
        return
    folded = isinstance(node, Scalar) and node.folded
    columns = sum(is_han(gap[0]) for gap in gaps)  # a space after a mark is only typed
    if columns >= MIN_COLUMN_SPACES and not folded:
        message = f"{columns} spaces between Chinese characters: two columns may be mixed here"
        context.report("I801", node, message, "separate the columns, or remove the spaces")
    else:
        hint = "write wrapped text as a literal block (|)" if folded else "remove the space"
        context.report("T703", node, f"a space in {quoted(gaps[0])}", hint)


def _check_first_letter(text: str, node: Node | None, context: LoadContext) -> None:
    if _TORN.match(text) and not text.startswith(("A ", "I ", "O ")):
        message = f"a drop cap may be separated or doubled in {quoted(text[:12])}"
        context.report("I802", node, message, "write the word as printed")


def _is_head_or_page(text: str, names: AbstractSet[str]) -> bool:
    """Whether a text without outer marks is only a page number, or only the magazine's name and a page number."""
    return (
        (len(text) <= MAX_PAGE_CHARS and _PAGE.fullmatch(text) is not None)
        or text in names
        or (len(text) <= MAX_RUNNING_HEAD_CHARS and any(_is_running_head(text, name) for name in names))
    )


def _is_running_head(text: str, name: str) -> bool:
    """Whether a text is only the magazine's name, once or more, perhaps with a page number."""
    rest = text.replace(name, "").strip()
    return rest != text and (not rest or (rest.isdigit() and len(rest) <= 4))
