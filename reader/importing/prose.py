"""Prose told from page text, and its paragraphs: text that was pasted or typed, in one language or in two.

Unlike page text, in which the lines of columns are woven into each other, its paragraphs are whole: parted by blank
lines or indents, or a line each.
"""

from __future__ import annotations

import re
from itertools import groupby, pairwise

from reader.importing.scripts import count_han, script_of
from reader.importing.text.site_labels import is_site_label
from reader.importing.text.titles import ends_with_mark
from reader.importing.text.widths import width_em
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


WHOLE_SHARE = 0.8
"""Share of a text's paragraphs that end as paragraphs do, from which on it is prose."""
COLUMN_GAP_SHARE = 0.05
"""Share of lines with a wide gap, as between columns, above which a text is no prose."""
PARAGRAPH_LINE_SHARE = 0.75
"""Share of the line ends inside its groups that end sentences, from which on each line is a paragraph."""
FULL_LINE_SHARE = 0.7
"""Share of the widest line that nearly all lines of wrapped text are wider than."""
UNEVEN_EM = 3
"""Difference in width above which lines of Han characters were not wrapped: only a mark or a word moves to the next."""
MIN_ROOM_EM = 2
"""Room that a line has, more than the first word of the next one needs, where it was not wrapped."""
FEW_LINES = 3
"""Lines of wrapped text of which all may end with a sentence by chance."""
HEADINGS_FEWEST = 4
"""Headings that a text may have even if it has fewer other paragraphs."""
HEADING_MOST_EM = 30
"""Width up to which words without a mark at their end are a heading."""
_PARAGRAPH_ENDS = re.compile(r"[。！？.!?؟۔।…：:—；;][”’」』）》)\]\"'*_]*\s*\Z")
_PAUSES = ",，、;；-"
_ENDS_AS_SPEECH = re.compile(r"[？！?!؟]\s*\Z")
_COLUMN_GAP = re.compile(r"(?<![.!?:”’\"])\S[ \t]{3,}\S")
_HAS_MARK = re.compile(r"[，。,.；;]")
_INDENT = re.compile(r"\u3000|\t| {2,8}(?=\S)")
MARKED_HEADING = re.compile(r"#{1,6}[ \t]+(?=\S)")
LIST_ITEM = re.compile(r"[-*•·][ \t]+\S|\d{1,2}[.、)）][ \t]*\S")


