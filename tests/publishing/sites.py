"""Sites that tests publish: the bundled issues, and an issue whose every text tries to be markup."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.publishing.site import site_at
from reader.publishing.site_files import site_files

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2]
BASE = "https://example.org/mag/"
BUNDLED = [
    ROOT / "issues" / f"{name}.yaml" for name in ("city-of-springs-08", "lanes-and-rivers-03", "words-and-tools-01")
]


def files_of(paths: Sequence[Path], faults: list[str] | None = None, base: str = BASE) -> dict[str, bytes]:
    """Returns the files of a site by their paths; messages about issues go into ``faults``, or fail."""
    told: list[str] = []
    made = {file.path: file.data for file in site_files(site_at(base), "A <Site>", [*map(str, paths)], told.append)}
    if faults is None:
        assert told == []
    else:
        faults += told
    return made
