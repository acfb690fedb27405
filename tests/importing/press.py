"""Prints pages of magazines as PDF, with what an importer should make of them."""

import io

from pyphen import Pyphen
from reportlab.lib.colors import Color
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

SONG, MING, TIMES, BOLD = "STSong-Light", "MSung-Light", "Times-Roman", "Helvetica-Bold"
for name in (SONG, MING):
    pdfmetrics.registerFont(UnicodeCIDFont(name))

_NO_START = set("，。、；：！？”’」』）》")
_NO_END = set("“‘「『（《")
_PATTERNS = Pyphen(lang="en_GB", left=3, right=3)


def width(text, font, size):
    return sum(pdfmetrics.stringWidth(part, face, size) for part, face in faces(text, font))


def faces(text, font):
    """Yields runs of a text with the font each is set in: ASCII in a Chinese text is set in Times."""
    run, face = "", ""
    for char in text:
        wanted = TIMES if font in (SONG, MING) and char.isascii() else font
        if wanted != face and run:
            yield run, face
            run = ""
        face = wanted
        run += char
    if run:
        yield run, face


class Press:
    """A file of pages; y is counted from the top."""

    def __init__(self, size=(595, 808)):
        self.file = io.BytesIO()
        self.width, self.height = size
        self.canvas = Canvas(self.file, pagesize=size, invariant=1)

    def data(self):
        self.canvas.showPage()
        self.canvas.save()
        return self.file.getvalue()

    def next_page(self):
        self.canvas.showPage()

    def text(self, x, y, text, font=SONG, size=9.0, stretch=0.0, grey=0.0, bold=False):
        """Draws a line; ``stretch`` is added at each blank, or after each character of a text without any."""
        self.canvas.setFillColor(Color(grey, grey, grey))
        blanks = text.count(" ")
        for run, face in faces(text, font):
            drawn = self.canvas.beginText(x, self.height - y)
            drawn.setFont(face, size)
            if bold:
                drawn.setTextRenderMode(2)
            spread = 0.0
            if stretch and font in (SONG, MING):
                drawn.setCharSpace(stretch)
                spread = stretch * len(run)
            elif stretch and blanks:
                drawn.setWordSpace(stretch)
                spread = stretch * run.count(" ")
            drawn.textOut(run)
            if stretch:
                drawn.setCharSpace(0)
                drawn.setWordSpace(0)
            drawn.setTextRenderMode(0)
            self.canvas.drawText(drawn)
            x += pdfmetrics.stringWidth(run, face, size) + spread

    def picture(self, x, y, wide, high, grey=0.7):
        self.canvas.setFillColor(Color(grey, grey, grey))
        self.canvas.rect(x, self.height - y - high, wide, high, stroke=0, fill=1)

    def rule(self, x, y, x2):
        self.canvas.line(x, self.height - y, x2, self.height - y)

    def flow(self, frames, items, font, size, leading, **choices):
        """Sets items into frames ``(x, y, width, height)`` one after the other; returns where the last line is.

        An item is ``("para"|"heading"|"fragment", text)``.
        """
        flow = _Flow(self, list(frames), font, size, leading, **choices)
        for kind, text in items:
            flow.set(kind, text)
        return flow.y


