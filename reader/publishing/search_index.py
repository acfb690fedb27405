"""The index of a site's search: files that a browser fetches one by one, and whose size does not grow with the site.

A token's list of texts is cut into pieces. The newest piece is in the token's shard, which the hash of the token names,
with the places of the older pieces in files of their own; the texts are in blocks of sixteen places. So a query costs
its tokens' shards and a block for each text that it shows (``docs/decisions/0039-search-in-a-static-site.md``).
"""

from __future__ import annotations

import json
import pickle
import tempfile
import zlib
from binascii import crc32
from itertools import groupby

from reader.model.record import record
from reader.publishing.browser_folding import folding_pairs
from reader.publishing.searched_places import SLOTS, Postings, gap_before, varint
from reader.publishing.site import SiteFile
from reader.search.stemming import IRREGULAR_FORMS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import IO

    from reader.publishing.searched_places import Json, SearchedIssue

FOLDER = "search"
META_NAME = f"{FOLDER}/meta.bin"
VERSION = 2
PLACES_IN_BLOCK = 16
BLOCKS_IN_FOLDER = 256
SHARD_BYTES = 9_000
"""Size of a shard before it is packed, on the average."""
PIECE_BYTES = 5_000
"""Size of an older piece of a list, which has a file of its own."""
NEWEST_BYTES = 2_000
"""Size of the newest piece of a list, which is in a shard, unless one issue has more."""
PARTS = 256
"""Number of parts in which lists are kept until all issues are known: one at a time is in memory."""
KEPT_LISTS = 150_000
"""Number of lists in memory before they are written to temporary files."""
_PACKING = 9


class SearchIndex:
    """Collects issues, the oldest first, and makes the files of the index."""

    def __init__(self) -> None:
        self._places = 0
        self._size = 0
        self._characters: set[str] = set()
        self._parts = [_Part() for _ in range(PARTS)]
        self._kept = 0
        self._block: list[Json] = []
        self._articles: dict[str, Json] = {}

    def add(self, issue: SearchedIssue) -> Iterator[SiteFile]:
        """Adds an issue, and yields the blocks of texts that are full."""
        first = self._places * SLOTS
        for each in issue.postings:
            moved = Postings(
                each.key,
                each.is_placed,
                each.first + first,
                each.last + first,
                each.places,
                each.has_several,
                each.data,
            )
            self._parts[hash_of(each.key) % PARTS].add(moved)
            self._size += len(each.data) + len(each.key.encode())
            self._kept += 1
        if self._kept > KEPT_LISTS:
            self._kept = 0
            for part in self._parts:
                part.write()
        self._characters.update(issue.characters)
        for place in issue.shown:
            yield from self._add_place(place, issue.article_names)

    def _add_place(self, place: Json, names: tuple[Json, ...]) -> Iterator[SiteFile]:
        assert isinstance(place, list)
        assert isinstance(place[0], int)
        name = names[place[0]]
        key = json.dumps(name, ensure_ascii=False)
        self._articles.setdefault(key, name)
        self._block.append([[*self._articles].index(key), *place[1:]])
        self._places += 1
        if len(self._block) == PLACES_IN_BLOCK:
            yield self._finished_block()

    def _finished_block(self) -> SiteFile:
        number = (self._places - 1) // PLACES_IN_BLOCK
        path = f"{FOLDER}/t{number // BLOCKS_IN_FOLDER:x}/{number % BLOCKS_IN_FOLDER:x}.bin"
        data = packed_json({"articles": [*self._articles.values()], "places": self._block})
        self._block, self._articles = [], {}
        return SiteFile(path, data)

    def finish(self) -> Iterator[SiteFile]:
        """Yields the last block, the shards, the older pieces of long lists, and the facts that a query begins with."""
        if self._block:
            yield self._finished_block()
        count = 1
        while count * SHARD_BYTES < self._size:
            count *= 2
        together = min(count, PARTS)
        for first in range(together):
            lists = [each for part in self._parts[first::together] for each in part.lists()]
            lists.sort(key=lambda each: (hash_of(each.key) % count, each.key, each.first))
            for shard, held in groupby(lists, lambda each: hash_of(each.key) % count):
                yield from _shard_files(shard, held)
        for part in self._parts:
            part.close()
        yield SiteFile(
            META_NAME,
            packed_json(
                {
                    "version": VERSION,
                    "shards": count,
                    "places": self._places,
                    "fold": folding_pairs(self._characters),
                    "irregular": IRREGULAR_FORMS,
                }
            ),
        )


