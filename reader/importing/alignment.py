"""Alignment: pairs the blocks of one language with their translations in another.

After Gale and Church (1993): dynamic programming over both sides, where a pair costs more the farther its lengths are
from the ratio of the whole texts. Numbers and Latin names found in both make it cheaper.
"""

from __future__ import annotations

import math
import re
from itertools import chain

from reader.importing.extraction import HEADING, AlignedPair
from reader.importing.scripts import count_han
from reader.model.language import is_ideographic
from reader.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.extraction import ExtractedBlock
    from reader.model.magazine import Relation


@record
class LengthRatio:
    """Length of a translation divided by the length of its original, over whole texts."""

    least: float
    """Below this, neither text is a translation of the other, block by block."""
    abridged: float
    """Below this, the second text leaves out some of the first."""
    most: float
    """Above this, neither text is a translation of the other, or the first leaves out some of the second."""


LETTERS_TO_A_CHARACTER = LengthRatio(2.0, 2.3, 4.6)
"""Letters and blanks of an alphabetic text for each Han character of the other; about three usually."""
LETTERS_TO_A_LETTER = LengthRatio(0.6, 0.7, 1.7)
"""Letters and blanks of one alphabetic text for each one of the other, or Han characters of two ideographic texts."""
BAND_BLOCKS = 40
"""Blocks by which a counterpart may be before or after its proportional place in the other text."""
LENGTH_VARIANCE = 5.5
"""Variance of a translation's length, for each unit of the original's length and of the ratio."""
UNPAIRED_COST = 3.0
"""Cost of a block without a counterpart."""
SPLIT_COST = 2.5
"""Cost of two blocks of one side that are one block of the other."""
SHARED_MARK_GAIN = 1.5
"""Gain for each number or Latin name found on both sides of a pair."""
LOST_NUMBER_COST = 0.8
"""Cost of each number found on one side of a pair only."""
MAX_MARKS = 3
"""Maximum number of marks that count in a pair, of either kind."""
HEADING_TOLERANCE = 3.0
"""Factor by which lengths of headings may differ more than lengths of paragraphs."""
MAX_PAIR_COST = 5.0
"""Cost from which on a pair is not taken for one."""
ALIGNED_SHARE = 0.7
"""Share of the blocks in pairs from which on two texts are aligned."""
MIN_NUMBER = 11
"""Smallest number that is compared: smaller ones are often written in other words."""

_DIGITS = "零一二三四五六七八九"
_UNITS = {"十": 10, "百": 100, "千": 1000}
_LARGE_UNITS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_HAN_NUMBER = re.compile("[零〇一二两兩三四五六七八九十百千万萬亿億]{2,}")
_SMALL = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ENGLISH_NUMBERS = {word: number for number, word in enumerate(_SMALL.split())}
_ENGLISH_NUMBERS |= {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}
_ENGLISH_UNITS = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_NAME = re.compile(r"[A-Z][A-Za-z]+")
_NO_NAMES = frozenset({"The", "A", "An", "In", "It", "He", "She"})


@record
class Alignment:
    """The blocks of both sides in pairs, in order, and how well they fit, from 0 to 1."""

    pairs: tuple[AlignedPair, ...]
    fit: float

    @property
    def is_aligned(self) -> bool:
        """Whether the sides correspond block by block."""
        return self.fit >= ALIGNED_SHARE


@record
class _Features:
    """The features of a block that are compared: its length, its numbers and Latin names."""

    is_heading: bool
    length: int
    marks: frozenset[int | str]


@record
class _Step:
    """A number of blocks of either side that go together, and the cost of the best path up to their end."""

    cost: float
    first: int
    second: int


@record
class _Move:
    """A number of blocks of either side that may go together, and its own cost."""

    first: int
    second: int
    cost: float


_MOVES = (
    _Move(1, 1, 0.0),
    _Move(1, 0, UNPAIRED_COST),
    _Move(0, 1, UNPAIRED_COST),
    _Move(2, 1, SPLIT_COST),
    _Move(1, 2, SPLIT_COST),
)


