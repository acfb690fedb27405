"""Search over the library: results while typing, both languages of each hit."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input
from textual.worker import get_current_worker

from reader.errors import ReaderError
from reader.library import resolve
from reader.library.searching import SearchResult
from reader.model.language import name
from reader.model.naming import issue_name
from reader.model.record import replace
from reader.reading.tour import Hits
from reader.search import Hit, Query, parse_query, with_spellings
from reader.search.narrowing import Narrowing
from reader.search.ranking import SORTS
from reader.search.spellings import glossary_of
from reader.ui import hit_list
from reader.ui.commands.table import SEARCH, bindings
from reader.ui.entries import Chosen
from reader.ui.screens.listed import ListedScreen
from reader.ui.searching import Searching
from reader.ui.widgets.listing import Listing
from reader.ui.widgets.status import Banner, Status

if TYPE_CHECKING:
    from reader.model.magazine import Issue
    from reader.search.ranking import Sort

T = TypeVar("T", bound=str)

MAX_HITS = 200
KINDS = ("", "title", "caption", "credit", "text")
NOTHING = SearchResult(())


class SearchScreen(ListedScreen):
    """A box, and under it the hits. The arrows move in the hits while the box keeps the letters."""

    scope = SEARCH
    BINDINGS: ClassVar[list[BindingType]] = bindings(SEARCH)

    def __init__(self, words: str = "", issue: Issue | None = None) -> None:
        """Begins with a search for ``words`` as a phrase; ``issue`` is where the reader came from."""
        super().__init__()
        self._words = f'"{words.replace(chr(34), " ")}"' if words else ""
        self._issue = issue
        self._narrowing = Narrowing()
        self._sort = SORTS[0]
        self._query = Query(())
        self._found = NOTHING
        self._searching: Searching | None = None
        self._is_in_part = False  # as long as it is not known what changed, the index alone is searched

    def compose(self) -> ComposeResult:
        """The box, the hits, and the two lines around them."""
        yield Banner(id="banner")
        yield Input(
            self._words, id="query", placeholder=self.strings.search_prompt, compact=True, select_on_focus=False
        )
        yield Listing[Hit]("hits")
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
        """The box that holds the query."""
        return self.query_one("#query", Input)

    def on_mount(self) -> None:
        """Waits for words."""
        self.relabel()
        self.set_focus(self.box)
        self.box.cursor_position = len(self._words)
        self.search()

    def on_unmount(self) -> None:
        """Gives up what is under way."""
        if self._searching:
            self._searching.close()

    def relabel(self) -> None:
        """Says everything in the interface's language."""
        status = self.query_one(Status)
        status.scope, status.language = SEARCH, self.reader.interface
        self._tell()
        self.box.placeholder = self.strings.search_prompt
        self._show(self._found, self._query, self.hits.cursor)

    def on_resize(self) -> None:
        """Shows as much of each hit as there is room for."""
        self._show(self._found, self._query, self.hits.cursor)

    # -- searching -----------------------------------------------------------------------------------------------

    def issue_in_sight(self) -> Issue | None:
        """Returns the issue of the hit under the cursor, else the one that the reader came from."""
        return self.hits.value.issue if self.hits.value else self._issue

    def on_input_changed(self) -> None:
        """Looks for what is typed."""
        self.search()

    def search(self) -> None:
        """Looks for what is in the box; a search that is still under way is dropped."""
        self.workers.cancel_group(self, "search")
        if self._searching:
            self._searching.stop()
        query = self._narrowing.of(parse_query(self.box.value, typing=True))
        if query.clauses:
            self._search(query, self._sort, self._narrowing.issue)
        else:
            self._show(NOTHING, query)

    def library_read(self) -> None:
        """Tells how far the reading is."""
        self._tell()

    def library_kept(self, changed: bool) -> None:
        """Looks again, in what the library holds now."""
        self._tell()
        if changed or self._is_in_part:
            if self._searching:
                self._searching.close()
            self._searching = None
            self.search()

    def _tell(self) -> None:
        reading = self.reader.reading_issues
        told = self.strings.reading_issues.format(done=reading[0], total=reading[1]) if reading and reading[1] else ""
        self.query_one(Status).parts = (*filter(None, (told,)), self.strings.close_hint)

    @work(thread=True, group="search")
    def _search(self, query: Query, sort: Sort, issue: str) -> None:
        worker = get_current_worker()
        searching = self._searching
        if searching is None:
            self._is_in_part = self.reader.reading_issues is not None
            searching = self._searching = Searching(self.reader.library, whole=not self._is_in_part)
        found = searching.find(query, sort, MAX_HITS, lambda: worker.is_cancelled)
        if found is None or worker.is_cancelled:
            return
        if issue:  # another issue's name may hold this one's id
            found = replace(found, hits=tuple(hit for hit in found.hits if hit.issue.id == issue))
        self.app.call_from_thread(self._show, found, query)

    def _show(self, found: SearchResult, query: Query, cursor: int = -1) -> None:
        if not self.is_mounted:
            return
        self._found, self._query = found, query
        self.hits.empty = self.strings.no_match if query.clauses else self.strings.type_to_search
        self.hits.show(hit_list.hits(found.hits, query, self.size.width, self.strings), cursor)
        banner = self.query_one(Banner)
        issue = self._narrowing.issue and next((issue_name(hit.issue) for hit in found.hits), self._narrowing.issue)
        told = (
            self.strings.by_date if self._sort != SORTS[0] else "",
            name(self._narrowing.language) if self._narrowing.language else "",
            self.strings.kinds.get(self._narrowing.field, ""),
            issue,
        )
        held = [*filter(None, told)]
        banner.names = tuple(" · ".join((self.strings.search, *held[:k])) for k in range(len(held), -1, -1))
        banner.right = self._count(found)

    def _count(self, found: SearchResult) -> str:
        articles = len({(hit.issue.id, hit.article.id) for hit in found.hits})
        if found.more:
            return self.strings.more_hits.format(limit=len(found.hits))
        if len(found.hits) == 1:
            return self.strings.one_hit
        return self.strings.hits.format(hits=len(found.hits), articles=articles) if found.hits else ""

    # -- going to a hit ------------------------------------------------------------------------------------------

    def on_input_submitted(self) -> None:
        """Opens the hit under the cursor."""
        self.action_open()

    def chosen(self, value: Hit) -> None:
        """Opens a hit with its matches lit; the others are given along, to go on to."""
        from reader.ui.screens.reading import ReadingScreen

        try:
            target = resolve(self.reader.library, value.address)
        except ReaderError as error:
            self.say(str(error))
            return
        assert target.article
        self.reader.history.add(self.box.value)
        sought = with_spellings(self._query, glossary_of(target.issue.glossary))
        index = next(k for k, hit in enumerate(self._found.hits) if hit is value)
        chosen = Chosen(target.entry, target.article, value.anchor)
        self.app.push_screen(ReadingScreen(chosen, sought, Hits(self._found.hits, index, sought)))

    async def action_back(self) -> None:
        """Goes back, and keeps what was searched for."""
        if self._found.hits:
            self.reader.history.add(self.box.value)
        await super().action_back()

    # -- commands ------------------------------------------------------------------------------------------------

    def action_panel(self) -> None:
        """Moves the focus between the box and the hits."""
        self.set_focus(self.hits if self.box.has_focus else self.box)

    def action_panel_back(self) -> None:
        """Moves the focus between the box and the hits."""
        self.action_panel()

    def action_line_up(self) -> None:
        """Moves the cursor up; in an empty box it brings back what was searched for."""
        if self.box.has_focus and not self.box.value:
            self.action_history()
        else:
            super().action_line_up()

    def action_history(self) -> None:
        """Puts what was searched for before into the box."""
        if words := self.reader.history.before(self.box.value):
            self.box.value = words
            self.box.cursor_position = len(words)
        else:
            self.say(self.strings.no_history)

    def action_language(self) -> None:
        """Goes to the next language that is searched alone, then to all of them."""
        known = ("", *sorted(self.reader.library.languages()))
        self._hold(replace(self._narrowing, language=_after(self._narrowing.language, known)))

    def action_kind(self) -> None:
        """Goes to the next kind of texts that is searched alone, then to all of them."""
        self._hold(replace(self._narrowing, field=_after(self._narrowing.field, KINDS)))

    def action_issue(self) -> None:
        """Searches in the issue in sight alone, or in all of them again."""
        issue = self.issue_in_sight()
        if self._narrowing.issue:
            self._hold(replace(self._narrowing, issue=""))
        elif issue:
            self._hold(replace(self._narrowing, issue=issue.id))
        else:
            self.say(self.strings.no_issue)

    def action_sort(self) -> None:
        """Puts the newest hits first, or the best."""
        self._sort = _after(self._sort, SORTS)
        self._hold(self._narrowing)

    def _hold(self, narrowing: Narrowing) -> None:
        self._narrowing = narrowing
        self.search()


def _after(value: str, values: tuple[T, ...]) -> T:
    """Returns the value behind another, around the end."""
    return values[(values.index(value) + 1) % len(values)] if value in values else values[0]
