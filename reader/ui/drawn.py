"""What of the marks is seen in an article."""

from __future__ import annotations

from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.marks.ground import Stretch


@record
class Drawn:
    """What is drawn of marks, by the anchors of an article's passages."""

    bookmarked: frozenset[str] = frozenset()
    noted: frozenset[str] = frozenset()
    highlights: Mapping[str, tuple[Stretch, ...]] | None = None
