"""Who speaks in an interview: the short marks with a colon that its paragraphs begin with."""

from __future__ import annotations

import re
from collections import Counter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.importing.text.runs import Run

_MARK = re.compile(r"(?:[A-Z]|[A-Z][\w'’]{1,11}|[\u3400-\u9fff·]{1,4}(?<![说說道曰是即为為]))[:：]")
_LEAST = 2
"""So often each of two speaks at least."""


def speakers(runs: Iterable[Run]) -> frozenset[str]:
    """Returns the marks, each with its colon; none if there are not two that return."""
    counts = Counter(found.group() for run in runs for word in run.words if (found := _MARK.match(word)))
    returning = frozenset(mark for mark, times in counts.items() if times >= _LEAST)
    return returning if len(returning) > 1 else frozenset()


def speaks(text: str, marks: frozenset[str]) -> bool:
    """Whether a text begins with one of the marks."""
    found = _MARK.match(text)
    return found is not None and found.group() in marks
