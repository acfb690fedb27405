"""Speakers of an interview: the short labels with a colon that its paragraphs begin with."""

from __future__ import annotations

import re
from collections import Counter

from reader.model.scripts import HAN_UNIFIED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.importing.text.text_runs import TextRun

_LABEL = re.compile(rf"(?:[A-Z]|[A-Z][\w'’]{{1,11}}|[{HAN_UNIFIED}·]{{1,4}}(?<![说說道曰是即为為]))[:：]")
_FEWEST_TIMES = 2
"""Minimum number of times that each of two speakers speaks."""


def speaker_labels(runs: Iterable[TextRun]) -> frozenset[str]:
    """Returns the labels, each with its colon; none if fewer than two of them return."""
    counts = Counter(found.group() for run in runs for word in run.words if (found := _LABEL.match(word)))
    returning = frozenset(label for label, times in counts.items() if times >= _FEWEST_TIMES)
    return returning if len(returning) > 1 else frozenset()


def begins_with_label(text: str, labels: frozenset[str]) -> bool:
    """Whether a text begins with one of the labels."""
    found = _LABEL.match(text)
    return found is not None and found.group() in labels
