"""The authors of quotations: a line with a dash under the quoted words."""

from __future__ import annotations

import re

from reader.importing.documents.document import NO_PROSE
from reader.model.record import replace
from reader.model.text import Prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.importing.documents.document import SourceUnit

MAX_AUTHOR_CHARS = 60
_AUTHOR = re.compile(r"(?:——|[—–―]|--)\s*(?=[^\s\d])")
_LAST_LINE = re.compile(r"\n(?=(?:——|[—–―]|--)\s*[^\s\d][^\n]*\Z)")


def with_authors(units: Iterable[SourceUnit]) -> list[SourceUnit]:
    """Returns units; the author under a quotation, after a dash, belongs to the quoted words before."""
    found: list[SourceUnit] = []
    for unit in units:
        if unit.kind != "quotation" or unit.by.text:
            found.append(unit)
            continue
        last = found[-1] if found else None
        is_under = last and last.kind == "quotation" and last.group == unit.group and not last.by.text
        if last and is_under and (author := _author(unit.text.text)).text:
            found[-1] = replace(last, by=author)
            continue
        end = _LAST_LINE.search(unit.text.text)
        if end and (author := _author(unit.text.text[end.end() :])).text:
            words = Prose(unit.text.text[: end.start()].rstrip(), unit.text.spans)
            if all(span.end <= len(words.text) for span in words.spans):
                unit = replace(unit, text=words, by=author)
        found.append(unit)
    return found


def _author(text: str) -> Prose:
    """Returns the name in a line with a dash before it; empty if it is none."""
    start = _AUTHOR.match(text)
    is_name = start and len(text) <= MAX_AUTHOR_CHARS and not re.search(r"[。！？!?]\s*\Z|\.\s*\Z", text)
    return Prose(text[start.end() :].strip()) if start and is_name else NO_PROSE
