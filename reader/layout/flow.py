"""An article as items in reading order, which columns are set from."""

from __future__ import annotations

from itertools import chain

from reader.layout import wording
from reader.layout.body import BodyItems, cells_of, kind_and_texts_of, words_of
from reader.layout.colophon import colophon
from reader.layout.item import Cell, Item
from reader.layout.parts import in_parts
from reader.layout.setting import CREDIT_GAP
from reader.layout.spaces import LEFT, RIGHT, SIDES, ItemIndex
from reader.model.language import choose
from reader.model.magazine import FreeBody
from reader.model.passage import streams
from reader.model.record import record, replace
from reader.model.text import Prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.layout.item import ItemKind
    from reader.layout.spaces import Side
    from reader.model.magazine import Article, Issue

    Segment = tuple[Item, ...] | BodyItems


@record
class TurnSign:
    """The sign above a turn: the name of its language, and where the other one goes on."""

    here: str
    beyond: str
    """The name of the other language, an arrow, and the number of its paragraph: ``English ↓ ¶3``."""


class Items:
    """A sequence of items in segments: the items of a head, and bodies whose items are made when they are asked for."""

    def __init__(self, languages: tuple[str, str], segments: Sequence[Segment]) -> None:
        self.languages = languages
        self.segments = [(first, segment) for first, segment in _with_firsts(segments) if len(segment)]
        self._length = sum(map(len, segments))

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, index: int) -> Item:
        if not 0 <= index < self._length:
            raise IndexError(index)
        first, segment = self._segment_at(index)
        return segment[index - first]

    def _segment_at(self, index: int) -> tuple[int, Segment]:
        """Returns the segment that holds an item, after the index of its first item."""
        return next(held for held in reversed(self.segments) if held[0] <= index)

    def __iter__(self) -> Iterator[Item]:
        return chain.from_iterable(segment for _, segment in self.segments)

    def indices(self, kind: ItemKind, anchor: str) -> list[ItemIndex]:
        """Returns the indices of the items of that kind and anchor: several for a text in parts or a head set twice."""
        found: list[ItemIndex] = []
        for first, segment in self.segments:
            if isinstance(segment, BodyItems):
                here = segment.indices(kind, anchor)
            else:
                here = [k for k, item in enumerate(segment) if (item.kind, item.anchor) == (kind, anchor)]
            found += [ItemIndex(first + k) for k in here]
        return found

    def index_of(self, anchor: str) -> ItemIndex | None:
        """Returns the index of the first item of a passage or figure, or None if it is not among the items."""
        for first, segment in self.segments:
            if isinstance(segment, BodyItems):
                found = segment.first_of(anchor)
            else:
                here = (k for k, i in enumerate(segment) if i.anchor == anchor and (i.number or i.kind == "figure"))
                found = next(here, None)
            if found is not None:
                return ItemIndex(first + found)
        return None

    def figure_before(self, index: int) -> str:
        """Returns the id of the last figure before an item; empty if there is none."""
        for first, segment in reversed(self.segments):
            if isinstance(segment, BodyItems) and first < index and (found := segment.figure_before(index - first)):
                return found
        return ""

    def texts(self, side: Side) -> list[str]:
        """Returns each item's text on a side, without notes of the page; empty where there is none."""
        found: list[str] = []
        for _, segment in self.segments:
            found += (
                segment.texts(side) if isinstance(segment, BodyItems) else (words_of(item, side) for item in segment)
            )
        return found

    def unshared_texts(self, side: Side) -> list[str]:
        """Returns each item's text on a side as :meth:`texts` does, each text of a table that both sides share once."""
        found: list[str] = []
        for _, segment in self.segments:
            found += (
                segment.unshared_texts(side)
                if isinstance(segment, BodyItems)
                else (words_of(item, side) for item in segment)
            )
        return found

    def texts_at(self, indices: Iterable[ItemIndex], side: Side) -> list[str]:
        """Returns the texts of some items on a side as :meth:`texts` does."""
        found = []
        for index in indices:
            first, segment = self._segment_at(index)
            if isinstance(segment, BodyItems):
                found.append(segment.text_at(index - first, side))
            else:
                found.append(words_of(segment[index - first], side))
        return found

    def kind_and_texts_at(self, index: ItemIndex) -> tuple[ItemKind, str, str]:
        """Returns an item's kind and its texts on both sides as :meth:`texts` does."""
        first, segment = self._segment_at(index)
        if isinstance(segment, BodyItems):
            return segment.kind_and_texts_at(index - first)
        return kind_and_texts_of(segment[index - first])

    def lengths(self, side: Side) -> list[int]:
        """Returns the number of characters of each item's text on a side, about that number for texts in parts."""
        found: list[int] = []
        for _, segment in self.segments:
            if isinstance(segment, BodyItems):
                found += segment.lengths(side)
            else:
                found += [len(words_of(item, side)) for item in segment]
        return found

    def load_some(self) -> bool:
        """Loads a piece of the texts, for a search of all of them; returns whether there are more."""
        return any(segment.load_some() for _, segment in self.segments if isinstance(segment, BodyItems))

    def headings(self) -> list[tuple[int, int]]:
        """Returns the index and the level of each heading of the bodies."""
        return [
            (first + index, level)
            for first, segment in self.segments
            if isinstance(segment, BodyItems)
            for index, level in segment.headings()
        ]

    def sign_above(self, index: int) -> TurnSign | None:  # noqa: ARG002 (a list in turns has signs)
        """Returns the sign above an item that begins a turn of a language; None, as there are no turns."""
        return None

    def sign_of(self, index: int) -> TurnSign | None:  # noqa: ARG002
        """Returns the sign of the turn that holds an item; None, as there are no turns."""
        return None

    def passages(self) -> int:
        """Returns the number of passages."""
        counts = (
            len(s.stream) if isinstance(s, BodyItems) else sum(1 for i in s if i.number) for _, s in self.segments
        )
        return sum(counts)


