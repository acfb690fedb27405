"""The parts of an article in linear reading: each is read in one go, and all around its text is said in words."""

from __future__ import annotations

from reader.exporting.edition import Edition, block_lists, colophon_lines, credited_tags, footnotes, placed_figures
from reader.exporting.text_forms import TextForm
from reader.gate import clean_line
from reader.layout import wording
from reader.model.magazine import (
    Aside,
    Code,
    Footnote,
    FreeBody,
    Heading,
    ItemList,
    PageBreak,
    Paragraph,
    Placement,
    Quotation,
    Table,
    Verse,
    no_such_block,
)
from reader.model.naming import pages_of
from reader.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.exporting.prose_tree import Branch
    from reader.learning.conversion import Script
    from reader.model.magazine import Article, Figure, Issue
    from reader.model.passage import Passage, PassageBlock
    from reader.model.text import Prose, Text
    from reader.reading.linear.words import LinearWords


@record
class PartText:
    """The text of a part in one language, with line feeds at its line ends."""

    language: str
    text: str


@record
class SpokenPart:
    """A part of an article that is read in one go: its head, a heading, a paragraph, a figure, a table, a note."""

    texts: tuple[PartText, ...]
    lead: str = ""
    """Words of the interface before the text, on its first line."""
    before: tuple[str, ...] = ()
    """Lines of the interface before the part: a printed page, a list, a box."""
    anchor: str = ""
    number: int = 0
    """Number of its passage; 0 for the head, figures and the lines below the article."""
    page: str = ""
    """Printed page that begins with it; empty if none does."""
    is_heading: bool = False
    sought: tuple[Text, ...] = ()
    """Texts that find looks in."""


@record
class PartList:
    """The parts of an article in reading order; those of a free body's side have one language."""

    tags: tuple[str, ...]
    parts: tuple[SpokenPart, ...]


class SpokenForm(TextForm):
    """Text to be heard: marks of notes are words, addresses of links are left out."""

    def __init__(self, notes: dict[str, str], note_mark: str) -> None:
        """Takes the numbers of the notes by their ids, and the phrase for a mark."""
        super().__init__(notes)
        self.note_mark = note_mark

    def running(self, text: str) -> str:
        """Returns words of a text without soft hyphens, at which a voice would stumble."""
        return super().running(text).replace("\u00ad", "")

    def branch(self, node: Branch, inner: str) -> str:
        """Returns a stretch with markup, given the form of its content."""
        if node.kind == "footnote":
            return self.note_mark.format(sign) if (sign := self.notes.get(node.target)) else ""
        return inner if node.kind == "link" else super().branch(node, inner)


def part_lists(
    issue: Issue, article: Article, tags: tuple[str, ...], words: LinearWords, script: Script | None = None
) -> tuple[PartList, ...]:
    """Returns the parts of an article: one list if its languages are in pairs, else one for each language.

    Args:
        issue: The issue.
        article: An article of it.
        tags: One or two languages, in the order in which they are read; none for those of the article.
        words: The words of the interface.
        script: The script that its Chinese texts are in already.
    """
    edition = Edition(issue, (article,), tags, "left" if len(tags) == 1 else "pairs", script)
    lists = []
    for held in block_lists(edition, article):
        writer = _PartWriter(edition, article, held.tags, words)
        writer.head()
        for placed in held.blocks:
            writer.block(placed.block, iter(placed.passages))
        writer.rest(tuple(each.block for each in held.blocks if not isinstance(each.block, Footnote)))
        lists.append(PartList(held.tags, tuple(writer.parts)))
    return tuple(lists)


