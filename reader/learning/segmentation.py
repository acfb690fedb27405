"""The words of a Chinese text: the most probable way to divide it, by how frequent the dictionary's words are. Pure.

The sum of the logarithms of the words' frequencies is greatest, as in the unigram model of jieba; the longest word at
each place would read 研究生命 as a graduate's fate.
"""

from __future__ import annotations

from reader.model.record import record
from reader.model.scripts import is_han

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    WordRange = tuple[int, int]
    """Start and end of a word in a text, half-open."""
    Zipf = Callable[[str], int | None]
    """Returns ten times the decimal logarithm of the uses of a word in 10^9; None for what is no word."""

MAX_WORD_CHARS = 12
"""Longest word that is looked for; longer headwords are sentences."""
CORPUS_ZIPF = 90
"""Value of a word that would be all of the corpus."""
UNSEEN_ZIPF = 15
"""Value of a word that the corpus has not."""
NO_WORD_ZIPF = -20
"""Value of a character that is in no dictionary."""


@record
class _Best:
    """The least sum up to a place, and the start of the last word."""

    cost: int
    start: int


def han_runs(text: str, fixed: Iterable[WordRange] = ()) -> Iterator[WordRange]:
    """Yields the stretches of Han characters of a text, in order, without those of words that are fixed."""
    taken = {start: end for start, end in fixed if start < end}
    here = start = 0
    while here < len(text):
        if here in taken or not is_han(text[here]):
            if start < here:
                yield start, here
            here = start = taken.get(here, here + 1)
        else:
            here += 1
    if start < here:
        yield start, here


def candidates(text: str, runs: Iterable[WordRange]) -> set[str]:
    """Returns every string in the runs of a text that may be a word."""
    return {
        text[start : start + length]
        for first, last in runs
        for start in range(first, last)
        for length in range(1, min(MAX_WORD_CHARS, last - start) + 1)
    }


def segmented(text: str, runs: Sequence[WordRange], zipf: Zipf) -> list[WordRange]:
    """Returns the words of the runs of a text, in order; a character in no word is one by itself."""
    return [word for run in runs for word in _words_of(text, run, zipf)]


def _words_of(text: str, run: WordRange, zipf: Zipf) -> list[WordRange]:
    first, last = run
    best = [_Best(0, first)]
    for end in range(first + 1, last + 1):
        found: _Best | None = None
        for start in range(max(first, end - MAX_WORD_CHARS), end):
            value = zipf(text[start:end])
            if value is None:
                if end - start > 1:
                    continue
                value = NO_WORD_ZIPF
            cost = best[start - first].cost + CORPUS_ZIPF - (value or UNSEEN_ZIPF)
            if found is None or cost < found.cost:
                found = _Best(cost, start)
        assert found
        best.append(found)
    words: list[WordRange] = []
    end = last
    while end > first:
        start = best[end - first].start
        words.append((start, end))
        end = start
    return words[::-1]
