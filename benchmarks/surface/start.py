"""From the command to the first text of an article, beside the smallest Textual program."""

from __future__ import annotations

import shutil
import subprocess
from statistics import median
from typing import TYPE_CHECKING

from magazines import marker, pairs, write
from table import Figure
from terminal import environment, started

from surface.programs import BARE, article, reader

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

FAULT_TIMES = 1.3
GOAL_TIMES = 1.15
PAIRS = 20


def start(folder: Path, repeat: int) -> Iterator[Figure]:
    """Yields the CPU time until the first text, for libraries and articles of several sizes."""
    one = [pairs(1, PAIRS)]
    for name, articles in (
        ("1 article of 20 pairs", one),
        ("100 articles", [pairs(n, PAIRS) for n in range(1, 101)]),
        ("5,000 articles", [pairs(n, 4) for n in range(1, 5001)]),
        ("1 article of 20,000 pairs", [pairs(1, 20_000)]),
    ):
        library = write(folder / name, articles)
        _read(library, folder)
        runs = _paired(article(library), folder, repeat)
        yield _figure(f"first text, {name}: CPU", runs, 1, GOAL_TIMES)
        if articles is one:
            yield _figure("the same: by the clock", runs, 0)
            cold = _paired(article(library), folder, repeat, kept=False)
            yield _figure("the same, never read before: CPU", cold, 1, FAULT_TIMES)


def _read(library: Path, folder: Path) -> None:
    """Has a library read into the catalogue, as the screen does behind its first frame."""
    home = folder / "home-ours"
    home.mkdir(exist_ok=True)
    subprocess.run(reader("index", "--library", library), env=environment(home), check=True, capture_output=True)


def _paired(argv: Sequence[str], folder: Path, repeat: int, kept: bool = True) -> list[tuple[Sequence[float], ...]]:
    """Runs ours and the floor in turn; returns pairs of seconds and CPU seconds, without the first pair's."""
    runs = []
    for _ in range(repeat + 1):
        both = []
        for program, name in ((argv, "ours"), (BARE, "floor")):
            home = folder / f"home-{name}"
            home.mkdir(exist_ok=True)
            with started(program, home) as terminal:
                both.append(terminal.wait_for(marker(1))[:2])
            if not kept:
                shutil.rmtree(home)
        runs.append(tuple(both))
    return runs[1:]


def _figure(name: str, runs: list[tuple[Sequence[float], ...]], which: int, times: float | None = None) -> Figure:
    ours, floor = (median(run[k][which] for run in runs) * 1000 for k in (0, 1))
    ratio = median(ours[which] / floor[which] for ours, floor in runs)
    return Figure(name, ours, "ms", floor, ratio, times=times)
