"""The programs that are measured, as command lines."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from terminal import environment

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


def read_before(library: Path, home: Path) -> None:
    """Has a library read into the catalogue in a home, as the screen does behind its first frame."""
    home.mkdir(exist_ok=True)
    subprocess.run(reader("index", "--library", library), env=environment(home), check=True, capture_output=True)
