"""Search over the library: results while typing, both languages of each hit."""

from __future__ import annotations

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input
from textual.worker import get_current_worker

from reader.library import Entry as LibraryEntry
from reader.search import Hit, Query, parse_query, scan
from reader.ui import entries
from reader.ui.commands import SEARCH, bindings
from reader.ui.screens.listed import ListedScreen
from reader.ui.widgets.listing import Listing
from reader.ui.widgets.status import Banner, Status

MAX_HITS = 300


class SearchScreen(ListedScreen):
    """A box, and under it the hits. The arrows move in the hits while the box keeps the letters."""

    scope = SEARCH
    BINDINGS: ClassVar[list[BindingType]] = bindings(SEARCH)

    def compose(self) -> ComposeResult:
        """The box, the hits, and the two lines around them."""
        yield Banner(id="banner")
        yield Input(id="query", placeholder=self.strings.search_prompt, compact=True)
        yield Listing[entries.Chosen]("hits")
        yield Status(id="status")

    @property
    def hits(self) -> Listing[entries.Chosen]:
        """The list of hits."""
        return self.query_one("#hits", Listing)

    @property
    def listing(self) -> Listing[entries.Chosen]:
        """The list whose cursor moves."""
        return self.hits

    @property
    def box(self) -> Input:
        """The box that holds the query."""
        return self.query_one("#query", Input)

    def on_mount(self) -> None:
        """Waits for words."""
        self.relabel()
        self.set_focus(self.box)

    def relabel(self) -> None:
        """Says everything in the interface's language."""
        self.query_one(Banner).names = (self.strings.search,)
        self.query_one(Status).parts = (self.strings.close_hint,)
        self.box.placeholder = self.strings.search_prompt
        self.hits.empty = self.strings.type_to_search

    def on_input_changed(self, event: Input.Changed) -> None:
        """Looks for what is typed; a search that is still under way is dropped."""
        query = parse_query(event.value, typing=True)
        if query.terms:
            self._search(query)
        else:
            self.workers.cancel_group(self, "search")
            self._show([], query)

    @work(thread=True, exclusive=True, group="search")
    def _search(self, query: Query) -> None:
        """Scans the library beside the event loop."""
        worker = get_current_worker()
        found: list[tuple[LibraryEntry, Hit]] = []
        for entry, issue in self.reader.library.issues():
            for hit in scan((issue,), query):
                if worker.is_cancelled:
                    return
                if len(found) < MAX_HITS:
                    found.append((entry, hit))
        if not worker.is_cancelled:
            self.app.call_from_thread(self._show, found, query)

    def _show(self, found: list[tuple[LibraryEntry, Hit]], query: Query) -> None:
        if not self.is_mounted:
            return
        self.hits.empty = self.strings.no_match if query.terms else self.strings.type_to_search
        self.hits.show(entries.hits(found, self.strings))
        articles = len({(hit.issue.id, hit.article.id) for _, hit in found})
        count = self.strings.hits.format(hits=len(found), articles=articles) if found else ""
        if len(found) == 1:
            count = self.strings.one_hit
        if len(found) >= MAX_HITS:
            count = self.strings.more_hits.format(limit=MAX_HITS)
        self.query_one(Banner).right = count

    def on_input_submitted(self) -> None:
        """Opens the hit under the cursor."""
        self.action_open()

    def chosen(self, value: entries.Chosen) -> None:
        """Opens a hit with its matches lit."""
        from reader.ui.screens.reading import ReadingScreen

        self.app.push_screen(ReadingScreen(value, parse_query(self.box.value, typing=True)))

    # -- commands --------------------------------------------------------------------------------------------

    def action_panel(self) -> None:
        """Moves the focus between the box and the hits."""
        (self.hits if self.box.has_focus else self.box).focus()

    def action_panel_back(self) -> None:
        """Moves the focus between the box and the hits."""
        self.action_panel()
