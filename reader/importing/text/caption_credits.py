"""Caption credits: assigns each credit to a caption that it is in, after or below."""

from __future__ import annotations

from operator import attrgetter
from typing import NamedTuple

from reader.importing.scripts import count_han
from reader.importing.text import weights
from reader.importing.text.caption_candidates import REACH_LINES, CaptionCandidate, ScoredSegment, latin_cuts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reader.importing.text.line_segments import LineSegment
    from reader.importing.text.text_runs import WordSpan

_LINES_ABOVE = 2
"""Lines above a credit in which its caption may be, if it is in one language."""
_FAR = 9.0
"""Distance of a credit before or above a caption, too far to belong to it."""
_MOST_ACROSS = 3
"""Maximum number of segments across a line that count."""


class _CreditOption(NamedTuple):
    """A credit that may belong to a candidate, and the score of both."""

    score: float
    candidate: CaptionCandidate
    credit: LineSegment


def assign_credits(
    lines: Mapping[int, list[LineSegment]], found: list[CaptionCandidate], *, is_one_language: bool
) -> None:
    """Gives each credit to one candidate, the likeliest of all first; adds captions in one language by their credit."""
    numbers = sorted(lines)
    orders = {number: order for order, number in enumerate(numbers)}
    credits_ = [segment for number in numbers for segment in lines[number] if segment.has_credit]
    options = [
        option
        for credit in credits_
        for candidate in found
        if (option := _option(candidate, credit, orders)).score > weights.CREDIT_LEAST
    ]
    given: set[WordSpan] = set()
    taken: set[WordSpan] = set()
    for option in sorted(options, key=attrgetter("score"), reverse=True):
        score, candidate, credit = option
        if credit.span not in given and taken.isdisjoint(segment.span for segment in candidate.segments):
            candidate.credit = credit
            candidate.score = max(score, weights.CAPTION_SURE + weights.CREDIT_CERTAINTY)
            candidate.rivals = tuple(_rivals(option, options))
            given.add(credit.span)
            taken |= {segment.span for segment in candidate.segments}
    for credit in credits_:
        if credit.span in given or not (is_one_language or not credit.is_credit):
            continue
        single = _single(lines, numbers, orders[credit.line], credit)
        if single and single.segments[0].span not in taken:
            single.credit, single.score = credit, weights.CAPTION_SURE + weights.CREDIT_CERTAINTY
            found.append(single)
            taken |= {segment.span for segment in single.segments}


def _option(candidate: CaptionCandidate, credit: LineSegment, orders: Mapping[int, int]) -> _CreditOption:
    return _CreditOption(candidate.score + _near_score(candidate, credit, orders), candidate, credit)


def _rivals(chosen: _CreditOption, options: Sequence[_CreditOption]) -> Iterator[CaptionCandidate]:
    """Yields the other candidates to which a credit may belong, hardly less likely."""
    own = {segment.span for segment in chosen.candidate.texts}
    for score, candidate, credit in options:
        is_close = credit is chosen.credit and score > chosen.score - weights.CREDIT_RIVAL
        if is_close and own.isdisjoint(segment.span for segment in candidate.texts):
            yield candidate


def _near_score(candidate: CaptionCandidate, credit: LineSegment, orders: Mapping[int, int]) -> float:
    """Returns the score of a credit belonging to a candidate by its place."""
    if credit in candidate.segments:
        return weights.CREDIT_INSIDE
    if not credit.is_credit:  # it is in a caption's own words
        return weights.IMPOSSIBLE
    nearest = min(_distance(candidate, segment, credit, orders) for segment in candidate.segments)
    if nearest > REACH_LINES:
        return weights.IMPOSSIBLE
    return weights.CREDIT_NEAR - weights.CREDIT_DISTANCE * nearest


def _distance(
    candidate: CaptionCandidate, segment: LineSegment, credit: LineSegment, orders: Mapping[int, int]
) -> float:
    """Returns the distance in lines from a segment of a candidate to a credit."""
    if segment.line == credit.line:
        if segment.order + 1 == credit.order:
            return weights.CREDIT_DISTANCE_BESIDE
        return _FAR if segment.order > credit.order else weights.CREDIT_DISTANCE_IN_LINE
    down = orders[credit.line] - orders[segment.line]
    if down <= 0:
        return _FAR
    across = min(_MOST_ACROSS, abs(candidate.texts[0].order - credit.order))
    return down + weights.CREDIT_DISTANCE_ACROSS * across


def _single(
    lines: Mapping[int, list[LineSegment]], numbers: Sequence[int], order: int, credit: LineSegment
) -> CaptionCandidate | None:
    """Returns the caption in one language that a credit may belong to: a text before or above it."""
    if not credit.is_credit:
        return _in_one_language(credit)
    here = lines[credit.line]
    options: list[ScoredSegment] = []
    for up, number in enumerate(numbers[max(0, order - _LINES_ABOVE) : order + 1][::-1]):
        for segment in lines[number]:
            if segment.is_credit or (not up and segment.order + 1 != credit.order):
                continue
            cuts = [ScoredSegment(segment, 0.0)]
            if not segment.is_han:  # where a column is at the right of the credit, one is at the right of the caption
                cuts = list(latin_cuts(segment, prefixes=len(here) > credit.order + 1, suffixes=credit.order > 0))
            options += [
                ScoredSegment(part, cut - up + _single_score(part)) for part, cut in cuts if part.may_be_caption
            ]
    best = max(options, key=attrgetter("score"), default=None)
    if not best or best.score < weights.SINGLE_LEAST:
        return None
    return _in_one_language(best.segment)


def _in_one_language(segment: LineSegment) -> CaptionCandidate:
    return CaptionCandidate([segment], [], 0.0) if segment.is_han else CaptionCandidate([], [segment], 0.0)


def _single_score(segment: LineSegment) -> float:
    """Returns the score of a text in one language being a caption, by its length and the word after it."""
    length = count_han(segment.text) if segment.is_han else len(segment.words)
    score = weights.SINGLE_LENGTH * abs(length - weights.SINGLE_USUAL_LENGTH)
    if segment.text.split()[-1].lower() in segment.run.language.function_words:
        score += weights.SINGLE_ENDS_FUNCTION_WORD
    if not segment.is_han and segment.end < len(segment.run.words):
        after = segment.run.words[segment.end]
        score -= weights.SINGLE_CONTINUATION * segment.run.language.continuation(segment.words[-1], after)
    return score + (weights.SINGLE_TITLE_CASE if segment.is_title_case else 0.0)
