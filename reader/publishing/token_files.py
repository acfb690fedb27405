"""The tokens of an issue as a file: made once for each state of the issue, and joined to the index of every run.

The files are in a folder of the cache for each site. A file that is lost or damaged is made again. The rows are in
buckets by the hash of their token, so that a part of the index is made from the same part of every file. A bucket has
its rows as columns; buckets are packed in groups of sixteen, because one alone is too small to be packed well.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import sys
import tempfile
import zlib
from array import array
from bisect import bisect_left
from contextlib import contextmanager, suppress
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, TypeVar

from reader.errors import ReaderError
from reader.folders import cache_folder
from reader.model.record import record
from reader.publishing.locking import locked
from reader.publishing.token_lists import HASH_BITS, SINGLE_HEADS, SLOTS, TokenRows, hash_of
from reader.regular_files import read_regular

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from typing import BinaryIO

    from reader.publishing.searched_places import SearchedIssue

BUCKETS = 4096
GROUP = 16
"""Number of buckets that are packed together."""
MAX_SITES = 8
"""Number of sites whose tokens are kept."""
MAX_KEPT_BYTES = 3_000_000_000
"""Size of all tokens that are kept, those of 100,000 articles: the sites published longest ago go first."""
MAX_FILE_BYTES = 500_000_000
_FOLDER = "published"
_DIGEST_BYTES = 32
_LENGTH_BYTES = 4
_NUMBER_BYTES = 4
_OFFSETS_BYTES = (BUCKETS // GROUP + 1) * _NUMBER_BYTES
_LEVEL = 6
_BETWEEN_KEYS = b"\n"
"""No token has a space in it."""
Result = TypeVar("Result")


class TokensLostError(ReaderError):
    """Tokens cannot be written, or were removed or damaged while they were used."""


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
            parts[bucket] = _bucket(rows.part(start, end))
    groups = [_group(parts[at : at + GROUP]) for at in range(0, BUCKETS, GROUP)]
    offsets = _numbers(accumulate(map(len, groups), initial=0))
    body = b"".join((len(head).to_bytes(_LENGTH_BYTES, "little"), head, offsets, *groups))
    return hashlib.sha256(body).digest() + body


def _group(parts: list[bytes]) -> bytes:
    """Returns packed buckets, behind the length of each."""
    return zlib.compress(b"".join((_numbers(map(len, parts)), *parts)), _LEVEL) if any(parts) else b""


def _bucket(rows: TokenRows) -> bytes:
    """Returns rows as columns; the heads of single texts, which follow from these, are zeros."""
    each = zip(rows.heads, rows.firsts, rows.lasts, strict=True)
    heads = [0 if first == last and head == _single_head(first) else head for head, first, last in each]
    lengths = [last - first + 1 for first, last in zip(rows.firsts, rows.lasts, strict=True)]
    keys = _BETWEEN_KEYS.join(rows.keys)
    columns = (heads, rows.firsts, lengths, map(len, rows.data))
    return b"".join((_numbers((len(rows.keys), len(keys))), keys, *map(_numbers, columns), *rows.data))


def _single_head(first: int) -> int:
    return SINGLE_HEADS[(first >> 1) % SLOTS]


def _numbers(values: Iterable[int]) -> bytes:
    numbers = array("I", values)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def _read_numbers(data: bytes) -> array[int]:
    numbers = array("I", data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


class TokenFile:
    """A file of tokens, open for reading."""

    def __init__(self, file: BinaryIO) -> None:
        """Reads the head of a file, which is as it was written."""
        self._file = file
        file.seek(_DIGEST_BYTES)
        length = int.from_bytes(file.read(_LENGTH_BYTES), "little")
        self.facts = TokenFacts(*json.loads(file.read(length)))
        self._offsets = _read_numbers(file.read(_OFFSETS_BYTES))
        self._start = _DIGEST_BYTES + _LENGTH_BYTES + length + _OFFSETS_BYTES
        self._unpacked = -1
        """The number of the last group that was unpacked, and its buckets."""
        self._buckets: list[bytes] = []

    def bucket_data(self, first: int, end: int) -> list[bytes]:
        """Returns the data of some buckets one after the other, which are empty without tokens.

        Raises:
            OSError: If it cannot be read, or is not as it was written.
        """
        found: list[bytes] = []
        while first < end:
            group, start = divmod(first, GROUP)
            if group != self._unpacked:
                self._buckets, self._unpacked = self._group(group), group
            part = self._buckets[start : start + end - first]
            found += part
            first += len(part)
        return found

    def _group(self, number: int) -> list[bytes]:
        start, end = self._offsets[number : number + 2]
        if start == end:
            return [b""] * GROUP
        self._file.seek(self._start + start)
        try:
            data = zlib.decompress(self._file.read(end - start))
        except zlib.error as error:
            raise OSError(errno.EIO, str(error), self._file.name) from error
        buckets = []
        at = GROUP * _NUMBER_BYTES
        for length in _read_numbers(data[:at]):
            buckets.append(data[at : at + length])
            at += length
        return buckets


def rows_of(data: bytes) -> TokenRows:
    """Returns the rows of a bucket that has any."""
    count, length = _read_numbers(data[: 2 * _NUMBER_BYTES])
    at = 2 * _NUMBER_BYTES + length
    keys = data[2 * _NUMBER_BYTES : at].split(_BETWEEN_KEYS)
    numbers = _read_numbers(data[at : at + 4 * count * _NUMBER_BYTES])
    firsts = [*numbers[count : 2 * count]]
    lasts = [first + more - 1 for first, more in zip(firsts, numbers[2 * count :], strict=False)]
    heads = [head or _single_head(first) for head, first in zip(numbers, firsts, strict=False)]
    ends = [*accumulate(numbers[3 * count :], initial=at + 4 * count * _NUMBER_BYTES)]
    return TokenRows(keys, heads, firsts, lasts, [data[start:end] for start, end in pairwise(ends)])


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


def with_tokens(site: str, use: Callable[[str], Result]) -> Result:
    """Calls a function with the folder of the tokens of a site; if these are lost meanwhile, once more without one.

    Raises:
        TokensLostError: If a temporary folder cannot be used, either.
    """
    with tokens_of_site(site) as folder:
        try:
            return use(folder)
        except TokensLostError:
            return use("")


def _forget_old_sites(folder: str) -> None:
    """Removes the tokens of sites that were published longest ago, and of the newest those beyond the bound."""
    with suppress(OSError):
        left = MAX_KEPT_BYTES
        found = sorted(os.scandir(folder), key=lambda each: each.stat().st_mtime, reverse=True)
        for number, each in enumerate(found):
            size = sum(file.stat().st_size for file in os.scandir(each.path))
            if number and (number >= MAX_SITES or size > left):
                lock = locked(each.path)
                if lock is not None:
                    shutil.rmtree(each.path, ignore_errors=True)
                    os.close(lock)
                    continue
            elif size > left:
                size = _cut(each.path, left)
            left -= size


def _cut(folder: str, most: int) -> int:
    """Removes files of a folder beyond a size, always the same ones; returns the size of the others."""
    size = 0
    for file in sorted(os.scandir(folder), key=lambda each: each.name):
        length = file.stat().st_size
        if size + length > most:
            os.unlink(file.path)
        else:
            size += length
    return size


def temporary_tokens() -> tempfile.TemporaryDirectory[str]:
    """Returns a folder for tokens that are made anew each time."""
    return tempfile.TemporaryDirectory(prefix="reader-")


def forget_others(folder: str, names: Collection[str]) -> None:
    """Removes the files of a folder of tokens that have other names."""
    with suppress(OSError):
        for name in os.listdir(folder):
            if name not in names:
                os.unlink(os.path.join(folder, name))
