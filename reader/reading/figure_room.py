"""The pictures of an article in its text: their files, the cells that they take, and those in sight of a window."""

from __future__ import annotations

from reader.layout.spaces import LEFT, RIGHT
from reader.model.record import record
from reader.pictures.fitting import CellBox, box_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.magazine import Article
    from reader.pictures.headers import PictureFile
    from reader.reading.window import Window

MIN_ROWS, MIN_CELLS = 18, 40
"""The smallest widget whose text has pictures; on smaller ones there are captions only."""
MIN_PICTURE_ROWS = 4
AHEAD = 3
"""Number of pictures behind those in sight that are made beforehand."""


class FigureFiles:
    """The files of an article's pictures; the head of each is read when it is first asked for."""

    def __init__(self, folder: str, article: Article) -> None:
        """Takes the folder of the issue's pictures, and an article of the issue."""
        self._folder = folder
        self._names = {figure.id: figure.file for figure in article.figures if figure.file}
        self._files: dict[str, PictureFile | None] = {}

    def file(self, figure: str) -> PictureFile | None:
        """Returns the picture of a figure; None if it has none that can be read."""
        if figure not in self._files:
            self._files[figure] = self._read(self._names.get(figure))
        return self._files[figure]

    def _read(self, name: str | None) -> PictureFile | None:
        if not name:
            return None
        from reader.pictures.headers import picture_file  # many articles have no picture

        return picture_file(self._folder, name)

    def behind(self, figure: str) -> Sequence[str]:
        """Returns the ids of the figures that follow one in the article."""
        names = list(self._names)
        at = names.index(figure) + 1 if figure in names else 0
        return names[at : at + AHEAD]


@record
class TextRoom:
    """The room for pictures in a text: as wide as its columns, and not higher than half of the widget."""

    files: FigureFiles
    most_rows: int

    def cells(self, figure: str, width_cells: int) -> CellBox | None:
        """Returns the columns and rows of a picture; None for a figure without one."""
        file = self.files.file(figure)
        return box_of(file.size, CellBox(max(1, width_cells), self.most_rows)) if file else None


def text_room(files: FigureFiles | None, width_cells: int, height: int) -> TextRoom | None:
    """Returns the room for pictures on a widget; None where it is small, or no files are known."""
    if files is None or height < MIN_ROWS or width_cells < MIN_CELLS:
        return None
    return TextRoom(files, max(MIN_PICTURE_ROWS, height // 2))


@record
class PictureInText:
    """A picture in sight of a window: its cells on the widget, of which some rows may be out of sight."""

    figure: str
    x: int
    y: int
    box: CellBox
    rows: tuple[int, int]
    """The rows of the box in sight, half-open."""


def pictures_in(window: Window, rows_on_widget: Sequence[int]) -> tuple[PictureInText, ...]:
    """Returns the pictures in sight.

    Args:
        window: The window on the article.
        rows_on_widget: The row of the widget on which each row of the window is drawn.
    """
    starts = window.geometry.starts_cells
    found: list[PictureInText] = []
    for side in (LEFT, RIGHT):
        for row, y in zip(window.rows, rows_on_widget, strict=True):
            picture = (row.right if side else row.left).picture
            if picture is None:
                continue
            x, box = starts[side] + picture.left, CellBox(picture.columns, picture.rows)
            begun = found[-1] if found else None
            if begun and (begun.figure, begun.x, begun.y + begun.rows[1] - begun.rows[0], begun.rows[1]) == (
                *(picture.figure, x, y),
                picture.row,
            ):
                found.pop()
                found.append(PictureInText(picture.figure, x, begun.y, box, (begun.rows[0], picture.row + 1)))
            else:
                found.append(PictureInText(picture.figure, x, y, box, (picture.row, picture.row + 1)))
    return tuple(found)


def pictures_next(here: Sequence[PictureInText], turned: Window) -> tuple[PictureInText, ...]:
    """Returns the pictures that may come into sight next; of their places only the rows in sight count.

    Args:
        here: The pictures in sight.
        turned: The window turned to the next page, whose pictures come first.
    """
    there = pictures_in(turned, range(len(turned.rows)))
    last = (*here, *there)[-1:]
    return (*there, *(pictures_behind(last[0], turned) if last else ()))


def pictures_behind(last: PictureInText, window: Window) -> tuple[PictureInText, ...]:
    """Returns the pictures that follow one in the article, in the size that they have in the text."""
    geometry = window.geometry
    room = geometry.figures
    if not isinstance(room, TextRoom):
        return ()
    in_pairs = geometry.parallel and len(window.spread.columns) == 1
    width = geometry.across_cells if in_pairs else geometry.columns_cells[0]
    boxes = ((figure, room.cells(figure, width)) for figure in room.files.behind(last.figure))
    return tuple(PictureInText(figure, 0, 0, box, (0, box.rows)) for figure, box in boxes if box)
