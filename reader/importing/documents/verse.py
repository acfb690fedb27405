"""Verse: lines that keep their ends, as one unit or as one for each language."""

from __future__ import annotations

from reader.importing.documents.document import SourceUnit
from reader.importing.documents.languages import side_of
from reader.model.record import replace
from reader.model.text import Prose, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def verse_of(lines: Sequence[Prose | None], tag: str) -> list[SourceUnit]:
    """Returns lines as verse; None parts stanzas. Lines in two languages make a unit for each of them."""
    by_side: dict[str, list[Prose | None]] = {}
    last = ""
    for line in lines:
        last = (side_of(line.text) or last) if line else last
        for each in by_side if line is None else (last,):
            by_side.setdefault(each, []).append(line)
    return [SourceUnit("verse", prose, tag) for own in by_side.values() if (prose := _stacked(own)).text]


def _stacked(lines: Sequence[Prose | None]) -> Prose:
    """Returns lines below each other, with one empty line between stanzas."""
    text = ""
    spans: list[Span] = []
    is_stanza_over = False
    for line in lines:
        if line is None:
            is_stanza_over = bool(text)
            continue
        text += ("\n\n" if is_stanza_over else "\n") if text else ""
        is_stanza_over = False
        spans += [replace(span, start=span.start + len(text), end=span.end + len(text)) for span in line.spans]
        text += line.text
    return Prose(text, tuple(spans))
