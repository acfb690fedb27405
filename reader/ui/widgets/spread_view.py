"""The article: one widget that draws a spread line by line, wherever the reader is in it."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from reader.layout.flow import Flow, Item
from reader.layout.setting import Line, Piece
from reader.layout.spread import GUTTER_CELLS, MIN_PARALLEL_CELLS, Geometry, Locus, Place, Row, Spread
from reader.layout.width import cell_width, pad
from reader.model.language import is_chinese, name
from reader.search.query import Query
from reader.ui.drawing import Run
from reader.ui.finding import Match, matches
from reader.ui.widgets.panel import Panel

WHEEL_ROWS = 3
BAR_CELLS = 1
MIN_ROWS_WITH_HEAD = 18
BOOKMARK_SIGN = "⚑"
OVERLAP_ROWS = 1
"""Rows of the last screen that a page move keeps in sight."""

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
    """Shows a flow at a place. The place is a row of an item; nothing above it need ever be laid out."""

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
        self.spread = Spread(flow, Geometry(80))
        self.place = self.spread.first()
        self.sought = Query(())
        self.found: list[Match] = []
        self.current = -1
        self._lit: dict[tuple[int, int], list[tuple[int, int]]] = {}  # by the item's identity and side
        self.bookmarked: frozenset[str] = frozenset()
        """The anchors of the passages that are marked."""
        self._waiting: Locus | str | None = None
        self._window: list[Row] = []
        self._dragging = False

    # -- what is shown -------------------------------------------------------------------------

    def show(self, flow: Flow, at: Locus | str | None = None) -> None:
        """Shows another flow, from a locus, an anchor, or its beginning."""
        self.flow = flow
        self._rebuild(at)

    def on_resize(self) -> None:
        """Lays the flow out at the new width; the text at the top of the screen stays there."""
        self._rebuild(self._waiting or self.locus())
        self._waiting = None

    def watch_mode(self) -> None:
        """Lays the flow out in another way to read."""
        self._rebuild(self.locus())

    def watch_measure_cells(self) -> None:
        """Lays the flow out at another measure."""
        self._rebuild(self.locus())

    def locus(self) -> Locus:
        """Returns what stands on the first row of the window."""
        return self.spread.locus(self.place)

    def _rebuild(self, at: Locus | str | None) -> None:
        if not self.size.width:
            self._waiting = at
            return
        geometry = Geometry(self.size.width - BAR_CELLS, self.mode, self.measure_cells)
        self.spread = Spread(self.flow, geometry)
        if isinstance(at, str):
            found = self.spread.find_anchor(at)
            at = self.spread.locus(found) if found else None
        first = self.spread.first()
        self.place = self.spread.resume(at, self.height) if at else first
        if self.sought.terms:
            self._find_matches()
        self._changed()

    @property
    def height(self) -> int:
        """The rows of text that are seen at once."""
        return max(1, self.size.height - self._head_rows)

    @property
    def _head_rows(self) -> int:
        """The rows above the text that say which language is which; none where every row counts."""
        return 2 if self.size.height >= MIN_ROWS_WITH_HEAD else 0

    @property
    def item(self) -> Item | None:
        """The item at the top of the window."""
        return self.spread.item_at(self.place)

    @property
    def progress(self) -> float:
        """How much of the article lies behind, from 0 to 1."""
        return self.spread.progress(self.place, self.height)

    @property
    def at_end(self) -> bool:
        """Whether the last row is in sight."""
        last = self.spread.last(self.height)
        return (self.place.item, self.place.row) >= (last.item, last.row)

    @property
    def passages(self) -> int:
        """The number of passages in the list that is being read."""
        column = self.spread.columns[self.place.side if self.place.side < len(self.spread.columns) else 0]
        return sum(1 for item in column.items if item.number)

    @property
    def parallel_fits(self) -> bool:
        """Whether there is room for the languages side by side."""
        return self.size.width - BAR_CELLS >= MIN_PARALLEL_CELLS

    def figure_here(self) -> str:
        """Returns the id of the figure nearest to the reading place: the first in sight, else the last one above."""
        for row in self._window:
            for item in (row.left_item, row.right_item):
                if item and item.kind == "figure":
                    return item.anchor
        column = self.spread.columns[self.place.side]
        above = (item.anchor for item in reversed(column.items[: self.place.item]) if item.kind == "figure")
        return next(above, "")

    # -- moving -----------------------------------------------------------------------------------

    def go(self, place: Place) -> None:
        """Shows a place."""
        if place != self.place:
            self.place = place
            self._changed()

    def move(self, rows: int) -> None:
        """Scrolls by rows."""
        self.go(self.spread.move(self.place, rows, self.height))

    def move_pages(self, pages: float) -> None:
        """Scrolls by screens, keeping a row of the last one in sight."""
        step = max(1, self.height - OVERLAP_ROWS)
        self.move(round(step * pages))

    def move_pairs(self, by: int) -> None:
        """Scrolls to the next or the previous passage."""
        column = self.spread.columns[self.place.side]
        here = (self.place.item, self.place.row)
        end = len(column.items) if by > 0 else -1
        for index in range(self.place.item, end, by):
            start = column.start(index)
            if column.items[index].number and (
                (start.item, start.row) > here if by > 0 else (start.item, start.row) < here
            ):
                self.go(self.spread.move(Place(start.item, start.row, self.place.side), 0, self.height))
                return
        self.go(self.spread.last(self.height) if by > 0 else self.spread.first())

    def go_to_next(self, anchors: frozenset[str]) -> bool:
        """Scrolls to the next passage with one of these anchors, around the end; returns whether there is one."""
        column = self.spread.columns[self.place.side]
        found = [k for k, item in enumerate(column.items) if item.number and item.anchor in anchors]
        if not found:
            return False
        here = (self.place.item, self.place.row)
        starts = [column.start(index) for index in found]
        start = next((s for s in starts if (s.item, s.row) > here), starts[0])
        self.go(self.spread.move(Place(start.item, start.row, self.place.side), 0, self.height))
        return True

    def _changed(self) -> None:
        self._window = self.spread.window(self.place, self.height)
        self.refresh()
        self.post_message(self.PlaceChanged())

    # -- finding ----------------------------------------------------------------------------------

    def find(self, query: Query, start: Locus | None = None) -> None:
        """Lights every match; the current one is the first at or after a locus, or after the top of the window."""
        self.sought = query
        origin = self.spread.find(start) if start else None
        self._find_matches()
        here = origin or self.place
        after = (k for k, m in enumerate(self.found) if (m.column, m.item) >= (here.side, here.item))
        self.current = next(after, 0 if self.found else -1)
        self._show_current(here)

    def next_match(self, by: int) -> None:
        """Goes to the next or the previous match, around the ends."""
        if self.found:
            self.current = (self.current + by) % len(self.found)
            self._show_current(self.place)

    def _find_matches(self) -> None:
        self.found = matches(self.spread, self.sought)
        self.current = min(self.current, len(self.found) - 1)
        self._lit = {}
        for match in self.found:
            item = self.spread.columns[match.column].items[match.item]
            self._lit.setdefault((id(item), match.side), []).append((match.start, match.end))

    def _show_current(self, place: Place) -> None:
        """Brings the current match into sight, a third down the window if it was not in it."""
        if self.current >= 0:
            match = self.found[self.current]
            target = self.spread.columns[match.column].row_of(match.item, match.side, match.start)
            target = Place(target.item, target.row, match.column)
            window = self.spread.columns[match.column].window(Place(place.item, place.row), self.height)
            seen = place.side == match.column and any((i, r) == (target.item, target.row) for i, r, _ in window)
            if not seen:
                place = self._above(target, self.height // 3)
        self.place = place
        self._changed()

    def _above(self, place: Place, rows: int) -> Place:
        column = self.spread.columns[place.side]
        moved = column.move(Place(place.item, place.row), -rows, self.height)
        return Place(moved.item, moved.row, place.side)

    # -- drawing ------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draws one row: of the head, or of the spread."""
        geometry = self.spread.geometry
        row_number = y - self._head_rows
        if row_number < 0:
            return self._column_heads() if y == 0 else self.draw([])
        runs: list[Run] = [(" " * geometry.left_cells, "")]
        row = self._window[row_number] if row_number < len(self._window) else None
        if geometry.margin_cells:
            page = row.page if row else ""
            room = geometry.margin_cells - 2
            flag = BOOKMARK_SIGN if row and self._begins_bookmark(row, row_number) else " "
            runs += [(page.rjust(room)[:room], "muted strong"), (flag + " ", "accent")]
        if row:
            width = geometry.column_cells
            runs += self._line_runs(row.left, row.left_item, row.sides[0], width)
            if geometry.shown_mode == "parallel":
                runs.append(GUTTER)
                runs += self._line_runs(row.right, row.right_item, row.sides[1], width)
        used = sum(cell_width(text) for text, _ in runs)
        runs.append((" " * (self.size.width - BAR_CELLS - used), ""))
        runs.append(self._bar(row_number))
        return self.draw(runs)

    def _begins_bookmark(self, row: Row, number: int) -> bool:
        """Whether the row is the first in sight of a passage that is marked."""
        item = row.left_item or row.right_item
        if not self.bookmarked or item is None or item.anchor not in self.bookmarked:
            return False
        above = self._window[number - 1] if number else None
        return above is None or (above.left_item or above.right_item) is not item

    def _column_heads(self) -> Strip:
        """Draws which language stands in which column."""
        geometry = self.spread.geometry
        names = [name(tag) for tag in self.flow.languages]
        runs: list[Run] = [(" " * (geometry.left_cells + geometry.margin_cells), "")]
        if geometry.shown_mode == "parallel":
            runs += [(pad(names[0], geometry.column_cells), "muted"), GUTTER, (names[1], "muted")]
        else:
            both = " / ".join(names)
            runs.append(({"left": names[0], "right": names[1]}.get(geometry.shown_mode, both), "muted"))
        return self.draw(runs)

    def _line_runs(self, line: Line, item: Item | None, side: int, width: int) -> list[Run]:
        runs: list[Run] = []
        used = 0
        base = _KIND_STYLES.get(item.kind, "") if item else ""
        if item and (cell := item.cells[side]) and base == "":
            second = side == 1 and self.spread.geometry.shown_mode == "interleaved"
            base = "faint" if cell.note else "muted" if second else ""
        han = bool(item and (cell := item.cells[side]) and is_chinese(cell.language))
        names = _HAN_PIECE_STYLES if han else _PIECE_STYLES
        spans = self._lit.get((id(item), side), [])
        for piece in line.pieces:
            used += cell_width(piece.text)
            style = " ".join(filter(None, (base, *(names.get(s, s) for s in piece.style.split()))))
            if piece.start < 0 or not spans:
                runs.append((piece.text, style))
            else:
                runs += self._lit_runs(piece, style, spans, item, side)
        runs.append((" " * (width - used), ""))
        return runs

    def _lit_runs(
        self, piece: Piece, style: str, spans: list[tuple[int, int]], item: Item | None, side: int
    ) -> list[Run]:
        """Returns a piece's runs with the matches in it lit, the current one otherwise than the rest."""
        start, end = piece.start, piece.start + len(piece.text)
        runs: list[Run] = []
        here = start
        for left, right in spans:
            left, right = max(left, start), min(right, end)
            if left < right:
                runs += [(piece.text[here - start : left - start], style)] if left > here else []
                current = self._is_current(item, side, left)
                runs.append((piece.text[left - start : right - start], "match-here" if current else "match"))
                here = right
        return runs + ([(piece.text[here - start :], style)] if here < end else [])

    def _is_current(self, item: Item | None, side: int, offset: int) -> bool:
        if self.current < 0:
            return False
        match = self.found[self.current]
        shown = self.spread.columns[match.column].items[match.item]
        return shown is item and match.side == side and match.start <= offset < match.end

    def _bar(self, y: int) -> Run:
        """Returns the scroll bar's part of a row: a thumb whose place is the progress."""
        top, size = self._thumb()
        return ("┃", "accent") if top <= y < top + size else ("│", "faint")

    def _thumb(self) -> tuple[int, int]:
        total = self.spread.columns[0].above()[-1] if self.spread.columns[0].items else 1
        size = max(1, min(self.height, round(self.height * self.height / max(total, self.height))))
        return round((self.height - size) * self.progress), size

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
            self._drag_to(event.y - self._head_rows)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drags the scroll bar."""
        if self._dragging:
            self._drag_to(event.y - self._head_rows)

    def on_mouse_up(self) -> None:
        """Lets the scroll bar go."""
        if self._dragging:
            self._dragging = False
            self.release_mouse()

    def _drag_to(self, y: int) -> None:
        done = min(1.0, max(0.0, y / max(1, self.height - 1)))
        self.go(self.spread.at_progress(done, self.height))

    def on_click(self, event: events.Click) -> None:
        """Opens the figure whose mark is under the mouse."""
        y = event.y - self._head_rows
        row = self._window[y] if 0 <= y < len(self._window) else None
        for item in (row.left_item, row.right_item) if row else ():
            if item and item.kind == "figure":
                self.post_message(self.FigureChosen(item.anchor))
                return
