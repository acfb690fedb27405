"""Leaders: the dots that lead from an entry of a list of contents to the number of its page."""

from __future__ import annotations

import re

from reader.importing.pdf.weights import page as page_weights
from reader.importing.pdf.weights import text_lines as weights
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.page.glyphs import Glyph
    from reader.importing.pdf.text_lines.text_line import TextLine

LEADER = "…"
"""The sign that is written for all dots of a leader."""
_DOTS = frozenset(".·․‥…⋯．・。_")
_NUMBER = re.compile(r"[\divxlcIVXLC]")
_ENTRY = re.compile(rf".*{LEADER} ?(?:\d{{1,4}}|[ivxlc]{{1,6}}|[IVXLC]{{1,6}})\Z")
_BARE = re.compile(r"\d{1,4}\Z|[ivxlc]{1,6}\Z")


def with_leaders_short(row: list[Glyph]) -> list[Glyph]:
    """Returns a row of glyphs, from the left, with one sign for each leader; it reaches to the texts on both sides."""
    if sum(glyph.char in _DOTS for glyph in row) < weights.LEADER_MIN_DOTS:
        return row
    found: list[Glyph] = []
    dots: list[Glyph] = []
    for glyph in [*row, None]:
        if glyph and (glyph.char in _DOTS or (dots and glyph.char.isspace())):
            dots.append(glyph)
            continue
        if sum(dot.char in _DOTS for dot in dots) >= weights.LEADER_MIN_DOTS:
            while found and found[-1].char.isspace():
                found.pop()
            is_led = bool(glyph and found and _NUMBER.match(glyph.char))
            left = found[-1].right if is_led else dots[0].left
            right = glyph.left if glyph and is_led else dots[-1].right
            size = found[-1].size if is_led else dots[0].size
            found.append(replace(dots[0], char=LEADER, left=left, right=max(left, right), size=size))
        else:
            found += dots
        dots = []
        if glyph:
            found.append(glyph)
    return found


def ends_entry(last: Glyph, glyph: Glyph, before: Sequence[Glyph]) -> bool:
    """Whether an entry ends between two neighbours of a row: after its number begins the text of another column."""
    if not _NUMBER.match(last.char) or glyph.left - last.right < weights.MIXED_BLANK_EM * glyph.size:
        return False
    for other in reversed(before):
        if other.char == LEADER:
            return True
        if not _NUMBER.match(other.char) and not other.char.isspace():
            return False
    return False


def is_entry(text: str) -> bool:
    """Whether a line is an entry of a list of contents, with its leader and number."""
    return bool(_ENTRY.match(text))


def with_numbers_of_entries(lines: Sequence[TextLine]) -> list[TextLine]:
    """Returns the lines; on a page of contents, numbers under those of entries end the line beside them."""
    edges = [line.right for line in lines if is_entry(line.text)]
    if len(edges) < weights.LEADER_MIN_ENTRIES:
        return list(lines)
    kept: list[TextLine | None] = list(lines)
    for at, number in enumerate(lines):
        near = weights.LEADER_ALIGNED_EM * number.size
        if not _BARE.match(number.text) or not any(abs(edge - number.right) <= near for edge in edges):
            continue
        row = [
            other
            for other, line in enumerate(kept)
            if line
            and line.right <= number.left
            and line.script
            and abs(line.baseline - number.baseline) <= page_weights.SAME_BASELINE_EM * number.size
        ]
        if row:
            own = max(row, key=lambda other: lines[other].right)
            line = lines[own]
            kept[own] = replace(
                line, text=f"{line.text.rstrip(LEADER).rstrip()} {LEADER} {number.text}", right=number.right
            )
            kept[at] = None
    return [line for line in kept if line]
