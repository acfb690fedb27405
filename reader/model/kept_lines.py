"""Texts whose line ends and indents stay: verse, with markup in its lines, and code, as it is written."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from reader.model.markup import parse, source_runs
from reader.model.markup_writing import render
from reader.model.record import record, replace
from reader.model.scripts import is_unspaced_text
from reader.model.text import Prose, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

VERSE_TAB_CELLS = 4
"""Number of blanks that a tab at the beginning of a line of verse is."""


def parse_verse(source: str, unspaced: bool | None = None) -> Prose:
    """Returns the text and the spans of verse: blank lines between stanzas are one, indents are blanks.

    Args:
        source: The text as an issue file has it.
        unspaced: As in :func:`~reader.model.markup.parse`.
    """
    if unspaced is None:
        unspaced = is_unspaced_text(source)
    parts: list[str] = []
    spans: list[Span] = []
    length = 0
    for line in _lines(source, lambda written: parse(written, unspaced)):
        start = length + len(line.indent)
        spans += (replace(span, start=span.start + start, end=span.end + start) for span in line.words.spans)
        parts.append(line.indent + line.words.text)
        length += len(parts[-1]) + 1
    return Prose("\n".join(parts), tuple(spans))


def render_verse(prose: Prose) -> str:
    """Returns a source that :func:`parse_verse` reads as ``prose``."""
    return "\n".join(" " * line.indent + render(line.words) for line in lines_of_verse(prose))


@record
class VerseLine:
    """A line of verse, empty between stanzas."""

    start: int
    """Offset of its words in the verse."""
    indent: int
    """Number of blanks before them."""
    words: Prose


def lines_of_verse(prose: Prose) -> list[VerseLine]:
    """Returns the lines of verse; markup over several of them is in each."""
    lines = prose.text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines[:-1])]
    held: list[list[Span]] = [[] for _ in lines]
    for span in prose.spans:
        for number in range(bisect_right(starts, span.start) - 1, bisect_right(starts, span.end)):
            held[number].append(span)
    found = []
    for line, start, spans in zip(lines, starts, held, strict=True):
        words = line.lstrip(" ")
        indent = len(line) - len(words)
        found.append(VerseLine(start + indent, indent, Prose(words, _moved(spans, start + indent, len(words)))))
    return found


def _moved(spans: list[Span], start: int, length: int) -> tuple[Span, ...]:
    """Returns the parts of spans inside a line that begins at an offset."""
    moved = (
        replace(span, start=max(0, span.start - start), end=min(length, span.end - start))
        for span in spans
        if span.end >= start
    )
    return tuple(span for span in moved if span.start < span.end or span.kind == "footnote")


def verse_lines(source: str) -> list[str]:
    """Returns the lines of verse as an issue file has them: indents as blanks, a blank line between stanzas."""
    return [line.indent + line.written for line in _lines(source, Prose)]


def verse_runs(source: str, unspaced: bool | None = None) -> list[tuple[int, int]]:
    """Returns the place in a source of each character of verse, as :func:`~reader.model.markup.source_runs` does."""
    runs: list[tuple[int, int]] = []
    offset = 0
    for line in _lines(source, lambda written: parse(written, unspaced)):
        here = offset + len(line.indent)
        runs += ((here + at, line.start + index) for at, index in source_runs(line.written, unspaced))
        offset = here + len(line.words.text) + 1
    return runs or [(0, 0)]


def parse_code(source: str, unspaced: bool | None = None) -> Prose:  # noqa: ARG001 (as that of other texts)
    """Returns the text of code: exactly as it is, without blank lines before and after it."""
    return Prose("\n".join(code_lines(source)))


def code_lines(source: str) -> list[str]:
    """Returns the lines of code; blank ones at its beginning and end are left out."""
    lines = source.split("\n")
    full = [number for number, line in enumerate(lines) if line.strip()]
    return lines[full[0] : full[-1] + 1] if full else []


@record
class _SourceLine:
    """A line of verse as an issue file has it, empty between stanzas."""

    start: int
    """Offset of its words in the source."""
    indent: str
    written: str
    words: Prose
    """The words as read."""


def _lines(source: str, read: Callable[[str], Prose]) -> Iterator[_SourceLine]:
    """Yields the lines of verse.

    A line without a text, such as the mark of a note by itself, is left out; a stanza ends at blank lines only.
    """
    offset = 0
    is_parted = is_begun = False
    for line in source.split("\n"):
        words = line.strip(" \t")
        if not words:
            is_parted = is_begun
        elif (prose := read(words)).text:
            if is_parted:
                yield _SourceLine(offset, "", "", Prose(""))
            blanks = line[: line.index(words[0])]
            yield _SourceLine(offset + len(blanks), blanks.replace("\t", " " * VERSE_TAB_CELLS), words, prose)
            is_begun, is_parted = True, False
        offset += len(line) + 1
