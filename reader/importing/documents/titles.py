"""The titles of a document: its first headings, else first lines like them, else the words that the source gives."""

from __future__ import annotations

import re

from reader.importing.credits import is_byline, is_name_line
from reader.importing.documents.document import MEMORIES
from reader.importing.documents.languages import fits, tag_by_content
from reader.importing.documents.splitting import split_at_change
from reader.model.language import is_ideographic
from reader.model.record import record
from reader.model.scripts import ends_sentence
from reader.model.text import Prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.importing.documents.document import Document, SourceUnit
    from reader.importing.documents.pairs import UnitPair

MAX_TITLE_CHARS = {True: 30, False: 90}
"""Longest first line that is a title without being a heading; by whether its language is set in Han characters."""
MAX_TITLE_UNITS = 2
"""Number of headings at the top of a source above its bylines."""
MIN_TIMES_LONGER = 2
"""Mean length of the lines below a title, divided by its own, where they are no sentences or it is one."""
_PAUSE = re.compile(r"[，。；,;:：、]\s*\Z")


@record
class TitledPairs:
    """The titles of an article, its bylines, and the pairs after them."""

    titles: Mapping[str, str]
    bylines: tuple[str, ...]
    pairs: list[UnitPair]


def with_titles(pairs: Sequence[UnitPair], languages: Sequence[str], documents: Sequence[Document]) -> TitledPairs:
    """Takes the titles off the top of pairs."""
    titles: dict[str, str] = {}
    rest = list(pairs)
    if not any(document.kind in MEMORIES for document in documents):
        given = _given(languages, documents)
        titles, rest = _from_top(rest, languages, given, may_be_plain=_may_be_plain(rest, documents))
        for tag, text in given.items():
            titles.setdefault(tag, text)
    bylines = []
    while titles and rest and all(_is_byline(unit) for unit in rest[0].units):
        bylines += [unit.text.text for unit in rest.pop(0).units]
    return TitledPairs(titles, tuple(bylines), rest)


def top_bylines(units: Sequence[SourceUnit], tag: str) -> tuple[list[SourceUnit], tuple[str, ...]]:
    """Returns units without the lines under the title that say who wrote or translated, and these lines."""
    start = 0
    while start < min(MAX_TITLE_UNITS, len(units)) and (
        units[start].kind == "heading" or (not start and is_like_title(units[start], tag))
    ):
        start += 1
    end = start
    while start and end < len(units) and units[end].kind == "paragraph" and is_name_line(units[end].text.text):
        end += 1
    return [*units[:start], *units[end:]], tuple(unit.text.text for unit in units[start:end])


def _may_be_plain(pairs: Sequence[UnitPair], documents: Sequence[Document]) -> bool:
    """Whether a first paragraph may be the title: no source has a heading.

    The first row of a table of two languages may be, too, where several rows below are headings of the highest level.
    """
    levels = [unit.level for document in documents for unit in document.units if unit.kind == "heading"]
    if not levels:
        return True
    first = pairs[0].units if pairs else []
    is_row = len(first) == 2 and all(unit.key and unit.kind == "paragraph" for unit in first)
    return is_row and levels.count(min(levels)) > len(first)


def _from_top(
    pairs: list[UnitPair], languages: Sequence[str], given: Mapping[str, str], *, may_be_plain: bool
) -> tuple[dict[str, str], list[UnitPair]]:
    """Returns the titles at the top by language, and the pairs without them."""
    titles: dict[str, str] = {}
    rest = list(pairs)
    if may_be_plain and len(languages) == 2 and _is_above_title(rest, languages):
        return _titles_below(rest, languages)
    while rest:
        pair = rest[0]
        tags = [tag for tag, unit in zip(languages, (pair.left, pair.right), strict=False) if unit]
        units = pair.units
        is_heading = all(unit.kind == "heading" for unit in units)
        is_plain = (
            may_be_plain
            and _is_above_text(rest)
            and all(
                unit.kind == "paragraph" and is_like_title(unit, tag) for tag, unit in zip(tags, units, strict=True)
            )
            and len(rest) > 1
        )
        is_quoted = (
            titles and units[0].kind == "quotation" and not units[0].by.text and is_like_title(units[0], tags[0])
        )
        is_plain = is_plain or bool(is_quoted and len(units) == 1)
        is_new = not any(tag in titles for tag in tags)
        is_alone = len(languages) == 2 and len(tags) < 2
        if pair.goes_on or not is_new or not (is_heading or is_plain):
            break
        is_other = bool(given) and not _is_given(units, tags, given) and any(tag in given for tag in tags)
        if is_other and (is_heading or len(tags) < len(languages)):
            break
        if is_alone and titles and not (is_heading or is_quoted):
            break
        titles |= {tag: unit.text.text for tag, unit in zip(tags, units, strict=True)}
        rest.pop(0)
        if len(titles) == len(languages):
            break
    return titles, rest


