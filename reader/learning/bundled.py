"""The dictionary and the word levels that come with the program; the sources and licences are in ``data/README.md``."""

from __future__ import annotations

import gzip
import os
from functools import cache

from reader.errors import UnusableError
from reader.folders import cache_folder
from reader.learning.building import DictionaryText, rows_of
from reader.learning.dictionary import Dictionary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = os.path.join(os.path.dirname(__file__), "data")
NAME = "CC-CEDICT"
ATTRIBUTION = "CC-CEDICT, published by MDBG, licence CC BY-SA 4.0"
"""The line that the licence of the dictionary asks for where its entries are shown."""
MAX_LEVEL = 7
"""The highest level of HSK 3.0: it is for the levels 7 to 9."""


@cache
def bundled_dictionary() -> Dictionary:
    """Returns the dictionary that comes with the program; its file is made at the first question."""
    found = os.stat(os.path.join(DATA, "cedict.u8.gz"))
    source = f"{NAME} {found.st_size} {found.st_mtime_ns}"
    return Dictionary(path(), source, lambda: DictionaryText(source, rows_of(data_lines("cedict.u8.gz")), _glosses()))


def path() -> str:
    """Returns the file of the dictionary, which is made at the first question."""
    return os.path.join(cache_folder(), "dictionaries", "cc-cedict.sqlite")


@cache
def levels() -> dict[str, int]:
    """Returns the level of each word of HSK 3.0, from 1 to :data:`MAX_LEVEL`."""
    rows = (line.split("\t") for line in data_lines("hsk.tsv.gz"))
    return {word: int(level) for word, level in rows}


def _glosses() -> Iterator[tuple[str, Iterator[int]]]:
    for line in data_lines("glosses.tsv.gz"):
        word, numbers = line.split("\t")
        yield word, map(int, numbers.split())


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
