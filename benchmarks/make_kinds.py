"""Writes invented pages of kinds that documents of many makers have, a page each: PDF, and truth as of `make_pages.py`.

python benchmarks/make_kinds.py DIR --seed S

The same seed gives the same pages: contents with leaders, drop caps in a box, superior and inferior letters, headlines
set tight and wide, small capitals, bold words that begin a paragraph, curves over a page, heads below the margin, pages
set in boxes, also in columns of them, centred lines, narrow columns with blanks at their ends, gutters narrower than a
letter, small tables, tables with coloured rows, lists of links, programmes by the hour, quotations, German words at
line ends, references with numbers in brackets, display formulas. `kinds_of_frames.py` has those of areas and rules,
`kinds_of_magazines.py` those of magazines in five languages, `kinds_of_papers.py` those of papers, manuals and Chinese
documents. Needs reportlab.
"""

from __future__ import annotations

import argparse
import os
import random

from kind_page import BOLD, ROMAN, KindPage
from kinds_of_frames import FRAMES
from kinds_of_magazines import MAGAZINE_KINDS
from kinds_of_papers import CHINESE, PAPERS
from page_texts import DE, HEADS
from reportlab.pdfbase.pdfmetrics import stringWidth


def contents(page: KindPage) -> None:
    """Entries with dots to their page numbers, and one without."""
    dots = page.chosen.choice([".", " .", "·"])
    for at in range(9):
        y, number = 130 + at * (page.leading + 3), str(3 + 4 * at)
        entry = f"{at + 1}.{at} {page.chosen.choice(HEADS)[1]}"
        end = page.text(60, y, entry)
        page.text(540 - stringWidth(number, ROMAN, page.size), y, number)
        step = stringWidth(dots, ROMAN, page.size)
        if at != 4:
            page.text(end + 4, y, dots * int((510 - end) / step))
        page.says("para", f"{entry} … {number}")


def boxed_cap(page: KindPage) -> None:
    """A first letter in a grey square."""
    text = " ".join(page.texts.pop() for _ in range(4))
    side = 4 * page.leading
    page.canvas.setFillGray(0.8)
    page.canvas.rect(60, page.height - 118 - side, side - 4, side, stroke=0, fill=1)
    page.canvas.setFillGray(0)
    page.text(60 + side / 4, 118 + 0.75 * side, text[0], BOLD, 0.7 * side)
    lines, rest = [], text[1:]
    for at in range(4):
        lines.append(page.lines(rest, 462 - side)[0])
        rest = rest[len(lines[-1]) :].strip()
        page.text(68 + side, 118 + page.leading * (at + 0.75), lines[-1])
    for at, line in enumerate(page.lines(rest, 470)):
        page.text(60, 118 + page.leading * (at + 4.75), line)
    page.says("para", text)
    page.paragraphs(118 + page.leading * (4.75 + len(page.lines(rest, 470))), 3)


def shifted(page: KindPage) -> None:
    """Letters and figures over and under the line."""
    y = page.paragraphs(110, 2)
    parts = [("The 21", 0), ("st", 0.35), (" pan gives more CO", 0), ("2", -0.15), (" than the 2", 0), ("nd", 0.35)]
    x = 72.0
    for part, rise in [*parts, (" one, as the old list says.", 0)]:
        x = page.text(x, y - rise * page.size, part, size=page.size if not rise else 0.62 * page.size)
    page.says("para", "The 21st pan gives more CO₂ than the 2nd one, as the old list says.")
    page.paragraphs(y + page.leading, 2)


def headlines(page: KindPage) -> None:
    """Headings set tight, wide and in small capitals."""
    y = 120.0
    for space in (-0.9, 2.2):
        head = page.chosen.choice(HEADS)[1]
        x = 60.0
        for word in head.split(" "):
            x = page.text(x, y, word, BOLD, 12, space) + (2.2 if space < 0 else 6)
        page.says("heading", head)
        y = page.paragraphs(y + 20, 2) + 14
    x = 60.0
    for word in ("SALT", "OF", "THE", "COAST"):
        x = page.text(page.text(x, y, word[0], BOLD, 12.5), y, word[1:], BOLD, 9) + 4
    page.says("heading", "SALT OF THE COAST")
    page.paragraphs(y + 20, 2)


