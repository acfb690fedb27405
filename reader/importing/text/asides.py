"""Asides: tables, sidebars and pull quotes as they are extracted."""

from __future__ import annotations

import re

from reader.importing.extraction import ExtractedAside
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.extraction import ExtractedBlock
    from reader.importing.text.languages import LanguagePair, PageLanguage
    from reader.importing.text.line_segments import LineSegment
    from reader.importing.text.tables import NumberTable

_TABLE_CONFIDENCE, _SIDEBAR_CONFIDENCE, _PULL_QUOTE_CONFIDENCE = 0.6, 0.7, 0.7
_PULL_QUOTE_FEWEST_CHARS = 6


@record
class PullQuotes:
    """The blocks of one language without its pull quotes, and these."""

    blocks: list[ExtractedBlock]
    quotes: list[ExtractedAside]


def table_aside(table: NumberTable, page: str) -> ExtractedAside:
    """Returns a table as it is extracted."""
    return ExtractedAside("table", rows=table.texts, page=page, confidence=_TABLE_CONFIDENCE)


def sidebar_aside(segments: Sequence[LineSegment], page: str, languages: LanguagePair) -> ExtractedAside:
    """Returns a sidebar as it is extracted."""
    texts = {
        languages.han.tag: tuple(segment.text for segment in segments if segment.is_han),
        languages.latin.tag: tuple(segment.text for segment in segments if not segment.is_han),
    }
    return ExtractedAside("sidebar", texts, page=page, confidence=_SIDEBAR_CONFIDENCE)


def take_pull_quotes(blocks: Sequence[ExtractedBlock], language: PageLanguage) -> PullQuotes:
    """Takes the blocks out whose letters are in another block, too: quotes pulled out of it."""
    bare = [re.sub(r"\W", "", block.text).lower() for block in blocks]
    left: list[ExtractedBlock] = []
    quotes: list[ExtractedAside] = []
    for block, text in zip(blocks, bare, strict=True):
        is_long = len(text) >= _PULL_QUOTE_FEWEST_CHARS
        if is_long and any(text in other and len(other) > len(text) for other in bare):
            texts = {language.tag: (block.text,)}
            quotes.append(ExtractedAside("pullquote", texts, confidence=_PULL_QUOTE_CONFIDENCE))
        else:
            left.append(block)
    return PullQuotes(left, quotes)
