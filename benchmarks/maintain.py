"""The maintainer's loop: from a save to the screen of a preview, and checking many issues on every core.

python benchmarks/run.py maintain preview verbs-300 check-100 check-1000
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from contextlib import suppress
from functools import partial
from statistics import median
from threading import Thread
from typing import TYPE_CHECKING

from surface.programs import FLOORS, reader
from table import Figure
from terminal import ROOT, environment, started

from tests.invented.library import ARTICLES_IN_ISSUE, make_library

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

SAVES = 20
MOST_SAVE_MS = 300
MOST_AGAIN_TIMES = 2.5
"""Of a check of files that were checked before: 0.4 of the speed of the bare parser."""
MOST_FMT_TIMES, MOST_STATUS_TIMES = 1.5, 0.7
FIRST = "M0000W"
PARSE = FLOORS / "parse.py"


def preview(folder: Path, _: int) -> Iterator[Figure]:
    """Yields how long it takes from a save, a file put in the place of the old one, to the page on the screen."""
    make_library(str(folder), ARTICLES_IN_ISSUE)
    path = next(folder.glob("*.yaml"))
    text = _marked(path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    took: list[float] = []
    cpu: list[float] = []
    with started(reader("preview", path), folder / "home") as terminal:
        terminal.wait_for(FIRST)
        terminal.settle()
        for number in range(1, SAVES + 1):
            marker = f"M{number:04d}W"
            answer = terminal.after(partial(_save, path, text.replace(FIRST, marker)), marker)
            took.append(answer.last_s)
            cpu.append(answer.cpu_s)
            terminal.settle()
    size = len(text.encode()) / 1000
    name = f"a save of {ARTICLES_IN_ISSUE} articles ({size:.0f} kB) to the screen"
    yield Figure(f"{name}: median of {SAVES}", median(took) * 1000, "ms", most=MOST_SAVE_MS)
    yield Figure(f"{name}: the slowest", max(took) * 1000, "ms")
    yield Figure(f"{name}: CPU", median(cpu) * 1000, "ms")


def check(issues: int, folder: Path, repeat: int) -> Iterator[Figure]:
    """Yields how long checking takes beside parsing the same files, both on every core, in turn."""
    place, size = _library(folder, issues)
    runs = {
        "first": reader("check", place, "--no-cache"),
        "again": reader("check", place),
        "events": (sys.executable, str(PARSE), "events", place),
        "load": (sys.executable, str(PARSE), "load", place),
    }
    _timed(runs["again"], folder / "home")
    times = _in_turn(runs, folder / "home", repeat)
    what = f"{issues} issues ({size:.0f} MB)"
    events, load = "PyYAML's C parser", "PyYAML's C loader"
    yield from _beside(f"first check of {what} beside {events}", times, "first", "events")
    yield from _beside(f"first check of {what} beside {load}", times, "first", "load")
    yield from _beside(f"check of {what} again beside {events}", times, "again", "events", MOST_AGAIN_TIMES)


def verbs(issues: int, folder: Path, repeat: int) -> Iterator[Figure]:
    """Yields how long other verbs over many issues take beside a first check, all on every core, in turn."""
    place, size = _library(folder, issues)
    runs = {
        "check": reader("check", place, "--no-cache"),
        "fmt": reader("fmt", "--check", place),
        "status": reader("status", place),
    }
    times = _in_turn(runs, folder / "home", repeat)
    for verb, name, most in (("fmt", "fmt --check", MOST_FMT_TIMES), ("status", "status", MOST_STATUS_TIMES)):
        yield from _beside(f"{name} of {issues} issues ({size:.0f} MB) beside check", times, verb, "check", most)


PARTS = {
    "preview": preview,
    "verbs-300": partial(verbs, 300),
    "check-100": partial(check, 100),
    "check-1000": partial(check, 1000),
}


def _library(folder: Path, issues: int) -> tuple[str, float]:
    """Makes a library; returns its place and its size in megabytes."""
    place = str(folder / "issues")
    return place, make_library(place, issues * ARTICLES_IN_ISSUE) / 1e6


def _in_turn(runs: dict[str, tuple[str, ...]], home: Path, repeat: int) -> dict[str, list[tuple[float, float]]]:
    """Runs programs in turn; returns the seconds of each run of each, by the clock and of CPU."""
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in runs}
    for _ in range(max(1, repeat // 3)):
        for name, argv in runs.items():
            times[name].append(_timed(argv, home))
    return times


def _beside(
    name: str, times: dict[str, list[tuple[float, float]]], ours: str, floor: str, most: float | None = None
) -> Iterator[Figure]:
    """Yields the figures of one program beside another's; the budget is for the CPU time."""
    for which, unit in ((1, "s of CPU"), (0, "s")):
        pairs = [(one[which], other[which]) for one, other in zip(times[ours], times[floor], strict=True)]
        yield Figure(
            name,
            median(one for one, _ in pairs),
            unit,
            floor=median(other for _, other in pairs),
            ratio=median(one / other for one, other in pairs),
            times=most if which == 1 else None,
        )


def _marked(text: str) -> str:
    """Returns an issue's text with a marker at the beginning of its first paragraph."""
    body = text.index("body:")
    start = text.index("zh-", body)
    begin = text.index(": ", start) + 2
    begin += text[begin] in "'\"|"
    while text[begin].isspace():
        begin += 1
    return f"{text[:begin]}{FIRST} {text[begin:]}"


def _save(path: Path, text: str) -> None:
    beside = path.with_suffix(".new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def _timed(argv: Sequence[str], home: Path) -> tuple[float, float]:
    """Returns the seconds that a program takes with its messages on a terminal, and of CPU with all processes."""
    ours, theirs = os.openpty()
    Thread(target=_drain, args=(ours,), daemon=True).start()
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    surroundings = environment(home) | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(argv, cwd=ROOT, env=surroundings, stdout=subprocess.DEVNULL, stderr=theirs, check=False)
    assert done.returncode in (0, 1), os.fsdecode(b" ".join(map(os.fsencode, argv)))
    took, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    os.close(theirs)
    return took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _drain(terminal: int) -> None:
    """Reads all that comes to a terminal, until its other end is closed."""
    with suppress(OSError):
        while os.read(terminal, 1 << 16):
            pass
    os.close(terminal)
