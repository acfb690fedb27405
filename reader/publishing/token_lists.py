"""The tokens of an issue's texts, each with the texts that have it, as they are joined to the index of a site.

A token's list is made of rows. A row has neighbouring texts of one issue, by ascending numbers: the gap before each but
the first (:func:`gap_before`); in lists with offsets the number of these, if it is not 1; and the offsets, each as the
distance from the one before. The gap before its first text is written when rows are joined.
"""

from __future__ import annotations

import re
from binascii import crc32
from collections import defaultdict
from itertools import groupby, pairwise
from operator import add, sub

from reader.model.equivalence import fold
from reader.model.record import record
from reader.model.scripts import FIRST_EAST_ASIAN
from reader.search.folding import is_symbol
from reader.search.stemming import stem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.search.terms import TextField

SLOTS = 8
"""Number of texts of a place that have numbers of their own."""
GAP_CHARS = 2
"""Characters between two texts with one number: no token goes over them."""
HASH_BITS = 32
MASK_BITS = 8
"""Bits for the slots of the texts of a row."""
MAX_ROW_BYTES = 1_500
"""Size from which a row is cut before the next place, so that no piece of the index is much larger than others."""
_OFFSET_BITS = 24
"""Bits of an offset: a text is no longer than an issue file."""
_OFFSETS = (1 << _OFFSET_BITS) - 1
_FEW = MAX_ROW_BYTES // 4
"""Number of texts up to which a row is not cut."""
_WORDS = re.compile(r"[^\W_]+")
_NO_WORD = "", 0
"""No word and no offset: before the first word of a row of words."""
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_DIGITS = f"0123456789{_CAPITALS}abcdefghijklmnopqrstuvwxyz-_"
PAIR_KEYS = len(_CAPITALS) * len(_DIGITS) ** 3
_FIRST_HALVES = tuple(first + second for first in _CAPITALS for second in _DIGITS)
_SECOND_HALVES = tuple(third + fourth for third in _DIGITS for fourth in _DIGITS)


@record
class TokenRows:
    """Rows as columns, which are read and written faster than records."""

    keys: list[bytes]
    heads: list[int]
    """Number of places, slots of the texts as a mask, and whether each text has offsets (:func:`head_of`)."""
    firsts: list[int]
    """Twice the number of the first text, and one more if it has several offsets."""
    lasts: list[int]
    """Twice the number of the last text."""
    data: list[bytes]

    def part(self, start: int, end: int) -> TokenRows:
        """Returns neighbouring rows."""
        cut = slice(start, end)
        return TokenRows(self.keys[cut], self.heads[cut], self.firsts[cut], self.lasts[cut], self.data[cut])


def head_of(places: int, mask: int, is_placed: bool) -> int:
    """Returns facts about a row as one number: its places, the slots of its texts, whether these have offsets."""
    return (places << MASK_BITS | mask) << 1 | is_placed


SINGLE_HEADS = tuple(head_of(1, 1 << slot, True) for slot in range(SLOTS))
"""Facts about a row of one text with offsets, by its slot."""


def hash_of(key: bytes) -> int:
    """Returns the number of a token, which a browser works out, too."""
    return crc32(key)


def pair_key(first: str, second: str) -> str:
    """Returns the token of two words that follow each other: a hash, because most pairs are longer and occur once.

    The words are as they are written, because a phrase has no other forms of them.

    It begins with a capital letter, as no folded word does. Pairs with the same token are told apart in the text.
    """
    half, rest = divmod(crc32(f"{first} {second}".encode()) % PAIR_KEYS, len(_SECOND_HALVES))
    return _FIRST_HALVES[half] + _SECOND_HALVES[rest]


def _is_mark(character: str) -> bool:
    """Whether a character is neither a letter, a digit nor a space."""
    return not character.isalnum() and not character.isspace()


