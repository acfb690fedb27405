"""Kitty's pictures in the cells of a text, by placeholders: the way through tmux, which knows nothing of them. Pure.

A picture is sent once with the number of its cells; a cell that shows a part of it has U+10EEEE with the row and the
column as marks, in the colour whose index is the picture's number. tmux passes the sending on where it is told to
(``allow-passthrough``), and moves the cells as it moves any text.
"""

from __future__ import annotations

from functools import cache

from reader.pictures import kitty

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.pictures.fitting import CellBox

IMAGES = range(100, 256)
"""The numbers of the pictures, which are indexes of colours: tmux keeps those whatever the terminal's colours are."""
PLACEHOLDER = "\U0010eeee"
_MARKS = (
    "0305 030D-030E 0310 0312 033D-033F 0346 034A-034C 0350-0352 0357 035B 0363-036F 0483-0487 0592-0595 0597-0599 "
    "059C-05A1 05A8-05A9 05AB-05AC 05AF 05C4 0610-0617 0657-065B 065D-065E 06D6-06DC 06DF-06E2 06E4 06E7-06E8 "
    "06EB-06EC 0730 0732-0733 0735-0736 073A 073D 073F-0741 0743 0745 0747 0749-074A 07EB-07F1 07F3 0816-0819 "
    "081B-0823 0825-0827 0829-082D 0951 0953-0954 0F82-0F83 0F86-0F87 135D-135F 17DD 193A 1A17 1A75-1A7C 1B6B "
    "1B6D-1B73 1CD0-1CD2 1CDA-1CDB 1CE0 1DC0-1DC1 1DC3-1DC9 1DCB-1DCC 1DD1-1DE6 1DFE 20D0-20D1 20D4-20D7 20DB-20DC "
    "20E1 20E7 20E9 20F0 2CEF-2CF1 2DE0-2DFF A66F A67C-A67D A6F0-A6F1 A8E0-A8F1 AAB0 AAB2-AAB3 AAB7-AAB8 AABE-AABF "
    "AAC1 FE20-FE26 10A0F 10A38 1D185-1D189 1D1AA-1D1AD 1D242-1D244"
)
"""The marks for the numbers from 0 on (kitty's ``rowcolumn-diacritics.txt``)."""


@cache
def marks() -> str:
    """Returns the marks, each at its number."""
    spans = (span.partition("-") for span in _MARKS.split())
    return "".join(chr(code) for first, _, last in spans for code in range(int(first, 16), int(last or first, 16) + 1))


def placed(image: int, cells: CellBox) -> str:
    """Returns the command that has a picture shown, scaled to a number of cells, wherever its placeholders are."""
    return f"\x1b_Ga=p,U=1,i={image},c={cells.columns},r={cells.rows},q=2\x1b\\"


def sent(image: int, png: bytes, cells: CellBox, *, in_tmux: bool) -> list[str]:
    """Returns the commands that send a picture for its placeholders; no fault of theirs is answered, by whoever."""
    quiet = (command.replace("q=1", "q=2", 1) for command in kitty.sent(image, png))
    commands = [*quiet, placed(image, cells)]
    return [passed_on(command) for command in commands] if in_tmux else commands


def forgotten(image: int, *, in_tmux: bool) -> str:
    """Returns the command that frees a picture."""
    command = kitty.forgotten(image)
    return passed_on(command) if in_tmux else command


def passed_on(command: str) -> str:
    """Returns a command as tmux passes it on to its terminal."""
    return "\x1bPtmux;{}\x1b\\".format(command.replace("\x1b", "\x1b\x1b"))


def row(image: int, number: int, columns: int) -> str:
    """Returns the cells of a row of a picture; columns beyond the last mark follow the one at their left."""
    known = marks()
    if number >= len(known):
        return " " * columns
    cells = "".join(PLACEHOLDER + known[number] + known[column : column + 1] for column in range(len(known))[:columns])
    return f"\x1b[38;5;{image}m{cells}{PLACEHOLDER * max(0, columns - len(known))}\x1b[m"
