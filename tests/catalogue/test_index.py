"""The index finds the hits of the plain scan, no more and no fewer, for any query."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.catalogue.file import Catalogue
from reader.catalogue.index import Stopped
from reader.catalogue.lazy import CHUNK_SIZE
from reader.library import Library
from reader.library.searching import SearchSession, search
from reader.model.scripts import traditional_forms
from reader.search import Hit, parse_query, scan
from reader.search.narrowing import in_language
from reader.search.ranking import FIELD_SCORES, grouped
from reader.search.readings import toneless_pinyin
from reader.search.texts import search_texts
from reader.source import load
from tests.drawing import seeds
from tests.invented.library import make_library

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.model.magazine import Block, Issue

ALL = 100_000
PLACES = ("section:focus", "section:城市", "tag:water", "lang:zh", "page:3", "issue:1995")
ARTICLES = 24


class Texts:
    """A small indexed library, its issues, and pieces of its texts to look for."""

    def __init__(self, folder: Path) -> None:
        make_library(str(folder), ARTICLES, "index")
        self.library = Library([str(folder)])
        done = self.library.update(alone=True)
        assert done is not None
        assert done.read == 1
        self.issues: list[Issue] = [issue for path in folder.iterdir() if (issue := load(str(path)).issue)]
        self.texts = [
            (tag, prose.text)
            for issue in self.issues
            for _, article in issue.articles()
            for text in search_texts(article)
            for tag, prose in text.text.sides
        ]
        self.search = SearchSession(self.library)
        self.pinyin = cache(toneless_pinyin)

    def piece(self, rng: random.Random) -> str:
        tag, text = rng.choice(self.texts)
        if tag.startswith("zh"):
            start = rng.randrange(len(text))
            piece = text[start : start + rng.randrange(1, 7)]
            return to_traditional(piece) if rng.random() < 0.2 else piece
        words = text.split()
        kind = rng.random()
        if kind < 0.4:
            return rng.choice(words)
        if kind < 0.6:
            word = rng.choice(words)
            return word[: rng.randrange(1, len(word) + 1)] + "*"
        start = rng.randrange(len(words))
        return '"' + " ".join(words[start : start + rng.randrange(2, 4)]) + '"'

    def query(self, rng: random.Random) -> str:
        piece, kind = self.piece(rng), rng.random()
        if kind < 0.55:
            return piece
        if kind < 0.7:
            return f"{piece} {self.piece(rng)}"
        if kind < 0.8:
            return f"{piece} -{self.piece(rng)}"
        if kind < 0.84:
            return f"{piece} NEAR {self.piece(rng)}"
        if kind < 0.88:
            return f"{piece} OR {self.piece(rng)}"
        if kind < 0.93:
            return f"{rng.choice(tuple(FIELD_SCORES))}:{piece}"
        return (
            f"{piece} {rng.choice(('section:focus', 'section:城市', 'tag:water', 'lang:zh', 'page:3', 'issue:1995'))}"
        )

    def expected(self, written: str, typing: bool = False) -> list[Hit]:
        return list(self.scan(written, typing))

    def scan(self, written: str, typing: bool = False) -> Iterator[Hit]:
        return scan(self.issues, parse_query(written, typing), pinyin=self.pinyin)


def to_traditional(text: str) -> str:
    return text.translate(traditional_forms())


def told(hits: list[Hit] | tuple[Hit, ...]) -> list[tuple[object, ...]]:
    return sorted((h.address, h.language, h.field, h.page, h.spans, h.text.plain(h.language)) for h in hits)


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Texts:
    return Texts(tmp_path_factory.mktemp("texts"))


@pytest.mark.parametrize("seed", seeds(10))
def test_queries_find_what_the_scan_finds(texts: Texts, seed: int) -> None:
    rng = random.Random(seed)
    found_something = 0
    for _ in range(100):
        written, typing = texts.query(rng), rng.random() < 0.3
        expected = told(texts.expected(written, typing))
        found_something += bool(expected)
        for sort in ("newest", "best"):
            found = texts.search.find(parse_query(written, typing), sort, ALL)
            assert told(found.hits) == expected, (written, typing, sort)
            assert not found.more
    assert found_something > 60


def test_pinyin_finds_titles_captions_and_names(texts: Texts) -> None:
    rng = random.Random(1)
    for _ in range(20):
        article = rng.choice([article for issue in texts.issues for _, article in issue.articles()])
        syllables = toneless_pinyin(article.title.plain("zh-Hans")).split()
        start = rng.randrange(len(syllables) - 2)
        three = syllables[start : start + 3]
        for written in ("".join(syllables[start : start + 2]), "".join(three), " ".join(three), "".join(syllables)):
            for typing in (False, True):
                expected = told(texts.expected(written, typing))
                assert any(row[0] == f"{texts.issues[0].id}/{article.id}" for row in expected)
                assert told(texts.search.find(parse_query(written, typing), "best", ALL).hits) == expected


def test_the_newest_first_is_the_order_of_the_issues_and_of_their_articles(texts: Texts) -> None:
    found = texts.search.find(parse_query("the"), "newest", ALL).hits
    assert [hit.address for hit in found] == [hit.address for hit in texts.expected("the")]
    for limit in (1, 5, 20):
        first = texts.search.find(parse_query("the"), "newest", limit)
        assert first.hits == found[:limit]
        assert first.more


def test_titles_go_before_captions_before_words_and_exact_forms_first(texts: Texts) -> None:
    hits = texts.search.find(parse_query("spring"), "best", ALL).hits
    scores = [FIELD_SCORES[hit.field] for hit in hits]
    assert scores == sorted(scores, reverse=True)
    in_text = [hit for hit in hits if hit.field == "text"]
    exact = [any(hit.text.plain("en")[a:b].lower() == "spring" for a, b in hit.spans) for hit in in_text]
    assert exact == sorted(exact, reverse=True)
    assert True in exact


def test_hits_are_grouped_by_article_in_the_order_of_the_best(texts: Texts) -> None:
    hits = texts.search.find(parse_query("water"), "best", 200).hits
    articles = [hit.article.id for hit in grouped(hits)]
    assert list(dict.fromkeys(articles)) == list(dict.fromkeys(hit.article.id for hit in hits))
    assert len([k for k, name in enumerate(articles) if name not in articles[:k]]) == len(set(articles))


def test_a_language_is_a_clause(texts: Texts) -> None:
    query = in_language(parse_query("page:3"), "en")
    found = texts.search.find(query, "best", ALL).hits
    assert {hit.language for hit in found} == {"en"}
    assert told(found) == told([hit for hit in scan(texts.issues, parse_query("page:3")) if hit.language == "en"])


def test_counterparts_are_aligned_or_about_there(texts: Texts) -> None:
    for hit in texts.search.find(parse_query("the"), "best", ALL).hits:
        across = hit.counterpart()
        assert across is not None
        assert across.language != hit.language
        assert across.about == bool(hit.side)
        if not hit.side:
            assert across.text == hit.text.plain(across.language)


def test_a_search_that_is_given_up_finds_nothing(texts: Texts) -> None:
    for sort in ("newest", "best"):
        with pytest.raises(Stopped):
            texts.search.find(parse_query("the"), sort, 20, is_stopped=lambda: True)
        assert texts.search.find(parse_query("the"), sort, 20).hits


ODD = [
    *('"', '""', '"""', "'", "*", "**", "-", "--", "- -", "OR", "OR OR", "AND", "NOT", "NEAR", "NEAR()", "NEAR(a, 5)"),
    *("^a", "a^", "a + b", "{a b} : c", "a:b", ":", "::", "title:", "title::", "-title:", "lang:", "page:", "page:-"),
    *("(", ")", "()", "(((", ")))", "[", "]", "[/red]", "{", "}", "<a>", "</", "&amp;", "%", "_", "\\", "/", "|", "~"),
    *("\0", "a\0b", "\x1b[31m", "\x1b]52;c;x\x07", "\u202e", "\ufeff", "\ud800", "\U000e0041", "\u2028", "\r\n\t"),
    *("🎉", "👩‍🚒", "é", "e\u0301", "ß", "ﬁ", "Ⅷ", "½", "İ", "ı", "ﷺ", "ا", "א", "क्षि", "กำ", "한국", "カナ", "ｶﾅ"),
    *("; DROP TABLE files", "' OR 1=1 --", '" OR "', '" NOT "', '"a" AND "b"', 'a" OR rowid > 0 --', "texts MATCH 'a'"),
    *("rank", "rowid", "tokens", "tokens:a", "{tokens}: a", "-{tokens}: a", '"a" "b" -"c" OR', "a*b*c", "*a", "a**"),
    *("=y", "=title", "=y*", "=", "==", '"=issue"', "the*", "t*", "的*", "的", "水 水 水", "a OR b OR c", "-a -b -c"),
    *("x" * 1000, "x" * 100_000, "水" * 100_000, "a " * 50_000, '"' * 100_000, "-" * 100_000, "(" * 100_000),
    *("title:" * 1000, "-" + "a" * 5000, "OR " * 9999, "々", " OR ".join(f"w{k}" for k in range(1000))),
]


