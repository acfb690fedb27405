"""What of the marks is seen in an article. Pure."""

from __future__ import annotations

from reader.marks.mark import BOOKMARK, HIGHLIGHT, NOTE, WORD
from reader.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.marks.article_text import TextRange
    from reader.marks.mark import Mark


@record
class Drawn:
    """What is drawn of marks, by the anchors of an article's passages."""

    bookmarked: frozenset[str] = frozenset()
    noted: Mapping[str, tuple[Mark, ...]] | None = None
    """The marks with a note, notes before highlights."""
    highlights: Mapping[str, tuple[TextRange, ...]] | None = None


def drawn(found: Iterable[tuple[Mark, tuple[TextRange, ...]]], article: str) -> Drawn:
    """Returns what is drawn of marks in an article, given where each stands."""
    bookmarked = set()
    noted: dict[str, tuple[Mark, ...]] = {}
    highlights: dict[str, list[TextRange]] = {}
    for mark, stretches in found:
        here = [stretch for stretch in stretches if stretch.article == article]
        if here and mark.kind == BOOKMARK:
            bookmarked.add(here[0].anchor)
        if mark.note and mark.kind in (NOTE, HIGHLIGHT):
            for anchor in dict.fromkeys(stretch.anchor for stretch in here):
                known = noted.get(anchor, ())
                noted[anchor] = (mark, *known) if mark.kind == NOTE else (*known, mark)
        for stretch in here if mark.kind in (HIGHLIGHT, WORD) else ():
            highlights.setdefault(stretch.anchor, []).append(stretch)
    joined = {anchor: _joined(stretches) for anchor, stretches in highlights.items()}
    return Drawn(frozenset(bookmarked), noted, joined)


def _joined(stretches: list[TextRange]) -> tuple[TextRange, ...]:
    """Returns stretches of a passage with those that touch each other as one."""
    found: list[TextRange] = []
    for stretch in sorted(stretches, key=lambda stretch: (stretch.language, stretch.start)):
        if found and found[-1].language == stretch.language and stretch.start <= found[-1].end:
            found[-1] = replace(found[-1], end=max(found[-1].end, stretch.end))
        else:
            found.append(stretch)
    return tuple(found)
