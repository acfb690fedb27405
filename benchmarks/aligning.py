"""How well two texts are aligned: F1 of the links of blocks, for variants of articles whose pairs are known.

A variant changes a side as translations do: blocks are left out, split, merged, abridged, swapped. The truth is kept by
numbers: a block has the numbers of the pairs that its text is from, and two blocks are linked if they share one.
"""

from __future__ import annotations

import random
import re
import resource
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from table import Figure

from reader.alignment import comparing, pairing
from reader.alignment.block import PARAGRAPH, SideBlock
from reader.importing.extraction import HEADING
from reader.model.magazine import AlignedBody, Heading, Paragraph
from reader.source.loading import load
from tests.importing.scenes import EN, ZH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


ISSUES = Path(__file__).parent.parent / "issues"
SEEDS = 5
"""Number of random variants of each article."""
LANGUAGES = ("zh-Hans", "en")
LONG_BLOCKS = 2000
MAX_SECONDS, MAX_MEGABYTES = 10.0, 300.0


@dataclass(frozen=True)
class Numbered:
    """A block, and the numbers of the pairs that its text is from."""

    kind: str
    text: str
    numbers: frozenset[int]


Sides = tuple[list[Numbered], list[Numbered]]


def articles() -> Iterator[Sides]:
    """Yields the aligned articles of the bundled issues and of the invented pages, and all of them as one."""
    whole: list[tuple[str, str, str]] = []
    for path in sorted(ISSUES.glob("*.yaml")):
        issue = load(str(path)).issue
        assert issue
        for _, article in issue.articles():
            if isinstance(article.body, AlignedBody):
                pairs: list[tuple[str, str, str]] = []
                for block in article.body.blocks:
                    if isinstance(block, Heading | Paragraph):
                        texts = {tag.split("-")[0]: prose.text for tag, prose in block.text.sides}
                        if texts.get("zh") and texts.get("en"):
                            kind = HEADING if isinstance(block, Heading) else PARAGRAPH
                            pairs.append((kind, texts["zh"], texts["en"]))
                yield numbered(pairs)
                whole += pairs
    scenes: list[tuple[str, str, str]] = [(PARAGRAPH, zh, en) for zh, en in zip(ZH, EN, strict=True)]
    yield numbered(scenes)
    yield numbered([*whole, *scenes])


def numbered(pairs: Sequence[tuple[str, str, str]]) -> Sides:
    """Returns the two sides of pairs."""
    first = [Numbered(kind, one, frozenset((at,))) for at, (kind, one, _) in enumerate(pairs)]
    second = [Numbered(kind, other, frozenset((at,))) for at, (kind, _, other) in enumerate(pairs)]
    return first, second


def heading_lost(sides: Sides, chance: random.Random) -> Sides:
    """Returns the sides without one of the headings of one side."""
    headings = [at for at, block in enumerate(sides[1]) if block.kind == HEADING]
    lost = chance.choice(headings) if headings else -1
    return sides[0], [block for at, block in enumerate(sides[1]) if at != lost]


def left_out(sides: Sides, chance: random.Random, share: float = 0.15) -> Sides:
    """Returns the sides without a share of the blocks of either."""
    return kept(sides[0], chance, 1 - share), kept(sides[1], chance, 1 - share)


def kept(side: list[Numbered], chance: random.Random, share: float) -> list[Numbered]:
    """Returns a share of the blocks of a side, at least one."""
    return [block for block in side if chance.random() < share] or side[:1]


def split_and_merged(sides: Sides, chance: random.Random, share: float = 0.12) -> Sides:
    """Returns the sides with a share of the paragraphs split, and of the neighbours merged, on either side.

    The counterpart of a changed block stays whole.
    """
    changed: set[int] = set()
    return _reshaped(sides[0], chance, share, changed), _reshaped(sides[1], chance, share, changed)


def _reshaped(side: list[Numbered], chance: random.Random, share: float, changed: set[int]) -> list[Numbered]:
    made: list[Numbered] = []
    rest = list(side)
    while rest:
        block = rest.pop(0)
        following = rest[0] if rest else None
        is_free = block.kind == PARAGRAPH and not block.numbers & changed
        draw = chance.random()
        parts = halves(block.text)
        if is_free and draw < share and parts:
            made += [replace(block, text=part) for part in parts]
            changed |= block.numbers
        elif (
            is_free
            and draw > 1 - share
            and following
            and following.kind == PARAGRAPH
            and not following.numbers & changed
        ):
            rest.pop(0)
            blank = " " if block.text.isascii() or block.text[-1].isascii() else ""
            made.append(Numbered(PARAGRAPH, block.text + blank + following.text, block.numbers | following.numbers))
            changed |= made[-1].numbers
        else:
            made.append(block)
    return made


