"""Finds a quote in a text in which it was changed. Pure; texts have no blanks.

Short pieces of the quote ("seeds") vote for the places where it may begin; the best places are compared with it by
``difflib``. The limits were set with generated edits (``docs/decisions/0009-marks.md``).
"""

from __future__ import annotations

from reader.model.record import record
from reader.model.scripts import is_unspaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from difflib import Match

    from reader.model.text import Extent

DISTINCTIVE_WEIGHT = 16
"""Weight from which on a text does not occur twice by chance: a Chinese character weighs 2, any other 1.

A shorter quote must still be there as a whole.
"""
MIN_SHARE_AROUND = 0.4
"""Share of the text around a short quote that must still be there; with changes, of both together."""
LONG_WEIGHT = 80
"""Weight of the same text from which on the text around a quote does not matter."""
MIN_LONG_SHARE = 0.8
"""Share of a long quote that must still be there."""
MIN_SHARE = 0.6
"""Share of any other quote that must still be there."""
MIN_SHARE_WITH_AROUND = 0.5
"""Share of any other quote together with the text around it that must still be there."""
MIN_SAME_WEIGHT = 40
"""Weight of the text that is the same, in a quote and around it, at least."""
MIN_BLOCK_WEIGHT = 4
"""Weight of a block that is the same; lighter ones occur anywhere by chance."""
MAX_GROWTH = 1.5
"""Largest ratio of the length of a changed quote to the length of the text in it that is the same."""
MARGIN = 0.1
"""Share by which the best place must exceed every other."""
MAX_COMPARED_CHARS = 400
"""Length of the beginning of a quote that is compared."""
SEED_WEIGHT = 8
MAX_SEEDS = 24
MAX_SEED_PLACES = 20
"""Number of places of a seed that vote."""
BUCKET_CHARS = 64
"""Distance within which places count as one candidate."""
CANDIDATES = 4
"""Number of candidates that are compared."""
SHIFT_CHARS = 8
"""Largest distance by which the text around a quote may have moved from it."""


@record
class SameBlock:
    """A part of a quote that is the same in a text: its offsets in the quote, half-open, and the distance to there."""

    start: int
    end: int
    shift: int

    @property
    def length(self) -> int:
        """The number of characters."""
        return self.end - self.start


def similar_span(text: str, exact: str, prefix: str, suffix: str) -> Extent | None:
    """Returns the place that is similar enough to a quote, and more so than any other; None if there is none."""
    compared = exact[:MAX_COMPARED_CHARS]
    suffix = suffix if compared == exact else ""
    quote = prefix + compared + suffix
    first, last = len(prefix), len(prefix) + len(compared)
    found: list[tuple[float, Extent]] = []
    from difflib import SequenceMatcher  # late: most marks are where they were

    for candidate in _candidates(text, quote):
        origin = max(0, candidate - BUCKET_CHARS)
        window = text[origin : candidate + len(quote) + 2 * BUCKET_CHARS]
        blocks = SequenceMatcher(None, quote, window, autojunk=False).get_matching_blocks()
        blocks = [b for b in blocks if weight(quote[b.a : b.a + b.size]) >= MIN_BLOCK_WEIGHT]
        clipped = (SameBlock(max(b.a, first), min(b.a + b.size, last), b.b - b.a) for b in blocks)
        same = _together([block for block in clipped if block.start < block.end])
        if same and _is_similar(quote, compared, blocks, same):
            begin, end = origin + same[0].start + same[0].shift, origin + same[-1].end + same[-1].shift
            share = sum(block.length for block in same) / len(compared)
            found.append((share, (begin, _end_of_rest(text, end, exact[len(compared) :]))))
    if not found:
        return None
    best, span = max(found)
    rivals = [share for share, (begin, end) in found if (end <= span[0] or begin >= span[1]) and share > best - MARGIN]
    return None if rivals else span


