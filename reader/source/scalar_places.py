"""The place in a file of each character of a value: YAML's styles, escapes, folding and indents, followed back.

A value is described by runs: pairs of an offset in the value and an index of the file's text, in order. Characters of a
run follow each other in both. A space or line feed that YAML makes of line ends has the index of the first of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.source.nodes import Scalar
    from reader.source.syntax_tree import SyntaxNode

    Runs = list[tuple[int, int]]

_END = r"(?:\r\n|\r|\n)"
_FOLD = rf"[ \t]*{_END}(?:[ \t]*{_END})*[ \t]*"
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")
"""An anchor and a tag before a value."""
_HEADER = re.compile(rf"[|>][-+0-9]*[^\r\n]*{_END}?")
_LINE = re.compile(rf"([^\r\n]*)({_END}|\Z)")
_IRREGULAR = {
    "": re.compile(_FOLD),
    "'": re.compile(rf"{_FOLD}|''"),
    '"': re.compile(
        rf"{_FOLD}|\\(?:{_END}[ \t]*(?:{_END}[ \t]*)*|x[0-9a-fA-F]{{2}}|u[0-9a-fA-F]{{4}}|U[0-9a-fA-F]{{8}}|.)"
    ),
}
"""Parts of a value in each style that are written with other characters than they have."""


def index_of(text: str, scalar: Scalar | SyntaxNode, offset: int) -> int:
    """Returns the index in a file's text of a character of a value; that of the value's end for later offsets."""
    return at(value_runs(text, scalar), offset)


def at(runs: Runs, offset: int) -> int:
    """Returns the index that an offset has by runs."""
    start, index = runs[max(bisect_right(runs, (offset, float("inf"))) - 1, 0)]
    return index + max(offset - start, 0)


def value_runs(text: str, scalar: Scalar | SyntaxNode) -> Runs:
    """Returns the runs of a value, at least one."""
    found = _PROPERTIES.match(text, scalar.start, scalar.end)
    start = found.end() if found else scalar.start
    if scalar.style in ("|", ">"):
        return list(_block_runs(text, start, scalar)) or [(0, start)]
    if scalar.style:
        return _flow_runs(text, start + 1, scalar.end - 1, scalar.style)
    return _flow_runs(text, start, scalar.end, "")


def _flow_runs(text: str, start: int, end: int, style: str) -> Runs:
    """Returns the runs of a value that is not a block, without its quotation marks."""
    runs = [(0, start)]
    offset, here = 0, start
    for found in _IRREGULAR[style].finditer(text, start, end):
        offset += found.start() - here
        here = found.end()
        written = found[0]
        is_escaped = written[0] == "\\"
        ends = len(re.findall(_END, written))
        length = 1 if not ends else ends - 1 if is_escaped else max(ends - 1, 1)
        if length:
            runs.append((offset, found.start()))
        offset += length
        runs.append((offset, here))
    return runs


def _block_runs(text: str, start: int, scalar: Scalar | SyntaxNode) -> Iterator[tuple[int, int]]:
    """Yields the runs of a literal or folded block."""
    header = _HEADER.match(text, start, scalar.end)
    lines = list(_LINE.finditer(text, header.end() if header else start, scalar.end))
    indent = _indent(lines, scalar.value)
    offset = 0
    last_end: int | None = None  # of the line before, while its line feed is not written
    is_deep = False  # whether the line before begins with a blank, so that its line feed stays
    empty: list[int] = []
    for line in lines:
        first = line.start() + min(indent, len(line[1]) - len(line[1].lstrip(" ")))
        if first == line.end(1):
            empty.append(first)
            continue
        if first - line.start() < indent:
            break  # a comment under the block
        was_deep, is_deep = is_deep, text[first] in " \t"
        if last_end is not None and (scalar.style == "|" or was_deep or is_deep or not empty):
            yield offset, last_end
            offset += 1
        for index in empty:
            yield offset, index
            offset += 1
        empty = []
        yield offset, first
        offset += line.end(1) - first
        last_end = line.end(1)
    for index in ([last_end] if last_end is not None else []) + empty:
        yield offset, index
        offset += 1


def _indent(lines: list[re.Match[str]], value: str) -> int:
    """Returns the indent of a block; one that its header gives leaves blanks at the beginning of the value."""
    first = _first_written([line[1] for line in lines])
    kept = _first_written(value.split("\n"))
    return max(len(first) - len(first.lstrip(" ")) - (len(kept) - len(kept.lstrip(" "))), 0)


def _first_written(lines: list[str]) -> str:
    """Returns the first line with more than spaces, else the longest."""
    return next((line for line in lines if line.strip(" ")), max(lines, key=len, default=""))
