"""Sets invented stories on pages and gives the text of these as flipbook sites do: by baseline, columns woven together.

Widths are in points. Letters are set in proportions of their own, not in those that the reader of pages assumes.
"""

from __future__ import annotations

import random
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

import yaml

STORIES = yaml.safe_load(Path(__file__).with_name("stories.yaml").read_text(encoding="utf-8"))
NEVER_FIRST = "，。、；：？！）》」』”’…"
NEVER_LAST = "（《「『“‘"
SAME_BASELINE = 3.2
_SANS = dict.fromkeys("ijlI.,;:'|!", 0.25) | dict.fromkeys("frt()-", 0.3) | dict.fromkeys("mwMW", 0.86)


def width(text: str, size: float) -> float:
    """The width of a text as set here."""
    total = 0.0
    for c in text:
        if unicodedata.east_asian_width(c) in "WF" or c in "“”‘’…—":
            total += 1
        elif c == " ":
            total += 0.28
        else:
            total += _SANS.get(c, 0.68 if c.isupper() else 0.52)
    return total * size


@dataclass
class Sheet:
    """A printed text: x, baseline (down), size, text."""

    items: list[tuple[float, float, float, str]] = field(default_factory=list)

    def put(self, x: float, y: float, text: str, size: float = 9.5) -> None:
        self.items.append((x, y, size, text))

    def woven(self) -> list[str]:
        lines: list[list[tuple[float, float, float, str]]] = []
        for item in sorted(self.items, key=lambda item: (item[1], item[0])):
            if lines and item[1] - lines[-1][0][1] <= SAME_BASELINE:
                lines[-1].append(item)
            else:
                lines.append([item])
        texts = []
        for line in lines:
            line.sort()
            text, end = "", 0.0
            for x, _, size, part in line:
                text += (" " if text and x - end > 0.2 * size else "") + part
                end = x + width(part, size)
            texts.append(" ".join(text.split()))
        return texts


@dataclass
class Face:
    """How a language is set: size, leading, the first line's indent in ems."""

    size: float
    leading: float
    indent: float


ZH, EN = Face(9.5, 15.0, 2), Face(9.0, 12.5, 1.2)


def chinese_lines(text: str, room: float, face: Face, indent: float) -> list[str]:
    """Chinese text as lines, with what may not begin or end one; numbers and words are kept whole."""
    units: list[str] = []
    for c in text:
        if units and c.isascii() and units[-1][-1].isascii() and c != " " and units[-1][-1] != " ":
            units[-1] += c
        else:
            units.append(c)
    lines, line, used = [], "", indent * face.size
    for unit in units:
        w = width(unit, face.size)
        if line and used + w > room and unit not in NEVER_FIRST:
            carried = ""
            while line and line[-1] in NEVER_LAST:
                carried, line = line[-1] + carried, line[:-1]
            lines.append(line.strip())
            line, used = carried, width(carried, face.size)
        line += unit
        used += w
    return [*lines, line.strip()]


def english_lines(text: str, room: float, face: Face, indent: float, drop: float, drop_lines: int) -> list[str]:
    """English text as lines, words divided now and then; the first lines make way for a drop cap."""
    from pyphen import Pyphen

    dictionary = Pyphen(lang="en_US", left=3, right=3)
    lines, line = [], ""
    words = text.split(" ")
    while words:
        word = words.pop(0)
        have = room - (indent * face.size if not lines else 0) - (drop if len(lines) < drop_lines else 0)
        if not line or width(f"{line} {word}", face.size) <= have:
            line = f"{line} {word}".strip()
            continue
        for a, b in dictionary.iterate(word) if word.isalpha() and len(word) > 7 else ():
            if width(f"{line} {a}-", face.size) <= have:
                line = f"{line} {a}-"
                word = b
                break
        lines.append(line)
        line = ""
        words.insert(0, word)
    return [*lines, line]


