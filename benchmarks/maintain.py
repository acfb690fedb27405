"""The maintainer's loop: from a save to the screen of a preview, and checking many issues on every core.

python benchmarks/run.py maintain preview check-100 check-1000
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from functools import partial
from statistics import median
from typing import TYPE_CHECKING

from surface.programs import FLOORS, reader
from table import Figure
from terminal import ROOT, environment, started

from tests.invented.library import ARTICLES_IN_ISSUE, make_library

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

SAVES = 20
MOST_SAVE_MS, MOST_CHECK_TIMES = 300, 2
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
    size = make_library(str(folder / "issues"), issues * ARTICLES_IN_ISSUE) / 1e6
    place = str(folder / "issues")
    runs = {
        "ours": reader("check", place),
        "events": (sys.executable, str(PARSE), "events", place),
        "load": (sys.executable, str(PARSE), "load", place),
    }
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in runs}
    for _ in range(max(1, repeat // 3)):
        for name, argv in runs.items():
            times[name].append(_timed(argv, folder / "home"))
    for floor, most in (("events", MOST_CHECK_TIMES), ("load", None)):
        what = "PyYAML's C parser" if floor == "events" else "PyYAML's C loader"
        for which, unit in ((0, "s"), (1, "s of CPU")):
            pairs = list(zip(times["ours"], times[floor], strict=True))
            yield Figure(
                f"check {issues} issues ({size:.0f} MB) beside {what}",
                median(ours[which] for ours, _ in pairs),
                unit,
                floor=median(other[which] for _, other in pairs),
                ratio=median(ours[which] / other[which] for ours, other in pairs),
                times=most if which == 0 else None,
            )


PARTS = {"preview": preview, "check-100": partial(check, 100), "check-1000": partial(check, 1000)}


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
    """Returns the seconds that a program takes, and those of CPU, its processes' included."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    quiet = subprocess.DEVNULL
    surroundings = environment(home) | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(argv, cwd=ROOT, env=surroundings, stdout=quiet, stderr=quiet, check=False)
    assert done.returncode in (0, 1), os.fsdecode(b" ".join(map(os.fsencode, argv)))
    took, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
