"""An extraction read from the data of JSON of a confined process: every value is checked, every text cleaned."""

from __future__ import annotations

from reader.alignment.block import AlignedPair
from reader.importing.extraction import (
    FRAGMENT,
    HEADING,
    PARAGRAPH,
    ExtractedArticle,
    ExtractedAside,
    ExtractedBlock,
    ExtractedFigure,
    Extraction,
)
from reader.importing.record_data import fields_of, one_of, text_of, tuple_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from reader.confined import Json
    from reader.importing.extraction import AsideKind, BlockKind

    T = TypeVar("T")

_BLOCK_KINDS: tuple[BlockKind, ...] = (PARAGRAPH, HEADING, FRAGMENT)
_ASIDE_KINDS: tuple[AsideKind, ...] = ("pullquote", "sidebar", "table", "note")


def extraction_from(data: Json) -> Extraction:
    """Returns the extraction that :func:`~reader.importing.record_data.as_data` was given.

    Raises:
        ValueError: It is not of that form.
    """
    languages, articles, running, unplaced, notes, skipped, *_ = fields_of(data, 8)
    return Extraction(
        tuple_of(text_of)(languages),
        tuple_of(_article)(articles),
        tuple_of(text_of)(running),
        tuple_of(text_of)(unplaced),
        tuple_of(text_of)(notes),
        tuple_of(text_of)(skipped),
    )


def _article(data: Json) -> ExtractedArticle:
    title, deck, byline, section, body, figures, asides, pages, pairs = fields_of(data, 9)
    return ExtractedArticle(
        _by_tag(text_of)(title),
        _by_tag(text_of)(deck),
        tuple_of(text_of)(byline),
        _by_tag(text_of)(section),
        _by_tag(tuple_of(_block))(body),
        tuple_of(_figure)(figures),
        tuple_of(_aside)(asides),
        tuple_of(text_of)(pages),
        tuple_of(_pair)(pairs),
    )


def _block(data: Json) -> ExtractedBlock:
    kind, text, page, confidence, doubt, continues = fields_of(data, 6)
    return ExtractedBlock(
        one_of(kind, _BLOCK_KINDS), text_of(text), text_of(page), _number(confidence), text_of(doubt), continues is True
    )


def _figure(data: Json) -> ExtractedFigure:
    caption, credit, page, picture, confidence, doubt = fields_of(data, 6)
    texts = _by_tag(text_of)(caption)
    return ExtractedFigure(texts, text_of(credit), text_of(page), text_of(picture), _number(confidence), text_of(doubt))


def _aside(data: Json) -> ExtractedAside:
    kind, texts, rows, page, confidence, doubt, title = fields_of(data, 7)
    return ExtractedAside(
        one_of(kind, _ASIDE_KINDS),
        _by_tag(tuple_of(text_of))(texts),
        tuple_of(tuple_of(text_of))(rows),
        text_of(page),
        _number(confidence),
        text_of(doubt),
        _by_tag(text_of)(title),
    )


def _pair(data: Json) -> AlignedPair:
    left, right, continues = fields_of(data, 3)
    return AlignedPair(_index(left), _index(right), continues is True)


def _number(data: Json) -> float:
    if not isinstance(data, int | float) or not 0 <= data <= 1:
        raise ValueError("no confidence")
    return data


def _index(data: Json) -> int | None:
    if data is not None and not (isinstance(data, int) and data >= 0):
        raise ValueError("no index")
    return data


def _by_tag(read: Callable[[Json], T]) -> Callable[[Json], dict[str, T]]:
    def read_all(data: Json) -> dict[str, T]:
        if not isinstance(data, dict):
            raise ValueError("no object")
        return {text_of(tag): read(value) for tag, value in data.items()}

    return read_all