def flow(
    sheet: Sheet, blocks: list[str], frames: list[tuple[float, float, float, float]], face: Face, zh: bool, cap: int = 0
) -> list[dict[str, str]]:
    """Sets blocks in frames (x, top, width, height); the frames are filled evenly. Returns what was set."""
    room = frames[0][2]
    rows: list[tuple[float, float, str, str]] = []  # space above, indent, text, drop cap
    truth: list[dict[str, str]] = []
    first = True
    for block in blocks:
        if block.startswith("# "):
            rows.append((0.7 * face.leading, 0.0, block[2:], ""))
            rows.append((-1, 0, "", ""))
            truth.append({"type": "heading", "text": block[2:]})
            continue
        drop = width(block[0], face.size * 3) if cap and first and not zh else 0.0
        text = block[1:] if drop else block
        indent = 0.0 if drop else face.indent
        lines = chinese_lines(text, room, face, indent) if zh else english_lines(text, room, face, indent, drop, cap)
        for number, line in enumerate(lines):
            shift = indent * face.size if number == 0 else 0
            shift += drop if number < cap and drop else 0
            rows.append((0.0, shift, line, block[0] if drop and number == cap - 1 else ""))
        truth.append({"type": "para", "text": block})
        first = False
    total = sum(face.leading + max(0, space) for space, _, text, _ in rows if text)
    least = total / len(frames)
    place, (x, top, _, height) = 0, frames[0]
    y = top
    for space, shift, line, big in rows:
        if space < 0:
            y += 0.4 * face.leading
            continue
        if y + max(0, space) + (2 * face.leading if space else 0) - top >= min(
            height, least + face.leading
        ) and place + 1 < len(frames):
            place += 1
            x, top, _, height = frames[place]
            y = top
        elif y > top:
            y += space
        if big:
            sheet.put(x, y + (0 if cap > 2 else 4.0), big, face.size * 3)
        sheet.put(x + shift, y, line, face.size)
        y += face.leading
    return truth


def caption(sheet: Sheet, x: float, y: float, texts: tuple[str, str, str], how: str) -> dict[str, str]:
    """A caption in one of four ways: stacked, credit below, all in one line, credit after the Chinese."""
    zh, en, credit = texts
    if how == "line" and credit:
        sheet.put(x, y, zh, 8)
        sheet.put(x + width(zh, 8) + 8, y, en, 8)
        sheet.put(x + width(zh + en, 8) + 16, y, credit, 8)
    else:
        sheet.put(x, y, zh + (credit if how == "after" else ""), 8)
        sheet.put(x, y + 10, en, 8)
        if credit and how != "after":
            sheet.put(x, y + 20, credit, 8)
    figure = {"zh": zh, "en": en, "credit": credit}
    if "图 /" in zh:
        figure["zh"], _, rest = zh.partition("图 /")
        figure["credit"] = "图 /" + rest
    return {key: value for key, value in figure.items() if value}


def columns(
    x: float, top: float, number: int, room: float, gutter: float, height: float = 1e6
) -> list[tuple[float, float, float, float]]:
    return [(x + index * (room + gutter), top, room, height) for index in range(number)]


