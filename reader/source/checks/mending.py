"""The changes that mend the words of a text: marks of the keyboard, spaces between Chinese characters, radicals.

They are found in the words that a reader sees, and made in the source, so that markup is in the way of none. A change
after which a text would be read otherwise is not made: ``*one *two*`` without its space has other emphasis.
"""

from __future__ import annotations

import re

from reader.model.radicals import unified_forms
from reader.model.record import record
from reader.model.scripts import FULL_WIDTH
from reader.model.text import NO_WORD
from reader.source.checks.places import read_as, runs_of
from reader.source.han_typography import half_width_marks, needless_spaces
from reader.source.scalar_places import at
from reader.source.typed_marks import ellipses_and_dashes, half_width_brackets

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from reader.model.text import Prose

MENDED_RULES = ("T702", "T703", "T705", "T715")
"""The rules whose breaches in words are mended."""
MAX_READ_CHARS = 100_000
"""Length of a text up to which blanks beside asterisks are taken out; of a longer one it takes seconds to find which.

It is the number of characters, too, that are read to find them one by one where not all of them can be.
"""
MAX_PASSES = 2
"""Number of rounds of changes: a blank on each side of the mark of a note is taken out one by one."""
_SAME_MARKS = re.compile(r"(?P<mark>\*{1,2})[ \t\n]+(?P=mark)(?!\*)")
"""The end of an emphasis and the beginning of another one: without the blank they are one."""


@record
class Change:
    """The replacement of ``[start:end]`` of a source, or of its text, by ``new``."""

    start: int
    end: int
    new: str = ""


def changes_of(source: str, prose: Prose, tag: str, codes: Collection[str]) -> list[Change]:
    """Returns the changes of a source that mend breaches of some rules, in order.

    Args:
        source: The text as an issue file has it.
        prose: The text that it is read as.
        tag: The tag of its language.
        codes: The rules, of :data:`MENDED_RULES`.
    """
    words = prose.without_code()
    runs = runs_of(source, prose.text, tag)
    in_source = ((each, at(runs, each.start), at(runs, each.end - 1) + 1) for each in _in_words(words, codes))
    made = [
        Change(start, end, each.new)
        for each, start, end in in_source
        if end - start == each.end - each.start  # no markup is inside it
    ]
    if "T703" in codes:
        made += _without_blanks(source, prose, tag, [at(runs, offset) for offset in needless_spaces(words)])
    return _in_order(made)


def is_mended(source: str, prose: Prose, tag: str) -> bool:
    """Whether every space between Chinese characters of a text can be taken out."""
    for _ in range(MAX_PASSES if len(source) <= MAX_READ_CHARS else 0):
        source = changed(source, changes_of(source, prose, tag, ("T703",)))
        prose = read_as(source, source, prose.text, tag)
        if not needless_spaces(prose.without_code()):
            return True
    return False


def changed(source: str, changes: Iterable[Change]) -> str:
    """Returns a source with changes, which must be in order."""
    parts = []
    here = 0
    for change in changes:
        if change.start >= here:
            parts += [source[here : change.start], change.new]
            here = change.end
    return "".join(parts) + source[here:]


def _in_words(words: str, codes: Collection[str]) -> Iterator[Change]:
    """Yields the changes of a text's words."""
    if "T702" in codes:
        for mark in half_width_marks(words):
            if mark.is_fixable:
                yield from (Change(k, k + 1, FULL_WIDTH[words[k]]) for k in range(mark.offset, mark.end))
        for bracket in half_width_brackets(words):
            yield Change(bracket.offset, bracket.end, bracket.written)
    if "T715" in codes:
        for typed in ellipses_and_dashes(words):
            if typed.written:
                yield Change(typed.offset, typed.end, typed.written)
    if "T705" in codes and (forms := unified_forms(words)):
        yield from (Change(k, k + 1, forms[char]) for k, char in enumerate(words) if char in forms)


def _without_blanks(source: str, prose: Prose, tag: str, places: Iterable[int]) -> list[Change]:
    """Returns the changes that take out the blanks of a source at some offsets, but those that change the markup."""
    alone = [Change(start, _end_of_blank(source, start)) for start in places]
    with_marks = [_with_equal_marks(source, blank) for blank in alone]
    for way in (alone, with_marks) if len(source) <= MAX_READ_CHARS else ():
        if _holds(source, prose, tag, way):
            return way
    beside = ["*" in source[max(blank.start - 1, 0) : blank.end + 1] for blank in alone]
    made = [blank for blank, starred in zip(alone, beside, strict=True) if not starred]
    tried = [{*pair} for *pair, starred in zip(alone, with_marks, beside, strict=True) if starred]
    for ways in tried[: MAX_READ_CHARS // len(source)]:
        held = (way for way in ways if _holds(source, prose, tag, _in_order([*made, way])))
        made += [way for way in (next(held, None),) if way]
    return made


def _with_equal_marks(source: str, blank: Change) -> Change:
    """Returns a blank with the marks on both sides of it where they are equal, else the blank alone."""
    for start in (blank.start - 2, blank.start - 1):
        marks = _SAME_MARKS.match(source, max(start, 0))
        if marks and marks.end("mark") == blank.start:
            return Change(*marks.span())
    return blank


def _in_order(changes: Iterable[Change]) -> list[Change]:
    return sorted(set(changes), key=lambda change: change.start)


def _end_of_blank(source: str, start: int) -> int:
    """Returns the end of a run of blanks at an offset."""
    while start < len(source) and source[start] in " \t\n":
        start += 1
    return start


def _holds(source: str, prose: Prose, tag: str, changes: Sequence[Change]) -> bool:
    """Whether a source with changes has the same words with the same markup, blanks apart."""
    return _drawn(read_as(changed(source, changes), source, prose.text, tag)) == _drawn(prose)


def _drawn(prose: Prose) -> list[tuple[str, str]]:
    """Returns each character of a text but its blanks, with the kinds and the targets of the markup over it."""
    marks: list[set[str]] = [set() for _ in range(len(prose.text) + 1)]
    for span in prose.spans:
        for index in range(span.start, max(span.end, span.start + 1)):
            marks[index].add(f"{span.kind} {span.target}")
    characters = zip(prose.text + NO_WORD, marks, strict=True)
    return [(char, "\n".join(sorted(of))) for char, of in characters if not char.isspace()]
