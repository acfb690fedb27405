"""The screen of a terminal, as far as the reader asks something of it, with the widths that the terminal has."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

SEQUENCE = re.compile(r"\x1b(\[[0-9;?<>=$]*[a-zA-Z]|\][^\x07\x1b]*(\x07|\x1b\\)|.)", re.DOTALL)


class Style(NamedTuple):
    """The colours of a cell as the codes of the text's, its attributes by their codes, and the target of its link."""

    foreground: tuple[int, ...] = ()
    background: tuple[int, ...] = ()
    attributes: frozenset[int] = frozenset()
    link: str = ""

    def with_codes(self, codes: list[int]) -> Style:
        """Returns the style after a sequence of codes (SGR)."""
        style, codes = self, list(codes)
        while codes:
            code = codes.pop(0)
            if code == 0:
                style = Style(link=style.link)
            elif code in (38, 48):
                length = 4 if codes[0] == 2 else 2
                colour, codes = (38, *codes[:length]), codes[length:]
                style = style._replace(foreground=colour) if code == 38 else style._replace(background=colour)
            elif code in (39, 49):
                style = style._replace(foreground=()) if code == 39 else style._replace(background=())
            elif 30 <= code < 38 or 90 <= code < 98:
                style = style._replace(foreground=(code,))
            elif 40 <= code < 48 or 100 <= code < 108:
                style = style._replace(background=(code - 10,))
            else:
                style = style._replace(attributes=style.attributes | {code})
        return style

    def of_blank(self) -> Style:
        """Returns the style as far as it is seen in a blank cell."""
        seen = self.attributes & {4, 7, 9}
        return self._replace(foreground=self.foreground if seen else (), attributes=seen)


class Emulator:
    """Cells of a screen. A wide character holds its text in its first cell and nothing in the second."""

    def __init__(
        self,
        columns: int,
        rows: int,
        ambiguous_are_wide: bool = False,
        emoji_are_wide: bool = True,
        joins: bool = False,
    ) -> None:
        """Makes an empty screen; ``joins`` tells whether a family, a skin tone or a flag is drawn as one picture."""
        self._joins, self._before = joins, ""
        self.columns, self.rows = columns, rows
        self._emoji_are_wide = emoji_are_wide
        self._wide = "FWA" if ambiguous_are_wide else "FW"
        self._clear()
        self.style = Style()
        self.x = self.y = 0

    def _clear(self) -> None:
        self.cells = [[" "] * self.columns for _ in range(self.rows)]
        self.styles = [[Style()] * self.columns for _ in range(self.rows)]

    def feed(self, output: str) -> None:
        """Takes what a program writes."""
        place = 0
        while place < len(output):
            if found := SEQUENCE.match(output, place):
                self._obey(found[1])
                place = found.end()
                continue
            char = output[place]
            place += 1
            if char == "\n":
                self.y = min(self.y + 1, self.rows - 1)
            elif char == "\r":
                self.x = 0
            elif char >= " ":
                if not (self._joins and self._is_joined(char)):
                    self._put(char)
                self._before = char

    def _obey(self, sequence: str) -> None:
        if sequence.endswith("H"):
            row, _, column = sequence[1:-1].partition(";")
            self.y, self.x = int(row or 1) - 1, int(column or 1) - 1
        elif sequence.endswith("G"):
            self.x = int(sequence[1:-1] or 1) - 1
        elif sequence in ("[2J", "[?1049h"):
            self._clear()
        elif sequence == "[2K":
            self.cells[self.y], self.styles[self.y] = [" "] * self.columns, [Style()] * self.columns
        elif sequence.endswith("m") and sequence[1:-1].replace(";", "").isdigit():
            self.style = self.style.with_codes([int(code) for code in sequence[1:-1].split(";")])
        elif sequence.startswith("]8;"):
            self.style = self.style._replace(link=sequence[3:].rstrip("\x07\x1b\\").partition(";")[2])

    def _is_joined(self, char: str) -> bool:
        """Whether a character is a part of the picture before it."""
        return self._before == "\u200d" or "\U0001f3fb" <= char <= "\U0001f3ff"

    def _put(self, char: str) -> None:
        if char == "\ufe0f" and self._emoji_are_wide and 0 < self.x < self.columns:
            if self.cells[self.y][self.x - 1]:
                self.cells[self.y][self.x] = ""
                self.x += 1
            return
        is_mark = unicodedata.category(char) in ("Mn", "Me", "Cf")
        width = 0 if is_mark else 2 if unicodedata.east_asian_width(char) in self._wide else 1
        if self.y >= self.rows or not width:
            return
        self.x = min(self.x, self.columns - width)  # the reader turns line wrap off
        row = self.cells[self.y]
        if row[self.x] == "" and self.x:
            row[self.x - 1] = " "  # half of a wide character is none
        row[self.x] = char
        self.styles[self.y][self.x : self.x + width] = [self.style] * width
        if width == 2:
            if row[self.x + 1] and self.x + 2 < self.columns and row[self.x + 2] == "":
                row[self.x + 2] = " "
            row[self.x + 1] = ""
        elif self.x + 1 < self.columns and row[self.x + 1] == "":
            row[self.x + 1] = " "
        self.x += width

    def column(self, x: int) -> str:
        """Returns what stands in a column, from the top."""
        return "".join(row[x] for row in self.cells)

    def text(self) -> list[str]:
        """Returns the rows."""
        return ["".join(row) for row in self.cells]

    def seen(self) -> list[list[tuple[str, Style]]]:
        """Returns the cells of each row with their styles."""
        return [
            [(char, style if char.strip() else style.of_blank()) for char, style in zip(*row, strict=True)]
            for row in zip(self.cells, self.styles, strict=True)
        ]
