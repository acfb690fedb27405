"""Numbered short lines, and lines in capitals, inside running text: headings, if each is over text of its own."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from reader.importing.pdf.blocks.running_lines import goes_on_from_head
from reader.importing.pdf.blocks.text_blocks import block_of
from reader.importing.pdf.roles.title_words import has_address
from reader.importing.pdf.text_lines.text_line import are_in_row
from reader.importing.pdf.weights import blocks as blocks_weights
from reader.importing.pdf.weights import headings as headings_weights
from reader.importing.pdf.weights import roles as weights
from reader.importing.scripts import HAN, LATIN, count_han
from reader.model.record import record, replace
from reader.model.scripts import PAUSES_HAN, PAUSES_LATIN, ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.importing.pdf.roles.regions import Region
    from reader.importing.pdf.text_lines.text_line import TextLine

_HAN_NUMBERS = "一二三四五六七八九十"
_NUMBERED = re.compile(
    rf"(?:(?P<digit>\d{{1,2}})[.．、]\s?|(?P<han>[{_HAN_NUMBERS}])、\s?|[（(](?P<bracket>[{_HAN_NUMBERS}])[)）]\s?|[（(](?P<round>\d{{1,2}})[)）]\s?)(?=[^\W\d_])"
)
"""Beginning of a line with a number of one level."""
_MAX_NUMBERED = 100
"""Number of numbered short lines above which a page is a list."""


@record
class _Numbered:
    """A line that begins with a number, and the kind of the number."""

    line: TextLine
    kind: str
    value: int


def with_numbered_lines(regions: Sequence[Region]) -> list[Region]:
    """Returns the regions; numbered short lines, each over text of its own, are headings in whatever style."""
    lines = sorted(
        (line for region in regions if region.role == "body" and region.box is None for line in region.block.lines),
        key=lambda line: line.baseline,
    )
    candidates = [found for found in map(_numbered, lines) if found]
    if len(candidates) > _MAX_NUMBERED:
        return list(regions)
    numbered = [found for found in candidates if _heads_lines(found.line, lines)]
    series = [
        one
        for one in numbered
        if one.kind not in ("digit", "round")
        or (_is_in_series(one, numbered) and (one.kind != "round" or _is_over_paragraph(one.line, lines)))
        or _is_over_indented(one.line, lines)
    ]
    headings = {id(one.line) for one in (*series, *_beside_series(candidates, numbered, series, lines))}
    headings |= {id(one.line) for one in _in_font_of_headings(candidates, numbered, lines)}
    headings |= {id(line) for line in lines if _is_head_in_capitals(line) and _is_between_paragraphs(line, lines)}
    return [part for region in regions for part in _parted(region, headings)]


def _beside_series(
    candidates: Sequence[_Numbered],
    numbered: Sequence[_Numbered],
    series: Sequence[_Numbered],
    lines: Sequence[TextLine],
) -> Iterator[_Numbered]:
    """Yields numbered lines at the edge of headings with numbers of their kind: in another series, or at the foot."""
    last = max((line.baseline for line in lines), default=0.0)
    for one in candidates:
        alike = [
            other
            for other in series
            if other.kind == one.kind
            and other.line.font == one.line.font
            and abs(other.line.left - one.line.left) <= headings_weights.SERIES_ROW_EM * one.line.size
        ]
        is_next = one.line.baseline == last and any(other.value == one.value - 1 for other in alike)
        if is_next or (alike and one in numbered):
            yield one


def _in_font_of_headings(
    candidates: Sequence[_Numbered], numbered: Sequence[_Numbered], lines: Sequence[TextLine]
) -> Iterator[_Numbered]:
    """Yields numbered lines in the font of headings, which is not that of the text, with the next or the last number.

    The text of such a line may be elsewhere: at the head of the next column.
    """
    usual = Counter(line.font for line in lines).most_common(1)[0][0] if lines else ""
    fonts = {one.line.font for one in numbered} - {usual}
    for one in candidates:
        values = {other.value for other in candidates if other.kind == one.kind and other.line.font == one.line.font}
        if one.line.font in fonts and values & {one.value - 1, one.value + 1}:
            yield one


def _numbered(line: TextLine) -> _Numbered | None:
    text = line.text
    found = _NUMBERED.match(text)
    if (
        not found
        or "=" in text
        or not is_short_head(text)
        or ends_sentence(text)
        or text[-1] in PAUSES_HAN + PAUSES_LATIN
    ):
        return None
    kind, number = found.lastgroup or "", found[found.lastgroup or 0]
    return _Numbered(line, kind, int(number) if number.isdecimal() else _HAN_NUMBERS.index(number) + 1)


def _is_over_indented(line: TextLine, lines: Sequence[TextLine]) -> bool:
    """Whether the line below a short one begins a paragraph: it is indented as the short line is not, the third not."""
    below = [other for other in _lines_of_column(line, lines) if other.baseline > line.baseline + line.size / 2][:2]
    if len(below) < 2 or line.script != HAN:
        return False
    first, second = ((other.left - line.left) / line.size for other in below)
    least = blocks_weights.NUMBERED_HEAD_MIN_INDENT_EM
    return least <= first <= blocks_weights.MAX_INDENT_EM and first - second >= least


def _is_over_paragraph(line: TextLine, lines: Sequence[TextLine]) -> bool:
    """Whether a short line has the indent of the paragraph that begins below it: the third line has none."""
    below = [other for other in _lines_of_column(line, lines) if other.baseline > line.baseline + line.size / 2][:2]
    if len(below) < 2 or line.script != HAN:
        return False
    first, second = ((line.left - other.left) / line.size for other in below)
    least = blocks_weights.NUMBERED_HEAD_MIN_INDENT_EM
    return abs(first) < least <= second <= blocks_weights.MAX_INDENT_EM


def _is_in_series(one: _Numbered, numbered: Iterable[_Numbered]) -> bool:
    """Whether another numbered line is before or after one, at its left edge and in its script."""
    return any(
        other.kind == one.kind
        and abs(other.value - one.value) == 1
        and (other.value > one.value) is (other.line.baseline > one.line.baseline)
        and other.line.script == one.line.script
        and abs(other.line.left - one.line.left) <= blocks_weights.MIN_INDENT_EM * one.line.size
        for other in numbered
    )


def _heads_lines(line: TextLine, lines: Sequence[TextLine]) -> bool:
    """Whether a line was ended early, after a line that ended, and a full line without a number is next below it."""
    size = line.size
    column = _lines_of_column(line, lines)
    near = [
        other
        for other in column
        if abs(other.baseline - line.baseline) <= headings_weights.NUMBERED_HEADING_REACH_EM * size
    ]
    below = [other for other in near if other.baseline > line.baseline + size / 2]
    above = [other for other in near if other.baseline < line.baseline - size / 2]
    if not below:
        return False
    left, right = min(other.left for other in column), max(other.right for other in column)
    space = headings_weights.NUMBERED_HEADING_SPACE_EM * size
    is_ended = line.right <= right - space or (line.font != below[0].font and not goes_on_from_head(below[0]))
    if above and not ends_sentence(above[-1].text) and above[-1].right > right - space:
        return False
    first = below[0]
    is_full = first.right - first.left >= headings_weights.NUMBERED_TEXT_FULL_SHARE * (right - left)
    own, next_one = _NUMBERED.match(line.text), _NUMBERED.match(first.text)
    is_other = next_one is None or (own is not None and own.lastgroup != next_one.lastgroup)
    return is_ended and is_full and is_other


def _is_head_in_capitals(line: TextLine) -> bool:
    """Whether a line is a few words in capitals, and no sentence."""
    text = line.text
    is_long = sum(map(str.isalpha, text)) >= headings_weights.CAPITALS_HEADING_MIN_LETTERS
    is_closed = ends_sentence(text) or text[-1] in ",;-–—"
    is_in_capitals = line.script == LATIN and text.isupper() and is_long
    return is_in_capitals and is_short_head(text) and not is_closed and not has_address(text)


def _is_between_paragraphs(line: TextLine, lines: Sequence[TextLine]) -> bool:
    """Whether a short line is by itself: apart from the text above, and as close to a paragraph below or closer."""
    column = _lines_of_column(line, lines)
    below = [other for other in column if other.baseline > line.baseline + line.size / 2]
    above = [other for other in column if other.baseline < line.baseline - line.size / 2]
    if len(below) < 2 or not above:
        return False
    first, second = below[:2]
    after, before = first.baseline - line.baseline, line.baseline - above[-1].baseline
    apart, reach = (
        headings_weights.CAPITALS_HEADING_APART_EM * line.size,
        headings_weights.NUMBERED_HEADING_REACH_EM * line.size,
    )
    is_paragraph = second.baseline - first.baseline <= headings_weights.NUMBERED_INNER_STEP_EM * first.size
    return (
        apart <= after <= reach
        and before >= max(apart, headings_weights.CAPITALS_HEADING_ABOVE_RATIO * after)
        and is_paragraph
        and not first.text.isupper()
        and not above[-1].text.isupper()
        and line.right <= max(other.right for other in column) - headings_weights.NUMBERED_HEADING_SPACE_EM * line.size
        and abs(first.left - line.left) <= weights.COLUMN_HEADING_EDGE_EM * line.size
    )


def _lines_of_column(line: TextLine, lines: Sequence[TextLine]) -> list[TextLine]:
    """Returns the lines above and below a line; text over several columns is left out if the line is in one of them."""
    column = [other for other in lines if min(other.right, line.right) > max(other.left, line.left)]
    beside = [other for other in lines if are_in_row(line, other) and other.left > line.right]
    edge = min((other.left for other in beside), default=float("inf"))
    return [other for other in column if other.right <= edge]


def _parted(region: Region, headings: set[int]) -> Iterator[Region]:
    """Yields a region, or its parts before, at and after each of its lines that is a heading."""
    lines = region.block.lines
    cuts = sorted(
        {0, len(lines), *(edge for at, line in enumerate(lines) if id(line) in headings for edge in (at, at + 1))}
    )
    if len(cuts) == 2 and id(lines[0]) not in headings:
        yield region
        return
    for start, end in pairwise(cuts):
        part = replace(region, block=block_of(lines[start:end]))
        yield replace(part, role="heading", doubt="") if id(lines[start]) in headings else part


def is_short_head(text: str) -> bool:
    """Whether a text is as short as a numbered heading."""
    return len(text) <= (
        headings_weights.NUMBERED_HEADING_MAX_CHARACTERS
        if count_han(text) * 2 >= len(text)
        else headings_weights.NUMBERED_HEADING_MAX_LETTERS
    )
