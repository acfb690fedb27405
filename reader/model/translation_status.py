"""Translation status of an article in each language: completeness, and passages changed since it was accepted."""

from __future__ import annotations

from reader.model.magazine import AcceptedTranslation, FreeBody
from reader.model.pair_language import is_translated
from reader.model.passage import passages
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal

    from reader.model.magazine import Article, Issue, Relation
    from reader.model.passage import Passage

    TranslationState = Literal["original", "complete", "partial", "missing"] | Relation
    """State of an article in a language; a side of a free body has its relation as its state."""

ORIGINAL: TranslationState = "original"
COMPLETE: TranslationState = "complete"
PARTIAL: TranslationState = "partial"
MISSING: TranslationState = "missing"
HASH_BYTES = 4
"""Size of a passage's hash: an article has few passages, and a hash is written in the issue file."""


@record
class TranslationStatus:
    """The status of an article in a language."""

    language: str
    state: TranslationState
    passages: int
    """Number of texts of the source; of a free body, of this side."""
    missing: int = 0
    """Number of them that this language lacks, and not on purpose."""
    accepted: bool = False
    """Whether the passages that the translation was made from are recorded."""
    stale: tuple[str, ...] = ()
    """Anchors of the source's passages that are new or changed since the translation was accepted."""
    gone: int = 0
    """Number of passages that the translation was made from and the source no longer has."""


def source_language(issue: Issue, article: Article) -> str:
    """Returns the tag of the language that the others are translated from."""
    languages = issue.languages_of(article)
    if article.original in languages:
        return article.original
    return article.body.sides[0][0] if isinstance(article.body, FreeBody) else languages[0]


def translation_statuses(issue: Issue, article: Article) -> list[TranslationStatus]:
    """Returns the status of an article in each language of its issue, its source first."""
    source = source_language(issue, article)
    accepted = {translation.language: translation.hashes for translation in article.translated}
    hashes = source_hashes(issue, article)
    found = [TranslationStatus(source, ORIGINAL, len(hashes))]
    for tag in issue.languages:
        if tag == source:
            continue
        state, count, missing = _state(article, source, tag)
        if state == MISSING or tag not in accepted:
            found.append(TranslationStatus(tag, state, count, missing))
            continue
        known = accepted[tag]
        stale = tuple(anchor for anchor, hash_ in hashes if hash_ not in known)
        gone = len(set(known) - {hash_ for _, hash_ in hashes})
        found.append(TranslationStatus(tag, state, count, missing, True, stale, gone))
    return found


def source_hashes(issue: Issue, article: Article) -> list[tuple[str, str]]:
    """Returns ``(anchor, hash)`` of each passage of the source that has a text."""
    source = source_language(issue, article)
    return [(p.anchor, _hash(text)) for p in _of(article, source) if (text := p.text.plain(source))]


def accepted_now(issue: Issue, article: Article) -> tuple[AcceptedTranslation, ...]:
    """Returns the value of ``translated`` for an article whose translations are all up to date."""
    hashes = tuple(hash_ for _, hash_ in source_hashes(issue, article))
    there = [s.language for s in translation_statuses(issue, article)[1:] if s.state != MISSING]
    return tuple(AcceptedTranslation(tag, hashes) for tag in there) if hashes else ()


def _of(article: Article, language: str) -> Iterable[Passage]:
    """Returns the passages of a language: those of its side, or of the one list of an aligned body."""
    return passages(article, language if isinstance(article.body, FreeBody) else "")


def _state(article: Article, source: str, tag: str) -> tuple[TranslationState, int, int]:
    """Returns the state in a language, the number of texts, and the number of missing ones."""
    if isinstance(article.body, FreeBody):
        count = sum(1 for _ in _of(article, tag))
        return (article.relation or COMPLETE if count else MISSING), count, 0
    texts = [p.text for p in passages(article) if p.text.plain(source)]
    there = sum(is_translated(text, source, tag) for text in texts)
    missing = sum(not is_translated(text, source, tag) and not text.is_absent(tag) for text in texts)
    return (MISSING if not there else PARTIAL if missing else COMPLETE), len(texts), missing


def _hash(text: str) -> str:
    """Returns the hash of a passage's text, in hexadecimal."""
    from hashlib import blake2b

    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=HASH_BYTES).hexdigest()
