"""The screen of a terminal, as far as the reader asks something of it, with the widths that the terminal has."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

PARAMETER = re.compile(r"[34]8;5;\d+|[34]8;2;\d+;\d+;\d+|\d+")
SEEN_ON_BLANKS = {"4", "5", "6", "7", "9", "21", "53"}
"""Attributes that draw something where there is no character."""
BEGUN = re.compile(r"\x1b(\[[0-9;?<>=$]*|[P_\]][^\x07\x1b]*\x1b?)?$")
SEQUENCE = re.compile(r"\x1b(\[[0-9;?<>=$]*[a-zA-Z]|\][^\x07\x1b]*(\x07|\x1b\\)|[P_][^\x1b]*\x1b\\|.)", re.DOTALL)


class Style(NamedTuple):
    """How a cell is drawn: parameters of SGR, and those of a link."""

    attributes: frozenset[str] = frozenset()
    ink: str = ""
    ground: str = ""
    link: str = ""


def seen(text: str, style: Style) -> tuple[str, Style]:
    """Returns a cell as a person sees it: a blank has no ink."""
    attributes = style.attributes & SEEN_ON_BLANKS
    blank = style._replace(attributes=attributes, ink=style.ink if attributes else "")
    return text, blank if text == " " else style


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
        self.styles = [[Style()] * columns for _ in range(rows)]
        self._style = Style()
        self._rest = ""
        self.x = self.y = 0

    def feed(self, output: str) -> None:
        """Takes what a program writes; the beginning of a sequence waits for the rest."""
        output, self._rest = self._rest + output, ""
        if begun := BEGUN.search(output):
            output, self._rest = output[: begun.start()], begun[0]
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
        elif sequence.startswith("[") and sequence.endswith("m"):
            self._draw_as(sequence[1:-1])
        elif sequence.startswith("]8;"):
            link = sequence[3:].removesuffix("\x1b\\").removesuffix("\x07")
            self._style = self._style._replace(link=link.partition(";")[2])
        elif sequence == "[2K":
            self.cells[self.y] = [" "] * self.columns
            self.styles[self.y] = [self._style] * self.columns
        elif sequence in ("[2J", "[?1049h"):
            self.cells = [[" "] * self.columns for _ in range(self.rows)]
            self.styles = [[self._style] * self.columns for _ in range(self.rows)]

    def _draw_as(self, parameters: str) -> None:
        for each in PARAMETER.findall(parameters or "0"):
            code = int(each.partition(";")[0])
            if code == 0:
                self._style = Style(link=self._style.link)
            elif 30 <= code <= 39 or 90 <= code <= 97:
                self._style = self._style._replace(ink="" if code == 39 else each)
            elif 40 <= code <= 49 or 100 <= code <= 107:
                self._style = self._style._replace(ground="" if code == 49 else each)
            else:
                self._style = self._style._replace(attributes=self._style.attributes | {each})

    def _is_joined(self, char: str) -> bool:
        """Whether a character is a part of the picture before it."""
        return self._before == "\u200d" or "\U0001f3fb" <= char <= "\U0001f3ff"

    def _put(self, char: str) -> None:
        if char == "\ufe0f" and self._emoji_are_wide and 0 < self.x < self.columns:
            row = self.cells[self.y]
            if row[self.x - 1]:
                if row[self.x] and self.x + 1 < self.columns and row[self.x + 1] == "":
                    row[self.x + 1] = " "  # half of a wide character is none
                row[self.x] = ""
                self.styles[self.y][self.x] = self.styles[self.y][self.x - 1]
                self.x += 1
            return
        is_mark = unicodedata.category(char) in ("Mn", "Me", "Cf")
        width = 0 if is_mark else 2 if unicodedata.east_asian_width(char) in self._wide else 1
        if self.y >= self.rows or not width:
            self._add_mark(char)
            return
        self.x = min(self.x, self.columns - width)  # the reader turns line wrap off
        row = self.cells[self.y]
        if row[self.x] == "" and self.x:
            row[self.x - 1] = " "  # half of a wide character is none
        row[self.x] = char
        self.styles[self.y][self.x : self.x + width] = [self._style] * width
        if width == 2:
            if row[self.x + 1] and self.x + 2 < self.columns and row[self.x + 2] == "":
                row[self.x + 2] = " "
            row[self.x + 1] = ""
        elif self.x + 1 < self.columns and row[self.x + 1] == "":
            row[self.x + 1] = " "
        self.x += width

    def _add_mark(self, mark: str) -> None:
        """Keeps a mark with the character before the cursor."""
        if self.y < self.rows and unicodedata.category(mark) != "Cf":
            row = self.cells[self.y]
            place = max((x for x in range(min(self.x, self.columns)) if row[x]), default=0)
            row[place] += mark

    def seen(self) -> list[list[tuple[str, Style]]]:
        """Returns the cells as a person sees them."""
        return [[seen(*cell) for cell in zip(*both, strict=True)] for both in zip(self.cells, self.styles, strict=True)]

    def column(self, x: int) -> str:
        """Returns what stands in a column, from the top."""
        return "".join(row[x] for row in self.cells)

    def text(self) -> list[str]:
        """Returns the rows."""
        return ["".join(row) for row in self.cells]
