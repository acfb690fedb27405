"""The reader's marks in all issues: filtered, opened, edited, deleted, and brought back."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container
from textual.widgets import Input

from reader.learning.pinyin import style_named
from reader.marks.listing import in_reading_order, without_doubles
from reader.marks.mark import BOOKMARK, HIGHLIGHT, NOTE, PLACE, WORD, Mark, deleted, edited
from reader.model.record import record, replace
from reader.reading.lines import list_place
from reader.reading.mark_targets import MarkTargets
from reader.ui.commands.command import MARKS
from reader.ui.commands.table import BY_ID, bindings
from reader.ui.host import Destination
from reader.ui.lists.legend import MARGIN_CELLS
from reader.ui.lists.marks import MarkFilter, WordFacts, mark_entries, mark_rows, times_met
from reader.ui.lists.rows import MARK_CELLS
from reader.ui.screens.base import ReaderScreen
from reader.ui.widgets.legend import Legend
from reader.ui.widgets.line_box import LineBox
from reader.ui.widgets.listing import Listing
from reader.ui.widgets.status import Banner, Status

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.learning.dictionaries import Dictionaries
    from reader.learning.pinyin import ReadingStyle
    from reader.marks.mark import MarkKind

KINDS: tuple[MarkKind | Literal[""], ...] = ("", BOOKMARK, HIGHLIGHT, NOTE, WORD, PLACE)
"""The kinds of marks in the order in which they are shown alone, after all but the places."""

MAX_CELLS = 80
"""Maximum width of the lines of the marks."""


@record
class Deletion:
    """A mark that was deleted."""

    before: Mark
    after: Mark
    """The mark as it is kept now, as deleted."""


class MarksScreen(ReaderScreen):
    """A box that filters, and under it the marks. The list has the focus; a key gives it to the box."""

    scope = MARKS
    BINDINGS: ClassVar[list[BindingType]] = bindings(MARKS)

    def __init__(self, kind: MarkKind | Literal[""] = "") -> None:
        """Takes the kind of marks that is shown first; all if it is empty."""
        super().__init__()
        self._kind = kind
        self._dictionaries: Dictionaries | None = None
        self._has_asked = False
        self._filter = MarkFilter(())
        self._shown: Sequence[Mark] = ()
        self._deletions: list[Deletion] = []
        self._targets = MarkTargets(self.host.library)

    def compose(self) -> ComposeResult:
        """Yields the box, the marks, and the two lines around them."""
        yield Banner(id="banner")
        yield LineBox(id="query", compact=True, placeholder=self.strings.marks_prompt, select_on_focus=False)
        with Container(id="found"):
            yield Listing[Mark]("hits", max_cells=MAX_CELLS)
            yield Legend("beside")
        yield Status(id="status")

    @property
    def listing(self) -> Listing[Mark]:
        """The list of marks."""
        return self.query_one("#hits", Listing)

    @property
    def box(self) -> Input:
        """The box with the words of the filter."""
        return self.query_one("#query", Input)

    def on_mount(self) -> None:
        """Shows all marks, after the place in the article below is written."""
        self.host.autosave.now()
        self.load()
        self.watch(self.listing, "cursor", self._show_beside, init=False)
        self.set_focus(self.listing)

    def on_screen_resume(self) -> None:
        """Shows the marks again: they may have changed on another screen."""
        self.load()

    def on_resize(self) -> None:
        """Shows as much of each mark as there is room for."""
        self.classify_breadth()
        self._show()

    def relabel(self) -> None:
        """Shows everything in the interface's language."""
        self.box.placeholder = self.strings.marks_prompt
        self._show()

    def library_kept(self, changed: bool) -> None:
        """Looks for the marks again in a library that has changed."""
        if changed:
            self._targets.forget()
            self.load()

    # -- showing ---------------------------------------------------------------------------------------------------

    def load(self) -> None:
        """Reads the marks again: places with the newest first, the others in reading order."""
        memory = self.host.memory
        locate = self._targets.locate
        found = memory.last_places() if self._kind == PLACE else in_reading_order(memory.all(), locate)
        self._filter = MarkFilter(found)
        if self._kind == WORD and not self._has_asked:
            self._has_asked = True
            self.run_worker(self._open_dictionaries(), group="dictionaries")
        self._show()
        if notice := memory.take_notice(self.strings.unreadable_marks):
            self.say(notice)

    async def _open_dictionaries(self) -> None:
        """Opens the dictionaries in a thread, as the first time makes a file, and tells more of the words then."""
        from reader.learning.dictionaries import Dictionaries, readers_dictionaries  # other marks do without

        opened = Dictionaries(readers_dictionaries(self.host.settings.texts("dictionaries")))
        await asyncio.to_thread(opened.longest, "一", 0)
        self._dictionaries = opened
        if self.is_whole:
            self._show()

    def on_unmount(self) -> None:
        """Closes the dictionaries."""
        if self._dictionaries:
            self._dictionaries.close()

    def turn_kind(self, by: int) -> None:
        """Shows another kind of marks: the next one for 1, the previous one for -1."""
        self._kind = KINDS[(KINDS.index(self._kind) + by) % len(KINDS)]
        self.load()

    def _show(self, cursor: int = -1) -> None:
        """Shows the marks that the filter finds, with the cursor on an index, or on the same mark as before."""
        found = without_doubles(self._filter.of(self.box.value, self._kind), self._targets.locate)
        old, self._shown = self.listing.value, found
        style = style_named(self.host.settings.text("reading-style"))
        held = self._dictionaries if self._kind == WORD else None
        tell = partial(_facts, held, self._targets, style) if held else None
        listed = mark_entries(found, self._targets.state, self._list_cells, self.strings, tell)
        if cursor < 0 and old:
            things = enumerate(listed.sources)
            cursor = next((k for k, thing in things if isinstance(thing, Mark) and thing.id == old.id), -1)
        self.listing.empty = self._told_without_marks()
        self.listing.show(listed, cursor)
        banner, status = self.query_one(Banner), self.query_one(Status)
        kind = self.strings.mark_kinds[self._kind] if self._kind else ""
        banner.names = (" · ".join(filter(None, (self.strings.marks, kind))),)
        unreadable = self.host.memory.unreadable
        told = self.strings.unreadable_rows.format(count=unreadable) if unreadable else ""
        facts = (str(len(found)) if found else "", told)
        banner.asides = tuple(filter(None, (" · ".join(filter(None, facts)), told)))
        status.scope, status.language = MARKS, self.host.interface
        status.idle = frozenset() if self._deletions else frozenset({"undo"})
        self.call_after_refresh(self._show_beside)

    def _told_without_marks(self) -> str:
        """Returns the next step where no mark is shown."""
        if not self._filter.marks:
            return self.strings.no_marks
        if self.box.value:
            return self.strings.no_hits
        return self.strings.no_marks_of_kind.format(key=BY_ID["next_kind"].hint(MARKS, self.host.keys))

    @property
    def _list_cells(self) -> int:
        """The width of the list, which the preview takes half of."""
        width = self.app.size.width
        return min(width // 2 if self.breadth == "wide" else width, MAX_CELLS + MARK_CELLS)

    def _show_beside(self) -> None:
        """Shows the passage of the mark under the cursor, as it is now, with its counterpart."""
        if not self.is_whole:  # called after a frame, when the screen may be closed
            return
        beside, mark = self.query_one("#beside", Legend), self.listing.value
        status = self.query_one(Status)
        status.has_entry = mark is not None
        position = next((k for k, each in enumerate(self._shown, 1) if each is mark), 0)
        status.parts = list_place(position, len(self._shown))
        width = beside.size.width - 2 * MARGIN_CELLS
        target = self._targets.target(mark) if mark and width > 0 else None
        beside.lines = mark_rows(mark, target, width) if mark and target else []

    # -- choosing and changing --------------------------------------------------------------------------------------

    def on_input_changed(self) -> None:
        """Filters by the words in the box."""
        self._show(0)

    def take_line(self) -> None:
        """Goes from the box to the list."""
        self.set_focus(self.listing)

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        """Opens the mark that the mouse chose."""
        self.choose(event.value)

    def choose(self, value: Mark) -> None:
        """Opens the article at the passage of a mark; says so if that is lost."""
        if target := self._targets.target(value):
            self.host.read(Destination(target.entry, target.article, target.anchor))
        elif self._targets.state(value) == "elsewhere":
            self.say(self.strings.issue_elsewhere.format(issue=value.issue))
        else:
            self.say(self.strings.mark_lost)

    def keep(self, mark: Mark, message: str) -> bool:
        """Writes a mark and says so; returns whether it could be written."""
        kept = self.host.memory.keep(mark)
        self.load()
        self.say(message if kept else self.host.memory.fault)
        return kept

    def delete(self) -> None:
        """Deletes the mark under the cursor."""
        mark = self.listing.value
        if mark is None:
            return
        cursor = self.listing.cursor
        deletion = Deletion(mark, deleted(mark))
        if self.keep(deletion.after, self.strings.mark_deleted):
            self._deletions.append(deletion)
            last = len(self.listing.entries) - 1
            self._show(max(0, min(cursor, last)))

    def undo(self) -> None:
        """Brings back the mark that was deleted last."""
        if not self._deletions:
            self.say(self.strings.nothing_deleted)
            return
        last = self._deletions.pop()
        self.keep(edited(replace(last.before, changed=last.after.changed)), self.strings.mark_back)


def _facts(dictionaries: Dictionaries, targets: MarkTargets, style: ReadingStyle, mark: Mark) -> WordFacts:
    """Returns more about a kept word."""
    from reader.learning.kept_words import told_word  # other marks do without

    told = told_word(mark, dictionaries, style)
    return WordFacts(told.reading, told.sense, times_met(mark, targets.target(mark)))
