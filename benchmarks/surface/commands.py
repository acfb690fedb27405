"""Commands without the screen, beside Python doing nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from statistics import median
from typing import TYPE_CHECKING

from table import Figure
from terminal import ROOT, environment

from surface.programs import reader

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

TIMES = 4
NOTHING = (sys.executable, "-c", "pass")


def without_the_screen(folder: Path, repeat: int) -> Iterator[Figure]:
    """Yields the CPU time of a verb over the bundled issues."""
    for name, argv in (
        ("reader list", reader("list")),
        ("reader show, an article", reader("show", "lanes-and-rivers-03/old-bridges")),
        ("reader search, one word", reader("search", "泉水")),
    ):
        runs = [(_cpu_s(argv, folder), _cpu_s(NOTHING, folder)) for _ in range(2 * repeat + 1)][1:]
        ours, floor = (median(run[k] for run in runs) * 1000 for k in (0, 1))
        yield Figure(f"{name}: CPU", ours, "ms", floor, median(a / b for a, b in runs), times=TIMES)


def _cpu_s(argv: Sequence[str], home: Path) -> float:
    """Runs a command to its end; returns the CPU seconds it used."""
    running = subprocess.Popen(argv, cwd=ROOT, env=environment(home), stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    assert running.returncode == 0, argv
    return used.ru_utime + used.ru_stime
