"""Kinds of pages that are made of areas and rules: grounds, boxes, bars, panels and tables."""

from __future__ import annotations

from itertools import pairwise

from kind_page import BOLD, KindPage, columns
from page_texts import HEADS, WESTERN_HEADS, WRITERS

PALE = [(0.88, 0.93, 0.98), (0.98, 0.94, 0.84), (0.9, 0.96, 0.88), (0.95, 0.9, 0.95)]
DEEP = [(0.1, 0.25, 0.5), (0.5, 0.1, 0.15), (0.1, 0.4, 0.3), (0.2, 0.2, 0.2)]
NOTES = ["Ferries in use, without those under repair.", "Counted at the gate on the first Sunday of the year."]


def painted_lines(page: KindPage) -> None:
    """An area in the colour of the paper behind each line, as word processors paint it, in one column or two."""
    page.speak(page.chosen.choice(["en", "zh"]))
    indent = 2 * page.size if page.language == "zh" else 12.0
    count = page.chosen.choice([1, 2])
    for x, width in columns(count):
        y = 110.0
        for _ in range(3):
            text = page.passage(4 if count == 1 else 3)
            for at, line in enumerate(page.lines(text, width, "", width - indent)):
                page.area(x - 2, y - 0.95 * page.size, width + 4, page.leading, (1, 1, 1))
                page.text(x + (0 if at else indent), y, line)
                y += page.leading
            page.says("para", text)


def four_rules(page: KindPage) -> None:
    """Boxes that are four thin areas each, over the whole width of a column, with a heading and a text."""
    heads = page.chosen.sample(WESTERN_HEADS["en"], 6)
    thick = page.chosen.choice([0.5, 0.8, 1.5])
    for (x, width), counts in zip(columns(page.chosen.choice([1, 2])), ((4, 2, 3), (2, 3, 2)), strict=False):
        y = 110.0
        for count in counts:
            top = y
            y = page.heading(x + 8, y + 16, heads.pop(), page.size + 1.5)
            y = page.paragraph(x + 8, y, width - 16, page.passage(count), 0)
            bottom = y - page.leading + 10
            for left, up, wide, high in (
                (x, top, width, thick),
                (x, bottom, width, thick),
                (x, top, thick, bottom - top),
                (x + width - thick, top, thick, bottom - top),
            ):
                page.area(left, up, wide, high, (0, 0, 0))
            y = bottom + 14


def bars(page: KindPage) -> None:
    """White headings in coloured bars as wide as their column, over paragraphs."""
    count, colour = page.chosen.choice([1, 2, 2, 3]), page.chosen.choice(DEEP)
    page.speak(page.chosen.choice(["en", "en", "zh"]))
    heads = page.chosen.sample([pair[0 if page.language == "zh" else 1] for pair in HEADS], 6)
    for x, width in columns(count):
        y = 110.0
        for _ in range(2):
            head = heads.pop()
            page.area(x, y - 14, width, 20, colour)
            page.canvas.setFillColorRGB(1, 1, 1)
            page.text(x + 6, y, head, "" if page.language == "zh" else BOLD, page.size + 1)
            page.canvas.setFillColorRGB(0, 0, 0)
            page.says("heading", head)
            y = page.paragraphs(y + 24, 3 if count == 1 else 2, x, width) + 14


def panels(page: KindPage) -> None:
    """A brochure: three panels side by side on a wide page, each with a heading, paragraphs and items."""
    page.resize(842, 595)
    page.speak("en")
    heads = page.chosen.sample(WESTERN_HEADS["en"], 6)
    large, grounds = page.size + page.chosen.choice([3, 5]), page.chosen.random() < 0.6
    for x, width in columns(3, page.chosen.choice([36.0, 48.0]), 30, 812):
        if grounds:
            page.area(x - 12, 30, width + 24, 535, page.chosen.choice(PALE))
        y = page.heading(x, 70, heads.pop(), large)
        y = page.paragraphs(y, 2, x, width) + page.leading
        y = page.heading(x, y, heads.pop(), page.size + 2)
        for _ in range(3):
            text = page.passage(1)
            page.text(x, y, "•")
            for line in page.lines(text, width - 12):
                page.text(x + 12, y, line)
                y += page.leading
            page.says("para", f"• {text}")


def table(page: KindPage, y: float, rows: list[list[str]], lefts: list[float], style: str) -> float:
    """Sets a table with cells of several lines, adds it to the truth, and returns where it ends."""
    size = 0.88 * page.size
    step = 1.2 * size
    for at, row in enumerate(rows):
        cells = [page.lines(cell, b - a - 10, size=size) for cell, (a, b) in zip(row, pairwise(lefts), strict=True)]
        height = step * max(len(lines) for lines in cells) + 8
        if style == "coloured" and at % 2 == 0:
            for a, b in pairwise(lefts):
                page.area(a, y, b - a, height, (0.6, 0.7, 0.85) if at == 0 else (0.88, 0.92, 0.97))
        if style == "ruled" or (style == "open" and at < 2):
            page.rule(lefts[0], y, lefts[-1])
        for lines, left in zip(cells, lefts, strict=False):
            for number, line in enumerate(lines):
                page.text(left + 5, y + 4 + step * (number + 0.8), line, BOLD if at == 0 else "", size)
        y += height
    if style != "coloured":
        page.rule(lefts[0], y, lefts[-1])
    page.truth["asides"].append({"type": "table", "rows": rows})
    return y


def invented_rows(page: KindPage, longest: int) -> list[list[str]]:
    """Returns the cells of a table with a head; the last cell of a row has up to a number of sentences."""
    rows = [["Keeper", "Since", "Boats", "Remarks"]]
    for name in page.chosen.sample(WRITERS, page.chosen.choice([4, 5, 6])):
        remark = page.passage(page.chosen.randint(1, longest)) if longest else page.chosen.choice(["open", "closed"])
        rows.append([name, str(page.chosen.randint(1950, 2020)), str(page.chosen.randint(2, 40)), remark])
    return rows


def coloured_cells(page: KindPage) -> None:
    """A table with grounds in every other row and cells of several lines, between paragraphs."""
    page.speak("en")
    y = page.paragraphs(110, 2) + page.leading
    lefts = [60.0, 150, 200, 250, page.chosen.choice([420.0, 530.0])]
    y = table(page, y, invented_rows(page, 2), lefts, "coloured")
    page.paragraphs(y + 2 * page.leading, 2)


def half_ruled(page: KindPage) -> None:
    """A table with rules across only: between all rows with cells of several lines, or about the head and the end."""
    page.speak("en")
    y = page.paragraphs(110, 2) + page.leading
    style = page.chosen.choice(["ruled", "open"])
    lefts = [60.0, 160, 230, 290, page.chosen.choice([430.0, 530.0])]
    y = table(page, y, invented_rows(page, 2 if style == "ruled" else 0), lefts, style)
    page.paragraphs(y + 2 * page.leading, 2)


def table_note(page: KindPage) -> None:
    """A table whose last rule is over a note in small print, then paragraphs."""
    page.speak("en")
    y = page.paragraphs(110, 2) + page.leading
    y = table(page, y, invented_rows(page, 0), [60.0, 200, 300, 400, 530.0], "open")
    note = f"Note: {page.chosen.choice(NOTES)}"
    page.text(60, y + 1.3 * page.size, note, size=0.8 * page.size)
    page.truth["asides"].append({"type": "note", "en": [note]})
    page.paragraphs(y + 1.3 * page.size + 2 * page.leading, 3)


FRAMES = (painted_lines, four_rules, bars, panels, coloured_cells, half_ruled, table_note)
