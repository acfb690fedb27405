"""Checks of annotated, superior and inferior texts whose braces do not match (T712)."""

from __future__ import annotations

import re

from reader.gate import clean
from reader.model.markup import MAX_READING_CHARS, loose_braces
from reader.model.scripts import is_han, is_ideograph
from reader.source.checks.places import TextPlace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.text import Text
    from reader.source.schema.load_context import LoadContext

_ESCAPE_HINT = "write \\{ for a brace that is meant as it is"
_ESCAPED = re.compile(r"\\[\\{}]")
_SEPARATED = re.compile(r"\{[^{}|\n]{1,40}\|(?!\|)[^{}|\n]{0,40}\Z")
"""An annotated text up to the end of the text, without its last brace."""
_BEGUN = re.compile(r"\{([^{}|\s]{1,40})\|(?!\|)[a-zA-Zü\u00c0-\u01dc\u3041-\u30ff\u3105-\u312f][^{}]*(?:\{|\Z)")
"""The beginning of an annotated text and of a reading, up to the next beginning or to the end of the text."""
_FULL_WIDTH = re.compile(r"([{｛])([^{}｛｝|｜\s]{1,40})([|｜])([^{}｛｝|｜\n]{1,200})([}｝])")


def check_braces(text: Text, context: LoadContext) -> None:
    """Reports the first mark in braces that stays plain text, in each language of a text, if it seems to be meant."""
    for tag, prose in text.sides:
        if not any(brace in prose.text for brace in "{}｛"):
            continue
        place = TextPlace(text, tag, context)
        source = clean(place.source)
        if found := _full_width(source):
            fault = f"{found[0]} is no annotated text: its marks are full-width"
            place.report_in_source("T712", found.start(), fault, f"write {{{found[2]}|{found[4]}}}")
            continue
        for offset, mark in loose_braces(source):
            if fault := _fault(source, offset, mark):
                place.report_in_source("T712", offset, fault, _ESCAPE_HINT)
                break


def _full_width(source: str) -> re.Match[str] | None:
    """Returns the first text of Chinese or Japanese with a reading in other letters, in full-width marks."""
    found = (each for each in _FULL_WIDTH.finditer(source) if each[1] + each[3] + each[5] != "{|}")
    return next(
        (each for each in found if all(map(is_ideograph, each[2])) and not is_han(each[4].lstrip()[:1] or "泉")), None
    )


def _fault(source: str, offset: int, mark: str) -> str:
    """Returns the fault of a mark that stays plain text; empty for a brace that may be meant as it is."""
    if mark in ("^{", "_{"):
        return f"{mark} has no }} after it, or is around nothing"
    if mark == "{":
        begun = _BEGUN.match(source, offset)
        is_annotated = begun is not None and all(map(is_ideograph, begun[1]))
        is_annotated = is_annotated or _SEPARATED.match(source, offset) is not None
        return "an annotated text has no } after its reading" if is_annotated else ""
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
