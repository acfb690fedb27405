"""Line segments: the parts of lines between sure edges: changes of script, gutters, credits."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise

from reader.importing.credits import WOVEN_CREDIT
from reader.importing.text import weights
from reader.model.scripts import SENTENCE_ENDS, ends_sentence, is_title_case

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.importing.scripts import Script
    from reader.importing.text.text_runs import TextRun

_NAME_CAPITALS = 2
"""Maximum number of capitals of a name; a third one before words in lower case begins a sentence."""
_HEADING_MOST_SHARE = 0.6
"""Maximum width of a sidebar's heading as a share of a full line."""
_TITLE_CASE_WORDS = 2
"""Minimum number of longer words of a text in title case."""


class LineSegment:
    """Words of a run between sure edges, or some of these."""

    def __init__(self, run: TextRun, start: int, end: int, full_width_em: float, order: int) -> None:
        """Takes ``run.words[start:end]``, the width of a full line of its language, and its place in its line."""
        self.run, self.order = run, order
        self.start, self.end = start, end
        self.span = run.span(start, end)
        self.line = run.line
        self.is_han = run.is_han
        self.words = run.words[start:end]
        self.text = " ".join(self.words)
        self._full_width_em = full_width_em
        self.width_share = run.width_em(start, end) / full_width_em if full_width_em else 1.0
        """Its width as a share of a full line."""
        self.has_credit = bool(WOVEN_CREDIT.search(self.text))
        self.is_credit = self.has_credit and not re.search(r"\w", WOVEN_CREDIT.sub("", self.text))
        """Whether it is nothing but a credit."""
        self.ends_sentence = ends_sentence(self.text, SENTENCE_ENDS)

    def part(self, start: int, end: int) -> LineSegment:
        """Returns some of its words as a segment."""
        return LineSegment(self.run, self.start + start, self.start + end, self._full_width_em, self.order)

    @property
    def is_cut(self) -> bool:
        """Whether it is not all of its run."""
        return self.start > 0 or self.end < len(self.run.words)

    @property
    def is_title_case(self) -> bool:
        """Whether it is in Latin letters and in title case."""
        return not self.is_han and is_title_case(self.text, _TITLE_CASE_WORDS)

    @property
    def may_be_heading(self) -> bool:
        """Whether it is short enough for a heading, begins with no small letter, and has no punctuation."""
        has_marks = re.search(r"[,;.，；。、：:]", self.text)
        return self.width_share < _HEADING_MOST_SHARE and not has_marks and not self.text[0].islower()

    @property
    def may_be_caption(self) -> bool:
        """Whether it is short enough for a caption, begins with no small letter, and does not end with a pause."""
        goes_on = re.search(r"[,;，；、：:]\Z", self.text)
        return self.width_share < weights.CAPTION_MOST_SHARE and not goes_on and not self.text[0].islower()


def segment_lines(runs: Sequence[TextRun], full_widths_em: Mapping[Script, float]) -> dict[int, list[LineSegment]]:
    """Returns the segments of each line by its number, from left to right."""
    lines: dict[int, list[LineSegment]] = {}
    for run in runs:
        here = lines.setdefault(run.line, [])
        for start, end in pairwise(sorted({0, len(run.words), *run.gutters, *_credit_edges(run)})):
            here.append(LineSegment(run, start, end, full_widths_em[run.language.script], len(here)))
    return lines


def _credit_edges(run: TextRun) -> set[int]:
    """Returns the indices of the words at which a credit begins, or after which it ends."""
    starts = list(accumulate((len(word) + 1 for word in run.words), initial=0))
    edges: set[int] = set()
    for found in WOVEN_CREDIT.finditer(run.text):
        end = next(index for index, start in enumerate(starts) if start > found.end())
        if not run.is_han and end < len(run.words):
            end = _name_end(run.words, next(at for at, start in enumerate(starts) if start > found.start()), end)
        edges.add(end)
        if found.start() in starts:
            edges.add(starts.index(found.start()))
    return edges


def _name_end(words: Sequence[str], start: int, end: int) -> int:
    """Returns where a name ends that words of another column may follow: before the capital of a sentence."""
    capitals = [index for index in range(start, end) if words[index][:1].isupper()]
    if len(capitals) > _NAME_CAPITALS and words[end][:1].islower():
        return capitals[_NAME_CAPITALS]
    return end
