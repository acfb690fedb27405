"""How well pages are imported, and how fast, by a scorer that compares an import with the truth.

The scorer is a program: ``SCORER TRUTH CANDIDATE`` prints an object of measures as JSON in its first line. A folder of
pages has a folder for each page, with ``truth.yaml``, and ``page.pdf``, ``page.txt`` or both.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from functools import partial
from statistics import mean
from typing import TYPE_CHECKING

import aligning
import documents
import scanning
import scoring_kinds
from table import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROOT_COMMAND = (sys.executable, "-m", "reader", "import")
MEASURES = ("score", "zh_cer", "en_cer", "para_f1", "caption_f1", "credit", "heading_f1", "contamination", "adjacent")
LEAST = {"pdf": {"score": 95.0, "caption_f1": 0.95, "credit": 0.95, "heading_f1": 0.95}}
LEAST["txt"] = {"score": 85.0, "caption_f1": 0.85, "credit": 0.85, "heading_f1": 0.85}
MOST = {"pdf": {"zh_cer": 0.02, "en_cer": 0.02}, "txt": {"zh_cer": 0.06, "en_cer": 0.06}}
LOWEST = {"pdf": 88.0, "txt": None}
SECONDS = {"pdf": 2.0, "txt": 5.0}

given: dict[str, list[Path]] = {"scorer": [], "folders": [], "weights": []}
"""Options of the command line."""
first_seed: list[int] = [1]
"""The seed of the first invented page of each kind."""


def sources(form: str) -> list[Path]:
    """Returns the pages of a form in the given folders."""
    if not given["scorer"] or not given["folders"]:
        sys.exit("pages are scored with --scorer FILE and --pages DIR")
    return [source for pages in given["folders"] for source in sorted(pages.glob(f"*/page.{form}"))]


def measure(form: str, folder: Path, _repeat: int) -> Iterator[Figure]:
    """Yields the measures of every page of a form, and their means."""
    scores: list[dict[str, float]] = []
    seconds = []
    for source in sources(form):
        begun = time.perf_counter()
        printed_import = subprocess.run(
            [*ROOT_COMMAND, source, "--json"], capture_output=True, text=True, check=True
        ).stdout
        seconds.append(time.perf_counter() - begun)
        candidate = folder / f"{source.parent.name}.json"
        candidate.write_text(printed_import, "utf-8")
        command = [sys.executable, given["scorer"][0], source.parent / "truth.yaml", candidate]
        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        scores.append(json.loads(printed.splitlines()[0]))
        yield Figure(f"{form}: {source.parent.name}", scores[-1]["score"], "score", least=LOWEST[form])
    for name in MEASURES:
        values = [score[name] for score in scores if score[name] is not None]
        if values:
            least, most = LEAST[form].get(name), MOST[form].get(name)
            yield Figure(f"{form}: mean {name}", mean(values), name, least=least, most=most)
    if seconds:
        yield Figure(f"{form}: slowest page, with the start of the program", max(seconds), "s", most=SECONDS[form])


def long(folder: Path, _repeat: int) -> Iterator[Figure]:
    """Yields the cost of a file of 100 pages: seconds a page, and its memory beside that of a file of 10 pages."""
    import pypdfium2

    pages = sources("pdf")
    taken = {}
    for count in (10, 100):
        file = pypdfium2.PdfDocument.new()
        for at in range(count):
            with pypdfium2.PdfDocument(pages[at % len(pages)]) as page:
                file.import_pages(page, [0])
        path = folder / f"{count}.pdf"
        file.save(path)
        file.close()
        begun = time.perf_counter()
        with open(os.devnull, "wb") as nowhere:
            process = subprocess.Popen([*ROOT_COMMAND, path, "--json"], stdout=nowhere, stderr=nowhere)
            _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"a file of {count} pages was not imported")
        taken[count] = usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
        seconds = (time.perf_counter() - begun) / count
    yield Figure("pdf: a page of a file of 100", seconds, "s", most=SECONDS["pdf"])
    yield Figure("pdf: memory for a file of 100 pages", taken[100], "MB", floor=taken[10], times=1.5)


PARTS = {form: partial(measure, form) for form in ("pdf", "txt")}
PARTS |= {"long": long, "alignment": aligning.measure, "digital": documents.measure}
PARTS["kinds"] = lambda folder, repeat: scoring_kinds.measure(given, first_seed[0], folder, repeat)
PARTS["scans"] = partial(scanning.measure, given)