def is_prose(text: str) -> bool:
    """Whether a text is prose, not the woven text of pages.

    Prose has no form feeds, page labels or columns; its paragraphs are told apart by blank lines, by indents or by
    being one line each, are in one language each, and end as paragraphs do.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    gaps = sum(bool(_COLUMN_GAP.search(line.strip())) for line in lines)
    if "\f" in text or any(map(is_site_label, lines)) or gaps > len(lines) * COLUMN_GAP_SHARE:
        return False
    found = list(paragraphs(text))
    if not _has_parted_paragraphs(text):
        return False
    long = [lines for lines in found if not may_be_heading(lines) or _ENDS_AS_SPEECH.search(lines[-1])]
    if not long or len(found) < 2 or len(found) - len(long) > max(HEADINGS_FEWEST, len(long)):
        return False
    whole = sum(bool(_PARAGRAPH_ENDS.search(lines[-1])) or bool(LIST_ITEM.match(lines[0].strip())) for lines in long)
    return whole >= WHOLE_SHARE * len(long) and not any(map(_is_woven, long))


def paragraphs(text: str) -> Iterator[list[str]]:
    """Yields the lines of each paragraph; hyphens and blanks at line ends are as in the text."""
    groups = _groups(text)
    widths = _widths(groups)
    is_line_each = _has_paragraph_lines(groups, widths)
    widest = max(widths.values(), default=0.0)
    for group in groups:
        is_indented = not all(map(_INDENT.match, group)) or group[0].startswith("\u3000")
        current = group[:1]
        is_set_in = sum(line.startswith("\u3000") for line in group) > 1
        is_title = may_be_heading(current) and not _HAS_MARK.search(group[0])
        for (before, line), following in zip(pairwise(group), [*group[2:], ""], strict=False):
            is_wrapped = is_set_in and not line.startswith("\u3000") and not _PARAGRAPH_ENDS.search(before)
            is_narrow = widths[before] < FULL_LINE_SHARE * widest
            is_between = is_indented and _is_between_indented(before, line, following, widest)
            if (is_line_each and not is_wrapped) or (
                is_between or _begins_paragraph(before, line, is_indented=is_indented, is_first=is_title or is_narrow)
            ):
                yield current
                current = []
            current.append(line)
            is_title = False
        yield current


def _has_parted_paragraphs(text: str) -> bool:
    """Whether blank lines, indents or line ends part paragraphs."""
    groups = _groups(text)
    indents = sum(line.startswith("\u3000") for group in groups for line in group)
    return len(groups) > 1 or indents > 1 or _has_paragraph_lines(groups, _widths(groups))


def _groups(text: str) -> list[list[str]]:
    """Returns the lines between blank lines."""
    by_blank = groupby(text.splitlines(), key=lambda line: bool(line.strip()))
    return [list(lines) for has_text, lines in by_blank if has_text]


def _widths(groups: Sequence[Sequence[str]]) -> dict[str, float]:
    """Returns the width of each line."""
    return {line: _width(line) for group in groups for line in group}


def _has_paragraph_lines(groups: Sequence[Sequence[str]], widths: Mapping[str, float]) -> bool:
    """Whether each line is a paragraph: nearly all but short ones end sentences, and they are of all widths."""
    inner = [line for group in groups for line in group[:-1]]
    widest = max(widths.values(), default=0.0)
    full = [line for line in inner if widths[line] > FULL_LINE_SHARE * widest]
    before_room = {
        line
        for group in groups
        for line, following in pairwise(group)
        if not _PARAGRAPH_ENDS.search(line) and _has_room(line, following, widest, widths)
    }
    long = [line for line in inner if widths[line] > widest / 2 or ends_sentence(line)]
    ends = sum(bool(_PARAGRAPH_ENDS.search(line)) or line in before_room for line in long)
    is_wrapped = len(full) == len(inner) <= FEW_LINES and not _is_uneven(full)
    open_ends = [line for line in inner if not _PARAGRAPH_ENDS.search(line)]
    if FEW_LINES <= len(before_room) >= len(open_ends) / 2:
        return True
    return 0 < len(long) * PARAGRAPH_LINE_SHARE <= ends and not is_wrapped


def _has_room(line: str, following: str, widest: float, widths: Mapping[str, float]) -> bool:
    """Whether a line has room for the beginning of the one below it, which no wrapped line has.

    A line that ends with a comma, or goes on with a small letter, was broken by hand.
    """
    if line.rstrip()[-1:] in _PAUSES or following.lstrip()[:1].islower():
        return False
    word = following.strip()[:2] if count_han(following) else following.split(maxsplit=1)[0]
    return widths[line] + _width(word) + MIN_ROOM_EM < widest


def _is_uneven(lines: Sequence[str]) -> bool:
    """Whether lines in Han characters differ in width more than a wrapped text does, which breaks anywhere."""
    widths = [_width(line) for line in lines]
    return len(lines) > 1 and all(map(count_han, lines)) and max(widths) - min(widths) > UNEVEN_EM


def _begins_paragraph(before: str, line: str, *, is_indented: bool, is_first: bool) -> bool:
    """Whether a line below another one begins a paragraph: an indent, a list, or the other language.

    ``is_first`` if the line above is the first one of its group, and may be a title, or is too narrow to be wrapped.
    """
    if is_indented and _INDENT.match(line):
        return True
    if MARKED_HEADING.match(line) or MARKED_HEADING.match(before) or LIST_ITEM.match(line.strip()):
        return True
    scripts = script_of(before), script_of(line)
    return None not in scripts and scripts[0] != scripts[1] and (ends_sentence(before) or is_first)


def _is_between_indented(before: str, line: str, following: str, widest: float) -> bool:
    """Whether a line without an indent is a heading: the paragraph above it is over, and an indented one follows."""
    is_over = bool(_PARAGRAPH_ENDS.search(before)) and _width(before) <= widest - 2
    return is_over and not _INDENT.match(line) and bool(_INDENT.match(following)) and may_be_heading([line])


def may_be_heading(lines: Sequence[str]) -> bool:
    """Whether a paragraph may be a heading: one short line without a mark that ends it."""
    line = lines[0].strip()
    if len(lines) > 1:
        return False
    return bool(MARKED_HEADING.match(line)) or (
        (not ends_with_mark(line) or line[-1:] in "?？!！؟")
        and not LIST_ITEM.match(line)
        and _width(line) <= HEADING_MOST_EM
    )


def _is_woven(lines: Sequence[str]) -> bool:
    """Whether the lines of a paragraph are in two languages, line by line, as those of columns beside each other."""
    scripts = [script_of(line) for line in lines]
    return any(
        first and second and first != second and _width(line) > HEADING_MOST_EM / 2
        for (first, second), line in zip(pairwise(scripts), lines[1:], strict=True)
    )


def _width(line: str) -> float:
    return width_em(line.strip(), count_han(line) > 0)
