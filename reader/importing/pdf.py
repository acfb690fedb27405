"""From a PDF file to what was found on its pages."""

from __future__ import annotations

import re

from reader.importing.captions import captions_of
from reader.importing.drops import restored
from reader.importing.flows import blocks_of
from reader.importing.hyphens import words
from reader.importing.leaves import body_sizes, leaves_of
from reader.importing.lines import lines_of
from reader.importing.page import CHINESE, ENGLISH, Aside, Caption, Found, Piece
from reader.importing.paragraphs import text_of
from reader.importing.roles import BODY, BYLINE, CAPTION, DECK, HEADING, OTHER, PULL, RUNNING, SIDEBAR, TITLE, parts_of
from reader.importing.scripts import apart
from reader.importing.sheets import Printed
from reader.importing.stacks import stacks_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.importing.leaves import Leaf
    from reader.importing.roles import Part


def read_pdf(path: str, pages: Iterable[int] = (), progress: Callable[[int, int], None] | None = None) -> Found:
    """Reads pages of a PDF file, from 1; all if none are named.

    Raises:
        ReaderError: It is encrypted, damaged, no PDF, or its pages hold no text.
    """
    printed = Printed(path)
    numbers = list(pages) or list(range(1, printed.count + 1))
    leaves: list[tuple[Leaf, list[Part]]] = []
    for done, number in enumerate(numbers):
        if progress:
            progress(done, len(numbers))
        sheet = printed.sheet(number)
        lines = restored(lines_of(sheet.glyphs))
        body = body_sizes(lines)
        leaves += [
            (leaf, parts_of(leaf, stacks_of(leaf.lines, leaf.boxes), body))
            for leaf in leaves_of(sheet, lines, printed.label(number))
        ]
    return found_on(leaves)


def found_on(leaves: Sequence[tuple[Leaf, list[Part]]]) -> Found:
    """Puts the parts of pages together to articles."""
    known = words(line.text for leaf, _ in leaves for line in leaf.lines)
    running = [text for _, parts in leaves for part in parts if part.role == RUNNING for text in [part.stack.text]]
    return Found((_piece(leaves, known),), tuple(running))


def _piece(leaves: Sequence[tuple[Leaf, list[Part]]], known: frozenset[str]) -> Piece:
    titles = _sided(part for _, parts in leaves for part in parts if part.role == TITLE)
    bodies = {}
    for side, title in zip((CHINESE, ENGLISH), titles, strict=True):
        pages = [
            (
                leaf.page,
                [part for part in parts if part.role in (BODY, HEADING) and (part.stack.side or CHINESE) == side],
            )
            for leaf, parts in leaves
        ]
        bodies[side] = tuple(blocks_of(pages, side, bool(title), known))
    figures: list[Caption] = []
    asides: list[Aside] = []
    for leaf, parts in leaves:
        figures += _figures(parts, leaf.page)
        asides += _asides(parts, leaf.page)
    return Piece(
        titles,
        _sided(part for _, parts in leaves for part in parts if part.role == DECK),
        tuple(part.stack.text for _, parts in leaves for part in parts if part.role == BYLINE),
        ("", ""),
        bodies[CHINESE],
        bodies[ENGLISH],
        tuple(figures),
        tuple(asides),
        tuple(leaf.page for leaf, _ in leaves),
    )


def _sided(parts: Iterable[Part]) -> tuple[str, str]:
    chinese, english = [], []
    for part in parts:
        first, second = apart(text_of(part.stack.lines, part.stack.side))
        chinese += [first] if first else []
        english += [second] if second else []
    return " ".join(chinese), " ".join(english)


def _figures(parts: Sequence[Part], page: str) -> list[Caption]:
    groups: list[list[Part]] = []
    for part in sorted((part for part in parts if part.role == CAPTION), key=lambda part: part.stack.top):
        for group in groups:
            last = group[-1].stack
            overlap = min(last.right, part.stack.right) - max(last.left, part.stack.left)
            if overlap > 0 and -1 < part.stack.top - last.bottom < 1.6 * last.size:
                group.append(part)
                break
        else:
            groups.append([part])
    return [
        caption
        for group in groups
        for caption in captions_of([line for part in group for line in part.stack.lines], page)
    ]


def _asides(parts: Sequence[Part], page: str) -> list[Aside]:
    found = []
    boxes = sorted({part.box for part in parts if part.role == SIDEBAR})
    for box in boxes:
        inside = [part for part in parts if part.role == SIDEBAR and part.box == box]
        zh = tuple(line.text for part in inside if part.stack.side == CHINESE for line in part.stack.lines)
        en = tuple(line.text for part in inside if part.stack.side != CHINESE for line in part.stack.lines)
        found.append(Aside("sidebar", zh, en, (), page))
    for part in parts:
        if part.role in (PULL, OTHER):
            text = text_of(part.stack.lines, part.stack.side)
            kind = "pullquote" if part.role == PULL else "note"
            zh, en = ((text,), ()) if part.stack.side == CHINESE else ((), (text,))
            found.append(Aside(kind, zh, en, (), page))
    return found


def page_numbers(text: str) -> list[int]:
    """Reads ``12-15,20``."""
    found: list[int] = []
    for span in re.split(r"[,\s]+", text.strip()):
        first, _, last = span.partition("-")
        found += range(int(first), int(last or first) + 1)
    return found