def _is_similar(quote: str, compared: str, blocks: list[Match], same: list[SameBlock]) -> bool:
    """Whether a candidate is similar enough to a quote.

    Args:
        quote: The quote with the text around it.
        compared: The quote alone.
        blocks: The blocks that are the same in ``quote``.
        same: Those in ``compared``.
    """
    share = sum(block.length for block in same) / len(compared)
    share_with_around = _same_in_line(blocks, same) / len(quote)
    if weight(compared) < DISTINCTIVE_WEIGHT:
        is_enough = len(same) == 1 and share == 1 and share_with_around >= MIN_SHARE_AROUND
    else:
        is_long = share >= MIN_LONG_SHARE and share * weight(compared) >= LONG_WEIGHT
        is_enough = is_long or (share >= MIN_SHARE and share_with_around >= MIN_SHARE_WITH_AROUND)
    return is_enough and sum(weight(quote[b.a : b.a + b.size]) for b in blocks) >= MIN_SAME_WEIGHT


def _end_of_rest(text: str, end: int, rest: str) -> int:
    """Returns the end of a long quote whose beginning ends at ``end``: that of its last words, if they are near."""
    if not rest:
        return end
    last = rest[-BUCKET_CHARS:]
    found = text.find(last, end, end + 2 * len(rest) + BUCKET_CHARS)
    return found + len(last) if found >= 0 else end


def _same_in_line(blocks: list[Match], same: list[SameBlock]) -> int:
    """Returns the number of characters that are the same, in a quote and in the text around it that still adjoins."""
    first, last = same[0], same[-1]
    around = [
        min(b.a + b.size, first.start) - b.a if b.a < first.start else b.a + b.size - max(b.a, last.end)
        for b in blocks
        if (b.a < first.start and abs(b.b - b.a - first.shift) <= SHIFT_CHARS)
        or (b.a + b.size > last.end and abs(b.b - b.a - last.shift) <= SHIFT_CHARS)
    ]
    return sum(block.length for block in same) + sum(around)


def _together(same: list[SameBlock]) -> list[SameBlock]:
    """Returns blocks without those at the ends that are far from the others, by :data:`MAX_GROWTH`."""
    while len(same) > 1:
        whole = same[-1].end + same[-1].shift - same[0].start - same[0].shift
        if whole <= MAX_GROWTH * sum(block.length for block in same):
            break
        same = same[1:] if same[0].length < same[-1].length else same[:-1]
    return same


def _candidates(text: str, quote: str) -> list[int]:
    """Returns offsets at which a changed quote may begin: those for which most of its seeds vote."""
    votes: dict[int, int] = {}
    firsts: dict[int, int] = {}
    step = SEED_WEIGHT // 4 if weight(quote) > len(quote) * 1.5 else SEED_WEIGHT // 2
    size = 2 * step
    step = max(step, len(quote) // MAX_SEEDS)
    for offset in range(0, max(1, len(quote) - size + 1), step):
        seed = quote[offset : offset + size]
        start = text.find(seed)
        places = 0
        while start >= 0 and places < MAX_SEED_PLACES:
            bucket = (start - offset) // BUCKET_CHARS
            votes[bucket] = votes.get(bucket, 0) + 1
            firsts[bucket] = min(firsts.get(bucket, start - offset), start - offset)
            places += 1
            start = text.find(seed, start + 1)
    ranked = sorted(votes, key=lambda bucket: (-votes[bucket], bucket))[:CANDIDATES]
    return [firsts[bucket] for bucket in ranked]


def weight(text: str) -> int:
    """Returns the weight of a text: 2 for a Chinese character, 1 for any other, 0 for a blank."""
    return sum(1 + is_unspaced(character) for character in text if not character.isspace())


def same_end(text: str, other: str) -> int:
    """Returns the number of characters at the ends of two texts that are the same."""
    return same_beginning(text[::-1], other[::-1])


def same_beginning(text: str, other: str) -> int:
    """Returns the number of characters at the beginnings of two texts that are the same."""
    return next((k for k, (a, b) in enumerate(zip(text, other, strict=False)) if a != b), min(len(text), len(other)))
