"""Drafting: an extraction as a draft issue, with each text in its place and comments where it is unsure."""

from __future__ import annotations

import re

from reader.alignment.block import SideBlock
from reader.alignment.pairing import Alignment, align, relation
from reader.importing.credits import byline_parts
from reader.importing.extraction import FRAGMENT, HEADING, NO_TEXTS, PARAGRAPH, ExtractedArticle
from reader.importing.linking import LinkedArticle, has_links_inside, with_links
from reader.importing.naming import pinyin_slug, slug, unused
from reader.importing.pair_doubts import ALONE, SHARED
from reader.importing.scripts import count_han
from reader.model.language import is_ideographic
from reader.model.magazine import (
    UNKNOWN_PAGE,
    AlignedBody,
    Article,
    Aside,
    Credit,
    Figure,
    FreeBody,
    Heading,
    Issue,
    PageBreak,
    Paragraph,
    Placement,
    Quotation,
    Section,
    Table,
)
from reader.model.placeholders import placeholder
from reader.model.record import record, replace
from reader.model.text import EVERY_LANGUAGE, Prose, Text, text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.importing.extraction import (
        ExtractedAside,
        ExtractedBlock,
        ExtractedFigure,
        Extraction,
        PreparedArticle,
        Texts,
    )
    from reader.model.magazine import Block, Relation, Role

DOUBTFUL = 0.75
"""Confidence below which a block has a comment, even if it has no doubt in words."""
UNTITLED = {"zh-Hans": "无题", "zh-Hant": "無題", "en": "Untitled"}
_APART = (
    "the two sides do not correspond paragraph by paragraph: "
    "look at relation, or have reader align pair them if they do"
)
_CREDIT_ALONE = "no caption was found for this credit: it may belong to another figure"
_PAGE = re.compile(r"[^\W_]{1,8}\Z")


@record
class Draft:
    """A draft issue, and its comments in the form that the writer takes."""

    issue: Issue
    notes: dict[int | str, str]


def drafted(extraction: Extraction, issue_id: str, section_id: str = "", taken: Iterable[str] = ()) -> Draft:
    """Returns a draft issue with every text of an extraction, and without errors.

    ``taken`` are ids that its articles must not have.
    """
    drafter = _Drafter(extraction, set(taken))
    articles = drafter.linked(tuple(drafter.articles()))
    section = next((article.section for article in extraction.articles if article.section), NO_TEXTS)
    notes = drafter.notes
    notes["magazine"] = "the magazine's name is to be written: it was not looked for on the pages"
    notes["label"] = "and the issue as its cover calls it"
    if extraction.notes:
        notes["format"] = "; ".join(extraction.notes)
    return Draft(
        Issue(
            issue_id,
            extraction.languages,
            drafter.placeholder("magazine"),
            drafter.placeholder("label"),
            (
                Section(
                    section_id or drafter.id_of(section) or "pages",
                    drafter.text(section) or drafter.placeholder("section"),
                    articles,
                ),
            ),
        ),
        notes,
    )


