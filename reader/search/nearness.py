"""Nearness: whether two places of a folded text are within some words of each other."""

from __future__ import annotations

from itertools import accumulate

from reader.model.scripts import FIRST_EAST_ASIAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.text import Extent

NEAR_WORDS = 10
"""Largest number of words between two places that are near each other."""
CHARACTERS_OF_A_WORD = 2
"""Number of Han characters or kana that count as one word."""


def near(folded: str, lists: Sequence[list[Extent]]) -> list[list[Extent]]:
    """Returns of each list of places those that are part of a chain: one place of each list, each near the next.

    Args:
        folded: The text.
        lists: The places of terms in the text, a list for each term.
    """
    words = _words_before(folded)
    kept = [list(places) for places in lists]
    for order in (range(1, len(kept)), range(len(kept) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for k in order:
            kept[k] = [place for place in kept[k] if any(_are_near(words, place, other) for other in kept[k + step])]
    return kept


def _are_near(words: list[int], one: Extent, other: Extent) -> bool:
    first, second = sorted((one, other))
    return words[max(first[1], second[0])] - words[first[1]] <= CHARACTERS_OF_A_WORD * NEAR_WORDS


def _words_before(folded: str) -> list[int]:
    """Returns for each offset the number of words that begin before it, in halves of a word."""
    previous = " "
    found = []
    for character in folded:
        is_part = character.isalnum()
        if is_part and character >= FIRST_EAST_ASIAN:
            found.append(1)
        else:
            goes_on = previous.isalnum() and previous < FIRST_EAST_ASIAN
            found.append(CHARACTERS_OF_A_WORD if is_part and not goes_on else 0)
        previous = character
    return list(accumulate(found, initial=0))