def make(story: str, layout: str, seed: int) -> tuple[str, dict]:
    """Returns a page's text and its truth."""
    rng = random.Random(seed)
    told = STORIES[story]
    sheet = Sheet()
    zh, en = list(told["zh"]), list(told["en"])
    figures, asides, head, pages = [], [], [], [str(rng.randrange(8, 120))]
    captions = list(told["captions"])
    how = rng.choice(["stacked", "stacked", "line", "after"])
    zh_face = Face(9.5, rng.choice([14.5, 15.0, 16.0]), 2)
    en_face = Face(9.0, rng.choice([12.0, 12.5, 13.5]), rng.choice([0, 1.2, 1.2]))
    zt: list[dict[str, str]] = []
    et: list[dict[str, str]] = []
    title = {}
    top = 60.0
    if layout in ("two", "left", "single", "stacked", "zh", "en", "facing", "box"):
        if layout != "en":
            title["zh"] = told["title"][0]
            sheet.put(40, top, told["title"][0], 24)
        if layout != "zh":
            title["en"] = told["title"][1]
            sheet.put(40, top + 20, told["title"][1], 14)
        top += 60
    room = 9.5 * rng.choice([22, 24, 25])
    cap = rng.choice([0, 0, 3, 3, 2])
    if layout == "two":  # Chinese in two columns, captions below, English in two columns
        zt = flow(sheet, zh, columns(40, top, 2, room, 20), zh_face, True)
        y = max(item[1] for item in sheet.items) + 140
        for index, each in enumerate(captions[:2]):
            figures.append(caption(sheet, 40 + index * (room + 20), y, each, "stacked" if how == "line" else how))
        et = flow(sheet, en, columns(40, y + 50, 2, room, 20), en_face, False)
    elif layout == "three":  # two Chinese columns and an English one
        narrow = 9.5 * rng.choice([17, 18, 20])
        top = 112
        figures.append(caption(sheet, 40, 70, captions[0], how))
        zt = flow(sheet, zh, columns(40, top, 2, narrow, 18), zh_face, True)
        et = flow(
            sheet, en, columns(40 + 2 * (narrow + 18), top + rng.choice([0, 2, 5]), 1, narrow, 18), en_face, False, cap
        )
    elif layout == "spread":  # a page of Chinese in two columns, then pictures and English on the other page
        half = columns(40, top, 2, room, 20)
        zt = flow(sheet, zh, half, zh_face, True)
        x = half[1][0] + room + 60
        figures.append(caption(sheet, x, top + 60, captions[0], how))
        et = flow(sheet, en, columns(x, top + 100, 1, room * 1.2, 0), en_face, False, cap)
        if len(captions) > 1:
            y = max(item[1] for item in sheet.items if item[0] < half[1][0] - 5) + 30
            figures.append(caption(sheet, 40, y, captions[1], "stacked"))
        pages = [pages[0], str(int(pages[0]) + 1)]
    elif layout == "left":  # English left, Chinese right
        figures.append(caption(sheet, 40, top + 150, captions[0], how))
        et = flow(sheet, en, columns(40, top + 200, 1, room * 0.95, 0), en_face, False, cap)
        zt = flow(sheet, zh, columns(40 + room + 20, top, 1, room, 0), zh_face, True)
    elif layout == "single":  # one language below the other, a line as wide as the page
        zt = flow(sheet, zh, columns(40, top, 1, 9.5 * 40, 0), zh_face, True)
        y = max(item[1] for item in sheet.items) + 120
        figures.append(caption(sheet, 40, y, captions[0], how))
        et = flow(sheet, en, columns(40, y + 50, 1, 9.5 * 40, 0), en_face, False, cap)
    elif layout == "stacked":  # three columns of each
        narrow = 9.5 * rng.choice([15, 16, 18])
        zt = flow(sheet, zh, columns(40, top, 3, narrow, 16), zh_face, True)
        y = max(item[1] for item in sheet.items) + 90
        for index, each in enumerate(captions):
            figures.append(caption(sheet, 40 + index * (narrow + 16), y, each, "stacked"))
        et = flow(sheet, en, columns(40, y + 50, 3, narrow, 16), en_face, False)
    elif layout == "facing":  # Chinese on the left page, English on the right, two columns each
        zt = flow(sheet, zh, columns(40, top, 2, room * 0.8, 18), zh_face, True)
        x = 40 + 2 * (room * 0.8 + 18) + 40
        et = flow(sheet, en, columns(x, top + 4, 2, room * 0.8, 18), en_face, False, cap)
        y = max(item[1] for item in sheet.items) + 90
        figures.append(caption(sheet, 40, y, captions[0], how))
        pages = [pages[0], str(int(pages[0]) + 1)]
    elif layout in ("zh", "en"):  # one language
        blocks, face = (zh, zh_face) if layout == "zh" else (en, en_face)
        set_ = flow(sheet, blocks, columns(40, top, 2, room, 20), face, layout == "zh", cap)
        zt, et = (set_, []) if layout == "zh" else ([], set_)
    elif layout == "box":  # two Chinese columns, English beside a box below
        zt = flow(sheet, zh, columns(40, top, 2, room, 20), zh_face, True)
        y = max(item[1] for item in sheet.items) + 40
        et = flow(sheet, en, columns(40, y, 2, room, 20), en_face, False)
        y = max(item[1] for item in sheet.items) + 40
        zh_head, en_head, zh_texts, en_texts = told["box"]
        sheet.put(60, y, zh_head, 11)
        sheet.put(60 + width(zh_head, 11) + 8, y, en_head, 10)
        for text in (*zh_texts, *en_texts):
            y += 14
            sheet.put(60, y, text, 8.5)
        asides.append({"type": "sidebar", "heading": {"zh": zh_head, "en": en_head}, "zh": zh_texts, "en": en_texts})
    else:
        raise AssertionError(layout)
    bottom = max(item[1] for item in sheet.items) + 40
    rng.random()
    if rng.random() < 0.4 and layout in ("three", "spread", "single"):
        quote = told["quote"]
        sheet.put(60, bottom, quote, 14)
        asides.append({"type": "pullquote", "zh": quote})
        bottom += 40
    magazine = ("远岸", "FAR SHORE")
    sheet.put(40, bottom, pages[0], 8)
    if len(pages) > 1:
        sheet.put(900, bottom, pages[1], 8)
        sheet.put(40, bottom + 12, magazine[1], 7)
        sheet.put(900, bottom + 12, magazine[1], 7)
        feet = [*pages, magazine[1], magazine[1]]
    else:
        sheet.put(60, bottom, " ".join(magazine), 8)
        feet = [*pages, " ".join(magazine)]
    section = told["section"]
    head = [f"{section[1]} {section[0]}" + rng.choice(["", " 2024.05", " FAR SHORE"])]
    labels = rng.choice([[f"Page {pages[-1]}", f"P. {pages[-1]}"], [f"第 {pages[-1]} 页"], []])
    text = "\n".join([*labels, *head, *sheet.woven()])
    if seed % 3 == 0:
        text = text.translate(str.maketrans("，；：？！（）", ",;:?!()"))
    truth = {
        "pages": pages,
        "section": {"zh": section[0], "en": section[1]},
        "site_labels": labels,
        "running": [*head[0].split(" "), *feet, *section, head[0]],
        "title": title,
        "byline": [],
        "zh": zt,
        "en": et,
        "figures": figures,
        "asides": asides,
    }
    return text, truth


