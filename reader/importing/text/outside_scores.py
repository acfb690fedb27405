"""Outside scores: scores of words outside all columns, first by the caption candidates, then by a search."""

from __future__ import annotations

from reader.importing.text import weights
from reader.importing.text.fragments import CONTINUATION, HEADING_LINE, OUTSIDE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from reader.importing.text.caption_candidates import CaptionCandidate
    from reader.importing.text.fragments import Assignment, Fragment
    from reader.importing.text.line_segments import LineSegment
    from reader.importing.text.text_runs import WordSpan


def score_outside(
    candidates: Iterable[CaptionCandidate], lines: Mapping[int, Iterable[LineSegment]]
) -> dict[WordSpan, float]:
    """Returns the score, in nats, of words outside all columns, by their place."""
    scores: dict[WordSpan, float] = {}
    for candidate in candidates:
        for segment in candidate.segments:
            score = candidate.score + weights.OUTSIDE_CAPTION
            scores[segment.span] = max(scores.get(segment.span, 0.0), score)
    for here in lines.values():
        for segment in here:
            if segment.has_credit and segment.width_share < 1.0:
                scores[segment.span] = weights.OUTSIDE_CREDIT
    return scores


def sure_spans(scores: Mapping[WordSpan, float]) -> set[WordSpan]:
    """Returns the words that are taken out without a search."""
    return {span for span, score in scores.items() if score >= weights.CAPTION_SURE + weights.OUTSIDE_CAPTION}


def rescore_candidates(candidates: Iterable[CaptionCandidate], assignments: Iterable[Assignment]) -> None:
    """Scores unsure candidates again by a first search of their Chinese."""
    assignments = list(assignments)
    roles = {fragment.span: role for fragment, _, role in assignments}
    within = _within_sentences(assignments)
    for candidate in candidates:
        if candidate.is_sure:
            continue
        for segment in candidate.han:
            role = roles.get(segment.span)
            if segment.span in within:
                candidate.score += weights.CAPTION_IN_SENTENCE
            elif role == OUTSIDE:
                candidate.score += weights.CAPTION_FOUND_OUTSIDE
            if role == HEADING_LINE and any(each.is_cut for each in candidate.latin):
                candidate.score += weights.CAPTION_FOUND_HEADING


def _within_sentences(assignments: Iterable[Assignment]) -> set[WordSpan]:
    """Returns the words that continue a sentence in their column."""
    within: set[WordSpan] = set()
    last: dict[int, Fragment] = {}
    for fragment, column, role in assignments:
        if role != OUTSIDE:
            if role == CONTINUATION and column in last and not last[column].is_closed:
                within.add(fragment.span)
            last[column] = fragment
    return within


def settle_outside(
    scores: Mapping[WordSpan, float], candidates: Iterable[CaptionCandidate], outside: AbstractSet[WordSpan]
) -> dict[WordSpan, float]:
    """Returns the scores after English was searched: Chinese goes where the English of its candidate went.

    ``outside`` are the words that were found outside all columns.
    """
    settled: dict[WordSpan, float] = {}
    for candidate in candidates:
        if not candidate.latin or candidate.is_sure:
            continue
        is_outside = all(segment.span in outside for segment in candidate.latin)
        score = candidate.score + weights.OUTSIDE_WITH_LATIN if is_outside else weights.INSIDE_WITH_LATIN
        for segment in candidate.han:
            settled[segment.span] = max(settled.get(segment.span, weights.IMPOSSIBLE), score)
    unsure = {span: score for span, score in settled.items() if scores.get(span, 0.0) < weights.CAPTION_SURE}
    return {**scores, **unsure}
