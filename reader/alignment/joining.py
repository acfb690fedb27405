"""New pairs of texts made into blocks, with all that belongs to the blocks from which the texts come."""

from __future__ import annotations

from reader.model.magazine import Code, Heading, Paragraph, Quotation, Verse
from reader.model.record import record, replace
from reader.model.text import Prose, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Movable = Heading | Paragraph | Verse | Code | Quotation
    """A block whose text may move to another one of its kind."""
    Words = tuple[Movable, Prose]
    """A block, and its text in a language."""

MOVABLE = (Heading, Paragraph, Verse, Code, Quotation)
NAMES = ("speaker", "by")
"""Fields of a block with the name of a person."""
DETAILS = ("id", "number", "continued_from", "continued_on", "language")
"""Fields that a block takes over from one that is gone, if it has none of its own."""


@record
class NewPair:
    """The texts of a new pair, of which one may be missing."""

    one: Words | None
    other: Words | None
    continues: bool


def joined(pairs: Sequence[NewPair], languages: tuple[str, str]) -> tuple[list[Movable], dict[int, Movable]]:
    """Returns the block of each pair, and blocks for the texts in further languages that are left over.

    The latter are by the identity of the block from which they come. Each block keeps its id and other details once:
    with its text in the first language, else with that in the second one. A block that is gone leaves its details to
    the one that has its text, where that has none.
    """
    keepers = {id(pair.one[0]): at for at, pair in enumerate(pairs) if pair.one}
    for at, pair in enumerate(pairs):
        if pair.other and not pair.one:
            keepers.setdefault(id(pair.other[0]), at)
    made: list[Movable] = []
    rest: dict[int, Movable] = {}
    for at, pair in enumerate(pairs):
        block = _paired(pair, languages, is_keeper=keepers.get(id(_base(pair))) == at)
        if pair.one and pair.other and id(gone := pair.other[0]) not in keepers:
            left = _left_over(block, gone, languages)
            if left:
                rest[id(gone)] = left
            block = _with_details(block, gone)
        made.append(block)
    return made, rest


def _base(pair: NewPair) -> Movable:
    base = pair.one or pair.other
    assert base
    return base[0]


def _paired(pair: NewPair, languages: tuple[str, str], *, is_keeper: bool) -> Movable:
    """Returns the block of a pair: that of the first language with the text of the second one beside it."""
    base = _base(pair)
    moved = {tag: each[1] for tag, each in zip(languages, (pair.one, pair.other), strict=True) if each}
    kept = {
        tag: prose for tag, prose in base.text.sides if not prose.text or (is_keeper and tag not in languages and tag)
    }
    text = _ordered(kept | moved, (*(tag for tag, _ in base.text.sides), *languages))
    if not is_keeper:
        return _bare(base, text)
    return base if text == base.text else replace(base, text=text)


def _ordered(sides: Mapping[str, Prose], order: Sequence[str]) -> Text:
    return Text(tuple((tag, sides[tag]) for tag in dict.fromkeys(order) if tag in sides))


def _bare(block: Movable, text: Text) -> Movable:
    """Returns a block of the same kind with another text, and nothing that there may be only once."""
    match block:
        case Heading():
            return Heading(text, block.level)
        case Paragraph():
            return Paragraph(text)
        case Verse():
            return Verse(text)
        case Code():
            return Code(text, block.language)
        case Quotation():
            return Quotation(text, pull=block.pull)


def _left_over(block: Movable, gone: Movable, languages: tuple[str, str]) -> Movable | None:
    """Returns a block of the texts of one that is gone for which a pair has no room; None if there are none."""
    left = {tag for tag, prose in gone.text.sides if tag not in languages and prose.text and block.text.get(tag)}
    if not left:
        return None
    sides = ((tag, prose if tag in left else Prose("")) for tag, prose in gone.text.sides)
    return _bare(gone, Text(tuple(sides)))


def _with_details(block: Movable, gone: Movable) -> Movable:
    """Returns a block with the details of one that is gone, and its texts in further languages, where it has none."""
    text = _merged(block.text, gone.text)
    changes: dict[str, object] = {} if text == block.text else {"text": text}
    for name in NAMES:
        ours, theirs = getattr(block, name, None), getattr(gone, name, None)
        if theirs:
            changes[name] = _merged(ours, theirs) if ours else theirs
    for name in DETAILS:
        if getattr(gone, name, "") and not getattr(block, name, ""):
            changes[name] = getattr(gone, name)
    return replace(block, **changes) if changes else block


def _merged(ours: Text, theirs: Text) -> Text:
    """Returns a text with those of another one in the languages that it lacks."""
    added = {tag: prose for tag, prose in theirs.sides if prose.text and not ours.get(tag)}
    return _ordered(dict(ours.sides) | added, [tag for tag, _ in (*ours.sides, *theirs.sides)])
