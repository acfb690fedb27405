"""Everything the reader has marked, in all issues: filtered, gone to, edited, deleted, and brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Input

from reader.errors import ReaderError
from reader.marks.mark import BOOKMARK, HIGHLIGHT, NOTE, PLACE, WORD, Mark, deleted, edited
from reader.model.record import replace
from reader.reading.memory import Whereabouts
from reader.ui import mark_list
from reader.ui.commands.table import MARKS, bindings
from reader.ui.entries import Chosen
from reader.ui.mark_list import ELSEWHERE, FOUND, LOST
from reader.ui.screens.listed import ListedScreen
from reader.ui.widgets.listing import Listing
from reader.ui.widgets.status import Banner, Status

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.library import LibraryEntry

KINDS = ("", BOOKMARK, HIGHLIGHT, NOTE, WORD, PLACE)


class MarksScreen(ListedScreen):
    """A box that filters, and under it the marks. The list has the focus; ``/`` gives it to the box."""

    scope = MARKS
    BINDINGS: ClassVar[list[BindingType]] = bindings(MARKS)

    def __init__(self) -> None:
        super().__init__()
        self._kind = KINDS[0]
        self._filter = mark_list.Filter(())
        self._deleted: list[tuple[Mark, Mark]] = []
        """What was deleted, each with what is left of it."""
        self._whereabouts: dict[str, tuple[LibraryEntry, Whereabouts] | None] = {}

    def compose(self) -> ComposeResult:
        """The box, the marks, and the two lines around them."""
        yield Banner(id="banner")
        yield Input(id="query", compact=True, placeholder=self.strings.marks_prompt, select_on_focus=False)
        yield Listing[Mark]("hits")
        yield Status(id="status")

    @property
    def listing(self) -> Listing[Mark]:
        """The list of marks."""
        return self.query_one("#hits", Listing)

    @property
    def box(self) -> Input:
        """The box that holds the words."""
        return self.query_one("#query", Input)

    def on_mount(self) -> None:
        """Shows all marks, the place of the article that was left for this screen among them."""
        self.reader.save_now()
        self.load()
        self.set_focus(self.listing)

    def on_screen_resume(self) -> None:
        """Shows them as they are now, wherever the reader has been meanwhile."""
        self.load()

    def on_resize(self) -> None:
        """Shows as much of each as there is room for."""
        self._show()

    def relabel(self) -> None:
        """Says everything in the interface's language."""
        self.box.placeholder = self.strings.marks_prompt
        self._show()

    def load(self) -> None:
        """Reads the marks anew: those of an article together, the places newest first."""
        memory = self.reader.memory
        marks = memory.last_places() if self._kind == PLACE else memory.all()
        order = {key: k for k, key in enumerate(dict.fromkeys((mark.issue, mark.article) for mark in marks))}
        together = sorted(marks, key=lambda mark: order[mark.issue, mark.article])
        self._filter = mark_list.Filter(together)
        self._show()
        if notice := memory.take_notice():
            self.say(notice)

    def _show(self, cursor: int = -1) -> None:
        found = self._filter.of(self.box.value, self._kind)
        old = self.listing.value
        listed = mark_list.entries(found, self._state, self.size.width or self.app.size.width, self.strings)
        if cursor < 0 and old:
            things = enumerate(listed.sources)
            cursor = next((k for k, thing in things if isinstance(thing, Mark) and thing.id == old.id), -1)
        self.listing.empty = self.strings.no_marks if not self._filter.marks else self.strings.no_match
        self.listing.show(listed, cursor)
        banner, status = self.query_one(Banner), self.query_one(Status)
        kind = self.strings.mark_kinds[self._kind] if self._kind else ""
        banner.names = (" · ".join(filter(None, (self.strings.marks, kind))),)
        banner.right = str(len(found)) if found else ""
        status.scope, status.language = MARKS, self.reader.interface
        status.parts = (self.strings.close_hint,)

    # -- where they stand -----------------------------------------------------------------------------------------

    def _in(self, issue_id: str) -> tuple[LibraryEntry, Whereabouts] | None:
        if issue_id not in self._whereabouts:
            self._whereabouts[issue_id] = None
            try:
                entry = self.reader.library.entry(issue_id)
            except ReaderError:
                return None
            if entry.issue:
                self._whereabouts[issue_id] = entry, Whereabouts(entry.issue)
        return self._whereabouts[issue_id]

    def _state(self, mark: Mark) -> str:
        held = self._in(mark.issue)
        if held is None:
            return ELSEWHERE
        if not mark.quotations:
            return FOUND if held[1].issue.article(mark.article) else LOST
        return FOUND if held[1].of(mark) else LOST

    def library_kept(self, changed: bool) -> None:
        """Looks for them again, in what the library holds now."""
        if changed:
            self._whereabouts.clear()
            self._show()

    # -- commands --------------------------------------------------------------------------------------------------

    def on_input_changed(self) -> None:
        """Filters by what is typed."""
        self._show(0)

    def on_input_submitted(self) -> None:
        """Goes from the box to the list."""
        self.set_focus(self.listing)

    def action_filter(self) -> None:
        """Gives the focus to the box."""
        self.set_focus(self.box)

    def action_next_kind(self) -> None:
        """Shows the next kind of marks alone, then all of them."""
        self._turn(1)

    def action_previous_kind(self) -> None:
        """Shows the previous kind of marks alone."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        self._kind = KINDS[(KINDS.index(self._kind) + by) % len(KINDS)]
        self.load()

    def chosen(self, value: Mark) -> None:
        """Opens the article at the passage; says so if that is lost."""
        held = self._in(value.issue)
        if held is None:
            self.say(self.strings.issue_elsewhere.format(issue=value.issue))
            return
        entry, whereabouts = held
        found = whereabouts.of(value)
        article = whereabouts.issue.article(found[0].article if found else value.article)
        if article is None or (value.quotations and not found and value.kind != PLACE):
            self.say(self.strings.mark_lost)
            return
        anchor = found[0].anchor if found and value.kind != PLACE else ""
        self.reader.read(Chosen(entry, article, anchor))

    async def action_edit_mark(self) -> None:
        """Asks for the name of a bookmark, the note of a highlight, the meaning of a word."""
        mark = self.listing.value
        if mark is None or mark.kind == PLACE:
            return
        if mark.kind != BOOKMARK:
            from reader.ui.screens.writing import write_note

            await write_note(self, mark, is_new=False, done=self.load)
            return
        from reader.ui.screens.writing import WritingScreen

        def named(name: str | None) -> None:
            if name is not None and name != mark.name:
                self._keep(edited(mark, name=name), self.strings.note_kept)

        await self.app.push_screen(WritingScreen(self.strings.name_title, mark, mark.name), named)

    def action_delete(self) -> None:
        """Deletes the mark under the cursor; it may be brought back."""
        mark = self.listing.value
        if mark is None:
            return
        cursor = self.listing.cursor
        gone = deleted(mark)
        if self._keep(gone, self.strings.mark_deleted):
            self._deleted.append((mark, gone))
            last = len(self.listing.entries) - 1
            self._show(max(0, min(cursor, last)))

    def action_undo(self) -> None:
        """Brings back the mark that was deleted last."""
        if not self._deleted:
            self.say(self.strings.nothing_deleted)
            return
        mark, gone = self._deleted.pop()
        self._keep(edited(replace(mark, changed=gone.changed)), self.strings.mark_back)

    def _keep(self, mark: Mark, said: str) -> bool:
        kept = self.reader.memory.keep(mark)
        self.load()
        self.say(said if kept else self.reader.memory.fault)
        return kept

    async def action_back(self) -> None:
        """Goes from the box to the list, and empties it; then back to the screen before."""
        if self.box.has_focus:
            self.box.value = ""
            self.set_focus(self.listing)
        else:
            await super().action_back()
