"""An edition as text: each text of a pair after the other, with a blank line between paragraphs."""

from __future__ import annotations

from functools import partial

from reader.exporting.edition import block_lists, colophon_lines, credited_tags, footnotes, placed_figures
from reader.exporting.link_targets import LinkTargets
from reader.exporting.picture_set import picture_key
from reader.exporting.text_forms import MarkdownForm, TextForm
from reader.layout import wording
from reader.model.magazine import (
    Aside,
    Code,
    Footnote,
    FreeBody,
    Heading,
    ItemList,
    ListItem,
    PageBreak,
    Paragraph,
    Placement,
    Quotation,
    Table,
    Verse,
    no_such_block,
)
from reader.model.naming import pages_of
from reader.model.spoken import spoken_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reader.exporting.edition import Edition
    from reader.model.address import Address
    from reader.model.magazine import Article, Figure
    from reader.model.passage import PassageBlock
    from reader.model.text import Text

ARTICLE_LEVEL = 3
"""Level of the headings of articles in an issue: its name is above its sections, and these above them."""


def plain_text(edition: Edition) -> str:
    """Returns an edition as plain text."""
    return _written(edition, TextForm, LinkTargets(edition, str, str), {})


def markdown(edition: Edition, pictures: Mapping[str, str]) -> str:
    """Returns an edition as Markdown.

    Args:
        edition: The edition.
        pictures: The paths of the pictures, relative to the Markdown file, by the keys of :func:`picture_key`.
    """
    return _written(edition, MarkdownForm, LinkTargets(edition, lambda address: f"#{_place(address)}"), pictures)


def _place(address: Address) -> str:
    """Returns the name of an article, or of a place in it, in the file."""
    return f"{address.article}.{address.anchor}" if address.anchor else address.article


def _written(edition: Edition, form: type[TextForm], links: LinkTargets, pictures: Mapping[str, str]) -> str:
    plain = form({})
    linked = links.linked() if plain.anchor("") else frozenset()
    tags, issue = edition.issue_tags, edition.issue
    is_whole = len(edition.articles) > 1
    names = [plain.words(f"{issue.magazine.best((tag,))} · {issue.label.best((tag,))}") for tag in tags]
    parts = [plain.heading(" / ".join(dict.fromkeys(names)), 1) if is_whole else plain.small(" / ".join(names))]
    if is_whole:
        parts += [*_each(issue.title, tags, plain), plain.words(issue.date)]
    for part in edition.sections():
        if is_whole:
            parts.append(plain.heading(_joined(part.section.title, tags, plain), 2))
        for article in part.articles:
            signs = {note.id: _sign(article, note, is_whole) for note in article.footnotes if note.number}
            own = form(signs, partial(links.href, article=article))
            writer = _Writer(edition, article, own, pictures, ARTICLE_LEVEL if is_whole else 1)
            writer.linked = frozenset(each.anchor for each in linked if each.article == article.id)
            parts += writer.parts()
    return "\n\n".join(filter(None, parts)) + "\n"


def _sign(article: Article, note: Footnote, is_whole: bool) -> str:
    return f"{article.id}-{note.number}" if is_whole else str(note.number)


def _each(text: Text | None, tags: Sequence[str], form: TextForm) -> list[str]:
    """Returns a text without markup in each language that has it, once if it is the same in all."""
    return [*dict.fromkeys(form.words(text.plain(tag)) for tag in tags if text.get(tag))] if text else []


def _joined(text: Text | None, tags: Sequence[str], form: TextForm) -> str:
    return " / ".join(_each(text, tags, form))


