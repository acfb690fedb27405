"""The outlines that are stored beside long bodies: an article is laid out as without them, but little of it is read."""

from __future__ import annotations

import json
from itertools import islice, repeat
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from reader.catalogue.lazy import CHUNK_SIZE
from reader.catalogue.outlines import outlines_bytes, outlines_of_bytes
from reader.catalogue.records import UNREADABLE, decode_article, decode_blocks, decode_outlines, encode_article
from reader.layout.flow import flow
from reader.layout.geometry import Geometry
from reader.library import Library
from reader.model.magazine import (
    AlignedBody,
    Article,
    FreeBody,
    Heading,
    ItemList,
    PageBreak,
    Paragraph,
    Placement,
    Quotation,
    Table,
)
from reader.model.outlining import made_outline
from reader.model.passage import find, streams
from reader.model.text import text_of
from reader.reading.opened import reading_minutes
from reader.reading.window import Window
from tests.drawing import examples
from tests.layout.articles import LANGUAGES, articles

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from reader.model.magazine import Block
    from reader.model.outline import Outline

CHINESE, ENGLISH = LANGUAGES
COUNT = 40 * CHUNK_SIZE + 5
SPRINGS = text_of({CHINESE: "泉水从石缝里涌出来。", ENGLISH: "Springs rise from the rock."})
KINDS: tuple[Block, ...] = (
    *repeat(Paragraph(SPRINGS), 6),
    Heading(SPRINGS, 2),
    Quotation(SPRINGS, more=(SPRINGS,)),
    ItemList((SPRINGS, SPRINGS)),
    PageBreak("7"),
    Placement("none"),
    Table((), ((SPRINGS, text_of("1952")),)),
)


def blocks(count: int, named: str) -> tuple[Block, ...]:
    """Returns blocks of every kind; the last paragraph has an id."""
    return (*(KINDS[number % len(KINDS)] for number in range(count - 1)), Paragraph(SPRINGS, named))


def sides_of(article: Article) -> list[Sequence[Block]]:
    body = article.body
    return [held for _, held in body.sides] if isinstance(body, FreeBody) else [body.blocks]


class Stored:
    """An article in its stored form; ``loaded`` are the chunks of blocks that were read."""

    def __init__(self, article: Article, keeps_outlines: bool = True) -> None:
        head, self._chunks = encode_article(article)
        self._keeps_outlines = keeps_outlines
        self.loaded: list[int] = []
        self.article = decode_article(head, self._load, self._outlines)

    def _load(self, chunk: int) -> Sequence[Block]:
        self.loaded.append(chunk)
        return decode_blocks(self._chunks[chunk])

    def _outlines(self, chunk: int) -> list[Outline] | None:
        return decode_outlines(self._chunks[chunk]) if self._keeps_outlines else None


@given(articles())
@examples(50)
def test_outlines_survive_their_stored_form(article: Article) -> None:
    sides = sides_of(article)
    assert outlines_of_bytes(outlines_bytes(sides)) == list(map(made_outline, sides))


ALIGNED = Article("a", SPRINGS, AlignedBody(blocks(COUNT, "end")))
FREE = Article("a", SPRINGS, FreeBody(((CHINESE, blocks(COUNT, "end")), (ENGLISH, blocks(COUNT // 2, "fin")))))


@pytest.mark.parametrize("mode", ["parallel", "interleaved"])
@pytest.mark.parametrize("article", [ALIGNED, FREE], ids=["aligned", "free"])
def test_a_long_article_is_opened_by_its_outline(article: Article, mode: str) -> None:
    opened = {}
    stored = Stored(article)
    for shown in (article, stored.article):
        items = flow(shown, LANGUAGES)
        window = Window(items, Geometry(100, mode), 30, "p1200")
        texts = [(row.left.text, row.right.text, row.page) for row in window.rows]
        passage = find(shown, "end")
        assert passage
        found = (texts, window.progress, window.passages, window.thumb, reading_minutes(items), passage.number)
        opened[shown is article] = *found, [stream.pages for stream in streams(shown)]
    assert opened[True] == opened[False]
    assert len(set(stored.loaded)) <= 24


def test_an_outline_that_is_lost_is_made_of_the_blocks() -> None:
    stored = Stored(ALIGNED, keeps_outlines=False)
    assert [*flow(stored.article, LANGUAGES).sides[0].lengths(0)] == [*flow(ALIGNED, LANGUAGES).sides[0].lengths(0)]
    assert len(set(stored.loaded)) == COUNT // CHUNK_SIZE + 1


def test_the_texts_of_a_long_article_are_loaded_a_piece_at_a_time() -> None:
    stored = Stored(ALIGNED)
    items = flow(stored.article, LANGUAGES)
    assert items.load_some()
    assert len(stored.loaded) <= 10
    while items.load_some():
        pass
    assert len(set(stored.loaded)) == COUNT // CHUNK_SIZE + 1


def test_a_short_body_has_no_outline() -> None:
    stored = Stored(Article("a", SPRINGS, AlignedBody(blocks(CHUNK_SIZE, "end"))))
    assert stored.article.body.blocks.outline is None


@pytest.mark.parametrize(
    "damaged",
    [b"", b"1", b"[1]", b"[[1,1,true,[],[2],[],[],[],{}]]", b"[[1,1,true,[],[true],[],[],[],{}]]"],
)
def test_damaged_outlines_are_unreadable(damaged: bytes) -> None:
    with pytest.raises(UNREADABLE):
        outlines_of_bytes(damaged)
    whole = outlines_bytes([ALIGNED.body.blocks])
    with pytest.raises(UNREADABLE):
        outlines_of_bytes(whole[:-4])
    facts = json.loads(whole.partition(b"\n")[0])
    facts[0][1] += 1
    with pytest.raises(UNREADABLE):
        outlines_of_bytes(json.dumps(facts).encode() + b"\n" + whole.partition(b"\n")[2])


def test_a_library_opens_a_long_article_by_what_its_catalogue_keeps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pairs = islice(repeat("          - {zh: 泉水, en: Springs}\n"), 2 * CHUNK_SIZE)
    path = tmp_path / "long.yaml"
    head = "format: 1\nid: long\nlanguages: [zh, en]\nmagazine: M\nlabel: L\nsections:\n  - id: s\n    title: S\n"
    path.write_text(
        f"{head}    articles:\n      - id: a\n        title: A\n        body:\n{''.join(pairs)}", encoding="utf-8"
    )
    Library([str(tmp_path)], str(tmp_path / "kept.sqlite")).update()
    read: list[object] = []
    monkeypatch.setattr("reader.catalogue.records.decode_blocks", lambda data: read.append(data) or decode_blocks(data))
    issue = Library([str(tmp_path)], str(tmp_path / "kept.sqlite")).entry("long").issue
    assert issue
    _, article = next(issue.articles())
    assert article.body.blocks.outline == made_outline([Paragraph(text_of({"zh": "泉水", "en": "Springs"}))] * 128)
    assert not read
