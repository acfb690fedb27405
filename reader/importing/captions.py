"""Which pieces of lines may be captions: told before columns are searched where that is sure, else weighed there."""

from __future__ import annotations

import itertools
import math
import re
from operator import itemgetter

from reader.importing import following
from reader.importing.page import Caption
from reader.importing.parts import CREDIT, Part
from reader.importing.pieces import OUT
from reader.importing.scripts import han
from reader.importing.words import SMALL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Key = tuple[int, int, int, int]
"""A line, a place of a run in it, and the words between which a piece stands."""

SURE = 5.0
"""From so many nats on a piece is taken out without being weighed."""
_REACH = 3
"""So many lines on the rest of a caption may stand, with lines of other columns between."""
_LETTERS, _SPREAD = 4.5, 0.42
"""English letters of a caption for a Chinese character of it, and how far off, in nats, they are mostly."""
_LEAST = 0.4
"""What is less likely than this is not followed up."""
_LEAST_ALONE = -3.5
"""What is less likely than this to be the caption of a credit, in one language, is none."""
_USUAL = 6
"""Characters of a Chinese caption, or words of an English one."""
_SUREST, _UNSURE = 0.95, 0.75
"""How sure a caption of page text is at most, and what is doubted."""
_OTHER = 1.0
"""A credit may be another caption's for which hardly less speaks than this, in nats."""
_MOST_GUESSES = 12
"""Of ways in which a Chinese text may be a caption."""


class Guess:
    """A caption as it may be: pieces in each language, and its credit. ``nats`` is what speaks for it."""

    def __init__(self, zh: Sequence[Part], en: Sequence[Part], nats: float) -> None:
        self.zh, self.en, self.nats = tuple(zh), tuple(en), nats
        self.credit: Part | None = None
        self.rivals: tuple[Guess, ...] = ()
        """Others that the credit may be of, hardly less likely."""

    @property
    def parts(self) -> tuple[Part, ...]:
        """All its pieces."""
        return (*self.zh, *self.en, *((self.credit,) if self.credit and self.credit not in self.zh + self.en else ()))

    def caption(self, page: str, confidence: float, made: Sequence[Guess]) -> Caption:
        """Returns it as what was found.

        ``confidence`` says how sure it is that it is a caption, from 0 to 1; ``made`` are all guesses that are ones.
        """
        whole = [" ".join(part.text for part in side) for side in (self.zh, self.en)]
        zh, en = (CREDIT.sub(" ", text).strip() for text in whole)
        texts = (*whole, self.credit.text if self.credit else "")
        credit = " ".join(dict.fromkeys(found.group() for text in texts for found in CREDIT.finditer(text)))
        doubt = "unsure of the caption" if confidence < _UNSURE else ""
        if any(rival in made and not rival.credit for rival in self.rivals):
            doubt = "unsure whose credit this is"
        return Caption(zh, en, credit, page, "", min(_SUREST, confidence), doubt)


def guesses(lines: dict[int, list[Part]], one_language: bool) -> list[Guess]:
    """Returns the captions that may be, those in both languages and those that a credit tells; the likeliest first."""
    numbers = sorted(lines)
    found = list(_rows(lines))
    for order, number in enumerate(numbers):
        here = lines[number]
        for place, part in enumerate(here):
            if not part.chinese or part.only_credit or not (part.small or part.credit):
                continue
            follow = [lines[each] for each in numbers[order + 1 : order + 1 + _REACH]]
            some = sorted(_sides(here, place, follow), key=lambda guess: -guess.nats)
            found += some[:_MOST_GUESSES]
    _credited(lines, numbers, found, one_language)
    return sorted((guess for guess in found if guess.nats > _LEAST), key=lambda guess: -guess.nats)


