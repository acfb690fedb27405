"""Lines put together to stacks: what stands under each other in one style and one language."""

from __future__ import annotations

from collections import Counter
from statistics import median

from reader.importing.pdf.lines import Extent
from reader.importing.scripts import HAN
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.lines import Line
    from reader.importing.pdf.sheets import Box
    from reader.importing.scripts import Script

SAME_SIZE = 0.035
"""Sizes that differ by a smaller share are the same."""
LEADING = 2.0
"""Lines of one stack are at most so many sizes apart."""
LEADING_SLACK = 1.25
"""A stack's later lines are at most so many times as far apart as its first two."""
MIN_OVERLAP = 0.3
INDENT = 3.0
"""A line may begin so many sizes left of the one above: that was indented."""


@record
class Stack(Extent):
    """Lines of one style under each other, from the top down."""

    lines: tuple[Line, ...]
    side: Script | None

    @property
    def size(self) -> float:
        """The size of its lines."""
        return median(line.size for line in self.lines)

    @property
    def bold(self) -> bool:
        """Whether most of its lines are bold."""
        return sum(line.bold for line in self.lines) * 2 > len(self.lines)

    @property
    def font(self) -> str:
        """The font of most lines."""
        fonts = [line.font for line in self.lines]
        return max(set(fonts), key=fonts.count)

    @property
    def color(self) -> int:
        """The colour of its first line."""
        return self.lines[0].color

    @property
    def text(self) -> str:
        """Its lines, for a look at them: paragraphs are put together elsewhere."""
        return ("" if self.side == HAN else " ").join(line.text for line in self.lines)

    @property
    def width(self) -> float:
        """Its width."""
        return self.right - self.left


def stacks_of(lines: Iterable[Line], boxes: Sequence[Box] = ()) -> list[Stack]:
    """Puts lines together, from the top down; nothing goes together over the edge of a box."""
    open_stacks: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.baseline, line.left)):
        above = [stack for stack in open_stacks if _goes_on(stack, line, boxes)]
        if above:
            # of those that fit, the one that begins nearest
            min(above, key=lambda stack: (line.baseline - stack[-1].baseline, abs(stack[-1].left - line.left))).append(
                line
            )
        else:
            open_stacks.append([line])
    return [Stack(tuple(stack), _side(stack)) for stack in open_stacks]


def _goes_on(stack: list[Line], line: Line, boxes: Sequence[Box]) -> bool:
    last = stack[-1]
    step, size = line.baseline - last.baseline, max(line.size, last.size)
    if not 0.6 * size < step <= LEADING * size:
        return False
    if abs(line.size - last.size) > SAME_SIZE * size or line.bold != last.bold:
        return False
    if line.side and last.side and line.side != last.side:
        return False
    if len(stack) > 1 and step > LEADING_SLACK * (stack[1].baseline - stack[0].baseline):
        return False
    left, right = min(above.left for above in stack), max(above.right for above in stack)
    if len(stack) == 1 and line.left >= left - INDENT * size:
        left = min(left, line.left)
    overlap = min(line.right, right) - max(line.left, left)  # with all of it: its last line may be short
    if overlap < MIN_OVERLAP * min(line.width, right - left) or line.left < left - INDENT * size:
        return False
    return all(_inside(line, box) == _inside(last, box) for box in boxes)


def _inside(line: Line, box: Box) -> bool:
    return box.holds(line.left, line.top, line.right, line.bottom)


def _side(stack: list[Line]) -> Script | None:
    sides = [line.side for line in stack if line.side]
    return Counter(sides).most_common(1)[0][0] if sides else None
