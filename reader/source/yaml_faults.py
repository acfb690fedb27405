"""Causes of syntax errors: the parser says where it could not go on, this module looks for the fault by its name.

A cause is often in the line before, because YAML takes a line without a key for the rest of the text above it.
"""

from __future__ import annotations

import re

from reader.gate import quoted
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_MERGE_MARK = re.compile(r"^(?:<{7}(?: .*)?|={7}|>{7}(?: .*)?|\|{7}(?: .*)?)\r?$", re.MULTILINE)
_START = r"(?P<before> *(?:- +)*\{? *)"
_KEY = r"(?P<key>[A-Za-z][A-Za-z0-9-]*)"
_TAB = re.compile(r" *(?:- *)*(?=\t)")
_WIDE_COLON = re.compile(_START + _KEY + r" *(?=：)")
_WIDE_SPACE = re.compile(_START + _KEY + r":(?=[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff])")
_NO_SPACE = re.compile(_START + _KEY + r":(?=[^\s:/])")
_NO_COLON = re.compile(_START + _KEY + r"(?= *$| +[^\s:])")
_NO_SPACE_AFTER_HYPHEN = re.compile(r" *-(?=[^\s-])")
_INDENT = re.compile(r" *(?:- +)*")
_ITEM = re.compile(r"( *)- +\S")
MAX_SKIPPED = 20
"""Maximum number of articles that are skipped in a file, each because of a syntax error."""


@record
class SyntaxFault:
    """The cause of a syntax error; ``line`` and ``column`` count from 0."""

    line: int
    column: int
    message: str
    hint: str


def merge_mark(text: str) -> int:
    """Returns the index of the first mark that a merge conflict left; -1 if there is no conflict."""
    if "\n<<<<<<<" not in text and "\n>>>>>>>" not in text and not text.startswith("<<<<<<<"):
        return -1
    found = _MERGE_MARK.search(text)
    return found.start() if found else -1


def cause(lines: Sequence[str], first: int, last: int, known: frozenset[str]) -> SyntaxFault | None:
    """Returns the cause of a syntax error; None if it has none of the known ones.

    Args:
        lines: The lines of the file.
        first: The line in which the parser began to read the value or key.
        last: The line in which it could not go on.
        known: The keys of the format and the tags of languages: a word is taken for a key without its colon only if
            it is one of them.
    """
    last = min(last, len(lines) - 1)
    above = first - 1
    while above > 0 and not lines[above].strip():
        above -= 1
    near = sorted({max(above, 0), min(first, last), max(last - 1, 0), last})
    for number in near:
        for find in (_tab, _colon, _block, _hyphen, _comment):
            if found := find(lines, number, known):
                return found
    starts = (_missing_colon(lines[number], number, known) for number in near)
    return next(filter(None, starts), None)


def _tab(lines: Sequence[str], number: int, _known: frozenset[str]) -> SyntaxFault | None:
    found = _TAB.match(lines[number])
    if not found:
        return None
    return SyntaxFault(number, found.end(), "a tab stands where YAML wants spaces", "indent with spaces")


def _colon(lines: Sequence[str], number: int, known: frozenset[str]) -> SyntaxFault | None:
    line = lines[number]
    if found := _WIDE_COLON.match(line):
        message = f"a full-width colon (：, U+FF1A) follows {quoted(found['key'])}"
        return SyntaxFault(number, found.end(), message, f"write {found['key']}: with a half-width colon and a space")
    if found := _WIDE_SPACE.match(line):
        code = f"U+{ord(line[found.end()]):04X}"
        message = f"{code}, not a space, follows the colon of {quoted(found['key'])}"
        return SyntaxFault(number, found.end(), message, "write an ordinary space")
    found = _NO_SPACE.match(line)
    if found and found["key"] in known:
        message = f"a space is missing after the colon of {quoted(found['key'])}"
        return SyntaxFault(number, found.end(), message, f"write {found['key']}: and a space")
    return None