def hash_of(key: str) -> int:
    """Returns the number of a token, which a browser works out, too."""
    return crc32(key.encode())


def packed_json(value: object) -> bytes:
    """Returns a value as packed JSON."""
    return packed(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def packed(data: bytes) -> bytes:
    """Returns data in the format of zlib, which browsers unpack by themselves."""
    return zlib.compress(data, _PACKING)


class _Part:
    """Lists of tokens, in memory and in a temporary file without a name."""

    def __init__(self) -> None:
        self._lists: list[Postings] = []
        self._file: IO[bytes] | None = None

    def add(self, postings: Postings) -> None:
        self._lists.append(postings)

    def write(self) -> None:
        if self._file is None:
            self._file = tempfile.TemporaryFile()  # noqa: SIM115 (it is closed with the part)
        pickle.dump(self._lists, self._file, pickle.HIGHEST_PROTOCOL)
        self._lists = []

    def lists(self) -> Iterator[Postings]:
        """Yields the lists in the order in which they were added."""
        if self._file is not None:
            end = self._file.tell()
            self._file.seek(0)
            while self._file.tell() < end:
                yield from pickle.load(self._file)  # noqa: S301 (written by this process, in a file without a name)
        yield from self._lists

    def close(self) -> None:
        if self._file is not None:
            self._file.close()


@record
class _ListPiece:
    """Neighbouring texts of a list: their data begins with the number of the first text in place of a gap."""

    first: int
    data: bytes


def _shard_files(shard: int, lists: Iterable[Postings]) -> Iterator[SiteFile]:
    """Yields a shard and the older pieces of its lists.

    A shard is a row of entries: twice the length of the token and one more if there are older pieces; the token; twice
    the number of its places and one more if it has offsets; the length of the newest piece, and this piece. Between the
    last two, entries with older pieces have the number of these, the number of the first within the shard, and for each
    its first text as the distance from the one before.
    """
    data: list[bytes] = []
    number = 0
    for key, held in groupby(lists, lambda each: each.key):
        postings = [*held]
        *older, newest = _pieces(postings)
        name = key.encode()
        places = sum(each.places for each in postings)
        data += [varint(2 * len(name) + bool(older)), name, varint(2 * places + postings[0].is_placed)]
        if older:
            data += [varint(len(older)), varint(number)]
        before = 0
        for piece in older:
            data.append(varint(piece.first - before))
            before = piece.first
            yield SiteFile(f"{FOLDER}/s{shard:x}/{number:x}.bin", packed(piece.data))
            number += 1
        data += [varint(len(newest.data)), newest.data]
    yield SiteFile(f"{FOLDER}/s{shard:x}/index.bin", packed(b"".join(data)))


def _pieces(postings: list[Postings]) -> Iterator[_ListPiece]:
    """Yields the pieces of a list: full ones, then one with the rest but for the newest, then the newest."""
    newest = len(postings) - 1
    size = len(postings[newest].data)
    while newest and size + len(postings[newest - 1].data) <= NEWEST_BYTES:
        newest -= 1
        size += len(postings[newest].data)
    start = total = 0
    for index in range(newest):
        total += len(postings[index].data)
        if total >= PIECE_BYTES or index == newest - 1:
            yield _joined(postings[start : index + 1])
            start, total = index + 1, 0
    yield _joined(postings[newest:])


def _joined(postings: list[Postings]) -> _ListPiece:
    before = 0
    data = []
    for each in postings:
        data += [gap_before(each.first - before, each.has_several), each.data]
        before = each.last
    return _ListPiece(postings[0].first, b"".join(data))
