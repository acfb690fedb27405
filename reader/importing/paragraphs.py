"""Lines of columns, in reading order, made into paragraphs and headings."""

from __future__ import annotations

import re

from reader.importing import hyphens
from reader.importing.following import is_han
from reader.importing.page import HEADING, PARAGRAPH, Block
from reader.importing.pieces import FIRST, HEAD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.columns import Search
    from reader.importing.pieces import Piece

CONFIDENCE = 0.9
"""Of every paragraph: what the search weighed is not told yet."""


class _Open:
    """A block as it grows."""

    def __init__(self, kind: str, piece: Piece) -> None:
        self.kind = kind
        self.pieces = [piece]


def build(columns: list[list[tuple[Piece, str]]], search: Search, page: str, known: frozenset[str]) -> list[Block]:
    """Returns the blocks of one language's columns, given in reading order."""
    grown: list[_Open] = []
    for column in columns:
        for index, (piece, role) in enumerate(column):
            last = grown[-1] if grown else None
            if role == HEAD:
                if last and last.kind == HEADING and index and not last.pieces[-1].closed:
                    last.pieces.append(piece)
                else:
                    grown.append(_Open(HEADING, piece))
                continue
            rest = column[index + 1 : index + 2]
            if (
                not last
                or last.kind == HEADING
                or role == FIRST
                or begins(last.pieces[-1], piece, not index, rest, search)
            ):
                grown.append(_Open(PARAGRAPH, piece))
            else:
                last.pieces.append(piece)
    texts = [joined([piece.text for piece in block.pieces], block.pieces[0].chinese, known) for block in grown]
    return [Block(block.kind, text, page, CONFIDENCE) for block, text in zip(grown, texts, strict=True)]


def begins(before: Piece, piece: Piece, heads_column: bool, rest: list[tuple[Piece, str]], search: Search) -> bool:
    """Whether a paragraph begins with a piece, after another."""
    width, tolerance = search.width, search.tolerance
    if not before.closed:
        return before.width + piece.head_em < width - 2 * tolerance and piece.text[0].isupper()
    if before.width + piece.head_em <= width - tolerance:
        return True
    if not rest or rest[0][1] == HEAD or (piece.closed and piece.width < width / 2):
        return heads_column and not piece.chinese
    room = width - piece.width - rest[0][0].head_em
    return 0.7 < room < 2.5 if piece.chinese else 0.25 < room < 4


def joined(lines: list[str], chinese: bool, known: frozenset[str] = frozenset()) -> str:
    """Returns lines as one text: hyphens at their ends resolved, spaces as the language has them."""
    text = lines[0]
    for line in lines[1:]:
        if chinese:
            a, b = text[-1], line[0]
            apart = (is_han(a) and b.isascii() and b.isalnum()) or (is_han(b) and a.isascii() and a.isalnum())
            both = a.isascii() and b.isascii() and a.isalnum() and b.isalnum()
            text += (" " if apart or both else "") + line
        else:
            text = hyphens.joined(text, line, known)
    return widened(text) if chinese else text


_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}


def widened(text: str) -> str:
    """Returns Chinese with the full width given back to marks that were folded."""
    return re.sub(
        r"(?<=[\u3400-\u9fff”’」』）》])[,;:?!]",
        lambda found: _WIDE[found.group()],
        text,
    )
