"""What was found on pages, as plain objects for JSON."""

from __future__ import annotations

from reader.importing.extraction import CHINESE, ENGLISH

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from reader.importing.extraction import Aside, Block, Caption, Found, Piece


def as_object(found: Found) -> dict[str, Any]:
    """Returns all that was found; keys whose value would be empty are left out of captions and asides."""
    return {
        "articles": [_piece(piece) for piece in found.pieces],
        "running": list(found.running),
        "unplaced": list(found.unplaced),
        "traditional": found.traditional,
        "notes": list(found.notes),
    }


def _piece(piece: Piece) -> dict[str, Any]:
    return {
        "title": _sides(piece.title),
        "deck": _sides(piece.deck),
        "byline": list(piece.byline),
        "section": _sides(piece.section),
        "pages": list(piece.pages),
        "zh": [_block(block) for block in piece.zh],
        "en": [_block(block) for block in piece.en],
        "figures": [_caption(caption) for caption in piece.figures],
        "asides": [_aside(aside) for aside in piece.asides],
    }


def _sides(pair: tuple[str, str]) -> dict[str, str]:
    return {side: text for side, text in zip((CHINESE, ENGLISH), pair, strict=True) if text}


def _block(block: Block) -> dict[str, Any]:
    told: dict[str, Any] = {"type": block.kind, "text": block.text, "page": block.page, "confidence": block.confidence}
    if block.doubt:
        told["doubt"] = block.doubt
    if block.continues:
        told["continues"] = True
    return told


def _caption(caption: Caption) -> dict[str, Any]:
    told: dict[str, Any] = {"zh": caption.zh, "en": caption.en, "credit": caption.credit, "page": caption.page}
    told |= {"picture": caption.picture, "confidence": caption.confidence, "doubt": caption.doubt}
    return {key: value for key, value in told.items() if value != ""}


def _aside(aside: Aside) -> dict[str, Any]:
    told: dict[str, Any] = {
        "type": aside.kind,
        "title": _sides(aside.title),
        "zh": list(aside.zh),
        "en": list(aside.en),
    }
    told |= {"rows": [list(row) for row in aside.rows], "page": aside.page}
    told |= {"confidence": aside.confidence, "doubt": aside.doubt}
    return {key: value for key, value in told.items() if value not in ("", [], {})}
