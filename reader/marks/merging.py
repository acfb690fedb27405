"""Two sets of marks made into one, without doubling and without loss. Pure functions.

Of two states of a mark the one that was changed last holds, also where that is a deletion. Of two that were changed
in the same millisecond the greater one in writing holds: so it does not matter which set is merged into which, in
which order, or how often.
"""

from __future__ import annotations

from reader.marks.objects import written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.marks.mark import Mark


def later(mark: Mark, other: Mark) -> Mark:
    """Returns that one of two states of a mark which holds."""
    if mark.changed != other.changed:
        return mark if mark.changed > other.changed else other
    return max(mark, other, key=written)


def merged(*sets: Iterable[Mark]) -> tuple[Mark, ...]:
    """Returns the marks of all sets, each in the state that holds, sorted by their ids."""
    found: dict[str, Mark] = {}
    for marks in sets:
        for mark in marks:
            known = found.get(mark.id)
            found[mark.id] = later(known, mark) if known else mark
    return tuple(found[name] for name in sorted(found))
