"""Plain text as a document: its paragraphs, parted by blank lines or indents, or a line each."""

from __future__ import annotations

import re
from itertools import pairwise

from reader.importing import hyphens
from reader.importing.credits import is_byline, is_name_line
from reader.importing.documents.blocks import GUESSED_LEVEL
from reader.importing.documents.document import Document, SourceUnit, TaggedText
from reader.importing.documents.gutenberg import without_gutenberg_lines
from reader.importing.documents.language_labels import LABEL_WORDS
from reader.importing.documents.languages import side_of
from reader.importing.documents.prose_building import ProseLine, joined, plain
from reader.importing.prose import LIST_ITEM, MARKED_HEADING, may_be_heading, paragraphs
from reader.importing.text.paragraphs import join_lines
from reader.importing.text.titles import ends_with_mark
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.model.text import Prose

NUMBERED_SHARE = 0.6
"""Share of the paragraphs that begin with numbers in their order, from which on these are the numbers of paragraphs."""
LINES_SHARE = 0.8
"""Share of the lines that begin with numbers in their order, from which on each of them is a paragraph."""
TOP_LINES = 6
"""Number of paragraphs at the beginning among which a name with a word for its role is a credit."""
_NUMBER = re.compile(r"\s*[\[(（【]?(\d{1,3}(?:[:：]\d{1,3})?)[\])）】]?(?:[.、．]?\s+|\u3000)(?=\S)")
NUMBERED_LINES_SHARE = 0.9
"""Share of the paragraphs from the first numbered one on that have numbers as in a list, where they are no list."""
MIN_NUMBERED = 4
"""Number of paragraphs that have numbers as in a list, from which on they are no list."""
MAX_LEFT_OUT = 2
"""Numbers after each other that a text may leave out, as a translation does."""
_LIST_NUMBER = re.compile(r"\s*[\[(（【]?(\d{1,3})[.、)）．\]】][ \t\u3000]*(?=\S)")
_SIGN = re.compile(r"\s*(?:([-*•·–‣◦])[ \t\u3000]+|[(（]?(\d{1,2})[.、)）．][ \t\u3000]*)(?=\S)")
_QUOTE = re.compile(r"\s*>[ \t]?")
_RULE = re.compile(r"\s*(?:[-*_=~—─·•＊※]\s*){3,}\Z")
_LABEL = re.compile(rf"[\s\u3000]*[\[【(（]?({LABEL_WORDS})(?:[\]】)）]\s*[:：]?|\s*[:：])\s*(?=\S)", re.IGNORECASE)
"""The name of a language before a text in it."""
LABELLED_SHARE = 0.6
"""Share of the lines that begin with names of two languages, from which on these are labels."""
_ORNAMENT = re.compile(r"\s*([※◆◇■□●○★☆◎▲△▽〓＊*=＝~～—–-])\1{0,2}\s*(\S.*?)\s*\1{1,3}\s*\Z")
"""A line between signs, as above a part of a text."""
_HEADING_SIGN = re.compile(r"\s*[◆◇■□●○★☆◎▲△▽▼][ \t\u3000]*(?=\S)")
"""A sign before a heading."""
_BULLET = re.compile(r"([ \t\u3000]*)([・·•‧●○◆◇■□▪◦▸►▶✓✔➤])[ \t\u3000]*(?=\S)")
"""A sign before an item, with or without a blank after it."""
_UNDERLINE = re.compile(r"\s*(={3,}|-{3,})\s*\Z")


def read_plain_text(text: str, _name: str) -> Document:
    """Returns a plain text as a document."""
    work = without_gutenberg_lines(text)
    text = work.text
    found = [
        own
        for lines in paragraphs(_parted_by_numbers(_with_bullets(_underlined(_without_labels(text)))))
        if (own := [line for line in lines if not _RULE.match(line)])
    ]
    known = hyphens.words(line for lines in found for line in lines)
    numbers = _numbers(found)
    units = [
        unit for at, lines in enumerate(found) for unit in _units(lines, numbers[at], known, is_top=at < TOP_LINES)
    ]
    titles = (TaggedText(work.title),) if work.title else ()
    return Document("text", tuple(_grouped(_with_headings(units))), titles, work.authors, work.translators)


