"""The number and the lengths of the items of a list of blocks in two languages, without the items."""

from __future__ import annotations

from itertools import accumulate

from reader.layout.parts import count_of_parts
from reader.model.text import EVERY_LANGUAGE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.model.outline import Outline

    Lengths = tuple[Sequence[int], Sequence[int]]
    """Numbers of characters in the left and the right language."""
    PartLengths = list[tuple[int, int]]
    """Numbers of characters of each item of a slot."""


class OutlinedItems:
    """The items of an outline. Nearly each slot is one item; those that are not are *exceptions*."""

    def __init__(
        self, outline: Outline, languages: tuple[str | None, str | None], figures: Mapping[str, tuple[int, int]]
    ) -> None:
        """Takes an outline.

        Args:
            outline: The outline of the blocks.
            languages: The left and the right language; None for a side that shows no text of the blocks.
            figures: The lengths of the caption of each figure that the article has, by its id.
        """
        columns = [_column(outline, language) for language in languages]
        exceptions: dict[int, PartLengths] = {}
        for side in columns:
            if count_of_parts(max(side, default=0)) > 1:
                for slot, pair in enumerate(zip(*columns, strict=True)):
                    if count_of_parts(max(pair)) > 1 and slot not in outline.whole:
                        exceptions[slot] = in_shares(*pair)
                break
        for slot, name in outline.figures:
            exceptions[slot] = in_shares(*figures[name]) if name in figures else []
        self.lengths: Lengths = (columns[0], columns[1])
        """The number of characters of each item; of a text in parts an even share, about that of the part."""
        self.firsts: Sequence[int] = outline.slots
        """Number of items before each block, and of all items at last."""
        if exceptions:
            self._except(outline, exceptions)

    def _except(self, outline: Outline, exceptions: Mapping[int, PartLengths]) -> None:
        counts = [1] * outline.slot_count
        left: list[int] = []
        right: list[int] = []
        done = 0
        for slot in sorted(exceptions):
            parts = exceptions[slot]
            counts[slot] = len(parts)
            left += [*self.lengths[0][done:slot], *(length for length, _ in parts)]
            right += [*self.lengths[1][done:slot], *(length for _, length in parts)]
            done = slot + 1
        self.lengths = [*left, *self.lengths[0][done:]], [*right, *self.lengths[1][done:]]
        before = list(accumulate(counts, initial=0))
        self.firsts = [before[slot] for slot in outline.slots]


def in_shares(left: int, right: int) -> PartLengths:
    """Returns the lengths of the parts of a text with these lengths in two languages: even shares."""
    count = count_of_parts(max(left, right))
    return [
        (left * (k + 1) // count - left * k // count, right * (k + 1) // count - right * k // count)
        for k in range(count)
    ]


def _column(outline: Outline, language: str | None) -> Sequence[int]:
    """Returns the number of characters of each slot in a language."""
    if language is None:
        return [0] * outline.slot_count
    columns = [found for tag in (language, EVERY_LANGUAGE) if (found := outline.chars.get(tag)) is not None]
    if len(columns) == 2:
        return [own or shared for own, shared in zip(*columns, strict=True)]
    return columns[0] if columns else [0] * outline.slot_count
