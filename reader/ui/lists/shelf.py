"""The issues of a library, and the article to continue."""

from __future__ import annotations

from reader.catalogue.lazy import LazySequence
from reader.gate import shown_path
from reader.model.naming import both
from reader.model.record import record
from reader.reading.first_steps import FirstStep, first_steps
from reader.reading.progress import bar
from reader.ui.host import Destination
from reader.ui.lists.contents import BEGUN_SIGN, READ_SIGN
from reader.ui.lists.entry import ListEntry
from reader.ui.lists.first_steps import step_entry
from reader.ui.strings import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import Literal

    from reader.library import Library, LibraryEntry
    from reader.marks.mark import Mark
    from reader.model.magazine import Issue
    from reader.reading.memory import Memory
    from reader.ui.lists.entry import Runs
    from reader.ui.strings import Strings

    Detail = Literal["whole", "names", "line"]
    """The rows of an issue: all; its names alone, where its contents are below it; one, where there are few rows."""
    ShelfEntry = ListEntry[LibraryEntry | Destination]


MAX_TRIED = 20
"""Maximum number of files that are tried for the first one that can be opened."""


@record
class ToContinue:
    """An article to continue at a place, or to begin if there is none."""

    destination: Destination
    place: Mark | None = None


@record
class Needs:
    """The message of a shelf on which no issue can be opened; where it has none, the commands that bring some."""

    message: str
    steps: tuple[FirstStep, ...] = ()

    @property
    def things(self) -> tuple[str | FirstStep, ...]:
        """The message and the commands, each for an entry of its own."""
        return (self.message, *self.steps)


@record
class Shelved:
    """The facts about the issues of a shelf, apart from their files."""

    waits: bool
    """Whether no file may be read for the list: issues that are not known yet are shown by their files' names."""
    reading: Mapping[str, tuple[int, int]]
    """The numbers of articles that are begun and finished, by the issue's id."""
    is_new: Callable[[LibraryEntry], bool]
    """Whether an issue was not there at the last visit."""
    detail: Detail = "whole"
    is_withdrawn: Callable[[LibraryEntry], bool] = lambda _entry: False
    """Whether an issue was withdrawn by its publisher."""


def shelf_entries(
    entries: Sequence[LibraryEntry],
    to_continue: ToContinue | None,
    facts: Shelved,
    strings: Strings,
    needs: Needs | None = None,
) -> LazySequence[ListEntry[LibraryEntry | Destination]]:
    """Returns the article to continue, the issues and the commands that bring some; each is made when first seen.

    Args:
        entries: The issues.
        to_continue: The article to continue; None if there is none.
        facts: The facts about the issues.
        strings: The interface's language.
        needs: The message and the commands, where no issue can be opened.
    """

    def make(thing: LibraryEntry | ToContinue | FirstStep | str) -> ShelfEntry:
        if isinstance(thing, ToContinue):
            return _to_continue(thing, facts.detail, strings)
        if isinstance(thing, FirstStep):
            return step_entry(thing, strings, None, is_close=facts.detail == "line")
        if isinstance(thing, str):
            return ListEntry((((thing, "muted"),),), space_before=True)
        return _issue(thing, facts, strings)

    things = [*([to_continue] if to_continue else []), *entries, *(needs.things if needs else ())]
    return LazySequence(things, make)


def needs_of(library: Library, to_continue: ToContinue | None, strings: Strings, *, waits: bool) -> Needs | None:
    """Returns the message of a shelf on which no issue can be opened; None if one can, or may.

    Args:
        library: The issues.
        to_continue: The article to continue; None if there is none.
        strings: The interface's language.
        waits: Whether no file may be read for it.
    """
    entries = library.entries
    if to_continue or len(entries) > MAX_TRIED or first_to_open(entries, waits) >= 0:
        return None
    if entries:
        return Needs(strings.nothing_opens)
    return Needs(strings.empty_library, first_steps(library.sources))


def last_read(entries: Sequence[LibraryEntry], memory: Memory, waits: bool) -> ToContinue | None:
    """Returns the article that was read last, or if that is finished the one after it; None if there is neither.

    Args:
        entries: The issues of the library.
        memory: The reader's places.
        waits: Whether no file may be read for it.
    """
    for place in memory.last_places():
        entry = next((entry for entry in entries if entry.name == place.issue), None)
        issue = (entry.issue_at_hand if waits else entry.issue) if entry else None
        if entry is None or issue is None or issue.id != place.issue:
            continue
        if found := _from(place, entry, issue, memory):
            return found
    return None


