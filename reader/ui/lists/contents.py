"""The contents of an issue."""

from __future__ import annotations

from reader.model.naming import both, pages_of
from reader.ui.host import Destination
from reader.ui.lists.entry import ListEntry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.library import LibraryEntry
    from reader.marks.mark import Mark
    from reader.model.magazine import Article, Issue
    from reader.ui.lists.entry import Runs
    from reader.ui.strings import Strings

HERE_SIGN, READ_SIGN, BEGUN_SIGN, NEW_SIGN = "● ", "✓ ", "◐ ", "○ "


def contents_entries(
    entry: LibraryEntry, issue: Issue, strings: Strings, places: Mapping[str, Mark], here: str = ""
) -> list[ListEntry[Destination]]:
    """Returns the articles of an issue, by section.

    Args:
        entry: The issue's entry in the library.
        issue: The issue.
        strings: The interface's language.
        places: The reader's places in articles, by the article's id.
        here: The id of the article that is open, or an empty string.
    """
    found: list[ListEntry[Destination]] = []
    for section in issue.sections:
        title: Runs = ((both(section.title, issue.languages), "strong"),)
        found.append(ListEntry((title,), space_before=True))
        for article in section.articles:
            place = places.get(article.id)
            found.append(_article(Destination(entry, article), issue, place, strings, is_here=article.id == here))
    return found


def _article(
    destination: Destination, issue: Issue, place: Mark | None, strings: Strings, *, is_here: bool
) -> ListEntry[Destination]:
    article = destination.article
    sign, state = _state(place, strings)
    first, *rest = _names(article, issue.languages_of(article))
    mark = (HERE_SIGN, "strong") if is_here else (sign, "faint")
    lines: list[Runs] = [(mark, (first, "")), *((("  ", ""), (name, "muted")) for name in rest)]
    right = "  ".join(filter(None, (state, pages_of(article))))
    return ListEntry(tuple(lines), destination, hang_cells=2, right=(right, "muted"))


def _names(article: Article, languages: tuple[str, ...]) -> list[str]:
    """Returns an article's different titles in the first two languages, or its title in any other."""
    names = dict.fromkeys(name for tag in languages[:2] if (name := article.title.plain(tag)))
    return [*names] or [article.title.best(languages)]


def _state(place: Mark | None, strings: Strings) -> tuple[str, str]:
    """Returns an article's sign and a word for it, by the reader's place in it."""
    if place is None:
        return NEW_SIGN, ""
    return (READ_SIGN, strings.read) if place.finished else (BEGUN_SIGN, f"{max(1, place.done // 10)}%")