def align(left: Sequence[ExtractedBlock], right: Sequence[ExtractedBlock], languages: tuple[str, str]) -> Alignment:
    """Pairs the blocks of two texts; ``languages`` are their tags."""
    if is_ideographic(languages[1]) and not is_ideographic(languages[0]):
        swapped = align(right, left, (languages[1], languages[0]))
        turned = [AlignedPair(pair.right, pair.left, pair.continues) for pair in swapped.pairs]
        return Alignment(tuple(turned), swapped.fit)
    ratio = length_ratio(left, right, languages)
    if not ratio or math.isinf(ratio):
        alone = [AlignedPair(at, None) for at in range(len(left))] + [AlignedPair(None, at) for at in range(len(right))]
        return Alignment(tuple(alone), 0.0)
    limits = _limits(languages)
    aligner = _Aligner(
        [_features(block, languages[0]) for block in left],
        [_features(block, languages[1]) for block in right],
        min(limits.most, max(limits.least, ratio)),
    )
    pairs, paired = aligner.pairs()
    return Alignment(tuple(pairs), paired / (len(left) + len(right)) if limits.least <= ratio <= limits.most else 0.0)


def relation(left: Sequence[ExtractedBlock], right: Sequence[ExtractedBlock], languages: tuple[str, str]) -> Relation:
    """Returns the relation of the two sides of a body which are not aligned."""
    if is_ideographic(languages[1]) and not is_ideographic(languages[0]):
        left, right, languages = right, left, (languages[1], languages[0])
    limits = _limits(languages)
    return "adapted" if limits.abridged <= length_ratio(left, right, languages) <= limits.most else "abridged"


def length_ratio(left: Sequence[ExtractedBlock], right: Sequence[ExtractedBlock], languages: tuple[str, str]) -> float:
    """Returns the length of the right text divided by that of the left one; infinity if the left one is empty."""
    lengths = [
        sum(_length(block.text, tag) for block in blocks) for blocks, tag in zip((left, right), languages, strict=True)
    ]
    return lengths[1] / lengths[0] if lengths[0] else math.inf


def _limits(languages: tuple[str, str]) -> LengthRatio:
    is_mixed = is_ideographic(languages[0]) != is_ideographic(languages[1])
    return LETTERS_TO_A_CHARACTER if is_mixed else LETTERS_TO_A_LETTER


def _length(text: str, tag: str) -> int:
    """Returns the length of a text in Han characters, or in letters, marks and blanks."""
    return count_han(text) if is_ideographic(tag) else len(text)


def _features(block: ExtractedBlock, tag: str) -> _Features:
    marks = frozenset[int | str](numbers(block.text)) | _names(block.text)
    return _Features(block.kind == HEADING, _length(block.text, tag) or len(block.text), marks)


