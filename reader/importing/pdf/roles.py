"""What each stack of a page is: body, heading, title, caption, what runs along, what stands apart."""

from __future__ import annotations

import re

from reader.importing.credits import divided, is_byline, is_text_byline
from reader.importing.pdf.parts import (
    BODY,
    BYLINE,
    CAPTION,
    DECK,
    HEADING,
    MARGIN,
    OTHER,
    PULL,
    RUNNING,
    SIDEBAR,
    TABLE,
    TITLE,
    Part,
    has_pictures,
    is_body,
    is_edge,
    near_picture,
    near_title,
)
from reader.importing.pdf.stacks import SAME_SIZE
from reader.importing.pdf.titles import PULL_RATIO, grams, is_over, is_pull, titled
from reader.importing.scripts import count_han
from reader.model.record import replace
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.leaves import Leaf
    from reader.importing.pdf.sheets import Box
    from reader.importing.pdf.stacks import Stack
    from reader.importing.pdf.tables import Grid
    from reader.importing.scripts import Script

SMALL_RATIO = 0.95
HEAD_GAP = 1.5
"""Sizes from a heading to its text at most, where it may be a running head: those stand farther away."""
HEADING_LINES, HEADING_CHARS = 3, 60
MIN_FILL = 0.3
"""Text fills more of its box's height; what has less is a picture with a caption on it."""
_NOTE = re.compile(r"[①-⑳*†‡※]|[\[(（]?\d{1,2}[\])）.．、]\s*\S|(?:注|註|Notes?)\s*[:：]")
"""What a note at the foot of a text begins with."""
_QUESTION = re.compile(r"(?:[问問]|Q\d*|[\u4e00-\u9fff]{2,6})\s*[：:]|.*[？?]\s*\Z|[A-Z][\w .]{1,24}:\s")


def parts_of(leaf: Leaf, stacks: Sequence[Stack], body: dict[Script, float]) -> list[Part]:
    """Tells what each stack of a page is; ``body`` has the size of the running text in each language."""
    boxes = text_boxes(leaf, stacks, body)
    parts = [Part(stack, "", box) for stack in stacks for box in [_box_of(stack, boxes)]]
    parts = [replace(part, role=SIDEBAR) if part.box >= 0 else part for part in parts]
    parts = [_sure(part, body, leaf) for part in parts]
    parts = _along(parts, leaf, body)
    parts = titled(parts, body)
    texts = grams("".join(part.stack.text for part in parts if part.role == BODY))
    parts = [part if part.role else replace(part, role=_role(part.stack, parts, leaf, body, texts)) for part in parts]
    parts = _captions_together(parts)
    return [replace(part, doubt=_doubt(part, leaf, body)) for part in parts]


def _captions_together(parts: list[Part]) -> list[Part]:
    """Returns the parts with small text that stands close under a caption, or over one, taken for captions, too."""
    known = [part.stack for part in parts if part.role == CAPTION]
    result = list(parts)
    while True:
        at = next(
            (
                at
                for at, part in enumerate(result)
                if part.role in (SIDEBAR, OTHER)
                and part.box < 0
                and len(part.stack.lines) <= 4
                and any(_is_close(part.stack, other) for other in known)
            ),
            None,
        )
        if at is None:
            return result
        known.append(result[at].stack)
        result[at] = replace(result[at], role=CAPTION)


def _is_close(stack: Stack, other: Stack) -> bool:
    gap = max(stack.top - other.bottom, other.top - stack.bottom)
    overlap = min(stack.right, other.right) - max(stack.left, other.left)
    return overlap > 0 and gap < 2.5 * stack.size and abs(stack.size - other.size) <= SAME_SIZE * stack.size


def text_boxes(leaf: Leaf, stacks: Sequence[Stack], body: dict[Script, float]) -> list[Box]:
    """Returns the boxes that hold text of their own.

    None of them is the ground of the whole page or of one language's text, nor a picture with a word on it.
    """
    total = sum(_weight(stack) for stack in stacks) or 1
    found = []
    for box in leaf.boxes:
        if box.width < 40 or box.height < 20 or box.width * box.height > 0.6 * leaf.width * leaf.height:
            continue
        held = [stack for stack in stacks if _holds(box, stack)]
        weight, count = sum(_weight(stack) for stack in held), sum(len(stack.lines) for stack in held)
        is_filled = count >= 2 and _height(held) > MIN_FILL * box.height
        if is_filled and 24 <= weight <= 0.55 * total and not _is_ground(held, stacks, body, total):
            found.append(box)
    return sorted(found, key=lambda box: box.width * box.height)


