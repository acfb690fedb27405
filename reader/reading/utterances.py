"""The sentences of an article in the order in which they are read aloud: one language, or both in turn. Pure."""

from __future__ import annotations

from reader.layout.spaces import ItemIndex, TextOffset
from reader.marks.article_text import TextRange
from reader.marks.sentences import sentences
from reader.model.record import record
from reader.reading.selection import Selection, Spot
from reader.reading.word_cursor import text_at

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.layout.column import Column
    from reader.layout.spaces import Side
    from reader.reading.direction import Direction


@record
class Utterance:
    """A sentence of one language."""

    place: Selection
    """The sentence as a selection."""
    range: TextRange
    text: str


def utterances_of(
    column: Column, number: Side, index: ItemIndex, sides: Sequence[Side], article: str
) -> list[Utterance]:
    """Returns the sentences of an item.

    With two sides, each sentence is followed by its counterpart if both have as many; else one side follows the other.

    Args:
        column: The column.
        number: The number of the column.
        index: The item.
        sides: The sides to read, in this order.
        article: The id of the article.
    """
    found: list[list[Utterance]] = []
    for side in sides:
        cell = text_at(column, index, side) if side in column.sides else None
        if cell is None:
            continue
        text, anchor, here = cell.prose.text, column.items[index].anchor, []
        for start, end in sentences(text):
            first, behind = (Spot(index, TextOffset(cell.offset + offset)) for offset in (start, end))
            place = Selection(number, side, behind, first)
            spoken = TextRange(article, anchor, cell.language, cell.offset + start, cell.offset + end)
            here.append(Utterance(place, spoken, text[start:end]))
        found.append(here)
    if len(found) == 2 and len(found[0]) == len(found[1]):
        return [each for pair in zip(*found, strict=True) for each in pair]
    return [each for here in found for each in here]


def first_at(column: Column, begun: Selection, sides: Sequence[Side], article: str) -> Utterance | None:
    """Returns the sentence at a place, in the first of the sides that are read; None if there is none in its item."""
    held = utterances_of(column, begun.column, begun.head.item, sides, article)
    own = [each for each in held if each.place.side == begun.side and each.range.end > begun.ends[0].offset]
    return own[0] if own else held[0] if held else None


def neighbour_of(
    column: Column, here: Utterance, sides: Sequence[Side], article: str, by: Direction
) -> Utterance | None:
    """Returns the next sentence (1) or the one before (-1); None at the end of the column."""
    number, index = here.place.column, here.place.head.item
    held = utterances_of(column, number, index, sides, article)
    position = next((k for k, each in enumerate(held) if each.range == here.range), -1 if by > 0 else len(held))
    if 0 <= position + by < len(held):
        return held[position + by]
    index = ItemIndex(index + by)
    while 0 <= index < len(column.items):
        if held := utterances_of(column, number, index, sides, article):
            return held[0 if by > 0 else -1]
        index = ItemIndex(index + by)
    return None
