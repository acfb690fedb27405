"""Which pieces of lines may be captions: told before columns are searched where that is sure, else weighed there."""

from __future__ import annotations

import itertools
import math
from itertools import islice

from reader.importing.text import following
from reader.importing.text.crediting import credited
from reader.importing.text.guessing import REACH, SURE, Guess, cuts, fit
from reader.importing.text.pieces import HEAD, OUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.importing.text.parts import Part
    from reader.importing.text.pieces import Key

_LEAST = 0.4
"""What is less likely than this is not followed up."""
_HEADING = 1.0
"""What speaks against a caption, in nats, that may be a heading and whose English must be cut off."""
_IN_LINE = 2.0
"""What speaks, in nats, for a caption all of which is in a line: Chinese, English, credit."""
_BESIDE = 2.5
"""What speaks, in nats, for two captions beside each other whose English is one run, cut once."""
_MOST_CUTS = 3000
_MOST_GUESSES = 12
"""Of ways in which a Chinese text may be a caption."""


def guesses(lines: dict[int, list[Part]], one_language: bool) -> list[Guess]:
    """Returns the captions that may be, those in both languages and those that a credit tells; the likeliest first."""
    numbers = sorted(lines)
    found = list(_rows(lines))
    for order, number in enumerate(numbers):
        here = lines[number]
        for place, part in enumerate(here):
            if not part.chinese or part.only_credit or not (part.small or part.credit):
                continue
            follow = [lines[each] for each in numbers[order + 1 : order + 1 + REACH]]
            some = sorted(_sides(here, place, follow), key=lambda guess: -guess.nats)
            found += some[:_MOST_GUESSES]
    _complete(found)
    credited(lines, numbers, found, one_language)
    return sorted((guess for guess in found if guess.nats > _LEAST), key=lambda guess: -guess.nats)


def _complete(found: list[Guess]) -> None:
    """Raises guesses that leave nothing of a run of English, in the order of their Chinese."""
    ends: dict[Key, list[Guess]] = {}
    for guess in found:
        if guess.en:
            line, place, _, end = guess.en[0].key
            ends.setdefault((line, place, guess.zh[0].line, end), []).append(guess)
    pairs = []
    for second in found:
        if second.en and second.en[0].start:
            line, place, start, _ = second.en[0].key
            for first in ends.get((line, place, second.zh[0].line, start), []):
                whole = not first.en[0].start and second.en[0].end == len(second.en[0].run.words)
                if whole and first.zh[0].order < second.zh[0].order:
                    pairs += [first, second]
    for guess in {id(guess): guess for guess in pairs}.values():
        guess.nats += _BESIDE


def _sides(here: list[Part], place: int, follow: list[list[Part]]) -> Iterator[Guess]:
    """Yields the Chinese piece at a place of a line with each English one that may go with it."""
    part = here[place]
    own = 0.5 if all(each is part or each.credit or not each.chinese for each in here) else -0.3
    own += 0.8 if part.credit else -1.5 if part.closed and part.share > 0.6 else 0.0
    beside = here[place + 1 : place + 2]
    if beside and not beside[0].chinese and not beside[0].only_credit:
        credited = any(each.only_credit for each in here[place + 2 : place + 3])
        for each, cut in cuts(beside[0], True, False):
            whole = _IN_LINE if credited and each is beside[0] else 0.0
            yield Guess([part], [each], own + 0.3 + whole - cut + fit(part, each))
    at_left, at_right = place == 0 and len(here) > 1, place == len(here) - 1 and place > 0
    for down, below in enumerate(follow):
        english = [each for each in below if not each.chinese and not each.only_credit]
        for index, run in enumerate(english):
            if (at_left and index) or (at_right and index < len(english) - 1):
                continue
            alone = 0.7 if len(below) == 1 else 0.0
            for each, cut in cuts(run, not at_right, not at_left):
                whole = alone if each is run else 0.0
                yield Guess([part], [each], own + 0.6 - 0.7 * down + whole - cut + fit(part, each))


def hints(found: Iterable[Guess], lines: dict[int, list[Part]]) -> dict[Key, float]:
    """Returns how much speaks for a piece being in no column."""
    hint: dict[Key, float] = {}
    for guess in found:
        for part in guess.parts:
            hint[part.key] = max(hint.get(part.key, 0.0), guess.nats + 1.0)
    for here in lines.values():
        for part in here:
            if part.credit and part.share < 1.0:
                hint[part.key] = 7.0
    return hint


def _rows(lines: dict[int, list[Part]]) -> Iterator[Guess]:
    """Yields captions side by side: short Chinese texts in a line, English below, no more."""
    numbers = sorted(lines)
    for here, below in itertools.pairwise([lines[number] for number in numbers]):
        chinese = [part for part in here if part.chinese]
        english = [part for part in below if not part.chinese]
        if (
            1 < len(chinese) == len(here)
            and len(english) == len(below) == 1
            and all(part.small and not part.only_credit for part in chinese)
            and english[0].share < 1.05 * len(chinese)
            and english[0].text[0].isupper()
            and len(english[0].words) >= len(chinese)
        ):
            for part, each in zip(chinese, _parted(english[0], chinese), strict=True):
                yield Guess([part], [each], SURE + 2.0)


def _parted(english: Part, chinese: list[Part]) -> list[Part]:
    """Returns the English of captions side by side, one for each Chinese text, cut before capitals if it can be."""
    size = len(english.words)
    best: tuple[float, tuple[int, ...]] = (-math.inf, ())
    for places in islice(itertools.combinations(range(1, size), len(chinese) - 1), _MOST_CUTS):
        parts = [english.piece(start, end) for start, end in itertools.pairwise((0, *places, size))]
        nats = sum(max(-4.0, fit(zh, en)) for zh, en in zip(chinese, parts, strict=True))
        for cut in places:
            before, after = english.words[cut - 1], english.words[cut]
            nats += 3.0 * after[:1].isupper() - following.english(before, after)
        best = max(best, (nats, places))
    return [english.piece(start, end) for start, end in itertools.pairwise((0, *best[1], size))]


def weighed(found: Iterable[Guess], roles: dict[Key, str], goes_on: set[Key]) -> None:
    """Weighs the guesses again by what the search made of their Chinese; ``goes_on`` are amid sentences."""
    for guess in found:
        if guess.nats < SURE:
            for part in guess.zh:
                guess.nats += -3.0 if part.key in goes_on else 1.0 if roles.get(part.key) == OUT else 0.0
                if roles.get(part.key) == HEAD and any(each.is_cut for each in guess.en):
                    guess.nats -= _HEADING


def settled(hint: dict[Key, float], found: Iterable[Guess], out: set[Key]) -> dict[Key, float]:
    """Returns the hints of Chinese pieces after English was searched: what goes with them is out, or in a column."""
    best: dict[Key, float] = {}
    for guess in found:
        if guess.en and guess.nats < SURE:
            told = all(part.key in out for part in guess.en)
            for part in guess.zh:
                best[part.key] = max(best.get(part.key, -9.0), guess.nats + 3.0 if told else -1.0)
    return hint | {key: nats for key, nats in best.items() if hint.get(key, 0.0) < SURE}
