"""The figures of a page: captions that stand together, each tied to the picture it is about."""

from __future__ import annotations

from itertools import product

from reader.importing.credits import is_credit
from reader.importing.pdf.captions import captions_of
from reader.importing.pdf.parts import CAPTION
from reader.importing.pdf.sheets import Box
from reader.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.importing.extraction import ExtractedFigure
    from reader.importing.pdf.leaves import Leaf
    from reader.importing.pdf.lines import Line
    from reader.importing.pdf.parts import Part
    from reader.importing.scripts import Script

SIDEWAYS = "its credit is printed sideways"
ONE_SIDE = "in one language only, unlike the others on its page"
WHICH = "which picture it belongs to is unsure"
MIN_PICTURE = 24.0
"""Points that a picture is wide and high at least: what is smaller is an ornament."""
PICTURE_REACH = 60.0
"""Points between a picture and its caption, at most."""
_BELOW = 4.0
"""Points that a picture above a caption may be farther away than one below it: captions stand under pictures."""
_EQUAL = 8.0
"""Points by which another picture must be farther away for a caption to be sure of its own."""


@record
class Placed:
    """A caption and the place it takes; ``group`` counts those that stand close under each other."""

    caption: ExtractedFigure
    box: Box
    group: int


def figures_of(
    parts: Iterable[Part], leaf: Leaf, tags: Mapping[Script, str], turned: Sequence[str] = ()
) -> list[ExtractedFigure]:
    """Returns a page's captions with their pictures; a credit that is printed sideways goes to the one without."""
    placed: list[Placed] = []
    for number, group in enumerate(_groups(parts)):
        lines = [line for part in group for line in part.stack.lines]
        doubt = group[0].doubt if all(part.doubt for part in group) else ""
        for caption, own in captions_of(lines, tags, leaf.page, _measure(leaf, _around(lines))):
            if doubt and not caption.doubt:
                caption = replace(caption, confidence=0.6, doubt=doubt)
            placed.append(Placed(caption, _around(own), number))
    found = [_one_sided(entry, placed) for entry in _tied(placed, leaf)]
    credits_ = [text for text in turned if is_credit(text)]
    bare = [at for at, caption in enumerate(found) if not caption.credit]
    if len(credits_) == len(bare):
        for at, text in zip(bare, credits_, strict=True):
            found[at] = replace(found[at], credit=text, confidence=0.7, doubt=SIDEWAYS)
    return found


def _groups(parts: Iterable[Part]) -> list[list[Part]]:
    """Returns captions that stand close under each other together."""
    groups: list[list[Part]] = []
    for part in sorted((part for part in parts if part.role == CAPTION), key=lambda part: part.stack.top):
        stack = part.stack
        for group in groups:
            last = group[-1].stack
            overlap = min(last.right, stack.right) - max(last.left, stack.left)
            if overlap > 0 and -1 < stack.top - last.bottom < 1.6 * last.size:
                group.append(part)
                break
        else:
            groups.append([part])
    return groups


def _around(lines: Sequence[Line]) -> Box:
    return Box(
        min(line.left for line in lines),
        min(line.top for line in lines),
        max(line.right for line in lines),
        max(line.bottom for line in lines),
    )


def _measure(leaf: Leaf, box: Box) -> float:
    """Returns how wide the picture over or under captions is, from where they begin; 0 if there is none."""
    pictures = (*leaf.boxes, *(picture for _, picture in leaf.pictures))
    near = [
        picture.right - box.left
        for picture in pictures
        if picture.left <= box.left + 1 < picture.right
        and (picture.bottom <= box.top or box.bottom <= picture.top)
        and _distance(picture, box) < PICTURE_REACH
    ]
    return max(near, default=0.0)


def _tied(placed: Sequence[Placed], leaf: Leaf) -> list[ExtractedFigure]:
    """Returns the captions with the names of their pictures: the nearest first, each picture once."""
    pictures = {
        picture_name(leaf.number, index): box
        for index, box in leaf.pictures
        if box.width >= MIN_PICTURE and box.height >= MIN_PICTURE
    }
    ways = [
        (_distance(box, entry.box) + (_BELOW if box.top > entry.box.top else 0.0), at, name)
        for (at, entry), (name, box) in product(enumerate(placed), pictures.items())
    ]
    names: dict[int, str] = {}
    for distance, at, name in sorted(ways):
        if distance < PICTURE_REACH and at not in names and name not in names.values():
            names[at] = name
    found = []
    for at, entry in enumerate(placed):
        caption = replace(entry.caption, picture=names.get(at, ""))
        own = min((distance for distance, owner, name in ways if owner == at and name == names.get(at)), default=0.0)
        rivals = [
            d
            for d, owner, name in ways
            if owner == at and name != names.get(at) and d < min(own + _EQUAL, PICTURE_REACH)
        ]
        if rivals and not caption.doubt:
            caption = replace(caption, confidence=0.6, doubt=WHICH)
        found.append(caption)
    return found


def picture_name(page: int, index: int) -> str:
    """Returns what the file of a picture is called: by the page of the PDF, and its place among what is drawn there."""
    return f"page-{page}-{index}.png"


def _distance(one: Box, other: Box) -> float:
    across = max(0.0, one.left - other.right, other.left - one.right)
    down = max(0.0, one.top - other.bottom, other.top - one.bottom)
    return across + down


def _one_sided(caption: ExtractedFigure, placed: Sequence[Placed]) -> ExtractedFigure:
    """Returns a caption with a doubt if it lacks a language that the others have."""
    whole = sum(len(entry.caption.caption) > 1 for entry in placed)
    if caption.doubt or whole * 2 <= len(placed) or len(caption.caption) > 1:
        return caption
    return replace(caption, confidence=0.6, doubt=ONE_SIDE)
