"""Merges sets of marks without doubling and without loss. Pure functions.

Of two states of a mark the one that was changed last is kept, also if it is a deletion. Of two that were changed in the
same millisecond the one that was made later is kept, and then the one whose JSON is greater. So the result does not
depend on the order in which sets are merged, or on how often.
"""

from __future__ import annotations

from functools import reduce

from reader.marks.json_form import to_line
from reader.marks.mark import BOOKMARK, changed_at, deleted_at
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.marks.mark import Mark


def later(mark: Mark, other: Mark) -> Mark:
    """Returns the one of two states of a mark that is kept."""
    if (mark.changed, mark.made) != (other.changed, other.made):
        return max(mark, other, key=lambda state: (state.changed, state.made))
    return max(mark, other, key=to_line)


def merged(*sets: Iterable[Mark]) -> tuple[Mark, ...]:
    """Returns the marks of all sets, each in the state that is kept, sorted by their ids."""
    found: dict[str, Mark] = {}
    for marks in sets:
        for mark in marks:
            known = found.get(mark.id)
            found[mark.id] = later(known, mark) if known else mark
    return tuple(found[name] for name in sorted(found))


@record
class Joined:
    """The one bookmark of a passage that is kept of several, and the deletions of the others."""

    kept: Mark
    gone: tuple[Mark, ...]


def bookmark_keys(mark: Mark) -> tuple[str, ...]:
    """Returns the keys of a bookmark, one for each language; two with a common key are on the same passage.

    Empty for other marks and for deletions.
    """
    if mark.kind != BOOKMARK or mark.deleted:
        return ()
    parts = ((mark.issue, mark.article, q.anchor, q.language, str(q.start), q.exact) for q in mark.quotations)
    return tuple(dict.fromkeys("\n".join(map(repr, each)) for each in parts))


def joined(bookmarks: Sequence[Mark]) -> Joined:
    """Joins bookmarks of the same passage: the one with the least id is kept, with the name that was given last.

    No clock is asked and ids do not change, so that every machine keeps the same one.
    """
    kept = min(bookmarks, key=lambda mark: mark.id)
    gone = tuple(deleted_at(0, mark) for mark in bookmarks if mark.id != kept.id)
    named = [mark for mark in bookmarks if mark.name]
    name = reduce(later, named).name if named else ""
    if name != kept.name:
        kept = changed_at(max(mark.changed for mark in bookmarks) + 1, kept, name=name)
    return Joined(kept, gone)
