"""Writes invented magazine pages to measure `reader import` on: PDF, text as a flipbook's site gives it, and truth.

python benchmarks/make_pages.py DIR --pages N --seed S

The same arguments give the same pages: two and three columns, spreads, captions with credits and stacked ones,
initials, sidebars, tables, pull quotations, traditional characters, one language alone, interviews. Needs reportlab.
"""

from __future__ import annotations

import argparse
import os
import random
import re
from typing import Any

import pyphen
import yaml
from page_texts import CAPTIONS, EN, HEADS, MAGAZINES, NAMES, NEVER_FIRST, SECTIONS, TRADITIONAL, ZH
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas


class PageSheet:
    """A page that is being set: each text on it goes to the PDF, and to the page text."""

    def __init__(self, path: str, chosen: random.Random, wide: bool, traditional: bool) -> None:
        self.width, self.height = (1180.0 if wide else 595.0), 800.0
        self.canvas = Canvas(path, pagesize=(self.width, self.height), invariant=1)
        self.chosen, self.traditional = chosen, traditional
        self.zh_font = "MSung-Light" if traditional else "STSong-Light"
        self.put: list[tuple[float, float, str]] = []
        self.waiting: list[tuple[Any, ...]] = []

    def says(self, text: str) -> str:
        """Returns a Chinese text in the page's characters."""
        return text.translate(TRADITIONAL) if self.traditional else text

    def measure(self, text: str, size: float, font: str = "") -> float:
        """Returns the width of a text in points."""
        return sum(
            pdfmetrics.stringWidth(run, self.font_of(run, font), size) for run in re.findall(r"[ -~]+|[^ -~]+", text)
        )

    def font_of(self, run: str, font: str) -> str:
        """Returns the font that a run of one script is set in."""
        return (font or "Times-Roman") if run.isascii() else self.zh_font

    def text(
        self, x: float, y: float, text: str, size: float, font: str = "", width: float = 0, raw: bool = True
    ) -> None:
        """Puts a line; with a width it is justified to it."""
        runs = re.findall(r"[ -~]+|[^ -~]+", text)
        own = self.measure(text, size, font)
        gaps = text.count(" ") if text.isascii() else len(text) - 1
        extra = (width - own) / gaps if width and gaps and 0 < width - own < 0.3 * width else 0.0
        at = x
        for run in runs:
            self.waiting.append((at, y, run, size, self.font_of(run, font), extra, text.isascii()))
            at += self.measure(run, size, font) + extra * (run.count(" ") if text.isascii() else len(run))
        if raw:
            self.put.append((x, y, text))

    def finish(self) -> None:
        """Writes the PDF, its texts in any order."""
        self.chosen.shuffle(self.waiting)
        for x, y, run, size, font, extra, words in self.waiting:
            thing = self.canvas.beginText(x, y)
            thing.setFont(font, size)
            thing.setWordSpace(extra if words else 0)  # both: they last from one text to the next
            thing.setCharSpace(0 if words else extra)
            thing.textOut(run)
            self.canvas.drawText(thing)
        self.canvas.save()

    def page_text(self, labels: list[str], fold: bool) -> str:
        """Returns the text as flipbooks give it: texts of about one baseline are one line, from left to right."""
        rows: list[tuple[float, list[tuple[float, str]]]] = []
        for x, y, text in sorted(self.put, key=lambda put: (-put[1], put[0])):
            if rows and rows[-1][0] - y <= 3:
                rows[-1][1].append((x, text))
            else:
                rows.append((y, [(x, text)]))
        lines = labels + [" ".join(text for _, text in sorted(row)) for _, row in rows]
        text = "\n".join(re.sub(r"\s+", " ", line).strip() for line in lines)
        text = re.sub("\x00 ?", "", text)
        return text.translate(str.maketrans("，：；！？（）", ",:;!?()")) if fold else text


