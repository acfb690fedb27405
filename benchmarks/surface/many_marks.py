"""Many marks in a reader's file: one highlighted word in each of the first paragraphs of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from magazines import pairs

from reader.marks.mark import FILE_NAME, HIGHLIGHT, Mark, TextQuote
from reader.marks.store import MarkStore

if TYPE_CHECKING:
    from pathlib import Path

ISSUE = "issue-0001"
WORD_CHARS = 6


def keep_marks(home: Path, number: int, count: int) -> None:
    """Writes marks into the file of a home: in every second paragraph that an article has, or could have."""
    texts = [left for left, _ in pairs(number, 2 * count)][::2]
    folder = home / "data" / "bilingual-magazine-reader"
    folder.mkdir(parents=True)
    marks = []
    for k, text in enumerate(texts):
        quote = TextQuote(f"p{2 * k + 1}", "zh-Hans", text[:WORD_CHARS], "", text[WORD_CHARS : 2 * WORD_CHARS])
        marks.append(Mark(f"mark-{k}", HIGHLIGHT, ISSUE, f"a{number:05d}", k + 1, k + 1, quotations=(quote,)))
    assert MarkStore(str(folder / FILE_NAME)).put(marks) == count
