"""What stands around the articles of a page: a site's labels, running heads and feet, the title, the byline."""

from __future__ import annotations

import itertools
import re

from reader.importing.credits import WOVEN_CREDIT
from reader.importing.text.following import is_han
from reader.importing.text.runs import split, width_em
from reader.importing.text.words import CHINESE

_LABEL = re.compile(r"\W*(page|p\.|pp\.|第)\s*\d+(\s*[-–—/／|]?\s*\d+)?\s*(页|頁|版|of\s+\d+)?(\W.*)?\Z", re.IGNORECASE)
_FOLIO = re.compile(r"\d{1,4}")
_TERMINAL = re.compile(r"[。！？；，、,;.!?：:][”’」』）)\"']*\Z")
_BYLINE = re.compile(
    r"(?:(?:文|撰文|作者|采访|採訪|编辑|編輯|译|翻译|翻譯|整理|口述|图文|圖文)\s*[/／|:：]|"
    r"(?:Text|Words|Story|Written|Interview|Translated|Translation|Edited|By)\s*(?:by\b|[/／|:])|By (?=[A-Z]))",
)
_LABEL_LENGTH = 40
_SECTION_EM = 22
_TITLE_EM = 30
_DECK_EM = 9
_FEWEST_LETTERS, _MOST_LETTERS = 2.8, 6.5
"""Of English for a Chinese character, in a deck; columns that are as wide as each other have fewer in a line."""
_PAGES = 2
"""So many pages face each other; more numbers in a line are a table's."""


class Furniture:
    """What was taken off the page, and the lines that are left, with their numbers in the text."""

    def __init__(self, lines: list[str], begins: bool = True, ends: bool = True) -> None:
        """Takes a page's lines; ``begins`` and ``ends`` say whether its head and its foot are among them."""
        self.lines = [(number, line) for number, line in enumerate(lines) if line.strip()]
        self.running: list[str] = []
        self.section = ("", "")
        self.deck = ("", "")
        self.title = ("", "")
        self.byline: tuple[str, ...] = ()
        self.pages: tuple[str, ...] = ()
        labelled = self._labels()
        if ends:
            self._feet(labelled)
        if begins:
            self._head()
            self._title()
        if not self.pages:
            self.pages = labelled

    def _labels(self) -> tuple[str, ...]:
        numbers: dict[str, None] = {}
        while self.lines and is_label(self.lines[0][1]):
            line = self.lines.pop(0)[1]
            self.running.append(line)
            if found := _FOLIO.search(line):
                numbers[found.group()] = None
        return tuple(numbers)

    def _feet(self, labelled: tuple[str, ...]) -> None:
        feet: list[str] = []
        while len(self.lines) > 1 and len(feet) < 4 and _is_foot(self.lines[-1][1], labelled):
            feet.insert(0, self.lines.pop()[1])
        self.running += feet
        numbers = [word for line in feet for word in line.split() if _FOLIO.fullmatch(word)]
        if not labelled or not numbers or any(number in labelled for number in numbers):
            self.pages = tuple(numbers[:2])

    def _head(self) -> None:
        strays: list[str] = []
        at = 0
        while at < min(4, len(self.lines)) and len(self.lines[at][1].strip()) == 1:
            strays.append(self.lines[at][1].strip())
            at += 1
        if at >= len(self.lines):
            return
        line = self.lines[at][1]
        runs = split(0, line, 0)
        mixed = {run.language for run in runs} == {"zh", "en"}
        words = line.split()
        if not mixed or width_em(line, True) > _SECTION_EM or _TERMINAL.search(line) or _BYLINE.search(line):
            if strays and all(is_han(stray) for stray in strays) and len(words) > 2 and max(map(len, words)) <= 4:
                pass
            else:
                return
        elif any(re.search("[。，、；：]", word) for word in words) or re.search(r"[/／]", line):
            return
        del self.lines[: at + 1]
        self.running += [*strays, line]
        chinese = [word for word in words if is_han(word[0])]
        english = [word for word in words if re.match("[A-Za-z]", word)]
        first_is_latin = bool(re.match("[A-Za-z]", line))
        if first_is_latin:  # the words up to the first Chinese one; what comes after is the magazine's
            upto = next((index for index, word in enumerate(words) if is_han(word[0])), len(words))
            english = [word for word in words[:upto] if re.match("[A-Za-z&]", word)]
        self.section = (chinese[0] if chinese else "", " ".join(english))
        rest = chinese[1:]
        if rest or strays:
            self.deck = (" ".join(_mended(strays, rest)), "")

    def _title(self) -> None:
        """Takes a title off the top: a short line, then one in the other language, a byline beside or below."""
        taken = 0
        title = ["", ""]
        byline: list[str] = []
        for _, line in self.lines[:6]:
            text, by = _cut_byline(line)
            if by and not text:
                byline += by
                taken += 1
                continue
            languages = [run.language for run in split(0, text, 0)]
            if len(set(languages)) != 1 or (_TERMINAL.search(text) and not re.search(r"[?？!！]\Z", text)):
                break
            side = 0 if languages[0] == CHINESE else 1
            if (
                title[side]
                or width_em(text, side == 0) > _TITLE_EM
                or _credit_like(text)
                or not _title_like(text, side)
            ):
                break
            title[side] = text
            byline += by
            taken += 1
        after = [line for _, line in self.lines[taken : taken + 1]]
        if after and (_credit_like(after[0]) or (title[0] and not title[1] and _caption_like(after[0]))):
            return
        if not any(title) or not after:
            return
        self.title = (title[0], title[1])
        del self.lines[:taken]
        if all(title) and self._standfirst():
            while len(self.lines) > 1:
                text, below = _cut_byline(self.lines[0][1])
                if text or not below:
                    break
                byline += below
                del self.lines[0]
        self.byline = tuple(byline)

    def _standfirst(self) -> bool:
        """Takes a deck off that stands under the title: a sentence, and the same one in the other language."""
        texts = [line.strip() for _, line in self.lines[:3]]
        if len(texts) < 3 or any(_BYLINE.search(text) or _credit_like(text) for text in texts[:2]):
            return False
        languages = [[run.language for run in split(0, text, 0)] for text in texts[:2]]
        if sorted(map(tuple, languages)) != [("en",), ("zh",)]:
            return False
        zh, en = texts[:2] if languages[0] == [CHINESE] else texts[1::-1]
        letters = len(en) / max(1, sum(map(is_han, zh)))
        ends = [_TERMINAL.search(text) for text in (zh, en)]
        is_whole = bool(ends[0]) == bool(ends[1]) and not any(re.search(r"[，,；;、-]\Z", text) for text in (zh, en))
        is_whole = is_whole and not texts[2][0].islower()
        if not (_FEWEST_LETTERS < letters < _MOST_LETTERS and is_whole and width_em(zh, True) > _DECK_EM):
            return False
        self.deck = (zh, en)
        del self.lines[:2]
        return True


