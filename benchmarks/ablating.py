"""How much each weight of the importers counts: the mean score of pages with the weight left out, or changed.

Weights are the numbers of the modules ``weights`` of both pipelines; that of PDF pages has one for each stage. Each row
has the score with one of them changed and, as the floor, the score with all of them as they are; a change that makes
the import fail scores 0.
"""

from __future__ import annotations

import json
import subprocess
import sys
from fnmatch import fnmatchcase
from functools import partial
from importlib import import_module
from statistics import mean
from typing import TYPE_CHECKING

from importing import given, sources
from table import Figure

from reader.importing.formats import format_of
from reader.importing.objects import as_object
from reader.importing.pdf.pipeline import read_pdf
from reader.importing.sources import file_source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

    from reader.importing.extraction import Extraction

STAGES = ("page", "text_lines", "blocks", "headings", "roles", "assembling", "recognition")
"""The stages of a PDF page, in their order; ``headings`` are a part of the roles."""
WEIGHTS = {
    "pdf": tuple(f"reader.importing.pdf.weights.{stage}" for stage in STAGES),
    "txt": ("reader.importing.text.weights",),
}
"""The modules of weights of each form of page."""
FACTORS = (0.0, 0.8, 1.25)
"""Factors of a weight; a weight that is a count changes by at least 1."""


def weights_of(module: ModuleType, pattern: str) -> dict[str, float]:
    """Returns the numbers of a module whose names match a pattern such as ``CAPTION_*``, in their order there."""
    return {
        name: value
        for name, value in vars(module).items()
        if name.isupper() and isinstance(value, int | float) and fnmatchcase(name, pattern)
    }


def changed_values(value: float) -> Iterator[float]:
    """Yields the values that a weight is changed to, each once; a whole number stays one."""
    seen = {value}
    for factor in FACTORS:
        changed: float = value * factor or 0.0  # no negative zero
        if isinstance(value, int):
            changed = (
                0 if not factor else min(value - 1, round(changed)) if factor < 1 else max(value + 1, round(changed))
            )
        if changed not in seen:
            seen.add(changed)
            yield changed


class Pages:
    """Pages with their truth, and the scores of all that was extracted from them."""

    def __init__(self, form: str, folder: Path) -> None:
        self._pages = sources(form)
        self._folder = folder
        self._scores: dict[tuple[Path, str], float] = {}

    def mean_score(self) -> float:
        """Returns the mean score of the pages, extracted with the weights as they are now."""
        return mean(self._score(page) for page in self._pages)

    def _score(self, page: Path) -> float:
        try:
            extracted = json.dumps(as_object(_extraction(page)), ensure_ascii=False)
        except Exception:  # a changed weight may break anything
            return 0.0
        if (page, extracted) not in self._scores:
            candidate = self._folder / "candidate.json"
            candidate.write_text(extracted, "utf-8")
            command = [sys.executable, given["scorer"][0], page.parent / "truth.yaml", candidate]
            printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            self._scores[page, extracted] = json.loads(printed.splitlines()[0])["score"]
        return self._scores[page, extracted]


def _extraction(page: Path) -> Extraction:
    """Extracts a page in this process, in which the weights are changed."""
    source = file_source(str(page))
    return read_pdf(str(page)) if page.suffix == ".pdf" else format_of(source).extract(source, (), None)


def ablate(form: str, folder: Path, _repeat: int) -> Iterator[Figure]:
    """Yields the mean score with each change of each weight."""
    pages = Pages(form, folder)
    modules = [import_module(name) for name in WEIGHTS[form]]
    unchanged = pages.mean_score()
    yield Figure(f"{form}: all weights as they are", unchanged, "score")
    for pattern in given["weights"] or ["*"]:
        for module in modules:
            for name, value in weights_of(module, str(pattern)).items():
                for changed in changed_values(value):
                    setattr(module, name, changed)
                    try:
                        score = pages.mean_score()
                    finally:
                        setattr(module, name, value)
                    yield Figure(f"{form}: {name} {value:g} → {changed:g}", score, "score", floor=unchanged)


PARTS = {form: partial(ablate, form) for form in WEIGHTS}