def wrapped(sheet: PageSheet, text: str, size: float, width: float, indent: float, divide: bool) -> list[str]:
    """Breaks a paragraph into lines, each as full as it can be."""
    pieces = (
        re.findall(r"[A-Za-z0-9'.,;-]+|\s|[^A-Za-z0-9'\s]", text) if not text.isascii() else re.findall(r"\S+\s*", text)
    )
    lines, line, room = [], "", width - indent
    dictionary = pyphen.Pyphen(lang="en_GB")
    for piece in pieces:
        if sheet.measure((line + piece).rstrip(), size) <= room or not line.strip():
            line += piece
            continue
        if piece in NEVER_FIRST and piece.strip():
            line += piece
            continue
        word = piece.strip()
        if divide and word.isascii() and len(word) > 6:
            places = [at for at in dictionary.positions(word.strip(".,;")) if 2 < at < len(word) - 2]
            cut = next((at for at in reversed(places) if sheet.measure(line + word[:at] + "-", size) <= room), 0)
            if "-" in word and sheet.measure(line + word[: word.index("-") + 1], size) <= room:
                cut = 0
                line, piece = line + word[: word.index("-") + 1], piece[word.index("-") + 1 :]
            if cut:
                line, piece = line + word[:cut] + "-", piece[cut:]
        lines.append(line.strip())
        line, room = piece.lstrip(), width
    return [*lines, line.strip()]


