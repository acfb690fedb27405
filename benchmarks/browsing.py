"""Measures the search of a published site in a real browser against a plain scan of all its texts.

READER_WEB_TOOLS=DIR python benchmarks/run.py browser 1000

DIR has ``node_modules`` with playwright-core, as ``.ci/web`` installs it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections import defaultdict
from functools import partial
from statistics import median
from typing import TYPE_CHECKING

from publishing import READER, served
from table import Figure
from terminal import ROOT, environment

from reader.model.equivalence import fold
from reader.search.query import parse_query
from reader.search.stemming import stem
from reader.search.terms import LITERAL, READING, WORD, Facets
from reader.search.tokens import spaced_words
from reader.source import load
from tests.invented.library import make_library
from tests.publishing.scanning import PlainScan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import Any

    from reader.model.magazine import Issue
    from reader.search.query import Query
    from reader.search.terms import Term

SIZES = (40, 1000)
QUERIES = 1000
PRESSES = 30
"""Number of times that *More* is pressed: further places of a common word are left out."""
MOST_MS = 300
CHROMIUM = os.environ.get("READER_CHROMIUM") or shutil.which("chromium") or ""


class OrderedScan:
    """A plain scan that is fast enough for a thousand queries, and knows which articles come first."""

    def __init__(self, issues: Sequence[Issue]) -> None:
        """Takes the issues, the oldest first."""
        scan = PlainScan(issues)
        self.queries = scan.queries(QUERIES, "1")
        self._texts = [(*each, fold(each[2]), frozenset(spaced_words(each[2]))) for each in scan.texts]
        self._forms: defaultdict[str, set[str]] = defaultdict(set)
        for word in frozenset().union(*(words for *_, words in self._texts)):
            self._forms[stem(word)].add(word)
        articles = (f"{issue.id}/{article.id}" for issue in reversed(issues) for _, article in issue.articles())
        self._ranks = {article: rank for rank, article in enumerate(articles)}

    def places(self, written: str) -> set[str]:
        """Returns the addresses of the places that a query finds."""
        query = parse_query(written)
        return {
            place
            for place, field, text, folded, words in self._texts
            if self._may_find(query, folded, words) and query.spans(text, Facets(field, {}, "", ""))
        }

    def rank(self, place: str) -> int:
        """Returns the number of articles before that of a place."""
        return self._ranks[place.rpartition("/")[0]]

    def _may_find(self, query: Query, folded: str, words: frozenset[str]) -> bool:
        """Whether a text is worth being looked at: it has a word or the characters of each clause."""
        return bool(query.clauses) and all(
            clause.negated or any(self._may_hold(term, folded, words) for term in clause.terms)
            for clause in query.clauses
        )

    def _may_hold(self, term: Term, folded: str, words: frozenset[str]) -> bool:
        if term.kind == WORD:
            return term.text in words or not self._forms[stem(term.text)].isdisjoint(words)
        return term.kind != READING and (term.kind != LITERAL or term.text in folded)


def measure(articles: int, folder: Path, _repeat: int) -> Iterator[Figure]:
    """Yields the figures of a site with a number of articles."""
    library, site = folder / "library", folder / "site"
    make_library(str(library), articles)
    words = ["publish", "--library", str(library), "-o", str(site), "--base-url", "https://example.org/"]
    home = environment(folder / "home") | {"PYTHONPATH": str(ROOT)}
    subprocess.run([*READER, *words], check=True, env=home, stdout=subprocess.DEVNULL)
    issues = [issue for path in library.glob("*.yaml") if (issue := load(str(path), checked=False).issue)]
    scan = OrderedScan(sorted(issues, key=lambda issue: (issue.date, issue.id)))
    queries = [query for query in scan.queries if query.strip()]
    with served(site) as address:
        asked = {"address": address, "queries": queries, "presses": PRESSES}
        command = ["node", str(ROOT / "benchmarks" / "browser_queries.mjs")]
        variables = os.environ | {"READER_CHROMIUM": CHROMIUM}
        done = subprocess.run(
            command, input=json.dumps(asked).encode(), env=variables, stdout=subprocess.PIPE, check=True
        )
    found = json.loads(done.stdout)
    yield from _figures(scan, queries, found["answers"], f"of {articles:,} articles")
    yield Figure("faults that the browser reports", len(found["faults"]), "", most=0)


def _figures(scan: OrderedScan, queries: list[str], answers: list[dict[str, Any]], of: str) -> Iterator[Figure]:
    shown = right = wanted = whole = miscounted = unordered = paused = unlit = 0
    for query, answer in zip(queries, answers, strict=True):
        truth, places = scan.places(query), set(answer["places"])
        ranks = [scan.rank(place) for place in answer["places"]]
        last = ranks[-1] if ranks else -1
        due = truth if answer["isWhole"] else {place for place in truth if scan.rank(place) < last}
        shown, right, wanted = (
            shown + len(answer["places"]),
            right + len(places & truth),
            wanted + len(due | places & truth),
        )
        whole, paused = whole + answer["isWhole"], paused + answer["isPaused"]
        miscounted += answer["isCounted"] and answer["count"] != len(truth)
        unordered += ranks != sorted(ranks)
        unlit += bool(places) and not answer["lit"]
    yield Figure(f"recall {of}, {len(queries)} queries in Chromium", right / max(1, wanted), "", least=1.0)
    yield Figure("precision of the same", right / max(1, shown), "", least=1.0)
    yield Figure("places that were compared", shown, "")
    yield Figure("queries whose places were all listed", whole, "")
    yield Figure("queries that were stopped before they cost much", paused, "")
    yield Figure("queries with another count than the scan's", miscounted, "", most=0)
    yield Figure("queries whose places are not newest first", unordered, "", most=0)
    yield Figure("queries without a match that is lit", unlit, "", most=0)
    yield Figure(
        "time from Enter to the first page, median", median(each["ms"] for each in answers), "ms", most=MOST_MS
    )


PARTS = {str(articles): partial(measure, articles) for articles in SIZES}
