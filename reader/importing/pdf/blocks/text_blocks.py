"""Text blocks: lines under each other in one style and one script."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median

from reader.importing.bullets import has_bullet
from reader.importing.hyphens import HYPHENS
from reader.importing.pdf.blocks.article_labels import begins_abstract, begins_with_label
from reader.importing.pdf.blocks.parting_rules import are_parted
from reader.importing.pdf.blocks.wide_leading import page_leading_em, wide_leadings_em
from reader.importing.pdf.page.box_index import BoxIndex
from reader.importing.pdf.page.geometry import bounding_box
from reader.importing.pdf.text_lines.line_alignment import continues_alignment
from reader.importing.pdf.text_lines.text_line import are_in_row
from reader.importing.pdf.weights import blocks as weights
from reader.importing.scripts import HAN
from reader.model.record import record
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.page.geometry import Box
    from reader.importing.pdf.text_lines.text_line import TextLine
    from reader.importing.scripts import Script

_ADDRESS_AT_END = re.compile(r"(?:https?://|www\.)[!-~]*\Z")
_REST = re.compile(r"[!-~]{2}(?<!ht)")
"""Beginning of a line with more of an address, and not with another one."""
_SUBTITLE = re.compile(r"[—―─]{2}\s*[^\W\d_]")
_TIDIED_AFTER = 32
"""Number of lines after which blocks too far above are left out."""


@record
class TextBlock:
    """Lines of one style under each other, from the top down, and their bounding box."""

    lines: tuple[TextLine, ...]
    script: Script | None
    """Script of most of its lines, or None if it has no letters."""
    left: float
    top: float
    right: float
    bottom: float
    size: float
    """Font size of its lines, in points."""
    bold: bool
    """Whether most of its lines are bold."""

    @property
    def width(self) -> float:
        """Width in points."""
        return self.right - self.left

    @property
    def text(self) -> str:
        """Its lines joined, for comparisons; ``paragraphs.py`` has its text."""
        return ("" if self.script == HAN else " ").join(line.text for line in self.lines)


def block_of(lines: Sequence[TextLine]) -> TextBlock:
    """Returns a block of one or more lines."""
    scripts = [line.script for line in lines if line.script]
    box = bounding_box(lines)
    return TextBlock(
        tuple(lines),
        Counter(scripts).most_common(1)[0][0] if scripts else None,
        box.left,
        box.top,
        box.right,
        box.bottom,
        median(line.size for line in lines),
        sum(line.bold for line in lines) * 2 > len(lines),
    )


def blocks_of(lines: Iterable[TextLine], boxes: Sequence[Box] = (), rules: Sequence[Box] = ()) -> list[TextBlock]:
    """Returns the blocks of lines, from the top down; no block crosses the edge of a box, or one of the rules."""
    ordered = sorted(lines, key=lambda line: (line.baseline, line.left))
    index = BoxIndex(boxes, ordered)
    leading, wide = page_leading_em(ordered), wide_leadings_em(ordered)
    widest = max([leading, *wide.values()])
    spanning = _lines_over_columns(ordered)
    grown: list[list[TextLine]] = []
    near: list[list[TextLine]] = []
    for count, line in enumerate(ordered):
        if count % _TIDIED_AFTER == 0:
            near = [block for block in near if line.baseline - block[-1].baseline <= _reach(block[-1], widest)]
        size = line.size
        above = [
            block
            for block in near
            if abs(block[-1].size - size) <= weights.SAME_SIZE_SHARE * max(block[-1].size, size)
            and block[-1].baseline < line.baseline
            and id(block[-1]) not in spanning
            and _continues(block, line, index, wide.get(id(line), leading))
            and not are_parted(block[-1], line, rules)
        ]
        if above:  # the nearest one, and of those the one that begins nearest
            nearest = min(
                above, key=lambda block: (line.baseline - block[-1].baseline, abs(block[-1].left - line.left))
            )
            nearest.append(line)
        else:
            grown.append([line])
            near.append(grown[-1])
    return [block_of(block) for block in grown]


def _lines_over_columns(ordered: Sequence[TextLine]) -> set[int]:
    """Returns the ids of lines, ordered by their baselines, with lines of two columns close under them."""
    found: set[int] = set()
    for at, line in enumerate(ordered):
        reach = line.baseline + weights.MAX_LEADING_EM * line.size
        under: list[TextLine] = []
        for other in ordered[at + 1 :]:
            if other.baseline > reach:
                break
            if min(line.right, other.right) - max(line.left, other.left) > other.width / 2:
                under.append(other)
        if any(_are_of_two_columns(one, other) for one, other in pairwise(under)):
            found.add(id(line))
    return found


def _reach(last: TextLine, leading: float) -> float:
    """Returns the maximum distance of a line that continues a block below its last line."""
    return 1.01 * leading * last.size / max(0.01, 1 - weights.SAME_SIZE_SHARE)


def is_same_size(one: float, other: float, of: float) -> bool:
    """Whether two font sizes are the same, give or take a share of ``of``."""
    return abs(one - other) <= weights.SAME_SIZE_SHARE * of


def begins_subtitle(text: str) -> bool:
    """Whether a text begins with the double dash of a Chinese subtitle."""
    return bool(_SUBTITLE.match(text))


def is_of_style(one: TextBlock, other: TextBlock) -> bool:
    """Whether two texts are in the same font, size and colour, and in the same script."""
    first, second = one.lines[0], other.lines[0]
    return (
        (first.font, first.color, first.bold, one.script) == (second.font, second.color, second.bold, other.script)
    ) and is_same_size(one.size, other.size, one.size)


def are_beside(one: TextBlock, other: TextBlock) -> bool:
    """Whether a line of a block is in a row with one of another block."""
    return any(are_in_row(line, beside) for line in one.lines for beside in other.lines)


def _continues(block: list[TextLine], line: TextLine, index: BoxIndex, leading: float) -> bool:
    """Whether a line continues a block above it; ``leading`` is the maximum distance of baselines, in sizes."""
    last = block[-1]
    step, size = line.baseline - last.baseline, max(line.size, last.size)
    if not weights.MIN_LEADING_EM * size < step <= leading * size:
        return False
    if not is_same_size(line.size, last.size, size) or line.is_formula or last.is_formula:
        return False
    if _continues_address(block, line):
        return _is_under(block, line, size) and index.holders(line) == index.holders(last)
    if begins_abstract(line.text) and not begins_with_label(block[0].text):
        return False
    if line.bold != last.bold and not _is_one_sentence(last, line):
        return False
    if line.bold and line.color != last.color and not line.text[:1].islower():
        return False
    if line.color != last.color and begins_subtitle(last.text) and not ends_sentence(last.text):
        return False
    own = block[0].script or last.script
    if line.script and own and line.script != own and not _is_inside(block, line):
        return False
    if len(block) > 1 and not _is_usual_step(step, block[1].baseline - block[0].baseline, size):
        return False
    return _is_under(block, line, size) and index.holders(line) == index.holders(last)


def _is_usual_step(step: float, first: float, size: float) -> bool:
    """Whether a step is no larger than the first one of a block; after lines that are set wide, no smaller either."""
    is_smaller = first > weights.MAX_LEADING_EM * size and weights.LEADING_RATIO * step < first
    return step <= weights.LEADING_RATIO * first and not is_smaller


def _continues_address(block: Sequence[TextLine], line: TextLine) -> bool:
    """Whether a line begins with the rest of an address of the net, which fills a line of Han text to its end."""
    last = block[-1]
    is_cut = last.script == HAN and bool(_ADDRESS_AT_END.search(last.text)) and bool(_REST.match(line.text))
    return is_cut and last.right >= max(line.right, *(above.right for above in block)) - last.size


def _is_one_sentence(last: TextLine, line: TextLine) -> bool:
    """Whether a line, of which only one is bold, continues the one above it: bold words fill a line of a paragraph.

    A line that begins in bold itself need not be as long, if its first word had no room above.
    """
    is_divided = last.text[-1:] in HYPHENS and len(last.text) > 1 and last.text[-2].isalpha()
    if (line.is_mixed or last.is_mixed) and line.color == last.color and _is_coloured(line.color):
        return not ends_sentence(last.text)
    word = line.width * len(line.text.split()[0]) / len(line.text) if line.has_run_in_head else 0.0
    return line.text[:1].islower() and (is_divided or last.right + word >= line.right - line.size)


def _is_coloured(color: int) -> bool:
    """Whether a colour is neither black, grey nor white."""
    channels = (color >> 16 & 255, color >> 8 & 255, color & 255)
    return max(channels) - min(channels) >= weights.MIN_HUE


def _is_inside(block: list[TextLine], line: TextLine) -> bool:
    """Whether a line in the other script is inside a paragraph: foreign words between its lines.

    The last line is full and no sentence ends there; the next one begins at its edge, at the usual distance. One in
    brackets may be the second one, under an indented one.
    """
    last = block[-1]
    if len(block) == 1 and line.text[:1] in "(（" and last.script == HAN and not ends_sentence(last.text):
        indent = (last.left - line.left) / line.size
        is_full = abs(line.right - last.right) <= line.size
        return is_full and weights.MIN_INDENT_EM <= indent <= weights.MAX_INDENT_EM
    if len(block) < weights.INSIDE_MIN_LINES or ends_sentence(last.text) or has_bullet(line.text):
        return False
    right, step = max(above.right for above in block), last.baseline - block[-2].baseline
    is_full = last.width >= weights.INSIDE_FULL_SHARE * (right - last.left)
    is_next = abs(line.baseline - last.baseline - step) <= weights.INSIDE_STEP_SHARE * step
    indent = (line.left - last.left) / line.size
    is_hanging = has_bullet(last.text) and weights.MIN_INDENT_EM <= indent <= weights.MAX_INDENT_EM
    return is_full and is_next and (is_hanging or abs(indent) <= weights.MIN_INDENT_EM)


def _is_under(block: list[TextLine], line: TextLine, size: float) -> bool:
    """Whether a line is under the whole of a block: its last line may be short, and its first one indented."""
    left, right = min(above.left for above in block), max(above.right for above in block)
    indent = weights.MAX_OUTDENT_EM * size
    if len(block) == 1 and line.left >= left - indent:
        left = min(left, line.left)
    shared = min(line.right, right) - max(line.left, left)
    is_shared = shared >= weights.BLOCK_MIN_OVERLAP * min(line.width, right - left)
    if _are_of_two_columns(block[-1], line):
        return False
    return is_shared and (line.left >= left - indent or continues_alignment(block, line))


def _are_of_two_columns(last: TextLine, line: TextLine) -> bool:
    """Whether two lines of some length are beside each other: those of two columns under one line as wide as both."""
    is_beside = last.right <= line.left or line.right <= last.left
    return is_beside and min(last.width, line.width) >= weights.COLUMN_LINE_MIN_WIDTH_EM * line.size