def run_in(page: KindPage) -> None:
    """Bold words that begin a paragraph, divided over its first two lines."""
    y = page.paragraphs(110, 2)
    head = "Reform the markets of the coast so that they meet the needs of the salt mak"
    for words in (f"{head}-", "ers."):
        page.text(60, y, words, BOLD, page.size)
        y += page.leading
    page.text(60 + stringWidth("ers. ", BOLD, page.size), y - page.leading, "Their price is read aloud.")
    page.says("para", f"{head}ers. Their price is read aloud.")
    page.paragraphs(y, 3)


def curves(page: KindPage) -> None:
    """Curves drawn over the text."""
    for at in range(12):
        path, y = page.canvas.beginPath(), page.height - 150 - 11 * at
        path.moveTo(-30, y)
        path.curveTo(150, y + 70, 330, y - 70, 640, y + 20)
        page.canvas.drawPath(path)
    page.paragraphs(110, 6)


def low_head(page: KindPage) -> None:
    """A head with the page number, a little below the margin."""
    page.text(60, 98, "254", size=9)
    page.text(200, 98, "A. Lane / Journal of Salt 310 (2005) 253–265", "Times-Italic", 8.4)
    page.truth["running"] += ["254", "A. Lane / Journal of Salt 310 (2005) 253–265"]
    page.paragraphs(130, 6)


def boxes(page: KindPage) -> None:
    """All text in frames, under each other."""
    y = 110.0
    for _ in range(4):
        top = y
        y = page.paragraph(70, y + 6, 440, " ".join(page.texts.pop() for _ in range(3)), 0)
        page.canvas.rect(62, page.height - y + 4, 460, y - top + 2)
        y += 14


def narrow(page: KindPage) -> None:
    """Columns near each other, each line with a blank drawn at its end."""
    width, gutter = 150, 11
    for column in range(3):
        y = 110.0
        for _ in range(2):
            text = f"{page.texts.pop()} {page.texts.pop()}"
            for at, line in enumerate(page.lines(text, width, "en_GB", width - 10)):
                page.text(55 + column * (width + gutter) + (0 if at else 10), y, line + " ")
                y += page.leading
            page.says("para", text)


def small_table(page: KindPage) -> None:
    """A large table in small print over the text."""
    rows = [[f"{page.chosen.choice(HEADS)[1]}"[:24], str(1900 + at), f"{at * 7} pans"] for at in range(16)]
    for at in range(17):
        page.canvas.line(60, page.height - 100 - 16 * at, 500, page.height - 100 - 16 * at)
    for x in (60, 220, 360, 500):
        page.canvas.line(x, page.height - 100, x, page.height - 356)
    for at, row in enumerate(rows):
        for x, cell in zip((64, 224, 364), row, strict=True):
            page.text(x, 111 + 16 * at, cell, size=0.75 * page.size)
    page.truth["asides"].append({"type": "table", "rows": rows})
    page.paragraphs(390, 3)


def coloured_rows(page: KindPage) -> None:
    """A table with every other row on a ground, cell by cell, and no rules, between paragraphs."""
    y = page.paragraphs(110, 2) + page.leading
    rows = [[f"{page.chosen.choice(HEADS)[1]}"[:24], str(1900 + at), f"{at * 7} pans"] for at in range(8)]
    for at, row in enumerate(rows):
        for x, right, cell in zip((60, 260, 380), (260, 380, 500), row, strict=True):
            if at % 2 == 0:
                page.canvas.setFillGray(0.85)
                page.canvas.rect(x, page.height - y - 16, right - x, 16, stroke=0, fill=1)
                page.canvas.setFillGray(0)
            page.text(x + 4, y + 12, cell, size=0.9 * page.size)
        y += 16
    page.truth["asides"].append({"type": "table", "rows": rows})
    page.paragraphs(y + 2 * page.leading, 3)


def links(page: KindPage) -> None:
    """Short bold items with bullets under the text, none of which is a heading."""
    y = page.paragraphs(110, 3) + page.leading
    for _, head in page.chosen.sample(HEADS, 4):
        page.text(60, y, f"• {head}", BOLD)
        page.says("para", f"• {head}")
        y += 1.5 * page.leading


def quotation(page: KindPage) -> None:
    """A quotation that is indented as a whole."""
    y = page.paragraphs(110, 2) + page.leading / 2
    y = page.paragraph(84, y, 430, " ".join(page.texts.pop() for _ in range(3)), 0) + page.leading / 2
    page.paragraphs(y, 3)


def german(page: KindPage) -> None:
    """German words divided at line ends."""
    y = 110.0
    for text in DE[:4]:
        y = page.paragraph(60, y, 170, text, patterns="de_DE")


