"""Sequences whose entries are made or loaded when they are first asked for: a long list costs little."""

from __future__ import annotations

from collections.abc import Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any, TypeVar, overload

    from reader.model.outline import Outline

    T = TypeVar("T")

CHUNK_SIZE = 64
"""Number of entries that are loaded together."""


class LazySequence(Sequence["T"]):
    """The entries made from some sources, each made once, when it is first read."""

    def __init__(self, sources: Sequence[Any], make: Callable[[Any], T]) -> None:
        self.sources = sources
        self._make = make
        self._made: dict[int, T] = {}

    def __len__(self) -> int:
        return len(self.sources)

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, index: int) -> T: ...
        @overload
        def __getitem__(self, index: slice) -> Sequence[T]: ...

    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        found = self._made.get(index)
        if found is None:
            count = len(self.sources)
            if not -count <= index < count:
                raise IndexError(index)
            index %= count
            if index not in self._made:
                self._made[index] = self._make(self.sources[index])
            found = self._made[index]
        return found


class ChunkedSequence(Sequence["T"]):
    """A range of a list that is stored elsewhere in chunks; it behaves and compares as the tuple of its entries.

    ``load(n)`` returns the chunk number ``n`` of the whole list, counted from 0: :data:`CHUNK_SIZE` entries, or fewer
    at the end of the list. ``chunks`` keeps the chunks that were loaded; the ranges of one list share both.
    ``outline`` returns the outline of blocks, where it is stored; None if it is not there any more.
    """

    __slots__ = ("_chunks", "_count", "_load", "_outline", "_start")

    def __init__(
        self,
        load: Callable[[int], Sequence[T]],
        start: int,
        count: int,
        chunks: dict[int, Sequence[T]],
        outline: Callable[[], Outline | None] | None = None,
    ) -> None:
        self._load, self._start, self._count, self._chunks = load, start, count, chunks
        self._outline = outline

    def __len__(self) -> int:
        return self._count

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, index: int) -> T: ...
        @overload
        def __getitem__(self, index: slice) -> tuple[T, ...]: ...

    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        if isinstance(index, slice):
            return tuple(self._entry(number) for number in range(*index.indices(self._count)))
        if not -self._count <= index < self._count:
            raise IndexError(index)
        return self._entry(index % self._count)

    def __iter__(self) -> Iterator[T]:
        return (self._entry(number) for number in range(self._count))

    @property
    def outline(self) -> Outline | None:
        """The outline of the entries, if they are blocks and it is stored."""
        return self._outline() if self._outline else None

    @property
    def types(self) -> list[type]:
        """The types of the entries; chunks that have ``types`` of their own report them without making entries."""
        found: list[type] = []
        for number in range(self._start // CHUNK_SIZE, (self._start + self._count - 1) // CHUNK_SIZE + 1):
            chunk = self._chunk(number)
            found += getattr(chunk, "types", None) or map(type, chunk)
        first = self._start % CHUNK_SIZE
        return found[first : first + self._count]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, (tuple, ChunkedSequence)):
            return len(self) == len(other) and all(mine == theirs for mine, theirs in zip(self, other, strict=True))
        return NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def __reduce__(self) -> tuple[type, tuple[tuple[T, ...]]]:
        return tuple, (tuple(self),)

    def _entry(self, index: int) -> T:
        number, offset = divmod(self._start + index, CHUNK_SIZE)
        return self._chunk(number)[offset]

    def _chunk(self, number: int) -> Sequence[T]:
        chunk = self._chunks.get(number)
        if chunk is None:
            chunk = self._chunks[number] = self._load(number)
        return chunk
