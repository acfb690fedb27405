"""Entries of a list that are made when they are first asked for, so that a long list costs what is seen of it."""

from __future__ import annotations

from collections.abc import Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class Made(Sequence["Any"]):
    """The entries for some things, each made once."""

    def __init__(self, things: Sequence[Any], make: Callable[[Any], Any]) -> None:
        self.things = things
        self._make = make
        self._made: dict[int, Any] = {}

    def __len__(self) -> int:
        return len(self.things)

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self[k] for k in range(*index.indices(len(self)))]
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        index %= len(self)
        if index not in self._made:
            self._made[index] = self._make(self.things[index])
        return self._made[index]
