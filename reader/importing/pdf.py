"""From a PDF file to what was found on its pages."""

from __future__ import annotations

from reader.errors import ReaderError
from reader.importing.printed.articles import Opened, found_on
from reader.importing.printed.drops import restored
from reader.importing.printed.leaves import body_sizes, emphasised, leaves_of
from reader.importing.printed.lines import lines_of
from reader.importing.printed.roles import parts_of, with_tables
from reader.importing.printed.sheets import Printed
from reader.importing.printed.stacks import stacks_of
from reader.importing.printed.tables import grids_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reader.importing.page import Found
    from reader.importing.printed.leaves import Leaf


def read_pdf(path: str, pages: Iterable[int] = (), progress: Callable[[int, int], None] | None = None) -> Found:
    """Reads pages of a PDF file, from 1; all if none are named.

    Raises:
        ReaderError: It is encrypted, damaged, no PDF, or its pages hold no text.
    """
    printed = Printed(path)
    numbers = list(pages) or list(range(1, printed.count + 1))
    if wrong := next((number for number in numbers if not 1 <= number <= printed.count), None):
        raise ReaderError(f"{path} has no page {wrong}: it has {printed.count}")
    opened: list[Opened] = []
    for done, number in enumerate(numbers):
        if progress:
            progress(done, len(numbers))
        sheet = printed.sheet(number)
        lines = restored(lines_of(sheet.glyphs))
        body = body_sizes(lines)
        lines = emphasised(lines, body)
        turned = tuple(line.text for line in lines_of(sheet.turned))
        for leaf in leaves_of(sheet, lines, printed.label(number)):
            opened.append(opened_leaf(leaf, body, turned))
            turned = ()
    if not any(page.leaf.lines or page.turned for page in opened):
        raise ReaderError(f"{path} has no text: it may be scanned; recognise its text first (OCR)")
    return found_on(opened)


def pictures_of(path: str, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Yields pictures of a PDF file by the names that captions call them, as PNG; those that can be read."""
    printed = Printed(path)
    for name in names:
        _, page, index = name.removesuffix(".png").split("-")
        if data := printed.picture(int(page), int(index)):
            yield name, data


def opened_leaf(leaf: Leaf, body: dict[str, float], turned: tuple[str, ...] = ()) -> Opened:
    """Tells the parts of a page apart."""
    grids = grids_of(leaf.lines, leaf.boxes)
    in_tables = {id(line) for grid in grids for line in grid.lines}
    rest = [line for line in leaf.lines if id(line) not in in_tables]
    parts = with_tables(parts_of(leaf, stacks_of(rest, leaf.boxes), body), grids)
    return Opened(leaf, tuple(parts), tuple(grids), turned)
