"""Measures a site of many articles: time, memory, bytes of site and index, the cost of a query and of a subscription.

python benchmarks/run.py publish 1000 10000 100000
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from statistics import median
from threading import Thread
from typing import TYPE_CHECKING

from process_memory import run_and_watch
from table import Figure
from terminal import ROOT, environment

from reader.source import load
from tests.invented.library import make_library
from tests.publishing.scanning import PlainScan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

SIZES = (1000, 10_000, 100_000)
SAMPLED_ISSUES = 6
QUERIES = 300
MOST_SECONDS_A_THOUSAND, MOST_PAGE_BYTES, MOST_SHARDS, MOST_BYTES, MOST_SEARCH_BYTES = 60, 100_000, 3, 60_000, 250_000
CHANGED = "a site with one changed issue"
READER = (sys.executable, "-c", "from reader.cli.main import main; raise SystemExit(main())")


def measure(articles: int, folder: Path, _repeat: int) -> Iterator[Figure]:
    """Yields the figures of a site with a number of articles."""
    library, site = folder / "library", folder / "site"
    size = make_library(str(library), articles)
    of = f"of {articles:,} articles"
    home = environment(folder / "home") | {"PYTHONPATH": str(ROOT)}
    words = ["publish", "--library", str(library), "-o", str(site), "--base-url", "https://example.org/"]
    for name, limit in (
        ("a site", MOST_SECONDS_A_THOUSAND),
        ("the same site again", None),
        ("one issue changed", None),
    ):
        if name == "one issue changed":
            _change_an_issue(library)
        most = limit * articles / 1000 if limit else None
        yield from _timed(f"{name} {of}", [*READER, *words], home, most)
    with served(site) as address:
        yield from _timed(f"subscribing to it, {of}", [*READER, "subscribe", address], home)
        yield from _timed(f"updating, {of}", [*READER, "update"], home)
    yield from _sizes(site, size, of)
    if shutil.which("node"):
        yield from _queries(library, site, folder, of)


def _timed(name: str, command: Sequence[str], home: dict[str, str], most: float | None = None) -> Iterator[Figure]:
    """Yields the time, the CPU time and the memory of a command."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    memory = run_and_watch(command, home)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    yield Figure(name, time.perf_counter() - start, "s", most=most)
    yield Figure(f"{name}: CPU time", after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, "s")
    yield Figure(f"{name}: memory of all its processes, the most", memory, "MB")


def _change_an_issue(library: Path) -> None:
    """Changes a word in the middle issue."""
    issues = sorted(library.glob("*.yaml"))
    path = issues[len(issues) // 2]
    path.write_text(path.read_text("utf-8").replace(" the ", " that ", 1), "utf-8")


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_words: object) -> None:
        pass


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serves a site on this machine; gives its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


def _sizes(site: Path, size: int, of: str) -> Iterator[Figure]:
    total = index = shards = files = page = 0
    for place, _, names in os.walk(site):
        for name in names:
            path = os.path.join(place, name)
            held = os.path.getsize(path)
            files, total = files + 1, total + held
            inside = os.path.relpath(path, site)
            if inside.startswith("search" + os.sep):
                index += held
                shards += inside.startswith(os.path.join("search", "s")) and name == "index.bin"
            elif name == "index.html" and inside.count(os.sep) > 1:
                page = max(page, held)
    yield Figure(f"site {of}", total / 1e6, "MB")
    yield Figure(f"index of search {of}, texts included", index / 1e6, "MB", floor=size / 1e6)
    yield Figure(f"shards {of}", shards, "")
    yield Figure(f"files {of}", files, "")
    yield Figure("the largest page of an article, not packed", page / 1000, "kB", most=MOST_PAGE_BYTES / 1000)


def _queries(library: Path, site: Path, folder: Path, of: str) -> Iterator[Figure]:
    """Yields the cost of queries from the texts of some issues, in node."""
    issues = sorted(library.glob("*.yaml"))[:: max(1, len(list(library.glob("*.yaml"))) // SAMPLED_ISSUES)]
    scan = PlainScan(issue for path in issues if (issue := load(str(path), checked=False).issue))
    script = folder / "query.mjs"
    shutil.copy(site / "query.js", script)
    asked = {"queries": scan.queries(QUERIES, "1"), "first_only": True}
    command = ["node", str(ROOT / "tests" / "publishing" / "search_in_node.mjs"), str(script), str(site)]
    done = subprocess.run(command, input=json.dumps(asked).encode(), capture_output=True, check=True)
    answers = [answer for answer in json.loads(done.stdout)["answers"] if answer["places"]]
    shards = [
        sum(path.startswith("s") and path.endswith("index.bin") for path, _ in each["before"]) for each in answers
    ]
    first = sorted(sum(size for _, size in each["before"]) for each in answers)
    whole = sorted(sum(size for _, size in each["fetched"]) for each in answers)
    yield Figure(f"shards of a query {of}, the most", max(shards), "", most=MOST_SHARDS)
    yield Figure("bytes before the first hit's text, the most", first[-1] / 1000, "kB", most=MOST_BYTES / 1000)
    yield Figure("bytes before the first hit's text, median", median(first) / 1000, "kB")
    yield Figure("bytes of a first page of ten hits, the most", whole[-1] / 1000, "kB", most=MOST_SEARCH_BYTES / 1000)
    yield Figure("requests of a first page of ten hits, median", median(len(each["fetched"]) for each in answers), "")
    yield Figure("time of ten hits once the shards are there, median", median(each["ms"] for each in answers), "ms")


PARTS = {str(articles): partial(measure, articles) for articles in SIZES}
