"""The index of a site's search: files that a browser fetches one by one, and whose size does not grow with the site.

A token's list of texts is cut into pieces. The newest piece is in the token's shard, which the hash of the token names,
with the places of the older pieces in files of their own; the texts are in blocks of sixteen places. So a query costs
its tokens' shards and a block for each text that it shows (``docs/decisions/0039-search-in-a-static-site.md``).

Shards are made in units from the tokens of all issues; a unit whose tokens are as they were is not made again.
"""

from __future__ import annotations

import hashlib
import json
import os
from array import array
from functools import lru_cache

from reader.gate import shown_path
from reader.model.record import record
from reader.publishing.browser_folding import folding_pairs
from reader.publishing.issue_source import joined_digest
from reader.publishing.packing import packed, packed_json
from reader.publishing.searched_places import BLOCKS_IN_FOLDER, FOLDER, block_number, sizes_path
from reader.publishing.site import SiteFile
from reader.publishing.site_list import is_whole
from reader.publishing.token_files import BUCKETS, TokenFile, TokensLostError, rows_of, write_tokens
from reader.publishing.token_lists import HASH_BITS, MASK_BITS, SLOTS, TokenRows, hash_of, varint
from reader.search.stemming import IRREGULAR_FORMS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from reader.publishing.packing import Json
    from reader.publishing.site import KeptFile

META_NAME = f"{FOLDER}/meta.bin"
VERSION = 4
SHARD_BYTES = 9_000
"""Size of a shard before it is packed, on the average."""
PIECE_BYTES = 5_000
"""Size of an older piece of a list, which has a file of its own."""
NEWEST_BYTES = 2_000
"""Size up to which the newest piece of a list is in a shard; a row that is larger is an older piece."""
ROWS_OF_REQUEST = 100_000
"""Number of rows that a process has in memory for the shards that it makes."""
_MASK = (1 << MASK_BITS) - 1


@record
class UnitRequest:
    """Units of shards to make, with the key of each."""

    plan: str
    """File with the names of the files of tokens and the number of the first place of each."""
    shards: int
    """Number of shards of the index."""
    units: tuple[tuple[int, str], ...]


@record
class UnitAnswer:
    """The files of a unit; or the fault that prevents them."""

    files: tuple[SiteFile, ...] = ()
    fault: str = ""


