"""The screen of a terminal, as far as the reader asks something of it, with the widths that the terminal has."""

from __future__ import annotations

import re
import unicodedata

SEQUENCE = re.compile(r"\x1b(\[[0-9;?<>=$]*[a-zA-Z]|\][^\x07\x1b]*(\x07|\x1b\\)|.)", re.DOTALL)


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
        self.cells = [[" "] * columns for _ in range(rows)]
        self.x = self.y = 0

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
            self.cells = [[" "] * self.columns for _ in range(self.rows)]

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
