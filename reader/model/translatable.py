"""The texts of an article that need a translation: titles and captions, and the texts of its body."""

from __future__ import annotations

from reader.model.magazine import Code, Footnote, FreeBody, Paragraph, Quotation, Table, Verse
from reader.model.passage import passages
from reader.model.record import record
from reader.model.text import EVERY_LANGUAGE, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from reader.model.magazine import Article, Issue
    from reader.model.passage import Passage

    HeadPart = Literal["title", "kicker", "deck", "credits", "about", "source", "licence"]
    """Part of an article above or below its body."""
    TextPart = HeadPart | Literal["caption", "credit", "alt", "by", "speaker", "cell", ""]
    """Part of an article, a figure or a block that a text is; empty for the text of a passage."""


@record
class TranslatableText:
    """A text of an article, with the place that its address names."""

    anchor: str
    """Anchor of its passage or figure; the part itself for a text above the body."""
    part: TextPart
    text: Text
    """The text; of a table that is one text of the source, the first of its texts."""
    in_body: bool = False
    """Whether it belongs to the body, not to the lines above it or to a figure."""
    side: str = ""
    """Language of its list of blocks in a free body; empty elsewhere."""
    cells: tuple[Text, ...] = ()
    """All texts of a table that is one text of the source; empty elsewhere."""
    is_code: bool = False
    """Whether it is code, which need not differ between languages, or have words of either."""

    def is_owed_in(self, language: str) -> bool:
        """Whether a language needs the text: it is not the same in all languages, and not of another side."""
        return self.side in ("", language) and self.text.languages != (EVERY_LANGUAGE,) and bool(self.text.sides)

    def is_in(self, language: str) -> bool:
        """Whether a language has the text, or, in a free body, may have its content."""
        return bool(self.side) or any(text.plain(language) for text in self.cells or (self.text,))

    def words(self, language: str) -> str:
        """Returns the words of the text in a language; of a table those of its cells."""
        return " | ".join(filter(None, (text.plain(language) for text in self.cells or (self.text,))))

    def parts(self, language: str) -> Iterator[str]:
        """Yields the strings that the text has in a language: the text or the cells, and the targets of links."""
        for text in self.cells or (self.text,):
            prose = text.get(language)
            yield prose.text if prose else ""
            if prose:
                links = (span for span in prose.spans if span.kind == "link")
                yield from (s.target for s in links if s.target not in ("", prose.text[s.start : s.end]))


def translatable_texts(article: Article) -> Iterator[TranslatableText]:
    """Yields every text of an article in reading order, each cell of a table by itself."""
    yield from _head(article)
    for passage in passages(article):
        yield from _of_passage(passage, article)
    yield from _figures(article)


def source_texts(article: Article, source: str) -> list[TranslatableText]:
    """Returns the texts that translations are made from, in reading order; a table is one of them."""
    texts = [*_head(article)]
    for passage in passages(article, source if isinstance(article.body, FreeBody) else ""):
        if isinstance(passage.block, Table):
            cells = _cells(passage.block)
            if cells:
                texts.append(TranslatableText(passage.anchor, "", cells[0], True, passage.side, cells))
        else:
            texts += _of_passage(passage, article)
    texts += _figures(article)
    return [each for each in texts if each.is_owed_in(source) and any(each.parts(source))]


def _head(article: Article) -> Iterator[TranslatableText]:
    """Yields the texts above and below the body."""
    if article.kicker:
        yield TranslatableText("kicker", "kicker", article.kicker)
    yield TranslatableText("title", "title", article.title)
    if article.deck:
        yield TranslatableText("deck", "deck", article.deck)
    for credit in article.credits:
        yield TranslatableText("credits", "credits", credit.name)
        if credit.about:
            yield TranslatableText("credits", "about", credit.about)
    if article.source and article.source.title:
        yield TranslatableText("source", "source", article.source.title)
    if article.licence:
        yield TranslatableText("licence", "licence", article.licence)


def _of_passage(passage: Passage, article: Article) -> Iterator[TranslatableText]:
    block = passage.block
    if isinstance(block, Footnote) and isinstance(article.body, FreeBody) and len(block.marked_in) == 1:
        yield TranslatableText(passage.anchor, "", passage.text, True, block.marked_in[0])
        return
    if isinstance(block, Table):
        for cell in _cells(block):
            yield TranslatableText(passage.anchor, "cell", cell, True, passage.side)
        return
    if isinstance(block, Paragraph) and block.speaker:
        yield TranslatableText(passage.anchor, "speaker", block.speaker, True, passage.side)
    text = block.text if isinstance(block, Paragraph) else passage.text
    yield TranslatableText(passage.anchor, "", text, True, passage.side, is_code=isinstance(block, Code))
    if isinstance(block, Quotation) and block.by and passage.paragraph == len(block.more):
        yield TranslatableText(passage.anchor, "by", block.by, True, passage.side)
    if isinstance(block, Verse) and block.by:
        yield TranslatableText(passage.anchor, "by", block.by, True, passage.side)


def _cells(table: Table) -> tuple[Text, ...]:
    """Returns the texts of a table that are not the same in every language: the caption and the cells."""
    rows = (((table.caption,) if table.caption else ()), table.header, *table.rows)
    return tuple(text for row in rows for text in row if text.sides and text.languages != (EVERY_LANGUAGE,))


def _figures(article: Article) -> Iterator[TranslatableText]:
    """Yields the texts of figures, which have both languages also beside a free body."""
    for figure in article.figures:
        yield TranslatableText(figure.id, "caption", figure.caption)
        if figure.credit:
            yield TranslatableText(figure.id, "credit", figure.credit)
        if figure.alt:
            yield TranslatableText(figure.id, "alt", figure.alt)


def issue_texts(issue: Issue) -> Iterator[tuple[str, Text]]:
    """Yields the texts of an issue outside its articles, each with a name: titles, sections, terms."""
    yield "magazine", issue.magazine
    yield "label", issue.label
    if issue.title:
        yield "title", issue.title
    if issue.source and issue.source.title:
        yield "source", issue.source.title
    if issue.licence:
        yield "licence", issue.licence
    for section in issue.sections:
        yield f"section {section.id}", section.title
    for entry in issue.glossary:
        yield f"glossary {entry.term.best(issue.languages)}", entry.term