class _Flow:
    def __init__(
        self,
        press,
        frames,
        font,
        size,
        leading,
        indent=2.0,
        hyphens=False,
        justify=True,
        gap=0.0,
        head=BOLD,
        head_size=0.0,
    ):
        self.press, self.frames, self.font, self.size, self.leading = press, frames, font, size, leading
        self.indent, self.hyphens, self.justify, self.gap = indent, hyphens, justify, gap
        self.head = BOLD if font == TIMES else font
        self.head_size = head_size or size * 1.1
        self.drop = 0
        self._next_frame()
        self.is_first = True

    def _next_frame(self):
        self.x, top, self.wide, high = self.frames.pop(0)
        self.y, self.end = top, top + high
        self.is_first = True

    def _line(self, y_step):
        if self.y + y_step > self.end + 0.1:
            self._next_frame()
        elif not self.is_first:
            self.y += y_step
        self.is_first = False

    def set(self, kind, text):
        if kind == "heading":
            if self.y + self.leading * 3.7 > self.end:
                self._next_frame()
            self._line(self.leading * 1.7)
            self.press.text(self.x, self.y, text, self.head, self.head_size, bold=self.head in (SONG, MING))
            self.y += self.leading * 0.2
        elif kind == "drop":
            self._dropped(text)
        elif kind == "bold":
            self._bold(text)
        else:
            if self.gap and not self.is_first:
                self.y += self.gap
            self._lines(text, 0 if kind == "fragment" else self.indent * self.size)

    def _bold(self, text):
        """Sets a question: bold, without an indent."""
        plain, self.font = self.font, BOLD if self.font == TIMES else self.font
        self._lines(text, 0, bold=plain != TIMES)
        self.font = plain

    def _lines(self, text, indent, bold=False):
        lines = broken(text, self.font, self.size, self.wide, indent, self.hyphens)
        for at, line in enumerate(lines):
            self._line(self.leading)
            x = self.x + (indent if at == 0 else 0)
            lack = self.x + self.wide - x - width(line, self.font, self.size)
            stretch = 0.0
            if self.justify and at < len(lines) - 1 and lack > 0:
                parts = line.count(" ") if self.font == TIMES else len(line) - 1
                stretch = lack / parts if parts else 0.0
            self.press.text(x, self.y, line, self.font, self.size, stretch, bold=bold)

    def _dropped(self, text):
        """Sets a paragraph whose first letter is three lines high."""
        cap, rest = text[0], text[1:].lstrip()
        big = self.leading * 2 + self.size
        room = width(cap, self.font, big * 1.2) + 3
        narrow = broken(rest, self.font, self.size, self.wide - room, 0, False)[:3]
        self._line(self.leading)
        top = self.y
        self.press.text(self.x, top + 2 * self.leading, cap, self.font, big * 1.2)
        for at, line in enumerate(narrow):
            self.press.text(self.x + room, top + at * self.leading, line, self.font, self.size)
        self.y = top + 2 * self.leading
        used = unbroken(narrow, self.font)
        left = rest[len(used) :].lstrip()
        if left:
            self._lines(left, 0)


def unbroken(lines, font):
    joiner = "" if font in (SONG, MING) else " "
    text = ""
    for line in lines:
        text += ("" if not text or text.endswith("-") else joiner) + line
    return text


def broken(text, font, size, wide, indent, hyphens):
    """Returns the lines of a paragraph."""
    return (
        _chinese(text, font, size, wide, indent)
        if font in (SONG, MING)
        else _english(text, font, size, wide, indent, hyphens)
    )


def _chinese(text, font, size, wide, indent):
    lines, line = [], ""
    units = [""]
    for char in text:
        last = units[-1][-1:]
        is_word = char.isascii() and char != " " and last.isascii() and last != " "
        if is_word or char in _NO_START or last in _NO_END:
            units[-1] += char
        else:
            units.append(char)
    for unit in units:
        room = wide - (indent if not lines else 0)
        if line and width(line + unit.rstrip(), font, size) > room + 0.01:
            lines.append(line.rstrip())
            line = unit.lstrip()
        else:
            line += unit
    return [*lines, line.rstrip()]


def _english(text, font, size, wide, indent, hyphens):
    lines, line = [], ""
    for word in text.split(" "):
        room = wide - (indent if not lines else 0)
        longer = f"{line} {word}".strip()
        if width(longer, font, size) <= room:
            line = longer
            continue
        begun, rest = "", word
        if "-" in word.strip("-"):
            first, _, last = word.partition("-")
            if width(f"{line} {first}-".strip(), font, size) <= room:
                begun, rest = f"{first}-", last
        elif hyphens and word.isalpha() and word.islower():
            for at in reversed(_PATTERNS.positions(word)):
                if width(f"{line} {word[:at]}-".strip(), font, size) <= room:
                    begun, rest = f"{word[:at]}-", word[at:]
                    break
        lines.append(f"{line} {begun}".strip())
        line = rest
    return [*lines, line]
