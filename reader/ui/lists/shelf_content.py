"""The content of a shelf: its two lists with their cursors, the card, and the lines around them. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from reader.layout.flow import flow
from reader.model.record import record
from reader.reading.lines import plain_parts
from reader.reading.opened import reading_minutes
from reader.reading.panels import breadth_of
from reader.ui.host import Destination
from reader.ui.lists.beside import PanelContent
from reader.ui.lists.card import Card, card_rows
from reader.ui.lists.contents import contents_entries
from reader.ui.lists.diagnostics import error_entries
from reader.ui.lists.legend import MARGIN_CELLS
from reader.ui.lists.shelf import first_to_open, last_read, needs_of, shelf_entries
from reader.ui.strings import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.layout.runs import Run
    from reader.library import Library, LibraryEntry
    from reader.model.magazine import Issue
    from reader.reading.memory import Memory
    from reader.ui.lists.entry import ListEntry
    from reader.ui.lists.shelf import Detail, Shelved
    from reader.ui.strings import Strings

MIN_CARD_CELLS = 16
LOW_ROWS = 16
"""Height of a window below which there is no card."""
FEW_ISSUES = 20
"""Maximum number of issues for which the shelf waits while they are read; of more it shows those that are known."""


class IssuesShown(Protocol):
    """The list of the issues, with the article to continue before them if there is one."""

    @property
    def entries(self) -> Sequence[ListEntry[LibraryEntry | Destination]]:
        """The entries."""

    @property
    def cursor(self) -> int:
        """The index of the entry under the cursor."""

    @property
    def value(self) -> LibraryEntry | Destination | None:
        """The value of that entry."""


@record
class ContentsContent:
    """The contents of an issue, or the errors of its file; nothing while it is not known."""

    issue: Issue | None
    title: str
    content: PanelContent[Destination]


def is_long(library: Library) -> bool:
    """Whether a shelf does not wait while changed files are read."""
    return len(library.entries) > FEW_ISSUES


def detail_at(width_cells: int, height: int) -> Detail:
    """Returns the rows of an issue: fewer where its contents are below it, and one where there are few rows."""
    if breadth_of(width_cells) != "narrow":
        return "whole"
    return "line" if height < LOW_ROWS else "names"


def issues_content(
    library: Library,
    memory: Memory,
    facts: Shelved,
    strings: Strings,
    current: LibraryEntry | Destination | None,
) -> PanelContent[LibraryEntry | Destination]:
    """Returns the article to continue and the issues, with the cursor on ``current`` or on the first that opens.

    Where none can be opened, the commands that bring some follow.
    """
    to_continue = last_read(library.entries, memory, facts.waits)
    needs = needs_of(library, to_continue, strings, waits=facts.waits)
    listed = shelf_entries(library.entries, to_continue, facts, strings, needs)
    wanted = to_continue if isinstance(current, Destination) else current
    at = next((k for k, thing in enumerate(listed.sources) if thing is wanted), -1)
    if at < 0 and not needs:
        at = first_to_open(listed.sources, facts.waits)
    return PanelContent(listed, at)


def contents_content(
    value: LibraryEntry | Destination | None, memory: Memory, strings: Strings, wanted: str, *, waits: bool
) -> ContentsContent:
    """Returns the contents of the issue under the cursor.

    Args:
        value: The issue, or the article to continue.
        memory: The reader's places.
        strings: The interface's language.
        wanted: The id of the article for the cursor.
        waits: Whether no file may be read for it.
    """
    entry = value.entry if isinstance(value, Destination) else value
    waits = waits and entry is not None and entry.is_unread
    issue = None if entry is None else entry.issue_at_hand if waits else entry.issue
    listed: Sequence[ListEntry[Destination]] = []
    title = strings.contents
    if entry and issue:
        listed = contents_entries(entry, issue, strings, memory.places(issue.id))
    elif entry and not waits:
        listed = error_entries(entry)
        title = strings.faults.format(count=len(listed) - 1)
    here = (k for k, each in enumerate(listed) if each.value and each.value.article.id == wanted)
    return ContentsContent(issue, title, PanelContent(listed, next(here, -1)))


def card_content(
    destination: Destination | None, memory: Memory, strings: Strings, panel_cells: int, width_cells: int
) -> list[list[Run]]:
    """Returns the rows of the card of an article; none where there is no room for it.

    Args:
        destination: The article.
        memory: The reader's places.
        strings: The interface's language.
        panel_cells: The width of the card with its margins; 0 without a card.
        width_cells: The width of the screen.
    """
    issue = destination and destination.entry.issue
    width = panel_cells - 2 * MARGIN_CELLS
    if destination is None or not issue or width < MIN_CARD_CELLS:
        return []
    article = destination.article
    section = next(section for section, each in issue.articles() if each is article)
    languages = issue.languages_of(article)
    minutes = reading_minutes(flow(article, (languages[0], languages[-1])))
    facts = Card(section, article, languages, minutes, memory.place(issue.id, article.id))
    breadth = breadth_of(width_cells)
    return card_rows(facts, width, strings, is_low=breadth == "narrow", has_title=breadth == "wide")


def shelf_parts(
    library: Library, strings: Strings, shown: IssuesShown, *, done: int = 0, total: int = 0
) -> tuple[Run, ...]:
    """Returns the parts of the status line: the number of issues, and how far the reading of changed files is.

    Where there are many issues, the number of the one under the cursor is before theirs.

    Args:
        library: The issues.
        strings: The interface's language.
        shown: The list of the issues.
        done: The number of changed files that are read.
        total: The number of all changed files; 0 where none is being read.
    """
    progress = strings.reading_issues.format(done=done, total=total) if total else ""
    issues = counted(strings.issue_count, len(library.entries))
    if not is_long(library) or shown.value is None or isinstance(shown.value, Destination):
        return plain_parts(progress, issues)
    has_article = isinstance(shown.entries[0].value, Destination)  # the one to continue
    return plain_parts(progress, f"{shown.cursor + (0 if has_article else 1)}/{issues}")