def _height(stacks: Sequence[Stack]) -> float:
    return max(stack.bottom for stack in stacks) - min(stack.top for stack in stacks)


def _weight(stack: Stack) -> int:
    """Returns how much a text says: a Chinese character as much as three letters."""
    return len(stack.text) + 2 * count_han(stack.text)


def _is_ground(held: Sequence[Stack], stacks: Sequence[Stack], body: dict[Script, float], total: int) -> bool:
    """Whether a box is only the ground on which the text of a language stands."""
    for side in body:
        inside = sum(_weight(stack) for stack in held if stack.side == side and is_body(stack, body))
        all_of_it = sum(_weight(stack) for stack in stacks if stack.side == side and is_body(stack, body))
        if inside > 0.8 * all_of_it and inside > 0.2 * total:
            return True
    return False


def _box_of(stack: Stack, boxes: Sequence[Box]) -> int:
    return next((at for at, box in enumerate(boxes) if _holds(box, stack)), -1)


def _holds(box: Box, stack: Stack) -> bool:
    return box.holds(stack.left, stack.top, stack.right, stack.bottom)


def _sure(part: Part, body: dict[Script, float], leaf: Leaf) -> Part:
    """Tells what needs no look at the rest."""
    stack = part.stack
    if part.role or is_edge(stack, leaf):
        return part
    if len(stack.lines) <= 3 and near_picture(stack, leaf) and divided(stack.text)[1]:
        return part
    if is_body(stack, body) and not stack.bold and not (len(stack.lines) == 1 and is_byline(stack.text)):
        return replace(part, role=BODY)
    return part


def _along(parts: list[Part], leaf: Leaf, body: dict[Script, float]) -> list[Part]:
    """Finds what runs along: the outermost rows in the margins, above and below what is sure to belong to the page."""
    inner = [part.stack for part in parts if part.role in (BODY, SIDEBAR)]
    top = min((stack.top for stack in inner), default=leaf.height * MARGIN)
    bottom = max((stack.bottom for stack in inner), default=leaf.height * (1 - MARGIN))
    largest = max(body.values(), default=10.0)
    edge = [part.stack for part in parts if not part.role and is_edge(part.stack, leaf)]
    head = [stack for stack in edge if stack.bottom < min(top, leaf.height / 2) and stack.size < 1.75 * largest]
    head = [stack for stack in head if not _is_column_head(stack, inner, largest)]
    foot = [stack for stack in edge if stack.top > max(bottom, leaf.height / 2) - stack.size]
    foot = [stack for stack in foot if stack.size <= 1.2 * largest]
    along = {id(stack) for stack in (*_outer(head), *_outer(foot, -1)) if not _is_captioned(stack, leaf)}
    result = []
    for part in parts:
        stack = part.stack
        if not part.role and is_edge(stack, leaf):
            if id(stack) in along or re.fullmatch(r"\d{1,4}", stack.text):
                part = replace(part, role=RUNNING)
            elif is_body(stack, body) and not stack.bold:
                part = replace(part, role=BODY)
        result.append(part)
    return result


def _is_column_head(stack: Stack, inner: Sequence[Stack], size: float) -> bool:
    """Whether what stands in the margin above is a heading at the head of a column: bold, and close over its text."""
    return (stack.bold or stack.size > 1.04 * size) and any(
        other.side == stack.side
        and abs(other.left - stack.left) <= 2.5 * stack.size
        and 0 <= other.top - stack.bottom <= HEAD_GAP * stack.size
        for other in inner
    )


def _outer(stacks: Sequence[Stack], direction: int = 1) -> list[Stack]:
    """Returns the stacks of the outermost rows: those from which it is not far to the next."""
    found: list[Stack] = []
    for stack in sorted(stacks, key=lambda stack: direction * stack.lines[0].baseline):
        if found and direction * (stack.lines[0].baseline - found[-1].lines[-1].baseline) > 2.4 * stack.size:
            break
        found.append(stack)
    return found


def _is_captioned(stack: Stack, leaf: Leaf) -> bool:
    """Whether a stack in the margin is a picture's caption all the same."""
    if divided(stack.text)[1] and not is_byline(divided(stack.text)[0]):
        return True
    return stack.width > 0.12 * leaf.width and near_picture(stack, leaf, 1.6) and not re.search(r"\d{2,4}", stack.text)


