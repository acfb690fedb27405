"""What was found on pages as a draft issue: each text in its place, comments where it is unsure."""

from __future__ import annotations

import re

from reader.importing.alignment import paired, relation
from reader.importing.credits import byline_parts
from reader.importing.extraction import CHINESE, ENGLISH, FRAGMENT, HEADING, Piece
from reader.importing.naming import pinyin, slug, unused
from reader.importing.scripts import han
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
from reader.model.record import record, replace
from reader.model.text import EVERY_LANGUAGE, Prose, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.importing.alignment import Pair
    from reader.importing.extraction import Aside as FoundAside
    from reader.importing.extraction import Block as FoundBlock
    from reader.importing.extraction import Caption, Found
    from reader.model.magazine import Block, Role

DOUBTFUL = 0.75
"""What is less sure gets a comment, even if nothing says why."""
UNTITLED = {CHINESE: "无题", "hant": "無題", ENGLISH: "Untitled"}
_MAGAZINE = {CHINESE: "刊名", "hant": "刊名", ENGLISH: "Magazine"}
_LABEL = {CHINESE: "期号", "hant": "期號", ENGLISH: "Issue"}
_SECTION = {CHINESE: "栏目", "hant": "欄目", ENGLISH: "Section"}
_ALONE = "no counterpart was found"
_SHARED = "goes with the paragraph above: the other language has one for both"
_PAGE = re.compile(r"[^\W_]{1,8}\Z")


@record
class Drafted:
    """A draft, and its comments as the writer takes them."""

    issue: Issue
    notes: dict[int | str, str]


def drafted(found: Found, issue_id: str, section_id: str = "", taken: Iterable[str] = ()) -> Drafted:
    """Makes a draft of what was found; it has no error, and every text of what was found.

    ``taken`` are ids that articles must not have.
    """
    drafter = _Drafter(found, set(taken))
    articles = tuple(drafter.articles())
    section = next((piece.section for piece in found.pieces if any(piece.section)), ("", ""))
    title = drafter.text(section) or drafter.text_of(_SECTION)
    notes = drafter.notes
    notes["magazine"] = "the magazine's name is to be written: it was not looked for on the pages"
    notes["label"] = "and the issue as its cover calls it"
    if found.notes:
        notes["format"] = "; ".join(found.notes)
    return Drafted(
        Issue(
            issue_id,
            (drafter.chinese, ENGLISH),
            drafter.text_of(_MAGAZINE),
            drafter.text_of(_LABEL),
            (Section(section_id or slug(section[1]) or "pages", title, articles),),
        ),
        notes,
    )


