"""Text with marks put together piece by piece, as readers of marked-up formats meet it."""

from __future__ import annotations

import re

from reader.gate import clean
from reader.model.radicals import with_unified
from reader.model.raised_text import SIGNS, has_own_characters, table_of
from reader.model.record import record, replace
from reader.model.scripts import is_unspaced_text, joins_lines
from reader.model.text import Prose, Span, span_order

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.text import SpanKind

HARD = "\x1e"
"""A line end that the writer asked for, in the pieces of a builder."""
PARTING = "\x1d"
"""A place where one text ends and its translation begins, in the pieces of a builder."""
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that are drawn nowhere, and marks of direction, which the layout finds by itself."""
_LINE = re.compile(rf"[^\n{HARD}{PARTING}]+|[\n{HARD}{PARTING}]")
_BLANKS = re.compile(r"[ \t\r\f\v]+")
MAX_READING_CHARS = 200
"""Length of the longest reading above a text."""
MAX_NEAR_SPANS = 8
"""Number of marks before one among which the one that ends where it begins is looked for."""


@record
class ProseLine:
    """A line of a text, and whether the writer asked for the line end after it."""

    prose: Prose
    is_hard: bool = False
    parts: bool = False
    """Whether the text ends here, and another one begins: its translation, or a paragraph after an empty line."""
    is_set_apart: bool = False
    """Whether the writer asked for the line end before it, or for the one after it."""


class ProseBuilder:
    """Collects pieces of text and the marks over them."""

    def __init__(self) -> None:
        """Begins an empty text."""
        self._pieces: list[str] = []
        self._length = 0
        self._open: list[Span] = []
        self._spans: list[Span] = []
        self._apart: Span | None = None

    def add(self, text: str) -> None:
        """Adds text as the source has it: line ends in it are not meant, and ligatures stand for their letters."""
        self._put(_INVISIBLE.sub("", with_unified(text).replace("\r\n", "\n").replace(HARD, " ").replace(PARTING, " ")))

    def end_line(self) -> None:
        """Adds a line end that is meant."""
        self._put(HARD)

    def part(self) -> None:
        """Ends the text, so that the next piece begins another one."""
        self._put(PARTING)

    def mark(self, note_id: str) -> None:
        """Adds the mark of a note."""
        self._spans.append(Span(self._length, self._length, "footnote", note_id))

    def begin(self, kind: SpanKind, target: str = "") -> None:
        """Begins a mark, which :meth:`end` ends."""
        self._open.append(Span(self._length, 0, kind, target))

    def end(self) -> None:
        """Ends the mark that was begun last."""
        span = self._open.pop()
        if span.kind in ("superior", "inferior"):
            self._raise(span)
        elif self._length > span.start:
            self._spans.append(replace(span, end=self._length, start=self._begun_before(span)))

    def begin_apart(self, kind: SpanKind, target: str) -> None:
        """Begins a mark that ends between others, by :meth:`end_apart`."""
        self._apart = Span(self._length, 0, kind, target)

    def end_apart(self) -> None:
        """Ends the mark of :meth:`begin_apart`."""
        if self._apart and self._length > self._apart.start:
            self._spans.append(replace(self._apart, end=self._length))
        self._apart = None

    def _begun_before(self, span: Span) -> int:
        """Returns the start of a span; if one of its kind ends where it begins, of that, which is taken away."""
        for at in range(len(self._spans) - 1, max(-1, len(self._spans) - 1 - MAX_NEAR_SPANS), -1):
            other = self._spans[at]
            if (other.kind, other.target, other.end) == (
                span.kind,
                span.target,
                span.start,
            ) and other.kind != "reading":
                del self._spans[at]
                return other.start
        return span.start

    @property
    def is_empty(self) -> bool:
        """Whether there is neither text nor a note's mark."""
        return not self._spans and not any(piece.strip() for piece in self._pieces)

    @property
    def is_in_code(self) -> bool:
        """Whether a mark of code is open."""
        return any(span.kind == "code" for span in self._open)

    def lines(self) -> list[ProseLine]:
        """Returns the lines with text, without blanks at their ends."""
        text = "".join(self._pieces)
        found: list[ProseLine] = []
        for match in _LINE.finditer(text):
            if match[0] in ("\n", HARD, PARTING):
                if found:
                    is_hard, parts = match[0] != "\n", match[0] == PARTING
                    last = found[-1]
                    is_empty = last.is_hard and match[0] == HARD
                    found[-1] = replace(
                        last,
                        is_hard=last.is_hard or is_hard,
                        parts=last.parts or parts or is_empty,
                        is_set_apart=last.is_set_apart or is_hard,
                    )
                continue
            prose = _on_one_line(text, match.start(), match.end(), self._spans)
            if prose.text or prose.spans:
                found.append(ProseLine(prose, is_set_apart=bool(found) and found[-1].is_hard))
        return found

    def prose(self) -> Prose:
        """Returns the whole text; line ends that are not meant are joined as the format does."""
        return joined(self.lines())

    def _put(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)

    def _raise(self, span: Span) -> None:
        """Puts the characters of a superior or inferior text in the place of those on the line."""
        text = "".join(self._pieces)
        raised = text[span.start :].strip()
        self._pieces, self._length = [text[: span.start]], span.start
        if not raised:
            return
        assert span.kind == "superior" or span.kind == "inferior"
        self._spans = [each for each in self._spans if each.start < span.start or each.kind == "footnote"]
        shown = raised.translate(table_of(span.kind))
        self._put(shown if has_own_characters(raised, span.kind) else f"{SIGNS[span.kind]}({raised})")
        self._spans.append(replace(span, end=self._length))