def columns_of_boxes(page: KindPage) -> None:
    """Frames of uneven heights in two columns, each with a heading, read column by column."""
    heads = [head for _, head in page.chosen.sample(HEADS, 6)]
    for x, counts in ((52, (4, 2, 3)), (306, (2, 3, 2))):
        y = 110.0
        for count in counts:
            top = y
            head = heads.pop()
            page.text(x + 8, y + 14, head, BOLD, page.size + 1.5)
            page.says("heading", head)
            y = page.paragraph(x + 8, y + 34, 220, " ".join(page.texts.pop() for _ in range(count)), 0)
            page.canvas.rect(x, page.height - y + 2, 236, y - top - 2)
            y += 12


def centred_box(page: KindPage) -> None:
    """Lines about one middle beside a column, two of them and more."""
    page.paragraphs(110, 3, 60, 220)
    y = 130.0
    for count in (1, 4, 3):
        text = " ".join(page.texts.pop() for _ in range(count))
        lines = page.lines(text, 190)
        for line in lines:
            page.text(425 - stringWidth(line, ROMAN, page.size) / 2, y, line)
            y += page.leading
        page.says("para", text)
        y += page.leading


def programme(page: KindPage) -> None:
    """A programme by the hour, and paragraphs that begin after a short line only."""
    y = 110.0
    for hour, (_, head) in zip(range(9, 14), page.chosen.sample(HEADS, 5), strict=True):
        text = f"{hour}.30 {head}"
        page.text(60, y, text)
        page.says("para", text)
        y += page.leading
    y += 2 * page.leading
    for text in page.texts:
        last = stringWidth(page.lines(text, 300)[-1], ROMAN, page.size)
        if last < 200:
            y = page.paragraph(60, y, 300, text, 0)


def thin_gutter(page: KindPage) -> None:
    """Two columns with a gutter narrower than a letter, the second one's paragraphs indented."""
    for x in (60, 60 + 222 + 0.72 * page.size):
        y = 110.0
        for _ in range(4):
            text = f"{page.texts.pop()} {page.texts.pop()}"
            lines = page.lines(text, 222, "", 210)
            for at, line in enumerate(lines):
                indent = 0 if at else 12
                room = 222 - indent - stringWidth(line, ROMAN, page.size)
                blank = 0.0 if line is lines[-1] else room / line.count(" ")
                for word in line.split(" "):
                    page.text(x + indent, y, word)
                    indent += stringWidth(f"{word} ", ROMAN, page.size) + blank
                y += page.leading
            page.says("para", text)


def references(page: KindPage) -> None:
    """A list of references with numbers in brackets, over several lines."""
    y = page.paragraphs(110, 2)
    page.text(60, y + 20, "References", BOLD, page.size + 2)
    page.says("heading", "References")
    y += 44
    for number in range(1, 7):
        text = f"Table {number} of {page.texts.pop()} {1990 + number}."
        page.text(60, y, f"[{number}]")
        for line in page.lines(text, 440):
            page.text(82, y, line)
            y += page.leading
        page.says("para", f"[{number}] {text}")


def formulas(page: KindPage) -> None:
    """Display formulas with their numbers, and with a letter under others, between paragraphs."""
    y = page.paragraphs(110, 1)
    for number in range(1, 4):
        y += 8
        end = page.text(240, y, "v")
        page.text(end, y + 2.5, "k", size=page.size * 0.6)
        page.text(end + 8, y, f"= {number}a + b")
        page.text(490, y, f"(2.{number})")
        page.says("para", f"vk = {number}a + b (2.{number})")
        y = page.paragraphs(y + page.leading + 8, 1)


FIRST = (contents, boxed_cap, shifted, headlines, run_in, curves, low_head, boxes, narrow, small_table, quotation)
FIRST += (german, columns_of_boxes, centred_box, programme, thin_gutter, coloured_rows, links, references, formulas)
KINDS = {kind.__name__: kind for kind in (*FIRST, *FRAMES, *PAPERS, *CHINESE)} | MAGAZINE_KINDS
"""The kinds by their names."""


def make_kinds(folder: str, seed: int) -> None:
    """Writes a page of each kind, each into a folder of its own."""
    for number, (name, kind) in enumerate(KINDS.items()):
        page = KindPage(os.path.join(folder, name), random.Random(seed * 1000 + number))
        kind(page)
        page.finish()


def main() -> None:
    """Reads the arguments and writes the pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    make_kinds(given.folder, given.seed)


if __name__ == "__main__":
    main()