class _Drafter:
    """Makes articles of extracted ones, and collects their comments."""

    def __init__(self, extraction: Extraction, used_ids: set[str]) -> None:
        self._extraction, self._used = extraction, used_ids
        self._languages = extraction.languages
        self.notes: dict[int | str, str] = {}

    def placeholder(self, key: str) -> Text:
        """Returns the text to write over for a key, in all languages."""
        return text_of({tag: placeholder(key, tag) for tag in self._languages})

    def _untitled(self) -> Text:
        return text_of({tag: UNTITLED.get(tag, UNTITLED["en"]) for tag in self._languages})

    def text(self, texts: Texts) -> Text | None:
        """Returns a text in the languages that have one, or None if none has."""
        return text_of(given) if (given := {tag: texts[tag] for tag in self._languages if texts.get(tag)}) else None

    def id_of(self, texts: Texts) -> str:
        """Returns an id made of the words of an alphabetic text; empty if there is none."""
        return next((made for tag, text in texts.items() if not is_ideographic(tag) and (made := slug(text))), "")

    def articles(self) -> Iterator[Article]:
        """Yields the articles; the first one also holds the running and the unplaced texts."""
        rest = (*self._extraction.running, *self._extraction.unplaced)
        for prepared in self._extraction.prepared:
            yield self._prepared(prepared, rest)
            rest = ()
        for article in self._extraction.articles or (() if self._extraction.prepared else (ExtractedArticle(),)):
            wanted = self.id_of(article.title) or self._pinyin_of(article.title) or "article"
            yield self._article(article, unused(wanted, self._used), rest)
            rest = ()

    def linked(self, articles: tuple[Article, ...]) -> tuple[Article, ...]:
        """Returns drafted articles, whose links to places of their source lead to places of the draft."""
        documents = articles[: len(self._extraction.prepared)]
        if not any(map(has_links_inside, documents)):
            return articles
        comments = {key: note for key, note in self.notes.items() if isinstance(key, int)}
        places = [prepared.places for prepared in self._extraction.prepared]
        found = with_links([LinkedArticle(*each, comments) for each in zip(documents, places, strict=True)])
        for each in found:
            self.notes.update((key, note) for key, note in each.comments.items())
        return (*(each.value for each in found), *articles[len(documents) :])

    def _prepared(self, source: PreparedArticle, rest: Sequence[str]) -> Article:
        """Returns an article of a document with its id, its credits and the texts that have no place."""
        own = source.article
        titles = {tag: prose.text for tag, prose in own.title.sides}
        wanted = self.id_of(titles) or self._pinyin_of(titles) or "article"
        unplaced = [text for text in (*own.unplaced, *rest) if text.strip()]
        body, figures = own.body, own.figures
        if not _has_blocks(body):
            body = AlignedBody((self._stand_in(figures, unplaced),))
            figures = tuple(replace(figure, placed=at == 0) for at, figure in enumerate(figures))
        made = replace(
            own,
            id=unused(wanted, self._used),
            title=self.text(titles) or self._untitled(),
            body=body,
            credits=(*self._credits(source.byline), *own.credits),
            figures=figures,
            unplaced=(*unplaced, *source.byline),
        )
        self.notes.update((key, note) for key, note in source.doubts.items())
        notes = [] if titles else ["no title was found"]
        is_free = isinstance(body, FreeBody) and len(body.sides) > 1
        notes += [_APART] if is_free else []
        self._note(made, "; ".join(notes))
        return made

    def _pinyin_of(self, texts: Texts) -> str:
        return next((made for tag, text in texts.items() if is_ideographic(tag) and (made := pinyin_slug(text))), "")

    def _article(self, source: ExtractedArticle, article_id: str, rest: Sequence[str]) -> Article:
        figures = tuple(self._figure(figure, number) for number, figure in enumerate(source.figures, 1))
        unplaced = [text for text in rest if text.strip()]
        body = self._body(source)
        if not _has_blocks(body):
            body = AlignedBody((self._stand_in(figures, unplaced),))
            figures = tuple(replace(figure, placed=at == 0) for at, figure in enumerate(figures))
        pages = _in_order([page for page in source.pages if _PAGE.match(page)])
        sides = [tag for tag, blocks in body.sides if blocks] if isinstance(body, FreeBody) else []
        article = Article(
            article_id,
            self.text(source.title) or self._untitled(),
            body,
            deck=self.text(source.deck),
            credits=self._credits(source.byline),
            pages=(pages[0], pages[-1]) if pages else None,
            relation=self._relation(source) if len(sides) > 1 else "",
            figures=figures,
            unplaced=(*unplaced, *source.byline),
        )
        notes = [] if source.title else ["no title was found"]
        notes += [_APART] if len(sides) > 1 else []
        self._note(article, "; ".join(notes))
        return article

    def _stand_in(self, figures: Sequence[Figure], unplaced: Sequence[str]) -> Block:
        """Returns a block for an article without text, which the format does not allow: its first figure or words."""
        first = Placement(figures[0].id) if figures else Paragraph(_in_every(unplaced[0] if unplaced else "…"))
        self._note(first, "no running text was found on the page")
        return first

    def _credits(self, lines: Iterable[str]) -> tuple[Credit, ...]:
        """Returns the credits of bylines; a role with one name in each script is one credit in both languages."""
        names: dict[Role, list[str]] = {}
        for line in lines:
            for role, name in byline_parts(line):
                names.setdefault(role, []).append(name)
        found = []
        for role, own in names.items():
            han, latin = [name for name in own if count_han(name)], [name for name in own if not count_han(name)]
            scripts = [is_ideographic(tag) for tag in self._languages]
            if len(han) == len(latin) == 1 and sorted(scripts) == [False, True]:
                both = {tag: (han if is_ideographic(tag) else latin)[0] for tag in self._languages}
                found.append(Credit(role, text_of(both)))
            else:
                found += [Credit(role, _in_every(name)) for name in own]
        return tuple(found)

    def _body(self, source: ExtractedArticle) -> AlignedBody | FreeBody:
        with_text = [tag for tag in self._languages if source.body.get(tag)]
        if len(with_text) == len(self._languages) == 2:
            left, right = with_text
            alignment = (
                Alignment(source.pairs, 1.0)
                if source.pairs
                else align(_to_align(source.body[left]), _to_align(source.body[right]), (left, right))
            )
            if alignment.is_aligned:
                return AlignedBody((*self._aligned(source, alignment), *self._asides(source.asides)))
        sides: list[tuple[str, tuple[Block, ...]]] = []
        for tag in with_text or self._languages[:1]:
            asides = source.asides if len(with_text) < 2 else self._asides_in(tag, source.asides)
            own = (*self._free(source.body.get(tag, ()), tag), *self._asides(asides, tag))
            if own:
                sides.append((tag, own))
        return FreeBody(tuple(sides))

    def _relation(self, source: ExtractedArticle) -> Relation:
        left, right = [tag for tag in self._languages if source.body.get(tag)][:2]
        return relation(_to_align(source.body[left]), _to_align(source.body[right]), (left, right))

    def _aligned(self, source: ExtractedArticle, alignment: Alignment) -> Iterator[Block]:
        """Yields the blocks of both languages in pairs; pages are those of the first language."""
        left, right = self._languages
        page = ""
        for pair in alignment.pairs:
            first = source.body[left][pair.left] if pair.left is not None else None
            second = source.body[right][pair.right] if pair.right is not None else None
            blocks = [block for block in (first, second) if block]
            if first and page and first.page != page and _PAGE.match(first.page):
                yield PageBreak(first.page)
            page = first.page if first else page
            texts = {left: first.text if first else "", right: second.text if second else ""}
            block = self._block(blocks, text_of(texts))
            if len(blocks) < 2 and blocks[0].kind != HEADING:
                self._note(block, SHARED if pair.continues else ALONE)
            yield block

    def _free(self, blocks: Iterable[ExtractedBlock], tag: str) -> Iterator[Block]:
        page = ""
        for block in blocks:
            if page and block.page != page and _PAGE.match(block.page):
                yield PageBreak(block.page)
            page = block.page
            yield self._block([block], text_of({tag: block.text}))

    def _block(self, sources: Sequence[ExtractedBlock], text: Text) -> Block:
        """Returns a block of one language, or of a pair, with a comment for each doubt."""
        made: Block
        if sources[0].kind == HEADING:
            made = Heading(text, 2)
        else:
            begun_before = any(source.kind == FRAGMENT for source in sources)
            continues = any(source.continues for source in sources)
            made = Paragraph(text, "", UNKNOWN_PAGE if begun_before else "", UNKNOWN_PAGE if continues else "")
        doubts = [source.doubt or "unsure" for source in sources if source.doubt or source.confidence < DOUBTFUL]
        self._note(made, "; ".join(dict.fromkeys(doubts)))
        return made

    def _asides_in(self, tag: str, asides: Iterable[ExtractedAside]) -> Iterator[ExtractedAside]:
        """Yields the part of each aside that is in one language; a table belongs to the languages of its script."""
        for aside in asides:
            has_han = any(count_han(cell) for row in aside.rows for cell in row)
            yield replace(
                aside,
                texts={tag: aside.texts.get(tag, ())},
                title={tag: aside.title.get(tag, "")},
                rows=aside.rows if has_han == is_ideographic(tag) else (),
            )

    def _asides(self, asides: Iterable[ExtractedAside], tag: str = "") -> Iterator[Block]:
        """Yields asides as blocks of all languages; with ``tag``, of a free body in that language."""
        for aside in asides:
            texts = [aside.texts.get(language, ()) for language in self._languages]
            if aside.rows:
                caption = None
                if max(map(len, texts)) == 1:
                    caption = self._joined([text[0] if text else "" for text in texts], tag)
                yield self._table(aside, caption, tag)
                if caption:
                    continue
            if block := self._boxed(aside, texts, tag):
                yield block

    def _table(self, aside: ExtractedAside, caption: Text | None, tag: str) -> Table:
        columns = max(map(len, aside.rows), default=0)
        cells = tuple(
            tuple(text_of({tag or EVERY_LANGUAGE: cell}) for cell in (*row, *([""] * (columns - len(row)))))
            for row in aside.rows
        )
        is_headed = _is_headed(aside.rows)
        table = Table(cells[0] if is_headed else (), cells[is_headed:], caption)
        self._note(table, aside.doubt or ("" if is_headed else "the first row may be the heads of the columns"))
        return table

    def _boxed(self, source: ExtractedAside, texts: Sequence[Sequence[str]], tag: str) -> Block | None:
        """Returns a pull quote, or a box with paragraphs; None if there is no text."""
        paragraphs: list[Text] = []
        if not tag and len(set(map(len, texts))) == 1:
            paragraphs = [text for row in zip(*texts, strict=True) if (text := self._joined(row, ""))]
        else:
            for language, own in zip(self._languages, texts, strict=True):
                sides = dict.fromkeys(self._languages, "")
                paragraphs += [text_of({tag: text} if tag else sides | {language: text}) for text in own]
        title = self._joined([source.title.get(language, "") for language in self._languages], tag)
        if not paragraphs and not title:
            return None
        made: Block
        if source.kind == "pullquote" and len(paragraphs) == 1:
            made = Quotation(paragraphs[0], pull=True)
        elif paragraphs:
            made = Aside(title, tuple(Paragraph(text) for text in paragraphs))
        else:
            assert title
            made = Aside(None, (Paragraph(title),))
        self._note(made, source.doubt or ("" if source.kind == "pullquote" else f"{source.kind} on page {source.page}"))
        return made

    def _figure(self, source: ExtractedFigure, number: int) -> Figure:
        made = Figure(
            f"figure-{number}",
            self.text(source.caption) or _in_every(source.credit or "…"),
            source.page if _PAGE.match(source.page) else "",
            _in_every(source.credit) if source.credit else None,
            None,
            source.picture,
            placed=False,
        )
        self._note(made, source.doubt or (_CREDIT_ALONE if source.credit and not source.caption else ""))
        return made

    def _joined(self, texts: Sequence[str], tag: str) -> Text | None:
        """Returns one text of those of all languages, or of all of them in the language ``tag``; None without any."""
        if not any(texts):
            return None
        return text_of({tag: " ".join(filter(None, texts))} if tag else dict(zip(self._languages, texts, strict=True)))

    def _note(self, value: object, note: str) -> None:
        if note:
            self.notes[id(value)] = f"{self.notes[id(value)]}; {note}" if id(value) in self.notes else note


def _to_align(blocks: Sequence[ExtractedBlock]) -> list[SideBlock]:
    """Returns blocks as the alignment takes them: a fragment is a paragraph."""
    return [SideBlock(PARAGRAPH if block.kind == FRAGMENT else block.kind, block.text) for block in blocks]


def _in_every(text: str) -> Text:
    """Returns a text that is the same in every language."""
    return Text(((EVERY_LANGUAGE, Prose(text)),))


def _in_order(pages: list[str]) -> list[str]:
    """Returns printed numbers from the smallest on; those that are not all digits stay in their order."""
    return sorted(pages, key=int) if all(page.isascii() and page.isdigit() for page in pages) else pages


def _is_headed(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table's first row names its columns: it has no digits, and each of the other rows has some."""
    first, *others = [any(map(str.isdigit, "".join(row))) for row in rows]
    return not first and len(others) > 1 and all(others)


def _has_blocks(body: AlignedBody | FreeBody) -> bool:
    return bool(body.blocks) if isinstance(body, AlignedBody) else any(blocks for _, blocks in body.sides)