def _without_labels(text: str) -> str:
    """Returns a text without the names of languages before its lines, and these lines parted."""
    lines = [line for line in text.split("\n") if line.strip()]
    found = [match[1].lower() for line in lines if (match := _LABEL.match(line))]
    if len(set(found)) != 2 or len(found) < max(3, LABELLED_SHARE * len(lines)):
        return text
    return "\n".join("\n" + line[match.end() :] if (match := _LABEL.match(line)) else line for line in text.split("\n"))


def _parted_by_numbers(text: str) -> str:
    """Returns a text with its lines parted, if nearly all begin with numbers that go up by one."""
    lines = [line for line in text.split("\n") if line.strip()]
    told = [int(re.split("[:：]", found[1])[-1]) for line in lines if (found := _NUMBER.match(line))]
    steps = sum(_follows(one, other, len(told)) for one, other in pairwise(told))
    is_numbered = len(told) > 1 and len(told) >= LINES_SHARE * len(lines) and steps >= LINES_SHARE * (len(told) - 1)
    return "\n\n".join(lines) if is_numbered else text


def _with_bullets(text: str) -> str:
    """Returns a text with one sign before its items: lines after each other that begin with the same sign are some."""
    lines = text.split("\n")
    told = [(at, found) for at, line in enumerate(lines) if (found := _BULLET.match(line))]
    items: set[int] = set()
    for (at, one), (following, other) in pairwise(told):
        between = [line for line in lines[at + 1 : following] if line.strip()]
        if one[2] == other[2] and all(line[:1].isspace() and len(line) > len(one[1]) for line in between):
            items |= {at, following}
    for at, found in told:
        if at in items:
            lines[at] = f"{found[1]}- {lines[at][found.end() :]}"
    return "\n".join(lines)


def _underlined(text: str) -> str:
    """Returns a text whose underlined lines are marked as headings."""
    lines = text.split("\n")
    for at in range(len(lines) - 1, 0, -1):
        found = _UNDERLINE.match(lines[at])
        above = lines[at - 1].strip()
        is_heading = found and above and not _RULE.match(above) and (at < 2 or not lines[at - 2].strip())
        if found and is_heading and may_be_heading([above]):
            lines[at - 1] = ("# " if found[1][0] == "=" else "## ") + above
            lines[at] = ""
    return "\n".join(lines)


def _numbers(found: Sequence[Sequence[str]]) -> list[str]:
    """Returns the number of each paragraph, if most begin with numbers that go up by one; else empty texts."""
    if in_list := _listed_paragraphs(found):
        return in_list
    matches = [_NUMBER.match(lines[0]) if not _LIST_NUMBER.match(lines[0]) else None for lines in found]
    told = [match[1] for match in matches if match]
    lasts = [int(re.split("[:：]", each)[-1]) for each in told]
    long = [lines for lines in found if not may_be_heading(lines) or _NUMBER.match(lines[0])]
    is_numbered = len(told) > 1 and len(told) >= NUMBERED_SHARE * len(long) and _go_up(lasts, 0.8)
    return [match[1] if match and is_numbered else "" for match in matches]


def _listed_paragraphs(found: Sequence[Sequence[str]]) -> list[str]:
    """Returns the numbers of paragraphs that have them as items do, if all the text below its titles does; else none.

    A list is a part of a text, or its items are no sentences.
    """
    matches = [_LIST_NUMBER.match(lines[0]) for lines in found]
    first = next((at for at, match in enumerate(matches) if match), 0)
    below = zip(found[first:], matches[first:], strict=True)
    long = [(lines, match) for lines, match in below if match or not may_be_heading(lines)]
    told = [int(match[1]) for _, match in long if match]
    whole = sum(ends_with_mark(lines[-1].strip()) for lines, match in long if match)
    is_numbered = (
        len(told) >= MIN_NUMBERED
        and len(told) >= NUMBERED_LINES_SHARE * len(long)
        and whole >= NUMBERED_LINES_SHARE * len(told)
        and all(may_be_heading(lines) for lines in found[:first])
        and _go_up(told, 1.0)
    )
    return [match[1] if match else "" for match in matches] if is_numbered else []