class _PartWriter:
    """Collects the parts of one list."""

    def __init__(self, edition: Edition, article: Article, tags: tuple[str, ...], words: LinearWords) -> None:
        self.edition, self.article, self.tags, self.words = edition, article, tags, words
        notes = {note.id: str(note.number) for note in article.footnotes if note.number}
        self.form = SpokenForm(notes, words.note_mark)
        self.parts: list[SpokenPart] = []
        self._before: list[str] = []
        self._page = ""
        self._last_page = article.pages[0] if article.pages else ""

    def add(self, part: SpokenPart, passage: Passage | None = None) -> None:
        """Adds a part, with the lines that are to be said before it."""
        if passage:
            part = replace(part, anchor=passage.anchor, number=passage.number, sought=(passage.text,))
        self.parts.append(replace(part, before=(*part.before, *self._before), page=self._page))
        self._before.clear()
        self._page = ""

    def each(self, written: Callable[[str], str], tags: Sequence[str] = ()) -> tuple[PartText, ...]:
        """Returns a text that a function writes in a language, for each language in which it is not empty."""
        found = ((tag, written(tag)) for tag in tags or self.tags)
        return tuple(PartText(tag, text) for tag, text in found if text)

    def texts(self, text: Text) -> tuple[PartText, ...]:
        """Returns a text in each language of the list that has it, else in any other that has it."""
        return self.each(lambda tag: self.spoken(text.get(tag))) or self.each(
            lambda tag: self.spoken(text.get(tag)), text.languages[:1] or self.tags
        )

    def spoken(self, prose: Prose | None) -> str:
        """Returns a text with its markup in words; empty without one."""
        return self.form.prose(prose) if prose else ""

    def head(self) -> None:
        """Adds the head: the issue, the title and the lines around it."""
        article, issue, words = self.article, self.edition.issue, self.words
        section = next(section for section, held in issue.articles() if held is article)
        names = words.language_names(self.edition.tags(article))
        numbers = sum(1 for _ in self._passages()), len(article.figures), len(article.footnotes)
        before = [words.address.format(f"{issue.id}/{article.id}")]
        before += [words.pages.format(clean_line(pages))] if (pages := pages_of(article)) else []
        before.append(words.counts.format(*numbers, words.separator.join(names.values())))
        before += self._apart()
        texts = self.each(lambda tag: self._head_in(tag, section.title))
        self.add(SpokenPart(texts, "", tuple(before), sought=self._named()))

    def _apart(self) -> Iterator[str]:
        """Yields the lines about a free body: the relation of its second side to the first, and its lists."""
        article, words = self.article, self.words
        if isinstance(article.body, FreeBody) and len(article.body.sides) > 1:
            if article.relation:
                derived = article.body.sides[1][0]
                yield words.relation.format(wording.relation(article.relation, derived, words.tag, derived=False))
            yield words.apart

    def _passages(self) -> Iterator[Passage]:
        for held in block_lists(self.edition, self.article):
            if held.tags[0] == self.tags[0]:
                for placed in held.blocks:
                    yield from placed.passages

    def _named(self) -> tuple[Text, ...]:
        article = self.article
        return tuple(filter(None, (article.title, article.kicker, article.deck)))

    def _head_in(self, tag: str, section: Text) -> str:
        article, issue = self.article, self.edition.issue
        lines = [" · ".join(text.best((tag,)) for text in (issue.magazine, issue.label, section))]
        lines += [article.kicker.plain(tag)] if article.kicker else []
        lines.append(self.words.title + article.title.best((tag,)))
        lines += [article.deck.plain(tag)] if article.deck else []
        lines += [
            wording.credit(credit.role, credit.name.best((tag,)), self.edition.shown_tag(tag))
            for credit in article.credits
            if tag in credited_tags(credit, self.tags)
        ]
        return "\n".join(clean_line(line) for line in lines if line)

    def block(self, block: PassageBlock, passages: Iterator[Passage]) -> None:
        """Adds the parts of a block, given its passages."""
        words = self.words
        match block:
            case PageBreak():
                self.begin_page(block.page)
            case Placement():
                self.place(block)
            case Aside():
                self.box(block, passages)
            case Heading():
                lead = words.heading if block.level == 1 else words.heading_below.format(block.level)
                self.add(SpokenPart(self.texts(block.text), lead, is_heading=True), next(passages))
            case Paragraph():
                self.paragraph(block, next(passages))
            case Quotation():
                self.quotation(block, passages)
            case ItemList():
                self._before.append(words.list_of.format(len(block.items)))
                for passage in passages_of(block, passages):
                    self.add(
                        SpokenPart(self.texts(passage.text), "" if passage.paragraph else self.sign(passage)), passage
                    )
            case Verse():
                texts = self.each(lambda tag: self.with_source(self.spoken(block.text.get(tag)), block.by, tag))
                self.add(SpokenPart(texts or self.texts(block.text), words.verse), next(passages))
            case Code():
                lead = words.code_in.format(clean_line(block.language)) if block.language else words.code
                self.add(SpokenPart(self.texts(block.text), lead), next(passages))
            case Table():
                self.table(block, next(passages))
            case Footnote():
                lead = words.note.format(block.number) if block.number else words.note_without_mark
                self.add(SpokenPart(self.texts(block.text), lead), next(passages))
            case _:
                raise no_such_block(block)

    def place(self, block: Placement) -> None:
        """Adds the figure of a place."""
        if figure := self.article.figure(block.figure):
            self.figure(figure)

    def box(self, block: Aside, passages: Iterator[Passage]) -> None:
        """Adds the title and the blocks of a box, with its beginning and its end."""
        self._before.append(self.words.box)
        if block.title:
            self.add(SpokenPart(self.texts(block.title), self.words.heading, is_heading=True), next(passages))
        for held in block.body:
            self.block(held, passages)
        self._before.append(self.words.box_ends)

    def begin_page(self, page: str) -> None:
        """Names a printed page before the next part."""
        if page and page != self._last_page:
            self._before.append(self.words.page.format(clean_line(page)))
            self._page = self._last_page = page

    def sign(self, passage: Passage) -> str:
        """Returns the words before an item of a list."""
        words = self.words
        if passage.level > 1:
            if passage.is_numbered:
                return words.ordered_item_below.format(passage.ordinal, passage.level)
            return words.item_below.format(passage.level)
        return words.ordered_item.format(passage.ordinal) if passage.is_numbered else words.item

    def paragraph(self, block: Paragraph, passage: Passage) -> None:
        """Adds a paragraph, with its printed number and the notes on other pages."""

        def written(tag: str) -> str:
            text, shown = self.spoken(passage.text.get(tag)), self.edition.shown_tag(tag)
            before = wording.continued(block.continued_from, shown, onward=False) if block.continued_from else ""
            after = wording.continued(block.continued_on, shown, onward=True) if block.continued_on else ""
            return clean_around(before, text, after) if text else ""

        lead = self.words.printed_number.format(clean_line(block.number)) if block.number else ""
        self.add(SpokenPart(self.each(written) or self.texts(passage.text), lead), passage)

    def quotation(self, block: Quotation, passages: Iterator[Passage]) -> None:
        """Adds the paragraphs of a quotation; its source follows the last one."""
        lead = self.words.pull if block.pull else self.words.quotation
        for number, text in enumerate(block.texts, 1):
            by = block.by if number == len(block.texts) else None
            self.add(SpokenPart(self._quoted(text, by) or self.texts(text), lead), next(passages))

    def _quoted(self, text: Text, by: Text | None) -> tuple[PartText, ...]:
        return self.each(lambda tag: self.with_source(self.spoken(text.get(tag)), by, tag))

    def with_source(self, text: str, by: Text | None, tag: str) -> str:
        """Returns a text with the line that names its source."""
        named = by.plain(tag) if by and text else ""
        return f"{text}\n{self.words.by.format(clean_line(named))}" if named else text

    def table(self, block: Table, passage: Passage) -> None:
        """Adds a table: its caption, its header, and each row with the header of a cell before the cell."""
        columns = max(map(len, (block.header, *block.rows)), default=0)
        lead = self.words.table.format(columns, len(block.rows))
        self.add(SpokenPart(self.each(lambda tag: "\n".join(self.table_lines(block, tag))), lead), passage)

    def table_lines(self, block: Table, tag: str) -> Iterator[str]:
        """Yields the lines of a table in a language; none if the language has no cell of it."""
        words = self.words
        rows = [[clean_line(self.spoken(cell.get(tag))) for cell in row] for row in (block.header, *block.rows)]
        header, *others = rows
        if not any(map(any, rows)):
            return
        if block.caption:
            yield self.spoken(block.caption.get(tag))
        if any(header):
            yield words.header.format(words.separator.join(filter(None, header)))
        for number, row in enumerate(others, 1):
            named = zip(row, [*header, *[""] * (len(row) - len(header))], strict=False)
            cells = (words.cell.format(name, cell) if name else cell for cell, name in named if cell)
            yield words.row.format(number, words.separator.join(cells))

    def figure(self, figure: Figure) -> None:
        """Adds a figure: caption, credit, and its description in place of the picture."""
        words = self.words

        def written(tag: str) -> str:
            credit = figure.credit.best((tag,)) if figure.credit else ""
            alt = figure.alt.best((tag,)) if figure.alt else ""
            lines = [self.spoken(figure.caption.get(tag)) or clean_line(figure.caption.best((tag,)))]
            lines += [words.credit.format(clean_line(credit))] if credit else []
            lines.append(words.described.format(clean_line(alt)) if alt else words.not_described)
            return "\n".join(filter(None, lines))

        self.begin_page(figure.page)
        sought = tuple(filter(None, (figure.caption, figure.credit, figure.alt)))
        lead = words.figure.format(self.article.figures.index(figure) + 1)
        self.add(SpokenPart(self.each(written), lead, anchor=figure.id, sought=sought))

    def rest(self, blocks: Iterable[PassageBlock]) -> None:
        """Adds the figures that have no place, the notes, and the lines below the article."""
        there = {*placed_figures(tuple(block for block in blocks if not isinstance(block, Footnote)))}
        for figure in self.article.figures:
            if figure.id not in there:
                self.figure(figure)
        for passage in footnotes(self.edition, self.article):
            if any(passage.text.get(tag) for tag in self.tags):
                self.block(passage.block, iter((passage,)))
        for line in colophon_lines(self.edition, self.article):
            self.add(SpokenPart(self.texts(line), sought=(line,)))
        if self._before:
            self.add(SpokenPart(()))


def passages_of(block: ItemList, passages: Iterator[Passage]) -> Iterator[Passage]:
    """Yields the passages of a list, which are as many as its paragraphs, those of lists under it included."""
    from itertools import islice

    from reader.model.magazine import texts_of_items

    return islice(passages, sum(1 for _ in texts_of_items(block.items)))


def clean_around(before: str, text: str, after: str) -> str:
    """Returns a text between two notes, either of which may be empty."""
    return " ".join(filter(None, (clean_line(before), text, clean_line(after))))
