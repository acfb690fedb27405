"""Sequences whose entries are made or loaded when they are read."""

from __future__ import annotations

import pickle

import pytest

from reader.catalogue.lazy import CHUNK_SIZE, ChunkedSequence, LazySequence

COUNT = 2 * CHUNK_SIZE + 3


def test_an_entry_is_made_once_when_it_is_read() -> None:
    made: list[int] = []

    def make(number: int) -> str:
        made.append(number)
        return str(number)

    entries = LazySequence(range(10), make)
    assert len(entries) == 10
    assert made == []
    assert [entries[3], entries[-7], *entries[2:4]] == ["3", "3", "2", "3"]
    assert made == [3, 2]
    for index in (10, -11):
        with pytest.raises(IndexError):
            entries[index]


class Numbers:
    """The numbers from 0 on, in chunks; ``loaded`` are those that were asked for."""

    def __init__(self) -> None:
        self.loaded: list[int] = []

    def chunk(self, number: int) -> list[int]:
        self.loaded.append(number)
        return list(range(COUNT))[number * CHUNK_SIZE : (number + 1) * CHUNK_SIZE]


def test_ranges_of_one_list_share_its_chunks() -> None:
    numbers, chunks = Numbers(), {}
    first = ChunkedSequence(numbers.chunk, 0, CHUNK_SIZE + 1, chunks)
    rest = ChunkedSequence(numbers.chunk, CHUNK_SIZE + 1, CHUNK_SIZE + 2, chunks)
    assert numbers.loaded == []
    assert (rest[0], rest[-1], first[-1]) == (CHUNK_SIZE + 1, COUNT - 1, CHUNK_SIZE)
    assert numbers.loaded == [1, 2]
    assert (*first, *rest) == tuple(range(COUNT))
    assert rest[1:3] == (CHUNK_SIZE + 2, CHUNK_SIZE + 3)
    assert rest.types == [int] * (CHUNK_SIZE + 2)
    assert numbers.loaded == [1, 2, 0]
    for index in (len(rest), -len(rest) - 1):
        with pytest.raises(IndexError):
            rest[index]


def test_a_range_is_like_the_tuple_of_its_entries() -> None:
    found = ChunkedSequence(Numbers().chunk, 5, 10, {})
    same = tuple(range(5, 15))
    assert found == same
    assert same == found
    assert found == ChunkedSequence(Numbers().chunk, 5, 10, {})
    assert found != same[:-1]
    assert found != list(same)
    assert (hash(found), repr(found)) == (hash(same), repr(same))
    assert pickle.loads(pickle.dumps(found)) == same
