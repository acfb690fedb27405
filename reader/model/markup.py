r"""The markup inside a text, with ``\`` before a mark that is meant as it is.

``*emphasis*``, ``**strong**``, ``[words](target)``, ```code```, ``[^id]``, ``{base|reading}``, ``^{superior}``,
``_{inferior}``.
An address of the web without marks is a link, too.

A mark without its other end is plain text, so parsing never fails; it takes one pass and linear time. The lines of a
source are joined here, too, because joining depends on the characters on both sides of a line end.
"""

from __future__ import annotations

import re
from functools import cache

from reader.model.address import ID_PATTERN, is_link
from reader.model.raised_text import SIGNS, has_own_characters, table_of
from reader.model.record import record
from reader.model.scripts import is_unspaced_text, joins_lines
from reader.model.text import NO_WORD, Prose, Span, span_order
from reader.model.web_addresses import with_addresses

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.model.text import SpanKind

LINK_SCHEMES = ("http://", "https://", "mailto:")
"""Beginnings of the targets that make a link."""

_READING = r"\|(?:[^{}|\\]|\\[\\{}|])*\}"
_ESCAPED = r"\\[\\*\[\]{}|^_`]"
_CODE = r"(?P<ticks>``?)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)"
"""Code between one backtick, or two, and as many; runs of more are text, so that few are looked for in vain."""
_TOKEN = re.compile(
    rf"""
    {_ESCAPED}                       # an escaped mark
  | {_CODE}
  | `+
  | \\[ \t]*\n[ \t\n]*               # a line end that stays
  | [ \t\n]+                         # spaces, line ends
  | \*+
  | \[\^{ID_PATTERN}\]                # the mark of a footnote
  | \[
  | \]\([^()\s\\]*\)                 # the end of a link
  | [\^_]?\{{                         # the beginning of a superior, an inferior, an annotated text
  | {_READING}                        # the reading of an annotated text
  | \}}
  | [^\\ \t\n*\[\]{{}}|^_`]+(?:[ ][^\\ \t\n*\[\]{{}}|^_`]+)*   # words with single spaces
  | .
    """,
    re.VERBOSE | re.DOTALL,
)

_STARS: dict[int, list[SpanKind]] = {1: ["emphasis"], 2: ["strong"], 3: ["strong", "emphasis"]}
"""Kinds that a number of asterisks opens or closes."""
_PLAIN_TOKEN = re.compile(r"[ \t\n]+|[^ \t\n]+")
_MARK = re.compile(r"[\\*\[`{]")
_BRACES: dict[str, SpanKind] = {"^{": "superior", "_{": "inferior", "{": "reading"}
"""Kinds of the spans that braces open."""
OPENING = {kind: mark for mark, kind in _BRACES.items()}
"""The mark that begins a span in braces."""
MAX_READING_CHARS = 200
"""Length of the longest reading above a text; a longer one stays plain text."""
_OPAQUE = re.compile(f"{_ESCAPED}|{_CODE}", re.DOTALL)
_LINE_END = re.compile(r"[ \t]*\n[ \t\n]*")
_BLANK = re.compile(r"[\t\n][ \t\n]*| [ \t\n]+")
"""Runs of blanks other than a single space."""


def parse(source: str, unspaced: bool | None = None) -> Prose:
    """Returns the text and the spans of a source.

    Args:
        source: The text as an issue file has it.
        unspaced: Whether its language is written without word spaces; None for an unknown language.
    """
    if _is_plain(source) and not _MARK.search(source):
        return with_addresses(Prose(source))
    if unspaced is None:
        unspaced = is_unspaced_text(source)
    is_marked = _MARK.search(source)
    return with_addresses(_Parser().parse(source, unspaced) if is_marked else Prose(_one_line(source, unspaced)))


def parse_plain(source: str, unspaced: bool | None = None) -> Prose:
    """Returns the text of a source without reading markup; lines are joined and spaces are single.

    Arguments are as in :func:`parse`.
    """
    if _is_plain(source):
        return Prose(source)
    return Prose(_one_line(source, is_unspaced_text(source) if unspaced is None else unspaced))


