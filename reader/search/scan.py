"""The plain scan: every text of every issue is looked at. What the index finds is what the scan finds."""

from __future__ import annotations

from reader.model.language import matches
from reader.search.folding import fold
from reader.search.hits import Hit
from reader.search.query import Place, Query, with_spellings
from reader.search.texts import READ_FIELDS, names, sources, spellings, tags

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from reader.model.magazine import Article, GlossaryEntry, Issue, Section
    from reader.search.texts import Source


def scan(
    issues: Iterable[Issue], query: Query, language: str = "", read: Callable[[str], str] | None = None
) -> Iterator[Hit]:
    """Yields every hit of a query, issue by issue in reading order; of one language only if it is given.

    The spellings that any of the glossaries knows are looked for as well.

    Args:
        issues: Where to look.
        query: What to look for.
        language: The language of the texts, as :func:`~reader.model.language.matches` means it.
        read: Returns the pinyin of a text's Han characters; without it, nothing is found by pinyin.
    """
    issues = tuple(issues)
    widened = with_spellings(query, glossary_of((entry for issue in issues for entry in issue.glossary), read))
    if widened.clauses:
        for issue in issues:
            for section, article in issue.articles():
                yield from scan_article(issue, section, article, widened, language, read)


def glossary_of(
    entries: Iterable[GlossaryEntry], read: Callable[[str], str] | None = None
) -> Callable[[Sequence[str]], Mapping[str, set[str]]]:
    """Returns what tells which spellings some glossary entries know."""
    groups = [spellings(entry, read) for entry in entries]

    def known(wanted: Sequence[str]) -> dict[str, set[str]]:
        found = {word: set[str]().union(*(group for group in groups if word in group)) for word in wanted}
        return {word: others for word, others in found.items() if others}

    return known


def scan_article(
    issue: Issue,
    section: Section,
    article: Article,
    query: Query,
    language: str = "",
    read: Callable[[str], str] | None = None,
) -> Iterator[Hit]:
    """Yields the hits in one article, in the order of its sources."""
    called = names(issue, section) | tags(article)
    for source in sources(article):
        yield from hits_in(issue, article, source, called, query, language, read)


def hits_in(
    issue: Issue,
    article: Article,
    source: Source,
    called: Mapping[str, tuple[str, ...]],
    query: Query,
    language: str = "",
    read: Callable[[str], str] | None = None,
) -> Iterator[Hit]:
    """Yields the hits in one text, at most one in each of its languages."""
    for tag, prose in source.text.sides:
        if not prose.text or (language and tag and not matches(language, tag)):
            continue
        reading = read(prose.text) if read and source.field in READ_FIELDS else ""
        spans = query.spans(fold(prose.text), Place(source.field, called, source.page, tag), reading)
        if spans:
            yield Hit(
                issue, article, source.field, source.anchor, source.page, tag, source.text, tuple(spans), source.side
            )
