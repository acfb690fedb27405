"""An extraction as plain objects for JSON."""

from __future__ import annotations

from reader.importing.extraction import PARAGRAPH
from reader.model.language import is_traditional

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import TypeVar

    from reader.importing.extraction import (
        ExtractedArticle,
        ExtractedAside,
        ExtractedBlock,
        ExtractedFigure,
        Extraction,
        PreparedArticle,
    )

    T = TypeVar("T")
    Json = dict[str, object]


def as_object(extraction: Extraction) -> Json:
    """Returns the extraction as an object; figures and asides have no keys for empty values.

    Chinese is under ``zh`` and the language beside it under ``en``, whichever it is: ``languages`` has their tags.
    The Japanese of a page is under ``zh``, too, and its blocks have a ``lang``. Texts of other pairs are under the
    primary subtag of their language, or the whole tag if two languages share it.
    """
    primary = [tag.partition("-")[0] for tag in extraction.languages]
    of_han = "ja" if "zh" not in primary and not extraction.prepared else "zh"
    if len(primary) == 2 and primary.count(of_han) == 1:
        primary = ["zh" if subtag == of_han else "en" for subtag in primary]
    is_clear = len(set(primary)) == len(primary)
    keys = dict(zip(extraction.languages, primary if is_clear else extraction.languages, strict=True))
    return {
        "languages": list(extraction.languages),
        "articles": [
            *(_prepared_article(article, keys) for article in extraction.prepared),
            *(_article(article, keys) for article in extraction.articles),
        ],
        "running": list(extraction.running),
        "unplaced": list(extraction.unplaced),
        "traditional": any(map(is_traditional, extraction.languages)),
        "notes": list(extraction.notes),
    }


def _prepared_article(prepared: PreparedArticle, keys: Mapping[str, str]) -> Json:
    """Returns an article of a document: its titles by language tag, its texts in pairs, and those of each language."""
    article = prepared.article
    return {
        "title": {tag: prose.text for tag, prose in article.title.sides},
        "byline": [*prepared.byline, *(text for credit in article.credits for text in [credit.name.best(())])],
        "date": article.date,
        "licence": article.licence.best(()) if article.licence else "",
        "relation": article.relation,
        "pairs": [dict(pair) for pair in prepared.pairs],
        **{key: [_side(pair, tag) for pair in prepared.pairs if pair.get(tag)] for tag, key in keys.items()},
        "figures": [],
    }


def _side(pair: Mapping[str, object], tag: str) -> Json:
    """Returns the text of a pair in a language, as a block of a page."""
    kind = pair["kind"]
    return {"type": PARAGRAPH if kind == "paragraph" else kind, "text": pair[tag], "page": "", "confidence": 1.0}


def _article(article: ExtractedArticle, keys: Mapping[str, str]) -> Json:
    return {
        "title": _by_key(article.title, keys),
        "deck": _by_key(article.deck, keys),
        "byline": list(article.byline),
        "section": _by_key(article.section, keys),
        "pages": list(article.pages),
        **{key: [_block(block, tag) for block in article.body.get(tag, ())] for tag, key in keys.items()},
        "figures": [_figure(figure, keys) for figure in article.figures],
        "asides": [_aside(aside, keys) for aside in article.asides],
    }


def _by_key(texts: Mapping[str, T], keys: Mapping[str, str]) -> dict[str, T]:
    """Returns the texts that are not empty, in the order of the languages."""
    return {key: text for tag, key in keys.items() if (text := texts.get(tag))}


def _block(block: ExtractedBlock, tag: str) -> Json:
    found: Json = {"type": block.kind, "text": block.text, "page": block.page, "confidence": block.confidence}
    if tag == "ja":
        found["lang"] = tag
    if block.doubt:
        found["doubt"] = block.doubt
    if block.continues:
        found["continues"] = True
    return found


def _figure(figure: ExtractedFigure, keys: Mapping[str, str]) -> Json:
    return _without_empty(
        {
            **_by_key(figure.caption, keys),
            "credit": figure.credit,
            "page": figure.page,
            "picture": figure.picture,
            "confidence": figure.confidence,
            "doubt": figure.doubt,
        }
    )


def _aside(aside: ExtractedAside, keys: Mapping[str, str]) -> Json:
    return _without_empty(
        {
            "type": aside.kind,
            "title": _by_key(aside.title, keys),
            **{key: list(texts) for key, texts in _by_key(aside.texts, keys).items()},
            "rows": [list(row) for row in aside.rows],
            "page": aside.page,
            "confidence": aside.confidence,
            "doubt": aside.doubt,
        }
    )


def _without_empty(values: Mapping[str, str | float | Mapping[str, str] | Sequence[object]]) -> Json:
    """Returns the values without empty strings, lists and objects; a confidence of 0 stays."""
    return {key: value for key, value in values.items() if value or isinstance(value, float)}
