"""The article: one widget that draws a viewport line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from reader.layout.column import Locus
from reader.layout.flow import Flow
from reader.layout.geometry import MIN_PARALLEL_CELLS, Geometry, mode_named
from reader.layout.typesetting import Typesetting
from reader.layout.width import cell_width
from reader.model.record import replace
from reader.reading.look import Look
from reader.reading.viewport import Viewport
from reader.search.query import Query
from reader.ui import rows
from reader.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.model.terms import Terms
    from reader.reading.overlays import Drawn
    from reader.reading.selection import Selection

BAR_CELLS = 1
MIN_ROWS_WITH_HEAD = 18
HEAD_ROWS = 2
EVEN = 0.5
SPLIT_STEP = 0.05


class SpreadView(Panel, can_focus=True):
    """Shows a flow. What it shows follows from the flow, its size, the geometry that is wanted, and the place."""

    mode: reactive[str] = reactive("parallel")
    measure_cells: reactive[int] = reactive(68)
    split: reactive[float] = reactive(EVEN)
    """The left column's share of the width of both."""
    typesetting: reactive[Typesetting] = reactive(Typesetting())

    class PlaceChanged(Message):
        """Another place is shown, or the same place in another shape."""

    def __init__(self, flow: Flow, look: Look, id: str = "spread") -> None:
        super().__init__(id=id)
        self.flow = flow
        self.set_reactive(SpreadView.mode, look.mode)
        self.set_reactive(SpreadView.measure_cells, look.measure_cells)
        self.set_reactive(SpreadView.split, look.split)
        self.set_reactive(SpreadView.typesetting, look.typesetting)
        self.marks = rows.Marks()
        self.revealed: frozenset[str] = frozenset()
        """The anchors of the paragraphs whose other language was asked for, where it is hidden."""
        self._viewport: Viewport | None = None
        self._at: Locus | str | None = None  # where the next viewport opens
        self._current = ""  # which passage is the current one there
        self._wanted: Query | None = None  # what to find in it
        self._counting = False
        self._frame: tuple[Size, int, rows.Frame] | None = None

    # -- what is shown -------------------------------------------------------------------------

    def show(self, flow: Flow, at: Locus | str | None = None, sought: Query | None = None, current: str = "") -> None:
        """Shows another flow, from a locus, an anchor or its beginning, with the matches of a query lit.

        An anchor is where a hit is: the first match from there on becomes the current one. The passage whose anchor is
        ``current`` is the current one, if it is in sight.
        """
        self.flow, self._at, self._current = flow, at, current
        self._viewport = None
        self._wanted = sought if sought and sought.terms else None
        self.marks = replace(self.marks, selection=None)
        self._changed()

    def look(self, before: Look) -> Look:
        """Returns how the article is looked at now; what does not show here stays as it was before."""
        look = replace(before, mode=self.mode, measure_cells=self.measure_cells, split=self.split)
        return replace(look, typesetting=self.typesetting)

    @property
    def sought(self) -> Query | None:
        """What is looked for in the article that is shown."""
        return self._viewport.sought if self._viewport else None

    @property
    def ready(self) -> bool:
        """Whether the widget has a size, so that there is a viewport."""
        return self.size.width > 0

    @property
    def viewport(self) -> Viewport:
        """The window on the article; laid out anew when the size or the geometry that is wanted is another."""
        width, height = self.size
        geometry = Geometry(
            max(1, width - BAR_CELLS), mode_named(self.mode), self.measure_cells, self.split, self.typesetting
        )
        height = max(1, height - self.head_rows)
        old = self._viewport
        if old and (old.geometry, old.height, old.revealed) == (geometry, height, self.revealed):
            return old
        if old:
            place = old.kept, old.progress
            self._viewport = new = Viewport(self.flow, geometry, height, *place, self.revealed, old.loose_locus)
            new.choose(old.index)
            if old.matches:
                new.light(old.sought, old.match_locus)
        else:
            self._viewport = new = Viewport(self.flow, geometry, height, self._at, revealed=self.revealed)
            index = new.column.items.index_of(self._current) if self._current else None
            if index is not None:
                new.choose(index)
            if self._wanted:
                new.find(self._wanted, new.locus) if isinstance(self._at, str) else new.light(self._wanted)
                self._wanted = None
        self._count_matches()
        return new

    @property
    def parallel_fits(self) -> bool:
        """Whether there is room for the languages side by side."""
        return self.size.width - BAR_CELLS >= MIN_PARALLEL_CELLS

    @property
    def head_rows(self) -> int:
        """The rows above the text that say which language is which; none where every row counts."""
        return HEAD_ROWS if self.size.height >= MIN_ROWS_WITH_HEAD else 0

    def on_resize(self) -> None:
        """Draws the article in its new shape; the text at the top stays there."""
        self._changed()

    def watch_mode(self) -> None:
        """Draws the article in another way to read."""
        self._changed()

    def watch_measure_cells(self) -> None:
        """Draws the article at another measure."""
        self._changed()

    def watch_split(self) -> None:
        """Draws the columns in other widths."""
        self._changed()

    def watch_typesetting(self) -> None:
        """Sets the paragraphs in another way."""
        self._changed()

    def _changed(self) -> None:
        self._frame = None
        self.refresh()
        self.post_message(self.PlaceChanged())

    # -- going somewhere -----------------------------------------------------------------------------

    def go(self, step: Callable[[Viewport], object]) -> None:
        """Lets a step change where the reader is, or what is lit, and draws that."""
        step(self.viewport)
        if anchor := self.viewport.hidden_match:
            self.revealed |= {anchor}
            self.viewport.show_match()
        self._count_matches()
        self._changed()

    def select(self, selection: Selection | None) -> None:
        """Shows what is selected, its moving end in sight; None for nothing."""
        self.marks = replace(self.marks, selection=selection)
        if selection:
            self.viewport.bring_in_sight(selection.column, selection.side, selection.head)
        self._changed()

    def show_marks(self, drawn: Drawn) -> None:
        """Shows what the reader has marked in the article."""
        if drawn != self.marks.drawn:
            self.marks = replace(self.marks, drawn=drawn)
            self._frame = None
            self.refresh()

    def mark_terms(self, terms: Terms | None) -> None:
        """Marks the terms of a glossary where they stand."""
        self.marks = replace(self.marks, terms=terms)
        self._frame = None
        self.refresh()

    def reveal(self, anchor: str) -> None:
        """Shows the other language of a paragraph where it is hidden, or hides it again."""
        self.revealed ^= {anchor}
        self._changed()

    def _count_matches(self) -> None:
        """Goes on counting the matches of a long article, a piece at a time, so that keys are answered meanwhile."""
        matches = self._viewport.matches if self._viewport else None
        if matches and not matches.complete and not self._counting:
            self._counting = True
            self.call_later(self._go_on_counting)

    def _go_on_counting(self) -> None:
        self._counting = False
        if self._viewport and self._viewport.matches:
            self._viewport.matches.go_on()
            self.post_message(self.PlaceChanged())
            self._count_matches()

    # -- drawing ------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draws one row: of the head, or of the spread."""
        size, head_rows, shown = self._frame or self._new_frame()
        if size != self.size:
            size, head_rows, shown = self._new_frame()
        viewport, number = shown.viewport, y - head_rows
        if number < 0:
            leading = viewport.place.side if viewport.loose else None
            return self.draw(rows.heads(shown, self.flow.languages, leading) if y == 0 else [])
        runs = rows.row(shown, number)
        used = sum(cell_width(text) for text, _ in runs)
        runs.append((" " * (size.width - BAR_CELLS - used), ""))
        top, height = viewport.thumb
        runs.append(("┃", "accent") if top <= number < top + height else ("│", "faint"))
        return self.draw(runs)

    def _new_frame(self) -> tuple[Size, int, rows.Frame]:
        """Works out what all rows of a frame share; it is kept until something changes."""
        self._frame = self.size, self.head_rows, rows.frame(self.viewport, self.marks)
        return self._frame
