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
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

ZH = """渡口的老人每天清早把船板擦三遍，再坐下来等第一个客人。
山里的茶要在谷雨之前采完，晚一天，叶子就老一分。
这座桥修了四次，每一次都比从前矮一些，河床却越来越高。
图书馆搬进了旧粮仓，书架之间还闻得到麦子的气味。
她用了 11 年，把镇上 260 口水井一口一口画在纸上。
冬天的集市只开半天，卖炭的人总是最后一个离开。
铁匠铺的火已经熄了十年，风箱却还挂在墙上。
孩子们把捡来的石头排成一行，说那是他们的城墙。
到了 1987 年，最后一班渡轮也停了，码头改成晒谷场。
钟楼上的钟比火车站的慢七分钟，镇上的人都照着它过日子。
雨水顺着瓦沟流进水缸，一缸水可以用上三天。
木匠说，好木头会说话，坏木头只会响。
染坊的后院有一口大缸，蓝色一直渗到砖缝里去。
他把每一封退回的信都收在铁盒里，一共 73 封。
河对岸的人听得见这边的锣声，却看不见戏台。
种橘子的人家，每年留一棵树不摘，给过路的鸟。
修伞的师傅走了以后，巷口的凳子一直空着。
新来的邮差记不住门牌，只记得每家门前种的是什么花。
旧地图上没有这条路，因为当年画图的人没有走到这里。
祖母腌的萝卜要在坛子里睡够四十天，谁也不许提前打开。
风从海上来的时候，渔网要收到屋里，盐也要盖好。
磨坊的石磨一天可以磨 90 斤豆子，水少的时候只有一半。
他们在屋顶上种菜，把雨靴挂在烟囱边上晾干。
剧团最穷的那一年，全部家当只有两口箱子和一面鼓。
窑里的火要烧足三十个小时，看火的人不能合眼。
船一靠岸，猫就从仓库里跑出来，排着队等鱼。
老师把黑板漆成绿色，说这样孩子们看得见春天。
这里的雪一年只下一次，下雪那天学校放假。
他数过，从山脚到庙门一共有 1420 级台阶。
合作社买了一台旧榨油机，油香一直飘到公路上。
织布的人说，线断了可以接，花样错了就得从头再来。
最早的一张照片里，这条街上只有三棵树和一口井。""".splitlines()
EN = """The old ferryman wipes the planks three times each morning before he sits down to wait.
Tea from the upper slopes must be picked before the spring rains are over.
The bridge has been rebuilt four times, and each time it has come out a little lower.
A library has moved into the granary, where the shelves still smell of wheat.
She spent eleven years drawing the two hundred and sixty wells of the town.
In winter the market opens for half a day, and the charcoal seller is the last to go.
The forge has been cold for a decade, yet the bellows still hang upon the wall.
Children lay the pebbles out in a long row and call it the wall of their city.
In 1987 the last ferry stopped running, and the landing became a threshing floor.
The tower clock is seven minutes behind the station, and the whole town lives by it.
Rain runs along the gutters into a jar, and one jar of water lasts three days.
Good timber speaks, says the carpenter, while bad timber only creaks.
Behind the dye works stands a vat whose colour has soaked into the bricks.
He keeps every returned letter in a tin, seventy-three of them in all.
People across the river can hear the gongs but cannot see the stage.
Each orchard leaves one tree unpicked for the birds that are passing through.
Since the umbrella mender left, the stool at the corner has remained empty.
The new postman cannot remember numbers, only the flowers that grow by each door.
No road appears here on the old map, because the surveyor never came this far.
Her grandmother let the radishes sleep for forty days, and nobody might open the crock.
When the wind comes in from the sea, nets are taken indoors and the salt is covered.
The millstone grinds ninety pounds of beans a day, or half of that when water is short.
They grow vegetables on the roof and hang their boots beside the chimney to dry.
In its poorest year the troupe owned two trunks and a single drum.
A kiln needs thirty hours of fire, and whoever watches it may not sleep.
As soon as a boat comes in, the cats leave the warehouse and line up for fish.
Our teacher painted the blackboard green so that children could see the springtime.
Snow falls once a year in this valley, and on that day there is no school.
He counted fourteen hundred and twenty steps between the foot of the hill and the gate.
The cooperative bought a second-hand oil press, and its smell reaches the highway.
A broken thread can be tied again, the weaver says, but a wrong pattern means starting over.
The earliest photograph of the street shows three trees and a well.""".splitlines()
HEADS = [
    ("渡口的早晨", "Morning at the Ferry"),
    ("井与人", "Of Wells and People"),
    ("慢七分钟", "Seven Minutes Late"),
    ("给鸟留一棵树", "One Tree for the Birds"),
    ("从头再来", "Starting Over"),
    ("屋顶上的菜园", "Gardens on the Roof"),
    ("没有门牌的信", "Letters Without Numbers"),
    ("火要烧足", "Thirty Hours of Fire"),
]
CAPTIONS = [
    ("清晨的渡口", "The ferry landing at dawn"),
    ("粮仓里的书架。", "Shelves in the former granary"),
    ("挂在墙上的风箱", "Bellows upon the wall"),
    ("钟楼与车站。", "The clock tower seen from the station"),
    ("染坊后院的大缸", "A vat behind the dye works"),
    ("晾在烟囱边的雨靴", "Boots drying by the chimney"),
    ("等鱼的猫。", "Cats waiting for the boats"),
]
NAMES = ["沈听河", "陆小满", "郑白桥", "方知秋", "顾南枝"]
SECTIONS = [("人物", "People"), ("地方", "Places"), ("手艺", "Crafts"), ("书评", "Reviews"), ("对话", "Dialogue")]
MAGAZINES = [("河畔", "RIVERSIDE"), ("山与城", "HILL AND TOWN"), ("四时", "FOUR SEASONS")]
NEVER_FIRST = "，。、；：！？”’）》」』"
TRADITIONAL = str.maketrans(
    "渡个开卖离铁铺还挂墙孩们来说边听这桥边里树后门书图馆进气镇纸场车站钟楼过顺缸坏响间东师旧张从条让画为当没时网给盐盖磨买台机线断错样织龙头渔岁层剧团穷两鼓窑烧仓库鱼亲把绿课单级",
    "渡個開賣離鐵鋪還掛牆孩們來說邊聽這橋邊裡樹後門書圖館進氣鎮紙場車站鐘樓過順缸壞響間東師舊張從條讓畫為當沒時網給鹽蓋磨買臺機線斷錯樣織龍頭漁歲層劇團窮兩鼓窯燒倉庫魚親把綠課單級",
)


