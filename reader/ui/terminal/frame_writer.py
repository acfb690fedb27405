"""Frames as differences: a terminal gets the cells that have changed, and each style once.

Textual writes whole lines of the widgets that have changed, with all colours of each piece of text: 25 kB for a line
further down in a window of 160 by 45. The writer keeps the cells of the last frame, and writes words that differ.

It owes its knowledge to being the only one that writes on the screen. Where another could have drawn there, it forgets
the last frame (:meth:`FrameWriter.forget`), and the next one is drawn whole.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, cast

from rich.color import ColorSystem
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.strip import Strip

from reader.ui.terminal.cell_rows import CellRow
from reader.ui.terminal.pens import MAX_PENS, Pen, pen, pen_of, step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.style import Style

    from reader.ui.terminal.cell_rows import Stretch

    Update = LayoutUpdate | ChopsUpdate


def place_of(cursor: tuple[int, int]) -> str:
    """Returns the sequence that moves the cursor to a column and a row, from 0."""
    return f"\x1b[{cursor[1] + 1};{cursor[0] + 1}H"


class FrameWriter:
    """Keeps the cells of the frame, and those that the terminal has."""

    def __init__(self) -> None:
        self._frame: list[CellRow] = []
        self._shown: list[CellRow | None] = []
        """The rows of the terminal; None for one that is not known."""
        self._width = 0
        self._cursor = (-1, -1)
        self._written: dict[int, list[Stretch]] = {}
        """The cells that the last output has written, by their rows."""

    def forget(self) -> None:
        """Takes the screen for unknown, so that the next frame is drawn whole."""
        self._shown = [None] * len(self._frame)
        self._cursor = (-1, -1)

    def frame(self, update: Update, cursor: tuple[int, int], colours: ColorSystem | None = None) -> str:
        """Returns the output that brings the terminal up to date; empty if it is so already.

        Args:
            update: The changed parts of the screen, as Textual composes them.
            cursor: The column and the row where the cursor is left.
            colours: The colours of the terminal; all of them for None.
        """
        self.take(update, colours)
        return self.output(cursor)

    def take(self, update: Update, colours: ColorSystem | None = None) -> None:
        """Takes the changed parts of the screen, which :meth:`output` writes."""
        depth = colours or ColorSystem.TRUECOLOR
        if isinstance(update, LayoutUpdate):
            self._take_size(update.region.width, len(update.strips))
            placed = _of_layout(update)
        else:
            self._take_size(max((ends[-1] for ends in update.chop_ends if ends), default=0), len(update.chops))
            placed = _of_chops(update)
        plain = pen()
        for y, x, strip in placed:
            self._frame[y].put(
                x, [(text, _pen_of(style, depth) if style else plain) for text, style, control in strip if not control]
            )

    def output(self, cursor: tuple[int, int]) -> str:
        """Returns the output that brings the terminal up to date; empty if it is so already."""
        output = self._difference()
        if not output and cursor == self._cursor:
            return ""
        self._cursor = cursor
        return f"{output}{place_of(cursor)}"

    def forget_cells(self, x: int, y: int, columns: int, rows: int) -> None:
        """Takes some cells for unknown, so that they are written again: something else was drawn there."""
        for shown in self._shown[max(0, y) : y + rows]:
            if shown is not None:
                shown.forget(x, x + columns)

    def is_reserved(self, x: int, y: int, columns: int) -> bool:
        """Whether cells of a row are left to a picture, with nothing over it."""
        return 0 <= y < len(self._frame) and self._frame[y].is_reserved(x, x + columns)

    def has_written(self, x: int, y: int, columns: int, rows: int) -> bool:
        """Whether the last output has written any of some cells."""
        return any(
            begin < x + columns and x < end for row in range(y, y + rows) for begin, end in self._written.get(row, ())
        )

    def _take_size(self, width: int, height: int) -> None:
        """Begins anew with blank cells if the size is another than before."""
        if (width, height) != (self._width, len(self._frame)):
            self._width = width
            self._frame = [CellRow(width) for _ in range(height)]
            self.forget()

    def _difference(self) -> str:
        """Returns the output for all cells that the terminal has otherwise, and takes it for written."""
        parts: list[str] = []
        now = pen()
        self._written = {}
        for y, (row, shown) in enumerate(zip(self._frame, self._shown, strict=True)):
            changes = row.changes(shown)
            for number, stretch in enumerate(changes):
                parts.append(f"\x1b[{stretch[0] + 1}G" if number else f"\x1b[{y + 1};{stretch[0] + 1}H")
                output, now = row.written(stretch, now)
                parts.append(output)
            if changes:
                self._written[y] = changes
                self._shown[y] = row.copy()
        parts.append(step(now, pen()))
        return "".join(parts)


def _of_layout(update: LayoutUpdate) -> Iterator[tuple[int, int, Strip]]:
    """Yields the strips of a whole screen, each with its row and its column.

    A row ends where the framework has none: a screen below a box may have fewer rows than the box by now.
    """
    for y, strips in enumerate(update.strips):
        x = 0
        for strip in cast("Iterable[Strip | None]", strips):
            if strip is None:
                break
            yield y, x, strip
            x += strip.cell_length


def _of_chops(update: ChopsUpdate) -> Iterator[tuple[int, int, Strip]]:
    """Yields the strips of changed parts of a screen, each with its row and its column."""
    for y, begin, end in update.spans:
        for stop, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is not None and x < end and begin < stop:
                yield y, x, strip


@lru_cache(MAX_PENS)
def _pen_of(style: Style, colours: ColorSystem) -> Pen:
    """Returns the pen that Textual would draw a style with."""
    link = f"id={style._link_id};{style._link}" if style._link else ""  # noqa: SLF001 (as Textual's own)
    return pen_of(Strip.render_ansi(style, colours), link)
