"""The article: one widget that draws a viewport line by line."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from reader.layout.column import GUTTER_CELLS, MIN_PARALLEL_CELLS, Geometry, Locus
from reader.layout.flow import Flow, Item
from reader.layout.piece import Line, Piece
from reader.layout.width import cell_width, flush_right, pad
from reader.model.language import is_chinese, name
from reader.search.query import Query
from reader.ui.drawing import Run
from reader.ui.viewport import Viewport
from reader.ui.widgets.panel import Panel

WHEEL_ROWS = 3
BAR_CELLS = 1
MIN_ROWS_WITH_HEAD = 18
HEAD_ROWS = 2
BOOKMARK_SIGN = "⚑"
GUTTER: Run = (" │ ".center(GUTTER_CELLS), "faint")

_KIND_STYLES = {
    "kicker": "accent",
    "title": "strong",
    "deck": "muted",
    "credits": "muted",
    "relation": "note",
    "continued": "muted",
    "heading": "heading",
    "by": "muted",
    "aside": "heading",
    "figure": "muted",
    "language": "accent",
}
_PIECE_STYLES = {"bar": "accent", "sign": "accent", "rule": "faint", "head": "strong"}
_HAN_PIECE_STYLES = {**_PIECE_STYLES, "emphasis": "emphasis-han"}


class SpreadView(Panel, can_focus=True):
    """Shows a flow. What it shows follows from the flow, its size, the mode, the measure and the place."""

    mode: reactive[str] = reactive("parallel")
    measure_cells: reactive[int] = reactive(68)

    class PlaceChanged(Message):
        """Another place is shown, or the same place in another shape."""

    class FigureChosen(Message):
        """A figure's mark was clicked."""

        def __init__(self, figure: str) -> None:
            self.figure = figure
            super().__init__()

    def __init__(self, flow: Flow, id: str = "spread") -> None:
        super().__init__(id=id)
        self.flow = flow
        self.bookmarked: frozenset[str] = frozenset()
        """The anchors of the passages that are marked."""
        self._viewport: Viewport | None = None
        self._at: Locus | str | None = None  # where the next viewport opens
        self._wanted: Query | None = None  # what to find in it
        self._dragging = False

    # -- what is shown -------------------------------------------------------------------------

    def show(self, flow: Flow, at: Locus | str | None = None, sought: Query | None = None) -> None:
        """Shows another flow, from a locus, an anchor or its beginning, with the matches of a query lit.

        An anchor is where a hit is: the first match from there on becomes the current one.
        """
        self.flow, self._at = flow, at
        self._viewport = None
        self._wanted = sought if sought and sought.terms else None
        self._changed()

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
        """The window on the article; laid out anew when the size, the mode or the measure is another."""
        width, rows = self.size
        geometry = Geometry(max(1, width - BAR_CELLS), self.mode, self.measure_cells)
        height = max(1, rows - _head_rows(rows))
        old = self._viewport
        if old and old.geometry == geometry and old.height == height:
            return old
        if old:
            self._viewport = new = Viewport(self.flow, geometry, height, old.kept, old.progress)
            new.choose(old.item)
        else:
            self._viewport = new = Viewport(self.flow, geometry, height, self._at)
        if old and old.sought.terms:
            new.keep_lit(old.sought, old.current)
        elif self._wanted:
            if isinstance(self._at, str):
                new.find(self._wanted, new.locus)
            else:
                new.keep_lit(self._wanted, 0)
            self._wanted = None
        return new

    @property
    def parallel_fits(self) -> bool:
        """Whether there is room for the languages side by side."""
        return self.size.width - BAR_CELLS >= MIN_PARALLEL_CELLS

    def on_resize(self) -> None:
        """Draws the article in its new shape; the text at the top stays there."""
        self._changed()

    def watch_mode(self) -> None:
        """Draws the article in another way to read."""
        self._changed()

    def watch_measure_cells(self) -> None:
        """Draws the article at another measure."""
        self._changed()

    def _changed(self) -> None:
        self.refresh()
        self.post_message(self.PlaceChanged())

    # -- moving and finding -------------------------------------------------------------------------

    def move(self, rows: int) -> None:
        """Scrolls by rows."""
        self.viewport.move(rows)
        self._changed()

    def move_pages(self, pages: float) -> None:
        """Scrolls by screens."""
        self.viewport.move_pages(pages)
        self._changed()

    def move_passages(self, by: int) -> None:
        """Scrolls to the next passage or to the one before."""
        self.viewport.move_passages(by)
        self._changed()

    def go_to_share(self, done: float) -> None:
        """Scrolls to where so much of the article lies behind, from 0 to 1."""
        self.viewport.go_to_share(done)
        self._changed()

    def go_to_next(self, anchors: frozenset[str]) -> bool:
        """Scrolls to the next passage with one of these anchors; returns whether there is one."""
        found = self.viewport.go_to_next(anchors)
        self._changed()
        return found

    def go_to_end(self) -> None:
        """Scrolls to the end."""
        self.viewport.go_to_end()
        self._changed()

    def resume(self, locus: Locus) -> None:
        """Scrolls to a locus."""
        self.viewport.resume(locus)
        self._changed()

    def find(self, query: Query, start: Locus | None = None) -> None:
        """Lights every match, and shows the first one from a locus on."""
        self.viewport.find(query, start)
        self._changed()

    def next_match(self, by: int) -> None:
        """Shows the next match or the one before."""
        self.viewport.next_match(by)
        self._changed()

    # -- drawing ------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draws one row: of the head, or of the spread."""
        viewport = self.viewport
        width, rows = self.size
        number = y - _head_rows(rows)
        if number < 0:
            return self._column_heads(viewport.geometry) if y == 0 else self.draw([])
        runs = self._row(viewport, number) if number < len(viewport.rows) else []
        used = sum(cell_width(text) for text, _ in runs)
        runs.append((" " * (width - BAR_CELLS - used), ""))
        top, height = viewport.thumb
        runs.append(("┃", "accent") if top <= number < top + height else ("│", "faint"))
        return self.draw(runs)

    def _row(self, viewport: Viewport, number: int) -> list[Run]:
        """Returns a row of the window: the margin, then the line of each column."""
        row, geometry = viewport.rows[number], viewport.geometry
        runs: list[Run] = [(" " * geometry.left_cells, "")]
        if cells := geometry.margin_cells:
            item = viewport.begins(number) if self.bookmarked else None
            flag = BOOKMARK_SIGN if item and item.anchor in self.bookmarked else " "
            runs += [(flush_right(row.page, cells - 2), "muted strong"), (flag + " ", "accent")]
        runs += _line(viewport, row.left, row.left_item, row.sides[0])
        if geometry.shown_mode == "parallel":
            runs.append(GUTTER)
            runs += _line(viewport, row.right, row.right_item, row.sides[1])
        return runs

    def _column_heads(self, geometry: Geometry) -> Strip:
        """Draws which language stands in which column."""
        left, right = (name(tag) for tag in self.flow.languages)
        runs: list[Run] = [(" " * (geometry.left_cells + geometry.margin_cells), "")]
        if geometry.shown_mode == "parallel":
            runs += [(pad(left, geometry.column_cells), "muted"), GUTTER, (right, "muted")]
        else:
            runs.append(({"left": left, "right": right}.get(geometry.shown_mode, f"{left} / {right}"), "muted"))
        return self.draw(runs)

    # -- the mouse ------------------------------------------------------------------------------------

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scrolls by the wheel."""
        self.move(WHEEL_ROWS)
        event.stop()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scrolls by the wheel."""
        self.move(-WHEEL_ROWS)
        event.stop()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Takes hold of the scroll bar."""
        if event.x == self.size.width - 1:
            self._dragging = True
            self.capture_mouse()
            self._drag_to(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drags the scroll bar."""
        if self._dragging:
            self._drag_to(event.y)

    def on_mouse_up(self) -> None:
        """Lets the scroll bar go."""
        if self._dragging:
            self._dragging = False
            self.release_mouse()

    def _drag_to(self, y: int) -> None:
        y -= _head_rows(self.size.height)
        self.go_to_share(min(1.0, max(0.0, y / max(1, self.viewport.height - 1))))

    def on_click(self, event: events.Click) -> None:
        """Opens the figure whose mark is under the mouse."""
        rows, number = self.viewport.rows, event.y - _head_rows(self.size.height)
        row = rows[number] if 0 <= number < len(rows) else None
        for item in (row.left_item, row.right_item) if row else ():
            if item and item.kind == "figure":
                self.post_message(self.FigureChosen(item.anchor))
                return


