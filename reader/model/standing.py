"""How far an article is translated: what is there in each language, and what the source has changed since."""

from __future__ import annotations

from reader.model.magazine import FreeBody
from reader.model.passage import passages
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model.magazine import Article, Issue
    from reader.model.passage import Passage

ORIGINAL, COMPLETE, PARTIAL, MISSING = "original", "complete", "partial", "missing"
"""States beside those of :data:`reader.model.magazine.RELATIONS`."""
HASH_BYTES = 4


@record
class Standing:
    """How an article stands in a language. ``stale`` are the anchors of passages that are changed since, or new."""

    language: str
    state: str
    passages: int
    """How many texts the source has; of a free body, how many this side has."""
    missing: int = 0
    """How many of them are not there in this language, and not on purpose."""
    accepted: bool = False
    """Whether it is known what the translation was made from."""
    stale: tuple[str, ...] = ()
    gone: int = 0
    """How many passages it was made from are in the source no more."""


def source_language(issue: Issue, article: Article) -> str:
    """Returns the language that the others are translations of."""
    languages = issue.languages_of(article)
    if article.original in languages:
        return article.original
    return article.body.sides[0][0] if isinstance(article.body, FreeBody) else languages[0]


def standings(issue: Issue, article: Article) -> list[Standing]:
    """Returns how an article stands in each language of its issue, its source first."""
    source = source_language(issue, article)
    accepted = dict(article.translated)
    hashes = source_hashes(issue, article)
    found = [Standing(source, ORIGINAL, len(hashes))]
    for tag in issue.languages:
        if tag == source:
            continue
        state, count, missing = _state(article, source, tag)
        if state == MISSING or tag not in accepted:
            found.append(Standing(tag, state, count, missing))
            continue
        known = accepted[tag]
        stale = tuple(anchor for anchor, hash_ in hashes if hash_ not in known)
        gone = len(set(known) - {hash_ for _, hash_ in hashes})
        found.append(Standing(tag, state, count, missing, True, stale, gone))
    return found


def source_hashes(issue: Issue, article: Article) -> list[tuple[str, str]]:
    """Returns the anchor and the hash of each passage of the source that has a text."""
    source = source_language(issue, article)
    return [(p.anchor, _hash(text)) for p in _of(article, source) if (text := p.text.plain(source))]


def accepted_now(issue: Issue, article: Article) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Returns what ``translated`` holds when every translation that is there is taken as up to date."""
    hashes = tuple(hash_ for _, hash_ in source_hashes(issue, article))
    there = [s.language for s in standings(issue, article)[1:] if s.state != MISSING]
    return tuple((tag, hashes) for tag in there) if hashes else ()


def _of(article: Article, language: str) -> Iterable[Passage]:
    return passages(article, language if isinstance(article.body, FreeBody) else "")


def _state(article: Article, source: str, tag: str) -> tuple[str, int, int]:
    """Returns the state, the number of texts, and how many of them are missing."""
    if isinstance(article.body, FreeBody):
        count = sum(1 for _ in _of(article, tag))
        return (article.relation or COMPLETE if count else MISSING), count, 0
    texts = [p.text for p in passages(article) if p.text.plain(source)]
    there = sum(bool(text.plain(tag)) for text in texts)
    missing = sum(not text.plain(tag) and not text.is_absent(tag) for text in texts)
    state = MISSING if not there else PARTIAL if missing else COMPLETE
    return state, len(texts), missing


def _hash(text: str) -> str:
    from hashlib import blake2b

    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=HASH_BYTES).hexdigest()
