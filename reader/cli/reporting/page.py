"""An article as lines: the rows of a spread with page numbers in the margin, then the figures."""

from __future__ import annotations

from itertools import zip_longest

from reader.layout import wording
from reader.layout.column import Row
from reader.layout.flow import Flow, Items, flow
from reader.layout.geometry import GUTTER_CELLS, Geometry
from reader.layout.inserts import drawn
from reader.layout.item import Cell, Item
from reader.layout.labels import raised, shifted, with_labels
from reader.layout.piece import EMPTY, Line, Piece
from reader.layout.runs import padded
from reader.layout.setting import LEVEL_CELLS
from reader.layout.spaces import ItemIndex
from reader.layout.spread import Spread
from reader.layout.typesetting import Typesetting
from reader.layout.width import flush_right
from reader.model.footnotes import ANCHOR_PREFIX, marks_in, numbers_of
from reader.model.record import record, replace
from reader.model.text import Prose, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.layout.geometry import Mode
    from reader.layout.runs import Run
    from reader.model.magazine import Article, Figure, Issue
    from reader.model.passage import Passage
    from reader.model.text import Text

_KIND_STYLES = {
    "kicker": "kicker",
    "title": "title",
    "credits": "muted",
    "relation": "accent",
    "continued": "faint",
    "heading": "heading",
    "by": "muted",
    "author": "muted",
    "aside": "heading",
    "notes": "heading",
    "colophon": "muted",
}
_PLAIN_SIGNS_BEFORE = {"item": "- ", "by": "—— ", "author": "—— ", "footnote": "- "}
"""Signs before texts that are not broken into lines."""
_PLAIN_SIGNS = str.maketrans({"│": ">", "▏": "|", "┃": "|", "•": "-", "◦": "-", "▪": "-", "▫": "-", "─": "-", "▣": "*"})
_CLOSE = {
    ("item", "item"),
    ("footnote", "footnote"),
    ("kicker", "title"),
    ("credits", "relation"),
    ("quotation", "by"),
    ("pull", "by"),
    ("verse", "author"),
    ("colophon", "colophon"),
}
"""Kinds that follow each other without a blank line."""
_BLANK = Row(EMPTY, EMPTY, None, None)


@record
class View:
    """The languages of an article's page, a left and a right one; both are shown, or only the left one."""

    languages: tuple[str, str]
    both: bool = True

    @property
    def mode(self) -> Mode:
        """The spread's mode."""
        return "parallel" if self.both else "left"

    @property
    def shown(self) -> tuple[str, ...]:
        """The languages that are shown."""
        return self.languages if self.both else self.languages[:1]


def article_flows(issue: Issue, article: Article, view: View) -> Iterator[Flow]:
    """Yields the flow of an article's text, then a flow of its figures, which is always in pairs."""
    yield flow(article, view.languages, issue)
    if article.figures:
        yield Flow(view.languages, (Items(view.languages, (tuple(_figures(article, view)),)),))


def passage_flow(article: Article, passage: Passage, view: View) -> Flow:
    """Returns the items of one passage and of its footnotes; the first of them has its page number."""
    found = flow(article, view.languages)
    anchors = {passage.anchor, *(ANCHOR_PREFIX + mark for _, prose in passage.text.sides for mark in marks_in(prose))}
    items = [i for side in found.sides for i in side if i.anchor in anchors and (i.number or i.kind != "figure")]
    if items and passage.page:
        items[0] = replace(items[0], page=passage.page, new_page=True)
    return Flow(view.languages, (Items(view.languages, (tuple(items),)),))


def figure_flow(article: Article, figure: Figure, view: View) -> Flow:
    """Returns a flow of a figure's caption, credit and description."""
    items = [_figure_item(article, figure, view.languages)]
    if figure.alt:
        items.append(Item("alt", _cells(figure.alt, view.languages)))
    return Flow(view.languages, (Items(view.languages, (tuple(items),)),))


def _figures(article: Article, view: View) -> Iterator[Item]:
    words = (Cell(tag, Prose(wording.figures(tag)), note=True) for tag in view.languages)
    yield Item("heading", (next(words), next(words)))
    for figure in article.figures:
        yield _figure_item(article, figure, view.languages)


def _figure_item(article: Article, figure: Figure, languages: tuple[str, str]) -> Item:
    number = article.figures.index(figure) + 1
    left, right = (_caption(number, article, figure, tag) for tag in languages)
    return Item("figure", (left, right), figure.id, 0, figure.page, bool(figure.page))


