"""The reading screen: contents, the article in two languages, captions, status; find in article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from reader.errors import ReaderError
from reader.layout.flow import flow
from reader.layout.spaces import LEFT, RIGHT
from reader.library import resolve
from reader.model.counting import minutes
from reader.model.magazine import Article, Figure, Issue
from reader.model.naming import both, issue_name
from reader.reading.tour import Hits, where
from reader.search.hits import Hit
from reader.search.query import Query
from reader.ui import entries
from reader.ui.commands.table import READING, bindings
from reader.ui.screens.editing import Editing
from reader.ui.screens.looking import Looking
from reader.ui.screens.marking import Marking
from reader.ui.screens.moving import Moving
from reader.ui.screens.terms import Glossed
from reader.ui.widgets.listing import Listing
from reader.ui.widgets.pointed_spread import PointedSpread
from reader.ui.widgets.sidebar import Sidebar
from reader.ui.widgets.status import Banner, Status

if TYPE_CHECKING:
    from reader.ui.widgets.panel import Panel

BROAD_CELLS = 140
"""From this width on the panels beside the text are wider."""


class ReadingScreen(Looking, Glossed, Marking, Moving, Editing):
    """Shows one article at a time of an issue; ``sought`` is what a search lit on the way here, among ``hits``."""

    scope = READING
    BINDINGS: ClassVar[list[BindingType]] = bindings(READING)

    def __init__(self, chosen: entries.Chosen, sought: Query | None = None, hits: Hits | None = None) -> None:
        super().__init__()
        issue = chosen.entry.issue
        assert issue is not None
        self.entry = chosen.entry
        self.issue: Issue = issue
        self.article: Article = chosen.article
        self.languages = self.reader.look.pair_of(self.issue, self.article)
        self._anchor = chosen.anchor
        self._sought, self.hits = sought, hits
        self._shown = {"contents": {"wide": True}, "captions": {"wide": True, "medium": True}}
        self._minutes = 0.0
        self._marks = []
        self._arranged: tuple[str, bool, bool, bool] | None = None

    def compose(self) -> ComposeResult:
        """The panels and the two lines around them."""
        self._classify(update=False)  # before there are panels: they are styled once, as they are mounted
        yield Banner(id="banner")
        with Container(id="body"):
            yield Sidebar[entries.Chosen]("contents", edge="right")
            yield Sidebar[Figure]("captions", edge="left")
            yield PointedSpread(flow(self.article, self.languages), self.reader.look)
        yield from self.below()
        yield Status(id="status")

    def below(self) -> ComposeResult:
        """What stands between the article and the status line."""
        yield from ()

    @property
    def contents(self) -> Sidebar[entries.Chosen]:
        """The contents panel."""
        return self.query_one("#contents", Sidebar)

    @property
    def captions(self) -> Sidebar[Figure]:
        """The captions panel."""
        return self.query_one("#captions", Sidebar)

    def on_mount(self) -> None:
        """Shows the article at the place that was asked for, or where it was left."""
        self.watch_file()
        self._arrange()
        self._open(self.article, self._anchor)
        self.set_focus(self.view)

    def on_resize(self) -> None:
        """Puts the panels where there is room for them."""
        self._arrange()

    def _classify(self, update: bool = True) -> None:
        classes = {name: name == self.breadth for name in ("wide", "medium", "narrow")}
        self.update_classes(classes | {"broad": self.app.size.width >= BROAD_CELLS}, update)

    def _arrange(self) -> None:
        breadth = self.breadth
        contents = self._shown["contents"].get(breadth, False)
        wanted = self._shown["captions"].get(breadth, False)
        captions = wanted and (breadth == "wide" or bool(self.article.figures))
        arranged = breadth, self.app.size.width >= BROAD_CELLS, contents, captions
        if arranged != self._arranged:  # to say the same again would have Textual lay out all again
            self._arranged = arranged
            self._classify()
            self.contents.display, self.captions.display = contents, captions

    # -- what is shown ------------------------------------------------------------------------------

    def _open(self, article: Article, anchor: str = "") -> None:
        """Shows an article, from an anchor or from where it was left."""
        if article is not self.article:
            self._remember()
            self._before_find = None
            self.article = article
            self.languages = self.reader.look.pair_of(self.issue, article)
        self.open_place()
        at, current = (anchor, "") if anchor else self.last_place()
        lit = self.view.sought if self._sought is None else self._sought
        self.mark_terms()
        self.view.show(flow(article, self.languages), at, lit, current)  # what find lit stays lit in the next article
        self.measure_time()
        self.call_after_refresh(self.show_marks)
        self._arrange()
        self.relabel()

    def open_hit(self, hit: Hit, by: int) -> None:
        """Opens the article of a hit, in whichever issue it stands."""
        try:
            target = resolve(self.reader.library, hit.address)
        except ReaderError as error:
            self.say(str(error))
            return
        assert target.article
        if target.entry is not self.entry:
            self._remember()
            self.entry, self.issue = target.entry, target.issue
            self.watch_file()
        self._open(target.article, hit.anchor)
        if self.view.ready and self.view.viewport.matches:
            self.go(lambda viewport: viewport.go_to_first_match(by))
        assert self.hits
        position = self.hits.articles.index(where(hit)) + 1
        title = both(target.article.title, self.issue.languages_of(target.article))
        self.say(self.strings.hit_article.format(position=position, count=len(self.hits.articles), title=title))

    def show_anew(self, issue: Issue, article: Article) -> None:
        """Shows another version of the article at the place where the reader is, with the same matches lit."""
        known = issue.languages
        at, current = self.place_in(issue, article)
        self.issue, self.article = issue, article
        if not {*self.languages} <= {*known}:
            self.languages = self.reader.look.pair_of(issue, article)
        self.mark_terms()
        self.view.show(flow(article, self.languages), at, self.view.sought, current)
        self.measure_time()
        self.call_after_refresh(self.show_marks)
        self._arrange()
        self.relabel()

    def measure_time(self) -> None:
        """Works out how long the left language takes to read; the right one where the left has nothing."""
        shown = self.view.flow.sides
        sides = ((shown[0], LEFT), (shown[-1], RIGHT))
        texts = next(filter(any, (items.texts(side) for items, side in sides)), [])
        self._minutes = minutes(texts)

    def _remember(self) -> None:
        self.reader.remember(self.entry, self.article, self.view.viewport.locus, self.unsaved())
        self.reader.look = self.view.look(self.reader.look)

    def relabel(self) -> None:
        """Says everything in the interface's language."""
        self.contents.title, self.captions.title = self.strings.contents, self.strings.captions
        self.captions.empty = self.strings.no_figures
        places = self.reader.memory.places(self.issue.id)
        listed = entries.contents(self.entry, self.issue, self.strings, places, self.article.id)
        here = (k for k, e in enumerate(listed) if e.value and e.value.article is self.article)
        self.contents.show(listed, next(here, -1))
        banner = self.query_one(Banner)
        banner.names = (issue_name(self.issue), issue_name(self.issue, self.languages[:1]))
        section = next(section for section, article in self.issue.articles() if article is self.article)
        banner.right = both(section.title, self.issue.languages)
        status = self.query_one(Status)
        status.scope, status.language = READING, self.reader.interface
        self.follow()

    def on_spread_view_place_changed(self) -> None:
        """Follows the reading place."""
        self.follow()

    def follow(self) -> None:
        """Keeps the captions and the status line beside the reading place."""
        if self.view.ready:
            self._show_captions()
            self._tell()
            self.reader.save_soon()

    def _show_captions(self) -> None:
        figures = self.article.figures
        near = self.view.viewport.figure or (figures[0].id if figures else "")
        listed = entries.captions(self.article, self.languages, near, self.strings, self.notes_here())
        cursor = next((k for k, e in enumerate(listed) if e.value and e.value.id == near), -1)
        if listed != self.captions.entries or cursor != self.captions.cursor:
            self.captions.show(listed, cursor)

    def _tell(self) -> None:
        """Says in the status line where the reader is."""
        view, strings = self.view.viewport, self.strings
        parts = []
        item = view.item
        if matches := view.matches:
            count = f"{len(matches.spans)}{'' if matches.complete else '+'}"
            index = matches.index_of(view.current) if view.current else None
            position = "…" if index is None else index + 1
            parts.append(strings.matches.format(position=position, count=count) if view.current else strings.no_match)
        if self.file_fault:
            parts.insert(0, self.file_fault)
        if view.loose:
            parts.append(strings.apart)
        if notes := self.notes_here():
            parts.append(f"✎ {notes[0].note.strip().splitlines()[0]}")
        page = item.page if item and item.page else self.article.pages[0] if self.article.pages else ""
        if page:
            parts.append(strings.page.format(page=page))
        total = view.passages
        if total:
            parts.append(f"¶{view.passage_number}/{total}")
        parts.append(f"{round(view.progress * 100)}%")
        left = self._minutes * (1 - view.progress)
        parts.append(strings.finished if view.at_end else strings.minutes_left.format(minutes=max(1, round(left))))
        if after := self._neighbour(1):
            parts.append(f"{strings.next} {both(after.title, self.issue.languages_of(after))}")
        self.query_one(Status).parts = tuple(parts)

    def _neighbour(self, by: int) -> Article | None:
        articles = [article for _, article in self.issue.articles()]
        index = next(k for k, article in enumerate(articles) if article is self.article) + by
        return articles[index] if 0 <= index < len(articles) else None

    # -- panels -----------------------------------------------------------------------------------------

    @property
    def panels(self) -> list[Panel]:
        """The panels in the order in which the focus goes through them."""
        return [self.contents, self.view, self.captions]

    @property
    def list_in_focus(self) -> Listing[Any] | None:
        """The panel that has the focus, if it is a list."""
        return next((panel for panel in (self.contents, self.captions) if self.focused is panel), None)

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        """Opens what the mouse chose in a panel."""
        self._choose(event.value)

    def _choose(self, value: object) -> None:
        """Opens an article or a figure."""
        if isinstance(value, entries.Chosen):
            if self.breadth != "wide":
                self._toggle("contents", False)
            self._open(value.article)
            self.set_focus(self.view)
        elif isinstance(value, Figure):
            self._look_at(value.id)

    def on_pointed_spread_figure_chosen(self, event: PointedSpread.FigureChosen) -> None:
        """Opens the figure whose mark was clicked."""
        self._look_at(event.figure)

    def _look_at(self, figure_id: str) -> None:
        from reader.ui.screens.figure import FigureScreen

        self._remember()
        self.app.push_screen(FigureScreen(self.entry, self.article, self.languages, figure_id))

    def _toggle(self, name: str, shown: bool | None = None) -> None:
        panel = self.contents if name == "contents" else self.captions
        state = self._shown[name]
        state[self.breadth] = not panel.display if shown is None else shown
        self._arranged = None
        panel.display = state[self.breadth]
        if not panel.display and self.focused is panel:
            self.set_focus(self.view)

    def action_contents(self) -> None:
        """Shows or hides the contents; where they cover the text they take the focus."""
        self._toggle("contents")
        if self.contents.display and self.breadth != "wide":
            self.set_focus(self.contents)

    def action_captions(self) -> None:
        """Shows or hides the captions."""
        self._toggle("captions")

    def action_panel(self) -> None:
        """Moves the focus to the next panel."""
        self._focus_panel(1)

    def action_panel_back(self) -> None:
        """Moves the focus to the previous panel."""
        self._focus_panel(-1)

    def _focus_panel(self, by: int) -> None:
        panels = [panel for panel in self.panels if panel.display]
        here = next((k for k, panel in enumerate(panels) if self.focused is panel), 0)
        self.set_focus(panels[(here + by) % len(panels)])

    def action_wider(self) -> None:
        """Widens the panel that has the focus, else the contents."""
        self._widen(2)

    def action_narrower(self) -> None:
        """Narrows the panel that has the focus, else the contents."""
        self._widen(-2)

    def _widen(self, by_cells: int) -> None:
        panel = self.list_in_focus
        (panel if isinstance(panel, Sidebar) else self.contents).widen(by_cells)

    # -- articles and figures --------------------------------------------------------------------------------

    def action_next_article(self) -> None:
        """Opens the next article of the issue."""
        self._go_to_article(1, self.strings.last_article)

    def action_previous_article(self) -> None:
        """Opens the previous article of the issue."""
        self._go_to_article(-1, self.strings.first_article)

    def _go_to_article(self, by: int, refusal: str) -> None:
        article = self._neighbour(by)
        if article:
            self._open(article)
        else:
            self.say(refusal)

    def action_open(self) -> None:
        """Opens what is under the cursor of a panel; from the text, the figure beside it."""
        if self.list_in_focus:
            self._choose(self.list_in_focus.value)
        else:
            self.action_figure()

    def action_figure(self) -> None:
        """Shows the figure nearest to the reading place."""
        figure = self.captions.value if self.focused is self.captions else None
        figures = self.article.figures
        figure_id = figure.id if figure else self.view.viewport.figure or (figures[0].id if figures else "")
        if figure_id:
            self._look_at(figure_id)
        else:
            self.say(self.strings.no_figures)

    # -- the program --------------------------------------------------------------------------------------------

    async def action_back(self) -> None:
        """Closes the box or panel that is open, then what find lit, then the article."""
        if self.find_box:
            await self._close_find()
            self._forget_find()
        elif self.selection:
            self.view.select(None)
        elif self.list_in_focus and self.breadth != "wide" and self.list_in_focus is self.contents:
            self._toggle("contents", False)
        elif self.list_in_focus:
            self.set_focus(self.view)
        elif self.view.viewport.sought.terms and self._before_find:
            self._forget_find()
        elif self.is_current:  # a second key in a burst finds it gone
            self._remember()
            self.reader.leave_reading(self.entry)
