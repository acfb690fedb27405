"""An article as the items that a column or a spread sets, in reading order."""

from __future__ import annotations

from itertools import chain

from reader.layout import wording
from reader.layout.body import Body, cells_of, words_of
from reader.layout.item import Cell, Item
from reader.layout.parts import in_parts
from reader.layout.setting import CREDIT_GAP
from reader.model.language import choose
from reader.model.magazine import FreeBody
from reader.model.passage import streams
from reader.model.record import record, replace
from reader.model.text import Prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.model.magazine import Article

    Segment = tuple[Item, ...] | Body


class Items:
    """A sequence of items: those that are there, such as the head's, and those of bodies, made when asked for."""

    def __init__(self, languages: tuple[str, str], segments: Sequence[Segment]) -> None:
        self.languages = languages
        self.segments = [(first, segment) for first, segment in _with_firsts(segments) if len(segment)]
        self._length = sum(map(len, segments))

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, index: int) -> Item:
        if not 0 <= index < self._length:
            raise IndexError(index)
        first, segment = next(held for held in reversed(self.segments) if held[0] <= index)
        return segment[index - first]

    def __iter__(self) -> Iterator[Item]:
        return chain.from_iterable(segment for _, segment in self.segments)

    def indices(self, kind: str, anchor: str) -> list[int]:
        """Returns the indices of the items of that kind and anchor; several of a text in parts or a head set twice."""
        found = []
        for first, segment in self.segments:
            if isinstance(segment, Body):
                found += [first + k for k in segment.indices(kind, anchor)]
            else:
                found += [first + k for k, item in enumerate(segment) if (item.kind, item.anchor) == (kind, anchor)]
        return found

    def index_of(self, anchor: str) -> int | None:
        """Returns the index of the passage's or figure's first item, or None if it is not here."""
        for first, segment in self.segments:
            if isinstance(segment, Body) and (found := segment.first_of(anchor)) is not None:
                return first + found
            if not isinstance(segment, Body):
                here = (k for k, i in enumerate(segment) if i.anchor == anchor and (i.number or i.kind == "figure"))
                if (index := next(here, None)) is not None:
                    return first + index
        return None

    def figure_before(self, index: int) -> str:
        """Returns the id of the last figure that is placed before an item; empty if there is none."""
        for first, segment in reversed(self.segments):
            if isinstance(segment, Body) and first < index and (found := segment.figure_before(index - first)):
                return found
        return ""

    def texts(self, side: int) -> list[str]:
        """Returns the article's own words in each item on a side; empty where there are none."""
        found: list[str] = []
        for _, segment in self.segments:
            found += segment.texts(side) if isinstance(segment, Body) else (words_of(item, side) for item in segment)
        return found

    def lengths(self, side: int) -> list[int]:
        """Returns how many characters the article's own words have in each item on a side."""
        found: list[int] = []
        for _, segment in self.segments:
            if isinstance(segment, Body):
                found += segment.lengths(side)
            else:
                found += [len(words_of(item, side)) for item in segment]
        return found

    def passages(self) -> int:
        """Returns the number of passages."""
        counts = (len(s.stream) if isinstance(s, Body) else sum(1 for i in s if i.number) for _, s in self.segments)
        return sum(counts)


def _with_firsts(segments: Iterable[Segment]) -> Iterator[tuple[int, Segment]]:
    first = 0
    for segment in segments:
        yield first, segment
        first += len(segment)


@record
class Flow:
    """An article's items for two languages.

    An aligned article, and any article in one language, is one list of pairs; a free one shown in two languages
    is two lists, of which each has the cells of its side only.
    """

    languages: tuple[str, str]
    sides: tuple[Items, ...]

    @property
    def free(self) -> bool:
        """Whether each side flows by itself."""
        return len(self.sides) == 2

    def in_turn(self) -> Items:
        """Returns one list, for a column that shows both languages under each other.

        Where the sides flow apart, the name of the right one's language stands before it.
        """
        if not self.free:
            return self.sides[0]
        language = self.languages[1]
        name = Cell(language, Prose(wording.language_name(language, language)), note=True)
        left, right = ([segment for _, segment in side.segments] for side in self.sides)
        return Items(self.languages, (*left, (Item("language", (None, name)),), *right))


def flow(article: Article, languages: tuple[str, str]) -> Flow:
    """Returns the items of an article for a left and a right language."""
    head = tuple(part for item in _head(article, languages) for part in in_parts(item))
    body = article.body
    if not isinstance(body, FreeBody):
        bodies = (Body(article, stream, languages) for stream in streams(article))
        return Flow(languages, (Items(languages, (head, *bodies)),))
    tags = tuple(tag for tag, _ in body.sides)
    shown = tuple(choose(language, tags) or "" for language in languages)
    return Flow(languages, tuple(_one_side(article, languages, side, tag, head) for side, tag in enumerate(shown)))


def _one_side(article: Article, languages: tuple[str, str], side: int, tag: str, head: tuple[Item, ...]) -> Items:
    """Returns the items of one side of a free body: its part of the head, and its blocks if it has any."""
    bodies = [Body(article, stream, languages, side) for stream in streams(article, tag)] if tag else []
    segments: list[Segment] = [tuple(_one_sided(head, side)), *bodies]
    if not any(map(len, segments)) or not tag:
        note = Cell(languages[side], Prose(wording.absent(languages[side])), note=True)
        segments.append((Item("relation", (note, None) if side == 0 else (None, note)),))
    return Items(languages, segments)


def _one_sided(items: Iterable[Item], side: int) -> Iterator[Item]:
    for item in items:
        if cell := item.cells[side]:
            yield replace(item, cells=(cell, None) if side == 0 else (None, cell))


def _head(article: Article, languages: tuple[str, str]) -> Iterator[Item]:
    if article.kicker:
        yield Item("kicker", cells_of(article.kicker, languages))
    yield Item("title", cells_of(article.title, languages))
    if article.deck:
        yield Item("deck", cells_of(article.deck, languages))
    if article.credits:
        yield Item("credits", (_byline(article, languages[0]), _byline(article, languages[1])))
    notes = tuple(_relation(article, languages, side) for side in (0, 1))
    if any(notes):
        yield Item("relation", (notes[0], notes[1]))


def _byline(article: Article, language: str) -> Cell:
    lines = (wording.credit(c.role, c.name.best((language,)), language) for c in article.credits)
    return Cell(language, Prose(CREDIT_GAP.join(lines)))


def _relation(article: Article, languages: tuple[str, str], side: int) -> Cell | None:
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
    return Cell(language, Prose(wording.relation(article.relation, derived, other, language)), note=True)
