"""Checks of annotated, superior and inferior texts whose braces do not match (T712)."""

from __future__ import annotations

import re

from reader.gate import clean
from reader.model.markup import MAX_READING_CHARS, loose_braces
from reader.source.checks.places import TextPlace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.text import Text
    from reader.source.schema.load_context import LoadContext

_ESCAPE_HINT = "write \\{ for a brace that is meant as it is"
_ESCAPED = re.compile(r"\\[\\{}]")
_SEPARATED = re.compile(r"\{[^{}|\n]{1,40}\|(?!\|)[^{}|\n]{0,40}\Z")
"""An annotated text up to the end of the text, without its last brace."""


def check_braces(text: Text, context: LoadContext) -> None:
    """Reports the first mark in braces that stays plain text, in each language of a text, if it seems to be meant."""
    for tag, prose in text.sides:
        if "{" not in prose.text and "}" not in prose.text:
            continue
        place = TextPlace(text, tag, context)
        source = clean(place.source)
        for offset, mark in loose_braces(source):
            if fault := _fault(source, offset, mark):
                place.report_in_source("T712", offset, fault, _ESCAPE_HINT)
                break


def _fault(source: str, offset: int, mark: str) -> str:
    """Returns the fault of a mark that stays plain text; empty for a brace that may be meant as it is."""
    if mark in ("^{", "_{"):
        return f"{mark} has no }} after it, or is around nothing"
    if mark == "{":
        return "an annotated text has no } after its reading" if _SEPARATED.match(source, offset) else ""
    before = _ESCAPED.sub("", source[:offset])
    if before.count("{") <= before.count("}"):
        return ""
    length = len(mark) - 2
    if length > MAX_READING_CHARS:
        return f"a reading has at most {MAX_READING_CHARS} characters; this has {length:,}"
    if not mark[1:-1].strip():
        return "an annotated text has no reading"
    if before.rstrip().endswith("{"):
        return "a reading has no text before it"
    return "an annotated text is inside another one"
