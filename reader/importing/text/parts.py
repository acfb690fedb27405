"""Parts of lines that are sure: as the change of script, gutters between Chinese and credits tell."""

from __future__ import annotations

import itertools
import re

from reader.importing.credits import WOVEN_CREDIT
from reader.importing.text.pieces import Piece
from reader.importing.text.words import CHINESE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.text.pieces import Key
    from reader.importing.text.runs import Run

_NAMES = 2
"""Words of a name, before one that begins a sentence."""


class Part:
    """A piece of a line, and what it looks like."""

    def __init__(self, run: Run, start: int, end: int, width: float, order: int) -> None:
        """Takes words of a run, the width of a full line of its language, and which part of its line it is."""
        self.run, self.order = run, order
        self.start, self.end = start, end
        self.key = (run.line, run.place, run.start + start, run.start + end)
        self.line = run.line
        self.words = run.words[start:end]
        self.text = " ".join(self.words)
        self.chinese = run.language == CHINESE
        self._full = width
        self.share = run.width(start, end) / width if width else 1.0
        self.credit = bool(WOVEN_CREDIT.search(self.text))
        self.closed = bool(re.search("[。！？.?!][”’」』）\"')]*\\Z", self.text))
        self.only_credit = self.credit and not re.search(r"\w", WOVEN_CREDIT.sub("", self.text))

    def piece(self, start: int, end: int) -> Part:
        """Returns some of its words as a part."""
        return Part(self.run, self.start + start, self.start + end, self._full, self.order)

    @property
    def is_cut(self) -> bool:
        """Whether it is not all of its run."""
        return self.start > 0 or self.end < len(self.run.words)

    @property
    def titled(self) -> bool:
        """Whether it is English in title case."""
        words = [word for word in re.findall("[A-Za-z][A-Za-z'’-]*", self.text) if len(word) > 3]
        return not self.chinese and len(words) > 1 and sum(word[0].isupper() for word in words) > 0.7 * len(words)

    @property
    def headed(self) -> bool:
        """Whether it may be a heading."""
        return self.share < 0.6 and not re.search(r"[,;.，；。、：:]", self.text) and not self.text[0].islower()

    @property
    def small(self) -> bool:
        """Whether it is short enough for a caption and has nothing in it that one has not."""
        return self.share < 0.8 and not re.search(r"[,;，；、：:]\Z", self.text) and not self.text[0].islower()


def parts_of(runs: list[Run], widths: dict[str, float]) -> dict[int, list[Part]]:
    """Returns the parts of each line, left to right. ``widths`` are those of a full line in each language."""
    lines: dict[int, list[Part]] = {}
    for run in runs:
        edges = sorted({0, len(run.words), *run.gutters, *_credit_edges(run)})
        here = lines.setdefault(run.line, [])
        for start, end in itertools.pairwise(edges):
            here.append(Part(run, start, end, widths[run.language], len(here)))
    return lines


def _credit_edges(run: Run) -> set[int]:
    """Returns the words of a run between which a credit stands."""
    starts = list(itertools.accumulate((len(word) + 1 for word in run.words), initial=0))
    edges: set[int] = set()
    for found in WOVEN_CREDIT.finditer(run.text):
        end = next(index for index, start in enumerate(starts) if start > found.end())
        if run.language != CHINESE and end < len(run.words):
            end = _name_end(run.words, next(at for at, start in enumerate(starts) if start > found.start()), end)
        edges.add(end)
        if found.start() in starts:
            edges.add(starts.index(found.start()))
    return edges


def _name_end(words: list[str], start: int, end: int) -> int:
    """Returns where a name ends that words of another column may follow: before the capital of a sentence."""
    names = [index for index in range(start, end) if words[index][:1].isupper()]
    if len(names) > _NAMES and words[end][:1].islower():
        return names[_NAMES]
    return end


def taken(runs: list[Run], out: set[Key]) -> tuple[list[Run], list[Piece]]:
    """Returns the runs without the pieces with the given keys, and these pieces."""
    left: list[Run] = []
    pieces: list[Piece] = []
    for run in runs:
        spans = sorted(
            (start - run.start, end - run.start)
            for line, place, start, end in out
            if (line, place) == (run.line, run.place) and run.start <= start and end <= run.end
        )
        at = 0
        for start, end in spans:
            if start < at:
                continue
            if at < start:
                left.append(run.part(run.start + at, run.start + start))
            pieces.append(Piece(run, start, end))
            at = end
        if at < len(run.words):
            left.append(run.part(run.start + at, run.end) if at else run)
    return left, pieces
