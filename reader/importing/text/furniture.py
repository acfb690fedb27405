"""Furniture: removes the lines around the articles of a page: site labels, running heads, page numbers."""

from __future__ import annotations

import re

from reader.importing.extraction import NO_TEXTS
from reader.importing.page_numbers import page_numbers
from reader.importing.scripts import HAN, LATIN, SCRIPTS
from reader.importing.text.site_labels import is_site_label
from reader.importing.text.text_runs import split_line
from reader.importing.text.titles import (
    NumberedLine,
    TitleBlock,
    ends_with_mark,
    has_byline,
    take_title_block,
)
from reader.importing.text.widths import width_em
from reader.model.record import record
from reader.model.scripts import PAUSES_HAN, is_han

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.extraction import Texts
    from reader.importing.text.languages import LanguagePair
    from reader.importing.text.page_splitting import TextPage

_PAGE_NUMBER = re.compile(r"\d{1,4}")
_LATIN_LETTER = re.compile("[A-Za-z]")
_MOST_PAGES = 2
"""Maximum number of page numbers in a line; a line with more numbers is a row of a table."""
_MOST_FEET, _MOST_STRAYS = 4, 4
"""Maximum numbers of lines at the foot of a page, and of single characters at its head."""
_FOOT_MOST_WORDS, _FOOT_MOST_NAMES = 14, 6
"""Maximum numbers of words of a line at the foot: all of them, and those that are not page numbers."""
_SECTION_MOST_EM = 22
_STRAYS_FEWEST_WORDS, _STRAYS_MOST_CHARS = 3, 4
"""Words that lack big first characters: their minimum number, and their maximum length."""


@record
class PageFurniture:
    """A page without its furniture, and the removed texts."""

    lines: tuple[NumberedLine, ...]
    """The lines that are left."""
    running: tuple[str, ...]
    """Site labels, running heads and feet."""
    pages: tuple[str, ...]
    """The page numbers."""
    section: Texts
    deck: Texts
    title: Texts
    bylines: tuple[str, ...]


@record
class _Feet:
    """The lines at the foot of a page, and the page numbers in them."""

    lines: list[str]
    pages: tuple[str, ...]


@record
class _SectionHead:
    """The running head of a page: its lines, the section that it names, and a deck in big characters beside it."""

    lines: tuple[str, ...] = ()
    section: Texts = NO_TEXTS
    deck: Texts = NO_TEXTS


def remove_furniture(page: TextPage, languages: LanguagePair) -> PageFurniture:
    """Returns a page without its furniture; blank lines are left out, too."""
    lines = [NumberedLine(number, text) for number, text in enumerate(page.text.splitlines()) if text.strip()]
    labels = _take_site_labels(lines)
    labelled = tuple(dict.fromkeys(found.group() for label in labels if (found := _PAGE_NUMBER.search(label))))
    feet = _take_feet(lines, labelled) if page.has_foot else _Feet([], ())
    head = _take_section_head(lines, languages) if page.has_head else _SectionHead()
    block = take_title_block(lines, languages) if page.has_head else TitleBlock()
    return PageFurniture(
        tuple(lines),
        running=(*labels, *feet.lines, *head.lines),
        pages=feet.pages or labelled,
        section=head.section,
        deck=block.deck or head.deck,
        title=block.title,
        bylines=block.bylines,
    )


def _take_site_labels(lines: list[NumberedLine]) -> list[str]:
    labels: list[str] = []
    while lines and is_site_label(lines[0].text):
        labels.append(lines.pop(0).text)
    return labels


def _take_feet(lines: list[NumberedLine], labelled: Sequence[str]) -> _Feet:
    """Takes lines off the foot; ``labelled`` are the page numbers that labels name."""
    feet: list[str] = []
    while len(lines) > 1 and len(feet) < _MOST_FEET and _is_foot(lines[-1].text, labelled):
        feet.insert(0, lines.pop().text)
    numbers = [number for line in feet for number in page_numbers(line, labelled)]
    is_agreed = not labelled or not numbers or any(number in labelled for number in numbers)
    return _Feet(feet, tuple(numbers[:_MOST_PAGES]) if is_agreed else ())


def _is_foot(line: str, labelled: Sequence[str]) -> bool:
    words = line.split()
    if len(words) > _FOOT_MOST_WORDS or ends_with_mark(line) or re.search(f"[。{PAUSES_HAN}]", line):
        return False
    numbers = [word for word in words if _PAGE_NUMBER.fullmatch(word)]
    names = [word for word in words if word not in numbers]
    if not names:
        return len(numbers) <= _MOST_PAGES
    if any(number in labelled for number in numbers):
        return True
    latin = [word for word in names if _LATIN_LETTER.match(word)]
    if latin and all(word.isupper() or not word.isalpha() for word in latin):
        return True
    has_number_at_edge = bool(numbers) and (words[0] in numbers or words[-1] in numbers)
    are_names = len(names) <= _FOOT_MOST_NAMES and all(word[0].isupper() or is_han(word[0]) for word in names)
    return has_number_at_edge and are_names


def _take_section_head(lines: list[NumberedLine], languages: LanguagePair) -> _SectionHead:
    """Takes a running head off the top: the section in both languages, and single big characters above it."""
    strays: list[str] = []
    for line in lines[:_MOST_STRAYS]:
        character = line.text.strip()
        if len(character) > 1:
            break
        strays.append(character)
    if len(strays) >= len(lines):
        return _SectionHead()
    line_ = lines[len(strays)].text
    if not _is_section_head(line_, strays, languages):
        return _SectionHead()
    del lines[: len(strays) + 1]
    words = line_.split()
    han = [word for word in words if is_han(word[0])]
    latin = [word for word in words if _LATIN_LETTER.match(word)]
    if _LATIN_LETTER.match(line_):  # the words up to the first Chinese one; those after it are the magazine's name
        until = next((index for index, word in enumerate(words) if is_han(word[0])), len(words))
        latin = [word for word in words[:until] if re.match("[A-Za-z&]", word)]
    section = languages.texts({HAN: han[0] if han else "", LATIN: " ".join(latin)})
    deck = languages.texts({HAN: " ".join(_mended(strays, han[1:]))})
    return _SectionHead((*strays, line_), section, deck)


def _is_section_head(line: str, strays: Sequence[str], languages: LanguagePair) -> bool:
    """Whether a line names a section in both languages, or holds words whose first characters are ``strays``."""
    words = line.split()
    scripts = {run.language.script for run in split_line(0, line, languages, 0)}
    is_short = width_em(line, True) <= _SECTION_MOST_EM
    if len(scripts) == len(SCRIPTS) and is_short and not ends_with_mark(line) and not has_byline(line):
        return not re.search(f"[。{PAUSES_HAN}/／]", line)
    return (
        bool(strays)
        and all(map(is_han, strays))
        and len(words) >= _STRAYS_FEWEST_WORDS
        and max(map(len, words)) <= _STRAYS_MOST_CHARS
    )


def _mended(strays: Sequence[str], words: Sequence[str]) -> Sequence[str]:
    """Gives big first characters, torn off to lines of their own, back to the words that lack them."""
    if not strays:
        return words
    first = strays[0]
    others = [word for word in words if word != first]
    heads = strays.count(first) + words.count(first)
    if len(set(strays)) == 1 and heads == len(others):
        return [first + word for word in others]
    return [*strays, *words]