def is_label(line: str) -> bool:
    """Whether a line is what a site writes over a page."""
    return len(line) < _LABEL_LENGTH and bool(_LABEL.match(line))


def _title_like(text: str, side: int) -> bool:
    if side == 0:
        return not re.search("[。，；]", text) and len(text.split()) <= 3
    words = [word for word in re.findall("[A-Za-z][A-Za-z'’-]*", text) if len(word) > 3]
    return bool(words) and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def _caption_like(line: str) -> bool:
    """Whether a line looks like the English of a caption: short, in small letters, without a mark at its end."""
    words = line.split()
    return (
        1 < len(words) <= 10
        and not re.search("[\u3400-\u9fff]", line)
        and line[0].isupper()
        and not _TERMINAL.search(line)
        and not _title_like(line, 1)
    )


def _credit_like(text: str) -> bool:
    return bool(WOVEN_CREDIT.search(text))


def _cut_byline(line: str) -> tuple[str, list[str]]:
    """Returns the line without its bylines, and them."""
    places = [found.start() for found in _BYLINE.finditer(line)]
    if not places or (places[0] and not line[places[0] - 1].isspace()):
        return line.strip(), []
    edges = [*places, len(line)]
    return line[: places[0]].strip(), [line[a:b].strip() for a, b in itertools.pairwise(edges)]


def _mended(strays: list[str], words: list[str]) -> list[str]:
    """Gives big first characters, torn off to lines of their own, back to the words that lack them."""
    if not strays:
        return words
    first = strays[0]
    others = [word for word in words if word != first]
    heads = strays.count(first) + words.count(first)
    if len(set(strays)) == 1 and heads == len(others):
        return [first + word for word in others]
    return strays + words


def _is_foot(line: str, labelled: tuple[str, ...]) -> bool:
    words = line.split()
    if len(words) > 14 or _TERMINAL.search(line) or re.search("[。，、；：]", line):
        return False
    numbers = [word for word in words if _FOLIO.fullmatch(word)]
    names = [word for word in words if word not in numbers]
    if not names:
        return len(numbers) <= _PAGES
    if any(number in labelled for number in numbers):
        return True
    letters = [word for word in names if re.match("[A-Za-z]", word)]
    capital = letters and all(word.isupper() or not word.isalpha() for word in letters)
    at_edge = numbers and (words[0] in numbers or words[-1] in numbers)
    return bool(
        capital or (at_edge and len(names) <= 6 and all(word[0].isupper() or is_han(word[0]) for word in names))
    )
