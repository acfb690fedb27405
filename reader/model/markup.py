r"""The markup inside a text: ``*emphasis*``, ``**strong**``, ``[words](target)``, ``\`` before a mark.

What is no whole mark is plain text, so parsing never fails; it takes one pass and linear time.
Source lines are joined here too, because only here is it known what stands on both sides of a line end.
"""

from __future__ import annotations

import re

from reader.model.scripts import is_unspaced
from reader.model.text import Prose, Span

LINK_SCHEMES = ("http://", "https://", "mailto:")

_TOKEN = re.compile(
    r"""
    \\[\\*\[\]]                      # an escaped mark
  | \\[ \t]*\n[ \t\n]*               # a line end that stays
  | [ \t\n]+                         # spaces, line ends
  | \*+
  | \[
  | \]\([^()\s\\]*\)                 # the end of a link
  | [^\\ \t\n*\[\]]+(?:[ ][^\\ \t\n*\[\]]+)*   # words with single spaces
  | .
    """,
    re.VERBOSE | re.DOTALL,
)

_SHARED = "“”‘’—…·"
_RANK = {"link": 0, "strong": 1, "emphasis": 2}  # of marks over the same words, the outer one first
_MARK = re.compile(r"[\\*\[]")
_BLANK = re.compile(r"[ \t]*[\t\n][ \t\n]*|  +")
"""Spaces that are not just one: what they come to depends on what stands around them."""


def parse(source: str) -> Prose:
    """Returns the text that a marked-up source means."""
    if _is_plain(source) and "*" not in source and "[" not in source and "\\" not in source:
        return Prose(source)
    return _Parser().parse(source) if _MARK.search(source) else Prose(_one_line(source))


def parse_plain(source: str) -> Prose:
    """Returns the text of a source in which nothing is a mark; lines are joined, spaces are single."""
    if _is_plain(source):
        return Prose(source)
    return Prose(_one_line(source))


def _one_line(source: str) -> str:
    """Returns a source without marks on one line, as :func:`_join` would."""
    parts = []
    start = 0
    text = source.strip(" \t\n")
    for blank in _BLANK.finditer(text):
        first, end = blank.span()
        parts.append(text[start:first])
        if "\n" not in text[first:end] or not joins(text[first - 1], text[end]):
            parts.append(" ")
        start = end
    parts.append(text[start:])
    return "".join(parts)


def _is_plain(source: str) -> bool:
    """Whether a source has no line end and no space that means nothing; texts of most sources are quickly told so."""
    return source.isprintable() and "  " not in source and source == source.strip(" ")


def render(prose: Prose) -> str:
    """Returns a source that :func:`parse` reads as ``prose``; marks are escaped only where they must be."""
    if not prose.spans and parse(prose.text) == prose:
        return prose.text
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for span in prose.spans:
        before, after = _marks(span)
        opening.setdefault(span.start, []).append(before)
        closing.setdefault(span.end, []).insert(0, after)
    parts: list[str] = []
    for index, character in enumerate(prose.text + "\0"):
        closed, opened = closing.get(index, []), opening.get(index, [])
        parts += closed
        if closed and opened and closed[-1][0] == opened[0][0] == "*":
            parts.append("\n")  # only marks on two lines that join can stand so close
        parts += opened
        parts.append("\\" + character if character in "\\*[]\n" else character)
    return "".join(parts)[:-1]


def _marks(span: Span) -> tuple[str, str]:
    if span.kind == "link":
        return "[", f"]({span.target})"
    mark = "*" if span.kind == "emphasis" else "**"
    return mark, mark


def _space(token: str) -> str | None:
    return None if "\n" in token else " "


