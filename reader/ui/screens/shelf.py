"""The shelf: the issues of the library, and the contents of the one under the cursor."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container

from reader.library import LibraryEntry
from reader.pictures.headers import picture_file
from reader.reading.arrivals import withdrawn_issues
from reader.reading.headings import source_forms
from reader.ui.commands.command import SHELF
from reader.ui.commands.table import bindings
from reader.ui.frames.areas import shelf_areas
from reader.ui.host import Destination
from reader.ui.lists.first_steps import shelf_keys
from reader.ui.lists.shelf import Shelved
from reader.ui.lists.shelf_content import (
    LOW_ROWS,
    card_content,
    contents_content,
    detail_at,
    is_long,
    issues_content,
    shelf_parts,
)
from reader.ui.screens.base import ReaderScreen
from reader.ui.widgets.legend import Legend
from reader.ui.widgets.listing import Listing
from reader.ui.widgets.status import Banner, Status

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.model.magazine import Issue
    from reader.pictures.headers import PictureFile
    from reader.ui.lists.shelf import Detail


class ShelfScreen(ReaderScreen):
    """Issues, contents of one of them, the card of an article: side by side, or under each other."""

    scope = SHELF
    pictured = ("#card",)
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
        self._classify()  # before there are lists: they are styled once, as they are mounted
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
        self.set_focus(self.contents if self._first else self.issues)
        self.call_after_refresh(self._show_notice)

    def on_screen_resume(self) -> None:
        """Shows which articles have been read meanwhile."""
        if self.issues.entries:
            self.relabel()

    def on_resize(self) -> None:
        """Puts the lists beside or under each other."""
        self._classify()
        if self.issues.entries and self._shown_detail != self._detail:
            self.relabel()
        if self.is_whole:
            self._show_card()

    def _classify(self) -> None:
        """Gives the screen the style classes of its size."""
        self.classify_breadth()
        self.set_class(self._is_low, "low")

    @property
    def _is_low(self) -> bool:
        return self.app.size.height < LOW_ROWS

    @property
    def _detail(self) -> Detail:
        """The rows of an issue: fewer where its contents are below it, and one where there are few rows."""
        return detail_at(*self.app.size)

    def library_read(self) -> None:
        """Shows how far the reading of changed files is, and the issues that are known by now."""
        self.relabel()

    def library_kept(self, changed: bool) -> None:
        """Shows the issues as they are now."""
        if changed or self._waits or self.host.upkeep.has_new:
            self.relabel()

    def relabel(self) -> None:
        """Shows everything as it is now, in the interface's language."""
        self._waits = self.host.upkeep.progress is not None and is_long(self.host.library)
        self.query_one(Banner).names = (self.strings.shelf,)
        status = self.query_one(Status)
        status.scope, status.language = SHELF, self.host.interface
        self.issues.title = self.strings.issues
        keys = partial(shelf_keys, strings=self.strings, keys=self.host.keys)
        self.issues.shown.foot = keys if self.host.library.entries else None
        self._show_issues()
        self._show_contents()

    def _show_notice(self) -> None:
        if notice := self.host.memory.take_notice(self.strings.unreadable_marks):
            self.say(notice)

    def _show_issues(self) -> None:
        """Shows the issues, with the cursor on the same one as before."""
        library, memory = self.host.library, self.host.memory
        self._shown_detail = self._detail
        facts = Shelved(self._waits, memory.reading(), self.host.upkeep.is_new, self._shown_detail, withdrawn_issues())
        self.issues.show(*issues_content(library, memory, facts, self.strings, self.issues.value or self._first))
        self.set_class(not library.entries, "bare")

    def _show_contents(self) -> None:
        """Shows the contents of the issue under the cursor, or the errors of its file."""
        value, library = self.issues.value, self.host.library
        shown = contents_content(value, self.host.memory, self.strings, self._wanted_article(), waits=self._waits)
        self._contents_of = value
        self.contents.title = shown.title
        self.contents.show(*shown.content)
        self._show_card()
        self.query_one(Banner).asides = source_forms(shown.issue) if shown.issue else ()
        progress, status = self.host.upkeep.progress, self.query_one(Status)
        done, total = (progress.done, progress.total) if progress else (0, 0)
        status.parts = shelf_parts(library, self.strings, self.issues, done=done, total=total)
        status.has_entry = value is not None

    def _wanted_article(self) -> str:
        """Returns the id of the article for the cursor of the contents: that to continue, or the same as before."""
        value, before = self.issues.value, self.contents.value
        if isinstance(value, Destination):
            return value.article.id
        return before.article.id if before and value is self._contents_of else ""

    def _show_card(self) -> None:
        """Shows the facts about the article under the cursor of the contents."""
        destination, (width, height) = self.contents.value, self.app.size
        issue = destination and destination.entry.issue
        self.set_class(not issue, "cardless")
        has_card = bool(issue) and not self._is_low
        card = shelf_areas(width, height, has_card=has_card, is_bare=not self.host.library.entries).card
        cells = card.width_cells if card else 0
        legend = self.query_one("#card", Legend)
        legend.lines = card_content(destination, self.host.memory, self.strings, cells, width)
        legend.picture = self._cover_of(destination.entry, issue.cover) if destination and issue else None

    def _cover_of(self, entry: LibraryEntry, name: str) -> PictureFile | None:
        """Returns the picture on the cover of an issue; None if it has none, or pictures are not shown."""
        return picture_file(entry.pictures, name) if name and self.host.pictures.mode != "none" else None

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