def _one_line(source: str, unspaced: bool) -> str:
    """Returns a source without markup on one line, as :func:`_join` does."""
    parts = []
    start = 0
    text = source.strip(" \t\n")
    for blank in _BLANK.finditer(text):
        first, end = blank.span()
        parts.append(text[start:first])
        if "\n" not in text[first:end] or not joins_lines(text[first - 1], text[end], unspaced):
            parts.append(" ")
        start = end
    parts.append(text[start:])
    return "".join(parts)


def source_runs(source: str, unspaced: bool | None = None, marked: bool = True) -> list[tuple[int, int]]:
    """Returns the place in a source of each character of its text: runs of offsets in the text and in the source.

    Characters of a run follow each other in both. A space that a line end is read as has the place of the line end.

    Args:
        source: The text as an issue file has it.
        unspaced: As in :func:`parse`.
        marked: Whether its markup is read, as :func:`parse` does, and :func:`parse_plain` does not.
    """
    parser = _Parser()
    starts: list[int] = []
    for match in parser.tokens(source) if marked else _PLAIN_TOKEN.finditer(source):
        if marked:
            parser.take(match, source)
        else:
            parser.chunks.append(_space(match[0]) if match[0][0] in " \t\n" else match[0])
        if marked and match["code"]:
            starts += [match.start("code") + offset for offset, _ in _code_chunks(match["code"])]
        is_escaped = marked and len(match[0]) == 2 and match[0][0] == "\\"
        starts += [match.start() + is_escaped] * (len(parser.chunks) - len(starts))
    _, offsets = _joined(parser.chunks, is_unspaced_text(source) if unspaced is None else unspaced)
    places: dict[int, int] = {}  # by the start of a token: three asterisks are two chunks
    for chunk, offset, start in zip(parser.chunks, offsets, starts, strict=False):
        if chunk != "":
            places.setdefault(start, offset)
    return [(0, 0), *((offset, start) for start, offset in places.items())]


def loose_braces(source: str) -> Iterator[tuple[int, str]]:
    """Yields the marks in braces whose other end was not found, with their offsets in a source.

    They are ``^{``, ``_{``, ``{``, and ``|reading}``: plain text, though perhaps not meant as it.
    """
    parser = _Parser()
    marks: list[tuple[int, int]] = []
    found: list[tuple[int, str]] = []
    for match in parser.tokens(source, found):
        if match[0] in _BRACES:
            marks.append((len(parser.chunks), match.start()))
        parser.take(match, source)
    loose = ((offset, chunk) for index, offset in marks if (chunk := parser.chunks[index]) in _BRACES)
    yield from sorted((*found, *loose))


def without_code(source: str) -> str:
    """Returns a source with a sign of no meaning in the place of each character of code and of escaped marks."""
    return _OPAQUE.sub(lambda found: NO_WORD * len(found[0]), source) if _MARK.search(source) else source


def _code_chunks(code: str) -> list[tuple[int, str | None]]:
    """Returns the chunks of code with their offsets: its lines without blanks at their ends, None for a line end."""
    first = len(code) - len(code.lstrip(" \t\n"))
    code = code.rstrip(" \t\n")
    found: list[tuple[int, str | None]] = []
    for end in _LINE_END.finditer(code, first):
        found += [(first, code[first : end.start()].replace("\t", " ")), (end.start(), None)]
        first = end.end()
    return [*found, (first, code[first:].replace("\t", " "))] if first < len(code) else found


def _is_plain(source: str) -> bool:
    """Whether a source has no line end and no superfluous space; a fast test, which holds for most texts."""
    return source.isprintable() and "  " not in source and source == source.strip(" ")


def _space(token: str) -> str | None:
    """Returns the chunk of a run of blanks: None if it has a line end, else a space."""
    return None if "\n" in token else " "


@record
class _ChunkSpan:
    """A span over ``chunks[start:end]`` of a source."""

    start: int
    end: int
    kind: SpanKind
    target: str


