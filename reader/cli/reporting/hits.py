"""Hits as lines, grouped by issue, article and place."""

from __future__ import annotations

from reader.cli.counts import counted
from reader.layout.runs import lit, shortened, wrap
from reader.layout.width import flush_right
from reader.model.language import is_ideographic
from reader.model.naming import both, issue_name, pages_of
from reader.search.hits import ABOUT_SIGN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.layout.runs import Run
    from reader.search import Hit

MARGIN_CELLS = 5
"""Width of the page number with the space after it."""
_MIN_ROOM_CELLS = 10
_MIN_SNIPPET_CHARS = 12


def hit_lines(hits: list[Hit], width_cells: int) -> Iterator[list[Run]]:
    """Yields hits under their issues and articles; the matches of one place in two languages are together."""
    issue_id = article_id = ""
    for place in _places(hits):
        issue, article = place[0].issue, place[0].article
        if issue.id != issue_id:
            if issue_id:
                yield []
            issue_id, article_id = issue.id, ""
            yield from wrap([(issue_name(issue), "title")], width_cells)
        yield []
        if article.id != article_id:
            article_id = article.id
            name = [(both(article.title, issue.languages_of(article)), "heading"), (f"  {pages_of(article)}", "muted")]
            yield from wrap(name, width_cells)
        yield from _place_lines(place, width_cells)
    if hits:
        articles = len({(hit.issue.id, hit.article.id) for hit in hits})
        yield []
        yield [(f"{counted(len(hits), 'hit')} in {counted(articles, 'article')}", "muted")]


def _places(hits: list[Hit]) -> Iterator[list[Hit]]:
    """Yields the hits of each text as one list."""
    place: list[Hit] = []
    for hit in hits:
        if place and hit.text is not place[0].text:
            yield place
            place = []
        place.append(hit)
    if place:
        yield place


def _place_lines(place: list[Hit], width_cells: int) -> Iterator[list[Run]]:
    """Yields the page, the texts with their matches highlighted, the counterpart, and the address."""
    first = place[0]
    room_cells = 2 * max(_MIN_ROOM_CELLS, width_cells - MARGIN_CELLS)
    lines: list[list[Run]] = []
    found = {hit.language: hit for hit in place}
    for tag in dict.fromkeys((*first.issue.languages_of(first.article), *first.text.languages)):
        chars = room_cells // 2 if is_ideographic(tag) else room_cells
        if hit := found.get(tag):
            lines += _in_margin(lit(*hit.snippet(max(_MIN_SNIPPET_CHARS, chars - 6))), width_cells)
        elif first.language and (text := first.text.plain(tag)):
            lines += _in_margin([(shortened(text, width_cells - MARGIN_CELLS, 2), "muted")], width_cells)
    if first.side and (across := first.counterpart()):
        text = shortened(across.text, width_cells - MARGIN_CELLS - len(ABOUT_SIGN), 2)
        lines += _in_margin([(ABOUT_SIGN, "faint"), (text, "muted")], width_cells)
    label = f"  {first.field}" if first.field != "text" else ""
    lines += _in_margin([(first.address, "address"), (label, "muted")], width_cells)
    page = flush_right(first.page, MARGIN_CELLS - 2) + "  "
    yield [(page, "muted"), *lines[0][1:]]
    yield from lines[1:]


def _in_margin(runs: list[Run], width_cells: int) -> list[list[Run]]:
    return wrap(runs, width_cells, MARGIN_CELLS, MARGIN_CELLS)
