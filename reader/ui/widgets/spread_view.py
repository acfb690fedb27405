"""The article: one widget that draws a viewport line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from reader.pictures.sights import Sight
from reader.reading.display import Display, ViewSize
from reader.reading.last_place import Start
from reader.ui.widgets.page_ahead import PageAhead
from reader.ui.widgets.pictured import PicturedPanel, with_pictures

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.strip import Strip

    from reader.layout.flow import Flow
    from reader.layout.item import ItemName
    from reader.marks.article_text import TextRange
    from reader.model.terms import Terms
    from reader.reading.gap import BoxGap, GapPlace
    from reader.reading.look import Look
    from reader.reading.overlays import MarkOverlay
    from reader.reading.selection import Selection
    from reader.reading.viewport import Viewport
    from reader.reading.word_help import WordHelp
    from reader.search.query import Query


def _pictures_in_text(view: SpreadView, *, ahead: bool = False) -> Sequence[Sight]:
    """Returns the pictures in the text in sight, or those that may come into sight next."""
    files = view.shown.files
    if not files or not view.ready:
        return ()
    found = view.shown.pictures_ahead(view.view_size) if ahead else view.shown.pictures(view.view_size)
    ground = view.picture_cells.ground
    return [
        Sight(file, place.x, place.y, place.box, place.rows, ground=ground)
        for place in found
        if (file := files.file(place.figure))
    ]


class SpreadView(PicturedPanel, can_focus=True):
    """Draws a :class:`Display` at the widget's size."""

    picture_sights = _pictures_in_text

    class PlaceChanged(Message):
        """Another place is shown, or the same place in another shape."""

    def __init__(self, flow: Flow, look: Look, id: str = "spread") -> None:
        super().__init__(id=id)
        self.shown = Display(flow, look)
        self._first_size = ViewSize(0, 0)
        self._counting = False
        self.ahead = PageAhead(self, self)

    # -- the article ----------------------------------------------------------------------------------

    def show(self, flow: Flow, start: Start | None = None, sought: Query | None = None) -> None:
        """Shows another article or the same one anew, with the matches of a query lit; see :meth:`Display.show`."""
        self.shown.show(flow, start or Start(), sought)
        self.changed()

    def take(self, display: Display) -> None:
        """Shows an article as it was drawn before there was a widget."""
        self.shown, self._first_size = display, display.drawn_size
        self.changed()

    @property
    def look(self) -> Look:
        """The look of the article."""
        return self.shown.look

    @look.setter
    def look(self, look: Look) -> None:
        if look != self.shown.look:
            self.shown.look = look
            self.changed()

    @property
    def view_size(self) -> ViewSize:
        """The size of the widget; before it has one, that at which the article was laid out."""
        width, height = self.outer_size  # no panel has a border; found sooner, and asked for at each line
        return ViewSize(width, height) if width else self._first_size

    @property
    def ready(self) -> bool:
        """Whether there is a size, and so a viewport."""
        return self.view_size.width_cells > 0

    @property
    def viewport(self) -> Viewport:
        """The viewport at the widget's size."""
        viewport = self.shown.viewport(self.view_size)
        self._count_matches()
        return viewport

    # -- changes --------------------------------------------------------------------------------------

    def on_resize(self) -> None:
        """Draws the article in its new shape, unless it is drawn by now; the text at the top stays there."""
        if self.shown.drawn_size == self.view_size:
            self.post_message(self.PlaceChanged())
        else:
            self.changed()

    def measure_anew(self) -> None:
        """Lays the article out anew at the same place, because the widths of characters have changed."""
        super().measure_anew()
        self.shown.measure_anew()
        self.changed()

    def changed(self) -> None:
        """Draws everything anew, and posts :class:`PlaceChanged`."""
        self.shown.redraw()
        self.refresh()
        self.post_message(self.PlaceChanged())

    def go(self, step: Callable[[Viewport], object]) -> None:
        """Applies a step that moves the viewport or lights matches, and draws the result."""
        self.go_followed(step)
        self.post_message(self.PlaceChanged())

    def go_followed(self, step: Callable[[Viewport], object]) -> None:
        """Goes as :meth:`go`, for a caller that follows the place itself: no message is posted."""
        self.shown.go(self.view_size, step)
        self._count_matches()
        self.shown.redraw()
        self.refresh()
        self.ahead.begin()

    def select(self, selection: Selection | None) -> None:
        """Shows a selection with its moving end in sight; None removes it."""
        self.shown.select(self.view_size, selection)
        self.changed()

    def light_sentence(self, sentence: TextRange | None) -> None:
        """Lights a sentence; None lights none."""
        self.shown.light_sentence(sentence)
        self.changed()

    def open_gap(self, gap: BoxGap) -> GapPlace:
        """Makes room for a box below some paragraphs, and returns its place on the widget."""
        place = self.shown.open_gap(self.view_size, gap)
        self.shown.redraw()
        self.refresh()
        return place

    def close_gap(self) -> None:
        """Draws the rows below the box at their places again."""
        self.shown.close_gap()
        self.changed()

    def reveal(self, anchor: str) -> None:
        """Shows the hidden language of a paragraph, or hides it again."""
        self.shown.reveal(anchor)
        self.changed()

    def draw_marks(self, marks: MarkOverlay) -> None:
        """Draws the reader's marks in the article."""
        if self.shown.draw_marks(marks):
            self.shown.redraw()
            self.refresh()

    def draw_terms(self, terms: Terms | None) -> None:
        """Draws the terms of a glossary."""
        self.shown.draw_terms(terms)
        self.shown.redraw()
        self.refresh()

    def take_help(self, words: WordHelp | None) -> None:
        """Draws the article with readings and glosses, or without any."""
        if words is not self.shown.help:
            self.shown.help = words
            self.changed()

    def take_words(self, names: frozenset[ItemName]) -> None:
        """Draws items whose words are known by now."""
        if self.shown.take_words(names):
            self.refresh()

    def _count_matches(self) -> None:
        """Goes on counting the matches of a long article, a piece at a time, so that keys are answered meanwhile."""
        if not self._counting and self.shown.is_counting:
            self._counting = True
            self.call_later(self._count_some)

    def _count_some(self) -> None:
        self._counting = False
        if self.shown.is_counting:
            self.shown.count_some()
            self.post_message(self.PlaceChanged())
            self._count_matches()

    @property
    def cursor_cell(self) -> tuple[int, int]:
        """The cell and the row of the widget where the terminal's cursor stands."""
        return self.shown.cursor(self.view_size)

    # -- drawing --------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draws one row: of the head, or of the spread."""
        runs = self.shown.row(self.view_size, y)
        self._count_matches()
        return with_pictures(self, y, self.draw(runs))
