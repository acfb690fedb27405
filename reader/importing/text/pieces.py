"""What one column, or a caption, has in one line."""

from __future__ import annotations

from reader.importing.text import following
from reader.importing.text.runs import width_em
from reader.importing.text.words import CHINESE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.text.runs import Run

Key = tuple[int, int, int, int]
"""A line, a place of a run in it, and the words between which a piece stands."""
BODY, FIRST, HEAD, OUT = "body", "first", "head", "out"
"""What a piece is: a line that goes on a paragraph or begins one, a heading, or in no column."""
_CLOSERS = "”’」』）)\"'》"
_TERMINAL = frozenset("。！？…；.?!:：")


class Piece:
    """What one column, or a caption, has in one line."""

    __slots__ = (
        "chinese",
        "closed",
        "first",
        "head_em",
        "key",
        "language",
        "last",
        "line",
        "narrow",
        "text",
        "width",
    )

    def __init__(self, run: Run, start: int, end: int) -> None:
        self.line = run.line
        self.key: Key = (run.line, run.place, run.start + start, run.start + end)
        words = run.words[start:end]
        self.text = " ".join(words)
        self.width = run.width(start, end)
        self.narrow = run.narrow if start == 0 else 0.0
        self.language = run.language
        self.chinese = run.language == CHINESE
        self.first = words[0]
        self.last = words[-1]
        self.closed = is_closed(self.text)
        self.head_em = 1.0 if self.chinese else 0.25 + width_em(self.first.split("-")[0], False)
        """The width of the least that would have had to fit on the line before."""

    def follows(self, before: Piece) -> float:
        """Returns how likely this goes on what ``before`` began."""
        if self.chinese:
            return following.chinese(before.text[-1], self.text[0])
        return following.english(before.last, self.first)


def is_closed(text: str) -> bool:
    """Whether a text ends as a paragraph may."""
    bare = text.rstrip(_CLOSERS) or text
    return bare[-1] in _TERMINAL
