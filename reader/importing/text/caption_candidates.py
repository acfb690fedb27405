"""Caption candidates: texts in both languages that may be a caption together, and a credit."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from reader.importing.credits import WOVEN_CREDIT
from reader.importing.scripts import count_han
from reader.importing.text import weights

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.importing.text.line_segments import LineSegment

_SPEAKER = re.compile(r"[A-Z]\w{0,11}: ")
_GOES_ON = re.compile(r"[,;:]\Z")
REACH_LINES = 3
"""Maximum distance in lines from one part of a caption to the next, as lines of columns may be between them."""


class CaptionCandidate:
    """Segments in each language that may be a caption, and its credit; ``score`` in nats, positive if it is likely."""

    def __init__(self, han: Sequence[LineSegment], latin: Sequence[LineSegment], score: float) -> None:
        """Takes the segments in Han characters and in Latin letters; one of them may be empty."""
        self.han, self.latin, self.score = tuple(han), tuple(latin), score
        self.credit: LineSegment | None = None
        self.rivals: tuple[CaptionCandidate, ...] = ()
        """Other candidates that the credit may belong to, hardly less likely."""

    @property
    def texts(self) -> tuple[LineSegment, ...]:
        """The segments in both languages."""
        return (*self.han, *self.latin)

    @property
    def segments(self) -> tuple[LineSegment, ...]:
        """All its segments, with that of the credit if it is another one."""
        own = (self.credit,) if self.credit and self.credit not in self.texts else ()
        return (*self.texts, *own)

    @property
    def is_sure(self) -> bool:
        """Whether it is taken out before columns are searched."""
        return self.score >= weights.CAPTION_SURE

    @property
    def han_text(self) -> str:
        """Its text in Han characters, without credits."""
        return _without_credit(" ".join(segment.text for segment in self.han))

    @property
    def latin_text(self) -> str:
        """Its text in Latin letters, without credits."""
        return _without_credit(" ".join(segment.text for segment in self.latin))

    @property
    def credit_text(self) -> str:
        """Its credits as printed, each once."""
        sides = (" ".join(segment.text for segment in side) for side in (self.han, self.latin))
        texts = (*sides, self.credit.text if self.credit else "")
        return " ".join(dict.fromkeys(found.group() for text in texts for found in WOVEN_CREDIT.finditer(text)))


class ScoredSegment(NamedTuple):
    """A segment, and the score of cutting it off the words beside it, in nats."""

    segment: LineSegment
    score: float


def _without_credit(text: str) -> str:
    return WOVEN_CREDIT.sub(" ", text).strip()


def latin_cuts(segment: LineSegment, *, prefixes: bool, suffixes: bool) -> Iterator[ScoredSegment]:
    """Yields the parts of a Latin segment that may be a caption: its beginnings, its ends, and all of it."""
    words = segment.words
    begins = words[0][:1].isupper() or words[0][:1] in "\"“'‘"
    is_full = weights.CUT_FULL_LEAST_SHARE <= segment.width_share <= weights.CUT_FULL_MOST_SHARE
    full = weights.CAPTION_CUT_FULL if is_full else 0.0
    has_heading = False
    for cut in range(2, len(words) - 1):
        first, second = segment.part(0, cut), segment.part(cut, len(words))
        is_capital = words[cut][:1].isupper()
        score = weights.CAPTION_CUT_CAPITAL if is_capital else weights.CAPTION_CUT
        follows = segment.run.language.continuation(words[cut - 1], words[cut])
        score += full - weights.CAPTION_CUT_CONTINUATION * follows
        if prefixes and begins and not _GOES_ON.search(words[cut - 1]):
            is_heading = second.is_title_case and not first.is_title_case and is_capital
            has_heading = has_heading or is_heading
            yield ScoredSegment(first, weights.CAPTION_CUT_HEADING if is_heading else score)
        if suffixes and is_capital:
            yield ScoredSegment(second, score)
    if begins:
        yield ScoredSegment(segment, weights.CAPTION_WITH_HEADING if has_heading else 0.0)


def translation_score(han_segment: LineSegment, latin: LineSegment) -> float:
    """Returns the score of two segments being translations of each other, and a caption."""
    text = _without_credit(latin.text)
    if not text or _GOES_ON.search(text):
        return weights.IMPOSSIBLE
    characters = max(1, count_han(WOVEN_CREDIT.sub(" ", han_segment.text)))
    ratio = math.log(len(text) / (weights.CAPTION_LETTERS * characters))
    deviation = ratio / weights.CAPTION_LETTERS_SPREAD
    score = weights.CAPTION_LENGTH_BEST - weights.CAPTION_LENGTH * deviation * deviation
    if text.split()[-1].lower() in latin.run.language.function_words:
        score += weights.CAPTION_ENDS_FUNCTION_WORD
    if latin.is_title_case and not latin.ends_sentence:
        score += weights.CAPTION_TITLE_CASE
    form = weights.CAPTION_COMMA if re.search("[,;]", text) else 0.0
    form += weights.CAPTION_WIDE if latin.width_share > weights.CAPTION_WIDE_SHARE else 0.0
    form += weights.CAPTION_SPEAKER if _SPEAKER.match(text) else 0.0
    score += form
    if re.search(r"[.?!]\s+[A-Z]", text):
        score += weights.CAPTION_TWO_SENTENCES
    if latin.ends_sentence and not han_segment.ends_sentence:
        score += weights.CAPTION_STOP_LATIN_ONLY
    return score
