"""Widths of texts in terminal cells.

Textual draws with Rich's widths, so these are equal to `rich.cells.cell_len`, without importing Rich, except for the
soft hyphen, which is never drawn and takes none. A wide character takes 2 cells, a combining mark or a control
character none. Two characters depend on their neighbours: U+FE0F (VS16) makes the character before it wide if it has an
emoji form, and U+200D (ZWJ) hides the character after it.

Terminals disagree on the width of characters that Unicode calls ambiguous (``“ ” — … ·``, Greek and others): one cell,
or two on terminals made for East Asian text; and some do not widen a character before VS16. A process draws on one
terminal, so :func:`take_widths` sets the widths for the whole process.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from reader.layout._ranges import RangeTable
from reader.layout._width_data import STARTS, VALUES, WIDENED
from reader.layout.graphemes import boundaries, is_common, upper_bytes
from reader.model.record import record

_ZWJ = "\u200d"
_VS16 = "\ufe0f"

SOFT_HYPHEN = "\u00ad"
HYPHEN = "-"
"""The sign at the end of a line whose last word goes on."""
_KEYCAPS = "0123456789#*"

_DIGITS = bytes.maketrans(b"012", b"\0\1\2")
_PAGE_CELLS = bytes(1 if page < 0x30 else 2 for page in range(256))
"""Cells of common characters, by the upper byte of their code points."""


@record
class TerminalWidths:
    """The cells that a terminal gives to characters on which terminals disagree."""

    ambiguous_wide: bool = False
    """Whether ambiguous characters take two cells."""
    emoji_wide: bool = True
    """Whether a narrow character with an emoji form takes two cells before VS16."""
    keycap_wide: bool = True
    """Whether a digit does so in a keycap."""


class _Widths:
    """Widths of characters on the terminal of this process."""

    __slots__ = ("of", "taken", "widened")

    def __init__(self) -> None:
        self.of = _table(STARTS, VALUES)
        """The cells of each code point, as a digit."""
        self.widened = WIDENED
        """Narrow characters that VS16 makes wide."""
        self.taken = TerminalWidths()

    def take(self, widths: TerminalWidths) -> None:
        """Replaces the tables."""
        self.taken = widths
        self.of = _wide_table() if widths.ambiguous_wide else _table(STARTS, VALUES)
        can_widen = {True: widths.keycap_wide, False: widths.emoji_wide}
        self.widened = "".join(char for char in WIDENED if can_widen[char in _KEYCAPS] and self.of[ord(char)] == "1")


def _wide_table() -> RangeTable:
    """Returns the table in which ambiguous characters are wide."""
    from reader.layout import _ambiguous_data

    return _table(_ambiguous_data.STARTS, _ambiguous_data.VALUES)


def wide_ranges() -> list[tuple[int, int, int]]:
    """Returns the ranges of characters that are not one cell wide where ambiguous ones are wide: first, last, cells."""
    from reader.layout import _ambiguous_data

    starts, values = _ambiguous_data.STARTS, _ambiguous_data.VALUES
    ends = [*map(ord, starts[1:]), 0x110000]
    return [(ord(a), end - 1, int(cells)) for a, end, cells in zip(starts, ends, values, strict=True) if cells != "1"]


def _table(starts: str, values: str) -> RangeTable:
    table = RangeTable(starts, values)
    table[ord(SOFT_HYPHEN)] = "0"
    return table


_widths = _Widths()


def take_widths(widths: TerminalWidths) -> None:
    """Sets the widths of the terminal for the whole process.

    A text that was measured before must be measured anew: see :func:`reader.layout.lines.measure_anew`.
    """
    if widths != _widths.taken:
        _widths.take(widths)


def taken_widths() -> TerminalWidths:
    """Returns the widths that are set."""
    return _widths.taken


def widened() -> str:
    """Returns the narrow characters that VS16 makes wide."""
    return _widths.widened


def ambiguous_are_wide() -> bool:
    """Whether ambiguous characters take two cells."""
    return _widths.taken.ambiguous_wide


def char_width(char: str) -> int:
    """Returns the cells (0, 1 or 2) of a single code point."""
    return int(_widths.of[ord(char)])


def cell_width(text: str) -> int:
    """Returns the cells of a text, equal to `rich.cells.cell_len` for every string."""
    if text.isascii() and text.isprintable():
        return len(text)
    if _ZWJ in text or _VS16 in text:
        return _contextual_offsets(text)[-1]
    cells = _cells(text)
    return len(cells) + cells.count(2) - cells.count(0)


def prefix_widths(text: str) -> list[int]:
    """Returns `cell_width(text[:i])` for every i from 0 to `len(text)`: ascending, `len(text) + 1` long.

    At grapheme boundaries, the difference of two values is the width of the text between them. This does not hold
    for text in which a ZWJ joins nothing: there, the hidden character is drawn when a line begins with it.
    """
    if text.isascii() and text.isprintable():
        return list(range(len(text) + 1))
    if _ZWJ in text or _VS16 in text:
        return _contextual_offsets(text)
    return list(accumulate(_cells(text), initial=0))


def _cells(text: str) -> bytes:
    """Returns the width of each code point by itself."""
    if not _widths.taken.ambiguous_wide and is_common(text):
        return upper_bytes(text).translate(_PAGE_CELLS)
    return text.translate(_widths.of).encode("ascii").translate(_DIGITS)


def _contextual_offsets(text: str) -> list[int]:
    """Returns the prefix widths of a text with ZWJ or VS16, as Rich counts them."""
    offsets = [0]
    total = 0
    hidden = False
    measured = ""
    for char, cells in zip(text, _cells(text), strict=True):
        if hidden:
            hidden = False
        elif char == _ZWJ:
            hidden = True
        elif char == _VS16:
            total += measured != "" and measured in _widths.widened
            measured = ""
        elif cells:
            measured = char
            total += cells
        offsets.append(total)
    return offsets


def clip(text: str, width_cells: int) -> str:
    """Returns the longest beginning of a text, in whole grapheme clusters, that fits into a width."""
    width_cells = max(width_cells, 0)
    beginning = text[: 2 * width_cells + 64]  # long enough, unless it has many combining marks
    offsets = prefix_widths(beginning)
    if offsets[-1] <= width_cells:
        offsets = prefix_widths(text)
    if offsets[-1] <= width_cells:
        return text
    # The first offset that no longer fits, then back to the boundary at or before it.
    end = bisect_right(offsets, width_cells) - 1
    edges = boundaries(text[: end + 1])
    return text[: edges[bisect_right(edges, end) - 1]]


def pad(text: str, width_cells: int) -> str:
    """Returns a text with spaces after it up to a width; a wider text is unchanged."""
    padded = text + " " * (width_cells - cell_width(text))
    # A final ZWJ hides the first of the spaces.
    return padded + " " * (width_cells - cell_width(padded))


def flush_right(text: str, width_cells: int) -> str:
    """Returns a text cut to a width, with spaces before it up to that width."""
    shown = clip(text, width_cells)
    return " " * (width_cells - cell_width(shown)) + shown