def _caption(number: int, article: Article, figure: Figure, language: str) -> Cell:
    """Returns a caption, followed by the credit and the anchor of the figure on lines of their own."""
    caption = figure.caption.get(language) or Prose(figure.caption.best((language,)))
    before = f"{number} "
    text = before + caption.text
    spans = [shifted(span, len(before)) for span in with_labels(caption, numbers_of(article)).spans]
    if figure.credit:
        credit = figure.credit.best((language,))
        spans.append(Span(len(text) + 1, len(text) + 1 + len(credit), "muted"))
        text += f"\n{credit}"
    spans.append(Span(len(text) + 1, len(text) + 2 + len(figure.id), "address"))
    return Cell(language, Prose(f"{text}\n#{figure.id}", tuple(spans)))


def _cells(text: Text, languages: tuple[str, str]) -> tuple[Cell | None, Cell | None]:
    left, right = (Cell(tag, prose) if (prose := text.get(tag)) else None for tag in languages)
    return left, right


def page_lines(shown: Flow, view: View, width_cells: int, plain: bool = False) -> Iterator[list[Run]]:
    """Yields the lines of a flow, none wider than ``width_cells``; ``plain`` leaves out box drawing."""
    geometry = Geometry(width_cells, view.mode, typesetting=Typesetting(hanging=False))
    margin_cells, left_cells = geometry.margin_cells, geometry.columns_cells[0]
    parallel = geometry.parallel
    gutter: Run = (" " * GUTTER_CELLS if plain else "│".center(GUTTER_CELLS), "faint")
    for row in _rows(Spread(shown, geometry)):
        if row.page and not margin_cells:
            yield [(f"— {row.page} —", "faint")]
        line: list[Run] = [(_margin(row.page or row.label, margin_cells), "faint")]
        left = list(_line_runs(row.left, row.left_item, row.sides[0], plain))
        if parallel and not row.spans:
            line += padded(left, left_cells)
            line.append(gutter)
            line += _line_runs(row.right, row.right_item, row.sides[1], plain)
        else:
            line += left
        yield line


def _rows(spread: Spread) -> Iterator[Row]:
    """Yields every row of a spread; independent sides are put beside each other row by row."""
    columns = [
        [row for index in range(len(column.items)) for row in column.rows(ItemIndex(index))]
        for column in spread.columns
    ]
    if len(columns) == 1:
        yield from columns[0]
        return
    for left, right in zip_longest(columns[0], _with_page_lines(columns[1]), fillvalue=_BLANK):
        yield Row(left.left, right.left, left.left_item, right.left_item, (0, 1), left.page, label=left.label)


def _with_page_lines(rows: Iterable[Row]) -> Iterator[Row]:
    """Yields rows with their page numbers on rows of their own, since the margin belongs to the left side."""
    for row in rows:
        if row.page:
            yield replace(_BLANK, left=Line((Piece(f"— {row.page} —", style="faint"),)))
        yield row


def _margin(page: str, cells: int) -> str:
    return flush_right(page, cells - 2) + "  " if page and cells else " " * cells


def _line_runs(line: Line, item: Item | None, side: int, plain: bool) -> Iterator[Run]:
    base = _KIND_STYLES.get(item.kind, "") if item else ""
    if item and (cell := item.cells[side]) and cell.note and not base:
        base = "faint"
    for piece in line.pieces:
        ornament = plain and piece.start < 0
        yield piece.text.translate(_PLAIN_SIGNS) if ornament else piece.text, f"{base} {piece.style}"


def paragraphs(shown: Flow) -> Iterator[str]:
    """Yields the left side of a flow as paragraphs, not broken into lines, with a blank line between them."""
    previous = text = ""
    for item in shown.sides[0]:
        cell = item.cells[0]
        if cell is None:
            continue
        if item.part:  # continues a long text
            text += drawn(cell.prose)
            continue
        if previous:
            yield from text.split("\n")
            yield from () if (previous, item.kind) in _CLOSE and not item.paragraph else ("",)
        previous = item.kind
        text = _plain_sign(item) + drawn(cell.prose)
    yield from text.split("\n") if previous else ()


def _plain_sign(item: Item) -> str:
    """Returns the sign before the text of an item that is not broken into lines."""
    if item.label:
        return f"{item.label} "
    sign = f"{item.ordinal}. " if item.ordinal else _PLAIN_SIGNS_BEFORE.get(item.kind, "")
    if item.kind == "footnote" and item.ordinal:
        sign = f"{raised(item.ordinal)} "
    indent = " " * (LEVEL_CELLS * (item.list_level - 1))
    return indent + (" " * len(sign) if item.paragraph else sign)
