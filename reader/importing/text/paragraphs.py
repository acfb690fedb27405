"""Lines of columns, in reading order, made into paragraphs and headings."""

from __future__ import annotations

import re

from reader.importing import hyphens
from reader.importing.extraction import FRAGMENT, HEADING, PARAGRAPH, ExtractedBlock
from reader.importing.text.following import is_han
from reader.importing.text.margins import CAPTION, COLUMN, JOIN
from reader.importing.text.pieces import BODY, FIRST, HEAD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.extraction import BlockKind
    from reader.importing.text.columns import Search
    from reader.importing.text.margins import Margins
    from reader.importing.text.pieces import Piece

_SURE = 0.95
"""No paragraph of page text is surer."""
_UNSURE = 0.75
"""What is less sure is doubted."""
_SHORT = 0.8
"""A line of less than this share of the column is none that goes on."""
_TOLD = 12
"""Letters of a line are quoted where it is doubted."""
_DOUBTS = {
    COLUMN: "unsure of the column of “{}…”",
    JOIN: "unsure of the join: a paragraph may begin or go on at “{}…”",
    CAPTION: "unsure whether “{}…” is a caption",
}


class _Open:
    """A block as it grows."""

    def __init__(self, kind: BlockKind, piece: Piece, page: str) -> None:
        self.kind, self.page = kind, page
        self.pieces = [piece]


def build(
    columns: list[tuple[str, list[tuple[Piece, str]]]], search: Search, known: frozenset[str], is_headed: bool
) -> list[ExtractedBlock]:
    """Returns the blocks of one language's columns, given in reading order, each with the page it stands on.

    ``is_headed`` says whether a title stands over them: else the first may have begun on a page before.
    """
    grown: list[_Open] = []
    for page, column in columns:
        for index, (piece, role) in enumerate(column):
            last = grown[-1] if grown else None
            if role == HEAD:
                if last and last.kind == HEADING and index and not last.pieces[-1].closed:
                    last.pieces.append(piece)
                else:
                    grown.append(_Open(HEADING, piece, page))
                continue
            rest = column[index + 1 : index + 2]
            if (
                not last
                or last.kind == HEADING
                or role == FIRST
                or begins(last.pieces[-1], piece, not index, rest, search)
            ):
                grown.append(_Open(PARAGRAPH, piece, page))
            else:
                last.pieces.append(piece)
    texts = [joined([piece.text for piece in block.pieces], block.pieces[0].chinese, known) for block in grown]
    blocks = []
    for block, text in zip(grown, texts, strict=True):
        is_para = block.kind == PARAGRAPH
        is_first = block is grown[0] and is_para and not is_headed
        kind = FRAGMENT if is_first and _is_amid(columns[0][1], search) else block.kind
        continues = block is grown[-1] and is_para and _goes_on(block.pieces[-1], search)
        confidence, doubt = _confidence(block.pieces, search.margins)
        blocks.append(ExtractedBlock(kind, text, block.page, confidence, doubt, continues))
    return blocks


def _is_amid(column: list[tuple[Piece, str]], search: Search) -> bool:
    """Whether a column begins amid a paragraph: in small letters, without an indent, or with a short line."""
    first, role = column[0]
    if not first.chinese:
        return first.text[0].islower()
    short = first.closed and first.width < _SHORT * search.width and (len(column) < 2 or column[1][1] != BODY)
    return short or (role == BODY and search.measure.indented and first.width > search.width - search.tolerance)


def _goes_on(last: Piece, search: Search) -> bool:
    """Whether a paragraph goes on after its last line: it is full, and no sentence ends with it."""
    return not last.closed and last.width > _SHORT * search.width


def _confidence(pieces: list[Piece], margins: Margins) -> tuple[float, str]:
    """Returns how sure a block is, and what is unsure of it in a few words, if it is much so."""
    least, doubts = _SURE, []
    for piece in pieces:
        confidence, what = margins.least([piece.key], COLUMN, JOIN, CAPTION)
        least = min(least, confidence)
        if confidence < _UNSURE:
            doubts.append((confidence, _DOUBTS[what].format(piece.text[:_TOLD])))
    return least, min(doubts)[1] if doubts else ""


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
