"""Hits of a search, by issue and article, each in both languages."""

from __future__ import annotations

from typing import NamedTuple

from reader.catalogue.lazy import LazySequence
from reader.layout.runs import lit
from reader.layout.width import pad
from reader.model.language import is_ideographic, name
from reader.model.naming import both, pages_of
from reader.reading.headings import source_forms
from reader.search.hits import ABOUT_SIGN, Hit, snippet
from reader.search.ranking import SORTS
from reader.search.spellings import GlossarySpellings, with_spellings
from reader.ui.lists.entry import ListEntry, group_heading
from reader.ui.lists.passages import Sides, passage_rows
from reader.ui.strings import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.layout.runs import Run
    from reader.library.searching import SearchResult
    from reader.model.magazine import Article, Issue
    from reader.search.narrowing import Narrowing
    from reader.search.query import Query
    from reader.search.ranking import Sort
    from reader.ui.lists.entry import Runs
    from reader.ui.strings import Strings

LABEL_CELLS = 6
"""Width of the page beside the text of a hit."""


class Group(NamedTuple):
    """The article of some hits, in its issue."""

    issue: Issue
    article: Article


def hit_entries(found: Sequence[Hit], query: Query, width_cells: int, strings: Strings) -> Sequence[ListEntry[Hit]]:
    """Returns hits under the names of their articles, each with its counterpart in the other language.

    Args:
        found: The hits, those of an issue and of an article together.
        query: The query that they are hits of; its matches are lit in the counterparts, too.
        width_cells: The width of the list; of a long text about two lines are shown.
        strings: The interface's language.
    """
    things: list[Group | Hit] = []
    key = None
    for hit in found:
        if key != (key := (hit.issue.id, hit.article.id)):
            things.append(Group(hit.issue, hit.article))
        things.append(hit)
    room_cells = max(2 * LABEL_CELLS, width_cells - LABEL_CELLS - 6)

    def make(thing: Group | Hit) -> ListEntry[Hit]:
        if isinstance(thing, Hit):
            return _hit(thing, query, room_cells, strings)
        title, pages = both(thing.article.title, thing.article.title.languages), pages_of(thing.article)
        pages = strings.page.format(page=pages) if pages else ""
        sources = [" · ".join(filter(None, (pages, form))) for form in (*source_forms(thing.issue), "")]
        return group_heading(title, sources, width_cells - 4)

    return LazySequence(things, make)


def hit_rows(hit: Hit, query: Query, width_cells: int) -> list[list[Run]]:
    """Returns a hit in full with its counterpart, in which the same term of the glossary is lit."""
    sought = with_spellings(query, GlossarySpellings(hit.issue.glossary))
    text, across = hit.text.plain(hit.language), hit.counterpart()
    sides = Sides(text, sought.spans(text) or hit.spans)
    if across:
        sides = Sides(text, sought.spans(text) or hit.spans, across.text, sought.spans(across.text))
    return passage_rows(both(hit.article.title, hit.article.title.languages), [sides], width_cells)


def search_names(narrowing: Narrowing, sort: Sort, strings: Strings) -> tuple[str, ...]:
    """Returns the names of a search, the longest first: with its order and all that it is narrowed to, then less."""
    held = [*([strings.by_date] if sort != SORTS[0] else []), *narrowed_to(narrowing, strings)]
    return tuple(" · ".join((strings.search, *held[:k])) for k in range(len(held), -1, -1))


def narrowed_to(narrowing: Narrowing, strings: Strings) -> list[str]:
    """Returns the names of all that a search is narrowed to."""
    issue = narrowing.issue_name or narrowing.issue
    language = name(narrowing.language) if narrowing.language else ""
    return [*filter(None, (language, strings.kinds[narrowing.field] if narrowing.field else "", issue))]


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
    label = pad(hit.page, LABEL_CELLS - 1) + " "
    head: Runs = ((label, "muted"), (f"{field}  " if field else "", "muted"))
    lines: list[Runs] = [(*head, *lit(*hit.snippet(_chars(hit.language, room_cells))))]
    if across := hit.counterpart():
        spans = query.spans(across.text)
        shown = snippet(across.text, spans, _chars(across.language, room_cells))
        sign = ABOUT_SIGN if across.about else ""
        lines.append(((" " * LABEL_CELLS, ""), (sign, "faint"), *lit(*shown, "muted")))
    return ListEntry(tuple(lines), hit, indent_cells=2, hang_cells=LABEL_CELLS)


def _chars(language: str, room_cells: int) -> int:
    """Returns the number of characters that fit into two lines, allowing for words that are not divided."""
    return room_cells - 4 if is_ideographic(language) else 2 * room_cells - 12
