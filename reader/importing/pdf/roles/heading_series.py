"""Headings told by their like: texts in the style of others, parts of one in a row, and numbered short lines."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from reader.importing.credits import is_text_byline
from reader.importing.pdf.blocks.article_labels import begins_entry
from reader.importing.pdf.blocks.running_lines import goes_on_from_head
from reader.importing.pdf.blocks.text_blocks import block_of, is_of_style
from reader.importing.pdf.page.geometry import shared_width
from reader.importing.pdf.roles.authors import names_in
from reader.importing.pdf.roles.inner_lines import without_inner_lines
from reader.importing.pdf.roles.table_titles import is_table_note, is_table_title, is_table_unit
from reader.importing.pdf.roles.title_words import is_worded
from reader.importing.pdf.text_lines.text_line import are_in_row
from reader.importing.pdf.weights import blocks as blocks_weights
from reader.importing.pdf.weights import roles as weights
from reader.importing.scripts import HAN, LATIN, count_han
from reader.model.record import record, replace
from reader.model.scripts import PAUSES_HAN, PAUSES_LATIN, ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.importing.pdf.blocks.table_grids import TableGrid
    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.roles.regions import Region
    from reader.importing.pdf.text_lines.text_line import TextLine

_DOUBTFUL = ("pull", "byline", "table", "other", "deck")
"""Roles of short texts that are headings if they look like others."""
_ADDRESS = re.compile(r"\S@\S|\bwww\.|://")
_HAN_NUMBERS = "一二三四五六七八九十"
_NUMBERED = re.compile(
    rf"(?:(?P<digit>\d{{1,2}})[.．、]\s?|(?P<han>[{_HAN_NUMBERS}])、\s?|[（(](?P<bracket>[{_HAN_NUMBERS}])[)）]\s?|[（(](?P<round>\d{{1,2}})[)）]\s?)(?=[^\W\d_])"
)
"""Beginning of a line with a number of one level."""
_MAX_NUMBERED = 100
"""Number of numbered short lines above which a page is a list."""


def with_headings_alike(regions: Sequence[Region], grids: Sequence[TableGrid]) -> list[Region]:
    """Returns the regions with more headings found: by the style of others, by their row, and by their numbers."""
    found = _with_headings_of_style(without_inner_lines(regions), grids)
    return _with_rows_joined(_with_numbered_lines(_with_heads_over_writers(found)))


def _with_headings_of_style(regions: Sequence[Region], grids: Sequence[TableGrid]) -> list[Region]:
    headings = [
        region.block for region in regions if region.role == "heading" and _is_style_of_headings(region, regions)
    ]
    return [
        replace(region, role="heading")
        if region.box is None
        and any(is_of_style(region.block, heading) for heading in headings)
        and (_is_over_content(region, regions, grids) or _is_last_of_series(region, regions, headings))
        and (
            (
                region.role in _DOUBTFUL
                and not (region.role == "byline" and _is_name(region, regions, headings))
                and _may_head(region.block)
            )
            or (region.role == "body" and _is_long_head(region, regions))
        )
        else region
        for region in regions
    ]


def _is_name(region: Region, regions: Sequence[Region], headings: Sequence[TextBlock]) -> bool:
    """Whether a text like a name is none of a series of headings; two do if they are larger than all text.

    Chinese names are set as large.
    """
    size = max((other.block.size for other in regions if other.role == "body"), default=region.block.size)
    is_large = region.block.script == LATIN and region.block.size >= weights.LARGE_RATIO * size
    return bool(names_in(region.block.text)) and not is_large and not _is_in_series_of(region, headings)


def _is_in_series_of(region: Region, headings: Sequence[TextBlock]) -> bool:
    """Whether several headings are in the style of a text and at its edge: it is one, though it may be a name."""
    edge = blocks_weights.MIN_INDENT_EM * region.block.size
    alike = [one for one in headings if is_of_style(one, region.block) and abs(one.left - region.block.left) <= edge]
    return region.block.bold and len(alike) >= weights.SERIES_MIN_HEADINGS


def _is_last_of_series(region: Region, regions: Sequence[Region], headings: Sequence[TextBlock]) -> bool:
    """Whether a text is like several headings, and the last one of a page but for its furniture."""
    is_last = not any(other.role != "running" and other.block.top >= region.block.bottom for other in regions)
    return is_last and _is_in_series_of(region, headings)


def _with_heads_over_writers(regions: Sequence[Region]) -> list[Region]:
    """Returns the regions; a line like a name with the line on its writer right below it is a heading."""
    writers = [region.block for region in regions if region.role == "byline" and is_text_byline(region.block.text)]
    bodies = [region.block for region in regions if region.role == "body"]
    return [
        replace(region, role="heading")
        if region.role == "byline"
        and region.box is None
        and not is_text_byline(region.block.text)
        and _may_head(region.block)
        and any(
            0 < writer.lines[0].baseline - region.block.lines[-1].baseline <= weights.TITLE_LEADING_EM * writer.size
            and writer.size < region.block.size
            and writer.lines[0].font == region.block.lines[0].font
            for writer in writers
            if any(shared_width(body, writer) > 0 and shared_width(body, region.block) > 0 for body in bodies)
        )
        else region
        for region in regions
    ]


def _is_long_head(region: Region, regions: Sequence[Region]) -> bool:
    """Whether bold text in the style of headings is one though it is long or ends as a sentence: it is well apart."""
    block = region.block
    is_long = len(block.lines) > weights.LONG_HEADING_MAX_LINES or len(block.text) > weights.LONG_HEADING_MAX_LETTERS
    if not block.bold or is_long or _ADDRESS.search(block.text) or begins_entry(block.text):
        return False
    below = [other for other in regions if other.block.top >= block.bottom and shared_width(other.block, block) > 0]
    nearest = min(below, key=lambda other: other.block.top, default=None)
    if nearest is None or nearest.role != "body":
        return False
    return nearest.block.top - block.bottom >= weights.LONG_HEADING_APART_EM * block.size


def _is_style_of_headings(heading: Region, regions: Sequence[Region]) -> bool:
    """Whether only little of the running text is in the style of a heading."""
    bodies = [
        region.block for region in regions if region.role == "body" and region.block.script == heading.block.script
    ]
    alike = sum(len(block.text) for block in bodies if is_of_style(heading.block, block))
    return alike < weights.SERIES_MAX_BODY_SHARE * sum(len(block.text) for block in bodies)


def _may_head(block: TextBlock) -> bool:
    """Whether a text is as short as a heading, and neither a sentence nor the title, note or unit of a table."""
    text = block.text
    is_of_table = is_table_title(text) or is_table_note(text) or is_table_unit(text)
    is_closed = (ends_sentence(text) and text[-1] not in "?？") or text[-1:] in PAUSES_HAN + PAUSES_LATIN
    return (
        len(block.lines) <= weights.SERIES_MAX_LINES
        and _is_short(text)
        and is_worded(text)
        and not is_of_table
        and not is_closed
    )


def _is_short(text: str) -> bool:
    return len(text) <= (
        weights.NUMBERED_HEADING_MAX_CHARACTERS
        if count_han(text) * 2 >= len(text)
        else weights.NUMBERED_HEADING_MAX_LETTERS
    )


def _is_over_content(region: Region, regions: Sequence[Region], grids: Sequence[TableGrid]) -> bool:
    """Whether the next text below is running text, a heading or a table."""
    block = region.block
    below: list[tuple[float, bool]] = [(grid.top, True) for grid in grids if _is_below(grid.top, grid, block)]
    below += [
        (other.block.top, other.role in ("body", "heading"))
        for other in regions
        if other is not region and other.role != "running" and _is_below(other.block.top, other.block, block)
    ]
    return bool(below) and min(below)[1]


def _is_below(top: float, other: TextBlock | TableGrid, block: TextBlock) -> bool:
    return 0 <= top - block.bottom <= weights.HEADING_REACH_EM * block.size and shared_width(other, block) > 0


def _with_rows_joined(regions: Sequence[Region]) -> list[Region]:
    """Returns the regions; headings in a row and of one style over one text, which is as wide, are one heading."""
    bodies = [region.block for region in regions if region.role == "body"]
    found: dict[int, Region] = {}
    headings: list[int] = []
    for at, region in sorted(enumerate(regions), key=lambda placed: placed[1].block.left):
        own = at
        if region.role == "heading":
            own = next((left for left in headings if _is_row(found[left], region, bodies)), at)
            headings.append(own)
        found[own] = region if own == at else replace(found[own], block=_row_of(found[own].block, region.block))
    return [found[at] for at in sorted(found)]


def _is_row(left: Region, right: Region, bodies: Iterable[TextBlock]) -> bool:
    one, other = left.block, right.block
    is_alike = left.role == right.role == "heading" and left.box == right.box and is_of_style(one, other)
    if not is_alike or len(one.lines) > 1 or len(other.lines) > weights.SERIES_MAX_LINES or one.right > other.left:
        return False
    if abs(one.lines[0].baseline - other.lines[0].baseline) > weights.SERIES_ROW_EM * one.size:
        return False
    reach = weights.OVER_TEXT_GAP_EM * one.size
    return any(
        len(body.lines) > 1
        and 0 <= body.top - one.bottom <= reach
        and shared_width(body, one) > 0
        and shared_width(body, other) > 0
        for body in bodies
    )


def _row_of(left: TextBlock, right: TextBlock) -> TextBlock:
    first, (second, *rest) = left.lines[0], right.lines
    return block_of([replace(first, text=f"{first.text} {second.text}", right=second.right), *rest])


@record
class _Numbered:
    """A line that begins with a number, and the kind of the number."""

    line: TextLine
    kind: str
    value: int


def _with_numbered_lines(regions: Sequence[Region]) -> list[Region]:
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
        if one.kind not in ("digit", "round") or _is_in_series(one, numbered) or _is_over_indented(one.line, lines)
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
            and abs(other.line.left - one.line.left) <= weights.SERIES_ROW_EM * one.line.size
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
    if not found or "=" in text or not _is_short(text) or ends_sentence(text) or text[-1] in PAUSES_HAN + PAUSES_LATIN:
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


def _is_in_series(one: _Numbered, numbered: Iterable[_Numbered]) -> bool:
    """Whether another numbered line is before or after one, at its left edge and in its script."""
    return one.kind != "round" and any(
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
        other for other in column if abs(other.baseline - line.baseline) <= weights.NUMBERED_HEADING_REACH_EM * size
    ]
    below = [other for other in near if other.baseline > line.baseline + size / 2]
    above = [other for other in near if other.baseline < line.baseline - size / 2]
    if not below:
        return False
    left, right = min(other.left for other in column), max(other.right for other in column)
    space = weights.NUMBERED_HEADING_SPACE_EM * size
    is_ended = line.right <= right - space or (line.font != below[0].font and not goes_on_from_head(below[0]))
    if above and not ends_sentence(above[-1].text) and above[-1].right > right - space:
        return False
    first = below[0]
    is_full = first.right - first.left >= weights.NUMBERED_TEXT_FULL_SHARE * (right - left)
    own, next_one = _NUMBERED.match(line.text), _NUMBERED.match(first.text)
    is_other = next_one is None or (own is not None and own.lastgroup != next_one.lastgroup)
    return is_ended and is_full and is_other


def _is_head_in_capitals(line: TextLine) -> bool:
    """Whether a line is a few words in capitals, and no sentence."""
    text = line.text
    is_long = sum(map(str.isalpha, text)) >= weights.CAPITALS_HEADING_MIN_LETTERS
    is_closed = ends_sentence(text) or text[-1] in ",;-–—"
    is_in_capitals = line.script == LATIN and text.isupper() and is_long
    return is_in_capitals and _is_short(text) and not is_closed and not _ADDRESS.search(text)


def _is_between_paragraphs(line: TextLine, lines: Sequence[TextLine]) -> bool:
    """Whether a short line is by itself: apart from the text above, and as close to a paragraph below or closer."""
    column = _lines_of_column(line, lines)
    below = [other for other in column if other.baseline > line.baseline + line.size / 2]
    above = [other for other in column if other.baseline < line.baseline - line.size / 2]
    if len(below) < 2 or not above:
        return False
    first, second = below[:2]
    after, before = first.baseline - line.baseline, line.baseline - above[-1].baseline
    apart, reach = weights.CAPITALS_HEADING_APART_EM * line.size, weights.NUMBERED_HEADING_REACH_EM * line.size
    is_paragraph = second.baseline - first.baseline <= weights.NUMBERED_INNER_STEP_EM * first.size
    return (
        apart <= after <= reach
        and before >= max(apart, weights.CAPITALS_HEADING_ABOVE_RATIO * after)
        and is_paragraph
        and not first.text.isupper()
        and not above[-1].text.isupper()
        and line.right <= max(other.right for other in column) - weights.NUMBERED_HEADING_SPACE_EM * line.size
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
