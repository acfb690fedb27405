"""Which paragraph of one language is which of the other: by lengths, numbers and names, in order.

After Gale and Church (1993): a dynamic programme over both sides, where the cost of a pair is how far its lengths are
from the ratio that the whole texts have; what both hold of numbers and Latin names makes it cheaper.
"""

from __future__ import annotations

import math
import re

from reader.importing.page import HEADING
from reader.importing.scripts import han
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.page import Block

MIN_RATIO, MAX_RATIO = 2.0, 4.6
"""English letters and blanks for a Chinese character, over whole texts, about three usually: between these bounds one
may be a translation of the other, paragraph by paragraph."""
ABRIDGED_RATIO = 2.3
SPREAD = 5.5
"""The variance of a translation's length for each character of the original."""
ALONE_COST = 4.0
SHARED_GAIN = 1.5
MAX_COST = 5.0
"""A pair that costs more is none."""
ALIGNED_SHARE = 0.7
"""Of the blocks, so many must be in pairs for a body to be aligned."""

_DIGITS = "零一二三四五六七八九"
_UNITS = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_CHINESE_NUMBER = re.compile("[零〇一二两兩三四五六七八九十百千万萬亿億]{2,}")
_SMALL = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ENGLISH = {word: number for number, word in enumerate(_SMALL.split())}
_ENGLISH |= {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}
_ENGLISH_UNITS = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_NAME = re.compile(r"[A-Z][A-Za-z]+")


@record
class Pairing:
    """Pairs of indices, None where a side has no counterpart; and how well they fit, between 0 and 1."""

    pairs: tuple[tuple[int | None, int | None], ...]
    fit: float

    @property
    def is_aligned(self) -> bool:
        """Whether the sides correspond paragraph by paragraph."""
        return self.fit >= ALIGNED_SHARE


def paired(zh: Sequence[Block], en: Sequence[Block]) -> Pairing:
    """Pairs the blocks of two sides."""
    lengths = sum(han(block.text) for block in zh), sum(len(block.text) for block in en)
    if not all(lengths):
        alone = [(at, None) for at in range(len(zh))] + [(None, at) for at in range(len(en))]
        return Pairing(tuple(alone), 0.0)
    ratio = min(MAX_RATIO, max(MIN_RATIO, lengths[1] / lengths[0]))
    costs = [[_cost(one, other, ratio) for other in en] for one in zh]
    best: list[list[tuple[float, int, int]]] = [[(0.0, 0, 0)] * (len(en) + 1) for _ in range(len(zh) + 1)]
    for i in range(len(zh) + 1):
        for j in range(len(en) + 1):
            ways = []
            if i and j:
                ways.append((best[i - 1][j - 1][0] + costs[i - 1][j - 1], 1, 1))
            if i:
                ways.append((best[i - 1][j][0] + ALONE_COST, 1, 0))
            if j:
                ways.append((best[i][j - 1][0] + ALONE_COST, 0, 1))
            if ways:
                best[i][j] = min(ways)
    pairs: list[tuple[int | None, int | None]] = []
    i, j = len(zh), len(en)
    while i or j:
        _, down, across = best[i][j]
        i, j = i - down, j - across
        pairs.append((i if down else None, j if across else None))
    pairs.reverse()
    good = sum(one is not None and other is not None and costs[one][other] < MAX_COST for one, other in pairs)
    is_translation = MIN_RATIO <= lengths[1] / lengths[0] <= MAX_RATIO
    return Pairing(tuple(pairs), 2 * good / (len(zh) + len(en)) if is_translation else 0.0)


def relation(zh: Sequence[Block], en: Sequence[Block]) -> str:
    """Returns how the shorter side of a free body stands to the longer one: ``abridged`` or ``adapted``."""
    lengths = sum(han(block.text) for block in zh), sum(len(block.text) for block in en)
    ratio = lengths[1] / max(1, lengths[0])
    return "abridged" if ratio < ABRIDGED_RATIO or ratio > MAX_RATIO else "adapted"


def _cost(zh: Block, en: Block, ratio: float) -> float:
    """Returns what it costs to pair two blocks; a heading is only paired with a heading."""
    if (zh.kind == HEADING) != (en.kind == HEADING):
        return 2 * ALONE_COST + 1
    chinese, english = max(1, han(zh.text)), len(en.text)
    distance = (english - chinese * ratio) / math.sqrt(chinese * SPREAD * ratio)
    if zh.kind == HEADING:
        distance /= 3
    shared = len(numbers(zh.text) & numbers(en.text)) + len(_names(zh.text) & _names(en.text))
    return max(0.0, min(distance * distance / 2, 2 * ALONE_COST) - SHARED_GAIN * min(shared, 3))


def numbers(text: str) -> set[int]:
    """Returns the numbers above ten that a text names, in digits, in Chinese or in English words."""
    found = {int(number.replace(",", "")) for number in re.findall(r"\d{1,3}(?:,\d{3})+|\d{2,12}", text)}
    found |= {chinese_number(word) for word in _CHINESE_NUMBER.findall(text)}
    value = total = 0
    for word in [*re.findall(r"[a-z]+", text.lower()), ""]:
        if word in _ENGLISH:
            value += _ENGLISH[word]
        elif word in _ENGLISH_UNITS and value:
            value *= _ENGLISH_UNITS[word]
            if word != "hundred":
                total, value = total + value, 0
        elif word != "and" or not value:
            found.add(total + value)
            value = total = 0
    return {number for number in found if number > 10}


def chinese_number(word: str) -> int:
    """Returns the value of a number in Chinese characters; digits one after the other are read as they stand."""
    word = word.replace("〇", "零").replace("两", "二").replace("兩", "二")
    if all(char in _DIGITS for char in word):
        return int("".join(str(_DIGITS.index(char)) for char in word))
    whole = part = digit = 0
    for char in word:
        if char in _LARGE:
            whole, part, digit = (whole + part + digit or 1) * _LARGE[char], 0, 0
        elif char in _UNITS:
            part, digit = part + (digit or 1) * _UNITS[char], 0
        else:
            digit = _DIGITS.index(char)
    return whole + part + digit


def _names(text: str) -> set[str]:
    return set(_NAME.findall(text)) - {"The", "A", "An", "In", "It", "He", "She"}
