"""Measure the program, a group of figures at a time, each beside its floor and its budget.

    python benchmarks/run.py                            lists the groups
    python benchmarks/run.py GROUP [PART ...] [--repeat N]
    python benchmarks/run.py import [PART ...] --scorer FILE --pages DIR
    python benchmarks/run.py import kinds --scorer FILE [--seed S]
    python benchmarks/run.py faults [PART ...] --minutes N [--seed S]
    python benchmarks/run.py search PART --keep DIR
    python benchmarks/run.py ablate [PART ...] --scorer FILE --pages DIR [--weights PATTERN]

The floor is the least that the same work can cost, measured in the same run, in turn with ours. On a machine that is
busy with other things believe ratios and CPU times. Exits with 1 if a figure is over its budget.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from table import HEADS, row

GROUPS = {
    "surface": "start, opening an article, keys, resizing, drawing, wrapping, finding, commands without the screen",
    "maintain": "from a save to the screen of a preview; check, fmt --check and status of many issues on every core",
    "import": "pages as PDF, as text and as scans against their truth: --scorer FILE --pages DIR [--pages DIR ...]",
    "ablate": "scores of pages with each weight of an importer left out or changed: as import, and --weights PATTERN",
    "growth": "hostile texts at one size and at twice that: check, layout, search, settings; 2 is linear",
    "pictures": "page-down with three pictures in sight, the time until they are drawn, a start with pictures",
    "faults": "random input for the parser; random faults against a reader: --minutes N or --rounds N, and --seed S",
    "publish": "a site of 1,000, 10,000 and 100,000 articles: time, memory, bytes, and the cost of a query",
    "browser": "1,000 queries in Chromium over a site of 1,000 articles, against a plain scan; READER_WEB_TOOLS=DIR",
    "words": "the dictionary's answers, readings and scripts against lists checked by hand; the time of a look-up",
    "search": "indexing, queries and start with libraries of 100, 10,000 and 100,000 articles",
}
"""Each is a module with ``PARTS``: functions from a folder to write in and a number of runs to figures."""
MODULES = {"import": "importing", "ablate": "ablating", "publish": "publishing", "browser": "browsing"}
"""Modules of the groups that are not called as they are."""


def main() -> int:
    """Lists the groups, or prints the figures of one as they are measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("group", nargs="?", choices=GROUPS)
    parser.add_argument("parts", nargs="*", metavar="PART", help="the group's parts; all if none is named")
    parser.add_argument("--repeat", type=int, default=9, metavar="N", help="runs of what is measured in runs")
    parser.add_argument("--scorer", type=Path, action="append", help="import, ablate: the program that scores a page")
    parser.add_argument(
        "--pages", type=Path, action="append", help="import, ablate: a folder of pages with their truth"
    )
    parser.add_argument("--weights", action="append", metavar="PATTERN", help="ablate: names, such as 'CAPTION_*'")
    parser.add_argument("--minutes", type=float, default=1.0, metavar="N", help="faults: duration of the campaign")
    parser.add_argument("--rounds", type=int, default=0, metavar="N", help="faults: rounds in place of minutes")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="faults, import kinds: the first seed")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="search: make the library in DIR, or query that there")
    given = parser.parse_args()
    if given.group is None:
        for name, what in GROUPS.items():
            print(f"{name:10} {what}")
        return 0
    module = import_module(MODULES.get(given.group, given.group))
    if given.group in ("import", "ablate"):
        module.given.update(scorer=given.scorer or [], folders=given.pages or [], weights=given.weights or [])
    if given.group == "import":
        module.first_seed[0] = given.seed
    if given.group == "faults":
        module.given.update(minutes=given.minutes, rounds=given.rounds, seed=given.seed)
    if given.group == "search":
        module.given.update(kept=given.keep)
    parts = module.PARTS
    if unknown := set(given.parts) - set(parts):
        parser.error(f"{given.group} has no part {', '.join(sorted(unknown))}; it has {', '.join(parts)}")
    print(HEADS)
    over = 0
    for name, part in parts.items():
        if not given.parts or name in given.parts:
            with tempfile.TemporaryDirectory(prefix="reader-bench-") as folder:
                for figure in part(Path(folder), given.repeat):
                    print(row(figure), flush=True)
                    over += figure.verdict == "over"
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
