"""What each stack of a page is: body, heading, title, caption, what runs along, what stands apart."""

from __future__ import annotations

import re

from reader.importing.credits import divided, is_byline, is_text_byline
from reader.importing.scripts import ends_sentence, han, latin_words
from reader.importing.stacks import SAME_SIZE
from reader.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.leaves import Leaf
    from reader.importing.sheets import Box
    from reader.importing.stacks import Stack

BODY, HEADING, TITLE, DECK, BYLINE = "body", "heading", "title", "deck", "byline"
CAPTION, RUNNING, PULL, SIDEBAR, OTHER = "caption", "running", "pull", "sidebar", "other"

MARGIN = 0.1
"""What runs along stands in this share of a page's height, above or below everything else."""
TITLE_RATIO = 1.45
PULL_RATIO = 1.12
SMALL_RATIO = 0.95
HEADING_LINES, HEADING_CHARS = 3, 60
PICTURE_NEAR = 4.0
"""Sizes of a caption between it and its picture, at most."""
_REPEATED = 0.5
_QUESTION = re.compile(r"(?:[问問]|Q\d*|[\u4e00-\u9fff]{2,6})\s*[：:]|.*[？?]\s*\Z|[A-Z][\w .]{1,24}:\s")


@record
class Part:
    """A stack, and what it is."""

    stack: Stack
    role: str
    box: int = -1
    """Which of the page's boxes it stands in, for a sidebar."""


def parts_of(leaf: Leaf, stacks: Sequence[Stack], body: dict[str, float]) -> list[Part]:
    """Tells what each stack of a page is; ``body`` has the size of the running text in each language."""
    boxes = text_boxes(leaf, stacks)
    parts = [Part(stack, "", box) for stack in stacks for box in [_box_of(stack, boxes)]]
    parts = [replace(part, role=SIDEBAR) if part.box >= 0 else part for part in parts]
    parts = [_sure(part, body, leaf) for part in parts]
    parts = _along(parts, leaf, body)
    parts = _titled(parts, body)
    texts = _grams("".join(part.stack.text for part in parts if part.role == BODY))
    return [part if part.role else replace(part, role=_role(part.stack, parts, leaf, body, texts)) for part in parts]


def text_boxes(leaf: Leaf, stacks: Sequence[Stack]) -> list[Box]:
    """Returns the boxes that hold text of their own: not the whole page, and no picture with a word on it."""
    total = sum(len(stack.text) for stack in stacks) or 1
    found = []
    for box in leaf.boxes:
        if box.width < 40 or box.height < 20 or box.width * box.height > 0.6 * leaf.width * leaf.height:
            continue
        held = [stack for stack in stacks if _holds(box, stack)]
        length = sum(len(stack.text) for stack in held)
        if sum(len(stack.lines) for stack in held) >= 2 and 16 <= length <= 0.55 * total:
            found.append(box)
    return sorted(found, key=lambda box: box.width * box.height)


def _box_of(stack: Stack, boxes: Sequence[Box]) -> int:
    return next((at for at, box in enumerate(boxes) if _holds(box, stack)), -1)


def _holds(box: Box, stack: Stack) -> bool:
    return box.holds(stack.left, stack.top, stack.right, stack.bottom)


def is_body(stack: Stack, body: dict[str, float]) -> bool:
    """Whether a stack is set as the running text is."""
    size = body.get(stack.side) or (max(body.values()) if not stack.side and body else 0.0)
    return bool(size) and abs(stack.size - size) <= SAME_SIZE * size


def _sure(part: Part, body: dict[str, float], leaf: Leaf) -> Part:
    """Tells what needs no look at the rest."""
    stack = part.stack
    if part.role or is_edge(stack, leaf):
        return part
    if is_body(stack, body) and not stack.bold and not (len(stack.lines) == 1 and is_byline(stack.text)):
        return replace(part, role=BODY)
    return part


def is_edge(stack: Stack, leaf: Leaf) -> bool:
    """Whether a stack stands in the margin above or below."""
    return len(stack.lines) <= 2 and (stack.bottom < MARGIN * leaf.height or stack.top > (1 - MARGIN) * leaf.height)


def _along(parts: list[Part], leaf: Leaf, body: dict[str, float]) -> list[Part]:
    """Finds what runs along: in the margins, above and below everything that is sure to belong to the page."""
    inner = [part.stack for part in parts if part.role in (BODY, SIDEBAR)]
    top = min((stack.top for stack in inner), default=leaf.height * MARGIN)
    bottom = max((stack.bottom for stack in inner), default=leaf.height * (1 - MARGIN))
    largest = max(body.values(), default=10.0)
    result = []
    for part in parts:
        stack = part.stack
        if not part.role and is_edge(stack, leaf):
            above = stack.bottom < min(top, MARGIN * leaf.height) and stack.size < 1.75 * largest
            below = stack.top > max(bottom, (1 - MARGIN) * leaf.height) - stack.size and stack.size <= 1.2 * largest
            if above or below or re.fullmatch(r"\d{1,4}", stack.text):
                part = replace(part, role=RUNNING)
            elif is_body(stack, body) and not stack.bold:
                part = replace(part, role=BODY)
        result.append(part)
    return result


