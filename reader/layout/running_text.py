"""A text measured for a column, with its labels of footnotes and its readings above the lines."""

from __future__ import annotations

from reader.layout.inserts import measured_with, readings_of
from reader.layout.piece import Marked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.layout.piece import Line, Piece
    from reader.layout.typesetting import Typesetting
    from reader.model.text import Prose


class RunningText:
    """Cuts a text into the pieces of its lines, and puts the rows of readings above them."""

    def __init__(self, prose: Prose, offset: int, room_cells: int, width_cells: int, how: Typesetting) -> None:
        """Measures a text.

        Args:
            prose: The text.
            offset: The offset of its beginning in its passage.
            room_cells: The width of its lines.
            width_cells: The width of the column.
            how: The typesetting.
        """
        self._readings = readings_of(prose, offset, room_cells, width_cells) if how.annotated else None
        annotations = self._readings.annotations if self._readings else ()
        self.measured, self._inserts = measured_with(prose, how, annotations)
        self._marked, self._offset = Marked(prose), offset

    def pieces(self, start: int, end: int, blanks: Sequence[tuple[int, int]]) -> list[Piece]:
        """Returns ``text[start:end]`` in pieces with its inserts; ``blanks`` as :meth:`Marked.pieces` takes them."""
        return self._marked.pieces(start, end, self._offset, blanks=blanks, inserts=self._inserts)

    def rows(self, line: Line, start: int, end: int) -> Iterator[Line]:
        """Yields the rows of readings above the line ``text[start:end]``, if it has any, and the line."""
        yield from self._readings.above(line, start, end) if self._readings else ()
        yield line