def _sides(here: list[Part], place: int, follow: list[list[Part]]) -> Iterator[Guess]:
    """Yields the Chinese piece at a place of a line with each English one that may go with it."""
    part = here[place]
    own = 0.5 if all(each is part or each.credit or not each.chinese for each in here) else -0.3
    own += 0.8 if part.credit else -1.5 if part.closed and part.share > 0.6 else 0.0
    beside = here[place + 1 : place + 2]
    if beside and not beside[0].chinese and not beside[0].only_credit:
        for each, cut in _cuts(beside[0], True, False):
            yield Guess([part], [each], own + 0.3 - cut + _fit(part, each))
    at_left, at_right = place == 0 and len(here) > 1, place == len(here) - 1 and place > 0
    for down, below in enumerate(follow):
        english = [each for each in below if not each.chinese and not each.only_credit]
        for index, run in enumerate(english):
            if (at_left and index) or (at_right and index < len(english) - 1):
                continue
            alone = 0.7 if len(below) == 1 else 0.0
            for each, cut in _cuts(run, not at_right, not at_left):
                whole = alone if each is run else 0.0
                yield Guess([part], [each], own + 0.6 - 0.7 * down + whole - cut + _fit(part, each))


def _cuts(run: Part, prefixes: bool, suffixes: bool) -> Iterator[tuple[Part, float]]:
    """Yields the pieces of a run of English that may be a caption, with what speaks against cutting it there."""
    words = run.words
    starts = words[0][:1].isupper() or words[0][:1] in "\"“'‘"
    headed = False
    for cut in range(2, len(words) - 1):
        first, second = run.piece(0, cut), run.piece(cut, len(words))
        against = 0.4 if words[cut][:1].isupper() else 0.8
        if prefixes and starts and not re.search(r"[,;:]\Z", words[cut - 1]):
            is_head = second.titled and not first.titled and words[cut][:1].isupper()
            headed = headed or is_head
            yield first, -0.4 if is_head else against
        if suffixes and words[cut][:1].isupper():
            yield second, against
    if starts:
        yield run, 0.8 if headed else 0.0


def _fit(chinese: Part, english: Part) -> float:
    """Returns what speaks for one text being the other's translation, and a caption."""
    text = CREDIT.sub(" ", english.text).strip()
    if not text or re.search(r"[,;:]\Z", text):
        return -9.0
    off = math.log(len(text) / (_LETTERS * max(1, han(CREDIT.sub(" ", chinese.text))))) / _SPREAD
    nats = 1.0 - 0.5 * off * off
    if text.split()[-1].lower() in SMALL:
        nats -= 3.0
    if english.titled and not english.closed:
        nats -= 2.5
    nats -= 0.7 * bool(re.search("[,;]", text)) + 1.0 * (english.share > 0.85)
    if re.search(r"[.?!]\s+[A-Z]", text):
        nats -= 1.0
    if english.closed and not chinese.closed:
        nats -= 1.0
    return nats


def _credited(lines: dict[int, list[Part]], numbers: list[int], found: list[Guess], one_language: bool) -> None:
    """Gives each credit to the caption it stands in, after or under; the likeliest of all first."""
    places = {number: order for order, number in enumerate(numbers)}
    credits_ = [part for number in numbers for part in lines[number] if part.credit]
    options = [
        (nats, guess, credit)
        for credit in credits_
        for guess in found
        if (nats := guess.nats + _near(guess, credit, places)) > 1.0
    ]
    given: set[Key] = set()
    taken: set[Key] = set()
    for nats, guess, credit in sorted(options, key=lambda option: -option[0]):
        if credit.key not in given and not taken & {part.key for part in guess.parts}:
            guess.credit, guess.nats = credit, max(nats, SURE + 1.0)
            guess.rivals = tuple(
                its
                for other, its, each in options
                if each is credit and other > nats - _OTHER and not _share(guess, its)
            )
            given.add(credit.key)
            taken |= {part.key for part in guess.parts}
    for credit in credits_:
        if credit.key in given or not (one_language or not credit.only_credit):
            continue
        if (single := _single(lines, numbers, places[credit.line], credit)) and single.parts[0].key not in taken:
            single.credit, single.nats = credit, SURE + 1.0
            found.append(single)
            taken |= {part.key for part in single.parts}


def _share(one: Guess, other: Guess) -> bool:
    """Whether two guesses have a text in common."""
    return not {part.key for part in one.zh + one.en}.isdisjoint(part.key for part in other.zh + other.en)


