"""Caption search: finds the segments in both languages that may be captions, before columns are searched."""

from __future__ import annotations

import math
from itertools import combinations, islice, pairwise
from operator import attrgetter

from reader.importing.text import weights
from reader.importing.text.caption_candidates import REACH_LINES, CaptionCandidate, latin_cuts, translation_score
from reader.importing.text.caption_credits import assign_credits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reader.importing.text.line_segments import LineSegment
    from reader.importing.text.text_runs import TextRun

_MOST_CUTS = 3000
"""Maximum number of ways to divide the English of captions side by side."""
_MOST_CANDIDATES = 12
"""Maximum number of candidates that are kept for a Chinese text."""


def find_captions(lines: Mapping[int, list[LineSegment]], *, is_one_language: bool) -> list[CaptionCandidate]:
    """Returns the likely captions, in both languages or with a credit, the likeliest first."""
    numbers = sorted(lines)
    found = list(_side_by_side(lines))
    for order, number in enumerate(numbers):
        here = lines[number]
        below = [lines[each] for each in numbers[order + 1 : order + 1 + REACH_LINES]]
        for segment in here:
            if segment.is_han and not segment.is_credit and (segment.may_be_caption or segment.has_credit):
                some = sorted(_pairs(here, segment, below), key=attrgetter("score"), reverse=True)
                found += some[:_MOST_CANDIDATES]
    _raise_neighbours(found)
    assign_credits(lines, found, is_one_language=is_one_language)
    likely = [candidate for candidate in found if candidate.score > weights.CAPTION_LEAST]
    return sorted(likely, key=attrgetter("score"), reverse=True)


def _pairs(
    here: Sequence[LineSegment], segment: LineSegment, below: Sequence[Sequence[LineSegment]]
) -> Iterator[CaptionCandidate]:
    """Yields a Chinese segment of a line with each English one, beside it or below, that it may be a caption with."""
    own = _own_score(here, segment)
    yield from _pairs_beside(here, segment, own)
    is_first, is_last = segment.order == 0 and len(here) > 1, segment.order == len(here) - 1 and segment.order > 0
    for down, line in enumerate(below):
        latin = [each for each in line if not each.is_han and not each.is_credit]
        alone = weights.CAPTION_ALONE_IN_LINE if len(line) == 1 else 0.0
        for index, each in enumerate(latin):
            if (is_first and index) or (is_last and index < len(latin) - 1):
                continue
            for part, cut in latin_cuts(each, prefixes=not is_last, suffixes=not is_first):
                place = own + weights.CAPTION_BELOW + weights.CAPTION_LINE_FURTHER * down
                score = place + (alone if part is each else 0.0) + cut + translation_score(segment, part)
                yield CaptionCandidate([segment], [part], score)


def _own_score(here: Sequence[LineSegment], segment: LineSegment) -> float:
    """Returns the score of a Chinese segment being a caption by itself."""
    is_only_han = all(each is segment or each.has_credit or not each.is_han for each in here)
    score = weights.CAPTION_ONLY_HAN if is_only_han else weights.CAPTION_BESIDE_HAN
    if segment.has_credit:
        return score + weights.CAPTION_HAS_CREDIT
    is_line_end = segment.ends_sentence and segment.width_share > weights.CAPTION_LINE_END_SHARE
    return score + (weights.CAPTION_LINE_END if is_line_end else 0.0)


def _pairs_beside(here: Sequence[LineSegment], segment: LineSegment, own: float) -> Iterator[CaptionCandidate]:
    """Yields a Chinese segment with the English one after it in the same line."""
    after = here[segment.order + 1 : segment.order + 3]
    if not after or after[0].is_han or after[0].is_credit:
        return
    has_credit = any(each.is_credit for each in after[1:])
    for part, cut in latin_cuts(after[0], prefixes=True, suffixes=False):
        whole = weights.CAPTION_IN_LINE if has_credit and part is after[0] else 0.0
        score = own + weights.CAPTION_BESIDE + whole + cut + translation_score(segment, part)
        yield CaptionCandidate([segment], [part], score)


def _raise_neighbours(found: Sequence[CaptionCandidate]) -> None:
    """Raises pairs of candidates that divide one run of English between them, in the order of their Chinese."""
    beginnings: dict[tuple[TextRun, int, int], list[CaptionCandidate]] = {}
    """By their run of English, its word after theirs, and the line of their Chinese."""
    for first in found:
        if first.latin and not first.latin[0].start:
            latin = first.latin[0]
            beginnings.setdefault((latin.run, latin.end, first.han[0].line), []).append(first)
    raised: list[CaptionCandidate] = []
    for second in found:
        if second.latin and second.latin[0].start and second.latin[0].end == len(second.latin[0].run.words):
            latin = second.latin[0]
            for first in beginnings.get((latin.run, latin.start, second.han[0].line), []):
                if first.han[0].order < second.han[0].order:
                    raised += [first, second]
    for candidate in {id(candidate): candidate for candidate in raised}.values():
        candidate.score += weights.CAPTION_NEIGHBOURS


def _side_by_side(lines: Mapping[int, list[LineSegment]]) -> Iterator[CaptionCandidate]:
    """Yields captions side by side: a line of short Chinese texts, and below it one of English, no more."""
    for here, below in pairwise([lines[number] for number in sorted(lines)]):
        han = [segment for segment in here if segment.is_han]
        latin = [segment for segment in below if not segment.is_han]
        if (
            1 < len(han) == len(here)
            and len(latin) == len(below) == 1
            and all(segment.may_be_caption and not segment.is_credit for segment in han)
            and latin[0].width_share < weights.CAPTIONS_WIDEST_SHARE * len(han)
            and latin[0].text[0].isupper()
            and len(latin[0].words) >= len(han)
        ):
            for segment, part in zip(han, _divided(latin[0], han), strict=True):
                yield CaptionCandidate([segment], [part], weights.CAPTION_SURE + weights.CAPTIONS_SIDE_BY_SIDE)


def _divided(latin: LineSegment, han: Sequence[LineSegment]) -> list[LineSegment]:
    """Returns the English of captions side by side, a part for each Chinese text, cut before capitals if possible."""
    size = len(latin.words)
    best: tuple[float, tuple[int, ...]] = (-math.inf, ())
    for cuts in islice(combinations(range(1, size), len(han) - 1), _MOST_CUTS):
        parts = [latin.part(start, end) for start, end in pairwise((0, *cuts, size))]
        score = sum(
            max(weights.CAPTIONS_LEAST_FIT, translation_score(segment, part))
            for segment, part in zip(han, parts, strict=True)
        )
        for cut in cuts:
            before, after = latin.words[cut - 1], latin.words[cut]
            score += weights.CAPTIONS_CUT_CAPITAL * after[:1].isupper() - latin.run.language.continuation(before, after)
        best = max(best, (score, cuts))
    return [latin.part(start, end) for start, end in pairwise((0, *best[1], size))]
