"""A page that shows one kind of what real documents have, and its truth: it sets lines, paragraphs, areas and rules."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any

import pyphen
import yaml
from page_texts import EN, NEVER_FIRST, SENTENCES
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

ROMAN, BOLD, ITALIC, SONG = "Times-Roman", "Helvetica-Bold", "Times-Italic", "STSong-Light"
PATTERNS = {"en": "en_GB", "de": "de_DE", "fr": "fr", "es": "es", "pt": "pt_PT"}
"""Names of the hyphenation patterns of each language."""
pdfmetrics.registerFont(UnicodeCIDFont(SONG))


class KindPage:
    """A page that shows one kind, and its truth. Its language is English until `speak` says another one."""

    def __init__(self, folder: str, chosen: random.Random) -> None:
        os.makedirs(folder, exist_ok=True)
        self.folder, self.chosen, self.height = folder, chosen, 808.0
        self.canvas = Canvas(os.path.join(folder, "page.pdf"), pagesize=(595.0, self.height), invariant=1)
        self.size = chosen.choice([9.0, 9.6, 10.0, 10.5])
        self.leading = round(self.size * chosen.uniform(1.25, 1.45), 1)
        self.texts = chosen.sample(EN, 16)
        self.language, self.font = "en", ROMAN
        self.truth: dict[str, Any] = {"zh": [], "en": [], "figures": [], "running": [], "asides": []}

    def speak(self, language: str) -> None:
        """Sets the language of the page, and takes all of its sentences in a new order."""
        self.language, self.font = language, SONG if language == "zh" else ROMAN
        self.texts = self.chosen.sample(SENTENCES[language], len(SENTENCES[language]))
        if language == "zh":
            self.leading = round(self.size * self.chosen.uniform(1.5, 1.8), 1)
        if language not in ("zh", "en"):
            self.truth["languages"] = [language]

    def resize(self, width: float, height: float) -> None:
        """Gives the page another size; nothing may be on it yet."""
        self.height = height
        self.canvas.setPageSize((width, height))

    def measure(self, text: str, font: str = "", size: float = 0) -> float:
        """Returns the width of a text, whose Latin letters in a Chinese text are of a font of their own."""
        runs = faces(text, font or self.font)
        return sum(float(pdfmetrics.stringWidth(run, face, size or self.size)) for run, face in runs)

    def text(self, x: float, y: float, text: str, font: str = "", size: float = 0, space: float = 0) -> float:
        """Puts a line, ``y`` from the top, and returns where it ends; ``space`` is between letters."""
        size = size or self.size
        for run, face in faces(text, font or self.font):
            drawn = self.canvas.beginText(x, self.height - y)
            drawn.setFont(face, size)
            drawn.setCharSpace(space)
            drawn.textOut(run)
            drawn.setCharSpace(0)
            self.canvas.drawText(drawn)
            x += float(pdfmetrics.stringWidth(run, face, size)) + space * len(run)
        return x

    def middle(self, x: float, y: float, text: str, font: str = "", size: float = 0) -> None:
        """Puts a line with its middle at ``x``."""
        self.text(x - self.measure(text, font, size) / 2, y, text, font, size)

    def justified(self, x: float, y: float, line: str, width: float) -> None:
        """Puts a line, its words apart (Chinese: its characters) so that it is as wide as the column."""
        room = width - self.measure(line)
        if self.language == "zh":
            self.text(x, y, line, space=room / max(1, len(line) - 1))
            return
        for word in line.split(" "):
            self.text(x, y, word)
            x += self.measure(f"{word} ") + room / max(1, line.count(" "))

    def area(
        self, x: float, y: float, width: float, height: float, colour: Sequence[float] = (0.85, 0.85, 0.85)
    ) -> None:
        """Paints a rectangle, ``y`` from the top to its upper edge; what comes after is drawn in black."""
        self.canvas.setFillColorRGB(*colour)
        self.canvas.rect(x, self.height - y - height, width, height, stroke=0, fill=1)
        self.canvas.setFillColorRGB(0, 0, 0)

    def rule(self, x: float, y: float, x2: float, y2: float | None = None) -> None:
        """Draws a line, across without ``y2``."""
        self.canvas.line(x, self.height - y, x2, self.height - (y if y2 is None else y2))

    def lines(self, text: str, width: float, patterns: str = "", first: float = 0, size: float = 0) -> list[str]:
        """Breaks a text into lines; ``patterns`` are those of its hyphens, ``first`` is the room on the first line."""
        if self.language == "zh":
            return self._chinese_lines(text, width, first or width, size)
        dictionary = pyphen.Pyphen(lang=patterns) if patterns else None
        lines, line, room = [], "", first or width
        for word in text.split(" "):
            wanted = f"{line} {word}".strip()
            if self.measure(wanted, size=size) <= room:
                line = wanted
                continue
            cuts = (
                [(f"{line} {a}-".strip(), b) for a, b in dictionary.iterate(word) if len(b) > 3] if dictionary else []
            )
            cut = next((each for each in cuts if self.measure(each[0], size=size) <= room), None)
            lines.append(cut[0] if cut else line)
            line, room = cut[1] if cut else word, width
        return [*lines, line]

    def _chinese_lines(self, text: str, width: float, room: float, size: float) -> list[str]:
        lines, line = [], ""
        for piece in re.findall(r"[!-~]+ ?|.", text):
            if piece in NEVER_FIRST or self.measure(line + piece, size=size) <= room:
                line += piece
                continue
            lines.append(line)
            line, room = piece, width
        return [*lines, line]

    def says(self, kind: str, text: str) -> None:
        """Adds a block to the truth."""
        self.truth["zh" if self.language == "zh" else "en"].append({"type": kind, "text": text})

    def passage(self, count: int) -> str:
        """Returns the next sentences as one text; when all are on the page, they come again."""
        taken = []
        for _ in range(count):
            if not self.texts:
                again = [text for text in SENTENCES[self.language] if text not in taken]
                self.texts = self.chosen.sample(again, len(again))
            taken.append(self.texts.pop())
        return ("" if self.language == "zh" else " ").join(taken)

    def paragraph(self, x: float, y: float, width: float, text: str, indent: float = 12, patterns: str = "") -> float:
        """Sets a paragraph, and returns where the next one begins."""
        for at, line in enumerate(self.lines(text, width, patterns, width - indent)):
            self.text(x + (0 if at else indent), y, line)
            y += self.leading
        self.says("para", text)
        return y

    def paragraphs(self, y: float, count: int, x: float = 60, width: float = 470) -> float:
        """Sets some of the texts under each other, each of several lines."""
        indent = 2 * self.size if self.language == "zh" else 12
        sentences = 4 if self.language == "zh" and width > 300 else 2
        for _ in range(count):
            y = self.paragraph(x, y, width, self.passage(sentences), indent)
        return y

    def heading(self, x: float, y: float, text: str, size: float = 0) -> float:
        """Puts a heading in bold (Chinese: only larger), and returns where its text begins."""
        size = size or self.size + 2
        self.text(x, y, text, self.font if self.language == "zh" else BOLD, size)
        self.says("heading", text)
        return y + 1.7 * size

    def finish(self) -> None:
        """Writes the page and its truth."""
        self.canvas.save()
        with open(os.path.join(self.folder, "truth.yaml"), "w", encoding="utf-8") as file:
            yaml.safe_dump(self.truth, file, allow_unicode=True, sort_keys=False)


def faces(text: str, font: str) -> list[tuple[str, str]]:
    """Returns the runs of a text with the font of each: Latin letters in a Chinese text are set in Times."""
    if font != SONG:
        return [(text, font)]
    return [(run, ROMAN if run.isascii() else SONG) for run in re.findall(r"[ -~]+|[^ -~]+", text)]


def columns(count: int, gutter: float = 18, left: float = 50, right: float = 545) -> list[tuple[float, float]]:
    """Returns the left edge and the width of each column of a page."""
    width = (right - left - gutter * (count - 1)) / count
    return [(left + at * (width + gutter), width) for at in range(count)]
