"""Queries on the catalogue's index: it names candidates, and what it names is verified in the text itself."""

from __future__ import annotations

import gc
import os
from collections import OrderedDict
from contextlib import contextmanager
from heapq import merge
from itertools import groupby, islice

from reader.catalogue.file import CatalogueError
from reader.catalogue.indexed import IndexedArticle
from reader.catalogue.ordering import ROW_BITS
from reader.search.hits import Hit
from reader.search.query import READING, WORD, Clause, Place, Query, Term, is_called, stands_at, with_spellings
from reader.search.ranking import best_first
from reader.search.scan import hits_in
from reader.search.stemming import stem
from reader.search.texts import names, tags
from reader.search.tokens import Vocabulary, expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.catalogue.file import Catalogue
    from reader.model.magazine import Article, Block, Issue, Section

MAX_CANDIDATES = 4000
"""So many of the newest candidates are ranked; of a frequent word there are always better ones than anyone reads."""
MAX_RANKED_ARTICLES = 30
MAX_KEPT_ARTICLES = 400
NEWEST_ARTICLES = 120
"""So many of the newest articles are looked through for what would be found slowly because it is in nearly all."""


class Stopped(Exception):  # noqa: N818 (it is no error)
    """The search was given up."""


class Index(Vocabulary):
    """The index of an open catalogue. It keeps the articles it has looked at for the next query."""

    def __init__(self, catalogue: Catalogue, passed_over: frozenset[str] = frozenset()) -> None:
        """Opens the index; nothing is found in the files of ``passed_over``."""
        self._catalogue = catalogue
        self._passed_over = passed_over
        self._version = -1
        self._kept: OrderedDict[int, IndexedArticle] = OrderedDict()
        self._starts: dict[int, int] = {}
        self._issues: dict[int, tuple[Issue, int, int]] = {}
        self._here = (0, 0, -1)  # the issue that was asked for last, and its blocks, half-open
        self._hidden: frozenset[int] = frozenset()
        self._called: dict[tuple[int, str], dict[str, tuple[str, ...]]] = {}
        self._expressions: dict[tuple[Query, bool], str] = {}

    # -- what is found -----------------------------------------------------------------------------------

    def find(self, query: Query, sort: str, limit: int, stopped: Callable[[], bool] = lambda: False) -> list[Hit]:
        """Returns the first hits of a query.

        Args:
            query: What to look for.
            sort: ``newest``: those of the newest issues first, inside an issue in the order of its articles. ``best``:
                the best of those that are ranked, which are all around the articles and the newest in their own words.
            limit: How many.
            stopped: Whether the search is to be given up.

        Raises:
            Stopped: If it was.
            CatalogueError: If the catalogue cannot be read.
        """
        with self._catalogue.reading() as version, _without_collecting():
            if version != self._version:
                self._kept.clear()
                self._issues.clear()
                self._called.clear()
                self._hidden = self._find_hidden()
                self._version = version
            self._expressions.clear()
            query = with_spellings(query, self._spellings)
            if not query.clauses:
                return []
            return (self._newest if sort == "newest" else self._best)(query, limit, stopped)

    def _newest(self, query: Query, limit: int, stopped: Callable[[], bool]) -> list[Hit]:
        found = []
        if self._is_slow(query):
            found = list(islice(self._in_newest(query, stopped), limit))
        return found if len(found) == limit else list(islice(self._from_newest(query, stopped), limit))

    def _best(self, query: Query, limit: int, stopped: Callable[[], bool]) -> list[Hit]:
        found: dict[tuple[str, ...], Hit] = {}
        for table in ("heads", "texts"):
            for wanted in dict.fromkeys((_exact(query), query)):
                if len(found) < limit:
                    new = [hit for hit in self._ranked(table, wanted, query, limit, stopped) if _key(hit) not in found]
                    found.update({_key(hit): hit for hit in best_first(new, query)})
        return list(found.values())[:limit]

    def _ranked(self, table: str, wanted: Query, query: Query, limit: int, stopped: Callable[[], bool]) -> list[Hit]:
        if table == "texts" and self._is_slow(wanted):
            found = [hit for hit in islice(self._in_newest(query, stopped), 4 * limit) if hit.field == "text"]
            if len(found) >= limit:
                return found
        candidates = list(islice(self._candidates(table, wanted), MAX_CANDIDATES + 1))
        by_article: dict[int, list[int]] = {}
        for row in candidates:
            by_article.setdefault(row >> ROW_BITS, []).append(row)
        all_of_them = len(candidates) <= MAX_CANDIDATES
        order = sorted(by_article, key=lambda block: (-len(by_article[block]), -block))
        found = []
        for count, block in enumerate(order):
            found += self._verified(reversed(by_article[block]), query, stopped)
            enough = len(found) >= 2 * limit and count >= MAX_RANKED_ARTICLES
            if enough or (not all_of_them and len(found) >= limit and count >= MAX_RANKED_ARTICLES):
                break
        if len(found) < limit and not all_of_them:
            rest = (row for row in self._candidates(table, wanted) if row < candidates[-1])
            found += islice(self._verified(rest, query, stopped), limit - len(found))
        return found

    def _from_newest(self, query: Query, stopped: Callable[[], bool]) -> Iterator[Hit]:
        both = merge(self._candidates("heads", query), self._candidates("texts", query), reverse=True)
        for _, of_issue in groupby(both, key=self._issue_of):
            yield from self._verified(sorted(of_issue), query, stopped)

    def _in_newest(self, query: Query, stopped: Callable[[], bool]) -> Iterator[Hit]:
        """Yields the hits in the newest articles, all of whose texts are looked at."""
        newest = self._catalogue.select("SELECT id, issue FROM articles ORDER BY id DESC LIMIT ?", (NEWEST_ARTICLES,))
        if len(newest) == NEWEST_ARTICLES:  # the last issue is perhaps not whole
            newest = [row for row in newest if row[1] != newest[-1][1]] or newest
        for _, of_issue in groupby(newest, key=lambda row: row[1]):
            for block, _ in sorted(of_issue):
                article = self._article(block)
                if article:
                    start = block << ROW_BITS
                    yield from self._verified((start + number for number in article.numbers()), query, stopped)

    # -- candidates ------------------------------------------------------------------------------------------

    def _candidates(self, table: str, query: Query) -> Iterator[int]:
        """Yields the rows of a table that may hold a hit, the newest first."""
        match = self._expression(query, table == "heads")
        if not match:
            return
        statement = f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rowid DESC"  # noqa: S608 (our own names)
        for (row,) in self._catalogue.each(statement, (match,)):
            yield row

    def _verified(self, candidates: Iterable[int], query: Query, stopped: Callable[[], bool]) -> Iterator[Hit]:
        """Yields the hits that candidates are."""
        for row in candidates:
            if stopped():
                raise Stopped
            article = self._article(row >> ROW_BITS)
            if article is None:
                continue
            start = self._starts[row >> ROW_BITS] << ROW_BITS
            source = article.source(row - start)
            if source:
                yield from hits_in(article.issue, article.article, source, article.called, query, read=article.reading)

    def _is_slow(self, query: Query) -> bool:
        """Whether the index would have to put together what begins with a character or some letters."""
        return len(query.clauses) <= 2 and " *" in self._expression(query, heads=False)

    def _expression(self, query: Query, heads: bool) -> str:
        found = self._expressions.get((query, heads))
        if found is None:
            found = self._expressions[query, heads] = expression(query, self, heads)
        return found

    # -- what the catalogue holds -----------------------------------------------------------------------------

    def _issue_of(self, row: int) -> int:
        """Returns the number of the issue that a row belongs to."""
        block = row >> ROW_BITS
        number, first, end = self._here
        if not first <= block < end:
            found = self._catalogue.select(
                "SELECT issue FROM articles WHERE id <= ? ORDER BY id DESC LIMIT 1", (block,)
            )
            number = int(found[0][0]) if found else 0
            if self._issue(number):
                self._here = (number, *self._issues[number][1:])
        return number

    def _issue(self, number: int) -> Issue | None:
        known = self._issues.get(number)
        if known is None:
            found = self._catalogue.select("SELECT head, first, last FROM issues WHERE id = ?", (number,))
            if not found:
                return None
            head, first, last = found[0]
            known = self._catalogue.head(head, lambda part: self._articles(number, part)), first, last + 1
            self._issues[number] = known
        return known[0]

    def _articles(self, issue: int, part: int) -> Sequence[Article]:
        return self._catalogue.articles(issue, part, lambda number, part: self._blocks(issue, number, part))

    def _blocks(self, issue: int, number: int, part: int) -> Sequence[Block]:
        found = self._catalogue.blocks(issue, number, part)
        if found is None:
            raise CatalogueError("the issue has changed meanwhile")
        return found

    def _article(self, block: int) -> IndexedArticle | None:
        kept = self._kept.get(self._starts.get(block, -1))
        if kept:
            return kept
        found = self._catalogue.select(
            "SELECT id, issue, number, head, readings, heads FROM articles WHERE id <= ? ORDER BY id DESC LIMIT 1",
            (block,),
        )
        issue = self._issue(found[0][1]) if found and found[0][1] not in self._hidden else None
        if issue is None:
            return None
        start, in_issue, number, head, readings, head_count = found[0]
        self._starts[block] = start
        if start not in self._kept:
            article = self._catalogue.article(number, head, lambda n, part: self._blocks(in_issue, n, part))
            section = next(s for s in _sections(issue) if number < s[0])[1]
            called = self._names(in_issue, issue, section) | tags(article)
            self._kept[start] = IndexedArticle(issue, article, called, readings, head_count)
            if len(self._kept) > MAX_KEPT_ARTICLES:
                self._kept.popitem(last=False)
        return self._kept[start]

    def _names(self, number: int, issue: Issue, section: Section) -> dict[str, tuple[str, ...]]:
        found = self._called.get((number, section.id))
        if found is None:
            found = self._called[number, section.id] = names(issue, section)
        return found

    def _find_hidden(self) -> frozenset[int]:
        """Returns the issues that another of the same id stands before, and those that are passed over."""
        hidden: set[int] = set()
        if self._passed_over:
            hidden |= {
                n for n, path in self._catalogue.select("SELECT id, path FROM issues") if path in self._passed_over
            }
        twice = "SELECT name FROM issues GROUP BY name HAVING count(*) > 1"
        for (name,) in self._catalogue.select(twice):
            same = self._catalogue.select("SELECT id, path FROM issues WHERE name = ?", (name,))
            folders = {folder: k for k, folder in enumerate(self._catalogue.sources)}
            same.sort(
                key=lambda row: (
                    os.path.splitext(os.path.basename(row[1]))[0] != name,
                    folders.get(os.path.dirname(row[1]), 0),
                    row[1],
                )
            )
            hidden |= {number for number, _ in same[1:]}
        return frozenset(hidden)

    def _spellings(self, wanted: Sequence[str]) -> dict[str, set[str]]:
        marks = ", ".join("?" * len(wanted))
        joined = "spellings AS a JOIN spellings AS b USING (issue, entry)"
        statement = f"SELECT a.word, b.word FROM {joined} WHERE a.word IN ({marks})"  # noqa: S608 (question marks)
        found: dict[str, set[str]] = {}
        for word, other in self._catalogue.select(statement, wanted):
            found.setdefault(word, set()).add(other)
        return found

    def inflections(self, word: str) -> Iterable[str]:
        """Returns the words of the index with the same stem."""
        return [found for (found,) in self._catalogue.select("SELECT word FROM words WHERE stem = ?", (stem(word),))]

    def beginning(self, start: str, limit: int) -> list[str]:
        """Returns at most ``limit`` words of the index that begin so."""
        end = start[:-1] + chr(ord(start[-1]) + 1)
        statement = "SELECT word FROM words WHERE word >= ? AND word < ? LIMIT ?"
        return [found for (found,) in self._catalogue.select(statement, (start, end, limit))]

    def names(self, term: Term) -> list[str]:
        """Returns the names, pages or languages that a term of a place means."""
        if term.field == "page":
            return [term.text]
        known = [name for (name,) in self._catalogue.select("SELECT name FROM names WHERE kind = ?", (term.field,))]
        if term.field == "lang":
            return [tag for tag in known if stands_at(term, Place("", {}, "", tag))]
        return [name for name in known if is_called(term, name.split("\n"))]


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Does not look for cycles meanwhile: a search makes thousands of records that last, and nothing to throw away."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _sections(issue: Issue) -> Iterator[tuple[int, Section]]:
    end = 0
    for section in issue.sections:
        end += len(section.articles)
        yield end, section


def _exact(query: Query) -> Query:
    """Returns the query for the very words, without inflections, other spellings and pinyin."""
    clauses = []
    for clause in query.clauses:
        terms = tuple(
            Term(term.text, field=term.field) if term.kind == WORD else term
            for term in clause.terms
            if term.kind != READING
        )
        clauses.append(Clause(terms, clause.negated))
    return Query(tuple(clauses))


def _key(hit: Hit) -> tuple[str, ...]:
    return hit.address, hit.language, hit.field, hit.text.plain(hit.language)