def _from(place: Mark, entry: LibraryEntry, issue: Issue, memory: Memory) -> ToContinue | None:
    """Returns the article of a place, or if that is finished the one after it, unless that is finished, too."""
    articles = [article for _, article in issue.articles()]
    index = next((k for k, article in enumerate(articles) if article.id == place.article), None)
    if index is None:
        return None
    if not place.finished:
        return ToContinue(Destination(entry, articles[index]), place)
    if index + 1 == len(articles):
        return None
    after = articles[index + 1]
    known = memory.places(issue.id).get(after.id)
    return None if known and known.finished else ToContinue(Destination(entry, after), known)


def first_to_open(things: Sequence[LibraryEntry | ToContinue], waits: bool) -> int:
    """Returns the index of the first entry of a shelf that can be opened; -1 if none of the first ones can.

    Args:
        things: The article to continue and the issues.
        waits: Whether no file may be read for it.
    """
    for k, thing in enumerate(things[:MAX_TRIED]):
        if isinstance(thing, ToContinue) or (waits and thing.is_unread) or thing.issue is not None:
            return k
    return -1


def _to_continue(found: ToContinue, detail: Detail, strings: Strings) -> ShelfEntry:
    issue = found.destination.entry.issue
    assert issue
    article = found.destination.article
    done = f" · {max(1, found.place.done // 10)}%" if found.place else ""
    languages = issue.languages_of(article)
    if detail == "line":
        line: Runs = (("▶ ", "muted"), (both(article.title, languages[:1]), "strong"))
        return ListEntry((line,), found.destination, hang_cells=2, right=(done.removeprefix(" · "), "muted"))
    head: Runs = (("▶ ", "muted"), (f"{strings.go_on}{done}", "muted"))
    title: Runs = (("  ", ""), (both(article.title, languages), "strong"))
    return ListEntry((head, title), found.destination, hang_cells=2)


def _issue(entry: LibraryEntry, facts: Shelved, strings: Strings) -> ShelfEntry:
    unread = facts.waits and entry.is_unread
    issue = entry.issue_at_hand if unread else entry.issue
    if issue is None and unread:
        line: Runs = ((entry.name, ""), (f" — {strings.being_read}", "muted"))
        return ListEntry((line,), entry, space_before=facts.detail != "line")
    if issue is None:
        return _broken(entry, facts.detail, strings)
    number = sum(len(section.articles) for section in issue.sections)
    begun, finished = facts.reading.get(issue.id, (0, 0))
    share = min(1, (finished + begun / 2) / number) if number else 0
    progress = ("".join(text for text, _ in bar(share)) if share else "", "muted")
    right = (strings.new, "strong") if facts.is_new(entry) else progress
    if facts.detail == "line":
        return ListEntry(_in_a_line(issue), entry, right=right)
    lines = _names(issue)
    if facts.detail == "names":
        return ListEntry(lines, entry, space_before=True, right=right)
    languages = issue.languages
    withdrawn = (strings.withdrawn,) if facts.is_withdrawn(entry) else ()
    counts = (counted(strings.articles, number), *_read(begun, finished, number, strings), *withdrawn)
    sections = tuple(both(section.title, languages) for section in issue.sections)
    return ListEntry(lines, entry, space_before=True, right=right, names=(counts, sections))


def _names(issue: Issue) -> tuple[Runs, ...]:
    """Returns the names of an issue: its magazine, its label and date, its title."""
    languages = issue.languages
    label = " · ".join(filter(None, (both(issue.label, languages), issue.date)))
    title = both(issue.title, languages) if issue.title else ""
    return (
        ((both(issue.magazine, languages), "strong"),),
        ((label, "muted"),),
        *([((title, ""),)] if title else ()),
    )


def _in_a_line(issue: Issue) -> tuple[Runs, ...]:
    """Returns the magazine and the label of an issue in its first language."""
    first = issue.languages[:1]
    return (((both(issue.magazine, first), "strong"), (f" · {both(issue.label, first)}", "muted")),)


def _read(begun: int, finished: int, number: int, strings: Strings) -> Iterator[str]:
    """Yields the numbers of an issue's articles that are read and begun, in words."""
    if finished >= number > 0:
        yield f"{READ_SIGN}{strings.all_read}"
        return
    if finished:
        yield f"{READ_SIGN}{strings.read_articles.format(count=finished)}"
    if begun:
        yield f"{BEGUN_SIGN}{strings.begun_articles.format(count=begun)}"


def _broken(entry: LibraryEntry, detail: Detail, strings: Strings) -> ShelfEntry:
    """Returns a file that cannot be opened, with its first error; all are in place of its contents."""
    first = entry.first_error
    place = f"{first.line}:{first.column} " if first.line else ""
    head: Runs = (("✗ ", "warning"), (shown_path(entry.name), "warning"), (f" — {strings.broken}", "muted"))
    if detail == "line":
        return ListEntry((head,), entry, hang_cells=2)
    told: Runs = (("  ", ""), (f"{place}{first.code} {first.message}", "muted"))
    return ListEntry((head, told), entry, hang_cells=2, space_before=True)
