"""The texts that translations were made from, found in earlier versions of the issue file by their hashes."""

from __future__ import annotations

from reader.model.translatable import source_texts
from reader.model.translation_status import source_language, text_hash
from reader.source.git_versions import earlier_versions
from reader.source.loading import load_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from reader.model.magazine import Issue

    HashInArticle = tuple[str, str]
    """The id of an article, and the hash of one of its texts."""

MAX_TOTAL_BYTES = 64_000_000
"""Size of all versions that are compared, the newest ones."""
MAX_LOADED = 12
"""Number of versions that are loaded: most texts are in the one that recorded their hash."""


def past_texts(path: str, wanted: Collection[HashInArticle]) -> dict[HashInArticle, str]:
    """Returns the texts with some hashes in earlier versions of an issue file, where git has them.

    Looked at are the version that first recorded a hash, the one before it, and the newest two.
    """
    versions = list(_versions(path)) if wanted else []
    left = set(wanted)
    found: dict[HashInArticle, str] = {}
    for at in _likely(versions, sorted({hash_ for _, hash_ in wanted}))[:MAX_LOADED]:
        if not left:
            break
        issue = load_text(versions[at].decode("utf-8-sig", "replace"), path, checked=False).issue
        for key, text in _texts(issue, {article for article, _ in left}) if issue else ():
            if key in left:
                found[key] = text
                left.discard(key)
    return found


def _versions(path: str) -> Iterator[bytes]:
    total = 0
    for version in earlier_versions(path):
        total += len(version)
        if total > MAX_TOTAL_BYTES:
            return
        yield version


def _likely(versions: Sequence[bytes], hashes: Iterable[str]) -> list[int]:
    """Returns the places of the versions that may have the texts with some hashes, the likeliest first."""
    first: dict[int, None] = {}
    before: dict[int, None] = {}
    for hash_ in hashes:
        own = [at for at, version in enumerate(versions) if hash_.encode() in version]
        if own:
            first[own[-1]] = None
            before[own[-1] + 1] = None
    places = [*first, *before, 0, 1]
    return [at for at in dict.fromkeys(places) if at < len(versions)]


def _texts(issue: Issue, articles: Collection[str]) -> Iterator[tuple[HashInArticle, str]]:
    for _, article in issue.articles():
        if article.id in articles:
            source = source_language(issue, article)
            for text in source_texts(article, source):
                yield (article.id, text_hash(text, source)), text.words(source)