def _is_above_text(pairs: Sequence[UnitPair]) -> bool:
    """Whether a first line is a title by the lines below it: most end sentences and it does not, or are far longer.

    A line of a list, and a question of a dialogue, has lines of its own kind below.
    """
    first, *others = [pair.units[0].text.text for pair in pairs if pair.units[0].text.text]
    whole = sum(map(ends_sentence, others))
    if not ends_sentence(first) and whole * 2 > len(others):
        return True
    return sum(map(len, others)) >= MIN_TIMES_LONGER * len(first) * len(others)


def _is_above_title(pairs: Sequence[UnitPair], languages: Sequence[str]) -> bool:
    """Whether the first line is in one language only, as the name of a job, and the second in both like titles."""
    first, second = [*pairs[:2], *[None] * 2][:2]
    if not first or not second or len(pairs) < 3 or second.goes_on:
        return False
    units = (second.left, second.right)
    return len(first.units) == 1 and all(
        unit and unit.kind == "paragraph" and is_like_title(unit, tag)
        for unit, tag in zip(units, languages, strict=True)
    )


def _titles_below(pairs: Sequence[UnitPair], languages: Sequence[str]) -> tuple[dict[str, str], list[UnitPair]]:
    """Returns the titles in the second pair, and the other pairs."""
    units = (pairs[1].left, pairs[1].right)
    titles = {tag: unit.text.text for tag, unit in zip(languages, units, strict=True) if unit}
    return titles, [pairs[0], *pairs[2:]]


def _is_given(units: Sequence[SourceUnit], tags: Sequence[str], given: Mapping[str, str]) -> bool:
    """Whether a heading repeats a title that the source gives apart from the text."""
    return any(
        _plain(unit.text.text) in _plain(given.get(tag, "")) or _plain(given.get(tag, "\0")) in _plain(unit.text.text)
        for tag, unit in zip(tags, units, strict=True)
    )


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def is_like_title(unit: SourceUnit, tag: str) -> bool:
    """Whether a paragraph in a language may be a title: a short line that ends as no sentence does."""
    text = unit.text.text
    most = MAX_TITLE_CHARS[is_ideographic(tag)]
    return (
        0 < len(text) <= most
        and "\n" not in text
        and not is_byline(text)
        and not _PAUSE.search(text)
        and (not ends_sentence(text) or text[-1] in "？?！!؟")
        and not unit.number
    )


def _given(languages: Sequence[str], documents: Sequence[Document]) -> dict[str, str]:
    """Returns the titles that the sources give apart from their texts."""
    found: dict[str, str] = {}
    for at, document in enumerate(documents):
        own = [languages[min(at, len(languages) - 1)]] if len(documents) > 1 else list(languages)
        for title in document.titles:
            if not title.text.strip():
                continue
            parts = split_at_change(Prose(title.text)) if len(own) == 2 else None
            for text in [part.text for part in parts] if parts else [title.text.strip()]:
                told = title.tag or tag_by_content(text)
                tag = next((each for each in own if each == told), None)
                tag = tag or next((each for each in own if fits(each, text)), None)
                if tag:
                    found.setdefault(tag, text)
    return found


def _is_byline(unit: SourceUnit) -> bool:
    return unit.kind == "paragraph" and is_name_line(unit.text.text)
