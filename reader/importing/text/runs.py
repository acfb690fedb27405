"""A line of a page's text as runs of one script, and where each run may be cut because two columns meet in it.

A line holds a piece of each column that has text at its height, left to right, with one space between them. Chinese has
no spaces of its own but around numbers and foreign words, so a space between two Chinese characters is a gutter.
"""

from __future__ import annotations

import re
from itertools import accumulate

from reader.importing.text.following import is_han
from reader.importing.text.words import CHINESE, ENGLISH, SMALL

_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_WIDE_MARK = re.compile("[\u3000-\u303f\uff01-\uff65\u2e80-\u2eff]")
_INLINE_WORDS = 2
"""So many foreign words may stand inside Chinese, and so many Chinese characters inside English."""
_INLINE_HAN = 4

_LONGEST_LINE, _MOST_WORDS = 400, 80
"""A longer line is a paragraph by itself, not columns woven together."""
_SPACE = 0.25
_EM = {
    letter: em
    for letters, em in {
        "ijlt.,/": 0.28,
        "fr-()[]I'’‘!;:": 0.33,
        "szJ?": 0.4,
        'aceg"“”': 0.44,
        "bdhknopquvxy": 0.5,
        "PSF": 0.56,
        "EZTL": 0.61,
        "BCR": 0.67,
        "wADGHKNOQUVXY": 0.72,
        "m": 0.78,
        "MW—@%": 0.92,
        " ": _SPACE,
    }.items()
    for letter in letters
}
"""What letters of a common serif typeface take; most others are in proportion."""
_MIDDLE = 0.5


class Run:
    """Words of one language side by side in one line.

    ``words`` are what stands between spaces; ``gutters`` holds the indices of the words before which a gutter is sure.
    """

    __slots__ = ("_before", "end", "gutters", "language", "line", "narrow", "place", "start", "words")

    def __init__(self, line: int, place: int, language: str, words: list[str], start: int = 0) -> None:
        self.start, self.end = start, start + len(words)
        self.line = line
        self.narrow = 0.0
        """How many ems a drop cap beside it takes off its line."""
        self.place = place
        self.language = language
        self.words = words
        chinese = language == CHINESE
        self._before = list(accumulate((width_em(word, chinese) + _SPACE for word in words), initial=0.0))
        self.gutters = {
            index
            for index in range(1, len(words))
            if chinese and _chinese_edge(words[index - 1][-1]) and _chinese_edge(words[index][0])
        }

    @property
    def text(self) -> str:
        """The run as it stands in the line."""
        return " ".join(self.words)

    def part(self, start: int, end: int) -> Run:
        """Returns some of its words, counted as in the whole run, as a run."""
        part = Run(self.line, self.place, self.language, self.words[start - self.start : end - self.start], start)
        part.narrow = self.narrow if start == self.start else 0.0
        return part

    def width(self, start: int, end: int) -> float:
        """Returns the width of ``words[start:end]`` in ems, roughly as set in a common typeface."""
        return self._before[end] - self._before[start] - _SPACE


def width_em(text: str, chinese: bool) -> float:
    """Returns the width of a text in ems; between Chinese, folded marks were full-width."""
    total = 0.0
    for index, character in enumerate(text):
        if (
            is_han(character)
            or _WIDE_MARK.match(character)
            or (chinese and character in "“”‘’…—")
            or (
                chinese
                and character in ",.:;?!()"
                and _chinese_edge(text[index - 1 : index] or text[index + 1 : index + 2])
            )
        ):
            total += 1.0
        elif character.isdigit():
            total += 0.5
        else:
            total += _EM.get(character, _MIDDLE)
    return total


def _chinese_edge(character: str) -> bool:
    return bool(character) and (is_han(character) or bool(_WIDE_MARK.match(character)) or character in "“”‘’…—,.:;?!()")


def _kind(word: str) -> str:
    """Returns ``z`` for Chinese, ``l`` for a Latin word, ``n`` for numbers and marks."""
    if any(is_han(c) or _WIDE_MARK.match(c) for c in word):
        return "z"
    return "l" if _LATIN.search(word) else "n"


def split(line: int, text: str, width: float) -> list[Run]:
    """Returns the runs of a line. ``width`` is that of a full Chinese line in ems, 0 if not known."""
    words = text.split()
    if len(text) > _LONGEST_LINE or len(words) > _MOST_WORDS:
        chinese = 2 * sum(map(is_han, text)) > len(words)
        return [Run(line, 0, CHINESE if chinese else ENGLISH, [" ".join(words)])]
    kinds = [_kind(word) for word in words]
    groups: list[list[int]] = []  # indices of words of one kind, marks and numbers going with what is before
    for index, kind in enumerate(kinds):
        if groups and (kinds[groups[-1][0]] == kind):
            groups[-1].append(index)
        else:
            groups.append([index])
    languages = [_language(groups, kinds, words, at, width) for at in range(len(groups))]
    for at, language in enumerate(languages):
        if language is None:  # numbers: with the Chinese they stand at, or with the English
            before = next((each for each in reversed(languages[:at]) if each), None)
            after = next((each for each in languages[at + 1 :] if each), None)
            languages[at] = _of_number(before, after, words[groups[at][0] - 1 : groups[at][0]])
    runs: list[Run] = []
    for group, language in zip(groups, languages, strict=True):
        assert language
        some = [words[index] for index in group]
        if runs and runs[-1].language == language:
            runs[-1] = Run(line, runs[-1].place, language, runs[-1].words + some)
        else:
            runs.append(Run(line, len(runs), language, some))
    return runs


def _of_number(before: str | None, after: str | None, last: list[str]) -> str:
    """Returns the language of a number between two; ``last`` is the word before it, if there is one."""
    if before == ENGLISH and after == CHINESE:
        return ENGLISH if last and last[0].lower() in SMALL else CHINESE
    if before == CHINESE and after == ENGLISH and last and last[0][-1] in "。！？":
        return ENGLISH
    return before or after or ENGLISH


def _language(groups: list[list[int]], kinds: list[str], words: list[str], at: int, width: float) -> str | None:
    kind = kinds[groups[at][0]]
    some = [words[index] for index in groups[at]]
    if kind == "n":
        return None
    before = [kinds[index] for group in groups[:at] for index in group if kinds[index] != "n"]
    after = [kinds[index] for group in groups[at + 1 :] for index in group if kinds[index] != "n"]
    if kind == "z":
        inside = before[-3:] == after[:3] == ["l", "l", "l"]
        short = len(some) == 1 and sum(map(is_han, some[0])) <= _INLINE_HAN
        return ENGLISH if inside and short and not re.search("[。！？]", some[0]) else CHINESE
    if len(some) > _INLINE_WORDS or not (before or after):
        return ENGLISH
    if before[-1:] == after[:1] == ["z"]:
        return CHINESE
    looks_foreign = all(re.match(r"[(（“\"']?[A-Z0-9]", word) for word in some) and not re.search(r"[.?!]$", some[-1])
    torn = bool(before) and not after and re.search("[。！？；][”’」』）]*\\Z", words[groups[at - 1][-1]])
    if torn and re.fullmatch("[A-Z]", words[-1]):
        return ENGLISH
    beside = words[groups[at - 1][-1]] if before else words[groups[at + 1][0]]
    whole = width_em(" ".join(words), True)
    return CHINESE if looks_foreign and width and whole <= width + 1 and len(beside) > 6 else ENGLISH
