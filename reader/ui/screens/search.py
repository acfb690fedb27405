"""Search over the library: hits while typing, each in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.containers import Container
from textual.widgets import Input
from textual.worker import get_current_worker

from reader.errors import ReaderError
from reader.library import resolve
from reader.library.live_search import LiveSearch
from reader.library.searching import SearchResult
from reader.model.record import replace
from reader.reading.lines import SHARED_CELLS, list_place
from reader.reading.tour import Hits
from reader.search import Hit, Query, parse_query, with_spellings
from reader.search.narrowing import Narrowing
from reader.search.ranking import SORTS
from reader.search.readings import may_be_pinyin
from reader.search.spellings import GlossarySpellings
from reader.ui.commands.command import SEARCH
from reader.ui.commands.table import BY_ID, bindings
from reader.ui.host import Destination
from reader.ui.lists.hits import hit_count, hit_entries, hit_rows, narrowed_to, search_names
from reader.ui.lists.legend import MARGIN_CELLS
from reader.ui.lists.rows import MARK_CELLS
from reader.ui.screens.base import ReaderScreen
from reader.ui.widgets.legend import Legend
from reader.ui.widgets.line_box import LineBox
from reader.ui.widgets.listing import Listing
from reader.ui.widgets.status import Banner, Status

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.model.magazine import Issue
    from reader.search.ranking import Sort
    from reader.ui.screens.reading import ReadingScreen

MAX_HITS = 200
MAX_CELLS = 80
"""Maximum width of the lines of the hits."""
NOTHING = SearchResult(())


class SearchScreen(ReaderScreen):
    """A box, and under it the hits. The arrows move in the hits while the box takes the letters."""

    scope = SEARCH
    BINDINGS: ClassVar[list[BindingType]] = bindings(SEARCH)

    def __init__(self, words: str = "", issue: Issue | None = None) -> None:
        """Begins with a search for ``words`` as a phrase; ``issue`` is the one that the reader comes from."""
        super().__init__()
        self._words = f'"{words.replace(chr(34), " ")}"' if words else ""
        self._issue = issue
        self.narrowing = Narrowing()
        self.sort: Sort = SORTS[0]
        self._query = Query(())
        self._found = NOTHING
        self._live: LiveSearch | None = None
        self._is_in_part = False  # while changed files are being read, the index alone is searched

    def compose(self) -> ComposeResult:
        """Yields the box, the hits, and the two lines around them."""
        yield Banner(id="banner")
        yield LineBox(
            self._words, id="query", placeholder=self.strings.search_prompt, compact=True, select_on_focus=False
        )
        with Container(id="found"):
            yield Listing[Hit]("hits", is_led=True, max_cells=MAX_CELLS)
            yield Legend("beside")
        yield Status(id="status")

    @property
    def hits(self) -> Listing[Hit]:
        """The list of hits."""
        return self.query_one("#hits", Listing)

    @property
    def listing(self) -> Listing[Hit]:
        """The list whose cursor moves."""
        return self.hits

    @property
    def box(self) -> Input:
        """The box with the query."""
        return self.query_one("#query", Input)

    def on_mount(self) -> None:
        """Waits for words."""
        self.relabel()
        self.set_focus(self.box)
        self.box.cursor_position = len(self._words)
        self.watch(self.hits, "cursor", self._show_beside, init=False)
        self.search()

    def on_unmount(self) -> None:
        """Gives up the search that is under way."""
        if self._live:
            self._live.close()

    def relabel(self) -> None:
        """Shows everything in the interface's language."""
        status = self.query_one(Status)
        status.scope, status.language = SEARCH, self.host.interface
        self._show_progress()
        self.box.placeholder = self.strings.search_prompt
        self._show(self._found, self._query, self.hits.cursor)

    def on_resize(self) -> None:
        """Shows as much of each hit as there is room for."""
        self.classify_breadth()
        self._show(self._found, self._query, self.hits.cursor)

    # -- searching -----------------------------------------------------------------------------------------------

    def issue_in_sight(self) -> Issue | None:
        """Returns the issue of the hit under the cursor, else the one that the reader comes from."""
        return self.hits.value.issue if self.hits.value else self._issue

    def on_input_changed(self) -> None:
        """Searches for the words in the box."""
        self.search()

    def narrow(self, narrowing: Narrowing) -> None:
        """Searches in other texts alone."""
        self.narrowing = narrowing
        self.search()

    def search(self) -> None:
        """Searches for the words in the box; a search that is still under way is given up."""
        self.workers.cancel_group(self, "search")
        if self._live:
            self._live.stop()
        query = self.narrowing.of(parse_query(self.box.value, typing=True))
        if query.clauses:
            self._search(query, self.sort, self.narrowing.issue)
        else:
            self._show(NOTHING, query)

    def library_read(self) -> None:
        """Shows how far the reading of changed files is."""
        self._show_progress()

    def library_kept(self, changed: bool) -> None:
        """Searches again, in the library as it is now."""
        self._show_progress()
        if changed or self._is_in_part:
            if self._live:
                self._live.close()
            self._live = None
            self.search()

    def _show_progress(self) -> None:
        """Shows the place in the hits, and how far the reading of changed files is."""
        progress = self.host.upkeep.progress
        told = ""
        if progress and progress.total:
            told = self.strings.reading_issues.format(done=progress.done, total=progress.total)
        hit, hits, status = self.hits.value, self._found.hits, self.query_one(Status)
        position = next((k for k, each in enumerate(hits, 1) if each is hit), 0)
        page = self.strings.page.format(page=hit.page) if hit and hit.page else ""
        is_told = hit is not None and self.size.width >= SHARED_CELLS  # the list shows it, too
        about = (hit.article.title.best(hit.article.title.languages), page) if hit and is_told else ()
        status.parts, status.has_entry = list_place(position, len(hits), *about, told), hit is not None

    @work(thread=True, group="search")
    def _search(self, query: Query, sort: Sort, issue: str) -> None:
        worker = get_current_worker()
        live = self._live
        if live is None:
            self._is_in_part = self.host.upkeep.progress is not None
            live = self._live = LiveSearch(self.host.library, whole=not self._is_in_part)
        found = live.find(query, sort, MAX_HITS, lambda: worker.is_cancelled)
        if found is None or worker.is_cancelled:
            return
        if issue:  # another issue's name may hold this one's id
            found = replace(found, hits=tuple(hit for hit in found.hits if hit.issue.id == issue))
        self.app.call_from_thread(self._show, found, query)

    def _show(self, found: SearchResult, query: Query, cursor: int = -1) -> None:
        if not self.is_whole:  # found when the screen was closed, or is being closed
            return
        self._found, self._query = found, query
        self.hits.empty = self._told_without_hits(query)
        self.hits.show(hit_entries(found.hits, query, self._list_cells, self.strings), cursor)
        banner = self.query_one(Banner)
        banner.names = search_names(self.narrowing, self.sort, self.strings)
        banner.asides = (hit_count(found, self.strings),)
        self.call_after_refresh(self._show_beside)

    def _told_without_hits(self, query: Query) -> str:
        """Returns the next step where there is no hit."""
        if not query.clauses:
            return self.strings.type_to_search
        held = narrowed_to(self.narrowing, self.strings)
        limits = {"language": self.narrowing.language, "kind": self.narrowing.field, "issue": self.narrowing.issue}
        keys = [BY_ID[name].hint(SEARCH, self.host.keys) for name, limit in limits.items() if limit]
        if not held:
            return self.strings.no_hits_by_pinyin if may_be_pinyin(query) else self.strings.no_hits
        return self.strings.no_hits_in.format(held=" · ".join(held), keys=" / ".join(filter(None, keys)))

    @property
    def _list_cells(self) -> int:
        """The width of the list, which the preview takes half of."""
        width = self.size.width // 2 if self.breadth == "wide" else self.size.width
        return min(width, MAX_CELLS + MARK_CELLS)

    def _show_beside(self) -> None:
        """Shows the hit under the cursor in full, with its counterpart."""
        if not self.is_whole:  # called after a frame, when the screen may be closed
            return
        self._show_progress()
        beside, hit = self.query_one("#beside", Legend), self.hits.value
        width = beside.size.width - 2 * MARGIN_CELLS
        beside.lines = hit_rows(hit, self._query, width) if hit and width > 0 else []

    # -- going to a hit ------------------------------------------------------------------------------------------

    def take_line(self) -> None:
        """Opens the hit under the cursor."""
        if self.hits.value is not None:
            self.choose(self.hits.value)

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        """Opens the hit that the mouse chose."""
        self.choose(event.value)

    def choose(self, value: Hit) -> None:
        """Opens a hit with its matches lit; the reading screen can go on to the other hits."""
        if opened := self.screen_of(value):
            self.app.push_screen(opened)

    def screen_of(self, value: Hit) -> ReadingScreen | None:
        """Returns a screen of the article of a hit; None, with a message, if the library does not have it now."""
        from reader.ui.screens.reading import ReadingScreen

        try:
            target = resolve(self.host.library, value.address)
        except ReaderError as error:
            self.say(str(error))
            return None
        assert target.article
        self.host.history.add(self.box.value)
        sought = with_spellings(self._query, GlossarySpellings(target.issue.glossary))
        index = next(k for k, hit in enumerate(self._found.hits) if hit is value)
        destination = Destination(target.entry, target.article, value.anchor)
        return ReadingScreen(destination, sought, Hits(self._found.hits, index, sought))

    def keep_search(self) -> None:
        """Adds the search to the earlier ones, if it has hits."""
        if self._found.hits:
            self.host.history.add(self.box.value)
