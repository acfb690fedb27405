"""How well each kind of invented page is imported: pages of new seeds, the mean and the lowest score of each kind."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from statistics import mean
from typing import TYPE_CHECKING

from table import Figure

from reader.cli.main import main as reader_main

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LEAST = 90.0
"""Score below which a kind is read badly."""
SEEDS = 5
"""Number of pages of a kind."""


def measure(given: dict[str, list[Path]], seed: int, folder: Path, _repeat: int) -> Iterator[Figure]:
    """Yields the mean score of each kind and its lowest one, and the mean of all, from the given seed on."""
    from kind_page import KindPage
    from make_kinds import KINDS

    if not given["scorer"]:
        sys.exit("pages are scored with --scorer FILE")
    means = []
    for number, (name, kind) in enumerate(KINDS.items()):
        scores = []
        for own in range(seed, seed + SEEDS):
            place = folder / f"{name}-{own}"
            page = KindPage(str(place), random.Random(own * 1000 + number))
            kind(page)
            page.finish()
            scores.append(_score(given["scorer"][0], place))
        means.append(mean(scores))
        yield Figure(f"kinds: {name}, mean", means[-1], "score", least=LEAST)
        yield Figure(f"kinds: {name}, lowest", min(scores), "score")
    yield Figure("kinds: mean of all", mean(means), "score", least=LEAST)


def _score(scorer: Path, place: Path) -> float:
    """Returns the score of a page, which is imported in this process."""
    printed, said = StringIO(), StringIO()
    with redirect_stdout(printed), redirect_stderr(said):
        reader_main(["import", "--json", str(place / "page.pdf")])
    candidate = place / "candidate.json"
    candidate.write_text(printed.getvalue(), "utf-8")
    command = [sys.executable, scorer, place / "truth.yaml", candidate]
    said_score = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return float(json.loads(said_score.splitlines()[0])["score"])
