"""The shelf and the contents of an issue as lines."""

from __future__ import annotations

from reader.gate import shown_path
from reader.layout.runs import padded, width_of, wrap
from reader.model.language import is_ideographic
from reader.model.magazine import FreeBody
from reader.model.naming import both, issue_name, pages_of
from reader.reading.arrivals import withdrawn_issues

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.layout.runs import Run
    from reader.library import LibraryEntry
    from reader.model.magazine import Article, Issue
    from reader.source.loading import Loaded

WITHDRAWN = "withdrawn by its publisher, and kept"
INDENT_CELLS = 2
GAP_CELLS = 2


def completeness(article: Article) -> str:
    """Returns the relation of a translation that is not complete, or the only language; else an empty string."""
    if not isinstance(article.body, FreeBody):
        return ""
    tags = tuple(tag for tag, _ in article.body.sides)
    return article.relation if len(tags) > 1 else f"{tags[0]} only"


def shelf(entries: Iterable[LibraryEntry], width_cells: int) -> Iterator[list[Run]]:
    """Yields the lines of every issue with its contents; for a broken file its first error."""
    entries = tuple(entries)
    is_withdrawn = withdrawn_issues()
    widths = _widths([_cells(issue, article) for e in entries if (issue := e.issue) for _, article in issue.articles()])
    for number, entry in enumerate(entries):
        if number:
            yield []
        if entry.issue:
            remark = WITHDRAWN if is_withdrawn(entry) else ""
            yield from contents(entry.issue, width_cells, widths=widths, remark=remark)
        else:
            yield from broken(entry.loaded, width_cells)


def broken(loaded: Loaded, width_cells: int) -> Iterator[list[Run]]:
    """Yields the lines about a file that cannot be opened."""
    from reader.source.diagnostic import folded
    from reader.source.source_file import changed_meanwhile

    first, *more = folded(loaded.errors or (changed_meanwhile(loaded.path),))
    yield from wrap(
        [("✗ ", "error"), (shown_path(loaded.path), "strong"), (" cannot be opened", "error")], width_cells, 0, 2
    )
    yield from wrap([(str(first), "")], width_cells, 2, 4)
    if more:
        yield from wrap([(f"and {len(more)} more: reader check {shown_path(loaded.path)}", "muted")], width_cells, 2, 4)


def contents(
    issue: Issue, width_cells: int, tags: tuple[str, ...] = (), widths: list[int] | None = None, remark: str = ""
) -> Iterator[list[Run]]:
    """Yields the lines of an issue: its name and cover line, its sections with their articles.

    Args:
        issue: The issue.
        width_cells: The width of a line.
        tags: The languages of the names; the issue's and each article's own if there are none.
        widths: The widths of the columns, if several issues share them.
        remark: A remark about the issue.
    """
    date = f" · {issue.date}" if issue.date else ""
    yield from wrap([(issue_name(issue, tags), "title"), (date, "muted")], width_cells, 0, 2)
    if issue.title:
        yield from wrap([(both(issue.title, tags or issue.languages), "accent")], width_cells)
    yield from wrap([(issue.id, "address")], width_cells)
    if remark:
        yield from wrap([(remark, "muted")], width_cells)
    rows = {id(article): _cells(issue, article, tags) for _, article in issue.articles()}
    widths = widths or _widths(list(rows.values()))
    for section in issue.sections:
        yield []
        yield from wrap([(both(section.title, tags or issue.languages), "heading")], width_cells)
        for article in section.articles:
            yield from _entry(rows[id(article)], widths, width_cells)


def _entry(cells: list[list[Run]], widths: list[int], width_cells: int) -> Iterator[list[Run]]:
    """Yields an article on one line, on two with the address below its titles, or with one cell on each line."""
    if _needs(widths) <= width_cells:
        yield _row(cells, widths)
    elif _needs(widths[:-1]) <= width_cells and widths[2]:
        yield _row(cells[:-1], widths[:-1])
        hang = _needs(widths[:1]) + GAP_CELLS if widths[0] else INDENT_CELLS
        yield from wrap(cells[-1], width_cells, hang, hang)
    else:
        yield from _stack(cells, widths[0], width_cells)


def _widths(rows: list[list[list[Run]]]) -> list[int]:
    """Returns the width of each column."""
    return [max(map(width_of, column)) for column in zip(*rows, strict=True)]


def _needs(widths: list[int]) -> int:
    return INDENT_CELLS + sum(width + GAP_CELLS for width in widths if width) - GAP_CELLS


def _cells(issue: Issue, article: Article, tags: tuple[str, ...] = ()) -> list[list[Run]]:
    """Returns an article's pages, titles and address: a column each."""
    languages = (tags or issue.languages_of(article))[:2]
    names = dict.fromkeys(name for tag in languages if (name := article.title.plain(tag)))
    first, *rest = names or (article.title.best(languages),)
    if not rest and not is_ideographic(languages[0]) and article.title.plain(languages[0]) != first:
        first, rest = "", [first]
    second: list[Run] = [(rest[0], "")] if rest else []
    if note := completeness(article):
        second.append((f" ({note})" if rest else f"({note})", "muted"))
    return [[(pages_of(article), "muted")], [(first, "strong")], second, [(f"{issue.id}/{article.id}", "address")]]


def _row(cells: list[list[Run]], widths: list[int]) -> list[Run]:
    line: list[Run] = [(" " * INDENT_CELLS, "")]
    for number, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        if number == 0:
            line.append((" " * (width - width_of(cell)), ""))
            line += cell
        else:
            line += padded(cell, width)
        if width:
            line.append((" " * GAP_CELLS, ""))
    return line


def _stack(cells: list[list[Run]], pages_cells: int, width_cells: int) -> Iterator[list[Run]]:
    """Yields the cells of an article one below the other, with its pages before the first."""
    pages, *names = cells
    hang = INDENT_CELLS + pages_cells + (GAP_CELLS if pages_cells else 0)
    lines = [line for name in names if width_of(name) for line in wrap(name, width_cells, hang, hang)]
    head: list[Run] = [(" " * (INDENT_CELLS + pages_cells - width_of(pages)), ""), *pages]
    lines[0] = [*padded(head, hang), *lines[0][1:]]
    yield from lines
