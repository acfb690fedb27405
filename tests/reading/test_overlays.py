"""The marks that are drawn over an article."""

from __future__ import annotations

from reader.marks.article_text import TextRange
from reader.marks.mark import HIGHLIGHT, new_mark
from reader.reading.overlays import FoundMark, mark_overlay


def test_highlights_that_touch_each_other_are_drawn_as_one() -> None:
    def found(*spans: tuple[str, int, int]) -> list[FoundMark]:
        stretches = tuple(TextRange("a", "p1", language, start, end) for language, start, end in spans)
        return [FoundMark(new_mark(HIGHLIGHT, "issue", "a", ()), (stretch,)) for stretch in stretches]

    shown = mark_overlay(found(("en", 3, 9), ("zh", 0, 4), ("en", 0, 3), ("en", 20, 30), ("en", 5, 12)), "a")
    assert shown.highlights == {
        "p1": (TextRange("a", "p1", "en", 0, 12), TextRange("a", "p1", "en", 20, 30), TextRange("a", "p1", "zh", 0, 4))
    }
    assert mark_overlay(found(("en", 0, 1)), "another").highlights == {}
