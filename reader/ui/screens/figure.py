"""One figure, large, with its captions, credit and page."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from reader.layout.runs import packed, wrap
from reader.model.naming import both
from reader.pictures.fitting import zoomed
from reader.pictures.headers import PictureFile, picture_file
from reader.reading.headings import title_forms
from reader.reading.lines import plain_parts
from reader.ui.commands.command import FIGURE
from reader.ui.commands.table import bindings
from reader.ui.lists.legend import MARGIN_CELLS
from reader.ui.screens.base import ReaderScreen
from reader.ui.widgets.legend import Legend
from reader.ui.widgets.picture import Picture
from reader.ui.widgets.status import Banner, Status

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.layout.runs import Run
    from reader.library import LibraryEntry
    from reader.model.magazine import Article, Figure

ZOOMS = (1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0)
"""The enlargements of a picture over its size in the window."""
PAN_SHARE = 0.25
"""Part of the shown part by which the picture is moved."""
MIDDLE = (0.5, 0.5)
MAX_CELLS = 80
"""Maximum width of the lines below the picture."""


class FigureScreen(ReaderScreen):
    """Shows the figures of an article, one at a time."""

    scope = FIGURE
    pictured = ("#picture",)
    BINDINGS: ClassVar[list[BindingType]] = bindings(FIGURE)

    def __init__(self, entry: LibraryEntry, article: Article, languages: tuple[str, str], figure_id: str) -> None:
        """Begins with a figure of an article; with the first if there is none of that id."""
        super().__init__()
        self._entry, self._article, self._languages = entry, article, languages
        self._zoom, self._middle = 0, MIDDLE
        self.index = next((k for k, figure in enumerate(article.figures) if figure.id == figure_id), 0)

    def compose(self) -> ComposeResult:
        """Yields the picture, its captions, and the two lines around them."""
        yield Banner(id="banner")
        yield Picture(id="picture")
        yield Legend(id="legend")
        yield Status(id="status")

    @property
    def figure(self) -> Figure:
        """The current figure."""
        return self._article.figures[self.index]

    @property
    def cursor_cell(self) -> tuple[int, int]:
        """The cell and the row of the terminal's cursor: the first line of the caption."""
        region = self.query_one(Legend).region
        return region.x + 2, region.y + min(1, max(0, region.height - 1))

    def on_mount(self) -> None:
        """Shows the figure."""
        self.relabel()

    def on_resize(self) -> None:
        """Breaks the captions into lines of the new width."""
        self._show_legend()

    def on_picture_resized(self) -> None:
        """Shows the same part of the picture in the new size."""
        self._show_part()

    def relabel(self) -> None:
        """Shows everything in the interface's language."""
        banner = self.query_one(Banner)
        banner.names = title_forms(self._article, self._languages)
        banner.asides = (f"{self.strings.figure} {self.index + 1}/{len(self._article.figures)}",)
        status = self.query_one(Status)
        status.scope, status.language = FIGURE, self.host.interface
        page = self.strings.page.format(page=self.figure.page) if self.figure.page else ""
        status.parts = plain_parts(page)
        self._show_legend()
        self._show_picture()

    def _show_legend(self) -> None:
        width = max(8, min(MAX_CELLS, self.app.size.width - 2 * MARGIN_CELLS))
        figure = self.figure
        lines: list[list[Run]] = []
        texts = [(figure.caption.plain(tag), style) for tag, style in zip(self._languages, ("", "muted"), strict=True)]
        if figure.credit:
            credits_ = dict.fromkeys(filter(None, map(figure.credit.plain, self._languages)))
            texts += [(line, "muted") for line in packed([*credits_], width)]
        for text, style in texts:
            if text:
                lines += wrap(((text, style),), width)
        legend = self.query_one(Legend)
        legend.styles.height = min(len(lines) + 1, max(3, self.app.size.height // 2))
        legend.lines = lines

    # -- the picture ------------------------------------------------------------------------------------

    def _show_picture(self) -> None:
        figure, picture = self.figure, self.query_one(Picture)
        picture.absence = self.strings.no_picture
        picture.words = both(figure.alt, self._languages) if figure.alt else ""
        found = picture_file(self._entry.pictures, figure.file) if figure.file else None
        if figure.file and found is None:
            fault = f"{figure.file}: missing, or no picture"
            picture.words = " ".join(filter(None, (picture.words, picture.picture_cells.words_for(fault))))
        picture.file = found
        idle = () if found else ("zoom_in", "open_viewer")
        only = ("next_figure",) if len(self._article.figures) == 1 else ()
        self.query_one(Status).idle = frozenset((*idle, *only))
        self._show_part()

    def _show_part(self) -> None:
        picture = self.query_one(Picture)
        if picture.file:
            picture.excerpt = zoomed(
                picture.file.size, picture.room, self.host.pictures.cell, ZOOMS[self._zoom], self._middle
            )

    def zoom(self, by: int) -> None:
        """Enlarges the picture by a number of steps; makes it smaller where negative; shows it whole for 0."""
        self._zoom = max(0, min(self._zoom + by, len(ZOOMS) - 1)) if by else 0
        self._middle = self._middle if self._zoom else MIDDLE
        self._show_part()
        self.say(f"{round(100 * ZOOMS[self._zoom])}%")

    def pan(self, across: int, down: int) -> None:
        """Moves the part that is shown by steps to the right and down; to the left and up where negative."""
        part = self.query_one(Picture).excerpt
        wanted = (
            (part.left + part.right) / 2 + across * PAN_SHARE * part.shares[0],
            (part.top + part.bottom) / 2 + down * PAN_SHARE * part.shares[1],
        )
        halves = (part.shares[0] / 2, part.shares[1] / 2)
        x, y = (max(half, min(at, 1 - half)) for at, half in zip(wanted, halves, strict=True))
        self._middle = x, y
        self._show_part()

    @property
    def file(self) -> PictureFile | None:
        """The file of the picture; None if there is none that can be drawn."""
        return self.query_one(Picture).file

    def turn(self, by: int) -> None:
        """Shows another figure: the next one for 1, the previous one for -1, around the ends."""
        self.index = (self.index + by) % len(self._article.figures)
        self._zoom, self._middle = 0, MIDDLE
        self.relabel()
