"""What stands beside the text of a page: its figures, its asides, the section it belongs to."""

from __future__ import annotations

from reader.importing.credits import is_credit
from reader.importing.page import CHINESE, ENGLISH, Aside
from reader.importing.printed.captions import captions_of
from reader.importing.printed.paragraphs import Column, paragraphs_of, text_of
from reader.importing.printed.parts import CAPTION, OTHER, PULL, RUNNING, SIDEBAR, TABLE
from reader.importing.scripts import apart
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.page import Caption
    from reader.importing.printed.leaves import Leaf
    from reader.importing.printed.parts import Part
    from reader.importing.printed.sheets import Box
    from reader.importing.printed.stacks import Stack
    from reader.importing.printed.tables import Grid

SIDEWAYS = "its credit is printed sideways"
HEAD_SHARE = 0.12
"""The section is told in this share of a page's height from above."""
MIN_SCATTERED = 4
"""Single characters in a page's head that are an ornament."""
APART_SHARE = 0.6
"""A gap of more of their size between such characters is a blank."""
MIN_PICTURE = 24.0
"""Points that a picture is wide and high at least: what is smaller is an ornament."""
PICTURE_REACH = 60.0
"""Points between a picture and its caption, at most."""


def figures_of(parts: Iterable[Part], leaf: Leaf, turned: Sequence[str] = ()) -> list[Caption]:
    """Returns a page's captions with their pictures; a credit that is printed sideways goes to the one without."""
    found: list[Caption] = []
    used: set[str] = set()
    for group in _groups(parts):
        left, top = min(stack.left for stack in group), min(stack.top for stack in group)
        right, bottom = max(stack.right for stack in group), max(stack.bottom for stack in group)
        measure = _measure(leaf, left, top, right, bottom)
        captions = captions_of([line for stack in group for line in stack.lines], leaf.page, measure)
        for caption in captions:
            name = _picture(leaf, left, top, right, bottom, used)
            used.add(name)
            found.append(replace(caption, picture=name))
    credits_ = [text for text in turned if is_credit(text)]
    bare = [at for at, caption in enumerate(found) if not caption.credit]
    if len(credits_) == len(bare):
        for at, text in zip(bare, credits_, strict=True):
            found[at] = replace(found[at], credit=text, confidence=0.7, doubt=SIDEWAYS)
    return found


def _groups(parts: Iterable[Part]) -> list[list[Stack]]:
    """Returns captions that stand close under each other together."""
    groups: list[list[Stack]] = []
    for part in sorted((part for part in parts if part.role == CAPTION), key=lambda part: part.stack.top):
        stack = part.stack
        for group in groups:
            last = group[-1]
            overlap = min(last.right, stack.right) - max(last.left, stack.left)
            if overlap > 0 and -1 < stack.top - last.bottom < 1.6 * last.size:
                group.append(stack)
                break
        else:
            groups.append([stack])
    return groups


def _measure(leaf: Leaf, left: float, top: float, right: float, bottom: float) -> float:
    """Returns how wide the picture over or under captions is, from where they begin; 0 if there is none."""
    boxes = [box for box in (*leaf.boxes, *(box for _, box in leaf.pictures)) if box.left <= left + 1 < box.right]
    near = [box for box in boxes if box.bottom <= top and _distance(box, left, top, right, bottom) < PICTURE_REACH]
    near += [box for box in boxes if bottom <= box.top and _distance(box, left, top, right, bottom) < PICTURE_REACH]
    return max((box.right - left for box in near), default=0.0)


def _picture(leaf: Leaf, left: float, top: float, right: float, bottom: float, used: set[str]) -> str:
    """Returns the name of the picture that is nearest to a caption; empty if none is near."""
    best, name = PICTURE_REACH, ""
    for index, box in leaf.pictures:
        called = picture_name(leaf.number, index)
        if called in used or box.width < MIN_PICTURE or box.height < MIN_PICTURE:
            continue
        distance = _distance(box, left, top, right, bottom)
        if distance < best:
            best, name = distance, called
    return name


