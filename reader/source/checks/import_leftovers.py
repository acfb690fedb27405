"""Checks for leftovers of an import: spaces, mixed columns, torn first letters, running heads (T703, I801 to I803)."""

from __future__ import annotations

import re

from reader.gate import quoted, said_of
from reader.model.scripts import is_han
from reader.source.checks.mending import is_mended
from reader.source.checks.places import TextPlace
from reader.source.han_typography import spaces
from reader.source.nodes import Scalar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from reader.model.magazine import Paragraph
    from reader.model.text import Prose
    from reader.source.schema.load_context import LoadContext

MAX_RUNNING_HEAD_CHARS = 200
MAX_PAGE_CHARS = 20
MIN_COLUMN_SPACES = 3
"""Number of spaces between Chinese characters from which a paragraph may be two columns."""
_TORN = re.compile(r"[b-hj-z] [a-z0-9]|[A-Z](?=[A-Z][a-z]{2})|[A-Z] [a-z]{2}")
_PAGE = re.compile(r"(p\.?|page|第)? ?\d{1,4}( ?页)?( \d{1,4})?")


def check_paragraph(paragraph: Paragraph, names: AbstractSet[str], context: LoadContext) -> None:
    """Reports leftovers in each language of a paragraph; ``names`` are the magazine's, case-folded."""
    for tag, prose in paragraph.text.sides:
        text = prose.text
        if " " in text and not text.isascii():
            _check_spaces(prose, TextPlace(paragraph.text, tag, context))
        if not paragraph.continued_from and text[:3].isascii() and _is_torn(text):
            message = f"a drop cap may be separated or doubled in {quoted(text[:12])}"
            TextPlace(paragraph.text, tag, context).report("I802", 0, message, "write the word as printed")
        if _is_head_or_page(text.strip(" .·|-–—").casefold(), names):
            hint = "remove it; page blocks mark the pages"
            message = said_of(text, "may be a running head or a page number")
            TextPlace(paragraph.text, tag, context).report("I803", 0, message, hint)


def _check_spaces(prose: Prose, place: TextPlace) -> None:
    gaps = spaces(prose.without_code())
    if not gaps:
        return
    folded = isinstance(place.node, Scalar) and place.node.folded
    columns = sum(is_han(gap.shown[0]) for gap in gaps)  # a space after a mark is only typed
    if columns >= MIN_COLUMN_SPACES and not folded:
        message = f"{columns} spaces between Chinese characters: two columns may be mixed here"
        first = next(gap for gap in gaps if is_han(gap.shown[0]))
        place.report("I801", first.offset, message, "separate the columns, or remove the spaces")
    else:
        hint = "write wrapped text as a literal block (|)" if folded else "remove the space"
        if "*" in place.source and not is_mended(place.source, prose, place.tag):
            hint = "remove the space, and the asterisks beside it, which would mean something else without it"
        place.report("T703", gaps[0].offset, f"a space in {quoted(gaps[0].shown)}", hint)


def _is_torn(text: str) -> bool:
    return _TORN.match(text) is not None and not text.startswith(("A ", "I ", "O "))


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
