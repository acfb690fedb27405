"""The memory of a program and of the processes that it starts, looked at while it runs. Linux only."""

from __future__ import annotations

import subprocess
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

PAUSE_S = 0.2
"""Time between two looks."""


def run_and_watch(command: Sequence[str], env: Mapping[str, str]) -> float:
    """Runs a program without its output; returns the most private memory of all its processes together, in MB.

    Pages of files that are mapped are left out: the system has them once, and can do without them.

    Raises:
        subprocess.CalledProcessError: If the program fails.
    """
    most = 0.0
    with subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as program:
        while program.poll() is None:
            most = max(most, sum(map(_private_megabytes, _tree(program.pid))))
            time.sleep(PAUSE_S)
    if program.returncode:
        raise subprocess.CalledProcessError(program.returncode, command)
    return most


def _tree(process: int) -> Iterator[int]:
    """Yields a process and all that it has started, directly or not."""
    yield process
    with suppress(OSError):
        for thread in Path(f"/proc/{process}/task").iterdir():
            for child in (thread / "children").read_text().split():
                yield from _tree(int(child))


def _private_megabytes(process: int) -> float:
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Private_Dirty:"):
                return int(line.split()[1]) / 1000
    return 0.0
