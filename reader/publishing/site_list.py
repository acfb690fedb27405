"""The list of a site: its files with their hashes, and the keys of the sources and options that they were made from.

It is in the site, so that the next run can tell our files from those of others, and need not make again those whose
sources and options are as they were.
"""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict

from reader.errors import ReaderError
from reader.gate import shown_path
from reader.model.record import record
from reader.publishing.site import KeptFile
from reader.regular_files import read_regular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LIST_NAME = ".reader-site"
"""File with our own files, a line each: the path, the hash and the key, with tabs between them."""
_HEAD = "The files of this site that reader publish writes; it leaves all others as they are."
LAST_FILE = "index.html"
"""The file that is written last: with it, all files with its key are there."""
MAX_LIST_BYTES = 500_000_000
MAX_KEPT_BYTES = 500_000_000
"""Size up to which a file can be kept without making it again."""


@record
class ListedFile:
    """A file of the list; older lists have paths only."""

    path: str
    sha256: str = ""
    key: str = ""


def read_list(folder: str) -> dict[str, ListedFile]:
    """Returns the list of a site by path; empty without one.

    Raises:
        ReaderError: If it cannot be read.
    """
    path = os.path.join(folder, LIST_NAME)
    try:
        lines = read_regular(path, MAX_LIST_BYTES).decode("utf-8").splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError) as error:
        raise ReaderError(f"{shown_path(path)}: cannot be read; remove it to publish anew") from error
    keys: dict[str, str] = {}
    listed = (_listed(line, keys) for line in lines[1:])
    return {each.path: each for each in listed if _is_inside(each.path)}


def _listed(line: str, keys: dict[str, str]) -> ListedFile:
    """Returns the file of a line; those with one key share it, because a large site has half a million files."""
    path, hashed, key = (*line.split("\t")[:3], "", "")[:3]
    return ListedFile(path, hashed, keys.setdefault(key, key))


def _is_inside(path: str) -> bool:
    """Whether a path of the list leads to a place in the site, whoever wrote the list."""
    return not os.path.isabs(path) and "\\" not in path and {"", ".", ".."}.isdisjoint(path.split("/"))


def list_data(listed: Iterable[ListedFile]) -> bytes:
    """Returns the list as it is written."""
    lines = sorted(f"{each.path}\t{each.sha256}\t{each.key}" for each in listed)
    return "\n".join([_HEAD, *lines, ""]).encode()


def kept_files(folder: str) -> dict[str, tuple[KeptFile, ...]]:
    """Returns the files of a site that are as they were written, by their keys.

    A key is left out if one of its files is lost or was changed: all of them are made again. Then that of the last file
    is left out, too: with it, all files of the site are as they were written.

    Raises:
        ReaderError: If the list cannot be read.
    """
    by_key: defaultdict[str, list[ListedFile]] = defaultdict(list)
    for each in read_list(folder).values():
        if each.key and each.sha256:
            by_key[each.key].append(each)
    found = {key: tuple(_kept(folder, each) for each in listed) for key, listed in by_key.items()}
    kept = {key: tuple(each for each in files if each) for key, files in found.items() if all(files)}
    if len(kept) < len(found):
        return {key: files for key, files in kept.items() if all(file.path != LAST_FILE for file in files)}
    return kept


def _kept(folder: str, listed: ListedFile) -> KeptFile | None:
    """Returns a file that is as it was written; else None."""
    place = os.path.join(folder, *listed.path.split("/"))
    try:
        data = read_regular(place, MAX_KEPT_BYTES)
    except (OSError, ValueError):
        return None
    if hashlib.sha256(data).hexdigest() != listed.sha256:
        return None
    return KeptFile(listed.path, len(data), listed.sha256, listed.key, folder)


def is_whole(kept: Mapping[str, tuple[KeptFile, ...]], key: str, last: str) -> bool:
    """Whether the files of a key were all written: the last one of them is there."""
    return any(file.path == last for file in kept.get(key, ()))
