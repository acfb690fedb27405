"""The turns in which one column shows two languages that are not in pairs: each a screen at most, by paragraphs.

Where both sides have the same headings, each section is shared out by itself; else in proportion to the heights.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, chain, zip_longest

from reader.layout.blank_rows import space_before
from reader.layout.body import words_of
from reader.layout.column import SIGN_ROWS, Column
from reader.layout.flow import Items, TurnSign
from reader.layout.spaces import LEFT, RIGHT, SIDES, ItemIndex, other_side
from reader.model.language import name
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TypeVar

    from reader.layout.flow import Flow
    from reader.layout.geometry import Geometry
    from reader.layout.item import Item, ItemKind
    from reader.layout.spaces import Side

    T = TypeVar("T")

MAX_MEASURED_CHARS = 40_000
"""Number of characters up to which all items are laid out to be shared out; more are shared out by estimates."""
TRIED_PERCENT = (100, 115, 135, 170, 220)
"""Numbers of turns that are tried until each share is a screen at most, in per cent of the least possible number."""
ESTIMATED_SHARE = 0.7
"""Share of the screen that turns of estimated height may take, so that they seldom exceed it."""


def in_turns(flow: Flow, geometry: Geometry, height: int) -> Items:
    """Returns one list for a column that sets both languages under each other, for a screen of a height.

    Pairs are in one list already. Where a side has no text, the other one follows below the head.
    """
    if not flow.free:
        return flow.sides[0]
    left, right = flow.bodies
    whole = [LanguageTurn(side, ItemIndex(0), ItemIndex(len(flow.bodies[side]))) for side in SIDES]
    if not left.passages() or not right.passages():
        first = RIGHT if left.passages() else LEFT  # a note that a language is not there comes first
        return Turns(
            flow.languages, flow.head, (left, right), (whole[first], whole[other_side(first)]), is_signed=False
        )
    is_short = sum(sum(flow.bodies[side].lengths(side)) for side in SIDES) <= MAX_MEASURED_CHARS
    heights = [
        _measured(body, geometry) if is_short else _estimated(body, geometry, side)
        for side, body in zip(SIDES, flow.bodies, strict=True)
    ]
    room = height if is_short else int(height * ESTIMATED_SHARE)
    turns = planned(heights[LEFT], heights[RIGHT], room)
    return Turns(flow.languages, flow.head, (left, right), turns)


def _measured(body: Items, geometry: Geometry) -> SideHeights:
    """Returns the exact heights of the items of a side."""
    column = Column(body, geometry, SIDES)
    spaces, texts, glued = [], [], set()
    before: Item | None = None
    for index, item in enumerate(body):
        spaces.append(space_before(item, before))
        texts.append(len(column.rows(ItemIndex(index))) - spaces[-1])
        is_source = item.kind in ("by", "author")
        if is_source or (before and (before.kind == "heading" or (before.kind == "continued" and item.number))):
            glued.add(index)
        before = item
    return SideHeights(texts, spaces, body.headings(), frozenset(glued))


def _estimated(body: Items, geometry: Geometry, side: Side) -> SideHeights:
    """Returns the estimated heights of the items of a side, each with a blank row."""
    rows = Column(body, geometry, (side,)).heights
    texts = [rows[ItemIndex(k)] - 1 for k in range(len(body))]
    headings = body.headings()
    return SideHeights(texts, [1.0] * len(texts), headings, frozenset(index + 1 for index, _ in headings))


@record
class LanguageTurn:
    """Items of one side that are shown together: ``start`` to ``end``, half-open, in the list of the side."""

    side: Side
    start: ItemIndex
    end: ItemIndex

    def __len__(self) -> int:
        return self.end - self.start


@record
class SideHeights:
    """Rows of each item of a side."""

    texts: Sequence[float]
    """Rows of text."""
    spaces: Sequence[float]
    """Blank rows above, where another item of the side is above."""
    headings: Sequence[tuple[int, int]] = ()
    """Index and level of each heading."""
    glued: frozenset[int] = frozenset()
    """Items that should not be parted from the item before them: a text below its heading."""

    def of(self, start: int, end: int) -> float:
        """Returns the rows of a turn with these items, half-open; its sign included."""
        return SIGN_ROWS + sum(self.texts[start:end]) + sum(self.spaces[start + 1 : end])


def planned(left: SideHeights, right: SideHeights, room: int) -> list[LanguageTurn]:
    """Returns the turns of both sides, each at most ``room`` rows unless it is one item."""
    heights = (left, right)
    ends = [len(side.texts) for side in heights]
    cuts = [[0, *(index for index, _ in side.headings if index)] for side in heights]
    levels = [[level for _, level in side.headings] for side in heights]
    if levels[LEFT] != levels[RIGHT] or len(cuts[LEFT]) != len(cuts[RIGHT]):
        cuts = [[0], [0]]
    found: list[LanguageTurn] = []
    for k in range(len(cuts[0])):
        bounds = [(side[k], side[k + 1] if k + 1 < len(side) else end) for side, end in zip(cuts, ends, strict=True)]
        found += _section(heights, bounds, room)
    return found


def _section(heights: Sequence[SideHeights], bounds: Sequence[tuple[int, int]], room: int) -> Iterator[LanguageTurn]:
    """Yields the turns of a section: the same number of shares of each side, in alternation."""
    whole = [side.of(*bound) for side, bound in zip(heights, bounds, strict=True)]
    least = max(1, *(-(-int(rows) // max(1, room)) for rows in whole))
    for percent in TRIED_PERCENT:
        count = -(-least * percent // 100)
        shares = [list(_shares(side, *bound, count)) for side, bound in zip(heights, bounds, strict=True)]
        if all(_fits(side, *share, room) for side, held in zip(heights, shares, strict=True) for share in held):
            break
    for share in zip(*shares, strict=True):
        parts = [_fitting(side, start, end, room) for side, (start, end) in zip(heights, share, strict=True)]
        for pair in zip_longest(*parts):
            for side, part in zip(SIDES, pair, strict=True):
                if part:
                    yield LanguageTurn(side, ItemIndex(part[0]), ItemIndex(part[1]))


def _fits(heights: SideHeights, start: int, end: int, room: int) -> bool:
    """Whether a range is one turn; an empty one is left out."""
    return end - start == 1 or start == end or heights.of(start, end) <= room


def _shares(heights: SideHeights, start: int, end: int, count: int) -> Iterator[tuple[int, int]]:
    """Yields a number of ranges of about the same height; some may be empty."""
    sums = list(
        accumulate(map(sum, zip(heights.texts[start:end], heights.spaces[start:end], strict=True)), initial=0.0)
    )
    here = 0
    for k in range(1, count):
        wanted = sums[-1] * k / count
        after = bisect_right(sums, wanted, here)
        cut = max(
            here, after - 1 if after and wanted - sums[after - 1] <= sums[min(after, len(sums) - 1)] - wanted else after
        )
        cut = min(cut, end - start)
        if start + cut in heights.glued and cut > here:
            cut -= 1
        yield start + here, start + cut
        here = cut
    yield start + here, end


def _fitting(heights: SideHeights, start: int, end: int, room: int) -> Iterator[tuple[int, int]]:
    """Yields a range in parts that are not higher than the room, unless they are one item."""
    while start < end:
        cut = start + 1
        while cut < end and heights.of(start, cut + 1) <= room:
            cut += 1
        if cut < end and cut in heights.glued and cut - 1 > start:
            cut -= 1
        yield start, cut
        start = cut


class Turns(Items):
    """The items of two sides in turns, below a head that has both languages."""

    def __init__(
        self,
        languages: tuple[str, str],
        head: tuple[Item, ...],
        bodies: tuple[Items, Items],
        turns: Sequence[LanguageTurn],
        *,
        is_signed: bool = True,
    ) -> None:
        super().__init__(languages, (head,))
        self._head, self._bodies, self.turns, self._is_signed = head, bodies, turns, is_signed
        self._firsts = list(accumulate(map(len, turns), initial=len(head)))
        self._length = self._firsts[-1]
        self._of_sides = [[k for k, turn in enumerate(turns) if turn.side == side] for side in SIDES]
        self._starts = [[turns[k].start for k in held] for held in self._of_sides]

    def __getitem__(self, index: int) -> Item:
        if index < len(self._head):
            return super().__getitem__(index)
        if index >= self._length:
            raise IndexError(index)
        number = self.number_at(index)
        turn = self.turns[number]
        return self._bodies[turn.side][turn.start + index - self._firsts[number]]

    def __iter__(self) -> Iterator[Item]:
        return map(self.__getitem__, range(self._length))

    def number_at(self, index: int) -> int:
        """Returns the number of the turn that holds an item, from 0; -1 in the head."""
        return bisect_right(self._firsts, index) - 1 if index < self._length else len(self.turns) - 1

    def _index(self, side: Side, index: int) -> ItemIndex:
        """Returns the index of an item of a side."""
        place = bisect_right(self._starts[side], index) - 1
        number = self._of_sides[side][place]
        return ItemIndex(self._firsts[number] + index - self.turns[number].start)

    def indices(self, kind: ItemKind, anchor: str) -> list[ItemIndex]:
        """Returns the indices of the items of that kind and anchor: several for a text in parts."""
        found = super().indices(kind, anchor)
        for side in SIDES:
            found += [self._index(side, k) for k in self._bodies[side].indices(kind, anchor)]
        return found

    def index_of(self, anchor: str) -> ItemIndex | None:
        """Returns the index of the first item of a passage or figure, or None if it is not among the items."""
        found = ((side, self._bodies[side].index_of(anchor)) for side in SIDES)
        return min((self._index(side, k) for side, k in found if k is not None), default=None)

    def figure_before(self, index: int) -> str:
        """Returns the id of the last figure before an item on its side; empty if there is none."""
        number = self.number_at(index)
        if number < 0:
            return ""
        turn = self.turns[number]
        return self._bodies[turn.side].figure_before(turn.start + index - self._firsts[number])

    def texts(self, side: Side) -> list[str]:
        """Returns each item's text on a side, without notes of the page; empty where there is none."""
        return self._in_turns(self._bodies[side].texts(side), "", [words_of(item, side) for item in self._head], side)

    def texts_at(self, indices: Iterable[ItemIndex], side: Side) -> list[str]:
        """Returns the texts of some items on a side as :meth:`texts` does."""
        return [words_of(self[index], side) for index in indices]

    def lengths(self, side: Side) -> list[int]:
        """Returns the number of characters of each item's text on a side, about that number for texts in parts."""
        head = [len(words_of(item, side)) for item in self._head]
        return self._in_turns(self._bodies[side].lengths(side), 0, head, side)

    def _in_turns(self, body: Sequence[T], nothing: T, head: list[T], side: Side) -> list[T]:
        """Returns values of a side's items in the order of the turns, behind those of the head."""
        parts = (body[t.start : t.end] if t.side == side else [nothing] * len(t) for t in self.turns)
        return [*head, *chain.from_iterable(parts)]

    def unshared_texts(self, side: Side) -> list[str]:
        """Returns each item's text on a side: items of turns have one language."""
        return self.texts(side)

    def passages(self) -> int:
        """Returns the number of passages."""
        return sum(body.passages() for body in self._bodies)

    # -- signs ------------------------------------------------------------------------------------------

    def sign_above(self, index: int) -> TurnSign | None:
        """Returns the sign above an item that begins a turn; None above others, and where one language has no text."""
        number = self.number_at(index)
        return self.sign_of(index) if number >= 0 and self._firsts[number] == index else None

    def sign_of(self, index: int) -> TurnSign | None:
        """Returns the sign of the turn that holds an item; of the first turn in the head."""
        number = max(0, self.number_at(index))
        if not self._is_signed:
            return None
        return TurnSign(name(self.languages[self.turns[number].side]), self._beyond(number))

    def _beyond(self, number: int) -> str:
        """Returns where the other language of a turn goes on: its name, an arrow, and the number of the paragraph."""
        other = other_side(self.turns[number].side)
        following = next((turn for turn in self.turns[number + 1 :] if turn.side == other), None)
        before = next((turn for turn in reversed(self.turns[:number]) if turn.side == other), None)
        turn, arrow = (following, "↓") if following else (before, "↑")
        if turn is None:
            return ""
        body = self._bodies[other]
        passage = next((n for k in range(turn.start, turn.end) if (n := body[k].number)), 0)
        return f"{name(self.languages[other])} {arrow}{f' ¶{passage}' if passage else ''}"
