"""The blank rows between items."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.layout.item import Item, ItemKind

_TITLES: frozenset[ItemKind] = frozenset({"heading", "aside"})
"""Kinds of items above the text that they are the title of."""


def space_before(item: Item, previous: Item | None) -> int:
    """Returns the number of blank rows between an item and the one before it."""
    if previous is None or item.part:
        return 0
    kinds = (previous.kind, item.kind)
    if kinds == ("item", "item"):
        return int(bool(item.paragraph or previous.paragraph))
    if item.kind in ("by", "author", "continued") and item.anchor == previous.anchor:
        return 0
    if previous.kind in _TITLES:  # it is nearer to its own text than to the one before
        return 0
    if kinds in (("kicker", "title"), ("credits", "relation"), ("footnote", "footnote")):
        return 0
    if kinds == ("colophon", "colophon"):
        return 0
    if previous.kind == "continued" and previous.anchor == item.anchor:
        return 0
    return 1
