"""Text runs: the stretches of a line in one script, and the gutters that are sure in them.

A line of page text holds a fragment of each column that has text at its height, left to right, with one space between
them. Chinese has no spaces of its own except around numbers and foreign words, so a space between two Han characters is
a gutter.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import NamedTuple

from reader.importing.scripts import HAN, LATIN, SCRIPTS
from reader.importing.text.widths import SPACE_EM, WIDE_MARK, is_han_edge, width_em
from reader.model.scripts import SENTENCE_ENDS_HAN, is_han

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from reader.importing.scripts import Script
    from reader.importing.text.languages import LanguagePair, PageLanguage

    WordKind = Literal["han", "latin", "neutral"]
    """The script of a word; neutral are numbers and marks."""

_LATIN_LETTER = re.compile("[A-Za-z\u00c0-\u024f]")
_LONGEST_LINE_CHARS, _MOST_WORDS = 400, 80
"""A longer line is a paragraph by itself, not columns woven together."""
_HAN_PER_WORD = 0.5
"""Number of Han characters for each word above which a longer line is Chinese."""
_INLINE_LATIN_WORDS, _INLINE_HAN_CHARS = 2, 4
"""Maximum numbers of Latin words inside Chinese, and of Han characters inside English."""
_INLINE_CONTEXT_WORDS = 3
"""Minimum number of English words on either side of Han characters inside English."""
_INLINE_NEIGHBOUR_CHARS = 6
"""Length that Chinese beside Latin words at the edge of a line exceeds if they are part of it."""
_INLINE_SLACK_EM = 1.0
"""Width by which a Chinese line with Latin words in it may exceed a full one."""


class WordSpan(NamedTuple):
    """The place of some words on a page; spans sort in the order of the page."""

    line: int
    """Number of the line in the page text."""
    run: int
    """Number of the run in the line."""
    start: int
    end: int
    """Index of the first word in the run, and of the one after the last."""


class TextRun:
    """Words in one language that are next to each other in one line."""

    __slots__ = ("_before", "drop_cap_em", "end", "gutters", "is_han", "language", "line", "number", "start", "words")

    def __init__(self, line: int, number: int, language: PageLanguage, words: list[str], start: int = 0) -> None:
        """Takes the number of the run in its line, and which of the run's words the first one is."""
        self.line = line
        self.number = number
        self.language = language
        self.is_han = language.script == HAN
        self.words = words
        self.start, self.end = start, start + len(words)
        self.drop_cap_em = 0.0
        """The width that a drop cap beside the run takes off its line."""
        self._before = list(accumulate((width_em(word, self.is_han) + SPACE_EM for word in words), initial=0.0))
        self.gutters = {
            index
            for index in range(1, len(words))
            if self.is_han and is_han_edge(words[index - 1][-1]) and is_han_edge(words[index][0])
        }
        """Indices of the words before which a gutter is sure."""

    @property
    def text(self) -> str:
        """The run as it is in the line."""
        return " ".join(self.words)

    def span(self, start: int, end: int) -> WordSpan:
        """Returns the place of ``words[start:end]``."""
        return WordSpan(self.line, self.number, self.start + start, self.start + end)

    def part(self, start: int, end: int) -> TextRun:
        """Returns some of its words, counted as in the whole run, as a run."""
        words = self.words[start - self.start : end - self.start]
        part = TextRun(self.line, self.number, self.language, words, start)
        part.drop_cap_em = self.drop_cap_em if start == self.start else 0.0
        return part

    def width_em(self, start: int, end: int) -> float:
        """Returns the estimated width of ``words[start:end]``."""
        return self._before[end] - self._before[start] - SPACE_EM

    @property
    def whole_width_em(self) -> float:
        """The estimated width of all its words."""
        return self.width_em(0, len(self.words))


class _WordGroup(NamedTuple):
    """Neighbouring words of one kind, ``words[start:end]`` of the line."""

    kind: WordKind
    start: int
    end: int


def split_line(line: int, text: str, languages: LanguagePair, full_width_em: float) -> list[TextRun]:
    """Returns the runs of a line; ``full_width_em`` is the width of a full line in Han characters, 0 if not known."""
    words = text.split()
    if len(text) > _LONGEST_LINE_CHARS or len(words) > _MOST_WORDS:
        mostly_han = sum(map(is_han, text)) > _HAN_PER_WORD * len(words)
        return [TextRun(line, 0, languages.han if mostly_han else languages.latin, [" ".join(words)])]
    kinds = [_kind(word) for word in words]
    groups = _groups(kinds)
    scripts = [_script(group, kinds, words, full_width_em) for group in groups]
    runs: list[TextRun] = []
    for at, group in enumerate(groups):
        last = words[group.start - 1] if group.start else ""
        script = scripts[at] or _script_of_number(scripts, at, last, languages.latin.function_words)
        scripts[at] = script
        language = languages.of(script)
        some = words[group.start : group.end]
        if runs and runs[-1].language is language:
            runs[-1] = TextRun(line, runs[-1].number, language, runs[-1].words + some)
        else:
            runs.append(TextRun(line, len(runs), language, some))
    return runs


