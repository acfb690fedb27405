"""Whose a credit is that stands in a caption, after it or under it."""

from __future__ import annotations

from operator import itemgetter

from reader.importing.scripts import count_han
from reader.importing.text import following
from reader.importing.text.guessing import REACH, SURE, Guess, cuts
from reader.importing.text.words import SMALL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.text.parts import Part
    from reader.importing.text.pieces import Key

_LEAST_ALONE = -3.5
"""What is less likely than this to be the caption of a credit, in one language, is none."""
_USUAL = 6
"""Characters of a Chinese caption, or words of an English one."""
_OTHER = 1.0
"""A credit may be another caption's for which hardly less speaks than this, in nats."""


def credited(lines: dict[int, list[Part]], numbers: list[int], found: list[Guess], one_language: bool) -> None:
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
    if not credit.only_credit:  # it stands in a caption's own words
        return -9.0
    away = []
    order = (guess.zh or guess.en)[0].order
    for part in guess.parts:
        if part.line == credit.line:
            away.append(-0.5 if part.order + 1 == credit.order else 9.0 if part.order > credit.order else 2.0)
        else:
            down = places[credit.line] - places[part.line]
            away.append(down + 0.2 * min(3, abs(order - credit.order)) if down > 0 else 9.0)
    nearest = min(away)
    return 4.0 - 0.8 * nearest if nearest <= REACH else -9.0


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
                ways = list(cuts(part, len(here) > credit.order + 1, credit.order > 0))
            options += [(-down - against - _off(each), each) for each, against in ways if each.small]
    best = max(options, key=itemgetter(0), default=None)
    if not best or best[0] < _LEAST_ALONE:
        return None
    return Guess([best[1]], [], 0.0) if best[1].chinese else Guess([], [best[1]], 0.0)


def _off(part: Part) -> float:
    """Returns what speaks against a text in one language being a caption by its length and the word after it."""
    length = count_han(part.text) if part.chinese else len(part.words)
    against = 0.2 * abs(length - _USUAL) + (2.0 if part.text.split()[-1].lower() in SMALL else 0.0)
    if not part.chinese and part.end < len(part.run.words):
        against += 0.5 * following.english(part.words[-1], part.run.words[part.end])
    return against + (1.0 if part.titled else 0.0)
