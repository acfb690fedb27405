"""Drawings as portions of output: a terminal takes one at a time, and urgent output comes between two. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.pictures import sixel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PORTION_CHARS = 8192
"""Length of a portion, which a terminal takes in a millisecond or two; one that cannot be divided may be longer."""


class Portion(NamedTuple):
    """A part of the output of a drawing."""

    text: str
    closing: str = ""
    """The output that ends the drawing behind this portion, in place of the portions that follow."""


def portions_of_sixel(data: str) -> Iterator[Portion]:
    """Yields a sixel sequence in portions of whole bands; behind each the sequence can be ended."""
    begin = 0
    while len(data) - begin > PORTION_CHARS:
        end = data.rfind(sixel.NEXT_BAND, begin + 1, begin + PORTION_CHARS)
        if end < 0:
            end = data.find(sixel.NEXT_BAND, begin + PORTION_CHARS)
        if end < 0:
            break
        yield Portion(data[begin:end], sixel.END)
        begin = end
    yield Portion(data[begin:])


def joined(parts: Iterable[str]) -> Iterator[Portion]:
    """Yields parts that are whole by themselves in portions: as many as make up its length."""
    found: list[str] = []
    length = 0
    for part in parts:
        if found and length + len(part) > PORTION_CHARS:
            yield Portion("".join(found))
            found, length = [], 0
        found.append(part)
        length += len(part)
    if found:
        yield Portion("".join(found))
