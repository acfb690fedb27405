"""An article as the items that a column or a spread sets, in reading order."""

from __future__ import annotations

from reader.layout import wording
from reader.layout.setting import CREDIT_GAP
from reader.model.language import choose
from reader.model.magazine import Aside, FreeBody, Heading, ItemList, Paragraph, Quotation, Table
from reader.model.passage import Mark, Passage, entries
from reader.model.record import record, replace
from reader.model.text import Prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.model.magazine import Article
    from reader.model.text import Text


@record
class Cell:
    """What one language has of an item: running text, or a table in that language.

    ``note`` is true where the words are the page's own and not the article's. ``offset`` is where the prose begins in
    the passage's text: a very long paragraph is set in parts.
    """

    language: str
    prose: Prose
    table: Table | None = None
    note: bool = False
    offset: int = 0


@record
class Item:
    """What stands together on a row or under each other: a text and its counterpart.

    ``cells`` holds the left and the right language's part; None where that side has nothing.
    """

    kind: str
    """``kicker``, ``title``, ``deck``, ``credits``, ``relation``, ``continued``, ``heading``, ``paragraph``,
    ``quotation``, ``pull``, ``by``, ``item``, ``table``, ``aside``, ``figure`` or ``language``."""
    cells: tuple[Cell | None, Cell | None]
    anchor: str = ""
    """The passage's anchor, a figure's id, or empty for the head of the article."""
    number: int = 0
    """The passage's number in its list; 0 for what is no passage."""
    page: str = ""
    new_page: bool = False
    """Whether a printed page begins here."""
    in_aside: bool = False
    level: int = 0
    """A heading's level."""
    ordinal: int = 0
    """A list item's number if the list is numbered."""
    indented: bool = False
    """Whether a Chinese paragraph begins with an indent of two full-width characters."""


@record
class Flow:
    """An article's items for two languages.

    An aligned article, and any article in one language, is one list of pairs; a free one shown in two languages
    is two lists, of which each has the cells of its side only.
    """

    languages: tuple[str, str]
    sides: tuple[tuple[Item, ...], ...]

    @property
    def free(self) -> bool:
        """Whether each side flows by itself."""
        return len(self.sides) == 2

    def in_turn(self) -> tuple[Item, ...]:
        """Returns one list, for a column that shows both languages under each other.

        Where the sides flow apart, the name of the right one's language stands before it.
        """
        if not self.free:
            return self.sides[0]
        language = self.languages[1]
        name = Cell(language, Prose(wording.language_name(language, language)), note=True)
        return (*self.sides[0], Item("language", (None, name)), *self.sides[1])


def flow(article: Article, languages: tuple[str, str]) -> Flow:
    """Returns the items of an article for a left and a right language."""
    body = article.body
    head = tuple(_head(article, languages))
    if isinstance(body, FreeBody):
        tags = tuple(tag for tag, _ in body.sides)
        shown = tuple(choose(language, tags) or "" for language in languages)
        lists = (
            (*_one_sided(head, side), *(_items(article, entries(article, tag), languages, side) if tag else ()))
            for side, tag in enumerate(shown)
        )
        return Flow(
            languages,
            tuple(
                items if tag and items else (*items, *_absent(languages, side))
                for side, (tag, items) in enumerate(zip(shown, lists, strict=True))
            ),
        )
    return Flow(languages, (head + tuple(_items(article, entries(article), languages)),))


def _absent(languages: tuple[str, str], side: int) -> tuple[Item, ...]:
    cell = Cell(languages[side], Prose(wording.absent(languages[side])), note=True)
    return (Item("relation", (cell, None) if side == 0 else (None, cell)),)


def _one_sided(items: Iterable[Item], side: int) -> Iterator[Item]:
    for item in items:
        if cell := item.cells[side]:
            yield replace(item, cells=(cell, None) if side == 0 else (None, cell))


def _head(article: Article, languages: tuple[str, str]) -> Iterator[Item]:
    if article.kicker:
        yield Item("kicker", _cells(article.kicker, languages))
    yield Item("title", _cells(article.title, languages))
    if article.deck:
        yield Item("deck", _cells(article.deck, languages))
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


def _cells(text: Text, languages: tuple[str, str]) -> tuple[Cell | None, Cell | None]:
    left, right = (Cell(tag, prose) if (prose := text.get(tag)) else None for tag in languages)
    return left, right


def _items(
    article: Article, stream: Iterable[Passage | Mark], languages: tuple[str, str], side: int | None = None
) -> Iterator[Item]:
    page = ""
    numbers = {figure.id: number for number, figure in enumerate(article.figures, 1)}
    for entry in stream:
        new_page = entry.page != page
        page = entry.page
        if isinstance(entry, Mark):
            figure = article.figure(entry.figure)
            if figure:
                cells = tuple(
                    Cell(tag, Prose(f"{numbers[figure.id]} {figure.caption.best((tag,))}"))
                    if side in (None, index)
                    else None
                    for index, tag in enumerate(languages)
                )
                yield Item("figure", (cells[0], cells[1]), figure.id, 0, page, new_page)
            continue
        for item in _passage_items(entry, languages):
            yield replace(item, new_page=new_page, page=page) if new_page else item
            new_page = False


def _passage_items(passage: Passage, languages: tuple[str, str]) -> Iterator[Item]:
    block = passage.block
    kind = passage.kind
    level = ordinal = 0
    indented = False
    by = None
    if isinstance(block, Paragraph):
        indented = not block.continued_from
        if block.continued_from:
            yield _continuation(block.continued_from, False, passage, languages)
    elif isinstance(block, Heading):
        level = block.level
    elif isinstance(block, Quotation):
        kind = "pull" if block.pull else "quotation"
        by = block.by
    elif isinstance(block, ItemList):
        ordinal = passage.ordinal if block.ordered else 0
    table = block if isinstance(block, Table) else None

    def cell(tag: str) -> Cell | None:
        if prose := passage.text.get(tag):
            return Cell(tag, prose, table)
        aligned = not passage.side and kind in ("paragraph", "quotation", "item", "heading", "table")
        words = wording.absent(tag) if passage.text.is_absent(tag) else wording.untranslated(tag)
        return Cell(tag, Prose(words), note=True) if aligned else None

    cells = (cell(languages[0]), cell(languages[1]))
    yield Item(
        kind,
        cells,
        passage.anchor,
        passage.number,
        passage.page,
        in_aside=passage.in_aside or isinstance(block, Aside),
        level=level,
        ordinal=ordinal,
        indented=indented,
    )
    if by:
        yield Item("by", _cells(by, languages), passage.anchor, 0, passage.page, in_aside=passage.in_aside)
    if isinstance(block, Paragraph) and block.continued_on:
        yield _continuation(block.continued_on, True, passage, languages)


def _continuation(page: str, on: bool, passage: Passage, languages: tuple[str, str]) -> Item:
    cells = tuple(
        Cell(tag, Prose(wording.continued(page, on, tag)), note=True) if passage.text.get(tag) else None
        for tag in languages
    )
    return Item("continued", (cells[0], cells[1]), passage.anchor, 0, passage.page, in_aside=passage.in_aside)
