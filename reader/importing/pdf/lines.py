"""Glyphs put together to lines: by their baselines, and by the gaps between them."""

from __future__ import annotations

from statistics import median

from reader.importing.pdf.edges import Edges
from reader.importing.scripts import HAN, count_han, script_of
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.sheets import Glyph
    from reader.importing.scripts import Script

LEVEL_SHARE = 0.22
"""Baselines that differ by less of the size are one line's."""
GAP_SHARE = 0.85
"""A gap of more of the size ends a line, if no blank is drawn in it."""
BLANK_GAP_SHARE = 1.7
"""The same for what a gap has beyond the blanks drawn in it: justified lines stretch them."""
WORD_GAP_SHARE = 0.17
"""Between Latin letters a gap of more of the size is a blank that was not drawn."""
MIXED_GAP_SHARE = 0.4
"""The same between a Chinese character and a Latin letter, which many set a quarter apart without a blank."""
SIZE_RATIO = 1.32
"""Glyphs side by side whose sizes differ by more are no one line."""
STRETCHED = 4.0
"""Sizes that words of a justified line may stand apart, where the lines above and below have text between them."""
_ROWS = 12
"""Rows in which a line's neighbours stand, with those of the other columns between."""
_SAME_PLACE = 0.18
_ASCENT, _DESCENT = 0.8, 0.2


@record
class Line:
    """A line of one column, as it is printed."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    font: str
    bold: bool
    color: int
    side: Script | None
    """Its script; None where it has no letters."""
    is_drop: bool = False

    @property
    def top(self) -> float:
        """About where its letters begin."""
        return self.baseline - _ASCENT * self.size

    @property
    def bottom(self) -> float:
        """About where they end."""
        return self.baseline + _DESCENT * self.size

    @property
    def width(self) -> float:
        """From its first letter to the end of its last."""
        return self.right - self.left


class Extent:
    """The edges of what has ``lines``."""

    __slots__ = ()
    lines: tuple[Line, ...]

    @property
    def left(self) -> float:
        """The left edge of the leftmost line."""
        return min(line.left for line in self.lines)

    @property
    def right(self) -> float:
        """The right edge of the line that ends last."""
        return max(line.right for line in self.lines)

    @property
    def top(self) -> float:
        """Where the first line begins."""
        return min(line.top for line in self.lines)

    @property
    def bottom(self) -> float:
        """Where the last line ends."""
        return max(line.bottom for line in self.lines)


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """Returns the lines of a sheet's glyphs, from the top down, and from the left."""
    rows = _rows(glyphs)
    edges = Edges([_line(piece) for row in rows for piece in _divided(row)])
    pieces = [[piece for part in edges.divided(row) for piece in _divided(part)] for row in rows]
    return _joined(pieces)


def _joined(rows: list[list[list[Glyph]]]) -> list[Line]:
    """Returns the lines of pieces; those of a line that was stretched so far that it fell apart are put together."""
    lines = [[_line(piece) for piece in row] for row in rows]
    found: list[Line] = []
    for at, (pieces, row) in enumerate(zip(rows, lines, strict=True)):
        around = [line for near in (*lines[max(0, at - _ROWS) : at], *lines[at + 1 : at + 1 + _ROWS]) for line in near]
        kept = pieces[:1]
        for piece, line in zip(pieces[1:], row[1:], strict=True):
            if _is_stretched(_line(kept[-1]), line, around):
                kept[-1] = [*kept[-1], *piece]
            else:
                kept.append(piece)
        found += [_line(piece) for piece in kept]
    return found


def _is_stretched(first: Line, second: Line, around: Sequence[Line]) -> bool:
    """Whether the gap between two pieces of a row is in a line: the lines next above and below have text there."""
    size = first.size
    if abs(second.size - size) > 0.02 * size or second.left - first.right > STRETCHED * size:
        return False
    nearest = []
    for sign in (-1, 1):
        near = [
            line
            for line in around
            if 0.5 * size < sign * (line.baseline - first.baseline) <= 2 * size
            and line.left < second.right
            and line.right > first.left
        ]
        if near:
            nearest.append(min(abs(line.baseline - first.baseline) for line in near))
            if not any(
                abs(line.baseline - first.baseline) < nearest[-1] + 0.2 * size
                and abs(line.size - size) <= 0.02 * size
                and line.left <= first.right - size
                and line.right >= second.left + size
                for line in near
            ):
                return False
    return bool(nearest)


def _rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Puts glyphs of one baseline together, whatever column they stand in."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.baseline):
        near = LEVEL_SHARE * glyph.size
        for row in reversed(rows[-6:]):
            if abs(row[0].baseline - glyph.baseline) <= min(near, LEVEL_SHARE * row[0].size):
                row.append(glyph)
                break
        else:
            rows.append([glyph])
    return [sorted(row, key=lambda glyph: glyph.left) for row in rows]


def _divided(row: list[Glyph]) -> list[list[Glyph]]:
    """Divides a row where a gap is wide, or where the size changes."""
    pieces: list[list[Glyph]] = []
    kept: list[Glyph] = []
    blanks = 0.0
    for glyph in row:
        if glyph.char.isspace():
            if kept:
                blanks += glyph.right - glyph.left
                kept.append(glyph)
            continue
        if kept:
            last = next(before for before in reversed(kept) if not before.char.isspace())
            if last.char == glyph.char and abs(glyph.left - last.left) < _SAME_PLACE * glyph.size:
                continue  # drawn twice, to look bold
            size = max(glyph.size, last.size)
            gap = glyph.left - last.right - blanks
            wide = (BLANK_GAP_SHARE if blanks else GAP_SHARE) * size
            if gap > wide or size > SIZE_RATIO * min(glyph.size, last.size):
                pieces.append(kept)
                kept = []
        kept.append(glyph)
        blanks = 0.0
    return [*pieces, kept] if kept else pieces


def _line(glyphs: Sequence[Glyph]) -> Line:
    inked = [glyph for glyph in glyphs if not glyph.char.isspace()]
    text = _text(glyphs)
    side = script_of(text)
    letters = [glyph for glyph in inked if side == HAN and count_han(glyph.char)] or inked
    fonts = [glyph.font for glyph in letters]
    bold = sum(glyph.bold for glyph in letters) * 2 > len(letters)
    colors = [glyph.color for glyph in letters]
    return Line(
        text,
        inked[0].left,
        inked[-1].right,
        median(glyph.baseline for glyph in inked),
        round(median(glyph.size for glyph in inked), 2),
        max(set(fonts), key=fonts.count),
        bold,
        max(set(colors), key=colors.count),
        side,
    )


def _text(glyphs: Sequence[Glyph]) -> str:
    """Returns the characters with blanks where they are drawn, or where words stand apart."""
    parts: list[str] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if glyph.char.isspace():
            if parts and parts[-1] != " ":
                parts.append(" ")
            continue
        if last and parts[-1] != " ":
            gap = (glyph.left - last.right) / glyph.size
            chinese = count_han(last.char) + count_han(glyph.char)
            if gap > (WORD_GAP_SHARE, MIXED_GAP_SHARE, GAP_SHARE)[chinese]:
                parts.append(" ")
        parts.append(glyph.char)
        last = glyph
    return "".join(parts).strip()
