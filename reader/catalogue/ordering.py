"""Where in the index an issue stands: the numbers of its blocks grow with its date, so that the newest are found first.

Room is kept between issues for those that are found later. Where it is used up, newer issues are moved on.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    Move = Callable[[int, int], object]

ROW_BITS = 6
"""Rows of the index are numbered in blocks of 64; an article has some blocks of its own."""
FIRST_BLOCK = 1 << 26
GAP_BLOCKS = 1024
"""Kept free after the newest issue and before the oldest one."""
_NEAR = 8
"""What is put between two issues leaves this part of the room towards one of them, and the rest to the other."""
_OLDER = "SELECT id, last FROM issues WHERE (date, path) <= (?, ?) ORDER BY date DESC, path DESC LIMIT 1"
_NEWER = "SELECT id, first, last FROM issues WHERE (date, path) > (?, ?) ORDER BY date, path"


def place(to: sqlite3.Connection, date: str, path: str, blocks: int, move: Move) -> int:
    """Returns the first of so many free blocks, after those of the older issues and before those of the newer ones.

    Args:
        to: The catalogue.
        date: The date of the issue; of one date, the paths tell which is the older one.
        path: Its file.
        blocks: How many.
        move: Moves an issue, by its number, so many blocks on, or back if they are below zero.
    """
    here = (date, path)
    older, newer = to.execute(_OLDER, here).fetchone(), to.execute(f"{_NEWER} LIMIT 1", here).fetchone()
    if newer is None:
        return int(older[1]) + 1 + GAP_BLOCKS if older else FIRST_BLOCK
    if older is None and newer[1] - GAP_BLOCKS - blocks > 0:
        return int(newer[1]) - GAP_BLOCKS - blocks
    start = int(older[1]) + 1 if older else 1
    if newer[1] - start < blocks:
        _make_room(to.execute(_NEWER, here).fetchall(), start, blocks, move)
        newer = to.execute(f"{_NEWER} LIMIT 1", here).fetchone()
    free = int(newer[1]) - start - blocks
    near = free // _NEAR
    goes_up = older is None or older[0] > newer[0]  # whatever came last, the next one often goes on from there
    return start + (near if goes_up else free - near)


def _make_room(newer: list[tuple[int, int, int]], start: int, blocks: int, move: Move) -> None:
    """Moves issues until at least so many blocks from a start on are free.

    Of the room that is found half comes before them, the rest between them. The more of them are moved, the less room
    for each is asked for, so that in the end few are moved for each that is put (list labelling).
    """
    count, asked = 1, GAP_BLOCKS // 2
    while True:
        moved = newer[:count]
        taken = blocks + sum(last + 1 - first for _, first, last in moved)
        end = newer[count][1] if count < len(newer) else start + taken + GAP_BLOCKS * (len(moved) + 1)
        free = end - start - taken
        if count >= len(newer) or free >= asked * (len(moved) + 1):
            break
        count, asked = 2 * count, max(1, GAP_BLOCKS // (count.bit_length() + 2))
    at = start + blocks + free // 2
    moves = []
    for number, first, last in moved:
        moves.append((number, at - first))
        at += last + 1 - first + free // (2 * len(moved))
    for number, by in [*((n, by) for n, by in reversed(moves) if by > 0), *((n, by) for n, by in moves if by < 0)]:
        move(number, by)  # in this order none meets another
