"""The place in the open article: where it is opened, and when the place is to be written as a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.marks.mark import edited
from reader.model.record import record

if TYPE_CHECKING:
    from reader.layout.column import Locus
    from reader.marks.mark import Mark
    from reader.reading.memory import Memory
    from reader.reading.opened import OpenArticle
    from reader.reading.versions import Version
    from reader.reading.window import Window


@record
class Start:
    """The locus or the anchor at which an article is opened, and the anchor of its current passage there."""

    at: Locus | str | None = None
    """None for the beginning."""
    current: str = ""
    """Empty for the passage at the top."""


class LastPlace:
    """The place in the open article as it was written last."""

    def __init__(self, memory: Memory, opened: OpenArticle) -> None:
        """Reads the place from the file of marks."""
        self._memory = memory
        self._mark = memory.place(opened.issue.id, opened.article.id)
        self._is_visited = False  # written since the article was opened

    def start(self, opened: OpenArticle) -> Start:
        """Returns where the article was left in an earlier run of the program."""
        if self._mark is None or not self._mark.quotations:
            return Start()
        from reader.reading.positions import locus_of  # not for an article that is opened for the first time

        whereabouts = self._memory.whereabouts(opened.issue)
        found = [stretch for stretch in whereabouts.of(self._mark) if stretch.article == opened.article.id]
        if not found:
            return Start(self._mark.quotations[0].anchor)
        return Start(locus_of(found[0], opened.article, opened.languages), found[-1].anchor)

    def start_in(self, version: Version, opened: OpenArticle, window: Window) -> Start:
        """Returns the place of a window in another version of its article."""
        from reader.reading.positions import locus_of, place

        kept, mark = window.kept, place(opened.issue, opened.article, window, None)
        article = version.article
        found = [s for s in self._memory.whereabouts(version.issue).of(mark) if s.article == article.id]
        if kept is None or not found or found[0].anchor == kept.anchor:
            return Start(kept)
        return Start(locus_of(found[0], article, opened.languages), found[-1].anchor)

    def unsaved(self, opened: OpenArticle, window: Window) -> Mark | None:
        """Returns the place of a window as a mark to write; None if it was written before.

        The place is written once for each visit, even if it did not change.
        """
        from reader.reading.positions import place

        now = place(opened.issue, opened.article, window, self._mark)
        if now == self._mark and self._is_visited:
            return None
        self._mark, self._is_visited = edited(now), True
        return self._mark
