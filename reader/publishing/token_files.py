"""The tokens of an issue as a file: made once for each state of the issue, and joined to the index of every run.

The files are in a folder of the cache for each site. A file that is lost or damaged is made again. The rows are in
buckets by the hash of their token, so that a part of the index is made from the same part of every file.
"""

from __future__ import annotations

import hashlib
import json
import marshal
import os
import shutil
import sys
import tempfile
from array import array
from bisect import bisect_left
from contextlib import contextmanager, suppress

from reader.folders import cache_folder
from reader.model.record import record
from reader.publishing.locking import locked
from reader.publishing.token_lists import HASH_BITS, TokenRows, hash_of
from reader.regular_files import read_regular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from typing import BinaryIO

    from reader.publishing.searched_places import SearchedIssue

BUCKETS = 4096
MAX_SITES = 8
"""Number of sites whose tokens are kept."""
MAX_FILE_BYTES = 500_000_000
_FOLDER = "published"
_DIGEST_BYTES = 32
_LENGTH_BYTES = 4
_OFFSETS_BYTES = (BUCKETS + 1) * 4
_FORM = 2
"""Version of marshal that writes the same bytes for equal values."""


@record
class TokenFacts:
    """The facts of a file about all tokens of an issue."""

    places: int
    rows: int
    size_bytes: int
    joined: int
    """Slots of several texts, as a mask."""
    characters: str
    """All characters of the texts."""


def token_file(issue: SearchedIssue) -> bytes:
    """Returns the file of an issue."""
    rows = issue.rows
    size = sum(map(len, rows.keys)) + sum(map(len, rows.data))
    head = json.dumps([issue.places, len(rows.keys), size, issue.joined, issue.characters]).encode()
    hashes = [hash_of(key) for key in rows.keys]
    bounds = [bisect_left(hashes, number << HASH_BITS - 12) for number in range(BUCKETS + 1)]
    parts = [b""] * BUCKETS
    for bucket in range(BUCKETS):
        start, end = bounds[bucket], bounds[bucket + 1]
        if start < end:
            part = rows.part(start, end)
            parts[bucket] = marshal.dumps((part.keys, part.heads, part.firsts, part.lasts, part.data), _FORM)
    offsets = array("I", [0])
    for held in parts:
        offsets.append(offsets[-1] + len(held))
    if sys.byteorder == "big":
        offsets.byteswap()
    body = b"".join((len(head).to_bytes(_LENGTH_BYTES, "little"), head, offsets.tobytes(), *parts))
    return hashlib.sha256(body).digest() + body


class TokenFile:
    """A file of tokens, open for reading."""

    def __init__(self, file: BinaryIO) -> None:
        """Reads the head of a file, which is as it was written."""
        self._file = file
        file.seek(_DIGEST_BYTES)
        length = int.from_bytes(file.read(_LENGTH_BYTES), "little")
        self.facts = TokenFacts(*json.loads(file.read(length)))
        offsets = array("I", file.read(_OFFSETS_BYTES))
        if sys.byteorder == "big":
            offsets.byteswap()
        self._offsets = offsets
        self._start = _DIGEST_BYTES + _LENGTH_BYTES + length + _OFFSETS_BYTES

    def bucket_data(self, first: int, end: int) -> list[bytes]:
        """Returns the data of some buckets one after the other, which are empty without tokens."""
        offsets = self._offsets
        start = offsets[first]
        self._file.seek(self._start + start)
        data = self._file.read(offsets[end] - start)
        return [data[offsets[at] - start : offsets[at + 1] - start] for at in range(first, end)]


def rows_of(data: bytes) -> TokenRows:
    """Returns the rows of a bucket that has any."""
    return TokenRows(*marshal.loads(data))  # noqa: S302 (written by this program; its hash was compared)


def is_good(path: str) -> bool:
    """Whether a file of tokens is there as it was written."""
    try:
        data = read_regular(path, MAX_FILE_BYTES)
    except (OSError, ValueError):
        return False
    return hashlib.sha256(memoryview(data)[_DIGEST_BYTES:]).digest() == data[:_DIGEST_BYTES]


def write_tokens(path: str, data: bytes) -> None:
    """Writes a file of tokens, whole or not at all.

    Raises:
        OSError: If it cannot be written.
    """
    fresh = f"{path}.{os.getpid()}"
    try:
        with open(fresh, "wb") as file:
            file.write(data)
        os.replace(fresh, path)
    except OSError:
        with suppress(OSError):
            os.unlink(fresh)
        raise


@contextmanager
def tokens_of_site(site: str) -> Iterator[str]:
    """Gives the folder with the tokens of a site: that of the cache, or a temporary one if that cannot be used now."""
    place = os.path.join(cache_folder(), _FOLDER, hashlib.sha256(os.fsencode(os.path.realpath(site))).hexdigest()[:32])
    lock = None
    with suppress(OSError):
        os.makedirs(place, exist_ok=True)
        lock = locked(place)
        os.utime(place)
    if lock is None:
        with temporary_tokens() as other:
            yield other
        return
    try:
        yield place
    finally:
        _forget_old_sites(os.path.dirname(place))
        os.close(lock)


def _forget_old_sites(folder: str) -> None:
    with suppress(OSError):
        found = sorted(os.scandir(folder), key=lambda each: each.stat().st_mtime, reverse=True)
        for each in found[MAX_SITES:]:
            lock = locked(each.path)
            if lock is not None:
                shutil.rmtree(each.path, ignore_errors=True)
                os.close(lock)


def temporary_tokens() -> tempfile.TemporaryDirectory[str]:
    """Returns a folder for tokens that are made anew each time."""
    return tempfile.TemporaryDirectory(prefix="reader-")


def forget_others(folder: str, names: Collection[str]) -> None:
    """Removes the files of a folder of tokens that have other names."""
    with suppress(OSError):
        for name in os.listdir(folder):
            if name not in names:
                os.unlink(os.path.join(folder, name))
