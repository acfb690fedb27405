"""Kinds of pages of magazines and newsletters in five languages: mastheads, initials, quotations, captions, margins."""

from __future__ import annotations

from functools import partial

from kind_page import BOLD, ITALIC, PATTERNS, ROMAN, KindPage, columns
from page_texts import BY, CAPTIONS, MAGAZINES, WESTERN_HEADS, WRITERS

WESTERN = tuple(PATTERNS)


def masthead(page: KindPage) -> None:
    """A large name of the paper over two or three articles, each a headline over its writer's name."""
    page.speak(page.chosen.choice(WESTERN))
    name = page.chosen.choice(MAGAZINES)[1].title()
    page.middle(297, 66, name, BOLD, page.chosen.choice([40, 50]))
    page.rule(50, 82, 545)
    page.text(50, 95, "No. 4, 2024", size=9)
    page.rule(50, 101, 545)
    page.truth["running"] += [name, "No. 4, 2024"]
    count = page.chosen.choice([2, 2, 3])
    heads = page.chosen.sample(WESTERN_HEADS[page.language], count)
    writers = page.chosen.sample(WRITERS, count)
    page.truth["byline"] = [f"{BY[page.language]} {writer}" for writer in writers]
    for (x, width), head, byline in zip(columns(count, 20), heads, page.truth["byline"], strict=True):
        page.middle(x + width / 2, 132, head, ROMAN, 14 if count == 2 else 12.5)
        page.says("heading", head)
        page.middle(x + width / 2, 150, byline, BOLD, 8)
        page.paragraphs(176, 12 // count // 2 + 1, x, width)


def hand_ended(page: KindPage) -> None:
    """Short lines under running text that were each ended by hand: each is a paragraph."""
    y = page.paragraphs(110, 3, 60, page.chosen.choice([230.0, 470.0])) + page.leading
    for writer in page.chosen.sample(WRITERS, page.chosen.randint(3, 6)):
        line = f"{writer} {page.chosen.randint(1, 12)}:{page.chosen.randint(10, 59)}"
        page.text(60, y, line)
        page.says("para", line)
        y += page.leading


def foot_byline(page: KindPage) -> None:
    """A headline over an article in columns, whose writer is named at the right under its last line."""
    page.speak(page.chosen.choice(WESTERN))
    page.heading(50, 96, page.chosen.choice(WESTERN_HEADS[page.language]), 24)
    for x, width in columns(page.chosen.choice([1, 2])):
        y = page.paragraphs(130, 3, x, width)
    byline = f"{BY[page.language]} {page.chosen.choice(WRITERS)}"
    page.text(x + width - page.measure(byline, ITALIC), y + 4, byline, ITALIC)
    page.truth["byline"] = [byline]


def caption_stack(page: KindPage) -> None:
    """Pictures under each other, each over its caption in small print, beside a column of text."""
    page.heading(50, 90, page.chosen.choice(WESTERN_HEADS["en"]), 22)
    wide, high = page.chosen.choice([150.0, 180.0, 210.0]), page.chosen.choice([90.0, 120.0])
    left = page.chosen.random() < 0.5
    x = 50.0 if left else 545 - wide
    y = 116.0
    for _, caption in page.chosen.sample(CAPTIONS, 3):
        page.area(x, y, wide, high, (0.6, 0.65, 0.7))
        page.text(x, y + high + 10, caption, page.chosen.choice([ROMAN, ITALIC]), 7.6)
        page.truth["figures"].append({"zh": "", "en": caption, "credit": ""})
        y += high + 26
    page.paragraphs(124, 5, 50 + wide + 20 if left else 50, 475 - wide)


def initial(page: KindPage, raised: bool) -> None:
    """Sets a large first letter before a paragraph, over its first lines or raised above them, then more text."""
    page.speak(page.chosen.choice(WESTERN))
    page.heading(50, 90, page.chosen.choice(WESTERN_HEADS[page.language]), 22)
    rows = 1 if raised else page.chosen.choice([2, 3, 4])
    large = (
        page.size * page.chosen.choice([1.8, 2.4, 3.0]) if raised else 1.35 * ((rows - 1) * page.leading + page.size)
    )
    font = page.chosen.choice([ROMAN, BOLD])
    for number, (x, width) in enumerate(columns(page.chosen.choice([1, 2]))):
        y = 144.0
        if number == 0:
            text = page.passage(3)
            cap = page.measure(text[0], font, large) + (0.5 if raised else 3)
            page.text(x, y + (rows - 1) * page.leading, text[0], font, large)
            rest = text[1:]
            for at in range(rows):
                line = page.lines(rest, width - cap)[0]
                rest = rest[len(line) :].strip()
                page.text(x + cap, y + at * page.leading, line)
            y += rows * page.leading
            for line in page.lines(rest, width):
                page.text(x, y, line)
                y += page.leading
            page.says("para", text)
        page.paragraphs(y, 3, x, width)


def drop_cap(page: KindPage) -> None:
    """A first letter over two to four lines, in one column or two, in five languages."""
    initial(page, raised=False)


def raised_cap(page: KindPage) -> None:
    """A larger first letter on the baseline of the first line."""
    initial(page, raised=True)


def pull_quote(page: KindPage) -> None:
    """A quotation in large letters between two columns, which give way to it."""
    page.speak("en")
    page.heading(50, 90, page.chosen.choice(WESTERN_HEADS["en"]), 22)
    quote, size = page.passage(1), page.chosen.choice([14, 16])
    half = page.chosen.choice([60.0, 75.0])
    font = page.chosen.choice([BOLD, ITALIC])
    page.font = font
    lines = page.lines(quote, 2 * half - 20, size=size)
    page.font = ROMAN
    top = 130 + page.leading * page.chosen.randint(5, 9)
    bottom = top + 1.25 * size * len(lines) + 16
    for at, line in enumerate(lines):
        page.middle(297, top + 8 + size * (1.25 * at + 1), line, font, size)
    page.truth["asides"].append({"type": "pullquote", "en": quote})
    for number, (x, width) in enumerate(columns(2)):
        y = 130.0
        for _ in range(4):
            text = rest = page.passage(3)
            while rest:
                beside = top - 4 < y < bottom + page.size
                room = width - half - 4 + 9 if beside else width
                line = page.lines(rest, room)[0]
                page.text(x + (width - room if beside and number else 0), y, line)
                rest = rest[len(line) :].strip()
                y += page.leading
            page.says("para", text)
            y += 0.6 * page.leading


def address_margin(page: KindPage) -> None:
    """A narrow margin with addresses in small print beside a letter or an article."""
    page.speak(page.chosen.choice(WESTERN))
    left = page.chosen.random() < 0.6
    x, small = (46.0 if left else 440.0), 7.5
    y = page.chosen.choice([120.0, 300.0])
    for writer in page.chosen.sample(WRITERS, 3):
        lines = [writer, f"{page.chosen.randint(2, 90)} Harbour Road", f"{writer.split()[0].lower()}@example.org"]
        for line in lines:
            page.text(x, y, line, size=small)
            y += 9.5
        page.truth["asides"].append({"type": "note", "en": " ".join(lines)})
        y += 9.5
    start = 180.0 if left else 50.0
    page.heading(start, 90, page.chosen.choice(WESTERN_HEADS[page.language]), 20)
    page.paragraphs(122, 5, start, 365)


def tongue(language: str, page: KindPage) -> None:
    """Sets an article of a language: headline, writer, columns with words divided, headings and a caption."""
    page.speak(language)
    heads = page.chosen.sample(WESTERN_HEADS[language], 3)
    page.heading(50, 92, heads.pop(), page.chosen.choice([20, 26]))
    byline = f"{BY[language]} {page.chosen.choice(WRITERS)}"
    page.text(50, 114, byline, ITALIC)
    page.truth["byline"] = [byline]
    for x, width in columns(page.chosen.choice([2, 2, 3])):
        y = 146.0
        for _ in range(2):
            y = page.paragraph(x, y, width, page.passage(2), 10, PATTERNS[language])
        if heads:
            y = page.heading(x, y + page.leading, heads.pop(), page.size + 2)
            y = page.paragraph(x, y, width, page.passage(1), 0, PATTERNS[language])


MAGAZINE_KINDS = {
    kind.__name__: kind
    for kind in (masthead, hand_ended, foot_byline, caption_stack, drop_cap, raised_cap, pull_quote, address_margin)
} | {f"article_{language}": partial(tongue, language) for language in WESTERN}
