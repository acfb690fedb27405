"""The growth of work with its input: hostile texts at one size and at twice that, by CPU time.

python benchmarks/run.py growth check layout search settings

A figure near 2 is linear, one near 4 quadratic. Each text is one paragraph or one glossary, as a sign that is repeated.
"""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from table import Figure

from reader.layout.flow import flow
from reader.layout.geometry import Geometry
from reader.layout.spaces import ItemIndex
from reader.layout.spread import Spread
from reader.search import parse_query, scan
from reader.search.tokens import tokens_of
from reader.settings.toml_parser import parse_toml
from reader.source import load_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reader.source.loading import Loaded

LANGUAGES = ("zh-Hans", "en")
CHARS = 60_000
GLOSSARY = "glossary:\n  - term: {zh-Hans: 济南, en: Jinan}\n"
MOST_TIMES = 3.0
"""Largest ratio: time that is spent once for both sizes lowers it, noise may raise it."""
SIGNS = {
    "words": "word ", "one word": "a", "Chinese": "泉水，", "one character": "的", "spaces": " a  ", "asterisks": "*",
    "strong": "**a", "emphasis": "*a ", "brackets": "[", "open links": "[a](", "links": "[a](b) ", "escapes": "\\\\",
    "tags": "<b ", "comments": "<!-- ", "entities": "&amp", "wiki": "[[a", "braces": "{{", "struck out": "~~a",
    "code": "`", "quotes": "“", "dashes": "—", "dots": "…", "combining": "e\u0301\u0301", "emoji": "👨\u200d👩\u200d",
    "flags": "🇨", "soft hyphens": "a\u00ad", "no breaks": "a\u00a0", "joiners": "a\u2060", "digits": "1,", "Thai": "กา",
    "radicals": "⼀", "traditional": "國", "half width": "泉,", "spaced": "泉 ", "terms": "Jinan ", "term": "济南",
    "spans of code": "`a ", "lines": "a\n", "Hebrew": "א", "syllables": "xi'an ",
}  # fmt: skip


def check(_: Path, repeat: int) -> Iterator[Figure]:
    """Yields the growth of loading and checking a text, with a glossary."""
    for name, sign in SIGNS.items():
        yield _growth(f"check, {name}", lambda chars, sign=sign: partial(load_text, _issue(sign, chars)), repeat)

    def glossary(terms: int) -> Callable[[], object]:
        count = terms // 40
        entries = "".join(f'  - term: {{zh-Hans: "词{n}", en: "term {n}"}}\n' for n in range(count))
        return partial(load_text, _issue("term 7 词7 ", CHARS // 4, f"glossary:\n{entries}"))

    yield _growth("check, terms of a glossary", glossary, repeat)


def layout(_: Path, repeat: int) -> Iterator[Figure]:
    """Yields the growth of laying out a whole text."""
    for name, sign in SIGNS.items():
        yield _growth(f"layout, {name}", lambda chars, sign=sign: partial(_laid_out, _loaded(sign, chars)), repeat)


def search(_: Path, repeat: int) -> Iterator[Figure]:
    """Yields the growth of making tokens of a text, and of finding queries in it."""
    queries = [parse_query(written) for written in ("water", "a", "的", '"a a"', "xian", "a NEAR word", "1")]

    def found(loaded: Loaded) -> None:
        assert loaded.issue
        for query in queries:
            list(scan([loaded.issue], query))

    for name, sign in SIGNS.items():
        yield _growth(f"tokens, {name}", lambda chars, sign=sign: partial(tokens_of, _text(sign, chars)), repeat)
        yield _growth(f"find, {name}", lambda chars, sign=sign: partial(found, _loaded(sign, chars)), repeat)


def settings(_: Path, repeat: int) -> Iterator[Figure]:
    """Yields the growth of parsing TOML."""
    for sign in ("a.", "[", "{a=", "9", '"', "'''", "a=1\n", "[a]\n", "[[a]]\n", "#", "\\", "'\\", "a.b.c.d=1\n"):
        yield _growth(
            f"settings, {sign!r}", lambda chars, sign=sign: partial(parse_toml, _text(sign, chars).encode()), repeat
        )


def _issue(sign: str, chars: int, glossary: str = GLOSSARY) -> str:
    text = _text(sign, chars).replace("\n", "\n              ")
    return (
        "format: 1\nid: g\nlanguages: [zh-Hans, en]\nmagazine: M\nlabel: L\nsections:\n  - id: s\n    title: S\n"
        "    articles:\n      - id: a\n        title: A\n        body:\n"
        f"          - zh-Hans: |\n              x{text}\n            en: |\n              x{text}\n{glossary}"
    )


def _text(sign: str, chars: int) -> str:
    return sign * (chars // len(sign))


def _loaded(sign: str, chars: int) -> Loaded:
    return load_text(_issue(sign, chars), checked=False)


def _laid_out(loaded: Loaded) -> None:
    assert loaded.issue
    ((_, article),) = loaded.issue.articles()
    for column in Spread(flow(article, LANGUAGES), Geometry(100)).columns:
        for index in range(len(column.items)):
            column.rows(ItemIndex(index))


def _growth(name: str, make: Callable[[int], Callable[[], object]], repeat: int) -> Figure:
    once, twice = make(CHARS), make(2 * CHARS)
    pairs = [(_cpu_s(once), _cpu_s(twice)) for _ in range(min(repeat, 3))]
    return Figure(
        name,
        min(large for _, large in pairs) * 1000,
        "ms",
        floor=min(small for small, _ in pairs) * 1000,
        times=MOST_TIMES,
    )


def _cpu_s(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


PARTS = {"check": check, "layout": layout, "search": search, "settings": settings}
