"""What of the marks is seen in an article. Pure."""

from __future__ import annotations

from reader.marks.mark import BOOKMARK, HIGHLIGHT, WORD
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.marks.ground import Stretch
    from reader.marks.mark import Mark


@record
class Drawn:
    """What is drawn of marks, by the anchors of an article's passages."""

    bookmarked: frozenset[str] = frozenset()
    noted: frozenset[str] = frozenset()
    highlights: Mapping[str, tuple[Stretch, ...]] | None = None


def drawn(found: Iterable[tuple[Mark, tuple[Stretch, ...]]], article: str) -> Drawn:
    """Returns what is drawn of marks in an article, given where each stands."""
    bookmarked, noted = set(), set()
    highlights: dict[str, tuple[Stretch, ...]] = {}
    for mark, stretches in found:
        here = [stretch for stretch in stretches if stretch.article == article]
        if here and mark.kind == BOOKMARK:
            bookmarked.add(here[0].anchor)
        if here and mark.note and mark.kind != WORD:
            noted.add(here[0].anchor)
        for stretch in here if mark.kind in (HIGHLIGHT, WORD) else ():
            highlights[stretch.anchor] = (*highlights.get(stretch.anchor, ()), stretch)
    return Drawn(frozenset(bookmarked), frozenset(noted), highlights)
