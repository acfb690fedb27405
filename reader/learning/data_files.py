"""The data of other people that come with the program; their sources and licences are in ``data/README.md``."""

from __future__ import annotations

import gzip
import os

from reader.errors import UnusableError

DATA = os.path.join(os.path.dirname(__file__), "data")
"""The folder of the files."""


def data_lines(name: str) -> list[str]:
    """Returns the lines of a file of the program.

    Raises:
        UnusableError: If the file is missing or damaged.
    """
    try:
        with gzip.open(os.path.join(DATA, name), "rt", encoding="utf-8", newline="\n") as file:
            return file.read().splitlines()
    except (OSError, EOFError, UnicodeError) as error:
        raise UnusableError(f"a part of the program is missing: {name}: {error}") from error