class _Writer:
    """Writes one article."""

    def __init__(
        self, edition: Edition, article: Article, form: TextForm, pictures: Mapping[str, str], level: int
    ) -> None:
        self.edition, self.article, self.form = edition, article, form
        self.pictures, self.level = pictures, level
        self.tags, self.shown = edition.tags(article), edition.shown_tag
        self.linked: frozenset[str] = frozenset()
        """Anchors of the places that links in the file lead to; empty for the article itself."""

    def parts(self) -> Iterator[str]:
        """Yields the parts of the article, each one or more lines."""
        article, form = self.article, self.form
        yield self.anchors([""])
        yield form.small(_joined(article.kicker, self.tags, form))
        yield form.heading(_joined(article.title, self.tags, form) or form.words(article.title.best(())), self.level)
        yield from _each(article.deck, self.tags, form)
        for credit in article.credits:
            known = credited_tags(credit, self.tags)
            lines = (
                form.words(wording.credit(credit.role, credit.name.best((tag,)), self.shown(tag))) for tag in known
            )
            yield form.small(" / ".join(dict.fromkeys(lines)))
        if pages := pages_of(article):
            yield form.small(f"P. {form.words(pages)}")
        bodies = [*block_lists(self.edition, article)]
        for held in bodies:
            if isinstance(article.body, FreeBody) and len(bodies) > 1:
                shown = self.shown(held.tags[0])
                yield form.small(form.words(wording.language_name(shown, shown)))
            for placed in held.blocks:
                yield self.anchors(passage.anchor for passage in placed.passages)
                yield from self.block(placed.block, held.tags)
        blocks = (block for held in bodies for block in (placed.block for placed in held.blocks))
        there = {*placed_figures(tuple(block for block in blocks if not isinstance(block, Footnote)))}
        for figure in article.figures:
            if figure.id not in there:
                yield from self.figure(figure, self.tags)
        for passage in footnotes(self.edition, article):
            texts = self.anchors([passage.anchor]) + " / ".join(self.texts(passage.text, self.tags))
            note = passage.block
            assert isinstance(note, Footnote)
            yield form.note(form.notes[note.id], texts) if note.id in form.notes else texts
        for line in colophon_lines(self.edition, article):
            yield from self.texts(line, self.tags)

    def anchors(self, names: Iterable[str]) -> str:
        """Returns the places of an article to which links lead, among those before a part of it."""
        linked = (name for name in names if name in self.linked)
        return "".join(self.form.anchor(f"{self.article.id}.{name}".rstrip(".")) for name in linked)

    def texts(self, text: Text, tags: Sequence[str]) -> list[str]:
        """Returns a text in each language that has it."""
        return [self.form.prose(prose) for tag in tags if (prose := text.get(tag))]

    def block(self, block: PassageBlock, tags: Sequence[str]) -> Iterator[str]:
        """Yields the parts of a block in each language."""
        form = self.form
        match block:
            case Heading():
                level = min(6, self.level + block.level)
                yield from (form.heading(text, level) for text in self.texts(block.text, tags))
            case Paragraph():
                yield from self.paragraph(block, tags)
            case Quotation():
                yield from (self.quotation(block, tag) for tag in tags if any(t.get(tag) for t in block.texts))
            case ItemList():
                lists = ("\n".join(self.items(block.items, block.ordered, tag)) for tag in tags)
                yield from filter(None, lists)
            case Verse():
                yield from (self.verse(block, tag) for tag in tags if block.text.get(tag))
            case Code():
                texts = dict.fromkeys(block.text.plain(tag) for tag in tags if block.text.get(tag))
                yield from (form.code(text, block.language) for text in texts)
            case Table():
                yield from (part for tag in tags for part in self.table(block, tag))
            case Aside():
                parts = [form.heading(text, 6) for text in (self.texts(block.title, tags) if block.title else ())]
                parts += [part for held in block.body for part in self.block(held, tags)]
                yield form.box("\n\n".join(filter(None, parts)))
            case Placement():
                figure = self.article.figure(block.figure)
                yield from self.figure(figure, tags) if figure else ()
            case PageBreak():
                yield form.small(f"— {form.words(block.page)} —")
            case Footnote():
                pass
            case _:
                raise no_such_block(block)

    def paragraph(self, block: Paragraph, tags: Sequence[str]) -> Iterator[str]:
        """Yields a paragraph in each language, with its number and the notes on other pages."""
        form = self.form
        text = spoken_text(block)
        for tag in tags:
            if prose := text.get(tag):
                before = [form.words(block.number)] if block.number else []
                if block.continued_from:
                    before.append(form.words(wording.continued(block.continued_from, self.shown(tag), onward=False)))
                onward = wording.continued(block.continued_on, self.shown(tag), onward=True)
                after = [form.words(onward)] if block.continued_on else []
                yield " ".join((*before, form.prose(prose), *after))

    def quotation(self, block: Quotation, tag: str) -> str:
        """Returns a quotation in a language, and its source."""
        parts = [part for text in block.texts for part in self.texts(text, (tag,))]
        return self.form.quotation("\n\n".join([*parts, *self.source(block.by, tag)]))

    def verse(self, block: Verse, tag: str) -> str:
        """Returns verse in a language, and its author."""
        prose = block.text.get(tag)
        lines = self.form.verse(prose) if prose else ""
        return "\n\n".join([lines, *self.source(block.by, tag)])

    def source(self, by: Text | None, tag: str) -> list[str]:
        """Returns the line that names the source of a quotation or of verse in a language, if it has one."""
        return [f"— {self.form.words(by.plain(tag))}"] if by and by.get(tag) else []

    def items(self, items: Sequence[Text | ListItem], ordered: bool, tag: str, indent: str = "") -> Iterator[str]:
        """Yields the lines of list items in a language, and of the lists under them."""
        for number, item in enumerate(items, 1):
            held = item if isinstance(item, ListItem) else ListItem((item,))
            sign = f"{number}. " if ordered else "- "
            inner = indent + " " * len(sign)
            texts = [part for text in held.texts for part in self.texts(text, (tag,))]
            below = [*self.items(held.items, held.ordered, tag, inner)]
            if texts or below:
                text = f"\n\n{inner}".join(part.replace("\n", f"\n{inner}") for part in texts)
                yield f"{indent}{sign}{text}"
                yield from below

    def table(self, block: Table, tag: str) -> Iterator[str]:
        """Yields the caption and the rows of a table in a language."""
        if block.caption:
            yield from self.texts(block.caption, (tag,))
        rows = [[" ".join(self.texts(cell, (tag,))) for cell in row] for row in (block.header, *block.rows)]
        if any(any(row) for row in rows):
            yield self.form.table(rows[0], rows[1:])

    def figure(self, figure: Figure, tags: Sequence[str]) -> Iterator[str]:
        """Yields a figure's picture, caption and credit."""
        form = self.form
        alt = _joined(figure.alt, tags, form)
        yield self.anchors([figure.id])
        yield form.picture(alt, self.pictures.get(picture_key(self.article, figure), ""))
        captions = self.texts(figure.caption, tags)
        yield from captions
        yield form.small(_joined(figure.credit, tags, form))
