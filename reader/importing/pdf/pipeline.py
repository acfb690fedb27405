"""From a PDF file to what was found on its pages."""

from __future__ import annotations

from reader.errors import ReaderError
from reader.importing.pdf.articles import Opened, found_on
from reader.importing.pdf.drops import restored
from reader.importing.pdf.figures import picture_name
from reader.importing.pdf.leaves import Leaf, body_sizes, emphasised, leaves_of
from reader.importing.pdf.lines import lines_of
from reader.importing.pdf.roles import parts_of, with_tables
from reader.importing.pdf.sheets import Printed
from reader.importing.pdf.stacks import stacks_of
from reader.importing.pdf.tables import grids_of
from reader.importing.pdf.vertical import laid_down, turned_box
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.importing.extraction import Extraction
    from reader.importing.pdf.lines import Line
    from reader.importing.pdf.sheets import Sheet
    from reader.importing.scripts import Script


MIN_PHOTOGRAPH = 60.0
"""Points that a picture without a caption is wide and high at least to be told of."""


def read_pdf(path: str, pages: Iterable[int] = (), progress: Callable[[int, int], None] | None = None) -> Extraction:
    """Reads pages of a PDF file, from 1; all if none are named.

    Raises:
        ReaderError: It is encrypted, damaged, no PDF, or its pages hold no text.
    """
    printed = Printed(path)
    numbers = list(pages) or list(range(1, printed.count + 1))
    if wrong := next((number for number in numbers if not 1 <= number <= printed.count), None):
        raise ReaderError(f"{path} has no page {wrong}: it has {printed.count}")
    opened: list[Opened] = []
    notes: list[str] = []
    for done, number in enumerate(numbers):
        if progress:
            progress(done, len(numbers))
        sheet, standing = laid_down(printed.sheet(number))
        if standing:
            notes.append(f"page {number} of the file has text that is set vertically: look at its place and order")
        lines, columns = restored(lines_of(sheet.glyphs)), restored(lines_of(standing))
        body = body_sizes(lines)
        lines = emphasised(lines, body)
        turned = tuple(line.text for line in lines_of(sheet.turned))
        leaves = leaves_of(sheet, lines, printed.label(number))
        if columns:
            both = body_sizes([*lines, *columns])
            opened.append(opened_leaf(_turned(sheet, emphasised(columns, both), leaves[0].page), both))
        for leaf in leaves:
            opened.append(opened_leaf(leaf, body, turned))
            turned = ()
    if not any(page.leaf.lines or page.turned for page in opened):
        raise ReaderError(f"{path} has no text: it may be scanned; recognise its text first (OCR)")
    found = found_on(opened)
    return replace(found, notes=(*notes, *_uncaptioned(opened, found)))


def _uncaptioned(pages: Iterable[Opened], found: Extraction) -> Iterator[str]:
    """Yields a sentence for each page with pictures that no caption is about."""
    told = {figure.picture for article in found.articles for figure in article.figures}
    for leaf in (page.leaf for page in pages):
        large = [index for index, box in leaf.pictures if min(box.width, box.height) >= MIN_PHOTOGRAPH]
        names = {picture_name(leaf.number, index) for index in large} - told
        told |= names
        if names:
            what = "a picture" if len(names) == 1 else f"{len(names)} pictures"
            yield f"page {leaf.page} has {what} without a caption: not in the draft"


def pictures_of(path: str, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Yields pictures of a PDF file by the names that captions call them, as PNG; those that can be read."""
    printed = Printed(path)
    for name in names:
        _, page, index = name.removesuffix(".png").split("-")
        if data := printed.picture(int(page), int(index)):
            yield name, data


def _turned(sheet: Sheet, lines: Sequence[Line], page: str) -> Leaf:
    """Returns a page with vertical text as its lines, turned to the left."""
    boxes = tuple(turned_box(box, sheet.width) for box in sheet.boxes)
    pictures = tuple((index, turned_box(box, sheet.width)) for index, box in sheet.pictures)
    return Leaf(page, 0.0, sheet.height, sheet.width, tuple(lines), boxes, pictures, sheet.number)


def opened_leaf(leaf: Leaf, body: dict[Script, float], turned: tuple[str, ...] = ()) -> Opened:
    """Tells the parts of a page apart."""
    grids = grids_of(leaf.lines, leaf.boxes)
    in_tables = {id(line) for grid in grids for line in grid.lines}
    rest = [line for line in leaf.lines if id(line) not in in_tables]
    parts = with_tables(parts_of(leaf, stacks_of(rest, leaf.boxes), body), grids)
    return Opened(leaf, tuple(parts), tuple(grids), turned)
