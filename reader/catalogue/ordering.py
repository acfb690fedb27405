"""The numbers of an issue's blocks in the index: they grow with its date, so that the newest hits are found first.

Free blocks are kept between issues for those that are added later. Where they are used up, newer issues are moved on:
the problem is known as list labelling, or order maintenance.
"""

from __future__ import annotations

from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.sqlite import engine

    Move = Callable[[int, int], object]

ROW_BITS = 6
"""Rows of the index are numbered in blocks of 64; an article has one or more blocks of its own."""
FIRST_BLOCK = 1 << 26
"""First block of the first issue that is ever put; older ones get lower numbers."""
GAP_BLOCKS = 1024
"""Number of blocks that are kept free after the newest issue and before the oldest one."""
_NEAR = 8
"""Divisor of the free blocks between two issues: this part is left on one side of an issue put between them."""
_OLDER = "SELECT id, first, last FROM issues WHERE (date, path) <= (?, ?) ORDER BY date DESC, path DESC LIMIT 1"
_NEWER = "SELECT id, first, last FROM issues WHERE (date, path) > (?, ?) ORDER BY date, path"


@record
class BlockRange:
    """The blocks of an issue, by its key; ``last`` is the last one itself."""

    issue: int
    first: int
    last: int

    @property
    def size(self) -> int:
        """The number of blocks."""
        return self.last + 1 - self.first


def first_free_block(to: engine.Connection, date: str, path: str, blocks: int, move: Move) -> int:
    """Returns the first of some free blocks between those of the older issues and those of the newer ones.

    Args:
        to: The catalogue.
        date: The date of the issue; issues of one date are in the order of their paths.
        path: Its file.
        blocks: The number of blocks that it needs.
        move: Moves an issue, given by its key, by a number of blocks, which is below zero to move it back.
    """
    found = to.execute(_OLDER, (date, path)).fetchone()
    older = BlockRange(*found) if found else None
    newer = _next_newer(to, date, path)
    if newer is None:
        return older.last + 1 + GAP_BLOCKS if older else FIRST_BLOCK
    if older is None and newer.first - GAP_BLOCKS - blocks > 0:
        return newer.first - GAP_BLOCKS - blocks
    start = older.last + 1 if older else 1
    if newer.first - start < blocks:
        _make_room([BlockRange(*row) for row in to.execute(_NEWER, (date, path))], start, blocks, move)
        newer = _next_newer(to, date, path)
        assert newer
    free = newer.first - start - blocks
    near = free // _NEAR
    goes_up = older is None or older.issue > newer.issue  # the next issue often goes on from the one put last
    return start + (near if goes_up else free - near)


def _next_newer(to: engine.Connection, date: str, path: str) -> BlockRange | None:
    found = to.execute(f"{_NEWER} LIMIT 1", (date, path)).fetchone()
    return BlockRange(*found) if found else None


def _make_room(newer: list[BlockRange], start: int, blocks: int, move: Move) -> None:
    """Moves the issues after ``start`` until at least ``blocks`` blocks from ``start`` on are free.

    Half of the room that is found comes before them, the rest between them. The more issues are moved, the less room
    for each is asked for, so that over time few moves are made for each issue that is put.
    """
    count, asked = 1, GAP_BLOCKS // 2
    while True:
        moved = newer[:count]
        taken = blocks + sum(issue.size for issue in moved)
        end = newer[count].first if count < len(newer) else start + taken + GAP_BLOCKS * (len(moved) + 1)
        free = end - start - taken
        if count >= len(newer) or free >= asked * (len(moved) + 1):
            break
        count, asked = 2 * count, max(1, GAP_BLOCKS // (count.bit_length() + 2))
    at = start + blocks + free // 2
    moves = []
    for issue in moved:
        moves.append((issue.issue, at - issue.first))
        at += issue.size + free // (2 * len(moved))
    up = [(issue, by) for issue, by in reversed(moves) if by > 0]
    down = [(issue, by) for issue, by in moves if by < 0]
    for issue_key, by in (*up, *down):  # in this order no issue meets another
        move(issue_key, by)
