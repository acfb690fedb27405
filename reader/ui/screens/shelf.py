"""The shelf: the issues of the library, and the contents of the one under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container

from reader.layout.flow import flow
from reader.library import LibraryEntry
from reader.reading.headings import source_forms
from reader.reading.lines import plain_parts
from reader.reading.opened import reading_minutes
from reader.ui.commands.command import SHELF
from reader.ui.commands.table import bindings
from reader.ui.host import Destination
from reader.ui.lists.card import Card, card_rows
from reader.ui.lists.contents import contents_entries
from reader.ui.lists.diagnostics import error_entries
from reader.ui.lists.shelf import Shelved, first_to_open, last_read, shelf_entries
from reader.ui.screens.base import ReaderScreen
from reader.ui.strings import counted
from reader.ui.widgets.legend import MARGIN_CELLS, Legend
from reader.ui.widgets.listing import Listing
from reader.ui.widgets.status import Banner, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.model.magazine import Issue
    from reader.ui.lists.entry import ListEntry
    from reader.ui.lists.shelf import Detail

MIN_CARD_CELLS = 16
LOW_ROWS = 16
"""Height of a window below which there is no card."""
FEW_ISSUES = 20
"""Maximum number of issues for which the shelf waits while they are read; of more it shows those that are known."""


class ShelfScreen(ReaderScreen):
    """Issues, contents of one of them, the card of an article: side by side, or under each other."""

    scope = SHELF
    BINDINGS: ClassVar[list[BindingType]] = bindings(SHELF)

    def __init__(self, entry: LibraryEntry | None = None) -> None:
        """Begins with the cursor on an issue, or on the first entry."""
        super().__init__()
        self._first = entry
        self._contents_of: LibraryEntry | Destination | None = None
        self._shown_detail: Detail = "whole"
        self._waits = False  # for files that are being read: none may be read for the list

    def compose(self) -> ComposeResult:
        """Yields the two lists and the two lines around them."""
        yield Banner(id="banner")
        with Container(id="shelf-body"):
            yield Listing[LibraryEntry | Destination]("issues")
            with Container(id="chosen"):
                yield Listing[Destination]("issue-contents")
                yield Legend("card")
        yield Status(id="status")

    @property
    def issues(self) -> Listing[LibraryEntry | Destination]:
        """The list of issues, with the article to continue before them."""
        return self.query_one("#issues", Listing)

    @property
    def contents(self) -> Listing[Destination]:
        """The list of articles."""
        return self.query_one("#issue-contents", Listing)

    @property
    def listing(self) -> Listing[LibraryEntry | Destination] | Listing[Destination]:
        """The list with the focus; the issues if neither has it."""
        return self.contents if self.focused is self.contents else self.issues

    @property
    def entry(self) -> LibraryEntry | None:
        """The issue under the cursor, or the issue of the article to continue."""
        value = self.issues.value
        return value.entry if isinstance(value, Destination) else value

    def on_mount(self) -> None:
        """Fills the lists."""
        self.relabel()
        self.watch(self.issues, "cursor", self._follow, init=False)
        self.watch(self.contents, "cursor", self._show_card, init=False)
        (self.contents if self._first else self.issues).focus()
        self.call_after_refresh(self._show_notice)

    def on_screen_resume(self) -> None:
        """Shows which articles have been read meanwhile."""
        if self.issues.entries:
            self.relabel()

    def on_resize(self) -> None:
        """Puts the lists beside or under each other."""
        self.classify_breadth()
        self.set_class(self._is_low, "low")
        if self.issues.entries and self._shown_detail != self._detail:
            self.relabel()
        self.call_after_refresh(self._show_card)

    @property
    def _is_low(self) -> bool:
        return self.app.size.height < LOW_ROWS

    @property
    def _detail(self) -> Detail:
        """The rows of an issue: fewer where its contents are below it, and one where there are few rows."""
        if self.breadth != "narrow":
            return "whole"
        return "line" if self._is_low else "names"

    def library_read(self) -> None:
        """Shows how far the reading of changed files is, and the issues that are known by now."""
        self.relabel()

    def library_kept(self, changed: bool) -> None:
        """Shows the issues as they are now."""
        if changed or self._waits or self.host.upkeep.has_new:
            self.relabel()

    def relabel(self) -> None:
        """Shows everything as it is now, in the interface's language."""
        self._waits = self.host.upkeep.progress is not None and len(self.host.library.entries) > FEW_ISSUES
        self.query_one(Banner).names = (self.strings.shelf,)
        status = self.query_one(Status)
        status.scope, status.language = SHELF, self.host.interface
        self.issues.title = self.strings.issues
        self.issues.empty = self.strings.empty_library
        self._show_issues()
        self._show_contents()

    def _show_notice(self) -> None:
        if notice := self.host.memory.take_notice():
            self.say(notice)

    def _show_issues(self) -> None:
        """Shows the issues, with the cursor on the same one as before."""
        library, memory = self.host.library, self.host.memory
        current = self.issues.value or self._first
        to_continue = last_read(library.entries, memory, self._waits)
        self._shown_detail = self._detail
        facts = Shelved(self._waits, memory.reading(), self.host.upkeep.is_new, self._shown_detail)
        listed = shelf_entries(library.entries, to_continue, facts, self.strings)
        wanted = to_continue if isinstance(current, Destination) else current
        at = next((k for k, thing in enumerate(listed.sources) if thing is wanted), -1)
        self.issues.show(listed, at if at >= 0 else first_to_open(listed.sources, self._waits))
        self.set_class(not library.entries, "bare")

    def _show_contents(self) -> None:
        """Shows the contents of the issue under the cursor, or the errors of its file."""
        entry, wanted = self.entry, self._wanted_article()
        self._contents_of = self.issues.value
        waits = self._waits and entry is not None and entry.is_unread
        issue = None if entry is None else entry.issue_at_hand if waits else entry.issue
        listed: Sequence[ListEntry[Destination]] = []
        self.contents.title = self.strings.contents
        if entry and issue:
            listed = contents_entries(entry, issue, self.strings, self.host.memory.places(issue.id))
        elif entry and not waits:
            listed = error_entries(entry)
            self.contents.title = self.strings.faults.format(count=len(listed) - 1)
        here = (k for k, each in enumerate(listed) if each.value and each.value.article.id == wanted)
        self.contents.show(listed, next(here, -1))
        self._show_card()
        self.query_one(Banner).asides = source_forms(issue) if issue else ()
        parts = [counted(self.strings.issue_count, len(self.host.library.entries))]
        if (progress := self.host.upkeep.progress) and progress.total:
            parts.insert(0, self.strings.reading_issues.format(done=progress.done, total=progress.total))
        status = self.query_one(Status)
        status.parts, status.has_entry = plain_parts(*parts), self.issues.value is not None

    def _wanted_article(self) -> str:
        """Returns the id of the article for the cursor of the contents: that to continue, or the same as before."""
        value, before = self.issues.value, self.contents.value
        if isinstance(value, Destination):
            return value.article.id
        return before.article.id if before and value is self._contents_of else ""

    def _show_card(self) -> None:
        """Shows the facts about the article under the cursor of the contents."""
        if not self.is_whole:  # called after a frame, when the screen may be closed
            return
        card, destination = self.query_one("#card", Legend), self.contents.value
        issue = destination and destination.entry.issue
        was_away = self.has_class("cardless")
        self.set_class(not issue, "cardless")
        if issue and was_away:  # its width is known after the next frame
            self.call_after_refresh(self._show_card)
            return
        width = card.size.width - 2 * MARGIN_CELLS
        if destination is None or not issue or width < MIN_CARD_CELLS:
            card.lines = []
            return
        article = destination.article
        section = next(section for section, each in issue.articles() if each is article)
        languages = issue.languages_of(article)
        minutes = reading_minutes(flow(article, (languages[0], languages[-1])))
        place = self.host.memory.place(issue.id, article.id)
        facts = Card(section, article, languages, minutes, place)
        is_low, has_title = self.breadth == "narrow", self.breadth == "wide"
        card.lines = card_rows(facts, width, self.strings, is_low=is_low, has_title=has_title)

    # -- the cursor ----------------------------------------------------------------------------------

    def issue_in_sight(self) -> Issue | None:
        """Returns the issue under the cursor."""
        return self.entry.issue_at_hand if self.entry else None

    def _follow(self) -> None:
        """Shows the contents of the issue under the cursor, at once: the next key of a burst finds it done."""
        if self._contents_of is not self.issues.value:
            self._show_contents()

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        """Opens the issue or the article that the mouse chose."""
        self.choose(event.value)

    def choose(self, value: LibraryEntry | Destination) -> None:
        """Goes from an issue to its contents, and from an article into it."""
        if isinstance(value, Destination):
            self.host.read(value)
        elif self.contents.entries:
            self.set_focus(self.contents)