class _Aligner:
    """The dynamic programme over the blocks of two sides; the first one's lengths are the unit of ``ratio``."""

    def __init__(self, first: Sequence[_Features], second: Sequence[_Features], ratio: float) -> None:
        self._first, self._second, self._ratio = first, second, ratio

    def pairs(self) -> tuple[list[AlignedPair], int]:
        """Returns all blocks in pairs, and the number of blocks whose counterpart fits."""
        pairs: list[AlignedPair] = []
        paired = i = j = 0
        for step in self._cheapest_path():
            left, right = range(i, i + step.first), range(j, j + step.second)
            i, j = left.stop, right.stop
            is_good = bool(left and right) and self._cost_of(left, right) < MAX_PAIR_COST
            paired += (step.first + step.second) * is_good
            rest = [AlignedPair(at, None) for at in left[1:]] + [AlignedPair(None, at) for at in right[1:]]
            pairs.append(AlignedPair(left[0] if left else None, right[0] if right else None))
            pairs += [replace(pair, continues=is_good) for pair in rest]
        return pairs, paired

    def _cheapest_path(self) -> list[_Step]:
        """Returns the steps from the first blocks to the last ones that cost least."""
        rows, columns = len(self._first), len(self._second)
        best = [[_Step(math.inf, 0, 0)] * (columns + 1) for _ in range(rows + 1)]
        best[0][0] = _Step(0.0, 0, 0)
        for i in range(rows + 1):
            for j in range(columns + 1):
                if (i or j) and abs(i * columns - j * rows) <= BAND_BLOCKS * max(rows, columns):
                    best[i][j] = self._best_step(best, i, j)
        steps = []
        i, j = rows, columns
        while i or j:
            steps.append(best[i][j])
            i, j = i - steps[-1].first, j - steps[-1].second
        return steps[::-1]

    def _best_step(self, best: Sequence[Sequence[_Step]], i: int, j: int) -> _Step:
        """Returns the cheapest step that ends before the blocks ``i`` and ``j``."""
        steps = []
        for move in _MOVES:
            if move.first <= i and move.second <= j:
                cost = best[i - move.first][j - move.second].cost + move.cost
                if move.first and move.second:
                    cost += self._cost_of(range(i - move.first, i), range(j - move.second, j))
                steps.append(_Step(cost, move.first, move.second))
        return min(steps, key=lambda step: (step.cost, step.first, step.second))

    def _cost_of(self, left: range, right: range) -> float:
        """Returns the cost of pairing blocks; a heading is only paired with one other heading."""
        first, second = self._first[left.start : left.stop], self._second[right.start : right.stop]
        headings = sum(block.is_heading for block in chain(first, second))
        if headings and (headings < len(left) + len(right) or headings > 2):
            return 2 * UNPAIRED_COST + 1
        length = max(1, sum(block.length for block in first))
        expected = length * self._ratio
        distance = (sum(block.length for block in second) - expected) / math.sqrt(
            length * LENGTH_VARIANCE * self._ratio
        )
        if headings:
            distance /= HEADING_TOLERANCE
        marks = _marks(first), _marks(second)
        lost = sum(isinstance(mark, int) for mark in marks[0] ^ marks[1])
        shared = len(marks[0] & marks[1])
        by_marks = LOST_NUMBER_COST * min(lost, MAX_MARKS) - SHARED_MARK_GAIN * min(shared, MAX_MARKS)
        return max(0.0, min(distance * distance / 2, 2 * UNPAIRED_COST) + by_marks)


def _marks(blocks: Sequence[_Features]) -> frozenset[int | str]:
    return frozenset[int | str]().union(*(block.marks for block in blocks))


def numbers(text: str) -> set[int]:
    """Returns the numbers from :data:`MIN_NUMBER` on in a text, in digits, Chinese numerals or English words."""
    found = {int(number.replace(",", "")) for number in re.findall(r"\d{1,3}(?:,\d{3})+|\d{2,12}", text)}
    found |= {han_number(word) for word in _HAN_NUMBER.findall(text)}
    value = total = 0
    for word in [*re.findall(r"[a-z]+", text.lower()), ""]:
        if word in _ENGLISH_NUMBERS:
            value += _ENGLISH_NUMBERS[word]
        elif word in _ENGLISH_UNITS and value:
            value *= _ENGLISH_UNITS[word]
            if word != "hundred":
                total, value = total + value, 0
        elif word != "and" or not value:
            found.add(total + value)
            value = total = 0
    return {number for number in found if number >= MIN_NUMBER}


def han_number(word: str) -> int:
    """Returns the value of a number in Chinese numerals; digits without units are read one after the other."""
    word = word.replace("〇", "零").replace("两", "二").replace("兩", "二")
    if all(char in _DIGITS for char in word):
        return int("".join(str(_DIGITS.index(char)) for char in word))
    whole = part = digit = 0
    for char in word:
        if char in _LARGE_UNITS:
            whole, part, digit = (whole + part + digit or 1) * _LARGE_UNITS[char], 0, 0
        elif char in _UNITS:
            part, digit = part + (digit or 1) * _UNITS[char], 0
        else:
            digit = _DIGITS.index(char)
    return whole + part + digit


def _names(text: str) -> frozenset[str]:
    return frozenset(_NAME.findall(text)) - _NO_NAMES
