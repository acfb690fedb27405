"""The links in sight."""

from __future__ import annotations

from reader.ui.lists.entry import ListEntry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.reading.links import Link


def link_entries(found: Iterable[Link], names: Mapping[str, str]) -> list[ListEntry[str]]:
    """Returns links, each with its words and its whole target, which is its value.

    ``names`` has the names of the places of the magazine, by the targets that lead there.
    """
    return [
        ListEntry(
            (((link.words, "strong"),), ((names.get(link.target, link.target), "link"),)),
            link.target,
            indent_cells=2,
            space_before=True,
        )
        for link in found
    ]
