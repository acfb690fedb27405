"""An article on a widget of some size: its look, the viewport that follows from it, and the runs of each row."""

from __future__ import annotations

from copy import copy

from reader.layout.fitting import fitted_split
from reader.layout.geometry import MIN_PARALLEL_CELLS, Geometry
from reader.layout.spaces import LEFT, WindowRow
from reader.layout.width import cell_width
from reader.model.record import record, replace
from reader.reading import rows
from reader.reading.dressing import in_script, without_readings
from reader.reading.figure_room import pictures_in, pictures_next, text_room
from reader.reading.gap import BoxGap, GapPlace, bring_above, row_below
from reader.reading.in_sight import current_row
from reader.reading.last_place import Start
from reader.reading.overlays import Overlays
from reader.reading.selection import carried
from reader.reading.viewport import Viewport
from reader.reading.window import Window, shows

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.layout.column import Locus
    from reader.layout.flow import Flow
    from reader.layout.item import Item, ItemName
    from reader.layout.runs import Run
    from reader.layout.spread import Spread
    from reader.marks.article_text import TextRange
    from reader.model.terms import Terms
    from reader.reading.figure_room import FigureFiles, PictureInText
    from reader.reading.look import Look
    from reader.reading.overlays import MarkOverlay
    from reader.reading.selection import Selection
    from reader.reading.word_help import WordHelp
    from reader.search.query import Query

BAR_CELLS = 1
"""Width of the scroll bar."""
MIN_ROWS_WITH_HEAD = 18
"""Smallest height at which the languages are named above the text."""
HEAD_ROWS = 2
"""Rows above the text: the languages, and a blank one."""


@record
class ViewSize:
    """The size of the widget."""

    width_cells: int
    height: int
    """Number of rows."""

    @property
    def head_rows(self) -> int:
        """Number of rows above the text; none where each row is needed for it."""
        return HEAD_ROWS if self.height >= MIN_ROWS_WITH_HEAD else 0

    @property
    def cells(self) -> tuple[int, int]:
        """The width and the height."""
        return self.width_cells, self.height

    @property
    def parallel_fits(self) -> bool:
        """Whether there is room for the languages side by side."""
        return self.width_cells - BAR_CELLS >= MIN_PARALLEL_CELLS


@record
class _PageAhead:
    """A page that is drawn before the reader turns to it."""

    state: tuple[object, ...]
    """Everything that it depends on."""
    rows: Sequence[list[Run]]


