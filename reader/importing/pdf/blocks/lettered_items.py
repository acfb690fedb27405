"""Items of lists that begin with letters or Roman numbers: ``a.``, ``(ii)``. Pure.

A line may begin with such a mark by chance, as with an initial; an item is one whose neighbours have the marks before
or after it.
"""

from __future__ import annotations

import re
from string import ascii_lowercase

from reader.importing.pdf.weights import blocks as weights

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.importing.pdf.text_lines.text_line import TextLine

_MARK = re.compile(r"(?P<open>[(（]?)(?P<label>[a-z]|[ivx]{2,4}|[A-Z]|[IVX]{2,4})(?P<close>[.)）])\s+\S")
_SERIES = (tuple(ascii_lowercase), ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"))


def lettered_items(lines: Iterable[TextLine]) -> frozenset[int]:
    """Returns the identities of the lines that begin such items: with marks in a row, under each other."""
    runs: dict[str, list[TextLine]] = {}
    found: set[int] = set()
    for line in lines:
        mark = _MARK.match(line.text)
        if not mark:
            continue
        for kind, series in enumerate(_SERIES):
            label = mark["label"]
            style = f"{kind}{mark['open']}{mark['close']}{label.isupper()}"
            run = runs.get(style, [])
            if label.lower() == series[0]:
                runs[style] = [line]
            elif label.lower() in series[len(run) : len(run) + 1] and _is_under(line, run[-1]):
                run.append(line)
                found |= {id(item) for item in run}
    return frozenset(found)


def _is_under(line: TextLine, last: TextLine) -> bool:
    return line.baseline > last.baseline and abs(line.left - last.left) <= weights.LETTERED_EDGE_EM * line.size
