"""Chinese names of two characters, set apart to be as wide as those of three: ``王　船``."""

from __future__ import annotations

import re

from reader.importing.pdf.text_lines.text_line import are_in_row
from reader.importing.pdf.weights import text_lines as weights
from reader.model.record import replace
from reader.model.scripts import HAN_UNIFIED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.text_lines.text_line import TextLine

_LAST = re.compile(rf"(?:.*[^{HAN_UNIFIED}])?[{HAN_UNIFIED}]\Z")
_FIRST = re.compile(rf"[{HAN_UNIFIED}](?![{HAN_UNIFIED}])")


def with_spaced_names_joined(lines: Sequence[TextLine]) -> list[TextLine]:
    """Returns lines, from the top down and from the left; the two characters of a name in a row are joined.

    A row with more single characters at such gaps is one of cells, or a spaced word.
    """
    found: list[TextLine] = []
    for at, line in enumerate(lines):
        after = lines[at + 1] if at + 1 < len(lines) else None
        is_inside = bool(after and _is_gap(line, after))
        if found and _is_gap(found[-1], line) and not (is_inside and len(line.text) == 1) and not _is_row(found):
            last = found[-1]
            found[-1] = replace(last, text=f"{last.text} {line.text}", right=line.right)
        else:
            found.append(line)
    return found


def _is_row(lines: Sequence[TextLine]) -> bool:
    """Whether the last two lines are single characters apart in a row."""
    return len(lines) > 1 and len(lines[-1].text) == 1 and _is_gap(lines[-2], lines[-1])


def _is_gap(left: TextLine, right: TextLine) -> bool:
    """Whether a single character at the end of a line is a blank away from one at the beginning of another."""
    gap = (right.left - left.right) / right.size
    return (
        weights.NAME_GAP_MIN_EM <= gap <= weights.NAME_GAP_MAX_EM
        and are_in_row(left, right)
        and left.font == right.font
        and bool(_LAST.match(left.text) and _FIRST.match(right.text))
    )
