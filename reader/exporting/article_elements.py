"""An article as elements: a pair of texts in each block, in one element that a page shows side by side or not."""

from __future__ import annotations

from functools import partial

from reader.exporting.edition import (
    block_lists,
    colophon_lines,
    credited_tags,
    footnotes,
    placed_figures,
)
from reader.exporting.elements import element
from reader.exporting.inline_elements import InlineWriter
from reader.exporting.picture_set import picture_key
from reader.layout import wording
from reader.model.language import is_right_to_left
from reader.model.magazine import (
    Aside,
    Code,
    Footnote,
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
    texts_of_items,
)
from reader.model.spoken import spoken_text
from reader.model.text import EVERY_LANGUAGE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from xml.etree.ElementTree import Element

    from reader.exporting.edition import Edition, PlacedBlock
    from reader.exporting.pages import PageListing
    from reader.model.magazine import Article, Credit, Figure
    from reader.model.passage import Passage, PassageBlock
    from reader.model.text import Text

_MAX_HEADING = 6


class ArticleWriter:
    """Makes the elements of one article."""

    def __init__(
        self,
        edition: Edition,
        article: Article,
        sources: Mapping[str, str],
        pages: PageListing,
        *,
        prefix: str,
        level: int,
    ) -> None:
        """Takes an article.

        Args:
            edition: The edition.
            article: The article.
            sources: The addresses of pictures by the keys of ``picture_key``.
            pages: The printed pages so far.
            prefix: The beginning of ids, where several articles are on one page.
            level: Level of its title.
        """
        self.edition, self.article, self.sources, self.pages = edition, article, sources, pages
        self.prefix, self.level = prefix, level
        self.tags = edition.tags(article)
        self.inline = InlineWriter(article, prefix)
        self._with_ids: set[str] = set()
        """Anchors of paragraphs in blocks that have their ids already."""

    def article_element(self) -> Element:
        """Returns the whole article."""
        article = self.article
        title = f"{self.prefix}-title-"
        held = [self.header(title)]
        if article.pages:
            held.append(self.page(article.pages[0]))
        bodies = [*block_lists(self.edition, article)]
        parts = [self.body(each.tags, [*self.blocks(each.blocks, each.tags)]) for each in bodies]
        held += [element("div", {"class": "sides"}, parts)] if len(parts) > 1 else parts
        blocks = tuple(placed.block for each in bodies for placed in each.blocks)
        there = {*placed_figures(tuple(block for block in blocks if not isinstance(block, Footnote)))}
        held += [self.figure(figure, self.tags) for figure in article.figures if figure.id not in there]
        held += self.notes()
        below = [self.pair("credit", self.prose_of(text)) for text in colophon_lines(self.edition, article)]
        held += [element("footer", {}, below)] if below else []
        return element("article", {"id": self.prefix.rstrip("."), "aria-labelledby": title}, held)

    def body(self, tags: Sequence[str], blocks: Sequence[Element]) -> Element:
        """Returns the blocks of a body, or of a side of it."""
        return element("div", self.language(tags[0], "side") if len(tags) == 1 else {"class": "body"}, blocks)

    def header(self, title: str) -> Element:
        """Returns the title with the lines above and below it."""
        article = self.article
        credited = [
            self.pair("credit", partial(self.credit, credit, credited_tags(credit, self.tags)))
            for credit in article.credits
        ]
        names = [self.span(article.title, tag) for tag in self.tags if article.title.get(tag)]
        heading = element(f"h{self.level}", {"id": title}, _spaced(names or [article.title.best(())]))
        return element(
            "header",
            {},
            [self.plain_pair("kicker", article.kicker), heading, self.plain_pair("deck", article.deck), *credited],
        )

    def credit(self, credit: Credit, tags: Sequence[str], tag: str) -> list[str]:
        """Returns a credit in a language, if it is one of those that it is written in."""
        shown = self.edition.shown_tag(tag)
        return [wording.credit(credit.role, credit.name.best((tag,)), shown)] if tag in tags else []

    def span(self, text: Text, tag: str) -> Element:
        """Returns a text without markup in a language."""
        return element("span", self.language(tag), [text.plain(tag)])

    def plain_pair(self, kind: str, text: Text | None) -> Element | None:
        """Returns a text without markup in each language."""
        return self.pair(kind, partial(_words, text)) if text else None

    def language(self, tag: str, kind: str = "") -> dict[str, str]:
        """Returns the attributes of a text in a language."""
        shown = self.edition.shown_tag(tag)
        is_original = tag == self.edition.original(self.article)
        classes = " ".join(filter(None, (kind, "cp-original" if is_original else "cp-translation")))
        direction = "rtl" if is_right_to_left(tag) else ""
        return {"lang": shown, "xml:lang": shown, "dir": direction, "class": classes}

    def pair(
        self,
        kind: str,
        make: Callable[[str], Iterable[Element | str]],
        tags: Sequence[str] = (),
        anchor: str = "",
        tag_name: str = "p",
    ) -> Element | None:
        """Returns a text in each language that has it, as one element; None where none has it."""
        halves = []
        for number, tag in enumerate(tags or self.tags, 1):
            if made := [*make(tag)]:
                halves.append(element(tag_name, self.language(tag, f"half-{number}"), made))
        if not halves:
            return None
        return element("div", {"class": f"pair {kind}", "id": self.prefix + anchor if anchor else ""}, halves)

    def page(self, label: str) -> Element:
        """Returns the mark of a printed page: its place, if it is the first one of that page."""
        anchor = self.pages.begin(label)
        if not anchor:
            return element("div", {"class": "page"}, [label])
        role = {"role": "doc-pagebreak", "epub:type": "pagebreak", "title": label}
        return element("div", {"class": "page", "id": anchor, **role}, [label])

    def blocks(self, placed: Iterable[PlacedBlock], tags: Sequence[str]) -> Iterator[Element]:
        """Yields the elements of blocks with their passages."""
        for each in placed:
            yield from self.block(each.block, iter(each.passages), tags)

    def block(self, block: PassageBlock, passages: Iterator[Passage], tags: Sequence[str]) -> Iterator[Element]:
        """Yields the elements of a block; takes its passages from those that follow."""
        made: Element | None = None
        match block:
            case PageBreak():
                made = self.page(block.page)
            case Placement():
                figure = self.article.figure(block.figure)
                made = self.figure(figure, tags) if figure else None
            case Aside():
                title = self.block_title(block, passages, tags)
                held = [each for inner in block.body for each in self.block(inner, passages, tags)]
                made = element("aside", {}, [title, *held])
            case Heading():
                name = f"h{min(_MAX_HEADING, self.level + block.level)}"
                made = self.pair("heading", self.prose_of(block.text), tags, next(passages).anchor, name)
            case Paragraph():
                text, anchor = spoken_text(block), next(passages).anchor
                made = self.pair("paragraph", lambda tag: self.paragraph(block, text, tag), tags, anchor)
            case Verse():
                kind = "div" if block.by else "p"
                made = self.pair("verse", lambda tag: self.verse(block, tag), tags, next(passages).anchor, kind)
            case Quotation():
                anchors = [next(passages).anchor for _ in block.texts]
                made = self.pair(
                    "quotation", lambda tag: self.quotation(block, tag, anchors), tags, anchors[0], "blockquote"
                )
            case ItemList():
                anchors = [passage.anchor for passage in _taken(passages, block)]
                self._with_ids.add(anchors[0])
                made = self.pair(
                    "list",
                    lambda tag: self.items(block.items, block.ordered, tag, iter(anchors)),
                    tags,
                    anchors[0],
                    "div",
                )
            case Code():
                is_shared = block.text.languages == (EVERY_LANGUAGE,)
                anchor = next(passages).anchor
                made = self.pair(
                    "code shared" if is_shared else "code",
                    lambda tag: self.code(block, tag),
                    tags[:1] if is_shared else tags,
                    anchor,
                    "div",
                )
            case Table():
                made = self.pair("table", lambda tag: self.table(block, tag), tags, next(passages).anchor, "div")
            case Footnote():
                made = None
            case _:
                raise no_such_block(block)
        if made is not None:
            yield made

    def prose_of(self, text: Text) -> Callable[[str], list[Element | str]]:
        """Returns a function that makes a text in a language."""
        return lambda tag: self.inline.prose(text.get(tag))

    def block_title(self, block: Aside, passages: Iterator[Passage], tags: Sequence[str]) -> Element | None:
        """Returns the title of a box."""
        if block.title is None:
            return None
        name = f"h{min(_MAX_HEADING, self.level + 1)}"
        return self.pair("heading", self.prose_of(block.title), tags, next(passages).anchor, name)

    def paragraph(self, block: Paragraph, text: Text, tag: str) -> list[Element | str]:
        """Returns a paragraph in a language, with its number and the notes on other pages."""
        made = self.inline.prose(text.get(tag))
        if not made:
            return []
        before: list[Element | str] = []
        if block.number:
            before += [element("span", {"class": "number"}, [block.number]), " "]
        if block.continued_from:
            note = wording.continued(block.continued_from, self.edition.shown_tag(tag), onward=False)
            before += [element("small", {}, [note]), " "]
        if block.continued_on:
            note = wording.continued(block.continued_on, self.edition.shown_tag(tag), onward=True)
            made += [" ", element("small", {}, [note])]
        return before + made

    def quotation(self, block: Quotation, tag: str, anchors: Sequence[str]) -> list[Element | str]:
        """Returns the paragraphs of a quotation in a language, and its source."""
        self._with_ids.add(anchors[0])
        made: list[Element | str] = [
            element("p", self.id_once(anchor), prose)
            for text, anchor in zip(block.texts, anchors, strict=True)
            if (prose := self.inline.prose(text.get(tag)))
        ]
        return [*made, *_source(block.by, tag)] if made else []

    def verse(self, block: Verse, tag: str) -> list[Element | str]:
        """Returns the lines of verse in a language, and its author."""
        made = self.inline.prose(block.text.get(tag))
        return [element("p", {}, made), *_source(block.by, tag)] if made and block.by else made

    def id_once(self, anchor: str) -> dict[str, str]:
        """Returns the id of a paragraph within a block, for the first language that has it."""
        if anchor in self._with_ids:
            return {}
        self._with_ids.add(anchor)
        return {"id": self.prefix + anchor}

    def items(
        self, items: Sequence[Text | ListItem], ordered: bool, tag: str, anchors: Iterator[str]
    ) -> list[Element | str]:
        """Returns a list in a language; takes the anchors of its paragraphs from those that follow."""
        made = []
        for number, item in enumerate(items, 1):
            held = item if isinstance(item, ListItem) else ListItem((item,))
            texts = []
            for text in held.texts:
                anchor = next(anchors)
                if prose := self.inline.prose(text.get(tag)):
                    texts.append((self.id_once(anchor), prose))
            below = self.items(held.items, held.ordered, tag, anchors) if held.items else []
            if texts or below:
                alone = texts[0] if len(texts) == 1 else None
                body = alone[1] if alone else [element("p", place, prose) for place, prose in texts]
                attributes = {"value": str(number) if ordered else "", **(alone[0] if alone else {})}
                made.append(element("li", attributes, [*body, *below]))
        return [element("ol" if ordered else "ul", {}, made)] if made else []

    def code(self, block: Code, tag: str) -> list[Element | str]:
        """Returns code in a language, which is not translated."""
        text = block.text.plain(tag)
        return [element("pre", {"translate": "no", "tabindex": "0"}, [element("code", {}, [text])])] if text else []

    def table(self, block: Table, tag: str) -> list[Element | str]:
        """Returns a table in a language."""
        rows = (block.header, *block.rows)
        if not any(cell.get(tag) for row in rows for cell in row):
            return []
        made = [self.row(block, number, tag) for number, row in enumerate(rows) if row]
        head, body = (made[:1], made[1:]) if block.header else ([], made)
        caption = self.inline.prose(block.caption.get(tag)) if block.caption else []
        parts = [element("caption", {}, caption) if caption else None]
        parts += [element("thead", {}, head) if head else None, element("tbody", {}, body) if body else None]
        return [element("table", {}, parts)]

    def row(self, block: Table, number: int, tag: str) -> Element:
        """Returns a row of a table; the header is the row 0."""
        spans = {span.column: span.columns for span in block.spans if span.row == number}
        cells = []
        free = 0
        for column, cell in enumerate((block.header, *block.rows)[number]):
            if column < free:
                continue
            columns = spans.get(column, 1)
            free = column + columns
            align = block.align[column] if column < len(block.align) else "left"
            attributes = {"class": "" if align == "left" else align, "colspan": str(columns) if columns > 1 else ""}
            is_head = number == 0 and block.header
            scope = {"scope": "colgroup" if columns > 1 else "col"} if is_head else {}
            cells.append(element("th" if is_head else "td", {**attributes, **scope}, self.inline.prose(cell.get(tag))))
        return element("tr", {}, cells)

    def figure(self, figure: Figure, tags: Sequence[str]) -> Element:
        """Returns a figure: its picture, caption and credit; the description of the picture, else the caption."""
        source = self.sources.get(picture_key(self.article, figure), "")
        described = figure.alt or figure.caption
        picture = element("img", {"src": source, "alt": described.best(tags)}) if source else None
        caption = self.pair("caption", self.prose_of(figure.caption), tags)
        credit = self.pair("credit", partial(_words, figure.credit), tags) if figure.credit else None
        page = element("p", {"class": "figure-page"}, [f"P. {figure.page}"]) if figure.page else None
        below = element("figcaption", {}, [caption, credit, page])
        return element("figure", {"id": f"{self.prefix}{figure.id}"}, [picture, below])

    def notes(self) -> list[Element]:
        """Returns the notes of the article, each with a link back to its first mark."""
        made = []
        for passage in footnotes(self.edition, self.article):
            note = passage.block
            assert isinstance(note, Footnote)
            pair = self.pair("note", self.prose_of(passage.text))
            back = self.inline.back_link(note)
            attributes = {"id": f"{self.prefix}{passage.anchor}", "value": str(note.number) if note.number else ""}
            made.append(element("li", attributes, [pair, back]))
        if not made:
            return []
        names = [element("span", self.language(tag), [wording.notes(self.edition.shown_tag(tag))]) for tag in self.tags]
        heading = element(f"h{self.level + 1}", {}, _spaced(names))
        role = {"role": "doc-endnotes", "epub:type": "endnotes", "class": "notes"}
        return [element("section", role, [heading, element("ol", {}, made)])]


def _source(by: Text | None, tag: str) -> list[Element]:
    """Returns the source of a quotation or of verse in a language, if it has one."""
    return [element("footer", {}, ["— ", by.plain(tag)])] if by and by.get(tag) else []


def _words(text: Text, tag: str) -> list[str]:
    return [text.plain(tag)] if text.get(tag) else []


def _taken(passages: Iterator[Passage], block: ItemList) -> Iterator[Passage]:
    """Yields the passages of a list, and takes no more of them."""
    for _ in texts_of_items(block.items):
        yield next(passages)


def _spaced(parts: Sequence[Element | str]) -> list[Element | str]:
    """Returns elements with a blank between them, for programs that read without their styles."""
    return [each for part in parts for each in (part, " ")][:-1]
