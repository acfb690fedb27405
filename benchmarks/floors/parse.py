"""The floor of checking issue files: PyYAML's C parser over the same bytes, in as many processes, and nothing else.

python benchmarks/floors/parse.py events|load FOLDER
"""

from __future__ import annotations

import os
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import yaml
from yaml.cyaml import CParser


def events(path: str) -> int:
    """Runs through a file's events."""
    parser = CParser(Path(path).read_text(encoding="utf-8"))
    count = 0
    while parser.get_event() is not None:
        count += 1
    return count


def load(path: str) -> int:
    """Loads a file as Python's own lists and dictionaries."""
    return len(yaml.load(Path(path).read_text(encoding="utf-8"), yaml.CSafeLoader))


def main() -> None:
    """Parses the files of a folder on every core."""
    paths = sorted(map(str, Path(sys.argv[2]).glob("*.yaml")))
    parse = {"events": events, "load": load}[sys.argv[1]]
    cores = len(os.sched_getaffinity(0))
    with ProcessPoolExecutor(cores, get_context("fork")) as pool:
        print(sum(pool.map(parse, paths, chunksize=8)))


if __name__ == "__main__":
    main()
