"""The parts of a page: stacks, and what each may be told from: its size, its place, what stands near."""

from __future__ import annotations

from reader.importing.pdf.stacks import SAME_SIZE
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.leaves import Leaf
    from reader.importing.pdf.stacks import Stack
    from reader.importing.scripts import Script

BODY, HEADING, TITLE, DECK, BYLINE = "body", "heading", "title", "deck", "byline"
CAPTION, RUNNING, PULL, SIDEBAR, OTHER = "caption", "running", "pull", "sidebar", "other"
TABLE = "table"
"""A table's title, or the note under it."""
FLOWING = (BODY, HEADING)

MARGIN = 0.1
"""What runs along stands in this share of a page's height, above or below everything else."""
PICTURE_NEAR = 4.0
"""Sizes of a caption between it and its picture, at most."""


@record
class Part:
    """A stack, and what it is."""

    stack: Stack
    role: str
    box: int = -1
    """Which of the page's boxes it stands in, for a sidebar; which of its tables it belongs to."""
    doubt: str = ""
    """What is unsure about the role."""


def is_body(stack: Stack, body: dict[Script, float]) -> bool:
    """Whether a stack is set as the running text is."""
    size = body.get(stack.side, 0.0) if stack.side else max(body.values(), default=0.0)
    return bool(size) and abs(stack.size - size) <= SAME_SIZE * size


def is_edge(stack: Stack, leaf: Leaf) -> bool:
    """Whether a stack stands in the margin above or below."""
    return len(stack.lines) <= 2 and (stack.bottom < MARGIN * leaf.height or stack.top > (1 - MARGIN) * leaf.height)


def has_pictures(leaf: Leaf) -> bool:
    """Whether anything on a page may be a picture."""
    boxes = (*leaf.boxes, *(box for _, box in leaf.pictures))
    return any(box.width > 40 and box.height > 40 for box in boxes)


def near_picture(stack: Stack, leaf: Leaf, sizes: float = PICTURE_NEAR) -> bool:
    """Whether a stack stands so many of its sizes from what may be a picture, or less."""
    near = sizes * stack.size
    return any(
        box.width > 20
        and box.height > 20
        and box.left - near <= stack.right
        and stack.left <= box.right + near
        and box.top - near <= stack.bottom
        and stack.top <= box.bottom + near
        for box in (*leaf.boxes, *(box for _, box in leaf.pictures))
    )


def near_title(stack: Stack, parts: Sequence[Part]) -> bool:
    """Whether a stack stands beside or close under a title."""
    return any(
        part.role == TITLE and -2 * part.stack.size < stack.top - part.stack.bottom <= 3 * part.stack.size
        for part in parts
    )
