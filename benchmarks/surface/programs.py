"""The programs that are measured, as command lines."""

from __future__ import annotations

import sys
from pathlib import Path

FLOORS = Path(__file__).resolve().parent.parent / "floors"
BARE = (sys.executable, str(FLOORS / "bare.py"))
PAGE = (sys.executable, str(FLOORS / "page.py"))


def reader(*arguments: str | Path) -> tuple[str, ...]:
    """Returns the command line that does what the ``reader`` command does."""
    program = "import sys; from reader.cli.main import main; sys.exit(main())"
    return (sys.executable, "-c", program, *map(str, arguments))


def article(library: Path, number: int = 1) -> tuple[str, ...]:
    """Returns the command line that opens an article of a library of :func:`magazines.write`."""
    return reader("open", "--library", library, f"issue-{(number - 1) // 50 + 1:04d}/a{number:05d}")
