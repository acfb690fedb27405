"""Measures characters a second for setting paragraphs: the first time, and again at another width.

    python benchmarks/wrap.py [--width 68] [--repeat 7]

All paragraphs are different, so that no cache holds them. Figures are CPU time of one process, the best of some runs.
"floor" is the rate of `str.translate` alone for the same characters. "first" and "spaced" measure a text and fill its
lines, without and with the blanks between ideographs and Latin. "again", "hung" and "hyph." fill lines from measures
that are kept. "set" and "just." also make the pieces of each line.
"""

from __future__ import annotations

import argparse
import random
import string
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from reader.layout.flow import Cell, Item
from reader.layout.hyphens import Hyphens
from reader.layout.lines import Measured, measured
from reader.layout.setting import set_cell
from reader.layout.typesetting import Typesetting
from reader.model.text import Prose

PARAGRAPHS, CHARACTERS = 200, 600
HAN = "泉水从石缝里涌出来一年四季都是清的城里的人家把井打在院子中央夏天用它冰西瓜冬天用它洗菜"
WORDS = (
    *(
        "the",
        "city",
        "takes",
        "its",
        "name",
        "from",
        "springs",
        "and",
        "water",
        "that",
        "rises",
        "through",
        "limestone",
    ),
    *("keeps", "eighteen", "degrees", "all", "year", "municipality", "catalogued", "seven", "hundred", "of", "them"),
    *("extraordinarily", "documented", "photographs", "measurements"),
)
LETTERS = dict.fromkeys(map(ord, HAN + string.ascii_letters), "x")
HEADS = ("floor", "first", "spaced", "again", "hung", "hyph.", "set", "just.")


def chinese(random_: random.Random) -> str:
    """Returns a clause of Chinese, some with a number or a Latin word."""
    words = "".join(random_.choices(HAN, k=random_.randint(6, 14)))
    return words + random_.choice(("，", "，", "。", "、", "72 处", " AI ", "《", "——")) + random_.choice(HAN)


def english(random_: random.Random) -> str:
    """Returns some English words and a mark."""
    return " ".join(random_.choices(WORDS, k=random_.randint(5, 12))) + random_.choice(
        (", ", ". ", " — ", "; ", " 72 ")
    )


def paragraphs(*kinds: Callable[[random.Random], str]) -> list[str]:
    """Returns different texts of one kind, or of several kinds mixed."""
    random_ = random.Random(1)
    texts = []
    for _ in range(PARAGRAPHS):
        text = ""
        while len(text) < CHARACTERS:
            text += random_.choice(kinds)(random_)
        texts.append(text)
    return texts


def rate(characters: int, repeat: int, work: Callable[[], object]) -> str:
    """Returns the rate of the fastest of some runs in millions of characters a second of CPU time."""
    best = float("inf")
    for _ in range(repeat):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return f"{characters / best / 1e6:6.1f}"


def main() -> int:
    """Prints a row for each kind of text."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--width", type=int, default=68, metavar="CELLS")
    parser.add_argument("--repeat", type=int, default=7, metavar="RUNS")
    arguments = parser.parse_args()
    width, repeat = arguments.width, arguments.repeat
    print("million characters a second of CPU time (goal: first 3, again 40)")
    print(" " * 8, *(f"{head:>6}" for head in HEADS))
    for name, language, kinds in (
        ("Chinese", "zh-Hans", (chinese,)),
        ("English", "en", (english,)),
        ("mixed", "zh-Hans", (chinese, english)),
    ):
        texts = paragraphs(*kinds)
        total = sum(map(len, texts))
        kept = [Measured(text, spaced=True) for text in texts]
        items = [Item("paragraph", (Cell(language, Prose(text)), None)) for text in texts]
        for text in texts:
            measured(text, spaced=True)

        def first(texts: list[str] = texts, spaced: bool = False) -> None:
            for text in texts:
                Measured(text, spaced).fill(width)

        def again(kept: list[Measured] = kept, hang: int = 0) -> None:
            for text in kept:
                text.fill(width, 0, hang)

        def divided(kept: list[Measured] = kept, language: str = language) -> None:
            for text in kept:
                text.fill(width, hyphens=Hyphens(text.text, text.offsets, language, width))

        def whole(how: Typesetting, items: list[Item] = items) -> None:
            for item in items:
                cell = item.cells[0]
                assert cell
                set_cell(item, cell, width, how, 2)

        figures = (
            rate(total, repeat, lambda texts=texts: [text.translate(LETTERS) for text in texts]),
            rate(total, repeat, first),
            rate(total, repeat, lambda first=first: first(spaced=True)),
            rate(total, repeat, again),
            rate(total, repeat, lambda again=again: again(hang=2)),
            rate(total, repeat, divided),
            rate(total, repeat, lambda whole=whole: whole(Typesetting())),
            rate(total, repeat, lambda whole=whole: whole(Typesetting(justified=True))),
        )
        print(f"{name:8} {' '.join(figures)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