class _Drafter:
    def __init__(self, found: Found, taken: set[str]) -> None:
        self._found, self._used = found, taken
        self.chinese = "zh-Hant" if found.traditional else "zh-Hans"
        self._tags = {CHINESE: self.chinese, ENGLISH: ENGLISH}
        self.notes: dict[int | str, str] = {}

    def text_of(self, words: dict[str, str]) -> Text:
        """Returns words that stand for what is not known."""
        chinese = words["hant" if self._found.traditional else CHINESE]
        return Text(((self.chinese, Prose(chinese)), (ENGLISH, Prose(words[ENGLISH]))))

    def text(self, pair: Sequence[str]) -> Text | None:
        """Returns a text of its sides; None if both are empty."""
        sides = [(tag, Prose(side)) for tag, side in zip((self.chinese, ENGLISH), pair, strict=True) if side]
        return Text(tuple(sides)) if sides else None

    def articles(self) -> Iterator[Article]:
        """Yields the articles; the first has what ran along the pages and what was placed nowhere."""
        rest = (*self._found.running, *self._found.unplaced)
        for piece in self._found.pieces or (Piece(),):
            wanted = slug(piece.title[1]) or pinyin(piece.title[0]) or "article"
            yield self._article(piece, unused(wanted, self._used), rest)
            rest = ()

    def _article(self, piece: Piece, article_id: str, rest: Sequence[str]) -> Article:
        figures = tuple(self._figure(caption, number) for number, caption in enumerate(piece.figures, 1))
        pages = [page for page in piece.pages if _PAGE.match(page)]
        body = self._body(piece)
        unplaced = [text for text in rest if text.strip()]
        if not _has_blocks(body):
            stand_in: Block = (
                Placement(figures[0].id) if figures else Paragraph(self._either(unplaced[0] if unplaced else "…"))
            )
            self._note(stand_in, "no running text was found on the page")
            body = AlignedBody((stand_in,))
            figures = tuple(_placed(figure, at == 0) for at, figure in enumerate(figures))
        credits_ = self._credits(piece.byline)
        unplaced += piece.byline
        sides = [tag for tag, blocks in body.sides if blocks] if isinstance(body, FreeBody) else []
        article = Article(
            article_id,
            self.text(piece.title) or self.text_of(UNTITLED),
            body,
            deck=self.text(piece.deck),
            credits=credits_,
            pages=(pages[0], pages[-1]) if pages else None,
            relation=relation(piece.zh, piece.en) if len(sides) > 1 else "",
            figures=figures,
            unplaced=tuple(unplaced),
        )
        notes = [] if any(piece.title) else ["no title was found"]
        notes += ["the two sides do not correspond paragraph by paragraph: look at relation"] if len(sides) > 1 else []
        self._note(article, "; ".join(notes))
        return article

    def _credits(self, lines: Iterable[str]) -> tuple[Credit, ...]:
        """Returns who did what; a role that both languages tell once, each by a name of its own, is one credit."""
        told = [part for line in lines for part in byline_parts(line)]
        names: dict[Role, list[str]] = {}
        for role, name in told:
            names.setdefault(role, []).append(name)
        found = []
        for role, own in names.items():
            zh, en = [name for name in own if han(name)], [name for name in own if not han(name)]
            both = self._sides((zh[0], en[0]), "") if len(zh) == len(en) == 1 else None
            found += [Credit(role, both)] if both else [Credit(role, self._either(name)) for name in own]
        return tuple(found)

    def _body(self, piece: Piece) -> AlignedBody | FreeBody:
        pairing = paired(piece.zh, piece.en)
        if piece.zh and piece.en and pairing.is_aligned:
            return AlignedBody((*self._aligned(piece, pairing.pairs), *self._asides(piece.asides)))
        sides = []
        for side, blocks in ((CHINESE, piece.zh), (ENGLISH, piece.en)):
            if not blocks and (piece.zh or piece.en or side == ENGLISH):
                continue
            own = (*self._free(blocks, side), *self._asides(piece.asides, side, not (piece.zh and piece.en)))
            if own:
                sides.append((self._tags[side], own))
        return FreeBody(tuple(sides))

    def _aligned(self, piece: Piece, pairs: Sequence[Pair]) -> Iterator[Block]:
        page = ""
        for pair in pairs:
            zh = piece.zh[pair.zh] if pair.zh is not None else None
            en = piece.en[pair.en] if pair.en is not None else None
            first = zh or en
            assert first
            if zh and page and zh.page != page and _PAGE.match(zh.page):
                yield PageBreak(zh.page)
            page = zh.page if zh else page
            text = Text(((self.chinese, Prose(zh.text if zh else "")), (ENGLISH, Prose(en.text if en else ""))))
            block = self._block(first, text, [block for block in (zh, en) if block])
            if not (zh and en) and first.kind != HEADING:
                self._note(block, _SHARED if pair.goes_on else _ALONE)
            yield block

    def _free(self, blocks: Iterable[FoundBlock], side: str) -> Iterator[Block]:
        page = ""
        for block in blocks:
            if page and block.page != page and _PAGE.match(block.page):
                yield PageBreak(block.page)
            page = block.page
            yield self._block(block, Text(((self._tags[side], Prose(block.text)),)), [block])

    def _block(self, first: FoundBlock, text: Text, sources: Sequence[FoundBlock]) -> Block:
        made: Block
        if first.kind == HEADING:
            made = Heading(text, 2)
        else:
            continued = any(block.kind == FRAGMENT for block in sources)
            goes_on = any(block.continues for block in sources)
            made = Paragraph(text, "", UNKNOWN_PAGE if continued else "", UNKNOWN_PAGE if goes_on else "")
        doubts = [block.doubt or "unsure" for block in sources if block.doubt or block.confidence < DOUBTFUL]
        self._note(made, "; ".join(dict.fromkeys(doubts)))
        return made

    def _asides(self, asides: Iterable[FoundAside], side: str = "", alone: bool = False) -> Iterator[Block]:
        """Yields asides; for a side of a free body those in its language, all if it is alone."""
        for aside in asides:
            own = aside
            if side and not alone:
                rows = aside.rows
                rows = rows if any(han(cell) for row in rows for cell in row) == (side == CHINESE) else ()
                own = replace(aside, en=(), rows=rows, title=(aside.title[0], ""))
                if side == ENGLISH:
                    own = replace(aside, zh=(), rows=rows, title=("", aside.title[1]))
            yield from self._aside(own, self._tags[side] if side else "")

    def _aside(self, aside: FoundAside, tag: str) -> Iterator[Block]:
        zh, en, rows = aside.zh, aside.en, aside.rows
        if rows:
            cells = tuple(tuple(self._plain(cell, tag) for cell in row) for row in rows)
            is_headed = _is_headed(rows)
            caption = self._sides(("".join(zh), "".join(en)), tag) if max(len(zh), len(en)) == 1 else None
            table = Table(cells[0] if is_headed else (), cells[is_headed:], caption)
            self._note(table, aside.doubt or ("" if is_headed else "the first row may be the heads of the columns"))
            yield table
            if caption:
                return
        texts = [self._side(text, CHINESE, tag) for text in zh] + [self._side(text, ENGLISH, tag) for text in en]
        if len(zh) == len(en) and not tag:
            texts = [text for pair in zip(zh, en, strict=True) if (text := self._sides(pair, ""))]
        title = self._sides(aside.title, tag)
        if not texts and not title:
            return
        made: Block
        if aside.kind == "pullquote" and len(texts) == 1:
            made = Quotation(texts[0], pull=True)
        elif not texts and title:
            made = Aside(None, (Paragraph(title),))
        else:
            made = Aside(title, tuple(Paragraph(text) for text in texts))
        self._note(made, aside.doubt or ("" if aside.kind == "pullquote" else f"{aside.kind} on page {aside.page}"))
        yield made

    def _figure(self, caption: Caption, number: int) -> Figure:
        text = self.text((caption.zh, caption.en)) or self._either(caption.credit or "…")
        made = Figure(
            f"figure-{number}",
            text,
            caption.page if _PAGE.match(caption.page) else "",
            self._either(caption.credit) if caption.credit else None,
            None,
            caption.picture,
            placed=False,
        )
        self._note(made, caption.doubt)
        return made

    def _sides(self, pair: tuple[str, str], tag: str) -> Text | None:
        """Returns a text in both languages, or both in the one that is asked for; None if both are empty."""
        if not any(pair):
            return None
        if tag:
            return Text(((tag, Prose(" ".join(filter(None, pair)))),))
        return Text(
            tuple((self._tags[name], Prose(value)) for name, value in zip((CHINESE, ENGLISH), pair, strict=True))
        )

    def _side(self, text: str, side: str, tag: str) -> Text:
        """Returns a text in one language; in an aligned body the other has none on purpose."""
        if tag:
            return Text(((tag, Prose(text)),))
        sides = {CHINESE: "", ENGLISH: ""} | {side: text}
        return Text(tuple((self._tags[name], Prose(value)) for name, value in sides.items()))

    @staticmethod
    def _plain(text: str, tag: str) -> Text:
        return Text(((tag or EVERY_LANGUAGE, Prose(text)),))

    @staticmethod
    def _either(text: str) -> Text:
        return Text(((EVERY_LANGUAGE, Prose(text)),))

    def _note(self, value: object, note: str) -> None:
        if note:
            self.notes[id(value)] = f"{self.notes[id(value)]}; {note}" if id(value) in self.notes else note


def _is_headed(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table's first row tells what its columns are: it has no figures, and each of the others has."""
    first, *others = [any(map(str.isdigit, "".join(row))) for row in rows]
    return not first and len(others) > 1 and all(others)


def _has_blocks(body: AlignedBody | FreeBody) -> bool:
    return bool(body.blocks) if isinstance(body, AlignedBody) else any(blocks for _, blocks in body.sides)


def _placed(figure: Figure, is_placed: bool) -> Figure:
    return replace(figure, placed=is_placed)