class Sheet:
    """A page that is being set: what is put on it goes to the PDF, and to the page text."""

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
        """Returns the text as flipbooks give it: what has about the same baseline on one line, from left to right."""
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


def wrapped(sheet: Sheet, text: str, size: float, width: float, indent: float, divide: bool) -> list[str]:
    """Breaks a paragraph greedily."""
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


class Made:
    """One page and its truth."""

    def __init__(self, folder: str, seed: int) -> None:
        self.chosen = chosen = random.Random(seed)
        os.makedirs(folder, exist_ok=True)
        self.folder = folder
        self.wide = chosen.random() < 0.35
        self.sheet = Sheet(os.path.join(folder, "page.pdf"), chosen, self.wide, chosen.random() < 0.25)
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
        """Sets the title; returns where the columns begin."""
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
        """Fills columns with paragraphs, heads, figures and what stands beside them."""
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
        """Returns the beginning of a paragraph that these lines hold."""
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
        """Puts, now and then, a picture with its caption at the head of a column; returns where its text begins."""
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
        """Puts one figure's caption; returns the next baseline."""
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
        kind = chosen.choice(["", "sidebar", "table", "pullquote"])
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


def make_pages(folder: str, pages: int, seed: int) -> None:
    """Writes so many pages, each in a folder of its own."""
    for name in ("STSong-Light", "MSung-Light"):
        pdfmetrics.registerFont(UnicodeCIDFont(name))
    for number in range(pages):
        Made(os.path.join(folder, f"page{number + 1:03}"), seed * 1000 + number).make()


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
