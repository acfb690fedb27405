"""What was found on a page as plain objects, for JSON: the form that the scorer of practice pages reads."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from reader.importing.page import Block, Found, Piece


def as_object(found: Found) -> dict[str, Any]:
    """Returns the articles, what was taken off the page, and what could be placed nowhere."""
    return {
        "articles": [_article(piece) for piece in found.pieces],
        "running": list(found.running),
        "unplaced": list(found.unplaced),
    }


def _article(piece: Piece) -> dict[str, Any]:
    return {
        "title": dict(zip(("zh", "en"), piece.title, strict=True)),
        "deck": dict(zip(("zh", "en"), piece.deck, strict=True)),
        "byline": list(piece.byline),
        "section": dict(zip(("zh", "en"), piece.section, strict=True)),
        "zh": [_block(block) for block in piece.zh],
        "en": [_block(block) for block in piece.en],
        "figures": [
            {"zh": each.zh, "en": each.en, "credit": each.credit, "page": each.page, "confidence": each.confidence}
            for each in piece.figures
        ],
        "asides": [
            {"kind": each.kind, "zh": list(each.zh), "en": list(each.en), "rows": [list(row) for row in each.rows]}
            for each in piece.asides
        ],
        "pages": list(piece.pages),
    }


def _block(block: Block) -> dict[str, Any]:
    return {"type": block.kind, "text": block.text, "confidence": block.confidence}
