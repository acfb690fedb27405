"""Fragments: the words that one column, or a caption, has in one line."""

from __future__ import annotations

from typing import NamedTuple

from reader.importing.text.widths import SPACE_EM, width_em
from reader.model.scripts import CLOSERS_HAN, CLOSERS_LATIN, ELLIPSIS, SENTENCE_ENDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from typing import Literal

    from reader.importing.text.text_runs import TextRun, WordSpan

    FragmentRole = Literal["continuation", "beginning", "heading", "outside"]
    """A line that continues a paragraph or begins one, a heading, or words outside all columns."""

CONTINUATION: FragmentRole = "continuation"
BEGINNING: FragmentRole = "beginning"
HEADING_LINE: FragmentRole = "heading"
OUTSIDE: FragmentRole = "outside"
NO_COLUMN = -1
"""Number of the column of fragments outside all columns."""
_CLOSERS = CLOSERS_HAN + CLOSERS_LATIN
_PARAGRAPH_ENDS = frozenset(SENTENCE_ENDS + ELLIPSIS + "；：:")
"""Marks with which a paragraph may end: before a quotation or a list it may be a colon."""
_HAN_EM = 1.0


class Fragment:
    """The words that one column, or a caption, has in one line."""

    __slots__ = (
        "drop_cap_em",
        "first",
        "first_em",
        "is_closed",
        "is_han",
        "language",
        "last",
        "line",
        "span",
        "text",
        "width_em",
    )

    def __init__(self, run: TextRun, start: int, end: int) -> None:
        """Takes ``run.words[start:end]``."""
        words = run.words[start:end]
        self.line = run.line
        self.span: WordSpan = run.span(start, end)
        self.text = " ".join(words)
        self.width_em = run.width_em(start, end)
        self.drop_cap_em = run.drop_cap_em if start == 0 else 0.0
        self.language = run.language
        self.is_han = run.is_han
        self.first, self.last = words[0], words[-1]
        self.is_closed = is_closed(self.text)
        """Whether a paragraph may end after it."""
        self.first_em = _HAN_EM if self.is_han else SPACE_EM + width_em(self.first.split("-")[0], False)
        """Width of the first word, or of its part before a hyphen, with the blank before it."""

    def continuation_score(self, before: Fragment) -> float:
        """Returns the score, in nats, of this following another fragment."""
        return self.language.continuation(before.last, self.first)


class Assignment(NamedTuple):
    """A fragment in its column."""

    fragment: Fragment
    column: int
    """Number of the column in its language, from the left; :data:`NO_COLUMN` outside all columns."""
    role: FragmentRole


def is_closed(text: str) -> bool:
    """Whether a text ends as a paragraph may."""
    bare = text.rstrip(_CLOSERS) or text
    return bare[-1] in _PARAGRAPH_ENDS


class TakenWords(NamedTuple):
    """Runs without some of their words, and these words."""

    left: list[TextRun]
    fragments: list[Fragment]


def take_words(runs: Sequence[TextRun], spans: Collection[WordSpan]) -> TakenWords:
    """Takes words out of runs; of spans that overlap the first one is taken."""
    left: list[TextRun] = []
    fragments: list[Fragment] = []
    for run in runs:
        own = sorted(
            (span.start - run.start, span.end - run.start)
            for span in spans
            if span[:2] == (run.line, run.number) and run.start <= span.start and span.end <= run.end
        )
        at = 0
        for start, end in own:
            if start < at:
                continue
            if at < start:
                left.append(run.part(run.start + at, run.start + start))
            fragments.append(Fragment(run, start, end))
            at = end
        if at < len(run.words):
            left.append(run.part(run.start + at, run.end) if at else run)
    return TakenWords(left, fragments)
