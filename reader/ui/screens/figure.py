"""One figure, large, with its captions, credit and page."""

from __future__ import annotations

from typing import ClassVar

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.worker import get_current_worker

from reader.errors import UnusableError
from reader.layout.runs import wrap
from reader.library import LibraryEntry
from reader.model.magazine import Article, Figure
from reader.model.naming import both
from reader.ui.commands.table import FIGURE, bindings
from reader.ui.picture import Colour, half_blocks, open_picture
from reader.ui.screens.base import ReaderScreen
from reader.ui.widgets.drawing import Run
from reader.ui.widgets.panel import Panel
from reader.ui.widgets.status import Banner, Status

Cells = list[list[tuple[Colour, Colour]]]


class Picture(Panel):
    """Draws a picture's cells in the middle, or a line that says why there is none."""

    cells: reactive[Cells] = reactive(list, always_update=True)
    words: reactive[str] = reactive("")

    class Resized(Message):
        """There is another amount of room."""

    def on_resize(self) -> None:
        """Asks for the picture at its new size."""
        self.post_message(self.Resized())

    def render_line(self, y: int) -> Strip:
        """Draws one row of the picture."""
        width, height = self.size
        if not self.cells:
            lines = wrap(((self.words, "muted"),), max(4, width - 4)) if self.words else []
            top = max(0, (height - len(lines)) // 2)
            return self.draw([("  ", ""), *lines[y - top]] if top <= y < top + len(lines) else [])
        row = y - (height - len(self.cells)) // 2
        if not 0 <= row < len(self.cells):
            return self.draw([])
        cells = self.cells[row]
        left = max(0, (width - len(cells)) // 2)
        blocks = [
            Segment("▀", Style(color=Color.from_rgb(*upper), bgcolor=Color.from_rgb(*lower))) for upper, lower in cells
        ]
        right = max(0, width - left - len(cells))
        return Strip([Segment(" " * left, self.rich_style), *blocks, Segment(" " * right, self.rich_style)], width)


class Legend(Panel):
    """The captions under the picture."""

    lines: reactive[list[list[Run]]] = reactive(list)

    def render_line(self, y: int) -> Strip:
        """Draws one line."""
        return self.draw([("  ", ""), *self.lines[y]] if y < len(self.lines) else [])


class FigureScreen(ReaderScreen):
    """Shows the figures of an article, one at a time."""

    scope = FIGURE
    BINDINGS: ClassVar[list[BindingType]] = bindings(FIGURE)

    def __init__(self, entry: LibraryEntry, article: Article, languages: tuple[str, str], figure_id: str) -> None:
        super().__init__()
        self._entry, self._article, self._languages = entry, article, languages
        self.index = next((k for k, figure in enumerate(article.figures) if figure.id == figure_id), 0)

    def compose(self) -> ComposeResult:
        """The picture, its legend, and the two lines around them."""
        yield Banner(id="banner")
        yield Picture(id="picture")
        yield Legend(id="legend")
        yield Status(id="status")

    @property
    def figure(self) -> Figure:
        """The figure that is shown."""
        return self._article.figures[self.index]

    def on_mount(self) -> None:
        """Shows the figure."""
        self.relabel()

    def on_resize(self) -> None:
        """Breaks the captions anew."""
        self._show_legend()

    def on_picture_resized(self) -> None:
        """Draws the picture at its new size."""
        self._show_picture()

    def relabel(self) -> None:
        """Says everything in the interface's language."""
        banner = self.query_one(Banner)
        banner.names = (both(self._article.title, self._languages), self._article.title.best(self._languages))
        banner.right = f"{self.strings.figure} {self.index + 1}/{len(self._article.figures)}"
        status = self.query_one(Status)
        status.scope, status.language = FIGURE, self.reader.interface
        page = self.strings.page.format(page=self.figure.page) if self.figure.page else ""
        status.parts = tuple(filter(None, (page, self.strings.close_hint)))
        self._show_legend()
        self._show_picture()

    def _show_legend(self) -> None:
        width = max(8, self.app.size.width - 4)
        figure = self.figure
        lines: list[list[Run]] = [[]]
        texts = [(figure.caption.plain(tag), style) for tag, style in zip(self._languages, ("", "muted"), strict=True)]
        if figure.credit:
            texts.append((both(figure.credit, self._languages), "muted"))
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
        """Reads and scales the picture beside the event loop."""
        alt = both(figure.alt, self._languages) if figure.alt else ""
        cells: Cells = []
        words = alt or self.strings.no_picture
        if figure.file:
            try:
                image = open_picture(self._entry.pictures, figure.file, width_cells, 2 * height_rows)
                background = self.background_colors[1].rgb
                cells = half_blocks(image, max(2, width_cells), max(1, height_rows), background)
            except UnusableError as error:
                words = " ".join(filter(None, (alt, f"({self.strings.picture_unreadable}: {error})")))
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._set_picture, figure, cells, words)

    def _set_picture(self, figure: Figure, cells: Cells, words: str) -> None:
        if self.is_mounted and figure is self.figure:
            picture = self.query_one(Picture)
            picture.words = words
            picture.cells = cells

    def _turn(self, by: int) -> None:
        self.index = (self.index + by) % len(self._article.figures)
        self.relabel()

    def action_next_figure(self) -> None:
        """Shows the next figure."""
        self._turn(1)

    def action_previous_figure(self) -> None:
        """Shows the previous figure."""
        self._turn(-1)
