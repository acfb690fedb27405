"""A document read from the data of JSON of a confined process: every value is checked, every text cleaned."""

from __future__ import annotations

from reader.gate import clean
from reader.importing.documents.document import SOURCE_KINDS, UNIT_KINDS, Document, RowCell, SourceUnit, TaggedText
from reader.model.text import Prose, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from reader.confined import Json
    from reader.model.text import SpanKind

    T = TypeVar("T")

_SPAN_KINDS: tuple[SpanKind, ...] = (
    *("emphasis", "strong", "link", "code", "footnote"),
    *("superior", "inferior", "reading"),
)


def document_from(data: Json) -> Document:
    """Returns the document that :func:`~reader.importing.record_data.as_data` was given.

    Raises:
        ValueError: It is not of that form.
    """
    kind, units, titles, *rest = _fields(data, 13)
    authors, translators, language, date, licence, url, isbn, publisher, unplaced, notes = rest
    return Document(
        _one_of(kind, SOURCE_KINDS),
        _tuple(_unit)(units),
        _tuple(_title)(titles),
        _tuple(_text)(authors),
        _tuple(_text)(translators),
        _text(language),
        _text(date),
        _text(licence),
        _text(url),
        _text(isbn),
        _text(publisher),
        _tuple(_text)(unplaced),
        _tuple(_text)(notes),
    )


def _unit(data: Json) -> SourceUnit:
    kind, text, tag, level, group, key, name, *rest = _fields(data, 20)
    is_ordered, is_more, is_head, cells, by, number, alt, box, begin, end, page, doubt, is_target = rest
    return SourceUnit(
        _one_of(kind, UNIT_KINDS),
        _prose(text),
        _text(tag),
        _number(level),
        _number(group),
        _text(key),
        _text(name),
        is_ordered is True,
        is_more is True,
        is_head is True,
        _tuple(_cell)(cells),
        _prose(by),
        _text(number),
        _text(alt),
        _number(box),
        _seconds(begin),
        _seconds(end),
        _text(page),
        _text(doubt),
        is_target is True,
    )


def _cell(data: Json) -> RowCell:
    text, columns, align = _fields(data, 3)
    return RowCell(_prose(text), _number(columns), _text(align))


def _title(data: Json) -> TaggedText:
    text, tag = _fields(data, 2)
    return TaggedText(_text(text), _text(tag))


def _prose(data: Json) -> Prose:
    text, spans = _fields(data, 2)
    words = _text(text)
    return Prose(words, tuple(span for span in _tuple(_span)(spans) if span.end <= len(words)))


def _span(data: Json) -> Span:
    start, end, kind, target = _fields(data, 4)
    first, last = _number(start), _number(end)
    if last < first:
        raise ValueError("no span")
    return Span(first, last, _one_of(kind, _SPAN_KINDS), _text(target))


def _fields(data: Json, count: int) -> list[Json]:
    if not isinstance(data, list) or len(data) != count:
        raise ValueError("no record of that kind")
    return data


def _text(data: Json) -> str:
    if not isinstance(data, str):
        raise ValueError("no text")
    return clean(data)


def _number(data: Json) -> int:
    if not isinstance(data, int) or not 0 <= data <= 10**9:
        raise ValueError("no number")
    return data


def _seconds(data: Json) -> float:
    if not isinstance(data, int | float) or not 0 <= data <= 10**9:
        raise ValueError("no time")
    return float(data)


def _one_of(data: Json, kinds: tuple[T, ...]) -> T:
    if found := next((kind for kind in kinds if kind == data), None):
        return found
    raise ValueError("no known kind")


def _tuple(read: Callable[[Json], T]) -> Callable[[Json], tuple[T, ...]]:
    def read_all(data: Json) -> tuple[T, ...]:
        if not isinstance(data, list):
            raise ValueError("no list")
        return tuple(map(read, data))

    return read_all
