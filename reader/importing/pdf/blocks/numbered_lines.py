"""Numbers, bullets and labels set apart from the line that they begin: ``2.1``, a dot before an item, ``关键词``."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from statistics import median

from reader.importing.bullets import BULLET, is_bullet, with_named_bullet
from reader.importing.pdf.blocks.article_labels import is_label
from reader.importing.pdf.blocks.text_blocks import block_of, is_same_size
from reader.importing.pdf.text_lines.leaders import is_entry
from reader.importing.pdf.weights import blocks as weights
from reader.importing.pdf.weights import page as page_weights
from reader.importing.pdf.weights import text_lines as text_lines_weights
from reader.importing.scripts import HAN, count_han, count_latin_words
from reader.model.record import replace
from reader.model.scripts import HAN_UNIFIED, PAUSES_HAN, PAUSES_LATIN, ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.text_lines.text_line import TextLine

_HAN_NUMBER = "[一二三四五六七八九十百壹贰貳叁參参肆伍陆陸柒捌玖拾\\d]{1,4}"
_COUNTERS = "年月日号號个個位名条條种種大天次届屆周週岁歲级級元分秒时時点點万萬亿億千百十倍米项項人家本期卷度寸"
"""Characters after a number that is no number of a section: it counts them."""
_NUMBER = re.compile(
    rf"(?P<bare>\d{{1,2}}(?:\.\d{{1,2}}){{0,5}}|[IVX]{{1,5}}|{_HAN_NUMBER})\Z|(?:\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}|[IVX]{{1,5}}|i{{1,3}}|iv|vi{{0,3}}|[A-Za-z])[.):]\Z"
    rf"|[a-z]\)\Z|[（(](?:\d{{1,2}}|[a-z]|[ivx]{{2,4}}|{_HAN_NUMBER})[)）]\Z|第\s*{_HAN_NUMBER}\s*[章节節篇部讲講课課]\Z|{_HAN_NUMBER}[、．.）]\Z"
    r"|[\[［〔【]\d{1,3}[\]］〕】]\Z|§\s*\d{1,2}(?:\.\d{1,2}){0,3}\.?\Z|(?:Chapter|Part|Section|Appendix)\s+(?:\d{1,2}|[A-Z]|[IVX]{1,5})[.:]?\Z"
    r"|(?:Table|Figure|Fig\.?|图|圖|表)\s*\d{1,2}(?:[.-]\d{1,2})?\s*[:：.]?\Z"
)
"""A number before a heading, an item or a caption. ``bare`` ones may as well be cells of a table."""
_HEADING_NUMBER = re.compile(
    rf"\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}(?:\.?\s+(?![\d%a-z])\S|\.?(?![{_COUNTERS}])[{HAN_UNIFIED}])|第\s*{_HAN_NUMBER}\s*[章节節篇]\s+\S|(?:Chapter|Part)\s+\d{{1,2}}\b"
)
_SECTION_NUMBER = re.compile(
    r"\d{1,2}(?:\.\d{1,2}){0,3}(?:[.)]?\s|[．、])|[IVX]{1,5}\.\s|[一二三四五六七八九十壹贰貳叁參参肆伍陆陸柒捌玖拾]{1,3}[、．.]"
)
_HAN_SECTION = re.compile(
    rf"(?:\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}\.?|\d{{1,2}}[.．、]|§\s*\d{{1,2}}\.?|[（(](?:\d{{1,2}}|{_HAN_NUMBER})[)）]|{_HAN_NUMBER}、)"
    rf"\s*(?=[^\W\d_])|[①-⑳]\s*(?=[^\W\d_])|\d{{1,2}}(?:\s+(?=[^\W\d_])|(?=[{HAN_UNIFIED}])(?![{_COUNTERS}]))"
)
"""Number of a section before its Chinese heading; that of a chapter is none."""
_HANGING_NUMBER = re.compile(rf"(?:{_HAN_NUMBER}、|\d{{1,2}}[.．]|[（(]{_HAN_NUMBER}[)）])\s*\D")
_CLAUSE = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}[.:]?\s+[^\W\d_]")
"""Beginning of a clause of a standard or a contract."""
_CHAPTER = re.compile(rf"第\s*{_HAN_NUMBER}\s*[编編章节節篇部卷回条條]\s+\S")
"""Beginning of an entry of a list of chapters, or of an article of a law."""


class _RowIndex:
    """The lines of a page by their baselines."""

    def __init__(self, lines: Sequence[TextLine]) -> None:
        self._lines = lines
        self._order = sorted(range(len(lines)), key=lambda at: lines[at].baseline)
        self._baselines = [lines[at].baseline for at in self._order]
        self.largest = max(line.size for line in lines)

    def near(self, baseline: float, reach: float) -> list[int]:
        """Returns the indices of the lines within some points above and below, in their order."""
        first, last = bisect_left(self._baselines, baseline - reach), bisect_right(self._baselines, baseline + reach)
        return sorted(self._order[first:last])

    def lines_near(self, baseline: float, reach: float) -> Iterator[TextLine]:
        """Yields the lines within some points above and below."""
        return (self._lines[at] for at in self.near(baseline, reach))


def with_numbers_joined(lines: Sequence[TextLine], height: float) -> list[TextLine]:
    """Returns the lines of a page, each number and bullet joined to the line that it begins.

    A bare number in the upper or lower margin is left alone, for it may be that of the page, and so is a column of
    them, which may be of a table. ``height`` is that of the page.
    """
    lines = [
        replace(line, text=text) if (text := with_named_bullet(line.text)) != line.text else line for line in lines
    ]
    marks = [at for at, line in enumerate(lines) if _is_mark(line.text)]
    if not marks:
        return list(lines)
    rows = _RowIndex(lines)
    usual = median(line.size for line in lines for _ in line.text)
    margin = text_lines_weights.MARGIN_SHARE * height
    kept: list[TextLine | None] = list(lines)
    for at in marks:
        mark = lines[at]
        own = _line_after(mark, lines, rows)
        if own is None or kept[own] is not lines[own]:
            continue
        line = lines[own]
        if _is_bare(mark.text) and not is_entry(line.text) and not _is_raised(mark, line):
            is_in_margin = not margin <= mark.baseline <= height - margin
            is_plain = not (mark.bold and "." in mark.text)
            if is_in_margin and is_plain and line.size < weights.NUMBER_MARGIN_SIZE_RATIO * usual:
                continue
            if not _is_numbered_text(mark, line) and any(
                _is_row_beside(mark, line, other, rows) for other in _rows_near(line, rows)
            ):
                continue
        text = f"{BULLET if is_bullet(mark.text) else mark.text} {line.text}"
        kept[own] = replace(line, text=text, left=mark.left)
        kept[at] = None
    return [line for line in kept if line]


def is_numbered_heading(text: str) -> bool:
    """Whether a short line is a heading by its number alone: one of a chapter, or of several levels."""
    return bool(_HEADING_NUMBER.match(text)) and not ends_sentence(text) and text[-1] not in PAUSES_HAN + PAUSES_LATIN


def with_numbered_heads_apart(blocks: Iterable[TextBlock]) -> list[TextBlock]:
    """Returns the blocks; a numbered Chinese heading in the size of the text is one by itself, as its indent shows.

    It is shorter than the line below it, which begins a paragraph: with an indent that the heading has not. The line
    below may be another such heading. Bold lines, each with such a number, are headings by themselves in any script.
    """
    found = []
    for block in blocks:
        lines = block.lines
        if block.bold and len(lines) > 1 and all(_may_head(line.text) for line in lines):
            found += [block_of([line]) for line in lines]
            continue
        heads = {
            at
            for at, line in enumerate(lines if block.script == HAN and len(lines) > 1 else ())
            if is_numbered_heading(line.text)
        }
        cuts = [0]
        for at in sorted(heads, reverse=True):
            if _is_head_of(lines[at], block, at, heads):
                cuts += [at, at + 1]
            else:
                heads.discard(at)
        parts = [lines[first:end] for first, end in pairwise(sorted({*cuts, len(lines)}))]
        found += [block] if len(cuts) == 1 else [block_of(part) for part in parts]
    return found


def _may_head(text: str) -> bool:
    return begins_with_number(text) and not ends_sentence(text) and text[-1] not in PAUSES_HAN + PAUSES_LATIN


def _is_head_of(line: TextLine, block: TextBlock, at: int, heads: set[int]) -> bool:
    """Whether a short line of a block heads the paragraph that begins below it, or under the block.

    A bold line over a bold one in another font is a heading over a lower one.

    ``heads`` are the lines below it that are headings, among others above it.
    """
    under = block.lines[at + 1] if at + 1 < len(block.lines) else None
    if under and line.bold and under.bold and under.font != line.font:
        return True
    if block.right - line.right < weights.NUMBERED_HEAD_MIN_ROOM_EM * line.size:
        return at + 1 in heads
    above = block.lines[at - 1].text if at else ""
    if above and not (at - 1 in heads or ends_sentence(above) or begins_with_number(above)):
        return False
    if at + 1 == len(block.lines) or at + 1 in heads:
        return True
    below = block.lines[at + 1]
    indent = (below.left - line.left) / line.size
    is_short = below.right - line.right >= weights.NUMBERED_HEAD_MIN_ROOM_EM * line.size
    return is_short and weights.NUMBERED_HEAD_MIN_INDENT_EM <= indent <= weights.MAX_INDENT_EM


def is_section_heading(block: TextBlock) -> bool:
    """Whether a text of a line or two is Chinese, begins with the number of a section and is no sentence."""
    text = block.text
    is_closed = ends_sentence(text) or text[-1] in PAUSES_HAN + PAUSES_LATIN
    return (
        block.script == HAN
        and len(block.lines) <= weights.SECTION_HEADING_MAX_LINES
        and bool(_HAN_SECTION.match(text))
        and not is_closed
    )


def begins_section(text: str) -> bool:
    """Whether a Chinese line begins with the number of a section."""
    return bool(_HAN_SECTION.match(text))


def may_hang(text: str) -> bool:
    """Whether a line begins with a number under which the other lines of a Chinese paragraph may hang."""
    return bool(_HANGING_NUMBER.match(text))


def begins_clause(text: str) -> bool:
    """Whether a line begins with the number of a clause of several levels, such as ``2.1``, and a word."""
    return bool(_CLAUSE.match(text))


def begins_chapter(text: str) -> bool:
    """Whether a line begins with the number of a chapter, or of an article of a law, and words after a blank."""
    return bool(_CHAPTER.match(text))


def begins_with_number(text: str) -> bool:
    """Whether a text begins with the number of a section, such as ``2`` or ``2.1``; that of a chapter is none."""
    return bool(_SECTION_NUMBER.match(text))


def _is_mark(text: str) -> bool:
    return is_bullet(text) or is_label(text) or bool(_NUMBER.match(text))


def _is_bare(text: str) -> bool:
    found = _NUMBER.match(text)
    return bool(found and found["bare"])


def _line_after(mark: TextLine, lines: Sequence[TextLine], rows: _RowIndex) -> int | None:
    """Returns the index of the line that a mark begins: the nearest one on its right.

    None if a text on its left is as near: it is of another column if it is much farther away.
    """
    nearest: int | None = None
    others: list[TextLine] = []
    for at in rows.near(mark.baseline, weights.NOTE_MARK_MAX_RISE_EM * rows.largest):
        line = lines[at]
        size = max(line.size, mark.size)
        is_in_row = abs(line.baseline - mark.baseline) <= page_weights.SAME_BASELINE_EM * size
        if line is mark or not (is_in_row or _is_raised(mark, line)):
            continue
        if line.left >= mark.right:
            if nearest is None or line.left < lines[nearest].left:
                nearest = at
        elif line.left < mark.left:
            others.append(line)
    if nearest is None:
        return None
    line = lines[nearest]
    if is_same_size(line.size, mark.size, mark.size) and not is_bullet(mark.text):
        others = [other for other in others if is_same_size(other.size, mark.size, mark.size)]
    before = max((other.right for other in others), default=float("-inf"))
    gap = max(line.left - mark.right, weights.NUMBER_MIN_GAP_EM * mark.size)
    if mark.left - before < min(
        weights.NUMBER_MAX_GAP_EM * max(line.size, mark.size), weights.NUMBER_OTHER_COLUMN_RATIO * gap
    ):
        return None
    is_apart = line.left - mark.right > weights.NUMBER_MAX_GAP_EM * line.size
    is_unlike = not (is_bullet(mark.text) or _is_raised(mark, line)) and max(
        line.size, mark.size
    ) > weights.NUMBER_MAX_SIZE_RATIO * min(line.size, mark.size)
    is_mark = _is_mark(line.text) and not (is_label(line.text) and _NUMBER.match(mark.text))
    return None if is_apart or is_unlike or not line.script or is_mark else nearest


def _is_raised(mark: TextLine, line: TextLine) -> bool:
    """Whether a mark is the small raised number of a note, close before its first line."""
    return (
        mark.text.isdigit()
        and mark.size <= weights.NOTE_MARK_MAX_SIZE_RATIO * line.size
        and weights.NOTE_MARK_MIN_RISE_EM
        <= (line.baseline - mark.baseline) / line.size
        <= weights.NOTE_MARK_MAX_RISE_EM
        and 0 <= line.left - mark.right <= weights.NOTE_MARK_MAX_GAP_EM * line.size
    )


def _rows_near(line: TextLine, rows: _RowIndex) -> Iterator[TextLine]:
    """Yields lines above and below a line that begin at its left edge."""
    for other in rows.lines_near(line.baseline, weights.NUMBER_TABLE_STEP_EM * line.size):
        step = abs(other.baseline - line.baseline)
        if other is not line and step < weights.NUMBER_TABLE_STEP_EM * line.size and _is_aligned(other, line):
            yield other


def _is_row_beside(mark: TextLine, line: TextLine, other: TextLine, rows: _RowIndex) -> bool:
    """Whether another line has a text on its left, as a mark is on the left of its line: they are rows of a table.

    The numbers of a heading and of one under it, such as ``2`` and ``2.1``, are of different levels or sizes.
    """
    return any(
        abs(first.baseline - other.baseline) <= page_weights.SAME_BASELINE_EM * other.size
        and _is_aligned(first, mark)
        and is_same_size(first.size, mark.size, mark.size)
        and (_levels(first.text) == _levels(mark.text) or not _is_bare(first.text.rstrip(".")))
        for first in rows.lines_near(other.baseline, page_weights.SAME_BASELINE_EM * other.size)
        if first is not other and first.right <= line.left
    )


def _levels(number: str) -> int:
    """Returns the number of dots within a number such as ``2.1``."""
    return number.rstrip(".").count(".")


def _is_numbered_text(mark: TextLine, line: TextLine) -> bool:
    """Whether a line with a number of several levels, such as ``2.1``, is running text, and no cell of a table."""
    is_long = (
        count_latin_words(line.text) > weights.CELL_MAX_WORDS or count_han(line.text) > weights.CELL_MAX_CHARACTERS
    )
    return "." in mark.text and (is_long or (ends_sentence(line.text) and any(map(str.isalpha, line.text))))


def _is_aligned(one: TextLine, other: TextLine) -> bool:
    return abs(one.left - other.left) <= weights.NUMBER_ALIGNED_EM * max(one.size, other.size)