class SearchIndex:
    """Collects the tokens of issues, the oldest first, and makes the files of the index."""

    def __init__(self, folder: str, program: str) -> None:
        """Takes the folder of the files of tokens, and a hash of all that decides about the form of the index."""
        self._folder = folder
        self._program = program
        self._columns = [hashlib.sha256() for _ in range(BUCKETS)]
        self._characters: set[str] = set()
        self._held: list[tuple[str, int]] = []
        self._sizes = array("I")
        """The size of each block of texts; 0 for a number between those of two issues."""
        self._places = self._rows = self._size = self._joined = 0

    def add(self, name: str, first: int) -> None:
        """Adds the file of an issue, whose places begin at a number.

        Raises:
            OSError: If it cannot be read.
        """
        with open(os.path.join(self._folder, name), "rb") as opened:
            file = TokenFile(opened)
            facts = file.facts
            start = first.to_bytes(8, "little")
            for column, data in zip(self._columns, file.bucket_data(0, BUCKETS), strict=True):
                if data:
                    column.update(start + hashlib.sha256(data).digest())
        self._held.append((name, first))
        self._characters.update(facts.characters)
        self._places = first + facts.places
        self._rows += facts.rows
        self._size += facts.size_bytes
        self._joined |= facts.joined

    def files(
        self,
        kept: Mapping[str, tuple[KeptFile, ...]],
        answers: Callable[[Sequence[UnitRequest]], Iterable[UnitAnswer]],
    ) -> Iterator[SiteFile | KeptFile]:
        """Yields the shards and the older pieces of long lists.

        Args:
            kept: The files of the site as it is, by their keys.
            answers: Makes requested units, one after the other.

        Raises:
            TokensLostError: If a file of tokens cannot be read or written.
        """
        count = self.shards
        units = min(count, BUCKETS)
        buckets = BUCKETS // units
        missing = []
        for unit in range(units):
            columns = (column.hexdigest() for column in self._columns[unit * buckets : (unit + 1) * buckets])
            key = joined_digest((self._program, str(count), str(unit), *columns))
            if is_whole(kept, key, _shard_path((unit + 1) * (count // units) - 1)):
                yield from kept[key]
            else:
                missing.append((unit, key))
        plan = self._plan()
        size = max(1, units * ROWS_OF_REQUEST // max(1, self._rows))
        requests = [UnitRequest(plan, count, tuple(missing[at : at + size])) for at in range(0, len(missing), size)]
        for made in answers(requests):
            if made.fault:
                raise TokensLostError(f"{made.fault}; the site is as it was")
            yield from made.files

    @property
    def shards(self) -> int:
        """Number of shards."""
        count = 1
        while count * SHARD_BYTES < self._size:
            count *= 2
        return count

    def _plan(self) -> str:
        data = json.dumps(self._held).encode()
        path = os.path.join(self._folder, f"plan-{hashlib.sha256(data).hexdigest()[:32]}")
        try:
            write_tokens(path, data)
        except OSError as error:
            raise TokensLostError(
                f"{shown_path(path)}: cannot be written: {error.strerror}; the site is as it was"
            ) from error
        return path

    def noted(self, files: Iterable[SiteFile | KeptFile]) -> Iterator[SiteFile | KeptFile]:
        """Yields files, and notes the sizes of the blocks of texts among them."""
        for file in files:
            number = block_number(file.path)
            if number is not None:
                self._sizes.extend([0] * (number + 1 - len(self._sizes)))
                self._sizes[number] = file.size_bytes
            yield file

    def facts(self) -> Iterator[SiteFile]:
        """Yields the facts that a query begins with, and the sizes of all blocks of texts."""
        facts: Json = {
            "version": VERSION,
            "shards": self.shards,
            "places": self._places,
            "joined": self._joined,
            "largest": max(self._sizes, default=0),
            "fold": folding_pairs(self._characters),
            "irregular": IRREGULAR_FORMS,
        }
        yield SiteFile(META_NAME, packed_json(facts))
        for first in range(0, len(self._sizes), BLOCKS_IN_FOLDER):
            sizes = self._sizes[first : first + BLOCKS_IN_FOLDER]
            yield SiteFile(sizes_path(first // BLOCKS_IN_FOLDER), packed(b"".join(map(varint, sizes))))


def make_units(request: UnitRequest, give: Callable[[UnitAnswer], None]) -> None:
    """Gives the files of some units; a function of worker processes."""
    units = min(request.shards, BUCKETS)
    try:
        lists = _lists(request, BUCKETS // units)
    except OSError as error:
        place = error.filename or request.plan
        give(UnitAnswer(fault=f"{shown_path(place)}: cannot be read: {error.strerror}"))
        return
    for (unit, key), each in zip(request.units, lists, strict=True):
        give(UnitAnswer(tuple(_unit_files(unit, request.shards, units, each, key))))


def _lists(request: UnitRequest, buckets: int) -> list[_Lists]:
    """Returns the rows of some units.

    Raises:
        OSError: If a file of tokens cannot be read.
    """
    lists = [_Lists() for _ in request.units]
    folder = os.path.dirname(request.plan)
    for name, first in _read_plan(request.plan):
        with open(os.path.join(folder, name), "rb") as opened:
            file = TokenFile(opened)
            for (unit, _), each in zip(request.units, lists, strict=True):
                for data in file.bucket_data(unit * buckets, (unit + 1) * buckets):
                    if data:
                        each.add(rows_of(data), 2 * SLOTS * first)
    return lists


@lru_cache(maxsize=1)
def _read_plan(path: str) -> list[tuple[str, int]]:
    """Returns the names of the files of tokens, and the number of the first place of each."""
    with open(path, "rb") as file:
        return [(name, first) for name, first in json.loads(file.read())]


class _Lists:
    """Rows of all issues, by token."""

    def __init__(self) -> None:
        self.rows = TokenRows([], [], [], [], [])
        self.places: dict[bytes, list[int]] = {}
        """For each token the indexes of its rows."""

    def add(self, rows: TokenRows, shift: int) -> None:
        """Adds rows whose numbers begin anew."""
        places, at = self.places, len(self.rows.keys)
        for key in rows.keys:
            held = places.get(key)
            if held is None:
                places[key] = [at]
            else:
                held.append(at)
            at += 1
        self.rows.keys.extend(rows.keys)
        self.rows.heads.extend(rows.heads)
        self.rows.firsts.extend([first + shift for first in rows.firsts])
        self.rows.lasts.extend([last + shift for last in rows.lasts])
        self.rows.data.extend(rows.data)


def _unit_files(unit: int, count: int, units: int, lists: _Lists, key: str) -> Iterator[SiteFile]:
    """Yields the shards of a unit."""
    ratio = count // units
    if ratio == 1:
        held = {unit: sorted(lists.places)}
    else:
        held = {shard: [] for shard in range(unit * ratio, (unit + 1) * ratio)}
        for token in sorted(lists.places):
            held[hash_of(token) * count >> HASH_BITS].append(token)
    for shard, tokens in held.items():
        yield from _shard_files(shard, tokens, lists, key)


def _shard_path(shard: int) -> str:
    return f"{FOLDER}/s{shard:x}/index.bin"


def _shard_files(shard: int, tokens: list[bytes], lists: _Lists, key: str) -> Iterator[SiteFile]:
    """Yields a shard and the older pieces of its lists.

    A shard is a row of entries: twice the length of the token and one more if there are older pieces; the token; twice
    the number of its places and one more if it has offsets; the length of the newest piece, and this piece. Between the
    last two, entries with older pieces have the number of these, the number of the first within the shard, and for each
    its first text as the distance from the one before, the slots of its texts as a mask, and the size of its file.
    """
    rows = lists.rows
    heads, firsts, texts = rows.heads, rows.firsts, rows.data
    data: list[bytes] = []
    number = 0
    for token in tokens:
        indexes = lists.places[token]
        if len(indexes) == 1 and len(texts[indexes[0]]) <= NEWEST_BYTES:
            (at,) = indexes
            newest = varint(firsts[at]) + texts[at]
            facts = (heads[at] >> MASK_BITS + 1) << 1 | heads[at] & 1
            data += (varint(2 * len(token)), token, varint(facts), varint(len(newest)), newest)
            continue
        *older, last = _pieces(rows, indexes)
        places = sum(heads[at] >> MASK_BITS + 1 for at in indexes)
        data += (varint(2 * len(token) + bool(older)), token, varint(2 * places + (heads[indexes[0]] & 1)))
        if older:
            data += (varint(len(older)), varint(number))
        before = 0
        for piece in older:
            first = firsts[piece[0]] >> 1
            mask = 0
            for at in piece:
                mask |= heads[at] >> 1 & _MASK
            file = SiteFile(f"{FOLDER}/s{shard:x}/{number:x}.bin", packed(_joined(rows, piece)), key)
            data += (varint(first - before), varint(mask), varint(len(file.data)))
            before = first
            yield file
            number += 1
        newest = _joined(rows, last)
        data += (varint(len(newest)), newest)
    yield SiteFile(_shard_path(shard), packed(b"".join(data)), key)


def _pieces(rows: TokenRows, indexes: list[int]) -> Iterator[list[int]]:
    """Yields the pieces of a list: full ones, then one with the rest but for the newest, then the newest.

    The newest is empty if its row alone is too large for a shard: a text may have a token a thousand times.
    """
    sizes = [len(rows.data[at]) for at in indexes]
    newest, size = len(indexes), 0
    while newest and size + sizes[newest - 1] <= NEWEST_BYTES:
        newest -= 1
        size += sizes[newest]
    start = total = 0
    for index in range(newest):
        total += sizes[index]
        if total >= PIECE_BYTES or index == newest - 1:
            yield indexes[start : index + 1]
            start, total = index + 1, 0
    yield indexes[newest:]


def _joined(rows: TokenRows, indexes: Iterable[int]) -> bytes:
    """Returns neighbouring rows as a piece: its data begins with the number of the first text in place of a gap."""
    before = 0
    data: list[bytes] = []
    for at in indexes:
        data += (varint(rows.firsts[at] - before), rows.data[at])
        before = rows.lasts[at]
    return b"".join(data)
