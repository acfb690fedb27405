"""Writes a text with its markup as a source that is read as the same text."""

from __future__ import annotations

import re

from reader.model.markup import OPENING, parse
from reader.model.raised_text import SIGNS, on_the_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.text import Prose, Span

_SINGLE_TICK = re.compile(r"(?<!`)`(?!`)")
_READING_MARK = re.compile(r"[\\{}|]")
_ESCAPED = r"\\\g<0>"


def render(prose: Prose) -> str:
    """Returns a source that :func:`~reader.model.markup.parse` reads as a text; escapes characters only if it must."""
    if not prose.spans and parse(prose.text) == prose:
        return prose.text
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    notes: dict[int, list[str]] = {}
    for span in prose.spans:
        if span.kind == "footnote":
            notes.setdefault(span.start, []).append(f"[^{span.target}]")
            continue
        before, after = _marks(span, prose.text)
        opening.setdefault(span.start, []).append(before)
        closing.setdefault(span.end, []).insert(0, after)
    parts: list[str] = []
    written = _characters(prose)
    for index, character in enumerate(prose.text + "\0"):
        closed, opened = closing.get(index, []), opening.get(index, [])
        marks = notes.get(index, [])
        parts += closed + marks
        if closed and not marks and opened and closed[-1][-1] == opened[0][0] and opened[0][0] in "*`":
            parts.append("\n")  # adjacent marks of different spans must be on two lines, which join
        parts += opened
        parts.append(written.get(index, character))
    return "".join(parts)[:-1]


def _characters(prose: Prose) -> dict[int, str]:
    """Returns the characters that are otherwise in a source, by their offsets: escaped, or not raised or lowered."""
    annotated = {span.start for span in prose.spans if span.kind == "reading"}
    has_braces = "{" in prose.text or any(span.kind in OPENING for span in prose.spans)
    escaped = "\\*[]`\n{}|" if has_braces else "\\*[]`\n"
    code = {index for span in prose.spans if span.kind == "code" for index in range(span.start, span.end)}
    found = {
        index: "\\" + character
        for index, character in enumerate(prose.text)
        if index not in code and (character in escaped or (character in "^_" and index + 1 in annotated))
    }
    for span in prose.spans:
        if span.kind in SIGNS:
            text = prose.text[span.start : span.end]
            if text.startswith(f"{SIGNS[span.kind]}("):
                found |= {span.start: "", span.start + 1: "", span.end - 1: ""}
            else:
                found |= dict(enumerate(on_the_line(text, span.kind), span.start))
    return found


def _marks(span: Span, text: str) -> tuple[str, str]:
    """Returns the marks before and after a span of a text."""
    if span.kind == "code":
        code = text[span.start : span.end]
        ticks = "``" if _SINGLE_TICK.search(code) else "`"
        blank = " " if "`" in (code[0], code[-1]) else ""
        return ticks + blank, blank + ticks
    if span.kind == "link":
        return "[", f"]({span.target})"
    if span.kind == "reading":
        return "{", f"|{_READING_MARK.sub(_ESCAPED, span.target)}}}"
    if span.kind in OPENING:
        return OPENING[span.kind], "}"
    mark = "*" if span.kind == "emphasis" else "**"
    return mark, mark
