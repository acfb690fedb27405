"""Merges sets of marks without doubling and without loss. Pure functions.

Of two states of a mark the one that was changed last is kept, also if it is a deletion. Of two that were changed in the
same millisecond the one whose JSON is greater is kept. So the result does not depend on the order in which sets are
merged, or on how often.
"""

from __future__ import annotations

from reader.marks.json_form import to_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.marks.mark import Mark


def later(mark: Mark, other: Mark) -> Mark:
    """Returns the one of two states of a mark that is kept."""
    if mark.changed != other.changed:
        return mark if mark.changed > other.changed else other
    return max(mark, other, key=to_line)


def merged(*sets: Iterable[Mark]) -> tuple[Mark, ...]:
    """Returns the marks of all sets, each in the state that is kept, sorted by their ids."""
    found: dict[str, Mark] = {}
    for marks in sets:
        for mark in marks:
            known = found.get(mark.id)
            found[mark.id] = later(known, mark) if known else mark
    return tuple(found[name] for name in sorted(found))