def odd_queries() -> list[str]:
    """Returns three hundred odd queries: those above, and mixtures of their pieces."""
    rng = random.Random("odd")
    pieces = [query for query in ODD if len(query) < 40] + ["spring", "泉", "the", "水", " ", " ", "title:", "-", '"']
    mixed = ["".join(rng.choice(pieces) for _ in range(rng.randrange(2, 9))) for _ in range(300 - len(ODD))]
    return [*ODD, *mixed]


def test_three_hundred_odd_queries_give_results_or_none(texts: Texts) -> None:
    queries = odd_queries()
    assert len(queries) >= 300
    for written in queries:
        for typing in (False, True):
            query = parse_query(written, typing)
            found = texts.search.find(query, "best", 20).hits
            if len(written) < 200:
                assert bool(found) == any(True for _ in texts.scan(written, typing)), written
            texts.search.find(query, "newest", 20)


def test_a_library_without_a_catalogue_is_scanned(
    texts: Texts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (file,) = (Path(texts.library.sources[0])).glob("*.yaml")
    alone = Library([str(file)])
    for written in ("spring", "jinan", "title:the"):
        assert told(search(alone, parse_query(written), "best", 10_000).hits) == told(texts.expected(written))


ODD = """
format: 1
id: odd
languages: [zh-Hans, en]
magazine: {zh-Hans: 刊, en: Mag}
label: {zh-Hans: 一月, en: No 1}
date: 2020-01
sections:
  - id: s
    title: {zh-Hans: 栏, en: Sec}
    articles:
      - id: a
        title: {zh-Hans: 西安的女儿, en: Xi'an}
        body:
          - zh-Hans: "葛\\U000E0100城 山\\uFE00下，這裡的⽂件 100 元→😀"
            en: "The ﬁrst co\\u00adop oﬃce of Zu\\u0308rich, 25℃ ½"
"""
QUERIES = (
    "葛城 山下 这里 文件 件100元 100元 → 😀 ℃ first co-op coop office off* "
    "zürich 25°c 1/2 xi'an nü'er 城山 里的文 元→ \"first coop\" 裏 第"
)


@pytest.mark.parametrize("written", QUERIES.split(" "))
def test_unusual_characters_are_found_by_the_index_as_by_the_scan(tmp_path: Path, written: str) -> None:
    (tmp_path / "odd.yaml").write_text(ODD, encoding="utf-8")
    library = Library([str(tmp_path)])
    assert library.update(alone=True)
    issues = [issue for _, issue in library.issues()]
    expected = told(list(scan(issues, parse_query(written), pinyin=toneless_pinyin)))
    assert told(SearchSession(library, whole=False).find(parse_query(written), "best", ALL).hits) == expected
    assert bool(expected) == (written not in ("第", "co-op"))


def test_of_a_long_article_only_the_blocks_of_hits_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    odd, _, _ = ODD.rpartition("          - zh-Hans")
    pair = "          - {zh-Hans: 葛城, en: Castle}\n"
    (tmp_path / "long.yaml").write_text(odd + pair * 900 + pair.replace("葛", "石") + pair * 99, encoding="utf-8")
    library = Library([str(tmp_path)])
    assert library.update(alone=True)
    read: list[int] = []
    blocks = Catalogue.blocks

    def counted(catalogue: Catalogue, issue: int, article: int, chunk: int) -> Sequence[Block] | None:
        read.append(chunk)
        return blocks(catalogue, issue, article, chunk)

    monkeypatch.setattr(Catalogue, "blocks", counted)
    (hit,) = SearchSession(library, whole=False).find(parse_query("石城"), "newest", ALL).hits
    assert hit.snippet()
    assert hit.address == "odd/a#p901"
    assert read == [900 // CHUNK_SIZE]
