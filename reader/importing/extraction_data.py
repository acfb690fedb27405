"""An extraction read from the data of JSON of a confined process: every value is checked, every text cleaned."""

from __future__ import annotations

from reader.alignment.block import AlignedPair
from reader.gate import clean
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
    languages, articles, running, unplaced, notes, skipped, _ = _fields(data, 7)
    return Extraction(
        _tuple(_text)(languages),
        _tuple(_article)(articles),
        _tuple(_text)(running),
        _tuple(_text)(unplaced),
        _tuple(_text)(notes),
        _tuple(_text)(skipped),
    )


def _article(data: Json) -> ExtractedArticle:
    title, deck, byline, section, body, figures, asides, pages, pairs = _fields(data, 9)
    return ExtractedArticle(
        _by_tag(_text)(title),
        _by_tag(_text)(deck),
        _tuple(_text)(byline),
        _by_tag(_text)(section),
        _by_tag(_tuple(_block))(body),
        _tuple(_figure)(figures),
        _tuple(_aside)(asides),
        _tuple(_text)(pages),
        _tuple(_pair)(pairs),
    )


def _block(data: Json) -> ExtractedBlock:
    kind, text, page, confidence, doubt, continues = _fields(data, 6)
    return ExtractedBlock(
        _one_of(kind, _BLOCK_KINDS), _text(text), _text(page), _number(confidence), _text(doubt), continues is True
    )


def _figure(data: Json) -> ExtractedFigure:
    caption, credit, page, picture, confidence, doubt = _fields(data, 6)
    texts = _by_tag(_text)(caption)
    return ExtractedFigure(texts, _text(credit), _text(page), _text(picture), _number(confidence), _text(doubt))


def _aside(data: Json) -> ExtractedAside:
    kind, texts, rows, page, confidence, doubt, title = _fields(data, 7)
    return ExtractedAside(
        _one_of(kind, _ASIDE_KINDS),
        _by_tag(_tuple(_text))(texts),
        _tuple(_tuple(_text))(rows),
        _text(page),
        _number(confidence),
        _text(doubt),
        _by_tag(_text)(title),
    )


def _pair(data: Json) -> AlignedPair:
    left, right, continues = _fields(data, 3)
    return AlignedPair(_index(left), _index(right), continues is True)


def _fields(data: Json, count: int) -> list[Json]:
    if not isinstance(data, list) or len(data) != count:
        raise ValueError("no record of that kind")
    return data


def _text(data: Json) -> str:
    if not isinstance(data, str):
        raise ValueError("no text")
    return clean(data)


def _number(data: Json) -> float:
    if not isinstance(data, int | float) or not 0 <= data <= 1:
        raise ValueError("no confidence")
    return data


def _index(data: Json) -> int | None:
    if data is not None and not (isinstance(data, int) and data >= 0):
        raise ValueError("no index")
    return data


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


def _by_tag(read: Callable[[Json], T]) -> Callable[[Json], dict[str, T]]:
    def read_all(data: Json) -> dict[str, T]:
        if not isinstance(data, dict):
            raise ValueError("no object")
        return {_text(tag): read(value) for tag, value in data.items()}

    return read_all
