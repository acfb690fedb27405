"""The box of the footnotes of a paragraph: it lies in the article below the paragraph, which stays in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container

from reader.reading.lines import list_place
from reader.ui.commands.command import LIST
from reader.ui.commands.table import bindings
from reader.ui.lists.entry import ListEntry
from reader.ui.lists.footnotes import footnote_entries, rows_of
from reader.ui.screens.box import RoomScreen
from reader.ui.widgets.listing import Listing
from reader.ui.widgets.status import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.model.magazine import Footnote
    from reader.ui.screens.writing_room import WritingRoom

TO_GLOSSARY = ""
"""The value of the entry that leads to the glossary: no footnote has an empty anchor."""
MAX_SHARE = 2
"""Divisor of the screen's height: the box takes at most this part of it."""


class FootnoteScreen(RoomScreen):
    """Dismissed with the anchor of the footnote that was chosen, or :data:`TO_GLOSSARY`, or None."""

    scope = LIST
    shows_below = True
    BINDINGS: ClassVar[list[BindingType]] = bindings(LIST)

    def __init__(
        self, notes: Sequence[Footnote], languages: tuple[str, str], room: WritingRoom, *, has_glossary: bool
    ) -> None:
        """Takes the footnotes to show.

        Args:
            notes: The footnotes, by their numbers.
            languages: The languages on the screen.
            room: The part of the screen below that the box lies over.
            has_glossary: Whether the list ends with the way to the glossary.
        """
        super().__init__(room)
        self._notes, self._languages, self._has_glossary = notes, languages, has_glossary

    def compose(self) -> ComposeResult:
        """Yields the box and the status line."""
        with Container(id="footnotes"):
            yield Listing[str]("list", self.strings.notes_of_article)
        yield Status(id="status")

    @property
    def listing(self) -> Listing[str]:
        """The list."""
        return self.query_one("#list", Listing)

    def on_mount(self) -> None:
        """Shows the footnotes in their room."""
        self.relabel()
        self.watch(self.listing, "cursor", self._show_place, init=False)
        self.set_focus(self.listing)
        self.place()

    def place(self) -> None:
        """Puts the box into its room, as high as its entries need within bounds."""
        if not self.is_whole:
            return
        width = self.room.open(1, self.place).width_cells
        rows = 1 + rows_of(self.listing.entries, width)
        self.put(min(rows, max(2, self.app.size.height // MAX_SHARE)))

    def relabel(self) -> None:
        """Shows everything in the interface's language."""
        status = self.query_one(Status)
        status.scope, status.language = LIST, self.host.interface
        entries = footnote_entries(self._notes, self._languages)
        if self._has_glossary:
            entries.append(ListEntry(((("→ " + self.strings.glossary, "muted"),),), TO_GLOSSARY))
        self.listing.title = self.strings.notes_of_article
        self.listing.show(entries)
        self._show_place()

    def _show_place(self) -> None:
        """Shows the number of the entry under the cursor."""
        status = self.query_one(Status)
        status.has_entry = True
        status.parts = list_place(self.listing.cursor + 1, len(self.listing.entries))

    def choose(self, value: str) -> None:
        """Closes with a value."""
        self.dismiss(value)

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        """Closes with the value that the mouse chose."""
        self.choose(event.value)