def picture_name(page: int, index: int) -> str:
    """Returns what the file of a picture is called: by the page of the PDF, and its place among what is drawn there."""
    return f"page-{page}-{index}.png"


def _distance(box: Box, left: float, top: float, right: float, bottom: float) -> float:
    across = max(0.0, box.left - right, left - box.right)
    down = max(0.0, box.top - bottom, top - box.bottom)
    return across + down


def asides_of(parts: Sequence[Part], grids: Sequence[Grid], page: str) -> list[Aside]:
    """Returns a page's boxes, pull quotes, tables and whatever else is no running text."""
    found = []
    for box in sorted({part.box for part in parts if part.role == SIDEBAR}):
        inside = [part.stack for part in parts if part.role == SIDEBAR and part.box == box]
        sides: tuple[list[str], list[str]] = ([], [])
        for stack in inside:
            sides[stack.side == ENGLISH].extend(_paragraphs(stack))
        found.append(Aside("sidebar", tuple(sides[0]), tuple(sides[1]), (), page))
    for part in parts:
        is_alone = part.role == TABLE and not any(_belongs(part.stack, grid) for grid in grids)
        if part.role in (PULL, OTHER) or is_alone:
            kind = "pullquote" if part.role == PULL else "note"
            found.append(Aside(kind, *_sided([part.stack]), (), page))
    for grid in grids:
        told = [part.stack for part in parts if part.role == TABLE and _belongs(part.stack, grid)]
        found.append(Aside("table", *_sided(told), grid.rows, page))
    return found


def _sided(stacks: Sequence[Stack]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Returns the texts of stacks by their language."""
    texts = [(stack.side == ENGLISH, text_of(stack.lines, stack.side)) for stack in stacks]
    return tuple(text for is_english, text in texts if not is_english), tuple(
        text for english, text in texts if english
    )


def _belongs(stack: Stack, grid: Grid) -> bool:
    return max(grid.top - stack.bottom, stack.top - grid.bottom) < 2 * stack.size


def _paragraphs(stack: Stack) -> list[str]:
    column = Column(stack.lines, stack.left, stack.right)
    return [paragraph.text for paragraph in paragraphs_of([column], stack.side)]


def scattered(leaf: Leaf, parts: Iterable[Part]) -> list[Stack]:
    """Returns the characters of a head that is set as an ornament, each by itself, in the order they are read."""
    single = [part.stack for part in parts if part.role == RUNNING and part.stack.bottom < HEAD_SHARE * leaf.height]
    single = [stack for stack in single if len(stack.text) <= 2 and stack.side == CHINESE]
    return sorted(single, key=lambda stack: stack.left) if len(single) >= MIN_SCATTERED else []


def ornament_text(stacks: Sequence[Stack]) -> str:
    """Returns scattered characters as a text, with a blank where they stand apart."""
    text = ""
    for before, stack in zip([None, *stacks], stacks, strict=False):
        is_apart = before is not None and stack.left - before.right > APART_SHARE * min(before.size, stack.size)
        text += (" " if is_apart else "") + stack.text
    return text


def section_of(leaf: Leaf, parts: Iterable[Part]) -> tuple[str, str]:
    """Returns the section that a page's head names, in both languages: its largest words, no number among them."""
    head = [part.stack for part in parts if part.role == RUNNING and part.stack.bottom < HEAD_SHARE * leaf.height]
    words = [stack for stack in head if stack.side and len(stack.text) > 1 and not any(map(str.isdigit, stack.text))]
    if not words:
        return "", ""
    largest = max(stack.size for stack in words)
    named = sorted((stack for stack in words if stack.size > 0.8 * largest), key=lambda stack: stack.left)
    found = dict.fromkeys((CHINESE, ENGLISH), "")
    for stack in named:
        for side, text in zip((CHINESE, ENGLISH), apart(stack.text), strict=True):
            found[side] = found[side] or text
    return found[CHINESE], found[ENGLISH]
