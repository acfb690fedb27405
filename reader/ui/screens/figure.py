"""One figure, large, with its captions, credit and page."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.worker import get_current_worker

from reader.errors import UnusableError
from reader.layout.runs import packed, wrap
from reader.model.naming import both
from reader.pictures.fitting import WHOLE, CellBox
from reader.pictures.half_blocks import Pixels, half_blocks, size_in_blocks
from reader.pictures.headers import size_of_file
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
    from reader.ui.widgets.picture import HalfBlockRows

MAX_CELLS = 80
"""Maximum width of the lines below the picture."""


class FigureScreen(ReaderScreen):
    """Shows the figures of an article, one at a time."""

    scope = FIGURE
    BINDINGS: ClassVar[list[BindingType]] = bindings(FIGURE)

    def __init__(self, entry: LibraryEntry, article: Article, languages: tuple[str, str], figure_id: str) -> None:
        """Begins with a figure of an article; with the first if there is none of that id."""
        super().__init__()
        self._entry, self._article, self._languages = entry, article, languages
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
        """Draws the picture at the new size."""
        self._show_picture()

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

    def _show_picture(self) -> None:
        picture = self.query_one(Picture)
        if picture.size.width and picture.size.height:
            self._draw_picture(self.figure, picture.size.width - 2, picture.size.height)

    @work(thread=True, exclusive=True, group="picture")
    def _draw_picture(self, figure: Figure, width_cells: int, height_rows: int) -> None:
        """Reads and scales the picture in a thread."""
        alt = both(figure.alt, self._languages) if figure.alt else ""
        cells: HalfBlockRows = []
        words = alt or self.strings.no_picture
        if figure.file and not self.app.no_color:  # without colours every half block is the same
            try:
                room = CellBox(max(2, width_cells), max(1, height_rows))
                cells = self._half_blocks(figure.file, room)
            except UnusableError as error:
                words = " ".join(filter(None, (alt, f"({self.strings.picture_unreadable}: {error})")))
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._set_picture, figure, cells, words)

    def _half_blocks(self, name: str, room: CellBox) -> HalfBlockRows:
        """Returns a picture of the issue as rows of cells.

        Raises:
            UnusableError: If it cannot be drawn.
        """
        folder = self._entry.pictures
        whole = size_of_file(folder, name)
        if whole is None:
            raise UnusableError(f"{name}: missing, or no picture")
        size = size_in_blocks(whole, room, WHOLE)
        drawn = self.host.pictures.draw(folder, name, size, self.background_colors[1].rgb)
        return half_blocks(Pixels(size.width, drawn.data))

    def _set_picture(self, figure: Figure, cells: HalfBlockRows, words: str) -> None:
        if self.is_whole and figure is self.figure:
            picture = self.query_one(Picture)
            picture.words = words
            picture.cells = cells

    def on_unmount(self) -> None:
        """Gives up the picture that is being decoded."""
        self.host.pictures.give_up()

    def turn(self, by: int) -> None:
        """Shows another figure: the next one for 1, the previous one for -1, around the ends."""
        self.host.pictures.give_up()
        self.index = (self.index + by) % len(self._article.figures)
        self.relabel()