class InventedPage:
    """One page and its truth."""

    def __init__(self, folder: str, seed: int) -> None:
        self.chosen = chosen = random.Random(seed)
        os.makedirs(folder, exist_ok=True)
        self.folder = folder
        self.wide = chosen.random() < 0.35
        self.sheet = PageSheet(os.path.join(folder, "page.pdf"), chosen, self.wide, chosen.random() < 0.25)
        self.number = chosen.randint(4, 120) * 2
        self.truth: dict[str, Any] = {"zh": [], "en": [], "figures": [], "asides": [], "running": [], "title": {}}
        self.justified = chosen.random() < 0.6
        self.divide = chosen.random() < 0.5
        self.languages = chosen.choices([("zh", "en"), ("zh",), ("en",)], [8, 1, 1])[0]
        self.heads = chosen.sample(HEADS, 6)
        self.figures = chosen.sample(CAPTIONS, 5)
        self.sentences = {"zh": chosen.sample(ZH, len(ZH)), "en": chosen.sample(EN, len(EN))}
        self.interview = chosen.random() < 0.12

    def make(self) -> None:
        """Sets the page and writes its three files."""
        chosen, sheet = self.chosen, self.sheet
        self.furniture()
        top = 726.0
        if chosen.random() < 0.6:
            top = self.title()
        left, gutter = 44.0, chosen.choice([14.0, 20.0, 26.0])
        pages = [(left, 551.0)] + ([(634.0, 1136.0)] if self.wide else [])
        slots = []
        for start, end in pages:
            count = chosen.choice([2, 2, 3])
            width = (end - start - gutter * (count - 1)) / count
            slots += [(start + k * (width + gutter), width) for k in range(count)]
        share = len(slots)
        if len(self.languages) == 2:
            share = max(1, min(len(slots) - 1, round(len(slots) * chosen.choice([0.5, 0.67]))))
        order = list(self.languages)
        if chosen.random() < 0.25:
            order.reverse()
        assigned = {order[0]: slots[:share], order[-1]: slots[share:] or slots}
        for language in self.languages:
            self.flow(language, assigned[language], top)
        sheet.finish()
        labels = [f"Page {self.number + 1}", f"P. {self.number + 1}"][: chosen.randint(0, 2)]
        with open(os.path.join(self.folder, "page.txt"), "w", encoding="utf-8") as file:
            file.write(sheet.page_text(labels, chosen.random() < 0.4) + "\n")
        self.truth["site_labels"] = labels
        with open(os.path.join(self.folder, "truth.yaml"), "w", encoding="utf-8") as file:
            yaml.safe_dump(self.truth, file, allow_unicode=True, sort_keys=False)

    def furniture(self) -> None:
        """Sets the section, the page number and the magazine's name."""
        sheet, chosen = self.sheet, self.chosen
        zh, en = chosen.choice(SECTIONS)
        zh = sheet.says(zh)
        sheet.text(46, 766, en, 13, "Helvetica-Bold")
        sheet.text(46 + sheet.measure(en, 13, "Helvetica-Bold") + 8, 766, zh, 11)
        name_zh, name = chosen.choice(MAGAZINES)
        sheet.text(46, 20, str(self.number), 9)
        sheet.text(90, 20, name, 7)
        self.truth["running"] = [en, zh, str(self.number), name]
        if self.wide:
            sheet.text(1100, 20, str(self.number + 1), 9)
            self.truth["running"].append(str(self.number + 1))
        elif chosen.random() < 0.5:
            sheet.text(480, 20, sheet.says(name_zh), 7)
            self.truth["running"].append(sheet.says(name_zh))

    def title(self) -> float:
        """Sets the title; returns the first baseline of the columns."""
        sheet = self.sheet
        zh, en = self.heads.pop()
        y = 712.0
        if "zh" in self.languages:
            sheet.text(44, y, sheet.says(zh), 24)
            self.truth["title"]["zh"] = sheet.says(zh)
            y -= 24
        if "en" in self.languages:
            sheet.text(44, y, en, 14, "Helvetica-Bold")
            self.truth["title"]["en"] = en
            y -= 22
        if self.chosen.random() < 0.5:
            by = sheet.says("文") + " / " + self.chosen.choice(NAMES)
            sheet.text(44, y, by, 8)
            self.truth["byline"] = [by]
            y -= 18
        return y - 14

    def flow(self, language: str, slots: list[tuple[float, float]], top: float) -> None:
        """Fills columns with paragraphs, headings and figures, and puts an aside under them."""
        chosen, sheet = self.chosen, self.sheet
        size = 9.4 if language == "zh" else 9.0
        leading = size * chosen.choice([1.55, 1.7]) if language == "zh" else size * chosen.choice([1.38, 1.5])
        indent = 2 * size if language == "zh" else 12.0
        block = language == "en" and chosen.random() < 0.25
        if block:
            indent = 0.0
        bottom = chosen.choice([60.0, 80.0, 150.0])
        goal = sum((top - bottom) for _ in slots) / leading * chosen.choice([0.55, 0.7])
        column = 0
        x, width = slots[0]
        start = self.obstacle(x, width, top, slots)
        y = start
        used, first = 0.0, True
        speaker = 0
        sentences = self.sentences[language]
        if language == "zh" and chosen.random() < 0.25 and not self.truth["title"]:
            rest = sheet.says(sentences.pop()[-7:])
            sheet.text(x, y, rest, size)
            self.truth["zh"].append({"type": "fragment", "text": rest})
            y -= leading
        while used < goal and len(sentences) > 3:
            count = chosen.randint(2, 3) if language == "zh" else chosen.randint(2, 4)
            between = "" if language == "zh" else " "
            text = between.join(sentences.pop() for _ in range(min(count, len(sentences))))
            text = sheet.says(text) if language == "zh" else text
            if self.interview:
                mark = ("问：", "答：") if language == "zh" else ("Q: ", "A: ")
                text = mark[speaker] + text
                speaker = 1 - speaker
            elif used and chosen.random() < 0.25 and self.heads and y - 4.2 * leading > bottom:
                head = self.heads.pop()[0 if language == "zh" else 1]
                head = sheet.says(head) if language == "zh" else head
                if sheet.measure(head, size * 1.12, "Helvetica-Bold") < width:
                    y -= 0.6 * leading
                    sheet.text(x, y, head, size * 1.12, "Helvetica-Bold")
                    self.truth[language].append({"type": "heading", "text": head})
                    y -= 1.15 * leading
                    used += 1.8
            initial = language == "en" and first and chosen.random() < 0.5 and not self.interview
            lines = self.with_initial(text, size, width, x, y, leading, bottom) if initial else None
            if lines is not None:
                y -= leading * lines
                used += lines
            else:
                own = 0.0 if first and language == "en" else indent
                for number, line in enumerate(broken := wrapped(sheet, text, size, width, own, self.divide)):
                    if y < bottom:
                        column += 1
                        if column >= len(slots):
                            break
                        x, width = slots[column]
                        y = self.obstacle(x, width, top, slots)
                    shift = own if not number else 0.0
                    justify = width - shift if self.justified and number < len(broken) - 1 else 0.0
                    sheet.text(x + shift, y, line, size, "", justify)
                    y -= leading
                    used += 1
                if column >= len(slots):
                    done = broken[:number]
                    if done and len(" ".join(done)) > 30:
                        self.truth[language].append({"type": "para", "text": self.rejoined(done, text)})
                    return
                if block:
                    y -= 0.6 * leading
            self.truth[language].append({"type": "para", "text": text})
            first = False
        self.beside(language, x, width, y - 1.5 * leading)

    @staticmethod
    def rejoined(lines: list[str], text: str) -> str:
        """Returns the beginning of a paragraph, as far as it is in these lines."""
        size = sum(len(re.sub(r"\s", "", line)) for line in lines)
        size -= sum(line.endswith("-") and not text.startswith(line) for line in lines)
        end = next((at for at in range(len(text) + 1) if len(re.sub(r"\s", "", text[:at])) >= size), len(text))
        return text[:end].strip()

    def with_initial(
        self, text: str, size: float, width: float, x: float, y: float, leading: float, bottom: float
    ) -> int | None:
        """Sets a paragraph with a large first letter over three lines; returns its lines, None without room."""
        sheet = self.sheet
        large = 3 * leading + 0.3 * size
        cap = sheet.measure(text[0], large) + 4
        if y - 7 * leading < bottom or width < cap + 90:
            return None
        narrow = wrapped(sheet, text[1:], size, width - cap, 0, self.divide)[:3]
        rest_from = len(" ".join(narrow))
        consumed = 1 + sum(len(re.sub(r"\s", "", line)) for line in narrow)
        consumed -= sum(
            line.endswith("-") and line[-2:-1].isalpha() and f"{line.split()[-1]}" not in text for line in narrow
        )
        at = next(k for k in range(len(text) + 1) if len(re.sub(r"\s", "", text[:k])) >= consumed)
        lines = narrow + wrapped(sheet, text[at:].strip(), size, width, 0, self.divide)
        if y - leading * len(lines) < bottom or rest_from == 0:
            return None
        sheet.text(x, y - 2 * leading, text[0], large, raw=False)
        alone = self.chosen.random() < 0.5
        sheet.put.append((x, y + 4 if alone else y - 2 * leading, text[0] if alone else text[0] + "\x00"))
        for number, line in enumerate(lines):
            sheet.text(x + (cap if number < 3 else 0), y - number * leading, line, size)
        return len(lines)

    def obstacle(self, x: float, width: float, top: float, slots: list[tuple[float, float]]) -> float:
        """Puts a picture with its caption at the head of some columns; returns the first baseline of the text."""
        chosen, sheet = self.chosen, self.sheet
        if chosen.random() > 0.4 or not self.figures or (len(slots) < 2 and chosen.random() < 0.5):
            return top
        height = chosen.choice([70.0, 110.0])
        sheet.canvas.setFillGray(0.8)
        sheet.canvas.rect(x, top - height + 8, width, height, stroke=0, fill=1)
        sheet.canvas.setFillGray(0)
        y = top - height - 4
        for _ in range(2 if chosen.random() < 0.2 and len(self.figures) > 1 else 1):
            y = self.caption(x, y, width) - 4
        return y - 12

    def caption(self, x: float, y: float, width: float) -> float:
        """Puts the caption of a figure; returns the next baseline."""
        chosen, sheet = self.chosen, self.sheet
        zh, en = self.figures.pop()
        zh = sheet.says(zh)
        figure = {"zh": zh if "zh" in self.languages else "", "en": en if "en" in self.languages else ""}
        style = chosen.choice(["plain", "inline", "own", "english"])
        credit = f"{chosen.choice(['图', '摄影'])} / {chosen.choice(NAMES)}"
        credit = sheet.says(credit)
        if style == "english" or "zh" not in self.languages:
            credit = "Photo by " + chosen.choice(["Lu Xiaoman", "Fang Zhiqiu"])
        size, leading = 7.4, 10.6
        if figure["zh"]:
            with_credit = style == "inline" and sheet.measure(zh + " " + credit, size) < width
            sheet.text(
                x, y, zh + (credit if with_credit and zh.endswith("。") else " " + credit if with_credit else ""), size
            )
            if with_credit:
                figure["credit"] = credit
            y -= leading
        if figure["en"]:
            for line in wrapped(sheet, en, size, width, 0, False):
                sheet.text(x, y, line, size)
                y -= leading
        if style in ("own", "english"):
            sheet.text(x, y, credit, size)
            figure["credit"] = credit
            y -= leading
        self.truth["figures"].append(figure)
        return y

    def beside(self, language: str, x: float, width: float, y: float) -> None:
        """Puts a sidebar, a table or a pull quotation under the text, if there is room."""
        chosen, sheet = self.chosen, self.sheet
        kind = chosen.choice(["", "sidebar", "table", "ruled", "diagram", "pullquote"])
        if y < 190 or not kind:
            return
        if kind == "sidebar":
            head = sheet.says("小知识") if language == "zh" else "Good to know"
            texts = (
                ["先敲三下，再推门。", "雨天不开放。"]
                if language == "zh"
                else ["Knock three times first.", "Closed on rainy days."]
            )
            texts = [sheet.says(text) for text in texts]
            sheet.canvas.setFillGray(0.92)
            sheet.canvas.rect(x, y - 60, width, 74, stroke=0, fill=1)
            sheet.canvas.setFillGray(0)
            sheet.text(x + 8, y - 4, head, 10, "Helvetica-Bold")
            for number, text in enumerate(texts):
                sheet.text(x + 8, y - 20 - 13 * number, text, 8.6)
            self.truth["asides"].append({"type": "sidebar", "heading": {language: head}, language: texts})
        elif kind == "ruled":
            self._ruled_table(language, x, width, y)
        elif kind == "diagram":
            labels = ["水泵", "水箱", "喷嘴"] if language == "zh" else ["pump", "tank", "nozzle"]
            for number, label in enumerate(labels):
                left = x + number * width / 3
                sheet.canvas.rect(left, y - 40, width / 4, 26)
                sheet.canvas.line(left + width / 4, y - 27, left + width / 3, y - 27)
                sheet.text(left + 5, y - 30, sheet.says(label), 7)
        elif kind == "table":
            rows = [["年份", "井", "渡船"], ["1950", "260", "14"], ["1987", "198", "3"], ["2020", "73", "0"]]
            if language == "en":
                rows[0] = ["Year", "Wells", "Boats"]
            for number, row in enumerate(rows):
                for place, cell in enumerate(row):
                    sheet.text(x + place * width / 3, y - number * 13, sheet.says(cell), 8.4)
            self.truth["asides"].append({"type": "table", "rows": [[sheet.says(cell) for cell in row] for row in rows]})
        else:
            text = sheet.says("好木头会说话，坏木头只会响。") if language == "zh" else "Bad timber only creaks."
            sheet.text(x, y - 10, text, 12.5)
            self.truth["asides"].append({"type": "pullquote", language: text})

    def _ruled_table(self, language: str, x: float, width: float, y: float) -> None:
        """Puts a table in a frame of rules, with a cell of two lines, and a number and a title over it."""
        sheet = self.sheet
        head = [["渡船", "数目"], "井"] if language == "zh" else [["Boats", "in use"], "Wells"]
        sheet.text(x, y, sheet.says("表 2 村中的船与井") if language == "zh" else "Table 2 Boats and wells", 8.4)
        places = (x, x + width / 2, x + width)
        for place in places:
            sheet.canvas.line(place, y - 6, place, y - 62)
        for step in (6, 32, 47, 62):
            sheet.canvas.line(x, y - step, x + width, y - step)
        for number, line in enumerate(head[0]):
            sheet.text(x + 6, y - 17 - 11 * number, sheet.says(line), 8.4)
        sheet.text(places[1] + 6, y - 22, sheet.says(str(head[1])), 8.4)
        rows = [["14", "260"], ["3", "198"]]
        for number, row in enumerate(rows):
            for place, cell in zip(places, row, strict=False):
                sheet.text(place + 6, y - 43 - 15 * number, cell, 8.4)
        joined = ("" if language == "zh" else " ").join(head[0])
        cells = [[sheet.says(joined), sheet.says(str(head[1]))], *rows]
        self.truth["asides"].append({"type": "table", "rows": cells})


def make_pages(folder: str, pages: int, seed: int) -> None:
    """Writes a number of pages, each into a folder of its own."""
    for name in ("STSong-Light", "MSung-Light"):
        pdfmetrics.registerFont(UnicodeCIDFont(name))
    for number in range(pages):
        InventedPage(os.path.join(folder, f"page{number + 1:03}"), seed * 1000 + number).make()


def main() -> None:
    """Reads the arguments and writes the pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--pages", type=int, default=16)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    make_pages(given.folder, given.pages, given.seed)


if __name__ == "__main__":
    main()
