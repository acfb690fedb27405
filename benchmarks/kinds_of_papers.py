"""Kinds of pages of papers, manuals and Chinese documents: formulas, terms, small print, accents, numbered heads."""

from __future__ import annotations

import unicodedata

from kind_page import BOLD, ROMAN, KindPage, columns
from page_texts import HEADS, NAMES, WESTERN_HEADS

SIGNS = {"\u0301": "´", "\u0300": "`", "\u0308": "¨", "\u0302": "ˆ", "\u0303": "˜", "\u0327": "¸"}
"""The sign that is drawn for each combining accent."""


def insets(page: KindPage) -> None:
    """Numbers of references and indices off the baseline, in holes of lines."""
    y = page.paragraphs(110, 2)
    small = page.chosen.choice([0.5, 0.6])
    for _ in range(3):
        first, number = page.passage(1), f"[{page.chosen.randint(1, 9)},{page.chosen.randint(10, 40)}]"
        index = page.chosen.choice(["i", "k", "n"])
        x = page.text(72, y, "The rate v")
        x = page.text(x, y + 0.18 * page.size, index, size=small * page.size)
        x = page.text(x + 2, y, "of the pan is known")
        x = page.text(x + 1, y - 0.45 * page.size, number, size=small * page.size)
        tail = f"and read aloud each morning at the gate. {first}"
        for row, line in enumerate(page.lines(tail, 470, "", 528 - x)):
            page.text(60 if row else x + 2, y, line)
            y += page.leading
        page.says("para", f"The rate v{index} of the pan is known{number} {tail}")
    page.paragraphs(y, 2)


def formula_system(page: KindPage) -> None:
    """Formulas under each other that share one number."""
    page.speak(page.chosen.choice(["en", "zh"]))
    y = page.paragraphs(110, 2)
    for system in range(1, 3):
        names = "yuv"[: page.chosen.choice([2, 3])]
        rows = [f"{name} = {page.chosen.randint(2, 9)}a {page.chosen.choice('+-')} {system}b" for name in names]
        number = f"({page.chosen.randint(1, 3)}.{system})"
        y += 8
        for at, row in enumerate(rows):
            page.text(200, y + at * 1.3 * page.size, row, ROMAN)
        page.text(530 - page.measure(number), y + 1.3 * page.size * (len(rows) - 1) / 2, number, ROMAN)
        page.says("para", f"{' '.join(rows)} {number}")
        y = page.paragraphs(y + 1.3 * page.size * len(rows) + 10, 2)


def hanging_terms(page: KindPage) -> None:
    """Terms in bold, each with its text on the same line and on lines that hang under it."""
    page.speak("en")
    y = page.paragraphs(110, 2) + page.leading
    hang = page.chosen.choice([18.0, 28.0, 40.0])
    for term in page.chosen.sample(["pump", "valve", "sluice", "gauge", "ladder", "beacon"], 4):
        text = page.passage(2)
        x = page.text(60, y, term, BOLD) + 6
        lines = page.lines(text, 470 - hang, "", 530 - x)
        page.text(x, y, lines[0])
        for line in lines[1:]:
            y += page.leading
            page.text(60 + hang, y, line)
        y += 1.5 * page.leading
        page.says("para", f"{term} {text}")


def small_print(page: KindPage) -> None:
    """Paragraphs in small print, as wide as the column and indented as a whole, between those of the text."""
    page.speak("en")
    for x, width in columns(page.chosen.choice([1, 2])):
        y = page.paragraphs(110, 2, x, width) + 0.5 * page.leading
        shift, full = page.chosen.choice([0.0, 10.0]), page.size
        page.size *= 0.88
        y = page.paragraph(x + shift, y, width - 2 * shift, page.passage(3), 0)
        page.size = full
        page.paragraphs(y + 0.5 * page.leading, 2, x, width)


def drawn_accents(page: KindPage) -> None:
    """Letters whose accents are signs of their own over them, as old typesetting programs draw them."""
    page.speak(page.chosen.choice(["de", "fr", "es", "pt"]))
    first = page.chosen.random() < 0.5
    y = 110.0
    for _ in range(5):
        text = page.passage(2)
        for line in page.lines(text, 440):
            accented(page, 60, y, line, first)
            y += page.leading
        page.says("para", text)
        y += 0.6 * page.leading


def accented(page: KindPage, x: float, y: float, line: str, accent_first: bool) -> None:
    """Puts a line letter by letter, accents before or after their letters."""
    for char in line:
        parts = unicodedata.normalize("NFD", char)
        sign = SIGNS.get(parts[1:], "")
        letter, width = (parts[0], page.measure(parts[0])) if sign else (char, page.measure(char))
        if sign and accent_first:
            page.text(x + (width - page.measure(sign)) / 2, y, sign)
        page.text(x, y, letter)
        if sign and not accent_first:
            page.text(x + (width - page.measure(sign)) / 2, y, sign)
        x += width


