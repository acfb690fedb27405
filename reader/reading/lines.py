"""The head line and the status line of every screen, as runs. Pure; see docs/DESIGN.md."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.layout.runs import width_of, wrap
from reader.layout.width import cell_width, clip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.layout.runs import Run

MARGIN_CELLS = 1
GAP_CELLS = 2
"""Smallest distance between the left and the right part of a line."""
SHARED_CELLS = 56
"""Width from which on the left part of a status line leaves room for hints."""
KEPT_HINTS = 3
"""Number of hints that the left part of a status line leaves room for."""
DOT = " · "


class Hint(NamedTuple):
    """A key and the word for its effect."""

    key: str
    word: str


def head_line(names: Sequence[str], asides: Sequence[str], width_cells: int) -> list[Run]:
    """Returns the head line: a bold name at the left, muted facts at the right.

    Args:
        names: The forms of the name, the longest first; the first that fits is taken, and the last is cut if none does.
        asides: The forms of the facts, the longest first; the first that fits beside the name is taken, if any does.
        width_cells: The width of the line.
    """
    room = width_cells - 2 * MARGIN_CELLS
    name = next((name for name in names if cell_width(name) <= room), "")
    if not name and names:
        name = _cut(names[-1], room)
    margin = " " * MARGIN_CELLS
    aside = next((aside for aside in asides if aside and _fits(name, aside, room)), "")
    if not aside:
        return [(margin + name, "strong")]
    gap = room - cell_width(name) - cell_width(aside)
    return [(margin + name, "strong"), (" " * gap, ""), (aside + margin, "muted")]


def _fits(name: str, aside: str, room_cells: int) -> bool:
    return cell_width(name) + GAP_CELLS + cell_width(aside) <= room_cells


def status_line(parts: Sequence[Run], hints: Iterable[Hint], width_cells: int) -> list[Run]:
    """Returns the status line: the place at the left, hints at the right.

    Args:
        parts: The parts of the place, the most important first; those that fit are shown, the first one in any case.
        hints: The hints, the most important first; it is shown at the right edge.
        width_cells: The width of the line.
    """
    room = width_cells - 2 * MARGIN_CELLS
    wanted = [_hint(hint) for hint in hints]
    kept = wanted[:KEPT_HINTS] if width_cells >= SHARED_CELLS else wanted[:1]
    least = cell_width(parts[0][0]) if parts else 0
    left = _joined(parts, min(room, max(least, room - sum(map(width_of, kept)))))
    left_cells = width_of(left)
    right: list[Run] = []
    for hint in wanted:
        if left_cells + (GAP_CELLS if left else 0) + width_of(right) + width_of(hint) > room + GAP_CELLS:
            break
        right = [*hint, *right]
    if right:
        key, word = right[-2], right[-1]
        right = [*right[:-2], key, (word[0].rstrip(), word[1])]
    gap = room - left_cells - width_of(right)
    margin = (" " * MARGIN_CELLS, "")
    return [margin, *left, (" " * max(0, gap), ""), *right, margin]


def with_fault(parts: Sequence[Run], fault: str) -> Sequence[Run]:
    """Returns the parts of a status line behind a fault of the library, if there is one."""
    return ((fault, "warning"), *parts) if fault else parts


def _hint(hint: Hint) -> list[Run]:
    """Returns the runs of a hint, with the distance to the next."""
    return [(hint.key, "accent"), (f" {hint.word}" + " " * GAP_CELLS, "muted")]


def _joined(parts: Sequence[Run], room_cells: int) -> list[Run]:
    """Returns as many of the first parts as fit, with dots between them; the first one cut if it must be."""
    joined: list[Run] = []
    for text, style in parts:
        longer = [*joined, *([(DOT, "muted")] if joined else []), (text, style)]
        if width_of(longer) > room_cells:
            return joined or [(_cut(text, room_cells), style)]
        joined = longer
    return joined


def _cut(text: str, room_cells: int) -> str:
    """Returns a text that fits some cells; one that is cut ends with an ellipsis."""
    return text if cell_width(text) <= room_cells else f"{clip(text, max(0, room_cells - 1)).rstrip()}…"


def message_pieces(message: str, width_cells: int) -> tuple[str, ...]:
    """Returns a message in pieces for a line, which shows one after the other.

    A piece that goes on ends with an ellipsis.

    Args:
        message: The message, in one line.
        width_cells: The width of the line, with its margins.
    """
    room = width_cells - 2 * MARGIN_CELLS
    if cell_width(message) <= room:
        return (message,)
    *others, last = ("".join(text for text, _ in line).rstrip() for line in wrap([(message, "")], max(1, room - 1)))
    return (*(f"{each}…" for each in others), last)


def list_place(position: int, count: int, *about: str) -> tuple[Run, ...]:
    """Returns the parts of a status line for an entry of a list: its number from 1, and facts about it."""
    return plain_parts(f"{position}/{count}" if position else "", *about)


def plain_parts(*texts: str) -> tuple[Run, ...]:
    """Returns the parts of a status line that have a text: the first is bold, the others are muted."""
    held = [text for text in texts if text]
    return tuple((text, "muted" if k else "strong") for k, text in enumerate(held))
