"""Writes an invented library of any size: ``python benchmarks/make_library.py DIR --articles N --seed S``.

The library is that of ``tests/invented/library.py``: tests need it where there are no benchmarks.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.invented.library import make_library


def main() -> int:
    """Writes the library that the command line asks for."""
    parser = argparse.ArgumentParser(description="Writes a library of issue files.")
    parser.add_argument("folder")
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--seed", default="1")
    given = parser.parse_args()
    size = make_library(given.folder, given.articles, given.seed)
    print(f"{given.articles} articles, {size / 1e6:.1f} MB in {given.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
