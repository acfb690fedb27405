"""The dictionary that comes with the program; its source and licence are in ``data/README.md``."""

from __future__ import annotations

import os
from functools import cache

from reader.folders import cache_folder
from reader.learning.building import DictionaryText, rows_of
from reader.learning.data_files import DATA, data_lines
from reader.learning.dictionary import Dictionary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "CC-CEDICT"
ENTRIES, GLOSSES = "cedict.u8.gz", "glosses.tsv.gz"
"""The files of its entries, and of the words that they answer for."""
ATTRIBUTION = "CC-CEDICT, published by MDBG, licence CC BY-SA 4.0"
"""The line that the licence of the dictionary asks for where its entries are shown."""


@cache
def bundled_dictionary() -> Dictionary:
    """Returns the dictionary that comes with the program; its file is made at the first question."""
    found = [os.stat(os.path.join(DATA, name)) for name in (ENTRIES, GLOSSES)]
    source = " ".join([NAME, *(f"{each.st_size} {each.st_mtime_ns}" for each in found)])
    return Dictionary(path(), source, lambda: DictionaryText(source, rows_of(data_lines(ENTRIES)), _glosses()))


def path() -> str:
    """Returns the file of the dictionary, which is made at the first question."""
    return os.path.join(cache_folder(), "dictionaries", "cc-cedict.sqlite")


def _glosses() -> Iterator[tuple[str, Iterator[int]]]:
    for line in data_lines(GLOSSES):
        word, numbers = line.split("\t")
        yield word, map(int, numbers.split())
