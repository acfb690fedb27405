"""Ranks hits: by the field of the text, by matches of the very words, by the share of the text, by frequency."""

from __future__ import annotations

from reader.model.equivalence import fold
from reader.search.terms import READING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal

    from reader.search.hits import Hit
    from reader.search.query import Query
    from reader.search.terms import TextField

    Sort = Literal["best", "newest"]
    """The order of hits: by score, or by the date of the issue."""

SORTS: tuple[Sort, ...] = ("best", "newest")
FIELD_SCORES: dict[TextField, float] = {"title": 100.0, "caption": 80.0, "deck": 60.0, "credit": 50.0, "text": 0.0}
"""Score of the field: larger than all other scores together, so that a hit around an article precedes those in it."""
EXACT_SCORE = 20.0
"""Score of a hit all of whose matches are the very words of the query; a share of it if some are."""
WHOLE_SCORE = 10.0
"""Score of a text that is all matches; a share of it for the share of the text that is."""
FREQUENCY_SCORE = 1.0
"""Score of each match, up to :data:`MAX_FREQUENCY`."""
MAX_FREQUENCY = 5


def score(hit: Hit, query: Query) -> float:
    """Returns the score of a hit; the higher the better."""
    text = hit.text.plain(hit.language)
    wanted = {
        term.text for clause in query.clauses if not clause.negated for term in clause.terms if term.kind != READING
    }
    exact = sum(fold(text[start:end]) in wanted for start, end in hit.spans) / max(1, len(hit.spans))
    covered = sum(end - start for start, end in hit.spans) / max(1, len(text))
    frequency = min(MAX_FREQUENCY, len(hit.spans)) * FREQUENCY_SCORE
    return FIELD_SCORES[hit.field] + EXACT_SCORE * exact + WHOLE_SCORE * covered + frequency


def best_first(hits: Iterable[Hit], query: Query) -> list[Hit]:
    """Returns the hits by score, and hits of one score by date, the newest first."""
    return sorted(newest_first(hits), key=lambda hit: -score(hit, query))


def newest_first(hits: Iterable[Hit]) -> list[Hit]:
    """Returns the hits of the newest issue first; hits of one date keep their order."""
    return sorted(hits, key=lambda hit: hit.issue.date, reverse=True)


def grouped(hits: Iterable[Hit]) -> list[Hit]:
    """Returns the hits by issue and article, both in the order of their first hit."""
    issues: dict[str, dict[str, list[Hit]]] = {}
    for hit in hits:
        issues.setdefault(hit.issue.id, {}).setdefault(hit.article.id, []).append(hit)
    return [hit for articles in issues.values() for found in articles.values() for hit in found]
