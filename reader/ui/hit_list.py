"""Hits as entries of a list: by issue and article, each with its text in both languages. Pure functions."""

from __future__ import annotations

from reader.catalogue.lazy import LazySequence
from reader.layout.runs import lit
from reader.layout.width import pad
from reader.model.language import is_ideographic
from reader.model.magazine import Article, Issue
from reader.model.naming import both, issue_name, pages_of
from reader.search.folding import fold
from reader.search.hits import Hit, snippet
from reader.ui.strings import Strings
from reader.ui.widgets.drawing import Run
from reader.ui.widgets.listing import Entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.search.query import Query

LABEL_CELLS = 8
"""What the page and the kind of a hit take, beside its text."""
ABOUT_SIGN = "≈ "
"""Before what stands about there in a translation that goes its own way."""


def hits(found: Sequence[Hit], query: Query, width_cells: int, strings: Strings) -> Sequence[Entry[Hit]]:
    """Returns hits, grouped by issue and article, each with its counterpart in the other language.

    Args:
        found: The hits, those of an issue and of an article together.
        query: What they are hits of: it is lit in the counterparts, too.
        width_cells: How wide the list is: of long texts as much is shown as stands in two lines.
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

    def make(thing: Issue | Article | Hit) -> Entry[Hit]:
        if isinstance(thing, Issue):
            return Entry((((issue_name(thing), "accent"),),), space_before=True)
        if isinstance(thing, Article):
            languages = thing.title.languages
            name = both(thing.title, languages)
            return Entry(((("▾ ", "faint"), (name, "strong"), (f"  {pages_of(thing)}", "muted")),))
        return _hit(thing, query, room_cells, strings)

    return LazySequence(things, make)


def _hit(hit: Hit, query: Query, room_cells: int, strings: Strings) -> Entry[Hit]:
    field = strings.fields.get(hit.field, "")
    page = strings.page.format(page=hit.page) if hit.page else ""
    label = pad("  ".join(filter(None, (page, field))), LABEL_CELLS - 1) + " "
    blank = " " * LABEL_CELLS
    lines: list[tuple[Run, ...]] = [((label, "muted"), *lit(*hit.snippet(_chars(hit.language, room_cells))))]
    if across := hit.counterpart():
        spans = query.spans(fold(across.text))
        shown = snippet(across.text, spans, _chars(across.language, room_cells))
        lines.append(((blank, ""), (ABOUT_SIGN if across.about else "", "faint"), *lit(*shown, "muted")))
    return Entry(tuple(lines), hit, indent_cells=2, hang_cells=LABEL_CELLS)


def _chars(language: str, room_cells: int) -> int:
    """Returns how many characters of a language stand in two lines, words that are not divided allowed for."""
    return room_cells - 4 if is_ideographic(language) else 2 * room_cells - 12