def _role(stack: Stack, parts: Sequence[Part], leaf: Leaf, body: dict[Script, float], texts: set[str]) -> str:
    own = body.get(stack.side) if stack.side else None
    size = own or max(body.values(), default=stack.size)
    text = stack.text
    if len(stack.lines) <= 2 and is_text_byline(text):
        return BYLINE
    if divided(text)[1] and stack.size < 1.05 * size:
        return BYLINE if near_title(stack, parts) and is_byline(text) else CAPTION
    if stack.size < SMALL_RATIO * size:
        if near_picture(stack, leaf):
            return CAPTION if len(stack.lines) <= 8 else SIDEBAR
        if near_title(stack, parts) and len(stack.lines) <= 2:
            return BYLINE
        if _NOTE.match(text):
            return OTHER
        return CAPTION if len(stack.lines) <= 2 and not has_pictures(leaf) else SIDEBAR
    heads = _is_heading(stack, parts, size) and (is_over(stack, parts) or (stack.bold and stack.size < 1.35 * size))
    if stack.size >= PULL_RATIO * size and is_pull(stack, texts, heads):
        return PULL
    if stack.size >= PULL_RATIO * size and not stack.bold and _is_deck(stack, parts):
        return DECK
    if _is_heading(stack, parts, size):
        return HEADING
    if stack.size >= PULL_RATIO * size:
        return DECK if near_title(stack, parts) else PULL if ends_sentence(text) else HEADING
    if near_title(stack, parts) and not is_body(stack, body):
        return DECK
    if is_body(stack, body) or len(stack.lines) > 3:
        return BODY
    return CAPTION if near_picture(stack, leaf) else OTHER


def _doubt(part: Part, leaf: Leaf, body: dict[Script, float]) -> str:
    """Returns what is unsure about a part's role; empty if another one is not likely."""
    stack = part.stack
    if part.role == CAPTION and not near_picture(stack, leaf) and not divided(stack.text)[1] and has_pictures(leaf):
        return "a caption, though it stands by no picture"
    if part.role == SIDEBAR and part.box < 0:
        return "small text that stands in no box: it may be a caption, or running text"
    if part.role == BODY and body and not is_body(stack, body):
        return "set unlike the rest of the text: it may not belong to it"
    return ""


def _is_heading(stack: Stack, parts: Sequence[Part], size: float) -> bool:
    """Whether a stack heads running text: short, no sentence, text of its column below it."""
    text = stack.text
    if len(stack.lines) > HEADING_LINES or len(text) > HEADING_CHARS * (1 if count_han(text) * 2 < len(text) else 0.6):
        return False
    if re.search(r"[。，,；;：:.]\s*\Z", text) or (_QUESTION.match(text) and stack.size < 1.04 * size):
        return False
    if not stack.bold and stack.size < 1.04 * size:
        return False
    return (
        any(
            part.role == BODY
            and 0 <= part.stack.top - stack.top <= 6 * stack.size
            and min(part.stack.right, stack.right) > max(part.stack.left, stack.left)
            for part in parts
        )
        or stack.bold
    )


def _is_deck(stack: Stack, parts: Sequence[Part]) -> bool:
    """Whether a large line belongs to the title above it, not to the text below."""
    title = min(
        (stack.top - part.stack.bottom for part in parts if part.role == TITLE and part.stack.top < stack.top),
        default=None,
    )
    text = min(
        (part.stack.top - stack.bottom for part in parts if part.role == BODY and part.stack.top > stack.top),
        default=0.0,
    )
    return title is not None and title <= 2.5 * stack.size and text > 0.6 * title


def with_tables(parts: Sequence[Part], grids: Sequence[Grid]) -> list[Part]:
    """Returns the parts with short lines close over or under a table taken for its title or note."""
    result = list(parts)
    for number, grid in enumerate(grids):
        for at, part in enumerate(result):
            stack = part.stack
            if part.role not in (CAPTION, HEADING, SIDEBAR, OTHER) or part.box >= 0 or len(stack.lines) > 2:
                continue
            gap = max(grid.top - stack.bottom, stack.top - grid.bottom)
            is_over = min(stack.right, grid.right) > max(stack.left, grid.left) - stack.size
            if is_over and gap < 2 * stack.size and not divided(stack.text)[1]:
                result[at] = replace(part, role=TABLE, box=number)
    return result
