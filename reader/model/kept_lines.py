"""Texts whose line ends and indents stay: verse, with markup in its lines, and code, as it is written."""

from __future__ import annotations

from reader.model.markup import parse, source_runs
from reader.model.markup_writing import render
from reader.model.record import replace
from reader.model.scripts import is_unspaced_text
from reader.model.text import Prose, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

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
    for _, indent, written in _lines(source):
        line = parse(written, unspaced)
        if written and not line.text:
            continue  # the mark of a note by itself
        start = length + len(indent)
        spans += (replace(span, start=span.start + start, end=span.end + start) for span in line.spans)
        parts.append(indent + line.text)
        length += len(parts[-1]) + 1
    return Prose("\n".join(parts), tuple(spans))


def render_verse(prose: Prose) -> str:
    """Returns a source that :func:`parse_verse` reads as ``prose``."""
    lines = []
    start = 0
    for line in prose.text.split("\n"):
        words = line.lstrip(" ")
        first = start + len(line) - len(words)
        end = start + len(line)
        inside = (span for span in prose.spans if first <= span.start and span.end <= end)
        spans = tuple(replace(span, start=span.start - first, end=span.end - first) for span in inside)
        lines.append(" " * (first - start) + render(Prose(words, spans)))
        start = end + 1
    return "\n".join(lines)


def verse_lines(source: str) -> list[str]:
    """Returns the lines of verse as an issue file has them: indents as blanks, a blank line between stanzas."""
    return [indent + written for _, indent, written in _lines(source)]


def verse_runs(source: str, unspaced: bool | None = None) -> list[tuple[int, int]]:
    """Returns the place in a source of each character of verse, as :func:`~reader.model.markup.source_runs` does."""
    runs: list[tuple[int, int]] = []
    offset = 0
    for start, indent, written in _lines(source):
        length = len(parse(written, unspaced).text)
        if written and not length:
            continue
        here = offset + len(indent)
        runs += ((here + at, start + index) for at, index in source_runs(written, unspaced))
        offset = here + length + 1
    return runs or [(0, 0)]


def parse_code(source: str, unspaced: bool | None = None) -> Prose:  # noqa: ARG001 (as that of other texts)
    """Returns the text of code: exactly as it is, without blank lines before and after it."""
    return Prose("\n".join(code_lines(source)))


def code_lines(source: str) -> list[str]:
    """Returns the lines of code; blank ones at its beginning and end are left out."""
    lines = source.split("\n")
    full = [number for number, line in enumerate(lines) if line.strip()]
    return lines[full[0] : full[-1] + 1] if full else []


def _lines(source: str) -> Iterator[tuple[int, str, str]]:
    """Yields the lines of verse, each as the offset of its words in the source, its indent, and its words."""
    offset = 0
    is_parted = is_begun = False
    for line in source.split("\n"):
        words = line.strip(" \t")
        if not words:
            is_parted = is_begun
        else:
            if is_parted:
                yield offset, "", ""
            blanks = line[: line.index(words[0])]
            yield offset + len(blanks), blanks.replace("\t", " " * VERSE_TAB_CELLS), words
            is_begun, is_parted = True, False
        offset += len(line) + 1
