"""The output that draws a frame on a terminal: text and control sequences. Pure."""

from __future__ import annotations

from reader.gate import clean_line
from reader.layout.ascii_lines import IN_ASCII
from reader.layout.width import HYPHEN, SOFT_HYPHEN, cell_width, clip, pad
from reader.pictures.indexed_colours import index_of
from reader.ui.terminal.straight_rows import straightened
from reader.ui.theme.palettes import INDEX_OF_SIXTEEN, SIXTEEN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.settings.colour_depth import ColourDepth
    from reader.ui.frames.frame import Painted, ScreenFrame
    from reader.ui.theme.paint import Paint

_OWN = "ansi_"
"""Begins the names of the terminal's own colours."""
_CODES = {"bold": "1", "italic": "3", "underline": "4", "reverse": "7"}
_BRIGHT = 8
"""The first of the bright colours among the sixteen."""
_NAMES = tuple(SIXTEEN)


def drawn(frame: ScreenFrame, rows: list[list[Painted]], depth: ColourDepth, *, in_ascii: bool) -> str:
    """Returns the output that draws a frame over the whole screen, with the cursor at its place.

    Args:
        frame: The frame.
        rows: Its rows in colours.
        depth: The number of colours of the terminal.
        in_ascii: Whether rules and blocks are drawn in ASCII, where they would be wide.
    """
    parts: list[str] = []
    before: Paint | None = None
    codes: dict[Paint, str] = {}
    for y, row in enumerate(rows):
        parts.append(f"\x1b[{y + 1};1H")
        for text, paint in row:
            if paint != before:
                if before and before.link:
                    parts.append("\x1b]8;;\x1b\\")
                if paint not in codes:
                    codes[paint] = f"\x1b[0{''.join(_graphics(paint, depth))}m"
                parts.append(codes[paint])
                if paint.link:
                    parts.append(f"\x1b]8;;{paint.link}\x1b\\")
                before = paint
            parts.append(safe_cells(text, in_ascii=in_ascii))
    x, y = frame.cursor
    link_end = "\x1b]8;;\x1b\\" if before and before.link else ""
    return straightened("".join([*parts, link_end, f"\x1b[0m\x1b[{y + 1};{x + 1}H"]))


def safe_cells(text: str, *, in_ascii: bool) -> str:
    """Returns a text of as many cells in which a terminal finds no command."""
    if text.isprintable() and (not in_ascii or text.isascii()):
        return text
    text = text.replace(SOFT_HYPHEN, HYPHEN)  # one in a box of Textual's, which gives it a cell
    safe = clean_line(text)
    if in_ascii and not safe.isascii():
        safe = safe.translate(IN_ASCII)
    # A control character takes no cell and its replacement one: the line keeps its width.
    cells = cell_width(text)
    return safe if safe == text else pad(clip(safe, cells), cells)


def _graphics(paint: Paint, depth: ColourDepth) -> list[str]:
    """Returns the codes of the attributes and colours, each after a semicolon."""
    codes = [f";{_CODES[name]}" for name, is_on in sorted(paint.attributes) if is_on]
    if depth != "none":
        codes += [_colour(paint.foreground, depth, 30), _colour(paint.background, depth, 40)]
    return codes


def _colour(written: str, depth: ColourDepth, base: int) -> str:
    """Returns the codes of a colour; ``base`` is the first code of the colours of text, or of those of grounds."""
    if not written or written == f"{_OWN}default":
        return ""
    if written.startswith(_OWN) or depth == "16":
        index = INDEX_OF_SIXTEEN[written] if written[0] == "#" else _NAMES.index(written.removeprefix(_OWN))
        return f";{base + index if index < _BRIGHT else base + 60 + index - _BRIGHT}"
    red, green, blue = (int(written[at : at + 2], 16) for at in (1, 3, 5))
    if depth == "256":
        return f";{base + 8};5;{index_of(red, green, blue)}"
    return f";{base + 8};2;{red};{green};{blue}"
