"""Which paragraph of one language is which of the other: by lengths, numbers and names, in order.

After Gale and Church (1993): a dynamic programme over both sides, where the cost of a pair is how far its lengths are
from the ratio that the whole texts have; what both hold of numbers and Latin names makes it cheaper.
"""

from __future__ import annotations

import math
import re

from reader.importing.extraction import HEADING
from reader.importing.scripts import han
from reader.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.extraction import Block
    from reader.model.magazine import Relation

MIN_RATIO, MAX_RATIO = 2.0, 4.6
"""English letters and blanks for a Chinese character, over whole texts, about three usually: between these bounds one
may be a translation of the other, paragraph by paragraph."""
ABRIDGED_RATIO = 2.3
BAND = 40
"""Blocks by which a counterpart may stand before or after its place in the other text."""
SPREAD = 5.5
"""The variance of a translation's length for each character of the original."""
ALONE_COST = 3.0
SPLIT_COST = 2.5
"""What it costs that two paragraphs of one side are one on the other."""
_WAYS = ((1, 1, 0.0), (1, 0, ALONE_COST), (0, 1, ALONE_COST), (2, 1, SPLIT_COST), (1, 2, SPLIT_COST))
"""How many blocks of each side may go together, and what that costs besides."""
SHARED_GAIN, LOST_COST = 1.5, 0.8
"""For each number or Latin name that both sides have, and for each number that one side alone has."""
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
class Pair:
    """What stands beside each other, by indices; None where a side has no counterpart."""

    zh: int | None
    en: int | None
    goes_on: bool = False
    """Whether it goes with the pair before, whose other side has one paragraph for both."""


@record
class Pairing:
    """The blocks of both sides in pairs, in order; and how well they fit, between 0 and 1."""

    pairs: tuple[Pair, ...]
    fit: float

    @property
    def is_aligned(self) -> bool:
        """Whether the sides correspond paragraph by paragraph."""
        return self.fit >= ALIGNED_SHARE


def paired(zh: Sequence[Block], en: Sequence[Block]) -> Pairing:
    """Pairs the blocks of two sides."""
    lengths = sum(han(block.text) for block in zh), sum(len(block.text) for block in en)
    if not all(lengths):
        alone = [Pair(at, None) for at in range(len(zh))] + [Pair(None, at) for at in range(len(en))]
        return Pairing(tuple(alone), 0.0)
    ratio = min(MAX_RATIO, max(MIN_RATIO, lengths[1] / lengths[0]))
    sides = [_told(block) for block in zh], [_told(block) for block in en]
    steps = _steps(*sides, ratio)
    pairs: list[Pair] = []
    good = i = j = 0
    for down, across in steps:
        first = Pair(i if down else None, j if across else None)
        rest = [Pair(i + n, None, goes_on=True) for n in range(1, down)]
        rest += [Pair(None, j + n, goes_on=True) for n in range(1, across)]
        if down and across and _cost(sides[0][i : i + down], sides[1][j : j + across], ratio) < MAX_COST:
            good += down + across
        elif rest:
            rest = [replace(pair, goes_on=False) for pair in rest]
        pairs += [first, *rest]
        i, j = i + down, j + across
    is_translation = MIN_RATIO <= lengths[1] / lengths[0] <= MAX_RATIO
    return Pairing(tuple(pairs), good / (len(zh) + len(en)) if is_translation else 0.0)


def _steps(zh: Sequence[_Told], en: Sequence[_Told], ratio: float) -> list[tuple[int, int]]:
    """Returns how many blocks of each side go together, from the first to the last, at the least cost."""
    best = [[(math.inf, 0, 0)] * (len(en) + 1) for _ in range(len(zh) + 1)]
    best[0][0] = (0.0, 0, 0)
    longer = max(len(zh), len(en))
    for i in range(len(zh) + 1):
        for j in range(len(en) + 1):
            if abs(i * len(en) - j * len(zh)) > BAND * longer:
                continue
            ways = []
            for down, across, prior in _WAYS:
                if (i or j) and down <= i and across <= j:
                    cost = _cost(zh[i - down : i], en[j - across : j], ratio) if down and across else 0.0
                    ways.append((best[i - down][j - across][0] + prior + cost, down, across))
            if ways:
                best[i][j] = min(ways)
    steps = []
    i, j = len(zh), len(en)
    while i or j:
        _, down, across = best[i][j]
        steps.append((down, across))
        i, j = i - down, j - across
    return steps[::-1]


def relation(zh: Sequence[Block], en: Sequence[Block]) -> Relation:
    """Returns how the shorter side of a free body stands to the longer one: ``abridged`` or ``adapted``."""
    lengths = sum(han(block.text) for block in zh), sum(len(block.text) for block in en)
    ratio = lengths[1] / max(1, lengths[0])
    return "abridged" if ratio < ABRIDGED_RATIO or ratio > MAX_RATIO else "adapted"


@record
class _Told:
    """What is told of a block: its length in the letters of its language, its numbers and Latin names."""

    is_heading: bool
    length: int
    marks: frozenset[int | str]


def _told(block: Block) -> _Told:
    marks = frozenset[int | str](numbers(block.text)) | _names(block.text)
    return _Told(block.kind == HEADING, han(block.text) or len(block.text), marks)


def _cost(zh: Sequence[_Told], en: Sequence[_Told], ratio: float) -> float:
    """Returns what it costs to pair blocks; a heading is only paired with a heading, and with one."""
    kinds = {told.is_heading for told in (*zh, *en)}
    if len(kinds) > 1 or (kinds == {True} and len(zh) + len(en) > 2):
        return 2 * ALONE_COST + 1
    chinese, english = max(1, sum(told.length for told in zh)), sum(told.length for told in en)
    distance = (english - chinese * ratio) / math.sqrt(chinese * SPREAD * ratio)
    if kinds == {True}:
        distance /= 3
    both = _marks(zh), _marks(en)
    lost = sum(isinstance(mark, int) for mark in both[0] ^ both[1])
    told = LOST_COST * min(lost, 3) - SHARED_GAIN * min(len(both[0] & both[1]), 3)
    return max(0.0, min(distance * distance / 2, 2 * ALONE_COST) + told)


def _marks(blocks: Sequence[_Told]) -> frozenset[int | str]:
    return frozenset[int | str]().union(*(told.marks for told in blocks))


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


def _names(text: str) -> frozenset[str]:
    return frozenset(_NAME.findall(text)) - {"The", "A", "An", "In", "It", "He", "She"}
