"""Geometry of a spread: margin, columns and gutter, in terminal cells."""

from __future__ import annotations

from reader.layout.spaces import SpreadCell
from reader.layout.typesetting import Typesetting
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, Protocol

    class FigureRoom(Protocol):
        """Knows the cells that the picture of a figure takes in a column."""

        def cells(self, figure: str, width_cells: int) -> tuple[int, int] | None:
            """Returns the columns and rows of a picture; None for a figure without one."""

    Mode = Literal["parallel", "interleaved", "left", "right", "reveal"]
    """Way to read: in ``reveal`` the right language is hidden until it is asked for, paragraph by paragraph."""

MODES: tuple[Mode, ...] = ("parallel", "interleaved", "left", "right", "reveal")
MARGIN_CELLS = 5
"""Width of the margin for the numbers of printed pages."""
MARGIN_SIGN_CELLS = 2
"""Width of the end of the margin, for the signs of marks and of the current paragraph."""
GUTTER_CELLS = 3
"""Width between two columns, without the room for hanging marks."""
MIN_MARGIN_CELLS = 30
"""Width of the narrowest spread that has a margin."""
MIN_PARALLEL_CELLS = 66
"""Width of the narrowest spread that sets the languages side by side."""
MIN_COLUMN_CELLS = 2
"""Width of the narrowest column."""
HANG_CELLS = 2
"""Width beside a column for a hanging mark."""
MIN_HANGING_CELLS = 48
"""Width of the narrowest spread that gives room to hanging marks."""
MIN_SPLIT_COLUMN_CELLS = 16
"""Width of the narrowest column that moving the split leaves."""
MIN_FITTED_COLUMN_CELLS = 26
"""Width of the narrowest column that a split by the lengths of the texts leaves, where the spread has room for two."""


def mode_named(name: str) -> Mode:
    """Returns the way to read of that name; raises ValueError for a name that is not in :data:`MODES`."""
    return MODES[MODES.index(name)]


@record
class Geometry:
    """Width of a spread and its division into columns, in cells."""

    width_cells: int
    mode: Mode = "parallel"
    measure_cells: int = 68
    """Maximum width of a column of text; with the split moved, half of the maximum for both columns together."""
    split: float = 0.5
    """Share of the left column in the width of both, from 0 to 1."""
    typesetting: Typesetting = Typesetting()
    fitted: bool = False
    """Whether the split follows the lengths of the texts; no column is wider than the measure then."""
    figures: FigureRoom | None = None
    """The room for pictures above the captions of figures; None where there are captions only."""

    @property
    def shown_mode(self) -> Mode:
        """Way to read that the width allows: a narrow spread interleaves instead of setting side by side."""
        narrow = self.width_cells < MIN_PARALLEL_CELLS
        return "interleaved" if self.mode == "parallel" and narrow else self.mode

    @property
    def parallel(self) -> bool:
        """Whether the languages are set side by side."""
        return self.shown_mode == "parallel"

    @property
    def one_language(self) -> bool:
        """Whether only one of the languages of a free body is shown."""
        return self.shown_mode in ("left", "right", "reveal")

    @property
    def margin_cells(self) -> int:
        """Width of the margin for the numbers of printed pages."""
        return MARGIN_CELLS if self.width_cells >= MIN_MARGIN_CELLS else 0

    @property
    def hang_cells(self) -> int:
        """Width beside each column in which a punctuation mark may hang."""
        return HANG_CELLS if self.typesetting.hanging and self.width_cells >= MIN_HANGING_CELLS else 0

    @property
    def gutter_cells(self) -> int:
        """Width between the columns, with the room for a hanging mark of the left one."""
        return GUTTER_CELLS + max(0, self.hang_cells - 1)

    @property
    def columns_cells(self) -> tuple[int, int]:
        """Widths of the left and the right column of text; of a single column, its width twice."""
        room = self.width_cells - self.margin_cells - max(1, self.hang_cells)
        if not self.parallel:
            column = max(MIN_COLUMN_CELLS, min(room, self.measure_cells))
            return column, column
        both = min((room - self.gutter_cells) // 2, self.measure_cells) * 2
        if self.fitted:
            return self._fitted(both)
        left = max(MIN_SPLIT_COLUMN_CELLS, min(round(both * self.split), both - MIN_SPLIT_COLUMN_CELLS))
        return left, both - left

    def _fitted(self, room_cells: int) -> tuple[int, int]:
        """Returns the widths of two columns in the ratio of the split: the wider one is at most the measure.

        The narrower column is computed, and the wider one has the rest, so that swapped sides give swapped widths.
        """
        share = round(min(self.split, 1 - self.split), 4)  # 1 - 0.58 is a little more than 0.42
        both = min(room_cells, int(self.measure_cells / (1 - share)))
        narrow = max(min(MIN_FITTED_COLUMN_CELLS, room_cells // 2, self.measure_cells), round(both * share))
        wide = min(room_cells - narrow, self.measure_cells, max(narrow, both - round(both * share)))
        return (narrow, wide) if self.split <= 0.5 else (wide, narrow)

    @property
    def left_cells(self) -> int:
        """Width left blank at the left, which centres the spread."""
        left, right = self.columns_cells
        used = self.margin_cells + left + (self.gutter_cells + right if self.parallel else 0) + self.hang_cells
        return max(0, (self.width_cells - used) // 2)

    @property
    def starts_cells(self) -> tuple[SpreadCell, SpreadCell]:
        """First cells of the left and the right column; of a single column, its first cell twice."""
        first = SpreadCell(self.left_cells + self.margin_cells)
        return first, SpreadCell(first + self.columns_cells[0] + self.gutter_cells) if self.parallel else first

    @property
    def gutter(self) -> range:
        """Cells of the spread between the columns, without the room for hanging marks; empty for a single column."""
        end = self.starts_cells[1]
        return range(end - self.gutter_cells + self.hang_cells, end) if self.parallel else range(0)

    @property
    def across_cells(self) -> int:
        """Width of a line that goes over both columns and the gutter; of a single column, its width."""
        left, right = self.columns_cells
        return left + self.gutter_cells + right if self.parallel else left

    def split_at(self, cell: SpreadCell) -> float:
        """Returns the split that brings the middle of the gutter closest to a cell of the spread."""
        left, right = self.columns_cells
        wanted = cell - self.gutter_cells // 2 - self.starts_cells[0]
        return max(MIN_SPLIT_COLUMN_CELLS, min(wanted, left + right - MIN_SPLIT_COLUMN_CELLS)) / (left + right)
