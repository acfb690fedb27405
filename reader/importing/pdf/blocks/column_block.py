"""A block of lines with the edges of its column, and of things beside its lines.

Text beside a picture has shorter lines than its column: such a line ends early only if it is shorter than those around
it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from reader.importing.pdf.blocks.line_ends import are_ended_by_hand
from reader.importing.pdf.blocks.numbered_lines import begins_chapter
from reader.importing.pdf.blocks.references import is_reference_list
from reader.importing.pdf.page import font_metrics
from reader.importing.pdf.weights import blocks as weights
from reader.importing.scripts import LATIN
from reader.model.record import record
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.pdf.page.geometry import Box
    from reader.importing.pdf.text_lines.line_alignment import Alignment
    from reader.importing.pdf.text_lines.text_line import TextLine

LABELLED = re.compile(r"[A-ZÀ-Þ][\w/-]*(?: [\w/-]+){0,2}:\s+\S")
"""Beginning of a line of a notice: a word or two for its content, as in ``Date: 3 May``."""


@record
class ColumnBlock:
    """Lines under each other, with the edges of their column."""

    lines: tuple[TextLine, ...]
    left: float
    right: float
    page: str = ""
    confidence: float = 1.0
    """Confidence that they are running text, and follow the block before."""
    doubt: str = ""
    alignment: Alignment = "left"
    reach: float = 0.0
    """Edge up to which its lines have room on the page; 0 where only other lines of its column show it."""
    is_inset: bool = False
    """Whether they are justified to edges of their own, inside both of the column's."""
    things: tuple[Box, ...] = ()
    """Things beside its lines that take a part of the column's width."""

    @property
    def step(self) -> float:
        """Usual distance from one baseline to the next, in points."""
        steps = [below.baseline - line.baseline for line, below in pairwise(self.lines)]
        return median(steps) if steps else self.lines[0].size * font_metrics.USUAL_LEADING_EM

    @property
    def has_apart_paragraphs(self) -> bool:
        """Whether some lines are a little farther below than all others, and only after the ends of sentences."""
        step = self.step
        steps = [(below.baseline - line.baseline, line) for line, below in pairwise(self.lines)]
        apart = [line for gap, line in steps if gap >= weights.APART_STEPS * step]
        is_even = all(gap <= weights.EVEN_STEPS * step or gap >= weights.APART_STEPS * step for gap, _ in steps)
        return is_even and 1 < len(apart) < len(steps) / 2 and all(ends_sentence(line.text) for line in apart)

    @property
    def is_list(self) -> bool:
        """Whether each line is an entry of a list without bullets: it begins with a capital, and ends no sentence."""
        return len(self.lines) >= weights.LIST_MIN_LINES and all(
            line.script == LATIN and line.text[0].isupper() and line.text[-1].isalnum() for line in self.lines
        )

    @property
    def is_of_lines(self) -> bool:
        """Whether each line was ended by hand."""
        return self.alignment == "left" and are_ended_by_hand(self.lines, self.left, self.right, self.reach)

    @property
    def is_notice(self) -> bool:
        """Whether several lines begin with a label for their content."""
        return sum(bool(LABELLED.match(line.text)) for line in self.lines) >= weights.NOTICE_MIN_LINES

    @property
    def is_references(self) -> bool:
        """Whether it has items of a list of references."""
        return is_reference_list(self.lines)

    @property
    def has_hanging_entries(self) -> bool:
        """Whether it has entries of a list of chapters or terms over several lines: later lines are farther in."""
        if not begins_entry_of_list(self.lines[0]):
            return False
        first = self.lines[0]
        for line in self.lines[1:]:
            if begins_entry_of_list(line):
                first = line
            elif line.left - first.left < weights.MIN_INDENT_EM * line.size:
                return False
        return len(self.lines) > 1

    def indent_em(self, line: TextLine) -> float:
        """Returns the distance of a line's first letter from the left edge, in its sizes."""
        return (line.left - self.left_of(line)) / line.size

    def space_after_em(self, line: TextLine) -> float:
        """Returns the distance of a line's end from the right edge, in its sizes.

        Of lines that are centred or at the right it is the room that they leave on both sides.
        """
        if self.alignment != "left":
            return (max(other.width for other in self.lines) - line.width) / line.size
        return (self.right_of(line) - line.right) / line.size

    def left_of(self, line: TextLine) -> float:
        """Returns the left edge of a line: that of the column, or of the lines at the right of one thing."""
        edges = [self.left]
        for box in self.things:
            if box.right <= line.left and _is_beside(box, line):
                lefts = [other.left for other in self.lines if box.right <= other.left and _is_beside(box, other)]
                edges += [min(lefts)] if len(lefts) >= weights.BESIDE_MIN_LINES else []
        return max(edges)

    def right_of(self, line: TextLine) -> float:
        """Returns the right edge of a line: that of the column, or of the lines at the left of one thing."""
        edges = [self.right]
        for box in self.things:
            if line.right <= box.left and _is_beside(box, line):
                rights = [other.right for other in self.lines if other.right <= box.left and _is_beside(box, other)]
                edges += [max(rights)] if len(rights) >= weights.BESIDE_MIN_LINES else []
        return min(edges)

    def is_marked(self, line: TextLine) -> bool:
        """Whether a line is marked as the first one of a paragraph: by an indent or a drop cap, or begins an inset."""
        if self.is_inset and line is self.lines[0]:
            return True
        if self.alignment != "left":
            return line.has_drop_cap
        return line.has_drop_cap or weights.MIN_INDENT_EM <= self.indent_em(line) <= weights.MAX_INDENT_EM


def begins_entry_of_list(line: TextLine) -> bool:
    """Whether a line may begin an entry with later lines farther in: a chapter, or a term that a text explains."""
    return begins_chapter(line.text) or line.has_run_in_head


def _is_beside(box: Box, line: TextLine) -> bool:
    slack = weights.BESIDE_REACH_EM * line.size
    return box.top - slack < line.bottom and line.top < box.bottom + slack