def numbered_heads(page: KindPage) -> None:
    """Chinese headings with numbers of several forms, as large as the text or larger, over indented paragraphs."""
    page.speak("zh")
    form = page.chosen.choice(["一、", "（一）", "1. ", "1 ", "2.1 ", "第一章 "])
    size = page.size * page.chosen.choice([1.0, 1.15, 1.4])
    y = 110.0
    for at, (head, _) in enumerate(page.chosen.sample(HEADS, 3)):
        number = form.replace("一", "一二三"[at]).replace("1", str(at + 1))
        y = page.heading(60, y, number + head, size)
        y = page.paragraphs(y, 2) + page.leading


def chinese_items(page: KindPage) -> None:
    """Chinese items with numbers, and with no blank after these, under a paragraph."""
    page.speak("zh")
    y = page.paragraphs(110, 2)
    form = page.chosen.choice(["1.", "1、", "（1）", "1）", "①"])
    for at in range(5):
        number = "①②③④⑤"[at] if form == "①" else form.replace("1", str(at + 1))
        text = number + page.passage(page.chosen.choice([1, 2, 3]))
        for row, line in enumerate(page.lines(text, 470, "", 470 - 2 * page.size)):
            page.text(60 + (0 if row else 2 * page.size), y, line)
            y += page.leading
        page.says("para", text)


def short_ends(page: KindPage) -> None:
    """Justified Chinese paragraphs without an indent or a space between: only a short line ends each."""
    page.speak("zh")
    for x, width in columns(page.chosen.choice([1, 2])):
        y = 110.0
        for _ in range(4):
            text = page.passage(3)
            lines = page.lines(text, width)
            while page.measure(lines[-1]) > 0.75 * width and page.texts:
                text += page.passage(1)
                lines = page.lines(text, width)
            for line in lines[:-1]:
                page.justified(x, y, line, width)
                y += page.leading
            page.text(x, y, lines[-1])
            y += page.leading
            page.says("para", text)


def verses(page: KindPage) -> None:
    """A poem in Chinese under its title and its poet, a verse a line; a stanza is a paragraph."""
    page.speak("zh")
    title, poet = page.chosen.choice(HEADS)[0], page.chosen.choice(NAMES)
    page.middle(297, 100, title, "", 20)
    page.says("heading", title)
    page.middle(297, 126, poet)
    page.truth["byline"] = [poet]
    y = 170.0
    for _ in range(page.chosen.choice([2, 3])):
        stanza = page.passage(2).replace("。", "，").rstrip("，").split("，")
        for verse in stanza:
            page.text(230, y, verse)
            y += 1.2 * page.leading
        page.says("para", "".join(stanza))
        y += page.leading


def page_of_pages(page: KindPage) -> None:
    """A Chinese document whose page number is before the number of its pages."""
    page.speak("zh")
    number, all_pages = page.chosen.randint(2, 20), page.chosen.randint(21, 60)
    form = page.chosen.choice(["第 {} 页 共 {} 页", "第{}页，共{}页", "第 {} 页（共 {} 页）", "第{}页/共{}页"])
    page.middle(297, 780, form.format(number, all_pages), "", 9)
    page.truth["running"].append(form.format(number, all_pages))
    page.heading(60, 100, page.chosen.choice(HEADS)[0], 16)
    page.paragraphs(136, 5)


def manual_terms(page: KindPage) -> None:
    """A list of keys of a program in Chinese: a Latin name, a colon and a text, with bullets."""
    page.speak("zh")
    page.heading(60, 100, page.chosen.choice(HEADS)[0], 15)
    y = page.paragraphs(130, 2) + 0.5 * page.leading
    bullet = page.chosen.choice("●■◆•")
    for key in page.chosen.sample(["boat_name", "lamp_count", "is_open", "pier", "gate"], 4):
        text = f"{key}：{page.passage(1)}"
        page.text(60, y, bullet)
        for line in page.lines(text, 450):
            page.text(60 + 1.6 * page.size, y, line)
            y += page.leading
        page.says("para", f"{bullet} {text}")


def plain_sections(page: KindPage) -> None:
    """Numbered sections of a paper in two columns, headings of two levels."""
    page.speak("en")
    heads = page.chosen.sample(WESTERN_HEADS["en"], 5)
    for number, (x, width) in enumerate(columns(2), 1):
        y = page.heading(x, 110, f"{number}. {heads.pop()}", page.size + 2)
        y = page.paragraphs(y, 2, x, width) + page.leading
        y = page.heading(x, y, f"{number}.1 {heads.pop()}", page.size)
        page.paragraphs(y, 3, x, width)


PAPERS = (insets, formula_system, hanging_terms, small_print, drawn_accents, plain_sections)
CHINESE = (numbered_heads, chinese_items, short_ends, verses, page_of_pages, manual_terms)