def _titled(parts: list[Part], body: dict[str, float]) -> list[Part]:
    """Finds titles: the largest text, and the same in the other language beside or below it."""
    largest = max(body.values(), default=10.0)
    big = [
        part
        for part in parts
        if not part.role and part.stack.size >= TITLE_RATIO * largest and len(part.stack.lines) <= 4
    ]
    texts = _grams("".join(part.stack.text for part in parts if part.role == BODY))
    titles = {id(part) for part in big if not _is_pull(part.stack, texts)}
    chosen = [part for part in parts if id(part) in titles]
    for part in parts:
        stack = part.stack
        if part.role or id(part) in titles or stack.size < PULL_RATIO * largest or len(stack.lines) > 3:
            continue
        near = (other.stack for other in chosen if other.stack.side != stack.side)
        if any(_is_companion(stack, other) for other in near) and not _is_pull(stack, texts):
            titles.add(id(part))
    return [replace(part, role=TITLE) if id(part) in titles else part for part in parts]


def _is_companion(stack: Stack, title: Stack) -> bool:
    gap = max(stack.top - title.bottom, title.top - stack.bottom)
    overlap = min(stack.right, title.right) - max(stack.left, title.left)
    return gap <= 1.5 * title.size and overlap > 0


def _is_pull(stack: Stack, body: set[str]) -> bool:
    """Whether a large text is a sentence, or repeats the body: a quotation pulled out, no title."""
    text = stack.text
    if (
        re.match(r"\s*[“「『\"]", text)
        and re.search(r"[”」』\"][。.]?\s*\Z", text)
        and (han(text) > 10 or latin_words(text) > 6)
    ):
        return True
    if re.search(r"[。.！][”」』\"]?\s*\Z", text) and (han(text) > 5 or latin_words(text) > 4):
        return True
    grams = _grams(text)
    return len(grams) >= 8 and len(grams & body) >= _REPEATED * len(grams)


def _grams(text: str) -> set[str]:
    """Returns the stretches of three characters of a Chinese text, of five letters of another."""
    tight = re.sub(r"\W+", "", text.lower())
    found = {tight[at : at + 3] for at in range(len(tight) - 2) if han(tight[at : at + 3])}
    return found | {tight[at : at + 5] for at in range(len(tight) - 4) if not han(tight[at : at + 5])}


def _role(stack: Stack, parts: Sequence[Part], leaf: Leaf, body: dict[str, float], texts: set[str]) -> str:
    size = body.get(stack.side) or max(body.values(), default=stack.size)
    text = stack.text
    if len(stack.lines) <= 2 and is_text_byline(text):
        return BYLINE
    if divided(text)[1] and stack.size < 1.05 * size:
        return BYLINE if _near_title(stack, parts) and is_byline(text) else CAPTION
    if stack.size < SMALL_RATIO * size:
        return CAPTION if len(stack.lines) <= 8 else SIDEBAR
    if stack.size >= PULL_RATIO * size and _is_pull(stack, texts):
        return PULL
    if _is_heading(stack, parts, size):
        return HEADING
    if stack.size >= PULL_RATIO * size:
        return DECK if _near_title(stack, parts) else PULL if ends_sentence(text) else HEADING
    if _near_title(stack, parts) and not is_body(stack, body):
        return DECK
    if is_body(stack, body) or len(stack.lines) > 3:
        return BODY
    return CAPTION if _near_picture(stack, leaf) else OTHER


def _is_heading(stack: Stack, parts: Sequence[Part], size: float) -> bool:
    """Whether a stack heads running text: short, no sentence, text of its column below it."""
    text = stack.text
    if len(stack.lines) > HEADING_LINES or len(text) > HEADING_CHARS * (1 if han(text) * 2 < len(text) else 0.6):
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


def _near_title(stack: Stack, parts: Sequence[Part]) -> bool:
    return any(
        part.role == TITLE and -2 * part.stack.size < stack.top - part.stack.bottom <= 3 * part.stack.size
        for part in parts
    )


def _near_picture(stack: Stack, leaf: Leaf) -> bool:
    near = PICTURE_NEAR * stack.size
    return any(
        box.width > 20
        and box.height > 20
        and box.left - near <= stack.right
        and stack.left <= box.right + near
        and box.top - near <= stack.bottom
        and stack.top <= box.bottom + near
        for box in (*leaf.boxes, *(box for _, box in leaf.pictures))
    )