class _Parser:
    """One pass over the tokens; a mark is kept as a chunk of its own until its other end is found."""

    def __init__(self) -> None:
        self.chunks: list[str | None] = []
        self.found: list[tuple[int, int, str, str]] = []  # start chunk, end chunk, kind, target
        self.open: dict[str, int] = {}  # kind -> chunk of the mark that waits for its end

    def parse(self, source: str) -> Prose:
        for match in _TOKEN.finditer(source):
            token = match.group()
            first = token[0]
            if first == "*" and len(token) <= 3:
                self.star(token, source, match.start(), match.end())
            elif first == "[":
                self.open["link"] = len(self.chunks)
                self.chunks.append("[")
            elif first == "]":
                self.link_end(token)
            elif first == "\\" and len(token) > 1:
                self.chunks.append("\n" if "\n" in token else token[1])
            elif first in " \t\n":
                self.chunks.append(_space(token))
            else:
                self.chunks.append(token)
        return _join(self.chunks, self.found)

    def star(self, token: str, source: str, start: int, end: int) -> None:
        kinds = {1: ["emphasis"], 2: ["strong"], 3: ["strong", "emphasis"]}[len(token)]
        can_close = start > 0 and not source[start - 1].isspace()
        can_open = end < len(source) and not source[end].isspace()
        if can_close and all(kind in self.open for kind in kinds):
            for kind in sorted(kinds, key=lambda k: -self.open[k]):  # the inner one first
                self.close(kind, len(self.chunks))
            return
        if not can_open:
            self.chunks.append(token)
            return
        for kind in kinds:
            self.open[kind] = len(self.chunks)
            self.chunks.append("**" if kind == "strong" else "*")

    def link_end(self, token: str) -> None:
        target = token[2:-1]
        if "link" in self.open and target.lower().startswith(LINK_SCHEMES):
            self.close("link", len(self.chunks), target)
        else:
            self.chunks.append(token)

    def close(self, kind: str, end: int, target: str = "") -> None:
        start = self.open.pop(kind)
        other = {"emphasis": "strong", "strong": "emphasis"}.get(kind)
        if other and self.open.get(other) == start + 1:  # both opened as ***: that which closes first is the inner one
            self.open[other], start = start, start + 1
            self.chunks[start - 1 : start + 1] = self.chunks[start], self.chunks[start - 1]
        if start + 1 == end:  # a mark over nothing is no mark
            self.chunks.append({"emphasis": "*", "strong": "**"}.get(kind, f"]({target})"))
            return
        self.chunks[start] = ""
        self.found.append((start, end, kind, target))
        for other in [k for k, chunk in self.open.items() if chunk > start]:
            del self.open[other]  # it would cross this one


def _join(chunks: list[str | None], found: list[tuple[int, int, str, str]]) -> Prose:
    """Puts chunks together: single spaces, nothing blank at the ends, source line ends joined; offsets counted.

    A chunk is text, a space, None for a line end of the source, or empty for a mark that has done its work.
    """
    offsets: list[int] = []
    parts: list[str] = []
    length = 0
    last = "\n"  # so that a leading space is dropped
    spaces: set[str | None] = set()
    for chunk in chunks:
        offsets.append(length)
        if chunk is None or chunk == " ":
            spaces.add(chunk)
        elif chunk and (parts or chunk != "\n"):
            if spaces and last != "\n" and chunk[0] != "\n" and (" " in spaces or not joins(last, chunk[0])):
                parts.append(" ")
                length += 1
            spaces.clear()
            offsets[-1] = length
            parts.append(chunk)
            length += len(chunk)
            last = chunk[-1]
    offsets.append(length)
    text = "".join(parts).rstrip("\n")
    spans = []
    for start, end, kind, target in found:
        begin, finish = _trimmed(text, offsets[start], min(offsets[end], len(text)))
        if begin < finish:
            spans.append(Span(begin, finish, kind, target))
    return Prose(text, tuple(sorted(spans, key=lambda span: (span.start, -span.end, _RANK[span.kind]))))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def joins(before: str, after: str) -> bool:
    """Whether a line end of the source between two characters is nothing, not a space.

    So it is between characters of scripts that have no word spaces; punctuation that Chinese shares with
    other scripts joins to those.
    """
    wide = is_unspaced(before), is_unspaced(after)
    return all(wide) or (any(wide) and (before in _SHARED or after in _SHARED))