def _near(guess: Guess, credit: Part, places: dict[int, int]) -> float:
    """Returns what speaks for a credit being a caption's by where it stands."""
    if credit in guess.parts:
        return 5.0
    away = []
    for part in guess.parts:
        if part.line == credit.line:
            away.append(-0.5 if part.order + 1 == credit.order else 9.0 if part.order > credit.order else 2.0)
        else:
            down = places[credit.line] - places[part.line]
            away.append(down + 0.2 * min(3, abs(part.order - credit.order)) if down > 0 else 9.0)
    nearest = min(away)
    return 4.0 - 0.8 * nearest if nearest <= _REACH else -9.0


def _single(lines: dict[int, list[Part]], numbers: list[int], order: int, credit: Part) -> Guess | None:
    """Returns what a credit may belong to if there is nothing in both languages: a text before or above it."""
    if not credit.only_credit:
        return Guess([credit], [], 0.0) if credit.chinese else Guess([], [credit], 0.0)
    here = lines[credit.line]
    options: list[tuple[float, Part]] = []
    for down, number in enumerate(numbers[max(0, order - 2) : order + 1][::-1]):
        for part in lines[number]:
            if part.only_credit or (not down and part.order + 1 != credit.order):
                continue
            if part.chinese:
                ways = [(part, 0.0)]
            else:  # where a column stands at the right of the credit, one does so of the caption
                ways = list(_cuts(part, len(here) > credit.order + 1, credit.order > 0))
            options += [(-down - against - _off(each), each) for each, against in ways if each.small]
    best = max(options, key=itemgetter(0), default=None)
    if not best or best[0] < _LEAST_ALONE:
        return None
    return Guess([best[1]], [], 0.0) if best[1].chinese else Guess([], [best[1]], 0.0)


def _off(part: Part) -> float:
    """Returns what speaks against a text in one language being a caption by its length and the word after it."""
    length = han(part.text) if part.chinese else len(part.words)
    against = 0.2 * abs(length - _USUAL) + (2.0 if part.text.split()[-1].lower() in SMALL else 0.0)
    if not part.chinese and part.end < len(part.run.words):
        against += 0.5 * following.english(part.words[-1], part.run.words[part.end])
    return against + (1.0 if part.titled else 0.0)


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
        ):
            at = 0
            for part, words in zip(chinese, _parted(english[0].words, len(chinese)), strict=True):
                if words:
                    yield Guess([part], [english[0].piece(at, at + len(words))], SURE + 2.0)
                at += len(words)


def _parted(words: list[str], number: int) -> list[list[str]]:
    """Returns words of several captions side by side as those of so many, cut before capitals."""
    if number < 2 or len(words) < number:
        return [words, *[[] for _ in range(number - 1)]]
    best = max(
        range(1, len(words) - number + 2),
        key=lambda cut: (
            words[cut][0].isupper(),
            -following.english(words[cut - 1], words[cut]) - abs(cut - len(words) / number) / 4,
        ),
    )
    return [words[:best], *_parted(words[best:], number - 1)]


def weighed(found: Iterable[Guess], roles: dict[Key, str], goes_on: set[Key]) -> None:
    """Weighs the guesses again by what the search made of their Chinese; ``goes_on`` are amid sentences."""
    for guess in found:
        if guess.nats < SURE:
            for part in guess.zh:
                guess.nats += -3.0 if part.key in goes_on else 1.0 if roles.get(part.key) == OUT else 0.0


def settled(hint: dict[Key, float], found: Iterable[Guess], out: set[Key]) -> dict[Key, float]:
    """Returns the hints of Chinese pieces after English was searched: what goes with them is out, or in a column."""
    best: dict[Key, float] = {}
    for guess in found:
        if guess.en and guess.nats < SURE:
            told = all(part.key in out for part in guess.en)
            for part in guess.zh:
                best[part.key] = max(best.get(part.key, -9.0), guess.nats + 3.0 if told else -1.0)
    return hint | {key: nats for key, nats in best.items() if hint.get(key, 0.0) < SURE}
