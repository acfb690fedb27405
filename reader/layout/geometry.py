"""How the width of a spread is divided, in cells."""

from __future__ import annotations

from reader.layout.typesetting import Typesetting
from reader.model.record import record

MODES = ("parallel", "interleaved", "left", "right", "reveal")
"""The ways to read; in ``reveal`` the right language is hidden until it is asked for, paragraph by paragraph."""
MARGIN_CELLS = 5
GUTTER_CELLS = 3
MIN_PARALLEL_CELLS = 66
"""The narrowest spread on which the languages stand side by side."""
MIN_COLUMN_CELLS = 2
HANG_CELLS = 2
MIN_HANGING_CELLS = 48
"""The narrowest spread that gives room to hanging marks."""
MIN_SPLIT_COLUMN_CELLS = 16
"""The narrowest column that moving the split leaves."""


@record
class Geometry:
    """The width of a spread and how it is divided, in cells."""

    width_cells: int
    mode: str = "parallel"
    measure_cells: int = 68
    """The widest that a column of text gets; with the split moved, half of what both columns get together."""
    split: float = 0.5
    """The left column's share of what both get, from 0 to 1."""
    typesetting: Typesetting = Typesetting()

    @property
    def shown_mode(self) -> str:
        """The mode that the width allows: side by side needs room."""
        narrow = self.width_cells < MIN_PARALLEL_CELLS
        return "interleaved" if self.mode == "parallel" and narrow else self.mode

    @property
    def parallel(self) -> bool:
        """Whether the languages stand side by side."""
        return self.shown_mode == "parallel"

    @property
    def margin_cells(self) -> int:
        """The width of the margin that holds printed page numbers."""
        return MARGIN_CELLS if self.width_cells >= 30 else 0

    @property
    def hang_cells(self) -> int:
        """The room beside each column in which a punctuation mark may hang."""
        return HANG_CELLS if self.typesetting.hanging and self.width_cells >= MIN_HANGING_CELLS else 0

    @property
    def gutter_cells(self) -> int:
        """What is between the columns, the left one's room for a hanging mark included."""
        return GUTTER_CELLS + max(0, self.hang_cells - 1)

    @property
    def columns_cells(self) -> tuple[int, int]:
        """The widths of the left and the right column of text; the same one twice where there is a single column."""
        room = self.width_cells - self.margin_cells - max(1, self.hang_cells)
        if not self.parallel:
            column = max(MIN_COLUMN_CELLS, min(room, self.measure_cells))
            return column, column
        both = min((room - self.gutter_cells) // 2, self.measure_cells) * 2
        left = max(MIN_SPLIT_COLUMN_CELLS, min(round(both * self.split), both - MIN_SPLIT_COLUMN_CELLS))
        return left, both - left

    @property
    def left_cells(self) -> int:
        """The blank columns at the left that centre the spread."""
        left, right = self.columns_cells
        used = self.margin_cells + left + (self.gutter_cells + right if self.parallel else 0) + self.hang_cells
        return max(0, (self.width_cells - used) // 2)

    @property
    def starts_cells(self) -> tuple[int, int]:
        """The first cell of the left and of the right column; the same one twice where there is a single column."""
        first = self.left_cells + self.margin_cells
        return first, first + self.columns_cells[0] + self.gutter_cells if self.parallel else first

    @property
    def gutter(self) -> range:
        """The cells between the columns that no text reaches; none where there is a single column."""
        end = self.starts_cells[1]
        return range(end - self.gutter_cells + self.hang_cells, end) if self.parallel else range(0)

    def split_at(self, cell: int) -> float:
        """Returns the split with which the gutter's middle is at a cell of the spread, as near as may be."""
        left, right = self.columns_cells
        wanted = cell - self.gutter_cells // 2 - self.starts_cells[0]
        return max(MIN_SPLIT_COLUMN_CELLS, min(wanted, left + right - MIN_SPLIT_COLUMN_CELLS)) / (left + right)
