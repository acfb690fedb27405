"""The links in sight."""

from __future__ import annotations

from reader.reading.links import readable
from reader.ui.lists.entry import ListEntry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.reading.links import Link
    from reader.ui.lists.entry import Runs


def link_entries(found: Iterable[Link], names: Mapping[str, str]) -> list[ListEntry[str]]:
    """Returns an entry for each target, which is its value: the words of its links, and the target as one reads it.

    ``names`` has the names of the places of the magazine, by the targets that lead there.
    """
    words: dict[str, dict[str, None]] = {}
    for link in found:
        words.setdefault(link.target, {})[link.words] = None
    return [_entry(target, [*those], names.get(target, "")) for target, those in words.items()]


def _entry(target: str, words: list[str], name: str) -> ListEntry[str]:
    shown = name or readable(target)
    others = " · ".join(each for each in words if each.strip() not in (target, shown))
    lines: tuple[Runs, ...] = (((others, "strong"),),) if others else ()
    return ListEntry((*lines, ((shown, "link"),)), target, indent_cells=2, space_before=True)
