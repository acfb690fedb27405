"""Dictionaries that the reader has added: each is a file in the data folder, made from the reader's own once."""

from __future__ import annotations

import gzip
import os
import re
import zlib

from reader.errors import NotFoundError, UnusableError
from reader.folders import data_folder
from reader.gate import clean_line, shown_path
from reader.learning.building import DictionaryText, build
from reader.learning.cedict import MAX_WORD_CHARS, DictionaryEntry, entries
from reader.learning.dictionary import Dictionary, row_of
from reader.learning.english import index
from reader.learning.stardict import MAX_FILE_BYTES, read_stardict
from reader.model.record import record
from reader.regular_files import open_regular
from reader.sqlite import engine
from reader.sqlite.health import delete

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

ENDING = ".sqlite"
MAX_DICTIONARIES = 50
_NOT_IN_A_NAME = re.compile(r"[^\w.-]+")
MAX_NAME_CHARS = 60


def folder() -> str:
    """Returns the folder of the dictionaries."""
    return os.path.join(data_folder(), "dictionaries")


def own_names() -> list[str]:
    """Returns the names of the dictionaries that the reader has added, in alphabetical order."""
    try:
        found = os.listdir(folder())
    except OSError:
        return []
    return sorted(name.removesuffix(ENDING) for name in found if name.endswith(ENDING))[:MAX_DICTIONARIES]


def own_dictionary(name: str) -> Dictionary:
    """Returns a dictionary that the reader has added."""
    return Dictionary(_path(name), "", None)


def in_order(names: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """Returns names in the order of those that are wanted first; the others follow as they are."""
    return [*(name for name in wanted if name in names), *(name for name in names if name not in wanted)]


@record
class Added:
    """A dictionary that was added."""

    name: str
    entries: int
    """Number of its entries."""
    replaced: bool
    """Whether there was one of its name before."""
    left_out: int = 0
    """Number of headwords without an article that can be read, or of lines that are no entry."""


def add(path: str) -> Added:
    """Makes a dictionary of a file: ``.ifo``, or a text in the format of CC-CEDICT, ``.gz`` or not.

    One of the same name is replaced.

    Raises:
        UnusableError: If the file cannot be read, is damaged, or has no entry; or the dictionary cannot be written.
    """
    if path.endswith(".ifo"):
        read = read_stardict(path)
        title = read.name
        found = [_entry(article.word, article.lines) for article in read.articles]
        count = read.headwords
    else:
        title = os.path.basename(path).removesuffix(".gz").rpartition(".")[0] or os.path.basename(path)
        lines = [line for line in _text(path).splitlines() if line.strip() and not line.startswith("#")]
        found = list(entries(lines))
        count = len(lines)
    if not found:
        raise UnusableError(
            f"{shown_path(path)} has no entry: a dictionary is a StarDict .ifo file, or lines as CC-CEDICT's"
        )
    name = _NOT_IN_A_NAME.sub("-", clean_line(title)).strip("-.")[:MAX_NAME_CHARS] or "dictionary"
    replaced = name in own_names()
    if not replaced and len(own_names()) >= MAX_DICTIONARIES:
        raise UnusableError(f"there are {MAX_DICTIONARIES} dictionaries already: reader dictionary remove NAME")
    try:
        build(_path(name), DictionaryText(name, map(row_of, found), sorted(index(found, {}).items())))
    except (OSError, engine.Error) as error:
        raise UnusableError(f"the dictionary cannot be written: {error}") from error
    return Added(name, len(found), replaced, count - len(found))


def remove(name: str) -> None:
    """Deletes a dictionary that the reader has added.

    Raises:
        NotFoundError: If there is none of this name.
    """
    if name not in own_names():
        raise NotFoundError(f"there is no dictionary {clean_line(name)}: reader dictionary list")
    delete(_path(name))


def _path(name: str) -> str:
    return os.path.join(folder(), name + ENDING)


def _entry(word: str, lines: tuple[str, ...]) -> DictionaryEntry:
    return DictionaryEntry(word[:MAX_WORD_CHARS], word[:MAX_WORD_CHARS].lower(), "", lines)


def _text(path: str) -> str:
    """Returns the text of a file, unpacked if it is packed.

    Raises:
        UnusableError: If it cannot be read, is too large, or no UTF-8.
    """
    try:
        with open(open_regular(path), "rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
            if data.startswith(b"\x1f\x8b"):
                file.seek(0)
                with gzip.GzipFile(fileobj=file) as packed:
                    data = packed.read(MAX_FILE_BYTES + 1)
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise UnusableError(
            f"{shown_path(path)} cannot be read: {getattr(error, 'strerror', None) or error}"
        ) from error
    if len(data) > MAX_FILE_BYTES:
        raise UnusableError(f"{shown_path(path)} is larger than {MAX_FILE_BYTES:,} bytes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnusableError(f"{shown_path(path)} is not in UTF-8: byte {error.start}") from error