def halves(text: str) -> tuple[str, str] | None:
    """Returns a text split at the end of a sentence near its middle; None if there is none in its middle half."""
    ends = [found.end() for found in re.finditer(r"[。！？][”」]?|[.!?][”\"]? ", text)]
    middle = len(text) / 2
    end = min(ends, key=lambda place: abs(place - middle), default=0)
    return (text[:end].strip(), text[end:].strip()) if abs(end - middle) < middle / 2 else None


def english_abridged(sides: Sides, chance: random.Random) -> Sides:
    """Returns the sides with two in five blocks of the English one."""
    return sides[0], kept(sides[1], chance, 0.4)


def chinese_abridged(sides: Sides, chance: random.Random) -> Sides:
    """Returns the sides with two in five blocks of the Chinese one."""
    return kept(sides[0], chance, 0.4), sides[1]


def swapped(sides: Sides, chance: random.Random, share: float = 0.15) -> Sides:
    """Returns the sides with a share of the neighbours of the second swapped."""
    side = list(sides[1])
    at = 0
    while at + 1 < len(side):
        if chance.random() < share:
            side[at : at + 2] = side[at + 1], side[at]
            at += 1
        at += 1
    return sides[0], side


def all_together(sides: Sides, chance: random.Random) -> Sides:
    """Returns the sides with blocks left out, split, merged and swapped."""
    return swapped(split_and_merged(left_out(sides, chance, 0.1), chance, 0.08), chance, 0.08)


VARIANTS: dict[str, tuple[Callable[[Sides, random.Random], Sides], float]] = {
    "as it is": (lambda sides, _: sides, 0.995),
    "a heading lost": (heading_lost, 0.995),
    "blocks left out on either side": (left_out, 0.985),
    "split and merged": (split_and_merged, 0.985),
    "English abridged to 40 %": (english_abridged, 0.97),
    "Chinese abridged to 40 %": (chinese_abridged, 0.95),
    "neighbours swapped": (swapped, 0.98),
    "all together": (all_together, 0.95),
}
"""Each variant, and the least mean F1."""


def blocks(side: Sequence[Numbered]) -> list[SideBlock]:
    """Returns the blocks of a side without their numbers."""
    return [SideBlock(block.kind, block.text) for block in side]


def links(sides: Sides) -> set[tuple[int, int]]:
    """Returns the links that an alignment of two sides finds; a block that continues a pair has that pair's other."""
    found = set()
    last = (-1, -1)
    for pair in pairing.align(blocks(sides[0]), blocks(sides[1]), LANGUAGES).pairs:
        left, right = pair.left, pair.right
        if pair.continues:
            left, right = last[0] if left is None else left, last[1] if right is None else right
        if left is not None and right is not None:
            found.add((left, right))
            last = (left, right)
    return found


def f1(sides: Sides) -> float:
    """Returns the F1 of the links of two sides."""
    true = {(i, j) for i, one in enumerate(sides[0]) for j, other in enumerate(sides[1]) if one.numbers & other.numbers}
    found = links(sides)
    return 2 * len(true & found) / (len(true) + len(found)) if true or found else 1.0


def measure(_folder: Path, _repeat: int) -> Iterator[Figure]:
    """Yields the mean F1 of each variant, beside that by lengths and marks alone, and the cost of a long text."""
    texts = list(articles())
    for name, (variant, least) in VARIANTS.items():
        made = [variant(sides, random.Random(f"{name} {seed}")) for sides in texts for seed in range(SEEDS)]
        scores = [f1(sides) for sides in made]
        with patch.object(comparing, "units", lambda *_: None):
            alone = [f1(sides) for sides in made]
        yield Figure(f"alignment: {name}", sum(scores) / len(scores), "F1", sum(alone) / len(alone), least=least)
    yield from long(texts[-1])


def long(whole: Sides) -> Iterator[Figure]:
    """Yields the time and the memory for texts of many blocks, whose words are those of a short one in other order."""
    chance = random.Random(1)
    words = [re.findall(r"\w+|\W", block.text) for block in whole[1]]
    pool = [word for text in words for word in text]
    sentences = [part for block in whole[0] for part in re.split(r"(?<=[，。])", block.text) if part]
    first = [SideBlock(PARAGRAPH, "".join(chance.choices(sentences, k=6))) for _ in range(LONG_BLOCKS)]
    second = [SideBlock(PARAGRAPH, "".join(chance.choices(pool, k=120))) for _ in range(LONG_BLOCKS)]
    begun = time.process_time()
    pairing.align(first, second, LANGUAGES)
    yield Figure("alignment: 2,000 blocks on each side", time.process_time() - begun, "s", most=MAX_SECONDS)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    yield Figure("alignment: memory of the process", used, "MB", most=MAX_MEGABYTES)
