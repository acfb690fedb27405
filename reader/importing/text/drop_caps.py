"""Detached drop caps: a word lacks its first letter, and the letter is in another line near it."""

from __future__ import annotations

import re
from collections import Counter
from operator import attrgetter

from reader.importing.text import weights
from reader.importing.text.text_runs import TextRun
from reader.importing.text.word_classes import closing_mark
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_REACH_LINES = 5
"""Maximum distance in lines from a word to its drop cap."""
_HEIGHT_LINES = 3
"""Maximum height of a drop cap in lines of the text."""
_FEWEST_WORDS = 3
"""Minimum number of words of a run that lacks a letter."""


@record
class _DropCap:
    """A letter that may be the drop cap of a run, and the run that has it now."""

    score: float
    donor: int
    """Index of the run that has the letter."""
    letter: str
    rest: str
    """The rest of the word that has the letter; empty if the letter is by itself."""


class _Runs:
    """The Latin runs of a page while drop caps are given back."""

    def __init__(self, runs: Sequence[TextRun], full_width_em: float) -> None:
        self.runs: list[TextRun | None] = list(runs)
        """None replaces a run without words left."""
        self._lines = [run.line for run in runs]
        self._latin = [index for index, run in enumerate(runs) if not run.is_han]
        self._full_width_em = full_width_em
        self._vocabulary = Counter(bare_word(word) for run in runs if not run.is_han for word in run.words)

    def restore(self) -> None:
        """Gives each drop cap back to the word that lacks it."""
        for order, index in enumerate(self._latin):
            run = self.runs[index]
            if run and self._lacks_letter(run, order):
                best = max(self._drop_caps(run, index), key=attrgetter("score"), default=None)
                if best:
                    self._give_back(best, run, order)

    def _left(self, indices: Sequence[int]) -> Iterator[tuple[int, TextRun]]:
        for index in indices:
            if run := self.runs[index]:
                yield index, run

    def _lacks_letter(self, run: TextRun, order: int) -> bool:
        """Whether a run may lack its first letter: it begins with a small letter, after the end of a sentence."""
        if not re.match(r"[a-z]|[\"“‘']", run.words[0]) or len(run.words) < _FEWEST_WORDS:
            return False
        above = [
            each
            for _, each in self._left(self._latin[:order])
            if run.line - _REACH_LINES <= each.line < run.line
            and each.whole_width_em > weights.DROP_CAP_FULL_LINE_SHARE * self._full_width_em
        ]
        return not above or closing_mark(above[-1].words[-1]) in {".", "?", "!"}

    def _drop_caps(self, run: TextRun, index: int) -> Iterator[_DropCap]:
        """Yields the letters near a run that may be its drop cap."""
        lacking = bare_word(run.words[0])
        for donor, other in self._left(self._latin):
            if donor == index or abs(other.line - run.line) > _REACH_LINES:
                continue
            rest = self._rest(other, other.line >= run.line)
            if rest is None:
                continue
            letter = other.words[0][0]
            score = self._donor_score(other, rest)
            if self._is_known(letter.lower() + lacking, other):
                score += weights.DROP_CAP_MAKES_WORD
            elif lacking in other.language.function_words:
                score += weights.DROP_CAP_TAKES_FUNCTION_WORD
            if score > weights.DROP_CAP_LEAST_SCORE:
                yield _DropCap(score, donor, letter, rest)

    def _rest(self, donor: TextRun, is_below: bool) -> str | None:
        """Returns the rest of a run's first word without a drop cap; None if it cannot begin with one."""
        word = donor.words[0]
        if re.fullmatch("[A-Z]", word) and (len(donor.words) == 1 or word not in "AI"):
            return ""
        if not is_below:
            return None
        if word in ("A", "I") and donor.words[1][0].islower():
            return ""
        bare = bare_word(word)
        is_rare = self._vocabulary[bare] < 2 and bare not in donor.language.function_words
        return word[1:] if re.match("[A-Z][A-Za-z]", word) and is_rare else None

    def _donor_score(self, donor: TextRun, rest: str) -> float:
        """Returns the score of a run's first letter being a drop cap by its word."""
        word = donor.words[0]
        if not rest:
            is_word = word in ("A", "I") and len(donor.words) > 1
            return weights.DROP_CAP_LIKE_WORD if is_word else weights.DROP_CAP_ALONE
        if rest[0].isupper() and rest[1:2].islower():
            return weights.DROP_CAP_BEFORE_CAPITAL
        is_known = self._is_known(bare_word(rest), donor)
        return weights.DROP_CAP_LEAVES_WORD if is_known else weights.DROP_CAP_LEAVES_NO_WORD

    def _is_known(self, word: str, run: TextRun) -> bool:
        """Whether a word is a function word, or occurs on the page."""
        return word in run.language.function_words or self._vocabulary[word] > 0

    def _give_back(self, cap: _DropCap, run: TextRun, order: int) -> None:
        index = self._latin[order]
        donor = self.runs[cap.donor]
        assert donor
        words = [cap.rest, *donor.words[1:]] if cap.rest else donor.words[1:]
        self.runs[cap.donor] = TextRun(donor.line, donor.number, donor.language, words) if words else None
        self.runs[index] = TextRun(run.line, run.number, run.language, [cap.letter + run.words[0], *run.words[1:]])
        beside = list(self._left(self._latin[order:]))[:_HEIGHT_LINES]
        last = self._lines[beside[1][0]] if len(beside) > 1 else run.line
        if donor.line > run.line:
            last = donor.line
        for _, each in beside:
            if each.line <= last:
                each.drop_cap_em = weights.DROP_CAP_WIDTH_SHARE * self._full_width_em


def restore_drop_caps(runs: Sequence[TextRun], full_width_em: float) -> list[TextRun]:
    """Returns the runs with drop caps back at their words; ``full_width_em`` is the width of a full Latin line."""
    page = _Runs(runs, full_width_em)
    page.restore()
    return [run for run in page.runs if run]


def bare_word(word: str) -> str:
    """Returns a word in lower case without the marks around it."""
    return word.strip(".,;:!?\"'“”‘’()").lower()
