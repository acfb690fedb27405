"""How likely one piece of text goes on in another: a small model of two languages, in nats against chance."""

from __future__ import annotations

from functools import cache

from reader.importing.text.words import closes, word_class

_ABSENT = -0.6
_TORN = -1.2
"""A pair of characters that no common word has, and one of them hardly stands so without a word around it."""
_NEVER_FIRST = frozenset("，。、；：？！）》」』”’〉】％…,.;:?!)%")
_NEVER_LAST = frozenset("（《「『“‘〈【(")


@cache
def _chinese() -> tuple[dict[str, dict[str, int]], frozenset[str], frozenset[str]]:
    from reader.importing.text import _continuation_data as data  # a quarter of a megabyte

    table: dict[str, dict[str, int]] = {}
    for line in data.CHINESE.splitlines():
        followers = table[line[0]] = {}
        level = 0
        for character in line[1:]:
            if character.isdigit():
                level = int(character)
            else:
                followers[character] = level
    return table, frozenset(data.STARTS), frozenset(data.ENDS)


@cache
def _simplified() -> dict[int, str]:
    from reader.model import _script_data as data

    return {ord(t): s for t, s in zip(data.TRADITIONAL, data.THEIR_SIMPLIFIED, strict=True)}


@cache
def _english() -> dict[str, dict[str, float]]:
    from reader.importing.text import _continuation_data as data

    table: dict[str, dict[str, float]] = {}
    for line in data.ENGLISH.splitlines():
        first, *followers = line.split(" ")
        table[first] = {name: int(score) / 10 for name, score in (pair.split("=") for pair in followers)}
    return table


@cache
def chinese(before: str, after: str) -> float:
    """Returns how likely the character ``after`` follows ``before`` where a line ends between them."""
    if after in _NEVER_FIRST or before in _NEVER_LAST:
        return -5.0
    table, starts, ends = _chinese()
    a, b = before.translate(_simplified()), after.translate(_simplified())
    if before == after:  # a doubled character is hardly ever divided, but often there by chance
        return 0.0
    if level := table.get(a, {}).get(b):
        return min(3.5, 0.4 + 0.7 * level)
    if not (is_han(a) and is_han(b)):
        return 0.0
    return _ABSENT + _TORN * ((a in starts) + (b in ends))


@cache
def english(before: str, after: str) -> float:
    """Returns how likely the word ``after`` follows the word ``before``; marks that close a sentence count."""
    mark = closes(before)
    upper = after.lstrip("\"'“‘([")[:1].isupper()
    if mark and mark in ".?!":
        return 0.8 if upper else -2.5
    if before.endswith("-") and before[-2:-1].isalpha():
        return -1.0 if not after[:1].islower() else -0.5 if word_class(after).islower() else 2.0
    if upper and after != "I" and word_class(after).islower():
        return -2.0
    if mark:
        return -1.0 if upper else 0.0
    return _english().get(word_class(before), {}).get(word_class(after), 0.0)


def is_han(character: str) -> bool:
    """Whether a character is a Chinese one, not a mark."""
    return "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U0003ffff" or character == "〇"
