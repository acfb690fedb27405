"""Divides texts into sentences, and pairs the sentences of two languages. Pure functions."""

from __future__ import annotations

import re
from functools import cache

from reader.model.scripts import CLOSERS_LATIN, CLOSING_QUOTES, ELLIPSIS, SENTENCE_ENDS_HAN, SENTENCE_ENDS_LATIN

_ABBREVIATIONS = (
    *("Mr", "Mrs", "Ms", "Dr", "Prof", "St", "No", "vs"),
    *("etc", "e.g", "i.e", "Jr", "Sr", "Co", "Inc", "Ltd"),
)
"""Endings of words whose full stop ends no sentence."""
_MIN_SHARE = 0.3
"""Share of a sentence from which on it belongs to the same share of the text."""


@cache
def _ends() -> re.Pattern[str]:
    in_han = rf"[{SENTENCE_ENDS_HAN}；{ELLIPSIS}]+[{CLOSING_QUOTES}」』）)]*"
    in_latin = rf"[{SENTENCE_ENDS_LATIN}]+[{CLOSERS_LATIN}]*(?=\s|\Z)"
    return re.compile(rf"{in_han}|{in_latin}|\n+")


def sentences(text: str) -> list[tuple[int, int]]:
    """Returns the offsets of the sentences of a text, half-open, without the blanks between them."""
    found = []
    start = 0
    for end in _ends().finditer(text):
        before = text[start : end.start()]
        if end[0].startswith(".") and (
            before.endswith(_ABBREVIATIONS) or (before[-2:-1] in (" ", "") and before[-1:].isupper())
        ):
            continue
        found.append((start, end.end()))
        start = end.end()
    found.append((start, len(text)))
    return [trimmed for span in found if (trimmed := _trimmed(text, *span))[0] < trimmed[1]]


def sentence_at(text: str, offset: int) -> tuple[int, int]:
    """Returns the offsets of the sentence around a character; those of the whole text if it is in none."""
    return next((span for span in sentences(text) if span[0] <= offset < span[1]), (0, len(text)))


def corresponding(text: str, offset: int, other: str) -> str:
    """Returns the sentences of a counterpart that correspond to the sentence around a character."""
    start, end = corresponding_span(text, offset, other)
    return other[start:end]


def corresponding_span(text: str, offset: int, other: str) -> tuple[int, int]:
    """Returns the offsets of the sentences of a counterpart that correspond to the sentence around a character.

    If both texts have the same number of sentences, it is the one of the same number; else those that cover the same
    share of the text, rather too much than too little.

    Args:
        text: The text.
        offset: The offset of the character in it.
        other: The counterpart.
    """
    mine, theirs = sentences(text), sentences(other)
    if len(theirs) < 2 or not mine:
        return _trimmed(other, 0, len(other))
    number = next((k for k, span in enumerate(mine) if span[0] <= offset < span[1]), 0)
    if len(mine) == len(theirs):
        first, last = theirs[number], theirs[number]
    else:
        start, end = (bound * len(other) / len(text) for bound in mine[number])
        held = [span for span in theirs if _share(span, start, end) >= _MIN_SHARE]
        middle = (start + end) / 2
        held = held or [min(theirs, key=lambda span: abs((span[0] + span[1]) / 2 - middle))]
        first, last = held[0], held[-1]
    return first[0], last[1]


def _share(span: tuple[int, int], start: float, end: float) -> float:
    """Returns the share of the shorter of two spans that overlaps the other."""
    together = min(span[1], end) - max(span[0], start)
    return together / max(1.0, min(span[1] - span[0], end - start))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())