class Display:
    """An article in a look. The viewport follows from them, from the size, and from the place."""

    def __init__(self, flow: Flow, look: Look) -> None:
        self.flow, self.look = flow, look
        self.overlays = Overlays()
        self.revealed: frozenset[str] = frozenset()
        """Anchors of the paragraphs whose hidden language is shown."""
        self.files: FigureFiles | None = None
        """The files of the article's pictures; None for a text without pictures."""
        self.gap: BoxGap | None = None
        """The rows that a box takes; those below it are pushed down."""
        self._viewport: Viewport | None = None
        self._start = Start()  # for the next viewport
        self._wanted: Query | None = None  # the query to light in it
        self._frame: tuple[ViewSize, rows.Frame] | None = None
        self._page: _PageAhead | None = None  # the next one
        self._page_rows: Sequence[list[Run]] = ()  # those of the frame, where it was drawn ahead
        self._places: tuple[ViewSize, tuple[PictureInText, ...]] | None = None
        self._fitted: tuple[Flow, float] | None = None
        self.help: WordHelp | None = None
        """Readings and glosses for words; None without any."""
        self._helped: ItemName | None = None  # the item that has them, where only the current one has
        self._drawn_as: tuple[object, ...] = ()

    def show(self, flow: Flow, start: Start, sought: Query | None = None) -> None:
        """Shows another article or the same one anew, with the matches of a query lit.

        If the start is an anchor, it is that of a hit: the first match from there on becomes the current one.
        """
        self.flow, self._start = flow, start
        self._viewport = self._page = None
        self._wanted = sought if sought and sought.terms else None
        self.overlays = replace(self.overlays, selection=None)

    @property
    def sought(self) -> Query | None:
        """The query that is lit; None before the first viewport."""
        return self._viewport.sought if self._viewport else None

    @property
    def is_counting(self) -> bool:
        """Whether some matches of the query are not known yet."""
        matches = self._viewport.matches if self._viewport else None
        return matches is not None and not matches.complete

    def count_some(self) -> None:
        """Searches the next piece of the article for matches."""
        if self._viewport and self._viewport.matches:
            self._viewport.matches.go_on()

    def viewport(self, view_size: ViewSize) -> Viewport:
        """Returns the viewport at a size; a new one if the size, the look or the article is another than before."""
        width_cells, look = max(1, view_size.width_cells - BAR_CELLS), self.look
        fitted = look.split is None
        split = self._split if look.split is None else look.split
        room = text_room(self.files, *view_size.cells) if look.figures else None
        typesetting = replace(look.typesetting, annotated=True) if self.help else look.typesetting
        geometry = Geometry(width_cells, look.mode, look.measure_cells, split, typesetting, fitted, room)
        height = max(1, view_size.height - view_size.head_rows - (self.gap.height if self.gap else 0))
        old = self._viewport
        drawn_as = (look.script, look.readings, look.readings_in, self.help)
        is_as_before, self._drawn_as = drawn_as == self._drawn_as, drawn_as
        if old is None:
            new = self._opened(geometry, height)
        elif not is_as_before or (old.window.geometry, old.window.height, old.window.revealed) != (
            geometry,
            height,
            self.revealed,
        ):
            new = old.reshaped(geometry, height, self.revealed)
            self._carry_selection(old.window.spread, new.window.spread)
        else:
            new = old
        self._viewport = new
        self._help_current(new.window)
        return new

    # -- as it is drawn -------------------------------------------------------------------------------

    def dressed(self, item: Item) -> Item:
        """Returns an item as it is drawn: in the script of the look, with readings and glosses."""
        drawn = in_script(item, self.look.script)
        if self.help is None:
            return drawn
        if not self.look.typesetting.annotated:
            drawn = without_readings(drawn)
        is_helped = self.look.readings_in == "article" or item.name == self._helped
        return self.help.helped(item, drawn) if is_helped else drawn

    @property
    def _helps_all(self) -> bool:
        """Whether no item is drawn otherwise because it is the current one."""
        return self.help is None or self.look.readings_in == "article"

    def _help_current(self, window: Window, seen: Locus | None = None) -> None:
        """Has the readings and glosses above the current item, if they are wanted above that alone."""
        if self._helps_all:
            return
        name = item.name if (item := window.item) else None
        if name != self._helped:
            before, self._helped = self._helped, name
            window.relay(frozenset(each for each in (before, name) if each), seen)

    def forget_drawn(self) -> None:
        """Has everything drawn anew, as other readings and glosses are wanted."""
        self._drawn_as = ()
        self.redraw()

    def take_words(self, names: frozenset[ItemName]) -> bool:
        """Draws the items with some names anew, as their words are known by now; returns whether any is in sight."""
        if self._viewport is None:
            return False
        window = self._viewport.window
        if not self._helps_all:
            names = names.intersection([self._helped] if self._helped else [])
        if not names:
            return False
        in_sight = any(item.name in names for row in window.rows for item in (row.left_item, row.right_item) if item)
        window.relay(names)
        if in_sight:
            self.redraw()
        return in_sight

    def _carry_selection(self, before: Spread, after: Spread) -> None:
        """Keeps the selection on its text where the lists of items are others than before."""
        selection = self.overlays.selection
        if selection and self.flow.free:
            self.overlays = replace(self.overlays, selection=carried(selection, before, after))

    @property
    def _split(self) -> float:
        """The split that follows the texts; measured once for a flow, so that it stays while one reads."""
        if self._fitted is None or self._fitted[0] is not self.flow:
            self._fitted = self.flow, fitted_split(self.flow)
        return self._fitted[1]

    def _opened(self, geometry: Geometry, height: int) -> Viewport:
        """Returns a viewport at the start."""
        at, current = self._start.at, self._start.current
        window = Window(self.flow, geometry, height, at, revealed=self.revealed, dress=self.dressed)
        index = window.column.items.index_of(current) if current else None
        if index is not None:
            window.choose(index)
        new = Viewport(window)
        if self._wanted:
            new.find(self._wanted, window.locus) if isinstance(at, str) else new.light(self._wanted)
            self._wanted = None
        return new

    # -- changes --------------------------------------------------------------------------------------

    def go(self, view_size: ViewSize, step: Callable[[Viewport], object]) -> None:
        """Applies a step to the viewport, and reveals the paragraph that hides the current match."""
        viewport = self.viewport(view_size)
        window = viewport.window
        seen, before = window.locus if self.help else None, window.place
        step(viewport)
        is_above = window.place.side == before.side and window.place.position < before.position
        self._help_current(window, seen if seen and is_above and shows(window, seen) else None)
        if anchor := viewport.hidden_match:
            self.revealed |= {anchor}
            self.viewport(view_size).show_match()

    def select(self, view_size: ViewSize, selection: Selection | None) -> None:
        """Shows a selection and brings its moving end into sight; None removes it."""
        self.overlays = replace(self.overlays, selection=selection)
        if selection:
            self.viewport(view_size).window.bring_in_sight(selection.column, selection.side, selection.head)

    def open_gap(self, view_size: ViewSize, gap: BoxGap) -> GapPlace:
        """Makes room for a box below some paragraphs, which are brought into sight; returns its place."""
        self.gap = gap
        window = self.viewport(view_size).window
        bring_above(window, gap.anchors)
        geometry = window.geometry
        row = view_size.head_rows + row_below(window, gap.anchors)
        return GapPlace(row, geometry.starts_cells[LEFT], geometry.across_cells)

    def close_gap(self) -> None:
        """Brings the rows below the box back to their places."""
        self.gap = None

    def reveal(self, anchor: str) -> None:
        """Shows the hidden language of a paragraph, or hides it again."""
        self.revealed ^= {anchor}

    def draw_marks(self, marks: MarkOverlay) -> bool:
        """Takes the marks to draw; returns whether they differ from those before."""
        changed = marks != self.overlays.marks
        self.overlays = replace(self.overlays, marks=marks)
        return changed

    def light_sentence(self, sentence: TextRange | None) -> None:
        """Lights a sentence; None lights none."""
        self.overlays = replace(self.overlays, sentence=sentence)

    def draw_terms(self, terms: Terms | None) -> None:
        """Takes the terms to draw."""
        self.overlays = replace(self.overlays, terms=terms)

    def measure_anew(self) -> None:
        """Lays the article out anew at the same place, because the widths of characters have changed."""
        self._page = None
        if old := self._viewport:
            self._viewport = old.reshaped(old.window.geometry, old.window.height, old.window.revealed)
        self.redraw()

    def redraw(self) -> None:
        """Forgets the frame, as everything in it may have changed."""
        self._frame = self._places = None

    @property
    def drawn_size(self) -> ViewSize:
        """The size at which rows were drawn since the last change; zero without any."""
        return self._frame[0] if self._frame else ViewSize(0, 0)

    # -- rows -----------------------------------------------------------------------------------------

    def cursor(self, view_size: ViewSize) -> tuple[int, int]:
        """Returns the cell and the row of the widget where the terminal's cursor stands.

        That is the moving end of the selection, else the current match, else the current item.
        """
        viewport = self.viewport(view_size)
        window, selection, match = viewport.window, self.overlays.selection, viewport.match
        row, side = None, window.place.side
        if selection:
            row, side = window.row_of_spot(selection.column, selection.side, selection.head), selection.side
        elif match and not viewport.strayed and (found := viewport.match_spot):
            row, side = window.row_of_spot(match.column, match.side, found), match.side
        if row is None:
            row = current_row(window)
        if window.geometry.parallel and row < len(window.rows) and window.rows[row].spans:
            side = LEFT
        return window.geometry.starts_cells[side], view_size.head_rows + row

    def pictures(self, view_size: ViewSize) -> tuple[PictureInText, ...]:
        """Returns the pictures in sight, by their places on the widget."""
        if self._places is None or self._places[0] != view_size:
            window = self.viewport(view_size).window
            below, height = (
                (row_below(window, self.gap.anchors), self.gap.height) if self.gap else (len(window.rows), 0)
            )
            head = view_size.head_rows
            rows_on_widget = [head + k + (height if k >= below else 0) for k in range(len(window.rows))]
            self._places = view_size, pictures_in(window, rows_on_widget)
        return self._places[1]

    def pictures_ahead(self, view_size: ViewSize) -> tuple[PictureInText, ...]:
        """Returns the pictures that may come into sight next; of their places only the rows in sight count."""
        turned = self._turned(self.viewport(view_size)).window
        return pictures_next(self.pictures(view_size), turned)

    def row(self, view_size: ViewSize, y: int) -> list[Run]:
        """Returns the runs of a row of the widget, the scroll bar included; ``y`` counts from the top."""
        if self._frame is None or self._frame[0] != view_size:
            viewport = self.viewport(view_size)
            self._frame = view_size, rows.frame(viewport, self.overlays, self.look.term_marks)
            page, self._page = self._page, None
            is_turned_to = page and self._can_be_ahead(viewport) and page.state == self._state(viewport, view_size)
            self._page_rows = page.rows if page and is_turned_to else ()
        return self._page_rows[y] if self._page_rows else self._drawn(self._frame[1], view_size, y)

    def _drawn(self, shown: rows.Frame, view_size: ViewSize, y: int) -> list[Run]:
        """Returns the runs of a row of a frame."""
        window, number = shown.viewport.window, WindowRow(y - view_size.head_rows)
        if number < 0:
            leading = window.place.side if window.loose else None
            return rows.heads(shown, self.flow.languages, leading) if y == 0 else rows.blank(shown)
        if self.gap and (below := number - row_below(window, self.gap.anchors)) >= 0:
            number = WindowRow(number - self.gap.height)
            runs = [] if below < self.gap.height else rows.row(shown, number)
        else:
            runs = rows.row(shown, number)
        used = sum(cell_width(text) for text, _ in runs)
        runs.append((" " * (view_size.width_cells - BAR_CELLS - used), ""))
        top, height = window.thumb
        runs.append(("▐", "muted") if top <= number < top + height else ("▕", "faint"))
        return runs

    # -- the next page --------------------------------------------------------------------------------

    def draw_ahead(self, view_size: ViewSize) -> Sequence[list[Run]]:
        """Lays the next page out, and returns its rows as they will be drawn when the reader turns to it.

        The page is kept for that. Nothing is drawn ahead of matches, a selection, a box, or sides that are apart.
        """
        viewport = self.viewport(view_size)
        viewport.window.lay_ahead()
        self._page = None
        if self._can_be_ahead(viewport):
            turned = self._turned(viewport)
            shown = rows.frame(turned, self.overlays, self.look.term_marks)
            drawn = tuple(self._drawn(shown, view_size, y) for y in range(view_size.height))
            self._page = _PageAhead(self._state(turned, view_size), drawn)
        return self._page.rows if self._page else ()

    def _turned(self, viewport: Viewport) -> Viewport:
        """Returns a viewport turned to the next page, with readings above the item that is the current one then."""
        turned, helped = copy(viewport), self._helped
        window = turned.window = copy(viewport.window)
        if not self._helps_all:
            window.spread = window.spread.apart()
        window.move_pages(1)
        self._help_current(window)
        self._helped = helped
        return turned

    def _can_be_ahead(self, viewport: Viewport) -> bool:
        """Whether nothing is drawn but the article and the reader's marks."""
        overlays = self.overlays
        is_plain = viewport.matches is None and overlays.selection is None and overlays.sentence is None
        return is_plain and self.gap is None and viewport.window.loose is None

    def _state(self, viewport: Viewport, view_size: ViewSize) -> tuple[object, ...]:
        """Returns everything that the rows of a page depend on."""
        window = viewport.window
        return (view_size, self.look, self.overlays, window.rows, window.index, window.thumb, window.shift_cells)
