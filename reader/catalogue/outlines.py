"""Encodes the outlines of the lists of blocks of an article, and decodes them: facts as JSON, then columns of numbers.

A long body is stored in chunks, and its outlines beside them: without them, every chunk would be read to open it.
"""

from __future__ import annotations

import json
import sys
from array import array
from itertools import accumulate, pairwise

from reader.catalogue.lazy import CHUNK_SIZE
from reader.model.outline import Outline
from reader.model.outlining import made_outline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.model.magazine import Block

_NUMBER_BYTES = 4


def is_outlined(count: int) -> bool:
    """Whether a body of a number of blocks has outlines: one that is a single chunk needs none."""
    return count > CHUNK_SIZE


def outlines_bytes(sides: Sequence[Sequence[Block]]) -> bytes:
    """Returns the outlines of the lists of an article, before they are compressed."""
    facts: list[object] = []
    columns = []
    for blocks in sides:
        outline = made_outline(blocks)
        befores = [each for each in (outline.slots, outline.passages) if not isinstance(each, range)]
        own = [_column(after - here for here, after in pairwise(before)) for before in befores]
        own += [_column(iter(chars)) for chars in outline.chars.values()]
        rest = (sorted(outline.whole), outline.figures, outline.headings, outline.pages, dict(outline.ids))
        is_plain = isinstance(outline.slots, range)
        facts.append([len(blocks), outline.slot_count, is_plain, [*outline.chars], *rest])
        columns += own
    return b"\n".join((json.dumps(facts, ensure_ascii=False).encode(), b"".join(columns)))


def outlines_of_bytes(data: bytes) -> list[Outline]:
    """Returns the outlines of the lists of an article.

    Raises:
        ValueError: If the data is damaged; also KeyError, TypeError or IndexError.
    """
    line, _, numbers = data.partition(b"\n")
    columns = _Columns(numbers)
    found = []
    for count, slots, is_plain, tags, whole, figures, headings, pages, ids in json.loads(line):
        befores = [range(count + 1) if is_plain else list(accumulate(columns.take(count), initial=0)) for _ in range(2)]
        if befores[0][-1] != slots:
            raise ValueError("another number of slots")
        found.append(
            Outline(
                befores[0],
                befores[1],
                {str(tag): columns.take(slots) for tag in tags},
                frozenset(_below(slots, number) for number in whole),
                tuple((_below(slots, slot), str(name)) for slot, name in figures),
                tuple((_below(count, block), int(level)) for block, level in headings),
                tuple((_below(count, block), str(page)) for block, page in pages),
                {name: _below(count, block) for name, block in ids.items()},
            )
        )
    return found


def _below(count: int, number: object) -> int:
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number < count:
        raise ValueError("no such number")
    return number


def _column(numbers: Iterator[int]) -> bytes:
    """Returns numbers in the byte order of small machines."""
    column = array("I", numbers)
    if sys.byteorder == "big":
        column.byteswap()
    return column.tobytes()


class _Columns:
    """Columns of numbers, one after the other."""

    def __init__(self, data: bytes) -> None:
        self._data, self._taken = data, 0

    def take(self, count: int) -> array[int]:
        """Returns the next column, of a number of numbers."""
        column = array("I")
        here, self._taken = self._taken, self._taken + count * _NUMBER_BYTES
        if self._taken > len(self._data):
            raise ValueError("a column is cut short")
        column.frombytes(self._data[here : self._taken])
        if sys.byteorder == "big":
            column.byteswap()
        return column