class TokenLists:
    """Collects the tokens of texts, which come by ascending numbers."""

    def __init__(self) -> None:
        self._placed: defaultdict[str, list[int]] = defaultdict(list)
        """For each token, its text's number and its offset as one number."""
        self._plain: defaultdict[str, list[int]] = defaultdict(list)
        self._number = -1
        self._start = 0
        self._before = _NO_WORD
        self._keys: list[str] = []
        """Tokens of the text at hand, and their offsets."""
        self._offsets: list[int] = []
        self.joined = 0
        """Slots of several texts, as a mask."""

    def add(self, number: int, text: str, field: TextField) -> None:
        """Adds a text; one with the number of the last text follows that one.

        Its tokens are found by themselves, and those of titles, captions and such also behind the name of the field.
        """
        if number == self._number:
            self.joined |= 1 << number % SLOTS
        else:
            self._start = 0
        self._number = number
        self._before = _NO_WORD
        folded = fold(text)
        for match in _WORDS.finditer(folded):
            self._add_run(match.start(), match.group(), folded)
        base = number << _OFFSET_BITS | self._start
        placed = self._placed
        prefixes = ("",) if field == "text" else ("", f"{field}:")
        for prefix in prefixes:
            keys = [prefix + key for key in self._keys] if prefix else self._keys
            for key, offset in zip(keys, self._offsets, strict=True):
                placed[key].append(base + offset)
        self._keys.clear()
        self._offsets.clear()
        for character in {*folded}:
            if not character.isalnum() and is_symbol(character):
                for prefix in prefixes:
                    self._add_plain(prefix + character, number)
        self._start += len(folded) + GAP_CHARS

    def _add_run(self, start: int, run: str, folded: str) -> None:
        """Adds the letters and digits between two other characters of a text."""
        if run.isascii():
            self._add_word(start, run)
            return
        if min(run) >= FIRST_EAST_ASIAN:
            self._add_unspaced(start, run, folded)
            return
        for is_unspaced, characters in groupby(run, lambda character: character >= FIRST_EAST_ASIAN):
            part = "".join(characters)
            if is_unspaced:
                self._add_unspaced(start, part, folded)
            else:
                self._add_word(start, part)
            start += len(part)

    def _add_word(self, start: int, word: str) -> None:
        """Adds a word, and its pair with the word before it."""
        self._keys.append(stem(word))
        self._offsets.append(start)
        before, its_place = self._before
        if before:
            self._keys.append(pair_key(before, word))
            self._offsets.append(its_place)
        self._before = word, start

    def _add_unspaced(self, start: int, part: str, folded: str) -> None:
        """Adds the characters of a run without word spaces, their pairs, and its ends with the marks beside them."""
        self._before = _NO_WORD
        keys, offsets = self._keys, self._offsets
        end = start + len(part)
        keys += part
        offsets += range(start, end)
        keys += map(add, part, part[1:])
        offsets += range(start, end - 1)
        if start and _is_mark(folded[start - 1]):
            keys.append(folded[start - 1 : start + 1])
            offsets.append(start - 1)
        if end < len(folded) and _is_mark(folded[end]):
            keys.append(folded[end - 1 : end + 1])
            offsets.append(end - 1)

    def _add_plain(self, key: str, number: int) -> None:
        numbers = self._plain[key]
        if not numbers or numbers[-1] != number:
            numbers.append(number)

    def rows(self) -> TokenRows:
        """Returns the rows of all tokens, by ascending hash of the token; those of one token follow each other."""
        made = TokenRows([], [], [], [], [])
        tokens = [*self._placed.items(), *self._plain.items()]
        keys = [key.encode() for key, _ in tokens]
        for at in sorted(hash_of(key) << HASH_BITS | number for number, key in enumerate(keys)):
            number = at & (1 << HASH_BITS) - 1
            places = tokens[number][1]
            if number >= len(self._placed):
                _add_plain(made, keys[number], places)
            elif len(places) == 1:
                _add_single(made, keys[number], places[0])
            else:
                _add_placed(made, keys[number], places)
        return made


