"""Measures a library of many articles: indexing, the size of the index, queries, start, searching without an index.

python benchmarks/run.py search 100 10000 100000
python benchmarks/run.py search 100000 --keep DIR

The second makes the library and its index in DIR, where they are not there yet, and measures queries only: at once the
next time, at a quiet hour.
"""

from __future__ import annotations

import gc
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import time
from functools import partial
from statistics import median
from typing import TYPE_CHECKING

from process_memory import run_and_watch
from table import Figure
from terminal import ROOT, environment, started

from reader.library import Library
from reader.library.searching import SearchSession
from reader.search import fold, parse_query, scan
from reader.search.readings import toneless_pinyin
from reader.search.scan import hits_in
from reader.search.terms import LITERAL
from reader.search.texts import article_names, issue_names, search_texts
from tests.invented.library import ARTICLES_IN_ISSUE, make_library

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from reader.catalogue.file import Catalogue
    from reader.model.magazine import Article, Issue
    from reader.search.hits import Hit
    from reader.search.query import Query
    from reader.search.texts import FacetNames, SearchText

    Found = set[tuple[str, str, str, str]]

SIZES = (100, 10_000, 100_000)
COMPARED_QUERIES = {100: 1000, 10_000: 60, 100_000: 12}
"""Number of queries that are compared with the scan, which reads every text for each of them."""
TIMED_QUERIES = 300
SAMPLED_ISSUES = 40
SHOWN = 20
ALL = 10_000_000
READER = (sys.executable, "-c", "from reader.cli.main import main; raise SystemExit(main())")
ON_SHELF = f"{ARTICLES_IN_ISSUE} articles"
LEAST_INDEXED, MOST_INDEX, MOST_NEWEST_MS, MOST_BEST_MS, MOST_START_TIMES = 500, 1.0, 10, 20, 1.05
MOST_INDEXING_MB = 200


given: dict[str, Path | None] = {"kept": None}
"""The option of the command line."""


def measure(articles: int, folder: Path, repeat: int) -> Iterator[Figure]:
    """Yields the figures of a library with a number of articles; of one that is kept, those of queries only."""
    if kept := given["kept"]:
        place = kept / "library"
        if not place.exists():
            make_library(str(place), articles)
        _index(place, kept)
        yield from _queries(_opened(place, kept), f"of {articles:,} articles")
        return
    size = make_library(str(folder / "library"), articles)
    made = [folder / "library"]
    if articles > SIZES[0]:
        made.append(folder / "small")
        make_library(str(made[1]), SIZES[0])
    of = f"of {articles:,} articles"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for place in made:
        memory = _index(place, folder)
        if place is made[0]:
            most_memory = memory
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    least, most = (LEAST_INDEXED, MOST_INDEX) if articles > SIZES[0] else (None, None)  # few cost what a start costs
    yield Figure(f"indexing {of}: articles a second of CPU", articles / used, "/s", least=least)
    yield Figure("the same: memory of all its processes, the most", most_memory, "MB", most=MOST_INDEXING_MB)
    library = _opened(made[0], folder)
    assert library.catalogue
    yield Figure(f"index {of}: its bytes to those of the files", _index_bytes(library.catalogue) / size, "x", most=most)
    whole = os.path.getsize(library.catalogue.path) / size
    yield Figure("the whole catalogue, texts included, to the files", whole, "x")
    yield from _queries(library, of)
    yield from _compared(library, COMPARED_QUERIES[articles], of)
    yield from _without_index(library, made[0])
    if len(made) > 1:
        yield _starts(made, folder, repeat)


PARTS = {str(articles): partial(measure, articles) for articles in SIZES}

_QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def _index(library: Path, folder: Path) -> float:
    """Indexes a library; its catalogue is made in the home in a folder. Returns the most memory that it took, in MB."""
    return run_and_watch([*READER, "index", "--library", str(library)], _environment(folder))


def _opened(place: Path, folder: Path) -> Library:
    """Opens a library with the catalogue in the home in a folder."""
    os.environ["XDG_CACHE_HOME"] = _environment(folder)["XDG_CACHE_HOME"]
    library = Library([str(place)])
    assert library.catalogue
    assert library.catalogue.open()
    return library


def _environment(folder: Path) -> dict[str, str]:
    return environment(folder / "home") | {"PYTHONPATH": str(ROOT)}


def _index_bytes(catalogue: Catalogue) -> int:
    """Returns the size of the index: its tokens, and its list of words with the index of it."""
    tokens = sum(
        catalogue.select(f"SELECT coalesce(sum(length(block)), 0) FROM {name}_data")[0][0]
        for name in ("heads", "texts")
    )
    words = catalogue.select("SELECT coalesce(sum(length(word) + length(stem)), 0) FROM words")[0][0]
    return int(tokens + 2 * words)


# -- queries -----------------------------------------------------------------------------------------------


def queries(library: Library, count: int) -> list[str]:
    """Returns queries whose words are in the texts, of six kinds in turn; the same for the same library."""
    chosen = random.Random(count)
    issues = [entry.issue for entry in chosen.sample(library.entries, min(SAMPLED_ISSUES, len(library.entries)))]
    texts = [
        prose.text
        for issue in issues
        if issue
        for _, article in issue.articles()
        for text in search_texts(article)
        for _, prose in text.text.sides
    ]
    han = [run for text in texts for run in re.findall(r"[\u4e00-\u9fff]{8,}", text)]
    words = [found for text in texts for found in [re.findall(r"[A-Za-z]{3,}", text)] if len(found) > 3]

    def stretch(least: int, most: int) -> str:
        run = chosen.choice(han)
        length = chosen.randint(least, most)
        start = chosen.randrange(len(run) - length + 1)
        return run[start : start + length]

    def word() -> str:
        return chosen.choice(chosen.choice(words))

    def phrase() -> str:
        found = chosen.choice(words)
        start = chosen.randrange(len(found) - 1)
        return f'"{found[start]} {found[start + 1]}"'

    kinds = (
        lambda: stretch(2, 2),
        lambda: stretch(3, 6),
        word,
        lambda: word()[: chosen.randint(3, 5)] + "*",
        phrase,
        lambda: f"{stretch(2, 2)} {stretch(2, 2)}",
    )
    return [kinds[number % len(kinds)]() for number in range(count)]


