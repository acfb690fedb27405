"""Subtitles of two languages that were cut for versions of a film, and begin some seconds apart."""

from __future__ import annotations

from collections import Counter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.documents.document import SourceUnit

SAMPLE = 400
"""Number of subtitles at the beginning of each side whose times are compared."""
NEAREST = 40
"""Number of places between two subtitles up to which they may go together."""
STEP_SECONDS = 0.5
"""Steps by which shifts are counted."""
SHIFTED_SHARE = 0.6
"""Share of the subtitles of the shorter side that a shift brings together, from which on it is likely."""


def likely_shifts(left: Sequence[SourceUnit], right: Sequence[SourceUnit]) -> list[float]:
    """Returns the seconds, if any, by which the times of the right side differ from those of the left one.

    It is the most frequent difference of two beginnings, if most subtitles have it.
    """
    found: Counter[int] = Counter()
    for i, one in enumerate(left[:SAMPLE]):
        near = right[max(0, i - NEAREST) : i + NEAREST + 1][:SAMPLE]
        for step in {round((one.begin - other.begin) / STEP_SECONDS) for other in near}:
            found[step] += 1
    if not found:
        return []
    counts = {step: found[step - 1] + found[step] + found[step + 1] for step in found}
    best = max(counts, key=lambda step: (counts[step], found[step], -abs(step)))
    if counts[best] < SHIFTED_SHARE * min(len(left), len(right), SAMPLE):
        return []
    return [best * STEP_SECONDS]