def _add_single(made: TokenRows, key: bytes, place: int) -> None:
    """Adds the row of a token that occurs once, as most do."""
    number = place >> _OFFSET_BITS
    made.keys.append(key)
    made.heads.append(SINGLE_HEADS[number % SLOTS])
    made.firsts.append(2 * number)
    made.lasts.append(2 * number)
    made.data.append(varint(place & _OFFSETS))


def _add_placed(made: TokenRows, key: bytes, places: list[int]) -> None:
    """Adds the rows of a token with offsets."""
    numbers = [place >> _OFFSET_BITS for place in places]
    if len(numbers) <= _FEW and len({*numbers}) == len(numbers):  # once in each text, as nearly always
        data = [varint(places[0] & _OFFSETS)]
        for before, number, place in zip(numbers, numbers[1:], places[1:], strict=False):
            data += (varint(2 * (number - before)), varint(place & _OFFSETS))
        _add_row(made, key, _head(numbers, True), 2 * numbers[0], 2 * numbers[-1], b"".join(data))
        return
    texts = [(number, [place & _OFFSETS for place in held]) for number, held in groupby(places, _number_of)]
    for row in _cut(texts):
        data = []
        before = row[0][0]
        for number, offsets in row:
            several = len(offsets) > 1
            if data:
                data.append(varint(2 * (number - before) + several))
                before = number
            if several:
                data.append(varint(len(offsets)))
                data += map(varint, (offsets[0], *map(sub, offsets[1:], offsets)))
            else:
                data.append(varint(offsets[0]))
        first = 2 * row[0][0] + (len(row[0][1]) > 1)
        _add_row(made, key, _head([number for number, _ in row], True), first, 2 * before, b"".join(data))


def _number_of(at: int) -> int:
    return at >> _OFFSET_BITS


def _cut(texts: list[tuple[int, list[int]]]) -> Iterator[list[tuple[int, list[int]]]]:
    """Yields the texts of a token in rows; a place is in one row."""
    start = size = 0
    for index, (number, offsets) in enumerate(texts):
        if size > MAX_ROW_BYTES and number // SLOTS != texts[index - 1][0] // SLOTS:
            yield texts[start:index]
            start, size = index, 0
        size += 2 * len(offsets) + 1
    yield texts[start:] if start else texts


def _add_plain(made: TokenRows, key: bytes, numbers: list[int]) -> None:
    """Adds the row of a token without offsets."""
    gaps = b"".join(gap_before(after - before, False) for before, after in pairwise(numbers))
    _add_row(made, key, _head(numbers, False), 2 * numbers[0], 2 * numbers[-1], gaps)


def _head(numbers: Sequence[int], is_placed: bool) -> int:
    mask = 0
    for number in numbers:
        mask |= 1 << number % SLOTS
    places = len(numbers) if not mask & mask - 1 else len({number // SLOTS for number in numbers})
    return head_of(places, mask, is_placed)


def _add_row(made: TokenRows, key: bytes, head: int, first: int, last: int, data: bytes) -> None:
    made.keys.append(key)
    made.heads.append(head)
    made.firsts.append(first)
    made.lasts.append(last)
    made.data.append(data)


def gap_before(gap: int, has_several: bool) -> bytes:
    """Returns the gap from one text of a list to the next, twice, and one more if the next has several offsets."""
    return varint(2 * gap + has_several)


def varint(number: int) -> bytes:
    """Returns a number in bytes of seven bits, the lowest first; all but the last have their highest bit set."""
    if number < _FEW_BITS:
        return _SMALL[number]
    made = bytearray()
    while number >= 0x80:
        made.append(number & 0x7F | 0x80)
        number >>= 7
    made.append(number)
    return bytes(made)


_FEW_BITS = 0x4000
_SMALL = tuple(
    bytes((number,)) if number < 0x80 else bytes((number & 0x7F | 0x80, number >> 7)) for number in range(_FEW_BITS)
)
