"""The spans of a text as marks in it: where each begins and ends, numbered as in the source of the text."""

from __future__ import annotations

from reader.model.record import record
from reader.model.text import Prose, Span, span_order

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from typing import Literal

    from reader.model.text import SpanKind

    Edge = Literal["start", "end", "point"]
    """Edge of a span: its two ends, or the place of one of no length."""

KINDS: tuple[SpanKind, ...] = ("emphasis", "strong", "link", "code", "footnote", "superior", "inferior", "reading")
"""Kinds of spans that sources have."""


@record
class InlineMark:
    """An edge of a span in a text."""

    edge: Edge
    number: int
    """Number of the span: that of the same span in the source, or one of its own."""
    span: Span


def inline_parts(prose: Prose, source: Prose | None = None) -> Iterator[str | InlineMark]:
    """Yields the pieces of a text and the marks between them; marks are nested.

    Args:
        prose: The text.
        source: The text that it is a translation of; None for a source.
    """
    numbers = _numbers(prose, source)
    open_spans: list[tuple[int, Span]] = []
    here = 0
    for number, span in zip(numbers, prose.spans, strict=True):
        while open_spans and open_spans[-1][1].end <= span.start:
            here = yield from _ended(prose, here, open_spans)
        if span.start > here:
            yield prose.text[here : span.start]
            here = span.start
        if span.kind == "footnote":
            yield InlineMark("point", number, span)
        else:
            yield InlineMark("start", number, span)
            open_spans.append((number, span))
    while open_spans:
        here = yield from _ended(prose, here, open_spans)
    if here < len(prose.text):
        yield prose.text[here:]


def _ended(prose: Prose, here: int, open_spans: list[tuple[int, Span]]) -> Generator[str | InlineMark, None, int]:
    """Yields the text up to the end of the innermost open span, and its end; returns the offset."""
    number, span = open_spans.pop()
    if span.end > here:
        yield prose.text[here : span.end]
    yield InlineMark("end", number, span)
    return max(here, span.end)


def _numbers(prose: Prose, source: Prose | None) -> list[int]:
    if source is None or source is prose:
        return list(range(1, len(prose.spans) + 1))
    free: dict[tuple[SpanKind, str], list[int]] = {}
    for number, span in enumerate(source.spans, 1):
        free.setdefault((span.kind, span.target), []).append(number)
    following = len(source.spans) + 1
    found = []
    for span in prose.spans:
        same = free.get((span.kind, span.target))
        if same:
            found.append(same.pop(0))
        else:
            found.append(following)
            following += 1
    return found


class MarkedProse:
    """A text that is built of its pieces and spans."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._spans: list[Span] = []
        self._length = 0

    @property
    def length(self) -> int:
        """Length of the text so far."""
        return self._length

    def add(self, text: str) -> None:
        """Adds a piece of text."""
        self._parts.append(text)
        self._length += len(text)

    def mark(self, start: int, kind: SpanKind, target: str = "") -> None:
        """Adds a span from an offset to the end of the text so far; one of no length is a footnote."""
        if start < self._length or kind == "footnote":
            self._spans.append(Span(start, self._length, kind, target))

    def prose(self) -> Prose:
        """Returns the text."""
        return Prose("".join(self._parts), tuple(sorted(self._spans, key=span_order)))
