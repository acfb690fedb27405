"""The words of a text at and around an offset: Chinese ones by the dictionary, others by their letters. Pure."""

from __future__ import annotations

import re

from reader.model.scripts import is_han

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    WordSpan = tuple[int, int]
    """Start and end of a word in a text, half-open."""
    Longest = Callable[[str, int], int]
    """Returns the number of characters of the longest word that begins at an offset of a text, or 0."""

_RUN = re.compile(r"[^\W_](?:[\w'’·-]{0,198}[^\W_])?")
"""Letters and digits in which words are: no word goes over a run's ends, so that few of them are looked up."""
_LETTERS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class WordFinder:
    """Finds the words of one text."""

    def __init__(self, text: str, longest: Longest, terms: Iterable[WordSpan] = ()) -> None:
        """Takes a text.

        Args:
            text: The text.
            longest: The dictionary.
            terms: The places of terms of the glossary: a Chinese one is one word.
        """
        self._text, self._longest = text, longest
        self._terms = {start: end for start, end in terms if start < len(text) and is_han(text[start])}

    def at(self, offset: int) -> WordSpan | None:
        """Returns the word at an offset, or the first one behind it; None if there is none."""
        return next((word for word in self._words(offset) if word[1] > offset), None)

    def behind(self, offset: int) -> WordSpan | None:
        """Returns the first word that begins at an offset or behind it; None if there is none."""
        return next((word for word in self._words(offset) if word[0] >= offset), None)

    def before(self, offset: int) -> WordSpan | None:
        """Returns the last word that ends at an offset or before it; None if there is none."""
        runs = [run.span() for run in _RUN.finditer(self._text, 0, max(0, offset))]
        for start, _ in reversed(runs):
            found = [word for word in self._words(start, start) if word[1] <= offset]
            if found:
                return found[-1]
        return None

    def _words(self, offset: int, only_at: int | None = None) -> Iterator[WordSpan]:
        """Yields the words of the runs that end behind an offset, or of the run that begins at a place."""
        for run in _RUN.finditer(self._text):
            if run.end() > offset and (only_at is None or run.start() == only_at):
                yield from self._words_of(*run.span())
            elif run.start() > offset and only_at is not None:
                return

    def _words_of(self, start: int, end: int) -> Iterator[WordSpan]:
        run, here = self._text[start:end], start
        while here < end:
            if is_han(self._text[here]):
                after = self._terms.get(here) or here + max(1, self._longest(run, here - start))
            elif letters := _LETTERS.match(self._text, here, end):
                after = next((k for k in range(here, letters.end()) if is_han(self._text[k])), letters.end())
            else:
                here += 1
                continue
            yield here, after
            here = after
