"""Items of lists that begin with a letter or a small Roman number and a point: ``a. Salt``, ``ii. Brine``."""

from __future__ import annotations

import re

from reader.importing.pdf.weights import blocks as weights
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Literal

    from reader.importing.pdf.text_lines.text_line import TextLine

    LetterKind = Literal["small", "capital", "roman"]

_LETTERED = re.compile(r"(?P<small>[a-z])\.\s+\S|(?P<capital>[A-Z])\.\s+\S")
_ROMAN = re.compile(r"(?P<number>x{0,2}(?:ix|iv|v?i{1,3}|v)|x)\.\s+\S")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}


@record
class _Lettered:
    """A line with the letter that it begins with, as a number from 1."""

    line: TextLine
    kind: LetterKind
    value: int


def lettered_items(lines: Sequence[TextLine]) -> frozenset[int]:
    """Returns the ``id()`` of the lines that begin an item: the letter before or after it begins one, too.

    Both are at one left edge; Roman numbers may be at one right edge.
    """
    candidates = [found for line in lines for found in _readings(line)]
    return frozenset(
        id(one.line)
        for one in candidates
        if any(_follow(one, other) or _follow(other, one) for other in candidates) and _has_first(one, candidates)
    )


def _readings(line: TextLine) -> Iterable[_Lettered]:
    """Yields the values of the letter that a line begins with; ``i.`` and ``v.`` may be letters or numbers."""
    if found := _LETTERED.match(line.text):
        kind: LetterKind = "small" if found["small"] else "capital"
        yield _Lettered(line, kind, ord(line.text[0].lower()) - ord("a") + 1)
    if found := _ROMAN.match(line.text):
        yield _Lettered(line, "roman", _value_of(found["number"]))


def _value_of(roman: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in roman]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _follow(one: _Lettered, other: _Lettered) -> bool:
    """Whether a line has the next letter after that of another one above it, at the same edge."""
    if one.kind != other.kind or one.value + 1 != other.value or other.line.baseline <= one.line.baseline:
        return False
    reach = weights.ROMAN_EDGE_EM if one.kind == "roman" else weights.LETTERED_EDGE_EM
    return abs(one.line.left - other.line.left) <= reach * one.line.size


def _has_first(one: _Lettered, candidates: Iterable[_Lettered]) -> bool:
    """Whether capitals begin with an ``A``: else they are the first letters of names."""
    return one.kind != "capital" or any(other.kind == "capital" and other.value == 1 for other in candidates)
