"""An article whose two languages are paired anew, text by text."""

from __future__ import annotations

from collections import deque

from reader.alignment import weights
from reader.alignment.block import SideBlock
from reader.alignment.comparing import pair_scores
from reader.alignment.joining import MOVABLE, NewPair, joined
from reader.alignment.pairing import align
from reader.errors import UnusableError
from reader.model.language import is_ideographic
from reader.model.magazine import AlignedBody, PageBreak, Paragraph, Placement, Quotation
from reader.model.record import record, replace
from reader.model.text import EVERY_LANGUAGE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Literal

    from reader.alignment.block import AlignedPair
    from reader.alignment.joining import Movable, Words
    from reader.model.magazine import Article, Block, FreeBody
    from reader.model.text import Prose

    Reason = Literal["alone", "shared", "few words"]
    """Reason of a doubt: no counterpart; the other language has one text for it and the one before; few words of the
    dictionary in common."""

SHORT_CHARS = 12
"""Length of a text up to which few words in common are no doubt."""
MAX_SHOWN = 3
"""Number of kinds of blocks that a message names."""


@record
class PairDoubt:
    """A pair that a person should look at: its text in the first language, else in the second."""

    text: str
    reason: Reason


@record
class Repaired:
    """An article with its texts in new pairs, and the doubts in the order of its text."""

    article: Article
    doubts: tuple[PairDoubt, ...]


def repaired(article: Article, languages: tuple[str, str]) -> Repaired:
    """Returns an article with the texts of two languages paired anew; an article of two sides becomes aligned.

    Headings, paragraphs, verse, code and quotations move; all else stays behind the text of the ideographic language,
    or of the first one, that it follows.

    Raises:
        UnusableError: If the sides do not correspond, or one has a block that cannot be paired.
    """
    if is_ideographic(languages[1]) and not is_ideographic(languages[0]):
        languages = languages[1], languages[0]
    body = article.body
    if isinstance(body, AlignedBody):
        first = second = list(body.blocks)
    else:
        first, second = _sides(body, languages)
    left, right = _texts(first, languages[0]), _texts(second, languages[1])
    alignment = align([_side_block(*each) for each in left], [_side_block(*each) for each in right], languages)
    if alignment.fit < weights.ALIGNED_SHARE:
        share = f"{alignment.fit:.0%} of the texts have a counterpart"
        raise UnusableError(f"the two languages do not correspond text by text: {share}")
    pairs = _rejoined(left, right, alignment.pairs)
    made, rest = joined(pairs, languages)
    moved = {id(block) for block, _ in (*left, *right)}
    fixed = [
        (at, block if id(block) not in moved else rest[id(block)])
        for at, block in enumerate(first)
        if id(block) not in moved or id(block) in rest
    ]
    heads = [pair.one[0] if pair.one else block for pair, block in zip(pairs, made, strict=True)]
    blocks = tuple(_with_fixed(first, fixed, heads, made))
    new = replace(article, body=AlignedBody(blocks), relation="")
    return Repaired(new, tuple(_doubts(made, pairs, languages)))


def _rejoined(left: Sequence[Words], right: Sequence[Words], found: Sequence[AlignedPair]) -> list[NewPair]:
    """Returns the texts in pairs.

    Texts that were a pair stay one if neither has a counterpart now: around a heading all others have moved.
    """
    alone = {id(right[pair.right][0]): pair.right for pair in found if pair.left is None and pair.right is not None}
    kept = {
        pair.left: alone[id(left[pair.left][0])]
        for pair in found
        if pair.left is not None and pair.right is None and id(left[pair.left][0]) in alone
    }
    pairs = []
    for pair in found:
        if pair.left is None and pair.right in kept.values():
            continue
        at = kept.get(pair.left, pair.right) if pair.left is not None else pair.right
        one, other = left[pair.left] if pair.left is not None else None, right[at] if at is not None else None
        pairs.append(NewPair(one, other, pair.continues))
    return pairs


def _sides(body: FreeBody, languages: tuple[str, str]) -> tuple[list[Block], list[Block]]:
    """Returns the blocks of both sides of a free body; page breaks and figures are those of the first.

    Raises:
        UnusableError: If a side is missing, or the second has other blocks that cannot be paired.
    """
    by_tag = {tag: list(blocks) for tag, blocks in body.sides}
    if set(by_tag) != set(languages):
        raise UnusableError(f"the text is in {', '.join(by_tag)}, not in {' and '.join(languages)} alone")
    first, second = by_tag[languages[0]], by_tag[languages[1]]
    left_over = {
        type(block).__name__.lower(): None
        for block in second
        if not isinstance(block, (*MOVABLE, PageBreak)) and not (isinstance(block, Placement) and block in first)
    }
    if left_over:
        kinds = ", ".join(list(left_over)[:MAX_SHOWN])
        raise UnusableError(f"the text in {languages[1]} has blocks that are paired by hand: {kinds}")
    return first, second


def _texts(blocks: Sequence[Block], tag: str) -> list[Words]:
    """Returns the blocks that have a text in a language, with that text; one for all languages has none."""
    return [
        (block, prose)
        for block in blocks
        if isinstance(block, MOVABLE)
        and not (isinstance(block, Quotation) and block.more)
        and block.text.get(tag) is not block.text.get(EVERY_LANGUAGE)
        and (prose := block.text.get(tag))
    ]


def _side_block(block: Movable, prose: Prose) -> SideBlock:
    return SideBlock("para" if isinstance(block, Paragraph) else type(block).__name__, prose.text)


def _with_fixed(
    first: Sequence[Block], fixed: Sequence[tuple[int, Block]], heads: Sequence[Block], made: Sequence[Block]
) -> Iterator[Block]:
    """Yields the new blocks, with those that do not move in their places among the texts of the first language.

    ``fixed`` are the latter by their places in ``first``, ``heads`` the blocks whose places the new ones take, if they
    are among the old ones.
    """
    places = {id(block): at for at, block in enumerate(first)}
    waiting = deque(fixed)
    for head, block in zip(heads, made, strict=True):
        while waiting and waiting[0][0] < places.get(id(head), -1):
            yield waiting.popleft()[1]
        yield block
    yield from (block for _, block in waiting)


def _doubts(made: Sequence[Movable], pairs: Sequence[NewPair], languages: tuple[str, str]) -> Iterator[PairDoubt]:
    """Yields the doubts of new pairs."""
    texts = [(block.text.plain(languages[0]), block.text.plain(languages[1])) for block in made]
    scores = pair_scores(texts, languages) if texts else None
    for at, (one, other) in enumerate(texts):
        if not (one and other):
            yield PairDoubt(one or other, "shared" if pairs[at].continues else "alone")
        elif scores and len(one) > SHORT_CHARS and scores.gain(at, at) < 0:
            yield PairDoubt(one, "few words")
