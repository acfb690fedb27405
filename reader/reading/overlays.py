"""Overlays of an article's text: marks, the selection, terms of the glossary. Pure."""

from __future__ import annotations

from reader.marks.mark import BOOKMARK, HIGHLIGHT, NOTE, WORD
from reader.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.marks.article_text import TextRange
    from reader.marks.mark import Mark
    from reader.model.terms import Terms
    from reader.reading.selection import Selection


@record
class FoundMark:
    """A mark, and its stretches in the issue as it is now; none if its text is lost."""

    mark: Mark
    stretches: tuple[TextRange, ...]


@record
class MarkOverlay:
    """The visible marks of an article, by the anchors of its passages."""

    bookmarked: frozenset[str] = frozenset()
    """Anchors of the passages with a bookmark."""
    noted: Mapping[str, tuple[Mark, ...]] | None = None
    """Marks with a note, notes before highlights."""
    highlights: Mapping[str, tuple[TextRange, ...]] | None = None
    """Highlights and words, without overlap."""


@record
class Overlays:
    """Everything that is drawn over an article's own text."""

    marks: MarkOverlay = MarkOverlay()
    selection: Selection | None = None
    sentence: TextRange | None = None
    """A sentence that goes with the selected word, or that is being read aloud; a passage of a recording.

    Its language is empty where a recording is for all of them."""
    terms: Terms | None = None
    """Glossary, whose terms are marked where they occur."""


def mark_overlay(found: Iterable[FoundMark], article: str) -> MarkOverlay:
    """Returns the visible marks of an article."""
    bookmarked = set()
    noted: dict[str, tuple[Mark, ...]] = {}
    highlights: dict[str, list[TextRange]] = {}
    for each in found:
        mark, here = each.mark, [stretch for stretch in each.stretches if stretch.article == article]
        if here and mark.kind == BOOKMARK:
            bookmarked.add(here[0].anchor)
        if mark.note and mark.kind in (NOTE, HIGHLIGHT):
            for anchor in dict.fromkeys(stretch.anchor for stretch in here):
                known = noted.get(anchor, ())
                noted[anchor] = (mark, *known) if mark.kind == NOTE else (*known, mark)
        for stretch in here if mark.kind in (HIGHLIGHT, WORD) else ():
            highlights.setdefault(stretch.anchor, []).append(stretch)
    joined = {anchor: _joined(stretches) for anchor, stretches in highlights.items()}
    return MarkOverlay(frozenset(bookmarked), noted, joined)


def _joined(stretches: list[TextRange]) -> tuple[TextRange, ...]:
    """Returns stretches of a passage in order, those that touch each other joined."""
    found: list[TextRange] = []
    for stretch in sorted(stretches, key=lambda stretch: (stretch.language, stretch.start)):
        if found and found[-1].language == stretch.language and stretch.start <= found[-1].end:
            found[-1] = replace(found[-1], end=max(found[-1].end, stretch.end))
        else:
            found.append(stretch)
    return tuple(found)
