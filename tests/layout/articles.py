"""Random texts and articles for property tests of lines, columns and spreads."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from reader.model.footnotes import numbered
from reader.model.magazine import (
    ALIGNS,
    RELATIONS,
    AlignedBody,
    Article,
    Aside,
    CellSpan,
    Code,
    Credit,
    Figure,
    Footnote,
    FreeBody,
    Heading,
    ItemList,
    PageBreak,
    Paragraph,
    Placement,
    Quotation,
    Source,
    Table,
    Verse,
)
from reader.model.markup import parse
from reader.model.text import EVERY_LANGUAGE, Prose, Text
from tests.model.strategies import list_items

LANGUAGES = ("zh-Hans", "en")
AMOUNTS = (
    *("2019 年", "1000 亿元", "1300 多个", "18 ℃", "¥ 30", "第 3 期", "5 km"),
    *("2019—2022 年", "32%", "1,300", "3.14"),
)
"""Numbers with signs and units: no line may end inside one that fits on a line."""
CHINESE = (
    *("泉", "水从石缝里涌出来", "，", "。", "、", "；", "？", "！"),
    *("“泉城”", "《老残游记》", "（见图）", "「引文」", "……", "——"),
)
ENGLISH = (
    *("spring", "water", "a", "extraordinarily", "“quoted”", "(see", "page)"),
    *("don’t", "well-known", ",", ".", ";", "—", "AI"),
)
ODDITIES = (
    *("👩‍🚒", "👍🏽", "🇨🇳", "❤️", "e\u0301", "한", "ก็", "（", "《", "」", "》", "“", "”", "(", ")", "[red]", "[/x]"),
    *("Ａ", "１", "\u3000", "\u00a0", "https://example.org/a/very/long/path", "\u200b", "́", "pneumonoultramicroscopic"),
)


def runs(pieces: tuple[str, ...], between: str = "") -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(pieces), min_size=1, max_size=30).map(between.join)


chinese = runs((*CHINESE, *CHINESE, *AMOUNTS, "AI", " ", "…"))
english = runs((*ENGLISH, *ENGLISH, *AMOUNTS), " ")
odd = runs((*CHINESE, *ENGLISH, *AMOUNTS, *ODDITIES, " ", " ", "\n"))
texts = st.one_of(chinese, english, odd).map(lambda text: text.strip(" \n")).filter(bool)
"""Texts with ink, of Chinese, English, numbers and rare characters."""

proses = st.one_of(
    texts.map(Prose),
    runs(("*强调*", "**strong**", "[链接](https://x.org/)", "水", " water ", "，", "{泉|quán}", "x^{2}")).map(parse),
).filter(lambda prose: bool(prose.text))


@st.composite
def wordings(draw: Any, side: str = "") -> Text:
    """Draws a text: of one side, or of both sides, one of them, or the same for all languages."""
    if side:
        return Text(((side, draw(proses)),))
    shape = draw(st.sampled_from(("both", "both", "both", "first", "second", "shared")))
    if shape == "shared":
        return Text(((EVERY_LANGUAGE, draw(proses)),))
    sides = {"both": LANGUAGES, "first": LANGUAGES[:1], "second": LANGUAGES[1:]}[shape]
    return Text(tuple((tag, draw(proses)) for tag in sides))


@st.composite
def tables(draw: Any, side: str = "", block_id: str = "") -> Table:
    """Draws a table with rows of unequal length, empty rows and empty cells."""
    cell = st.one_of(wordings(side), st.just(Text(((side, Prose("")),) if side else ((LANGUAGES[0], Prose("")),))))
    row = st.lists(cell, max_size=5).map(tuple)
    caption = draw(st.none() | wordings(side))
    header, rows = draw(row), tuple(draw(st.lists(row, min_size=1, max_size=4)))
    align = tuple(draw(st.lists(st.sampled_from(ALIGNS), max_size=5)))
    spans: list[CellSpan] = []
    if len(rows[0]) > 1 and draw(st.booleans()):
        rows = ((rows[0][0], Text(()), *rows[0][2:]), *rows[1:])
        spans.append(CellSpan(1, 0, 2))
    return Table(header, rows, caption, block_id, align, tuple(spans))


def _block(draw: Any, figures: list[str], side: str, number: int, in_aside: bool) -> Any:
    kinds = ["paragraph", "paragraph", "heading", "quotation", "list", "verse", "code", "table", "page"]
    if not in_aside:
        kinds += ["aside"] + ["figure"] * bool(figures)
    block_id = f"block-{side[:2]}-{number}" if not in_aside and draw(st.integers(0, 3)) == 0 else ""
    match draw(st.sampled_from(kinds)):
        case "heading":
            return Heading(draw(wordings(side)), draw(st.integers(1, 3)), block_id)
        case "quotation":
            more = tuple(draw(st.lists(wordings(side), max_size=1)))
            by = draw(st.none() | wordings(side))
            return Quotation(draw(wordings(side)), by, draw(st.booleans()), block_id, more)
        case "verse":
            return Verse(draw(wordings(side)), block_id, draw(st.none() | wordings(side)))
        case "code":
            return Code(draw(wordings(side)), draw(st.sampled_from(("", "python"))), block_id)
        case "list":
            return ItemList(draw(list_items(wordings(side))), draw(st.booleans()), block_id)
        case "table":
            return draw(tables(side, block_id))
        case "aside":
            body = tuple(_block(draw, [], side, k, True) for k in range(draw(st.integers(1, 3))))
            return Aside(draw(st.none() | wordings(side)), body, block_id)
        case "figure":
            return Placement(figures.pop())
        case "page":
            return PageBreak(str(60 + number))
    page = st.sampled_from(("", "", "", "yes", "59"))
    speaker = draw(st.none() | wordings(side)) if draw(st.booleans()) else None
    number = draw(st.sampled_from(("", "", "1.2", "卷三", "3.14159.26")))
    return Paragraph(draw(wordings(side)), block_id, draw(page), draw(page), speaker, number)


@st.composite
def articles(draw: Any, free: bool | None = None) -> Article:
    """Draws an article with an aligned or a free body and every kind of block; its texts are distinct objects."""
    figures = tuple(Figure(f"figure-{k}", draw(wordings())) for k in range(draw(st.integers(0, 2))))
    is_free = draw(st.booleans()) if free is None else free
    body: AlignedBody | FreeBody
    relation = ""
    if is_free:
        sides = draw(st.sampled_from((LANGUAGES, LANGUAGES, LANGUAGES[::-1], LANGUAGES[:1], LANGUAGES[1:])))
        body = FreeBody(tuple((side, _blocks(draw, figures, side)) for side in sides))
        relation = draw(st.sampled_from(("", *RELATIONS))) if len(sides) > 1 else ""
    else:
        body = AlignedBody(_blocks(draw, figures, ""))
    article = Article(
        "springs",
        draw(wordings()),
        body,
        kicker=draw(st.none() | wordings()),
        deck=draw(st.none() | wordings()),
        credits=tuple(
            Credit("text", draw(wordings()), draw(st.none() | wordings())) for _ in range(draw(st.integers(0, 2)))
        ),
        date=draw(st.sampled_from(["", "2018-08"])),
        licence=draw(st.none() | wordings()),
        source=draw(st.none() | st.builds(Source, wordings(), st.just("https://example.org/"))),
        pages=draw(st.sampled_from((None, ("60", "61")))),
        relation=relation,
        figures=figures,
        footnotes=(Footnote("n", draw(wordings())),) if draw(st.integers(0, 2)) == 0 else (),
    )
    return numbered(article)


def _blocks(draw: Any, figures: tuple[Figure, ...], side: str) -> tuple[Any, ...]:
    names = [figure.id for figure in figures]
    return tuple(_block(draw, names, side, k, False) for k in range(draw(st.integers(1, 7))))