class _Parser:
    """Parses a source in one pass over its tokens; a mark is a chunk of its own until its other end is found."""

    def __init__(self) -> None:
        self.chunks: list[str | None] = []
        """Text, a space, None for a line end of the source, or empty for a mark that was matched."""
        self.found: list[_ChunkSpan] = []
        self.open: dict[SpanKind, int] = {}
        """Index of the chunk of each mark whose end has not been found."""

    def parse(self, source: str, unspaced: bool) -> Prose:
        """Returns the text and the spans of a source."""
        for match in self.tokens(source):
            self.take(match, source)
        return _join(self.chunks, self.found, unspaced)

    def tokens(self, source: str, refused: list[tuple[int, str]] | None = None) -> Iterator[re.Match[str]]:
        """Yields the tokens of a source, each to be taken before the next one is asked for.

        What would be a reading, but has nothing to be above, is given as tokens of its own, and added to ``refused``.
        """
        for match in _TOKEN.finditer(source):
            token = match[0]
            if token[0] != "|" or len(token) == 1 or self.is_reading(token):
                yield match
                continue
            if refused is not None:
                refused.append((match.start(), token))
            self.open.pop("reading", None)
            yield from _without_readings().finditer(source, match.start(), match.end())

    def take(self, match: re.Match[str], source: str) -> None:
        """Takes a token of a source."""
        token = match.group()
        first = token[0]
        if match["code"]:
            self.code(match["code"], token)
        elif first == "*" and len(token) <= 3:
            self.star(token, source, match.start(), match.end())
        elif first == "[" and len(token) > 1:
            self.found.append(_ChunkSpan(len(self.chunks), len(self.chunks), "footnote", token[2:-1]))
            self.chunks.append("")
        elif first == "[":
            self.open["link"] = len(self.chunks)
            self.chunks.append("[")
        elif first == "]":
            self.link_end(token)
        elif token in _BRACES:
            self.open[_BRACES[token]] = len(self.chunks)
            self.chunks.append(token)
        elif first == "}":
            self.brace_end()
        elif first == "|" and len(token) > 1:
            self.close("reading", len(self.chunks), _reading(token))
        elif first == "\\" and len(token) > 1:
            self.chunks.append("\n" if "\n" in token else token[1])
        elif first in " \t\n":
            self.chunks.append(_space(token))
        else:
            self.chunks.append(token)

    def code(self, code: str, token: str) -> None:
        """Takes code as a span, in which no mark has a meaning; blanks between backticks are text, and one blank."""
        chunks = [chunk for _, chunk in _code_chunks(code)]
        if chunks:
            self.found.append(_ChunkSpan(len(self.chunks), len(self.chunks) + len(chunks), "code", ""))
        self.chunks += chunks or [re.sub(r"[ \t\n]+", " ", token)]

    def star(self, token: str, source: str, start: int, end: int) -> None:
        """Takes one to three asterisks at ``source[start:end]`` as the end or the beginning of spans, or as text."""
        kinds = _STARS[len(token)]
        can_close = start > 0 and not source[start - 1].isspace()
        can_open = end < len(source) and not source[end].isspace()
        if can_close and all(kind in self.open for kind in kinds):
            for kind in sorted(kinds, key=lambda k: -self.open[k]):  # the inner one first
                self.close(kind, len(self.chunks))
            return
        if can_close and len(token) > 2 and (end_kind := next((kind for kind in kinds if kind in self.open), None)):
            self.close(end_kind, len(self.chunks))  # one ends, the other one begins: **a***b*
            start += 2 if end_kind == "strong" else 1
            self.star(source[start:end], source, start, end)
            return
        if not can_open:
            self.chunks.append(token)
            return
        for kind in kinds:
            self.open[kind] = len(self.chunks)
            self.chunks.append("**" if kind == "strong" else "*")

    def link_end(self, token: str) -> None:
        """Takes ``](target)`` as the end of a link, or as text."""
        target = token[2:-1]
        if "link" in self.open and (target.lower().startswith(LINK_SCHEMES) or is_link(target)):
            self.close("link", len(self.chunks), target, token)
        else:
            self.chunks.append(token)

    def brace_end(self) -> None:
        """Takes ``}`` as the end of a superior or inferior text, or as text."""
        kind = max((kind for kind in OPENING if kind in self.open), key=self.open.__getitem__, default=None)
        if kind not in SIGNS:  # none, or a brace without a reading
            self.open.pop("reading", None)
            self.chunks.append("}")
            return
        start, end = self.open[kind], len(self.chunks)
        inner = "".join(" " if chunk is None else chunk for chunk in self.chunks[start + 1 : end])
        if has_own_characters(inner, kind):
            table = table_of(kind)
            self.chunks[start + 1 :] = [
                chunk.translate(table) if chunk else chunk for chunk in self.chunks[start + 1 :]
            ]
            self.close(kind, end, written="}")
        elif inner:
            self.chunks.append(")")
            self.close(kind, end + 1)
            self.chunks[start] = f"{SIGNS[kind]}("
        else:
            self.close(kind, end, written="}")

    def is_reading(self, token: str) -> bool:
        """Whether ``|reading}`` ends an annotated text that has ink."""
        start = self.open.get("reading")
        has_base = start is not None and any(chunk and not chunk.isspace() for chunk in self.chunks[start + 1 :])
        return has_base and 0 < len(_reading(token)) <= MAX_READING_CHARS

    def close(self, kind: SpanKind, end: int, target: str = "", written: str = "") -> None:
        """Closes an open span before the chunk ``end``; a span over nothing becomes text, as its end is written."""
        start = self.open.pop(kind)
        other = _OTHER_STAR.get(kind)
        if other and self.open.get(other) == start + 1:  # both opened as ***: the one that closes first is the inner
            self.open[other], start = start, start + 1
            self.chunks[start - 1 : start + 1] = self.chunks[start], self.chunks[start - 1]
        if start + 1 == end:
            self.chunks.append({"emphasis": "*", "strong": "**"}.get(kind, written))
            return
        self.chunks[start] = ""
        self.found.append(_ChunkSpan(start, end, kind, target))
        for crossing in [k for k, chunk in self.open.items() if chunk > start]:
            del self.open[crossing]


