"""How well documents are imported: invented bilingual texts in many forms, each compared with its story.

Of 100 points, 50 are for the pairs (F1 of the texts of both languages that are beside each other), 20 for the texts
that came back exactly, 15 for their kinds, 10 for the titles, 5 for the languages.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import Counter, defaultdict
from statistics import mean
from typing import TYPE_CHECKING

from table import Figure

from tests.importing.documents.cases import CASES
from tests.importing.documents.reading import TAGS, document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.importing.documents.dialects import Case

COMMAND = (sys.executable, "-m", "reader", "import")
LEAST_MEAN, LEAST = 98.5, 92.0
MOST_SECONDS = 1.0
FEW_TAGS, MANY_TAGS, MOST_GROWTH = 2_500, 10_000, 6.0
KINDS = {"item": "list", "row": "table"}


def measure(folder: Path, _repeat: int) -> Iterator[Figure]:
    """Yields the mean score of the cases of each form, the lowest score of all, and the CPU time of the slowest."""
    scores: defaultdict[str, list[float]] = defaultdict(list)
    seconds = []
    for name, make in CASES.items():
        case = make()
        place = folder / name
        place.mkdir()
        for file, data in case.files.items():
            (place / file).write_bytes(data)
        with (place / "found.json").open("wb") as output:
            process = subprocess.Popen([*COMMAND, *case.args, "--json"], cwd=place, stdout=output)
            _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds.append(usage.ru_utime + usage.ru_stime)
        found = json.loads((place / "found.json").read_bytes() or b"{}")
        scores[name.partition("-")[0]].append(score(case, found))
        if scores[name.partition("-")[0]][-1] < LEAST_MEAN:
            yield Figure(f"documents: {name}", scores[name.partition("-")[0]][-1], "score", least=LEAST)
    for form, own in scores.items():
        yield Figure(f"documents: mean of {len(own)} of {form}", mean(own), "score", least=LEAST_MEAN)
    together = [each for own in scores.values() for each in own]
    yield Figure(f"documents: mean of {len(together)}", mean(together), "score", least=LEAST_MEAN)
    yield Figure("documents: lowest", min(together), "score", least=LEAST)
    yield Figure(
        "documents: slowest, with the start of the program and the reader's process",
        max(seconds),
        "s",
        most=MOST_SECONDS,
    )
    for tags in TAGS:
        few, many = seconds_of_page(tags * FEW_TAGS), seconds_of_page(tags * MANY_TAGS)
        name = f"documents: page of {MANY_TAGS:,} {tags[:24]!r} to one of {FEW_TAGS:,}"
        yield Figure(name, many, "s", few, times=MOST_GROWTH)


def seconds_of_page(content: str) -> float:
    """Returns the CPU time that a page takes to be read in this process."""
    start = time.process_time()
    document("page.html", f"<html><body><h1>伞</h1><p>{content}".encode())
    return time.process_time() - start


def score(case: Case, found: dict) -> float:
    """Returns the score of what was found, from 0 to 100."""
    articles = found.get("articles") or []
    tags = case.story.tags
    got = Counter(_pair(pair, tags) for article in articles for pair in article["pairs"])
    parts = case.story.body if case.titled else case.story.parts
    wanted = Counter((_plain(part.one), _plain(part.other)) for part in parts)
    if case.is_chapters:
        got += Counter(tuple(_plain(article["title"].get(tag)) for tag in tags) for article in articles)
    both = (got & wanted).total()
    pairs = 2 * both / max(1, got.total() + wanted.total())
    texts = [Counter(text for pair in side for text in pair if text) for side in (got.elements(), wanted.elements())]
    text = (texts[0] & texts[1]).total() / max(1, max(map(Counter.total, texts)))
    kinds = _kinds(case, articles)
    title = True
    if case.titled:
        title = any(
            [_plain(article["title"].get(tag)) for tag in tags] == [case.story.title.one, case.story.title.other]
            for article in articles
        )
    return 50 * pairs + 20 * text + 15 * kinds + 10 * title + 5 * (set(found.get("languages") or ()) == set(tags))


def _kinds(case: Case, articles: list[dict]) -> float:
    """Returns the share of the texts whose kind is right."""
    parts = case.story.body if case.titled else case.story.parts
    known = {
        _plain(text): pair["kind"]
        for article in articles
        for pair in article["pairs"]
        for text in pair.values()
        if isinstance(text, str)
    }
    titles = {_plain(text) for article in articles for text in article["title"].values()}
    right = all_ = 0
    for part in parts:
        accepted = {KINDS.get(part.kind, part.kind), *(also for kind, also in case.accepted if kind == part.kind)}
        for text in filter(None, (part.one, part.other)):
            all_ += 1
            right += known.get(_plain(text)) in accepted or (part.kind == "heading" and _plain(text) in titles)
    return right / max(1, all_)


def _pair(pair: dict, tags: tuple[str, str]) -> tuple[str, str]:
    return _plain(pair.get(tags[0])), _plain(pair.get(tags[1]))


def _plain(text: str | None) -> str:
    return " ".join((text or "").split())
