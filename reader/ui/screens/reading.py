"""The reading screen: contents, the article in two languages, captions, status; find in article."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Container

from reader.layout.flow import flow
from reader.model.magazine import Figure
from reader.reading.finding import FindState
from reader.reading.opening import opened_in
from reader.ui.commands.command import READING
from reader.ui.commands.table import bindings
from reader.ui.host import Destination
from reader.ui.screens.base import ReaderScreen
from reader.ui.screens.reading_context import ReadingContext
from reader.ui.screens.watching import FileWatch
from reader.ui.widgets.pointed_spread import PointedSpread
from reader.ui.widgets.sidebar import Sidebar
from reader.ui.widgets.status import Banner, Status

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import Input

    from reader.marks.mark import Mark
    from reader.model.magazine import Issue
    from reader.reading.opening import Opening
    from reader.reading.tour import Hits
    from reader.search.query import Query
    from reader.ui.screens.faults import FaultPanel
    from reader.ui.widgets.listing import Listing


class ReadingScreen(ReaderScreen):
    """Shows one article at a time of an issue."""

    scope = READING
    pictured = ("#spread", "#captions")
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(READING),
        *(Binding(digit, f"begin_page('{digit}')", show=False) for digit in "123456789"),
    ]

    def __init__(
        self,
        destination: Destination,
        sought: Query | None = None,
        hits: Hits | None = None,
        *,
        faults: FaultPanel | None = None,
        first: Opening | None = None,
    ) -> None:
        """Takes the article to open.

        Args:
            destination: The article, and an anchor in it.
            sought: The query of the search that led to it, which is lit.
            hits: The hits of that search, for the way to the next article with hits.
            faults: The list of the file's faults, in a preview.
            first: The article as it was drawn before there was a screen.
        """
        super().__init__()
        opened = first.opened if first else opened_in(self.host.look, destination.entry, destination.article)
        self._reading = ReadingContext(self, opened, FindState(sought, hits), faults, first)
        self._anchor, self._first = destination.anchor, first

    @property
    def context(self) -> ReadingContext:
        """The open article and everything around it."""
        return self._reading

    @property
    def view(self) -> PointedSpread:
        """The widget of the article."""
        return self._reading.view

    def compose(self) -> ComposeResult:
        """Yields the panels and the two lines around them."""
        self._reading.panels.classify()  # before there are panels: they are styled once, as they are mounted
        opened = self._reading.opened
        yield Banner(id="banner")
        with Container(id="body"):
            yield Sidebar[Destination]("contents", edge="right")
            yield Sidebar[Figure]("captions", edge="left")
            first = self._first.display.flow if self._first else flow(opened.article, opened.languages, opened.issue)
            yield PointedSpread(first, self.host.look)
        yield from self.below()
        yield Status(id="status")

    def below(self) -> ComposeResult:
        """Yields the widgets between the article and the status line."""
        yield from ()

    def on_mount(self) -> None:
        """Shows the article at the anchor, or at the place where it was left, and follows its file."""
        context = self._reading
        self.follow_file()
        context.arrange()
        context.open(context.opened.article, self._anchor)
        self.set_focus(self.view)

    def follow_file(self) -> None:
        """Begins to follow the file of the article."""
        context = self._reading
        entry = context.opened.entry
        context.file = FileWatch(self, entry.path, context.take_file, entry.seen)

    def on_unmount(self) -> None:
        """Closes the dictionaries that helped with words."""
        self._reading.helping.close()

    # -- events ---------------------------------------------------------------------------------------

    def on_resize(self) -> None:
        """Puts the panels where there is room for them."""
        self._reading.arrange()

    def on_descendant_focus(self) -> None:
        """Shows the keys of the part that has the focus."""
        self.query_one(Status).is_in_panel = self._reading.panels.in_focus is not None

    def on_spread_view_place_changed(self) -> None:
        """Follows the place in the article."""
        self._reading.follow()

    def on_pointed_spread_selected(self) -> None:
        """Says which keys work on a selection of the mouse."""
        self.say(self.strings.selecting)

    def on_pointed_spread_figure_chosen(self, event: PointedSpread.FigureChosen) -> None:
        """Opens the figure whose sign was clicked."""
        from reader.ui.commands.articles import open_figure

        open_figure(self._reading, event.figure)

    def on_pointed_spread_mark_chosen(self, event: PointedSpread.MarkChosen) -> None:
        """Shows the notes of the paragraph whose mark was clicked."""
        from reader.ui.commands.glossary import show_notes_of

        show_notes_of(self._reading, event.anchor)

    def on_pointed_spread_link_chosen(self, event: PointedSpread.LinkChosen) -> None:
        """Follows the link that was clicked."""
        from reader.ui.commands.travelling import follow

        follow(self._reading, event.target)

    def on_pointed_spread_word_chosen(self, event: PointedSpread.WordChosen) -> None:
        """Looks up the word that was clicked twice; selects the paragraph where no words are looked up."""
        from reader.ui.commands.lookup import look_up_or_select

        look_up_or_select(self._reading, event.place)

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        """Opens the entry of a panel that the mouse chose."""
        from reader.ui.commands.articles import choose

        choose(self._reading, event.value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Finds the words in the box as they are typed."""
        from reader.ui.commands.finding import find_typed

        if event.input.id == "find":
            find_typed(self._reading, event.value)

    async def action_keep_found(self) -> None:
        """Closes the box of find in article, and keeps its matches lit."""
        from reader.ui.commands.finding import keep_found

        await keep_found(self._reading)

    async def action_begin_page(self, digit: str) -> None:
        """Opens the box for the number of a page, which begins with a digit."""
        from reader.ui.commands.travelling import ask_for_page

        await ask_for_page(self._reading, digit)

    async def action_take_page(self) -> None:
        """Closes the box of a page, and goes to the page."""
        from reader.ui.commands.travelling import take_page

        await take_page(self._reading)

    # -- answers to the app ---------------------------------------------------------------------------

    def leave_place(self) -> None:
        """Keeps the place in the article for the way back."""
        self._reading.leave_place()

    def issue_in_sight(self) -> Issue:
        """Returns the issue that is open."""
        return self._reading.opened.issue

    def chosen_words(self) -> str:
        """Returns the first line of the selection."""
        context = self._reading
        text = context.opened.text_of(context.window, context.selection) if context.selection else ""
        return text.strip().partition("\n")[0]

    def unsaved(self) -> tuple[Mark, ...]:
        """Returns the place in the article, if it is not written yet."""
        return self._reading.unsaved()

    def relabel(self) -> None:
        """Fills all lines and panels anew, in the interface's language."""
        self._reading.relabel()