LEARNED = [
    ("salt", "left", 1),
    ("clock", "two", 2),
    ("river", "three", 3),
    ("noodles", "two", 4),
    ("lighthouse", "spread", 5),
    ("kites", "three", 6),
    ("clock", "facing", 7),
    ("river", "stacked", 8),
    ("kites", "zh", 9),
    ("noodles", "en", 10),
    ("lighthouse", "box", 12),
    ("salt", "single", 13),
    ("clock", "left", 21),
    ("river", "two", 22),
    ("salt", "three", 23),
    ("kites", "spread", 24),
    ("noodles", "three", 25),
    ("lighthouse", "two", 26),
    ("kites", "facing", 27),
    ("lighthouse", "stacked", 28),
    ("river", "zh", 29),
    ("clock", "en", 30),
    ("river", "box", 31),
    ("noodles", "single", 32),
    ("noodles", "spread", 54),
    ("river", "facing", 57),
    ("salt", "zh", 59),
]
"""Pages that were looked at while the reader was written: story, layout, seed."""
HELD_OUT = [
    ("river", "left", 51),
    ("salt", "two", 52),
    ("clock", "three", 53),
    ("lighthouse", "three", 55),
    ("kites", "two", 56),
    ("clock", "stacked", 58),
    ("lighthouse", "en", 60),
    ("kites", "box", 61),
    ("clock", "single", 62),
]
"""Pages that were only scored."""
