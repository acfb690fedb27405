"""The shelf: the issues of the library, and the contents of the one under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from reader.library import LibraryEntry
from reader.model.magazine import Issue
from reader.model.naming import issue_name
from reader.ui import entries
from reader.ui.commands.table import SHELF, bindings
from reader.ui.screens.listed import ListedScreen
from reader.ui.widgets.listing import Listing
from reader.ui.widgets.status import Banner, Status

if TYPE_CHECKING:
    from reader.marks.mark import Mark

FEW_ISSUES = 20
"""So many issues are read at once, if they have to be; more are waited for."""


class ShelfScreen(ListedScreen):
    """Issues at the left, contents at the right; under each other where it is narrow."""

    scope = SHELF
    BINDINGS: ClassVar[list[BindingType]] = bindings(SHELF)

    def __init__(self, entry: LibraryEntry | None = None) -> None:
        super().__init__()
        self._first = entry
        self._contents_of: LibraryEntry | None = None  # whose contents are shown
        self._waits = False  # for files that are being read: no file is read for the list

    def compose(self) -> ComposeResult:
        """The two lists and the two lines around them."""
        yield Banner(id="banner")
        with Container(id="shelf-body"):
            yield Listing[LibraryEntry | entries.Chosen]("issues")
            yield Listing[entries.Chosen]("issue-contents")
        yield Status(id="status")

    @property
    def issues(self) -> Listing[LibraryEntry | entries.Chosen]:
        """The list of issues; before them stands what is to be continued."""
        return self.query_one("#issues", Listing)

    @property
    def entry(self) -> LibraryEntry | None:
        """The issue under the cursor, also where that is on the article to continue."""
        value = self.issues.value
        return value.entry if isinstance(value, entries.Chosen) else value

    @property
    def contents(self) -> Listing[entries.Chosen]:
        """The list of articles."""
        return self.query_one("#issue-contents", Listing)

    def on_mount(self) -> None:
        """Fills the lists."""
        self.relabel()
        (self.contents if self._first else self.issues).focus()
        self.call_after_refresh(self._tell_notice)

    def on_screen_resume(self) -> None:
        """Shows what has been read meanwhile."""
        if self.issues.entries:
            self.relabel()

    def _tell_notice(self) -> None:
        if notice := self.reader.memory.take_notice():
            self.say(notice)

    def on_resize(self) -> None:
        """Puts the lists beside or under each other."""
        self.set_class(self.breadth == "narrow", "narrow")

    def library_read(self) -> None:
        """Tells how far the reading is, and shows what is in sight as it is known by now."""
        self.relabel()

    def library_kept(self, changed: bool) -> None:
        """Shows the issues as they are now."""
        if changed or self._waits or any(self.reader.fresh.values()):
            self.relabel()

    def relabel(self) -> None:
        """Says everything in the interface's language."""
        all_entries = self.reader.library.entries
        reading = self.reader.reading_issues
        self._waits = reading is not None and len(all_entries) > FEW_ISSUES
        self.query_one(Banner).names = (self.strings.shelf,)
        status = self.query_one(Status)
        status.scope, status.language = SHELF, self.reader.interface
        self.issues.title, self.contents.title = self.strings.issues, self.strings.contents
        self.issues.empty = self.strings.empty_library
        current = self.issues.value or self._first
        place, go_on = self._to_continue()
        listed: list[LibraryEntry | entries.Chosen] = [*([go_on] if go_on else []), *all_entries]
        is_current = isinstance(current, entries.Chosen)
        same = (k for k, entry in enumerate(listed) if entry is current or (is_current and entry is go_on))
        memory = self.reader.memory
        shelf = entries.shelf(listed, self.strings, self._waits, memory.reading(), self.reader.is_fresh, place)
        self.issues.show(shelf, next(same, -1))
        self._show_contents()

    def _to_continue(self) -> tuple[Mark | None, entries.Chosen | None]:
        """Returns the place and the article to continue: the one read last, or the one after it if it is finished."""
        places = self.reader.memory.last_places()
        for place in places:
            entry = next((entry for entry in self.reader.library.entries if entry.name == place.issue), None)
            issue = (entry.issue_at_hand if self._waits else entry.issue) if entry else None
            if entry is None or issue is None or issue.id != place.issue:
                continue
            articles = [article for _, article in issue.articles()]
            index = next((k for k, article in enumerate(articles) if article.id == place.article), None)
            if index is None:
                continue
            if not place.finished:
                return place, entries.Chosen(entry, articles[index])
            read = self.reader.memory.places(issue.id)
            after = articles[index + 1] if index + 1 < len(articles) else None
            if after and not ((known := read.get(after.id)) and known.finished):
                return read.get(after.id), entries.Chosen(entry, after)
        return None, None

    def on_listing_moved(self) -> None:
        """Follows the cursor that the mouse moved."""
        self.moved()

    def issue_in_sight(self) -> Issue | None:
        """Returns the issue under the cursor."""
        return self.entry.issue_at_hand if self.entry else None

    def moved(self) -> None:
        """Shows the contents of the issue under the cursor."""
        if self._contents_of is not self.entry:
            self._show_contents()

    def _show_contents(self) -> None:
        entry = self._contents_of = self.entry
        waits = self._waits and entry is not None and entry.is_unread
        issue = None if entry is None else entry.issue_at_hand if waits else entry.issue
        if waits and not issue:
            self.contents.show([])
        elif entry and not issue:
            self.contents.show(entries.faults(entry))
        else:
            places = self.reader.memory.places(issue.id) if issue else {}
            self.contents.show(entries.contents(entry, issue, self.strings, places) if entry and issue else [])
        self.query_one(Banner).right = issue_name(issue) if issue else ""
        parts = (entry.name,) if entry else ()
        if (reading := self.reader.reading_issues) and reading[1]:
            parts = (self.strings.reading_issues.format(done=reading[0], total=reading[1]), *parts)
        self.query_one(Status).parts = parts

    def chosen(self, value: object) -> None:
        """Goes from an issue to its contents, and from an article into it."""
        if isinstance(value, entries.Chosen):
            self.reader.read(value)
        elif self.contents.entries:
            self.set_focus(self.contents)

    # -- commands ------------------------------------------------------------------------------------

    def action_marks(self) -> None:
        """Shows everything that is marked."""
        from reader.ui.screens.marks import MarksScreen

        self.app.push_screen(MarksScreen())

    @property
    def listing(self) -> Listing[LibraryEntry | entries.Chosen] | Listing[entries.Chosen]:
        """The list that has the focus; the issues if neither has."""
        return self.contents if self.focused is self.contents else self.issues

    def action_panel(self) -> None:
        """Moves the focus to the other list."""
        self.set_focus(self.issues if self.focused is self.contents or not self.contents.entries else self.contents)

    def action_panel_back(self) -> None:
        """Moves the focus to the other list."""
        self.action_panel()

    async def action_back(self) -> None:
        """Goes from the contents back to the issues."""
        self.set_focus(self.issues)