def joined(lines: Sequence[ProseLine]) -> Prose:
    """Returns lines as one text: only meant line ends stay."""
    is_unspaced = is_unspaced_text("".join(line.prose.text for line in lines))
    text = ""
    spans: list[Span] = []
    for at, line in enumerate(lines):
        if at:
            before = lines[at - 1]
            if before.is_hard:
                text += "\n"
            elif text and line.prose.text and not joins_lines(text[-1], line.prose.text[0], is_unspaced):
                text += " "
        spans += [replace(span, start=span.start + len(text), end=span.end + len(text)) for span in line.prose.spans]
        text += line.prose.text
    return Prose(text, tuple(sorted(_merged(spans), key=span_order)))


def _merged(spans: Sequence[Span]) -> list[Span]:
    """Returns spans with those of one kind that follow each other over a line end as one."""
    found: list[Span] = []
    for span in spans:
        last = next((each for each in reversed(found) if each.kind == span.kind), None)
        if last and last.kind != "footnote" and last.target == span.target and last.end < span.start <= last.end + 1:
            found[found.index(last)] = replace(last, end=span.end)
        else:
            found.append(span)
    return found


def _on_one_line(text: str, start: int, end: int, spans: Sequence[Span]) -> Prose:
    """Returns a part of a text with single blanks, and the marks over it."""
    if not spans:
        return Prose(clean(_BLANKS.sub(" ", text[start:end])).strip(" \u3000\u00a0\t"))
    pieces: list[str] = []
    places = [0] * (end - start + 1)
    length = 0
    at = start
    for blank in [*_BLANKS.finditer(text, start, end), None]:
        first, last = blank.span() if blank else (end, end)
        for offset in range(at, first):
            places[offset - start] = length + offset - at
        pieces.append(text[at:first])
        length += first - at
        for offset in range(first, last):
            places[offset - start] = length
        if blank:
            pieces.append(" ")
            length += 1
        at = last
    places[end - start] = length
    flat = clean("".join(pieces))
    body = flat.strip(" \u3000\u00a0\t")
    lead = len(flat) - len(flat.lstrip(" \u3000\u00a0\t"))
    found = []
    for span in spans:
        if span.end < start or span.start > end:
            continue
        first = min(max(places[max(span.start, start) - start] - lead, 0), len(body))
        last = min(max(places[min(span.end, end) - start] - lead, 0), len(body))
        if span.kind != "footnote":
            while first < last and body[first] in " \u3000":
                first += 1
            while last > first and body[last - 1] in " \u3000":
                last -= 1
            if first == last:
                continue
            if span.kind == "reading" and (len(span.target) > MAX_READING_CHARS):
                continue
        elif first and body[first - 1 : first] == " ":
            first = last = first - 1
        found.append(replace(span, start=first, end=last))
    return Prose(body, tuple(sorted(found, key=span_order)))


def plain(text: str) -> Prose:
    """Returns a text without marks, on one line."""
    builder = ProseBuilder()
    builder.add(text)
    return builder.prose()