def runs_by_script(runs: Sequence[TextRun]) -> dict[Script, list[TextRun]]:
    """Returns the runs of each script."""
    return {script: [run for run in runs if run.language.script == script] for script in SCRIPTS}


def lines_of_runs(runs: Sequence[TextRun]) -> dict[int, list[TextRun]]:
    """Returns the runs of each line, by the number of the line."""
    lines: dict[int, list[TextRun]] = {}
    for run in runs:
        lines.setdefault(run.line, []).append(run)
    return lines


def _kind(word: str) -> WordKind:
    if any(is_han(character) or WIDE_MARK.match(character) for character in word):
        return HAN
    return LATIN if _LATIN_LETTER.search(word) else "neutral"


def _groups(kinds: Sequence[WordKind]) -> list[_WordGroup]:
    groups: list[_WordGroup] = []
    for index, kind in enumerate(kinds):
        if groups and groups[-1].kind == kind:
            groups[-1] = _WordGroup(kind, groups[-1].start, index + 1)
        else:
            groups.append(_WordGroup(kind, index, index + 1))
    return groups


def _script_of_number(scripts: Sequence[Script | None], at: int, last: str, function_words: frozenset[str]) -> Script:
    """Returns the script of a number between two groups of words; ``last`` is the word before it, or empty."""
    before = next((script for script in reversed(scripts[:at]) if script), None)
    after = next((script for script in scripts[at + 1 :] if script), None)
    if before == LATIN and after == HAN:
        return LATIN if last.lower() in function_words else HAN
    if before == HAN and after == LATIN and last and last[-1] in SENTENCE_ENDS_HAN:
        return LATIN
    return before or after or LATIN


def _script(group: _WordGroup, kinds: Sequence[WordKind], words: Sequence[str], full_width_em: float) -> Script | None:
    """Returns the script of the text that a group of words is part of; None for numbers and marks."""
    if group.kind == "neutral":
        return None
    before = [kind for kind in kinds[: group.start] if kind != "neutral"]
    after = [kind for kind in kinds[group.end :] if kind != "neutral"]
    some = words[group.start : group.end]
    if group.kind == HAN:
        return LATIN if _is_han_in_latin(some, before, after) else HAN
    if len(some) > _INLINE_LATIN_WORDS or not (before or after):
        return LATIN
    if before[-1:] == after[:1] == [HAN]:
        return HAN
    beside = words[group.start - 1] if before else words[group.end]
    if before and not after and _is_torn_capital(words, beside):
        return LATIN
    return HAN if _is_latin_in_han(some, beside, words, full_width_em) else LATIN


def _is_han_in_latin(some: Sequence[str], before: Sequence[WordKind], after: Sequence[WordKind]) -> bool:
    """Whether Han characters are a short quotation in a text in Latin letters."""
    size = _INLINE_CONTEXT_WORDS
    is_inside = before[-size:] == after[:size] == [LATIN] * size
    is_short = len(some) == 1 and sum(map(is_han, some[0])) <= _INLINE_HAN_CHARS
    return is_inside and is_short and not re.search(f"[{SENTENCE_ENDS_HAN}]", some[0])


def _is_torn_capital(words: Sequence[str], beside: str) -> bool:
    """Whether a line ends with a capital by itself after the end of a sentence in Han characters: a drop cap."""
    return bool(re.search(f"[{SENTENCE_ENDS_HAN}；][”’」』）]*\\Z", beside) and re.fullmatch("[A-Z]", words[-1]))


def _is_latin_in_han(some: Sequence[str], beside: str, words: Sequence[str], full_width_em: float) -> bool:
    """Whether Latin words at the edge of a text in Han characters are names in it."""
    if not full_width_em or len(beside) <= _INLINE_NEIGHBOUR_CHARS:
        return False
    is_name = all(re.match(r"[(（“\"']?[A-Z0-9]", word) for word in some) and not re.search(r"[.?!]$", some[-1])
    return is_name and width_em(" ".join(words), True) <= full_width_em + _INLINE_SLACK_EM
