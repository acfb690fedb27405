"""A screen as an SVG picture: small, and the same bytes for the same screen.

Textual's own has names that hold a checksum of the whole, a path to cut each row, the address of a font on the network,
and measures texts by their characters, which squeezes Chinese to half its width.
"""

from __future__ import annotations

import html
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from rich.color import ColorType

from reader.layout.width import cell_width
from tests.ui.schemes import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.color import Color
    from rich.style import Style
    from textual.screen import Screen
    from textual.strip import Strip

CELL, ROW, SIZE, BASE = 9, 20, 15, 15
"""The width and the height of a cell, the size of the letters, and their base line from the top of the row."""
FONTS = "'DejaVu Sans Mono',Menlo,Consolas,'Noto Sans Mono CJK SC',monospace"
_SCHEME = PLAIN["Linux console"]


class _Look(NamedTuple):
    ink: str
    ground: str
    attributes: str
    """Attributes of SVG."""


class _Run(NamedTuple):
    x: int
    """The first cell."""
    cells: int
    text: str
    look: _Look


def svg_of(screen: Screen[object]) -> str:
    """Returns a picture of a screen."""
    return svg_of_rows(screen._compositor.render_strips(), screen.size.width)


def svg_of_rows(strips: Iterable[Strip], width_cells: int) -> str:
    """Returns a picture of rows."""
    rows = [[*_runs(strip)] for strip in strips]
    grounds = [run.look.ground for row in rows for run in row for _ in range(run.cells)]
    page = max(sorted(set(grounds)), key=grounds.count)
    width, height = width_cells * CELL, len(rows) * ROW
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="{FONTS}"'
        f' font-size="{SIZE}">\n<style>text{{white-space:pre}}</style>\n'
        f'<rect width="{width}" height="{height}" fill="{page}"/>\n'
    )
    parts = [head]
    for y, row in enumerate(rows):
        parts += _grounds(row, y, page)
        parts += _texts(row, y)
    return "".join((*parts, "</svg>\n"))


def _runs(strip: Strip) -> Iterator[_Run]:
    x = 0
    for segment in strip:
        if segment.text:
            yield _Run(x, cell_width(segment.text), segment.text, _look(segment.style))
            x += cell_width(segment.text)


def _look(style: Style | None) -> _Look:
    ink = _hex(style.color if style else None, _SCHEME.foreground)
    ground = _hex(style.bgcolor if style else None, _SCHEME.background)
    if style is None:
        return _Look(ink, ground, "")
    if style.reverse:
        ink, ground = ground, ink
    attributes = ' font-weight="bold"' if style.bold else ""
    attributes += ' font-style="italic"' if style.italic else ""
    attributes += ' text-decoration="underline"' if style.underline else ""
    return _Look(ink, ground, attributes)


def _hex(colour: Color | None, own: str) -> str:
    if colour is None or colour.type is ColorType.DEFAULT:
        return own
    if colour.number is not None and colour.number < 16:
        return _SCHEME.colours[colour.number]
    return colour.get_truecolor().hex


def _grounds(row: list[_Run], y: int, page: str) -> Iterator[str]:
    for ground, group in groupby(row, key=lambda run: run.look.ground):
        runs = [*group]
        if ground != page:
            width = sum(run.cells for run in runs) * CELL
            yield f'<rect x="{runs[0].x * CELL}" y="{y * ROW}" width="{width}" height="{ROW}" fill="{ground}"/>\n'


def _texts(row: list[_Run], y: int) -> Iterator[str]:
    """Yields the texts of a row, narrow and wide characters apart, each where its cells are."""
    for run in row:
        x = run.x
        for _, group in groupby(run.text, key=lambda char: cell_width(char) == 2):
            text = "".join(group)
            cells, bare = cell_width(text), text.strip(" ")
            if bare:
                begin = x + cell_width(text[: text.index(bare)])
                words = html.escape(bare, quote=False)
                yield (
                    f'<text x="{begin * CELL}" y="{y * ROW + BASE}" textLength="{cell_width(bare) * CELL}"'
                    f' fill="{run.look.ink}"{run.look.attributes}>{words}</text>\n'
                )
            x += cells