def _go_up(numbers: Sequence[int], share: float) -> bool:
    """Whether numbers go up by one, or stay or begin anew for another language, at a share of their steps."""
    steps = sum(_follows(one, other, len(numbers)) or other == 1 for one, other in pairwise(numbers))
    return steps >= share * (len(numbers) - 1)


def _follows(one: int, other: int, count: int) -> bool:
    """Whether a number is that before, or the next one; where ``count`` are several, a few may be left out."""
    return one <= other <= one + (1 + MAX_LEFT_OUT if count >= MIN_NUMBERED else 1)


def _units(lines: Sequence[str], number: str, known: frozenset[str], *, is_top: bool) -> Iterator[SourceUnit]:
    if len(lines) == 1 and (found := _ORNAMENT.match(lines[0])) and may_be_heading([found[2]]):
        lines = [found[2]]
    elif len(lines) == 1 and (found := _HEADING_SIGN.match(lines[0])) and may_be_heading([lines[0][found.end() :]]):
        lines = [lines[0][found.end() :]]
    first = lines[0]
    if number:
        yield SourceUnit(
            "paragraph", _text([_without_number(first), *lines[1:]], known), number=number.replace("：", ":")
        )
    elif found := MARKED_HEADING.match(first.strip()):
        yield SourceUnit(
            "heading", _text([first.strip()[found.end() :].rstrip(" #"), *lines[1:]], known), level=found[0].count("#")
        )
    elif LIST_ITEM.match(first.strip()) and (sign := _SIGN.match(first)):
        indent = len(first.expandtabs(4)) - len(first.expandtabs(4).lstrip())
        own = [first[sign.end() :], *lines[1:]]
        yield SourceUnit("item", _text(own, known), level=indent // 2 + 1, is_ordered=bool(sign[2]))
    elif all(map(_QUOTE.match, lines)):
        yield SourceUnit("quotation", _text([_QUOTE.sub("", line, count=1) for line in lines], known), group=1)
    else:
        is_credit = is_name_line(first) if is_top else is_byline(first.strip())
        is_short = may_be_heading(lines) and not ends_with_mark(first.strip()) and not is_credit
        yield SourceUnit(
            "heading" if is_short else "paragraph", _text(lines, known), level=GUESSED_LEVEL if is_short else 0
        )


def _without_number(line: str) -> str:
    return line[found.end() :] if (found := _NUMBER.match(line) or _LIST_NUMBER.match(line)) else line


def _text(lines: Sequence[str], known: frozenset[str]) -> Prose:
    """Returns lines as one text; hyphens at their ends are resolved."""
    stripped = [line.strip(" \t\u3000\u00a0") for line in lines]
    if side_of(" ".join(stripped)) in ("han", "kana"):
        return joined([ProseLine(prose) for line in stripped if (prose := plain(line)).text])
    return plain(join_lines(stripped, is_han_text=False, known=known))


def _with_headings(units: Sequence[SourceUnit]) -> Iterator[SourceUnit]:
    """Yields units; a short line is no heading unless a paragraph follows in its language, or it is the first line."""
    sides = [side_of(unit.text.text) for unit in units]
    if "kana" in sides:  # words without kana are Japanese, too
        sides = ["kana" if side == "han" else side for side in sides]
    for at, unit in enumerate(units):
        if unit.kind != "heading" or unit.level != GUESSED_LEVEL:
            yield unit
            continue
        following = next((each for each, side in enumerate(sides[at + 1 :], at + 1) if side == sides[at]), -1)
        is_above = following > 0 and (units[following].kind != "heading" or at < 2)
        is_first = sides[at] not in sides[:at]
        yield unit if is_above or is_first else replace(unit, kind="paragraph", level=0)


def _grouped(units: Iterator[SourceUnit]) -> Iterator[SourceUnit]:
    """Yields units whose items and quotations have the number of their list, and items their depth."""
    group = 0
    last = ""
    indents: list[int] = []
    for unit in units:
        if unit.kind != last:
            group += 1
            indents = []
        last = unit.kind
        if unit.kind == "item":
            while indents and indents[-1] > unit.level:
                indents.pop()
            if not indents or indents[-1] < unit.level:
                indents.append(unit.level)
            yield replace(unit, group=group, level=len(indents))
        else:
            yield replace(unit, group=group) if unit.kind == "quotation" else unit
