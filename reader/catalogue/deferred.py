"""Sequences whose entries are loaded, some at a time, when they are asked for."""

from __future__ import annotations

from collections.abc import Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

PART_BLOCKS = 64
"""How many entries are loaded together."""


class Deferred(Sequence["Any"]):
    """A stretch of a list that lies in parts elsewhere; in use and to comparison it is the tuple of its entries.

    ``load(n)`` returns the n-th part of the whole list, ``parts`` keeps those that were loaded; the stretches of one
    list share both.
    """

    __slots__ = ("_count", "_load", "_parts", "_start")

    def __init__(
        self, load: Callable[[int], Sequence[Any]], start: int, count: int, parts: dict[int, Sequence[Any]]
    ) -> None:
        self._load, self._start, self._count, self._parts = load, start, count, parts

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return tuple(self._entry(k) for k in range(*index.indices(self._count)))
        if not -self._count <= index < self._count:
            raise IndexError(index)
        return self._entry(index % self._count)

    def __iter__(self) -> Iterator[Any]:
        return (self._entry(k) for k in range(self._count))

    @property
    def types(self) -> list[type]:
        """The types of its entries; parts that are ``records.Rows`` tell them without making any."""
        found: list[type] = []
        for number in range(self._start // PART_BLOCKS, (self._start + self._count - 1) // PART_BLOCKS + 1):
            part = self._part(number)
            found += part.types if hasattr(part, "types") else map(type, part)
        first = self._start % PART_BLOCKS
        return found[first : first + self._count]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, (tuple, Deferred)):
            return len(self) == len(other) and all(mine == theirs for mine, theirs in zip(self, other, strict=True))
        return NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def __reduce__(self) -> Any:
        return tuple, (tuple(self),)

    def _entry(self, index: int) -> Any:
        number, offset = divmod(self._start + index, PART_BLOCKS)
        return self._part(number)[offset]

    def _part(self, number: int) -> Sequence[Any]:
        part = self._parts.get(number)
        if part is None:
            part = self._parts[number] = self._load(number)
        return part
