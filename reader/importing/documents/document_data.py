"""A document read from the data of JSON of a confined process: every value is checked, every text cleaned."""

from __future__ import annotations

from reader.importing.documents.document import SOURCE_KINDS, UNIT_KINDS, Document, RowCell, SourceUnit, TaggedText
from reader.importing.record_data import fields_of, one_of, text_of, tuple_of
from reader.model.text import Prose, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
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
    kind, units, titles, *rest = fields_of(data, 13)
    authors, translators, language, date, licence, url, isbn, publisher, unplaced, notes = rest
    return Document(
        one_of(kind, SOURCE_KINDS),
        tuple_of(_unit)(units),
        tuple_of(_title)(titles),
        tuple_of(text_of)(authors),
        tuple_of(text_of)(translators),
        text_of(language),
        text_of(date),
        text_of(licence),
        text_of(url),
        text_of(isbn),
        text_of(publisher),
        tuple_of(text_of)(unplaced),
        tuple_of(text_of)(notes),
    )


def _unit(data: Json) -> SourceUnit:
    kind, text, tag, level, group, key, name, *rest = fields_of(data, 22)
    is_ordered, is_more, is_head, cells, by, number, alt, *others = rest
    box, begin, end, page, doubt, is_target, line_end, places = others
    return SourceUnit(
        one_of(kind, UNIT_KINDS),
        _prose(text),
        text_of(tag),
        _number(level),
        _number(group),
        text_of(key),
        text_of(name),
        is_ordered is True,
        is_more is True,
        is_head is True,
        tuple_of(_cell)(cells),
        _prose(by),
        text_of(number),
        text_of(alt),
        _number(box),
        _seconds(begin),
        _seconds(end),
        text_of(page),
        text_of(doubt),
        is_target is True,
        _number(line_end),
        tuple_of(text_of)(places),
    )


def _cell(data: Json) -> RowCell:
    text, columns, align = fields_of(data, 3)
    return RowCell(_prose(text), _number(columns), text_of(align))


def _title(data: Json) -> TaggedText:
    text, tag = fields_of(data, 2)
    return TaggedText(text_of(text), text_of(tag))


def _prose(data: Json) -> Prose:
    text, spans = fields_of(data, 2)
    words = text_of(text)
    return Prose(words, tuple(span for span in tuple_of(_span)(spans) if span.end <= len(words)))


def _span(data: Json) -> Span:
    start, end, kind, target = fields_of(data, 4)
    first, last = _number(start), _number(end)
    if last < first:
        raise ValueError("no span")
    return Span(first, last, one_of(kind, _SPAN_KINDS), text_of(target))


def _number(data: Json) -> int:
    if not isinstance(data, int) or not 0 <= data <= 10**9:
        raise ValueError("no number")
    return data


def _seconds(data: Json) -> float:
    if not isinstance(data, int | float) or not 0 <= data <= 10**9:
        raise ValueError("no time")
    return float(data)
