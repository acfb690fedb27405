"""From the command to the first text of an article and until all is settled, beside the smallest Textual program."""

from __future__ import annotations

import random
import re
import shutil
import time
from statistics import median
from typing import TYPE_CHECKING

from magazines import marker, pairs, write
from table import Figure
from terminal import started

from surface.programs import BARE, article, read_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from terminal import Terminal

    Moments = list[tuple[Sequence[float], Sequence[float]]]
    """Ours and the floor of each run: seconds and CPU seconds to the first text, CPU seconds until all is settled."""

FIRST_TIMES, FIRST_UNREAD_TIMES = 0.5, 0.7
LONG_TIMES = 1.15
"""For an article whose texts are all counted for the scroll bar before it is drawn."""
SETTLED_TIMES, SETTLED_UNREAD_TIMES = 1.25, 2.0
PAIRS = 20
TRIES = 200
TYPED_LETTERS = 12
FRAME_ENDS, FRAMEWORK_BEGINS = b"\x1b[?2026l", b"\x1b[?2004h"
"""The end of the first frame, and the first output of the framework behind its keyboard."""
SEQUENCE = re.compile(rb"\x1b(?:\[[0-9;?<>=$]*[a-zA-Z]|\][^\x07\x1b]*(?:\x07|\x1b\\))")


def start(folder: Path, repeat: int) -> Iterator[Figure]:
    """Yields the CPU time until the first text and until all is settled, for several libraries and articles."""
    one = [pairs(1, PAIRS)]
    for name, articles in (
        ("1 article of 20 pairs", one),
        ("100 articles", [pairs(n, PAIRS) for n in range(1, 101)]),
        ("5,000 articles", [pairs(n, 4) for n in range(1, 5001)]),
        ("1 article of 20,000 pairs", [pairs(1, 20_000)]),
    ):
        library = write(folder / name, articles)
        read_before(library, folder / "home-ours")
        runs = _paired(article(library), folder, repeat)
        yield _figure(f"first text, {name}: CPU", runs, 1, LONG_TIMES if "20,000" in name else FIRST_TIMES)
        if articles is one:
            yield _figure("the same: by the clock", runs, 0)
            yield _figure("all settled: CPU", runs, 2, SETTLED_TIMES)
            cold = _paired(article(library), folder, repeat, kept=False)
            yield _figure("first text, never read before: CPU", cold, 1, FIRST_UNREAD_TIMES)
            yield _figure("all settled, never read before: CPU", cold, 2, SETTLED_UNREAD_TIMES)


def typing(folder: Path, repeat: int) -> Iterator[Figure]:
    """Yields the number of tries in which a key typed during the start was lost, echoed or out of order."""
    library = write(folder / "typing", [pairs(1, PAIRS)])
    read_before(library, folder / "home-ours")
    tries = max(repeat, TRIES)
    bad = sum(not _is_typed(library, folder, random.Random(seed)) for seed in range(tries))
    yield Figure(f"keys typed during the start, {tries} tries: failed", bad, "", most=0)


def _is_typed(library: Path, folder: Path, chance: random.Random) -> bool:
    """Types the letters of a search between the first frame and the framework; returns whether they are all there."""
    word = "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=TYPED_LETTERS))
    with started(article(library), folder / "home-ours") as terminal:
        terminal.wait_for(FRAME_ENDS.decode())
        for key in f"/{word}":
            time.sleep(chance.choice((0, 0, 0.005, 0.02, 0.05)))
            terminal.type(key)
        try:
            output = terminal.wait_for(word).output
        except RuntimeError:
            return False
    between = output.partition(FRAME_ENDS)[2].partition(FRAMEWORK_BEGINS)[0]
    return not SEQUENCE.sub(b"", between).strip()


def _paired(argv: Sequence[str], folder: Path, repeat: int, kept: bool = True) -> Moments:
    """Runs ours and the floor in turn; leaves out the first pair."""
    runs: Moments = []
    for _ in range(repeat + 1):
        both = []
        for program, name in ((argv, "ours"), (BARE, "floor")):
            home = folder / f"home-{name}"
            home.mkdir(exist_ok=True)
            with started(program, home) as terminal:
                both.append(_moments(terminal))
            if not kept:
                shutil.rmtree(home)
        runs.append((both[0], both[1]))
    return runs[1:]


def _moments(terminal: Terminal) -> Sequence[float]:
    seconds, cpu_s, _ = terminal.wait_for(marker(1))
    terminal.wait_for(FRAMEWORK_BEGINS.decode())
    terminal.settle()
    return seconds, cpu_s, terminal.cpu_with_children_s


def _figure(name: str, runs: Moments, which: int, times: float | None = None) -> Figure:
    ours, floor = (median(run[k][which] for run in runs) * 1000 for k in (0, 1))
    ratio = median(ours[which] / floor[which] for ours, floor in runs)
    return Figure(name, ours, "ms", floor, ratio, times=times)
