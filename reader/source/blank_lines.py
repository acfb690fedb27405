r"""The parts of a value that blank lines divide: paragraphs that someone wrote into one text.

A line end that ``\`` keeps divides nothing: it separates the stanzas of a poem.
"""

from __future__ import annotations

import re

from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.source.nodes import Scalar
    from reader.source.syntax_tree import SyntaxNode

_BLANK_LINE = re.compile(r"(?<![ \t])[ \t]*\n(?:[ \t]*\n)+[ \t]*")
_LINE_END = re.compile(r"(?<![ \t])[ \t]*\n\s*")
_WRITTEN_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")
_ESCAPED_LINE_END = re.compile(r"(?<!\\)(?:\\\\)*\\n")
_KEPT = "\\"


@record
class Part:
    """A part of a value between blank lines."""

    offset: int
    """Offset of its first character in the value."""
    value: str


def parts_of(text: str, scalar: Scalar | SyntaxNode) -> list[Part]:
    """Returns the parts of a value that blank lines divide, at least one; blank lines at its ends divide nothing.

    Args:
        text: The text that was parsed.
        scalar: A value in it.
    """
    if "\n" not in scalar.value:
        return [Part(0, scalar.value)]
    written = text[scalar.start : scalar.end]
    pattern = _BLANK_LINE
    if scalar.style != "|" and not (scalar.style == '"' and _ESCAPED_LINE_END.search(written)):
        if not _WRITTEN_BLANK_LINE.search(written):
            return [Part(0, scalar.value)]
        pattern = _LINE_END  # YAML has dropped one of the line ends
    return list(_parts(scalar.value, pattern))


def _parts(value: str, pattern: re.Pattern[str]) -> Iterator[Part]:
    start = len(value) - len(value.lstrip())
    end = len(value.rstrip())
    for found in pattern.finditer(value, start, end):
        if value[found.start() - 1] == _KEPT:
            continue
        yield Part(start, value[start : found.start()])
        start = found.end()
    yield Part(start, value[start:end])
