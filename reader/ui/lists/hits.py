"""Hits of a search, by issue and article, each in both languages."""

from __future__ import annotations

from reader.catalogue.lazy import LazySequence
from reader.layout.runs import lit
from reader.layout.width import pad
from reader.model.language import is_ideographic, name
from reader.model.magazine import Article, Issue
from reader.model.naming import both, issue_name, pages_of
from reader.search.hits import ABOUT_SIGN, Hit, snippet
from reader.search.ranking import SORTS
from reader.ui.lists.entry import ListEntry, heading
from reader.ui.strings import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.searching import SearchResult
    from reader.search.narrowing import Narrowing
    from reader.search.query import Query
    from reader.search.ranking import Sort
    from reader.ui.lists.entry import Runs
    from reader.ui.strings import Strings

LABEL_CELLS = 8
"""Width of the page and the kind of a hit, beside its text."""


def hit_entries(found: Sequence[Hit], query: Query, width_cells: int, strings: Strings) -> Sequence[ListEntry[Hit]]:
    """Returns hits under the names of their issues and articles, each with its counterpart in the other language.

    Args:
        found: The hits, those of an issue and of an article together.
        query: The query that they are hits of; its matches are lit in the counterparts, too.
        width_cells: The width of the list; of a long text about two lines are shown.
        strings: The interface's language.
    """
    things: list[Issue | Article | Hit] = []
    issue = article = None
    for hit in found:
        if issue is None or hit.issue.id != issue.id:
            issue, article = hit.issue, None
            things.append(issue)
        if article is None or hit.article.id != article.id:
            article = hit.article
            things.append(article)
        things.append(hit)
    room_cells = max(2 * LABEL_CELLS, width_cells - LABEL_CELLS - 6)

    def make(thing: Issue | Article | Hit) -> ListEntry[Hit]:
        if isinstance(thing, Issue):
            return heading(issue_name(thing))
        if isinstance(thing, Article):
            title = both(thing.title, thing.title.languages)
            return ListEntry(((("▾ ", "faint"), (title, "strong"), (f"  {pages_of(thing)}", "muted")),))
        return _hit(thing, query, room_cells, strings)

    return LazySequence(things, make)


def search_names(narrowing: Narrowing, sort: Sort, found: SearchResult, strings: Strings) -> tuple[str, ...]:
    """Returns the names of a search, the longest first: with its order and all that it is narrowed to, then less."""
    issue = narrowing.issue and next((issue_name(hit.issue) for hit in found.hits), narrowing.issue)
    parts = (
        strings.by_date if sort != SORTS[0] else "",
        name(narrowing.language) if narrowing.language else "",
        strings.kinds[narrowing.field] if narrowing.field else "",
        issue,
    )
    held = [*filter(None, parts)]
    return tuple(" · ".join((strings.search, *held[:k])) for k in range(len(held), -1, -1))


def hit_count(found: SearchResult, strings: Strings) -> str:
    """Returns the number of hits in words, or an empty string if there is none."""
    if found.more:
        return strings.more_hits.format(limit=len(found.hits))
    hits = counted(strings.hits, len(found.hits))
    articles = len({(hit.issue.id, hit.article.id) for hit in found.hits})
    if len(found.hits) > 1:
        return strings.hits_in.format(hits=hits, articles=counted(strings.articles, articles))
    return hits if found.hits else ""


def _hit(hit: Hit, query: Query, room_cells: int, strings: Strings) -> ListEntry[Hit]:
    field = strings.fields.get(hit.field, "")
    page = strings.page.format(page=hit.page) if hit.page else ""
    label = pad("  ".join(filter(None, (page, field))), LABEL_CELLS - 1) + " "
    lines: list[Runs] = [((label, "muted"), *lit(*hit.snippet(_chars(hit.language, room_cells))))]
    if across := hit.counterpart():
        spans = query.spans(across.text)
        shown = snippet(across.text, spans, _chars(across.language, room_cells))
        sign = ABOUT_SIGN if across.about else ""
        lines.append(((" " * LABEL_CELLS, ""), (sign, "faint"), *lit(*shown, "muted")))
    return ListEntry(tuple(lines), hit, indent_cells=2, hang_cells=LABEL_CELLS)


def _chars(language: str, room_cells: int) -> int:
    """Returns the number of characters that fit into two lines, allowing for words that are not divided."""
    return room_cells - 4 if is_ideographic(language) else 2 * room_cells - 12
