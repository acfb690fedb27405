"""Which hit is the better one: by what it stands in, whether it has the very words, how often, and what else."""

from __future__ import annotations

from reader.search.folding import fold
from reader.search.query import READING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.search.hits import Hit
    from reader.search.query import Query

FIELD_SCORES = {"title": 100.0, "caption": 80.0, "deck": 60.0, "credit": 50.0, "text": 0.0}
"""A hit around an article's own words goes before any in them."""
EXACT_SCORE = 20.0
WHOLE_SCORE = 10.0
OFTEN_SCORE = 1.0
MAX_OFTEN = 5


def score(hit: Hit, query: Query) -> float:
    """Returns how good a hit is; the better one has more."""
    text = fold(hit.text.plain(hit.language))
    wanted = {
        term.text for clause in query.clauses if not clause.negated for term in clause.terms if term.kind != READING
    }
    exact = sum(text[start:end] in wanted for start, end in hit.spans) / max(1, len(hit.spans))
    covered = sum(end - start for start, end in hit.spans) / max(1, len(text))
    often = min(MAX_OFTEN, len(hit.spans)) * OFTEN_SCORE
    return FIELD_SCORES[hit.field] + EXACT_SCORE * exact + WHOLE_SCORE * covered + often


def best_first(hits: Iterable[Hit], query: Query) -> list[Hit]:
    """Returns the hits, the best first; of equals the newest."""
    return sorted(newest_first(hits), key=lambda hit: -score(hit, query))


def newest_first(hits: Iterable[Hit]) -> list[Hit]:
    """Returns the hits, those of the newest issue first; inside an issue they stay in order."""
    return sorted(hits, key=lambda hit: hit.issue.date, reverse=True)


def grouped(hits: Iterable[Hit]) -> list[Hit]:
    """Returns the hits by issue and article, in the order of the best hit of each."""
    issues: dict[str, dict[str, list[Hit]]] = {}
    for hit in hits:
        issues.setdefault(hit.issue.id, {}).setdefault(hit.article.id, []).append(hit)
    return [hit for articles in issues.values() for found in articles.values() for hit in found]