_ESCAPE = re.compile(r"\\([\\{}|])")


def _reading(token: str) -> str:
    """Returns the reading in ``|reading}``."""
    return " ".join(_ESCAPE.sub(r"\1", token[1:-1]).split())


@cache
def _without_readings() -> re.Pattern[str]:
    """Returns the pattern of tokens without that of readings, compiled on first use."""
    return re.compile(_TOKEN.pattern.replace(_READING, "(?!)", 1), _TOKEN.flags)


_OTHER_STAR: dict[SpanKind, SpanKind] = {"emphasis": "strong", "strong": "emphasis"}


def _join(chunks: list[str | None], found: list[_ChunkSpan], unspaced: bool) -> Prose:
    """Joins chunks into a text with single spaces and without blanks at its ends, and maps spans to its offsets.

    ``chunks`` are as in :attr:`_Parser.chunks`.
    """
    text, offsets = _joined(chunks, unspaced)
    spans = []
    for span in found:
        start, end = min(offsets[span.start], len(text)), min(offsets[span.end], len(text))
        if span.kind != "footnote":
            start, end = _trimmed(text, start, end)
        if start < end or (span.kind == "footnote" and text):
            spans.append(Span(start, end, span.kind, span.target))
    return Prose(text, tuple(sorted(spans, key=span_order)))


def _joined(chunks: list[str | None], unspaced: bool) -> tuple[str, list[int]]:
    """Returns the text of chunks, and the offset in it of each chunk and of the end."""
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
            is_inside = last != "\n" and chunk[0] != "\n"
            if spaces and is_inside and (" " in spaces or not joins_lines(last, chunk[0], unspaced)):
                parts.append(" ")
                length += 1
            spaces.clear()
            offsets[-1] = length
            parts.append(chunk)
            length += len(chunk)
            last = chunk[-1]
    offsets.append(length)
    return "".join(parts).rstrip("\n"), offsets


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Returns the bounds of ``text[start:end]`` without blanks at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
