"""The base of the panels with pictures: their cells are left to the terminal's pictures, or drawn as half blocks."""

from __future__ import annotations

import re
from collections import OrderedDict
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, cast

from rich.color import Color
from rich.color_triplet import ColorTriplet
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.layout.runs import fitted, width_of, with_ellipsis, wrap
from reader.pictures.fitting import CellBox, CellPixels, PixelSize
from reader.pictures.half_blocks import BLOCK
from reader.pictures.sights import margins
from reader.ui.terminal.cell_rows import RESERVED
from reader.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.pictures.half_blocks import BlockRows, Colour
    from reader.pictures.sights import Sight
    from reader.ui.host import Host
    from reader.ui.picture_desk import PictureDesk

MAX_KEPT = 30
"""Number of pictures in half blocks of which the segments are kept."""

_CELLS = re.compile(f"\x1b\\[([0-9;]+)m({BLOCK}+)")
_COLOUR = re.compile("([34])8;2;([0-9]+);([0-9]+);([0-9]+)")


def _cells_of(panel: Panel) -> PictureCells:
    return PictureCells(cast("Host", panel.app), panel)


def _no_pictures(_panel: Panel, *, ahead: bool = False) -> Sequence[Sight]:  # noqa: ARG001 (others have some)
    """Returns the pictures in sight, by their places on the panel.

    Args:
        ahead: Whether those that may come into sight next are returned instead; of their places only the rows count.
    """
    return ()


class PicturedPanel(Panel):
    """A panel with pictures over some of its cells."""

    picture_sights = _no_pictures

    picture_cells = cached_property(_cells_of)
    """Draws the cells of the pictures."""


def with_pictures(panel: PicturedPanel, y: int, strip: Strip) -> Strip:
    """Returns a line of a panel with the cells of its pictures."""
    for sight in panel.picture_sights():
        if 0 <= y - sight.y < sight.rows[1] - sight.rows[0]:
            cells = panel.picture_cells.row(sight, y - sight.top)
            if cells is not None:
                strip = _spliced(strip, sight.x, cells)
    return strip


def _spliced(strip: Strip, x: int, cells: Strip) -> Strip:
    """Returns a line with some cells in place of its own, from a column on; mostly in place of blanks."""
    end, at = x + cells.cell_length, 0
    left, right = [], []
    for segment in strip._segments:  # noqa: SLF001 (Textual copies a line twice to crop it)
        begin, at = at, at + segment.cell_length
        if at <= x:
            left.append(segment)
        elif begin >= end:
            right.append(segment)
        elif segment.text.strip(" "):
            return Strip.join([strip.crop(0, x), cells, strip.crop(end)])
        else:
            left += [Segment(" " * (x - begin), segment.style)] * (begin < x)
            right += [Segment(" " * (at - end), segment.style)] * (at > end)
    return Strip([*left, *cells._segments, *right], strip.cell_length)  # noqa: SLF001


class PictureCells:
    """Draws the cells of pictures in the way that the terminal has."""

    def __init__(self, host: Host, panel: Panel) -> None:
        """Takes the app, and the panel whose cells they are."""
        self._host, self._panel, self._style = host, panel, panel.style
        self._grounded: tuple[Style | None, Colour] = None, (0, 0, 0)
        self._segments: OrderedDict[Sight, list[list[Segment]]] = OrderedDict()

    @property
    def ground(self) -> Colour:
        """The colour of the panel; asked for at each line, so found once for each style."""
        style = self._style("")
        if self._grounded[0] is not style:
            self._grounded = style, self._panel.background_colors[1].rgb
        return self._grounded[1]

    @property
    def desk(self) -> PictureDesk:
        """Has pictures made."""
        return self._host.pictures

    def row(self, sight: Sight, row: int) -> Strip | None:
        """Returns the cells of a row of a picture's box; None where they stay as they are."""
        desk = self.desk
        mode, columns = desk.mode, sight.box.columns
        if mode == "waiting":
            desk.seen(self._panel)
        if mode in ("none", "waiting"):
            return None
        if fault := desk.fault(sight.file):
            return self._words(self.words_for(fault), sight.box, row)
        if mode == "layer":
            return Strip([Segment(RESERVED * columns, self._style(""))], columns)
        drawn = self._rows_of_blocks(sight)
        return None if drawn is None else _in_box(drawn, sight.box, row, self._style(""))

    def words_for(self, fault: str) -> str:
        """Returns the words in place of a picture that cannot be drawn."""
        return f"({self._host.strings.picture_unreadable}: {fault})"

    def _words(self, words: str, box: CellBox, row: int) -> Strip:
        """Returns a row of a box with words in the middle of it; those without room are left out."""
        columns = box.columns
        lines = wrap(((words, "muted"),), columns)
        if len(lines) > box.rows:
            lines = [*lines[: box.rows - 1], with_ellipsis(lines[box.rows - 1], columns)]
        number = row - (box.rows - len(lines)) // 2
        line = lines[number] if 0 <= number < len(lines) else []
        runs = fitted([(" " * ((columns - width_of(line)) // 2), ""), *line], columns)
        return Strip([Segment(text, self._style(name)) for text, name in runs], columns)

    def _rows_of_blocks(self, sight: Sight) -> list[list[Segment]] | None:
        """Returns a picture as rows of half blocks; None if it is not made yet."""
        key = sight._replace(x=0, y=0, rows=(0, 0))
        found = self._segments.get(key)
        if found is None and (rows := self.desk.half_blocks(sight)):
            found = self._segments[key] = _segments(rows)
            if len(self._segments) > MAX_KEPT:
                self._segments.popitem(last=False)
        return found


def _segments(rows: BlockRows) -> list[list[Segment]]:
    """Returns rows of half blocks in all colours as segments."""
    return [_segments_of(row) for row in rows]


def _segments_of(row: str) -> list[Segment]:
    found, upper, lower = [], (0, 0, 0), (0, 0, 0)
    for codes, cells in _CELLS.findall(row):
        for base, *colour in _COLOUR.findall(codes):
            red, green, blue = map(int, colour)
            upper, lower = (upper, (red, green, blue)) if base == "4" else ((red, green, blue), lower)
        found.append(Segment(cells, Style.from_color(_colour(*upper), _colour(*lower))))
    return found


@lru_cache(4096)
def _colour(red: int, green: int, blue: int) -> Color:
    return Color.from_triplet(ColorTriplet(red, green, blue))


def _in_box(drawn: list[list[Segment]], box: CellBox, row: int, ground: Style) -> Strip:
    """Returns a row of a box with half blocks in the middle of it."""
    width = sum(len(segment.text) for segment in drawn[0])
    left, top = margins(box, PixelSize(width, len(drawn)), CellPixels(1, 1))
    if not top <= row < top + len(drawn):
        return Strip([Segment(" " * box.columns, ground)], box.columns)
    blanks = (Segment(" " * left, ground), Segment(" " * (box.columns - left - width), ground))
    return Strip([blanks[0], *drawn[row - top], blanks[1]], box.columns)
