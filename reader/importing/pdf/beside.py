"""What stands beside the text of a page: its asides, the section it belongs to."""

from __future__ import annotations

from reader.importing.extraction import ExtractedAside
from reader.importing.pdf.paragraphs import Column, paragraphs_of, text_of
from reader.importing.pdf.parts import OTHER, PULL, RUNNING, SIDEBAR, TABLE
from reader.importing.scripts import HAN, split_by_script
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.importing.extraction import AsideKind, Texts
    from reader.importing.pdf.leaves import Leaf
    from reader.importing.pdf.parts import Part
    from reader.importing.pdf.stacks import Stack
    from reader.importing.pdf.tables import Grid
    from reader.importing.scripts import Script

HEAD_SHARE = 0.12
"""The section is told in this share of a page's height from above."""
MIN_SCATTERED = 4
"""Single characters in a page's head that are an ornament."""
APART_SHARE = 0.6
"""A gap of more of their size between such characters is a blank."""


def asides_of(
    parts: Sequence[Part], grids: Sequence[Grid], page: str, tags: Mapping[Script, str]
) -> list[ExtractedAside]:
    """Returns a page's boxes, pull quotes, tables and whatever else is no running text."""
    found = []
    for box in sorted({part.box for part in parts if part.role == SIDEBAR}):
        inside = [part for part in parts if part.role == SIDEBAR and part.box == box]
        titles = _titles([part.stack for part in inside]) if box >= 0 else []
        title = _sided(titles, tags)
        inside = [part for part in inside if part.stack not in titles]
        texts: dict[str, list[str]] = {}
        for part in inside:
            texts.setdefault(tags[part.stack.side or HAN], []).extend(_paragraphs(part.stack))
        doubt = next((part.doubt for part in inside if part.doubt), "")
        sure, words = 0.6 if doubt else 1.0, {tag: " ".join(lines) for tag, lines in title.items()}
        own = {tag: tuple(paragraphs) for tag, paragraphs in texts.items()}
        found.append(ExtractedAside("sidebar", own, (), page, sure, doubt, words))
    for part in parts:
        is_alone = part.role == TABLE and not any(_belongs(part.stack, grid) for grid in grids)
        if part.role in (PULL, OTHER) or is_alone:
            kind: AsideKind = "pullquote" if part.role == PULL else "note"
            found.append(ExtractedAside(kind, _sided([part.stack], tags), (), page))
    for grid in grids:
        told = [part.stack for part in parts if part.role == TABLE and _belongs(part.stack, grid)]
        found.append(ExtractedAside("table", _sided(told, tags), grid.rows, page))
    return found


def _titles(stacks: Sequence[Stack]) -> list[Stack]:
    """Returns what heads a box: the first line, and the second if it is in the other language, larger or bolder."""
    ordered = sorted(stacks, key=lambda stack: (stack.top, stack.left))
    rest = [stack for stack in ordered if len(stack.lines) > 1] or ordered[1:]
    if not rest:
        return []
    size = max(stack.size for stack in rest)
    found: list[Stack] = []
    for stack in ordered[:2]:
        is_larger = stack.size > 1.08 * size or (stack.bold and not all(other.bold for other in rest))
        if len(stack.lines) > 1 or not is_larger or any(stack.side == other.side for other in found):
            break
        found.append(stack)
    return found


def _sided(stacks: Sequence[Stack], tags: Mapping[Script, str]) -> dict[str, tuple[str, ...]]:
    """Returns the texts of stacks by their language."""
    found: dict[str, list[str]] = {}
    for stack in stacks:
        text = text_of(stack.lines, stack.side)
        both = split_by_script(text) if len(stack.lines) == 1 else {}
        for script, part in (both if len(both) == 2 else {stack.side or HAN: text}).items():
            found.setdefault(tags[script], []).append(part)
    return {tag: tuple(texts) for tag, texts in found.items()}


def _belongs(stack: Stack, grid: Grid) -> bool:
    return max(grid.top - stack.bottom, stack.top - grid.bottom) < 2 * stack.size


def _paragraphs(stack: Stack) -> list[str]:
    if len(stack.lines) > 1 and all(ends_sentence(line.text) for line in stack.lines):
        return [line.text for line in stack.lines]  # a list
    column = Column(stack.lines, stack.left, stack.right)
    return [paragraph.text for paragraph in paragraphs_of([column], stack.side)]


def scattered(leaf: Leaf, parts: Iterable[Part]) -> list[Stack]:
    """Returns the characters of a head that is set as an ornament, each by itself, in the order they are read."""
    single = [part.stack for part in parts if part.role == RUNNING and part.stack.bottom < HEAD_SHARE * leaf.height]
    single = [stack for stack in single if len(stack.text) <= 2 and stack.side == HAN]
    return sorted(single, key=lambda stack: stack.left) if len(single) >= MIN_SCATTERED else []


def ornament_text(stacks: Sequence[Stack]) -> str:
    """Returns scattered characters as a text, with a blank where they stand apart."""
    text = ""
    for before, stack in zip([None, *stacks], stacks, strict=False):
        is_apart = before is not None and stack.left - before.right > APART_SHARE * min(before.size, stack.size)
        text += (" " if is_apart else "") + stack.text
    return text


def section_of(leaf: Leaf, parts: Iterable[Part], tags: Mapping[Script, str]) -> Texts:
    """Returns the section that a page's head names, in both languages: its largest words, no number among them."""
    head = [part.stack for part in parts if part.role == RUNNING and part.stack.bottom < HEAD_SHARE * leaf.height]
    words = [stack for stack in head if stack.side and len(stack.text) > 1 and not any(map(str.isdigit, stack.text))]
    if not words:
        return {}
    largest = max(stack.size for stack in words)
    named = sorted((stack for stack in words if stack.size > 0.8 * largest), key=lambda stack: stack.left)
    found: dict[str, str] = {}
    for stack in named:
        for script, text in split_by_script(stack.text).items():
            found.setdefault(tags[script], text)
    return found
