"""Tables of Pandoc that have rules and no bars (simple and multiline tables) as HTML, and captions of all tables."""

from __future__ import annotations

import re
from itertools import groupby
from unicodedata import east_asian_width

from reader.importing.documents.markdown_tables import html_table
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_HEAD_LINES = 12
"""Number of lines that the head of a multiline table may have."""
MAX_COLUMNS = 40
MAX_LINES = 1000
"""Number of lines that a table may have."""
_COLUMNS = re.compile(r" *-{2,}(?: +-{2,})+ *\Z")
_WHOLE = re.compile(r" *-{3,} *\Z")
_HAS_COLUMNS = re.compile(r"^ *-{2,}(?: +-{2,})+ *$", re.MULTILINE)
_CAPTION_LINE = re.compile(r"^ {0,3}(?:[Tt]able)?:[ \t]+(?!-)", re.MULTILINE)
_CAPTION = re.compile(
    rf"((?:^ {{0,3}}\|[^\n]*\n){{1,{MAX_LINES}}}+|</table>\n)"
    r"\n* {0,3}(?:[Tt]able)?:[ \t]+(?!-)([^\n]+(?:\n(?![ \t]*\n)[^\n]+)*)(?=\n|\Z)",
    re.MULTILINE,
)

_CAPTION_ABOVE = re.compile(
    r"(?<![|>]\n)(?<=\n\n) {0,3}(?:[Tt]able)?:[ \t]+(?!-)([^\n]+)\n\n+(?= {0,3}\|[^\n]*\n {0,3}\|?[ :|]*-|<table>)"
)
"""The caption of a table before it; not one that is below another table."""


@record
class _Found:
    """A table in the lines of a text."""

    start: int
    end: int
    """The line after its last one."""
    html: str


def with_ruled_tables(text: str) -> str:
    """Returns Markdown whose tables with rules under the heads of their columns are HTML."""
    if not _HAS_COLUMNS.search(text):
        return text
    lines = text.expandtabs(4).split("\n")
    rules = [bool(_WHOLE.match(line) or _COLUMNS.match(line)) for line in lines]
    made: list[str] = []
    at = 0
    while at < len(lines):
        found = _table(lines, at, rules) if rules[at] and _COLUMNS.match(lines[at]) else None
        if not found:
            made.append(lines[at])
            at += 1
            continue
        del made[len(made) - (at - found.start) :]
        made.append(found.html)
        at = found.end
    return "\n".join(made)


def with_captions(text: str) -> str:
    """Returns Markdown with each caption of a table as a division above it."""
    if not _CAPTION_LINE.search(text):
        return text
    text = _CAPTION_ABOVE.sub(r'\n<div class="table-caption">\n\n\1\n\n</div>\n\n', text)
    pieces: list[str] = []
    done = 0
    for found in _CAPTION.finditer(text):
        start = text.rfind("<table>", done, found.start()) if found[1].startswith("</table>") else found.start()
        if start < done:
            continue
        caption = found[2].strip()
        pieces += [
            text[done:start],
            f'\n<div class="table-caption">\n\n{caption}\n\n</div>\n\n',
            text[start : found.end(1)],
        ]
        done = found.end()
    return "".join(pieces) + text[done:]


def _table(lines: Sequence[str], rule: int, rules: Sequence[bool]) -> _Found | None:
    """Returns the table whose columns are drawn in a line, or None; ``rules`` tells which lines are rules."""
    starts = [found.start() for found in re.finditer("-+", lines[rule])]
    if len(starts) > MAX_COLUMNS:
        return None
    head = _head(lines, rule)
    is_open = head == rule  # its first line is the rule: another one ends it
    is_multiline = not is_open and bool(_WHOLE.match(lines[head]))
    end = rule + 1
    while end < len(lines) and not _is_end(lines, end, rules[end], is_open=is_open or is_multiline):
        end += 1
        if end - rule > MAX_LINES:
            return None
    has_rule = end < len(lines) and bool(lines[end].strip())
    if end == rule + 1 or ((is_open or is_multiline) and not has_rule):
        return None
    body = lines[rule + 1 : end]
    is_parted = is_multiline or any(not line.strip() for line in body)
    if is_parted:
        rows = [list(run) for has_text, run in groupby(body, key=lambda line: bool(line.strip())) if has_text]
    else:
        rows = [[line] for line in body]
    heads = lines[head + is_multiline : rule]
    cells = [_cells(row, starts) for row in ([heads] if heads else []) + rows]
    aligns = [_align(lines[rule], heads or rows[0], column, starts) for column in range(len(starts))]
    return _Found(head, end + has_rule, html_table(cells, 1 if heads else 0, aligns))


def _head(lines: Sequence[str], rule: int) -> int:
    """Returns the first line of a table: a rule above the heads of its columns, these heads, or the columns' rule."""
    if not rule or not lines[rule - 1].strip() or _COLUMNS.match(lines[rule - 1]):
        return rule
    for at in range(rule - 1, max(-1, rule - 2 - MAX_HEAD_LINES), -1):
        if _WHOLE.match(lines[at]):
            return at if at < rule - 1 else rule
        if not lines[at].strip():
            break
    return rule - 1 if rule < 2 or not lines[rule - 2].strip() else rule


def _is_end(lines: Sequence[str], at: int, is_rule: bool, *, is_open: bool) -> bool:
    """Whether a table ends at a line: a rule with nothing below it, or an empty line where it has no last rule."""
    if is_rule:
        return not is_open or at + 1 == len(lines) or not lines[at + 1].strip()
    return not is_open and not lines[at].strip()


def _cells(lines: Sequence[str], starts: Sequence[int]) -> list[list[str]]:
    cells: list[list[str]] = [[] for _ in starts]
    for line in lines:
        places = [*(_offset(line, start) for start in starts), len(line)]
        for column, cell in enumerate(cells):
            cell.append(line[places[column] : places[column + 1]].strip())
    return cells


def _offset(line: str, cells: int) -> int:
    """Returns the offset of the character at a place counted in cells of a terminal."""
    place = 0
    for offset, character in enumerate(line):
        if place >= cells:
            return offset
        place += 2 if east_asian_width(character) in "WF" else 1
    return len(line)


def _align(rule: str, heads: Sequence[str], column: int, starts: Sequence[int]) -> str:
    """Returns the alignment of a column: by the ends of the words above its rule."""
    start = starts[column]
    stop = len(rule) - len(rule[start:].lstrip("-"))
    words = [line[_offset(line, start) : _offset(line, stop)] for line in heads]
    words = [line for line in words if line.strip()]
    if not words:
        return ""
    is_left = any(not line.startswith(" ") for line in words)
    full = stop - start
    is_right = any(sum(2 if east_asian_width(each) in "WF" else 1 for each in line.rstrip()) >= full for line in words)
    return "" if is_left else "right" if is_right else "center"