def _with_firsts(segments: Iterable[Segment]) -> Iterator[tuple[int, Segment]]:
    """Yields each segment with the index of its first item."""
    first = 0
    for segment in segments:
        yield first, segment
        first += len(segment)


@record
class Flow:
    """The items of an article in two languages.

    An aligned body gives one list, whose items have both languages. A free body gives a list for each language, whose
    items have the cell of that side only.
    """

    languages: tuple[str, str]
    sides: tuple[Items, ...]
    head: tuple[Item, ...] = ()
    """Items before the bodies of a free body, in both languages."""
    bodies: tuple[Items, ...] = ()
    """The items of each side of a free body, without the head."""

    @property
    def free(self) -> bool:
        """Whether each side has a list of its own."""
        return len(self.sides) == 2

    def load_some(self) -> bool:
        """Loads a piece of the texts, for a search of all of them; returns whether there are more."""
        return any(items.load_some() for items in self.sides)


def flow(article: Article, languages: tuple[str, str], issue: Issue | None = None) -> Flow:
    """Returns the items of an article in a left and a right language; below it are facts of its issue, if given."""
    head = tuple(part for item in _head(article, languages) for part in in_parts(item))
    tail = tuple(part for item in colophon(article, languages, issue) for part in in_parts(item))
    body = article.body
    if not isinstance(body, FreeBody):
        return Flow(languages, (Items(languages, (head, *_segments(article, languages), tail)),))
    tags = tuple(tag for tag, _ in body.sides)
    shown = tuple(choose(language, tags) or "" for language in languages)
    heads = [tuple(_one_sided(head, side)) for side in SIDES]
    blocks = [_body(article, languages, side, tag) for side, tag in zip(SIDES, shown, strict=True)]
    notes = [
        (_absence(languages, side),) if not tag or not (heads[side] or any(map(len, blocks[side]))) else ()
        for side, tag in zip(SIDES, shown, strict=True)
    ]
    tails = [tuple(_one_sided(tail, side)) for side in SIDES]
    sides = (Items(languages, (heads[side], *blocks[side], notes[side], tails[side])) for side in SIDES)
    told = any(item.kind == "relation" for item in head)
    alone = (Items(languages, (*blocks[side], () if told else notes[side], tails[side])) for side in SIDES)
    return Flow(languages, tuple(sides), head, tuple(alone))


def _body(article: Article, languages: tuple[str, str], side: Side, tag: str) -> list[Segment]:
    """Returns the blocks of one side of a free body; ``tag`` is its language, empty if the body lacks the side."""
    return list(_segments(article, languages, side, tag)) if tag else []


def _segments(
    article: Article, languages: tuple[str, str], side: Side | None = None, tag: str = ""
) -> Iterator[Segment]:
    """Yields the blocks of a body, or of a side of it, then the footnotes below their heading."""
    for stream in streams(article, tag):
        if stream.is_of_footnotes:
            heading = Item("notes", _each_side(wording.notes, languages))
            yield (heading,) if side is None else tuple(_one_sided((heading,), side))
        yield BodyItems(article, stream, languages, side)


def _each_side(words: Callable[[str], str], languages: tuple[str, str]) -> tuple[Cell, Cell]:
    """Returns words of the page in two languages."""
    left, right = (Cell(tag, Prose(words(tag)), note=True) for tag in languages)
    return left, right


def _absence(languages: tuple[str, str], side: Side) -> Item:
    """Returns the note that the body has no text in the language of a side."""
    note = Cell(languages[side], Prose(wording.absent(languages[side])), note=True)
    return Item("relation", (note, None) if side == 0 else (None, note))


def _one_sided(items: Iterable[Item], side: Side) -> Iterator[Item]:
    """Yields the items that have a cell on a side, with that cell only."""
    for item in items:
        if cell := item.cells[side]:
            yield replace(item, cells=(cell, None) if side == 0 else (None, cell))


def _head(article: Article, languages: tuple[str, str]) -> Iterator[Item]:
    """Yields the items before the body: kicker, title, deck, credits, and how the sides are related."""
    if article.kicker:
        yield Item("kicker", cells_of(article.kicker, languages))
    yield Item("title", cells_of(article.title, languages))
    if article.deck:
        yield Item("deck", cells_of(article.deck, languages))
    if article.credits:
        yield Item("credits", (_byline(article, languages[LEFT]), _byline(article, languages[RIGHT])))
    left, right = (_relation(article, languages, side) for side in SIDES)
    if left or right:
        yield Item("relation", (left, right))


def _byline(article: Article, language: str) -> Cell:
    """Returns the credits of an article on one line."""
    lines = (wording.credit(c.role, c.name.best((language,)), language) for c in article.credits)
    return Cell(language, Prose(CREDIT_GAP.join(lines)))


def _relation(article: Article, languages: tuple[str, str], side: Side) -> Cell | None:
    """Returns the note on how a side of a free body is related to the other one; None if nothing is known."""
    body = article.body
    if not isinstance(body, FreeBody):
        return None
    language, other = languages[side], languages[1 - side]
    tags = tuple(tag for tag, _ in body.sides)
    if len(tags) == 1:
        return Cell(language, Prose(wording.only_in(tags[0], language)), note=True)
    if not article.relation or language not in tags or other not in tags:
        return None
    derived = tags.index(language) > tags.index(other)
    return Cell(language, Prose(wording.relation(article.relation, other, language, derived=derived)), note=True)