def _queries(library: Library, of: str) -> Iterator[Figure]:
    written_queries = queries(library.again(), TIMED_QUERIES)  # the issues they are from are not kept
    search = SearchSession(library)
    gc.collect()
    for sort, most in (("newest", MOST_NEWEST_MS), ("best", MOST_BEST_MS)):
        took, used = [], []
        for written in written_queries:
            begin, begin_cpu = time.perf_counter(), time.process_time()
            for hit in search.find(parse_query(written), sort, SHOWN).hits:
                hit.snippet()
            used.append((time.process_time() - begin_cpu) * 1000)
            took.append((time.perf_counter() - begin) * 1000)
        yield Figure(f"a query {of}, {SHOWN} {sort}: half take less", median(took), "ms")
        yield Figure("the same: 95 of 100 take less", _most(took), "ms", most=most)
        yield Figure("the same, CPU: half take less", median(used), "ms")
        yield Figure("the same, CPU: 95 of 100 take less", _most(used), "ms")
    search.close()


def _most(values: list[float]) -> float:
    """Returns the value than which 95 of 100 are less."""
    return sorted(values)[len(values) * 95 // 100]


def _compared(library: Library, count: int, of: str) -> Iterator[Figure]:
    """Yields recall and precision against a scan of every text."""
    asked = [parse_query(written) for written in queries(library, count)]
    wanted: list[Found] = [set() for _ in asked]
    for _, issue in library.issues():
        texts = _folded_texts(issue)
        for number, query in enumerate(asked):
            wanted[number].update(map(_key, _scanned(issue, texts, query)))
    search = SearchSession(library)
    hits = right = all_of_them = 0
    for query, expected in zip(asked, wanted, strict=True):
        found = {_key(hit) for hit in search.find(query, "newest", ALL).hits}
        hits, right, all_of_them = hits + len(found), right + len(found & expected), all_of_them + len(expected)
    search.close()
    yield Figure(f"recall {of}, {count} queries", right / max(1, all_of_them), "", least=1.0)
    yield Figure("precision of the same", right / max(1, hits), "", least=1.0)


def _folded_texts(issue: Issue) -> list[tuple[Article, FacetNames, SearchText, str]]:
    """Returns the texts of an issue, each with its article, the names of its facets, and its folded form."""
    return [
        (article, names, text, "\n".join(fold(prose.text) for _, prose in text.text.sides))
        for section, article in issue.articles()
        for names in (issue_names(issue, section) | article_names(article),)
        for text in search_texts(article)
    ]


def _scanned(issue: Issue, texts: list[tuple[Article, FacetNames, SearchText, str]], query: Query) -> Iterator[Hit]:
    """Yields the hits in an issue; texts that have not the first term as it is written are passed over at once."""
    first = next(iter(query.terms))
    literal = first.text if first.kind == LITERAL and len(query.clauses[0].terms) == 1 else ""
    for article, names, text, folded in texts:
        if literal in folded:
            yield from hits_in(issue, article, text, names, query, pinyin=toneless_pinyin)


def _key(hit: Hit) -> tuple[str, str, str, str]:
    return hit.address, hit.field, hit.language, hit.text.plain(hit.language)


# -- beside it ---------------------------------------------------------------------------------------------


def _without_index(library: Library, folder: Path) -> Iterator[Figure]:
    """Yields the cost of one word without an index: of our own scan, and of programs that search files."""
    word = next(written for written in queries(library, 12) if re.fullmatch(r"[\u4e00-\u9fff]{2}", written))
    begin = time.process_time()
    few = [entry.issue for entry in library.entries[:25] if entry.issue]
    for _ in scan(few, parse_query(word)):
        pass
    spent = (time.process_time() - begin) * 1000 * len(library.entries) / len(few)
    yield Figure("one word by our scan of all texts (from 25 issues): CPU", spent, "ms")
    for argv in (["grep", "-r", "-l", word], ["rg", "-l", word]):
        if shutil.which(argv[0]):
            begin = time.perf_counter()
            subprocess.run([*argv, str(folder)], check=False, **_QUIET)
            yield Figure(f"one word by {argv[0]}", (time.perf_counter() - begin) * 1000, "ms")


def _starts(libraries: Sequence[Path], folder: Path, repeat: int) -> Figure:
    """Returns the cost of a start on the shelf of the large library, beside that of the small one."""
    runs = []
    for _ in range(repeat + 1):
        both = []
        for library in libraries:
            argv = [*READER, "open", "--library", str(library)]
            with started(argv, folder / "home") as terminal:
                both.append(terminal.wait_for(ON_SHELF).cpu_s * 1000)
        runs.append(both)
    ours, floor = (median(run[k] for run in runs[1:]) for k in (0, 1))
    ratio = median(run[0] / run[1] for run in runs[1:])
    return Figure("start on the shelf, beside 100 articles: CPU", ours, "ms", floor, ratio, times=MOST_START_TIMES)
