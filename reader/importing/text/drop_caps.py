"""Big first letters that came off their word: the word lacks one here, and one stands before another word lines on."""

from __future__ import annotations

import re
from collections import Counter

from reader.importing.text.runs import Run
from reader.importing.text.words import ENGLISH, SMALL, closes

_REACH = 5
_HIGH = 3
"""A drop cap is so many lines of the text high at most."""
_SHARE = 0.16
"""How much of its column's width a drop cap takes."""


def restored(runs: list[Run], width: float) -> list[Run]:
    """Returns the runs with the letters back at their words. ``width`` is that of a full English line in ems."""
    vocabulary = Counter(bare(word) for run in runs if run.language == ENGLISH for word in run.words)
    english = [index for index, run in enumerate(runs) if run.language == ENGLISH]
    done = list(runs)
    gone: set[int] = set()
    for order, index in enumerate(english):
        run = done[index]
        if index in gone or not _lacks(run, [done[each] for each in english[:order] if each not in gone], width):
            continue
        near = [
            each for each in english if abs(runs[each].line - run.line) <= _REACH and each != index and each not in gone
        ]
        found = [
            (score, each, letter, rest) for each in near for score, letter, rest in _caps(done, each, index, vocabulary)
        ]
        if not found:
            continue
        _, each, letter, rest = max(found, key=lambda option: option[0])
        other = done[each]
        words = [rest, *other.words[1:]] if rest else other.words[1:]
        if words:
            done[each] = Run(other.line, other.place, ENGLISH, words)
        else:
            gone.add(each)
        after = [place for place in english[order:] if place not in gone][:_HIGH]
        last = runs[each].line if runs[each].line > run.line else runs[after[1]].line if len(after) > 1 else run.line
        done[index] = Run(run.line, run.place, ENGLISH, [letter + run.words[0], *run.words[1:]])
        for place in after:
            if runs[place].line <= last:
                done[place].narrow = _SHARE * width
    return [run for index, run in enumerate(done) if index not in gone]


def _lacks(run: Run, before: list[Run], width: float) -> bool:
    """Whether a run begins as a word that lost its first letter would: small, where no sentence goes on."""
    head = run.words[0]
    if not re.match(r"[a-z]|[\"“‘']", head) or len(run.words) < 3:
        return False
    above = [
        each
        for each in before
        if run.line - _REACH <= each.line < run.line and each.width(0, len(each.words)) > 0.8 * width
    ]
    return not above or bool(closes(above[-1].words[-1]) in {".", "?", "!"})


def _caps(runs: list[Run], each: int, index: int, vocabulary: Counter[str]) -> list[tuple[float, str, str]]:
    """Returns what a run's first word may give: how likely, the letter, and what is left of the word."""
    word = runs[each].words[0]
    lacking = bare(runs[index].words[0])
    ahead = runs[each].line >= runs[index].line
    if re.fullmatch("[A-Z]", word) and (len(runs[each].words) == 1 or word not in "AI"):
        score, rest = 3.0, ""
    elif word in ("A", "I") and ahead and runs[each].words[1][0].islower():
        score, rest = 0.5, ""
    elif ahead and re.match("[A-Z][A-Za-z]", word) and vocabulary[bare(word)] < 2 and bare(word) not in SMALL:
        rest = word[1:]
        score = 2.0 if rest[0].isupper() and rest[1:2].islower() else 1.0 if known(bare(rest), vocabulary) else -1.0
    else:
        return []
    made = known(word[0].lower() + lacking, vocabulary)
    if made:
        score += 2.0
    elif lacking in SMALL:
        score -= 2.0
    return [(score, word[0], rest)] if score > 0.5 else []


def known(word: str, vocabulary: Counter[str]) -> bool:
    """Whether a word is one, as far as the small words and the page tell."""
    return word in SMALL or vocabulary[word] > 0


def bare(word: str) -> str:
    """Returns a word in small letters without the marks around it."""
    return word.strip(".,;:!?\"'“”‘’()").lower()