def _block(lines: Sequence[str], number: int, _known: frozenset[str]) -> SyntaxFault | None:
    """Finds a line of a block of text that is not indented more than its key."""
    above = number - 1
    while above > 0 and not lines[above].strip():
        above -= 1
    indent = _block_indent(lines[above]) if above >= 0 else -1
    line = lines[number]
    column = len(line) - len(line.lstrip(" "))
    if not line.strip() or column > indent or re.match(r"[- ]*[\w-]+:( |$)", line):
        return None
    message = f"the text of the block that begins in line {above + 1} is not indented"
    return SyntaxFault(number, column, message, "indent it by two spaces more than its key")


def _block_indent(line: str) -> int:
    """Returns the indent of a line that ends with the header of a block of text; -1 for any other."""
    before = line.partition("#")[0].rstrip(" ").rstrip("-+0123456789")
    indent = _INDENT.match(line)
    return indent.end() if indent and before.endswith(("|", ">")) else -1


def _hyphen(lines: Sequence[str], number: int, _known: frozenset[str]) -> SyntaxFault | None:
    found = _NO_SPACE_AFTER_HYPHEN.match(lines[number])
    if not found:
        return None
    return SyntaxFault(number, found.end(), "a space is missing after the hyphen", "write - and a space")


def _comment(lines: Sequence[str], number: int, _known: frozenset[str]) -> SyntaxFault | None:
    before, _, after = lines[number].partition("#")
    if not before.endswith(" ") or not after[:1].strip() or before.rfind("{") <= before.rfind("}"):
        return None
    message = "a comment begins at # and takes the rest of the line, with the closing brace"
    return SyntaxFault(number, len(before), message, "put a text with a space and # in it between quotes")


def _missing_colon(line: str, number: int, known: frozenset[str]) -> SyntaxFault | None:
    found = _NO_COLON.match(line)
    if not found or found["key"] not in known:
        return None
    message = f"a colon is missing after {quoted(found['key'])}"
    return SyntaxFault(number, found.end(), message, f"write {found['key']}: and a space")


def without_article(lines: Sequence[str], number: int) -> list[str] | None:
    """Returns a file's lines with a placeholder for the article that has a line; None if no article has it.

    The number of lines stays, and so do the positions of everything else. The placeholder keeps the article's id.
    """
    number = min(number, len(lines) - 1)  # the parser counts a line after the last
    head = next((above for above in range(number, -1, -1) if re.match(r" *articles: *(#.*)?\r?$", lines[above])), None)
    if head is None:
        return None
    first = next((below for below in range(head + 1, len(lines)) if _is_content(lines[below])), len(lines))
    item = _ITEM.match(lines[first]) if first < len(lines) else None
    if item is None or first > number:
        return None
    indent = len(item[1])
    start = end = first
    for below in range(first, len(lines)):
        end = below
        column = len(lines[below]) - len(lines[below].lstrip(" "))
        is_item = column == indent and _ITEM.match(lines[below])
        if below > number and _is_content(lines[below]) and (is_item or column < indent) and _is_safe(lines[below]):
            break
        if is_item and below <= number:
            start = below
    else:
        end = len(lines)
    between = lines[first : number + 1]
    if any(_is_content(line) and len(line) - len(line.lstrip(" ")) < indent and _is_safe(line) for line in between):
        return None  # the list of articles ended before the line
    identifier = next((m[1] for line in lines[start:end] if (m := re.match(r"[- ]+id: *([a-z0-9-]+)", line))), "unread")
    placeholder = f"{' ' * indent}- {{id: {identifier}, title: x, body: [x]}}"
    return [*lines[:start], placeholder, *[""] * (end - start - 1), *lines[end:]]


def _is_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _is_safe(line: str) -> bool:
    """Whether a line surely begins an entry: a key, or an item of a list with one."""
    return re.match(r" *(?:- +)?[a-z-]+: *|[ ]*- +\{", line) is not None
