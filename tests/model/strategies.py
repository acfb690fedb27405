"""Random magazines for property tests: sources with markup, texts, and whole valid issues."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from reader.gate import clean, clean_line
from reader.model.footnotes import marks, numbered
from reader.model.kept_lines import parse_code, parse_verse
from reader.model.magazine import (
    ALIGNS,
    MAX_LIST_LEVELS,
    RELATIONS,
    ROLES,
    AcceptedTranslation,
    AlignedBody,
    Article,
    Aside,
    CellSpan,
    Code,
    Credit,
    Figure,
    Footnote,
    FreeBody,
    GlossaryEntry,
    Heading,
    Issue,
    ItemList,
    ListItem,
    PageBreak,
    Paragraph,
    Placement,
    Quotation,
    Section,
    Source,
    Table,
    Verse,
)
from reader.model.markup import parse, parse_plain
from reader.model.record import replace
from reader.model.recording import PassageStart, Recording
from reader.model.text import EVERY_LANGUAGE, Prose, Text

LANGUAGES = ("zh-Hans", "en")
MORE_LANGUAGES = (*LANGUAGES, "ja")
PIECES = [
    *(
        "*",
        "**",
        "***",
        "****",
        "\\",
        "\\*",
        "[",
        "]",
        "`",
        "``",
        "\\`",
        "](http://x.org/)",
        "](mailto:a@b)",
        "](javascript:x)",
        "](",
        ")",
        "[^a]",
        "[^b-2]",
        "[^B]",
        "{",
        "|",
        "|q q}",
        "}",
        "^{",
        "_{",
        "^",
        "2",
    ),
    *(
        " ",
        "  ",
        "\n",
        "\\\n",
        "\t",
        "\u3000",
        "a",
        "b c",
        "Word",
        "中",
        "文字",
        "。",
        "“",
        "…",
        "'",
        ": ",
        "# ",
        "- ",
        "e\u0301",
    ),
]

raw_texts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=14).map("".join),
    st.text(max_size=30),
    st.text(st.sampled_from("abc 中文，。\n"), min_size=50, max_size=90),
)
marked_proses = raw_texts.map(lambda source: parse(clean(source), unspaced=False)).filter(lambda prose: prose.text)
plain_proses = raw_texts.map(lambda source: parse_plain(clean(source), unspaced=False)).filter(lambda prose: prose.text)
verse_proses = raw_texts.map(lambda source: parse_verse(clean(source), unspaced=False)).filter(lambda prose: prose.text)
code_proses = raw_texts.map(lambda source: parse_code(clean(source))).filter(lambda prose: prose.text)
words = raw_texts.map(lambda source: clean_line(source).strip()).filter(bool)
pages = st.sampled_from(["xii", "A3", "b"])


def texts(proses: st.SearchStrategy[Prose], side: str = "") -> st.SearchStrategy[Text]:
    """Texts as a source can hold them: of one side, one for all languages, or one for some languages only."""
    if side:
        return proses.map(lambda prose: Text(((side, prose),)))
    shared = proses.map(lambda prose: Text(((EVERY_LANGUAGE, prose),)))
    absent = st.just(Prose(""))
    each = st.dictionaries(st.sampled_from(LANGUAGES), proses | absent, min_size=1, max_size=2).filter(
        lambda sides: any(prose.text for prose in sides.values())
    )
    return st.one_of(shared, each.map(lambda sides: Text(tuple(sides.items()))))


DATES = st.sampled_from(["", "2018", "2018-08", "2018-08-01"])
sources = st.none() | st.builds(
    Source,
    st.none() | texts(plain_proses),
    st.sampled_from(["", "https://example.org/%28a%29?b=c#d", "HTTP://x.org"]),
    st.sampled_from(["", "10.1000/182", "10.1016/S0031-9384[01]00537-5"]),
    st.sampled_from(["", "978-7-01-000000-8", "0 306 40615 X"]),
    DATES,
).filter(lambda source: source != Source())


class Ids:
    """Draws ids, each of them once."""

    def __init__(self) -> None:
        self.given = 0

    def next(self) -> str:
        self.given += 1
        return f"id-{self.given}"


@st.composite
def list_items(draw: Any, marked: st.SearchStrategy[Text], level: int = 1) -> tuple[Text | ListItem, ...]:
    """Items as a source can hold them: one that is a single text is that text."""
    items: list[Text | ListItem] = []
    for _ in range(draw(st.integers(1, 2))):
        paragraphs = tuple(draw(marked) for _ in range(draw(st.sampled_from([1, 1, 2]))))
        under = draw(list_items(marked, level + 1)) if level < MAX_LIST_LEVELS and draw(st.integers(0, 3)) == 0 else ()
        is_numbered = bool(under) and draw(st.booleans())
        is_whole = under or len(paragraphs) > 1
        items.append(ListItem(paragraphs, under, is_numbered) if is_whole else paragraphs[0])
    return tuple(items)


def table(draw: Any, marked: st.SearchStrategy[Text], block_id: str) -> Table:
    """A table with a cell for each column in every row, one of which may be over several."""
    columns = draw(st.integers(1, 3))
    row = st.lists(marked | st.just(Text(())), min_size=columns, max_size=columns)
    header = tuple(draw(row)) if draw(st.booleans()) else ()
    rows = [draw(row) for _ in range(draw(st.integers(1, 2)))]
    spans: tuple[CellSpan, ...] = ()
    if columns > 1 and draw(st.booleans()):
        rows[-1][1:] = [Text(())] * (columns - 1)
        spans = (CellSpan(len(rows), 0, columns),)
    align = tuple(draw(st.lists(st.sampled_from(ALIGNS), min_size=columns, max_size=columns)))
    caption = draw(st.none() | marked)
    return Table(header, tuple(map(tuple, rows)), caption, block_id, align if draw(st.booleans()) else (), spans)


def blocks(draw: Any, ids: Ids, figures: list[str], side: str, in_aside: bool = False) -> tuple[Any, ...]:
    return tuple(block(draw, ids, figures, side, in_aside) for _ in range(draw(st.integers(1, 3))))


def block(draw: Any, ids: Ids, figures: list[str], side: str, in_aside: bool) -> Any:
    marked, plain = texts(marked_proses, side), texts(plain_proses, side)
    kinds = ["paragraph", "bare", "heading", "quotation", "list", "verse", "code", "table", "page"]
    kind = draw(st.sampled_from(kinds + ["aside"] * (not in_aside) + ["figure"] * bool(figures)))
    block_id = ids.next() if kind not in ("bare", "page", "figure") and draw(st.booleans()) else ""
    match kind:
        case "paragraph":
            pages_or_yes = st.sampled_from(["", "yes", "59"])
            number = draw(st.sampled_from(["", "1.2", "卷三"]))
            speaker = draw(st.none() | plain)
            return Paragraph(draw(marked), block_id, draw(pages_or_yes), draw(pages_or_yes), speaker, number)
        case "heading":
            return Heading(draw(marked), draw(st.integers(1, 3)), block_id)
        case "quotation":
            more = tuple(draw(st.lists(marked, max_size=2)))
            return Quotation(draw(marked), draw(st.none() | plain), draw(st.booleans()), block_id, more)
        case "verse":
            return Verse(draw(texts(verse_proses, side)), block_id, draw(st.none() | plain))
        case "code":
            return Code(draw(texts(code_proses, side)), draw(st.sampled_from(["", "python", "c++"])), block_id)
        case "list":
            return ItemList(draw(list_items(marked)), draw(st.booleans()), block_id)
        case "table":
            return table(draw, marked, block_id)
        case "aside":
            return Aside(draw(st.none() | plain), blocks(draw, ids, figures, side, True), block_id)
        case "figure":
            return Placement(draw(st.sampled_from(figures)))
        case "page":
            return PageBreak(draw(pages))
    return Paragraph(draw(marked))


RECORDINGS = (
    (),
    (Recording("a b.MP3"),),
    (
        Recording("zh.ogg", "zh-Hans", (PassageStart("p1", 0), PassageStart("en.p2", 65_250))),
        Recording("en.wav", "en", (PassageStart("p1", 5_999_999),)),
    ),
)


@st.composite
def articles(draw: Any, article_id: str = "springs") -> Article:
    ids = Ids()
    marked, plain = texts(marked_proses), texts(plain_proses)
    optional = st.none() | plain
    figures = tuple(
        Figure(
            id=ids.next(),
            caption=draw(marked),
            page=draw(st.just("") | pages),
            credit=draw(optional),
            alt=draw(optional),
            file=draw(st.sampled_from(["", "valley.png", "a b.JPG"])),
            placed=draw(st.booleans()),
        )
        for _ in range(draw(st.integers(0, 2)))
    )
    names = [figure.id for figure in figures]
    body: AlignedBody | FreeBody
    relation = ""
    if draw(st.booleans()):
        body = AlignedBody(blocks(draw, ids, names, ""))
    else:
        sides = draw(st.lists(st.sampled_from(LANGUAGES), min_size=1, max_size=2, unique=True))
        body = FreeBody(tuple((side, blocks(draw, ids, names, side)) for side in sides))
        relation = draw(st.sampled_from(RELATIONS)) if len(sides) > 1 else ""
    article = Article(
        id=article_id,
        title=draw(plain),
        body=body,
        kicker=draw(optional),
        deck=draw(optional),
        credits=tuple(draw(st.lists(st.builds(Credit, st.sampled_from(ROLES), plain, st.none() | marked), max_size=2))),
        pages=draw(st.sampled_from([None, ("60", "60"), ("60", "61"), ("A1", "xii")])),
        tags=tuple(draw(st.lists(words, max_size=2))),
        languages=draw(st.sampled_from([(), LANGUAGES, ("en", "zh-Hans"), MORE_LANGUAGES])),
        original=draw(st.sampled_from(["", "zh-Hans", "ja"])),
        relation=relation,
        date=draw(DATES),
        licence=draw(st.none() | marked),
        source=draw(sources),
        figures=figures,
        audio=draw(st.sampled_from(RECORDINGS)),
        translated=draw(st.sampled_from([(), (AcceptedTranslation("en", ("0a1b2c3d", "ffffffff")),)])),
    )
    ids = dict.fromkeys((*draw(st.sampled_from([(), ("c",)])), *sorted({mark.id for mark in marks(article)})))
    return numbered(replace(article, footnotes=tuple(Footnote(name, draw(marked)) for name in ids)))


@st.composite
def issues(draw: Any) -> Issue:
    plain = texts(plain_proses)
    sections = tuple(
        Section(
            f"section-{number}",
            draw(plain),
            tuple(draw(articles(f"article-{number}-{index}")) for index in range(draw(st.integers(1, 2)))),
        )
        for number in range(draw(st.integers(1, 2)))
    )
    also = st.lists(words, max_size=2).map(tuple)
    entries = st.builds(
        GlossaryEntry, plain, st.just("") | words, also, st.none() | texts(marked_proses), st.booleans()
    )
    return Issue(
        id="city-of-springs-08",
        languages=MORE_LANGUAGES,
        magazine=draw(plain),
        label=draw(plain),
        sections=sections,
        title=draw(st.none() | plain),
        date=draw(DATES),
        licence=draw(st.none() | texts(marked_proses)),
        source=draw(sources),
        glossary=tuple(draw(st.lists(entries, max_size=2))),
    )