def _head_rows(rows: int) -> int:
    """Returns the rows above the text that say which language is which; none where every row counts."""
    return HEAD_ROWS if rows >= MIN_ROWS_WITH_HEAD else 0


def _line(viewport: Viewport, line: Line, item: Item | None, side: int) -> list[Run]:
    """Returns a column's line, filled up to the column's width."""
    width = viewport.geometry.column_cells
    if item is None:
        return [(" " * width, "")]
    cell = item.cells[side]
    base = _KIND_STYLES.get(item.kind, "faint" if cell and cell.note else "")
    ground = "here" if item.number and item is viewport.item else ""
    base = f"{base} {ground}".strip()
    names = _HAN_PIECE_STYLES if cell and is_chinese(cell.language) else _PIECE_STYLES
    matches = viewport.lit(item, side)
    runs: list[Run] = []
    for piece in line.pieces:
        style = " ".join(filter(None, (base, *(names.get(s, s) for s in piece.style.split())))) if piece.style else base
        runs += _lit(piece, style, matches) if matches and piece.start >= 0 else [(piece.text, style)]
    used = sum(cell_width(piece.text) for piece in line.pieces)
    return [*runs, (" " * (width - used), ground)]


def _lit(piece: Piece, style: str, matches: list[tuple[int, int, bool]]) -> list[Run]:
    """Returns a piece's runs with the matches in it lit, the current one otherwise than the rest."""
    first, end = piece.start, piece.start + len(piece.text)
    runs: list[Run] = []
    here = first
    for left, right, current in matches:
        start, stop = max(left, first), min(right, end)
        if start < stop:
            runs.append((piece.text[here - first : start - first], style))
            runs.append((piece.text[start - first : stop - first], "match-here" if current else "match"))
            here = stop
    runs.append((piece.text[here - first :], style))
    return [run for run in runs if run[0]]
