"""Searches the catalogue's full-text index: it finds candidates, which are verified in the texts themselves."""

from __future__ import annotations

import os
from collections import OrderedDict
from functools import partial
from itertools import groupby, islice

from reader.catalogue.file import CatalogueError
from reader.catalogue.indexed import IndexedArticle
from reader.catalogue.ordering import ROW_BITS
from reader.catalogue.vocabulary import IndexVocabulary
from reader.process import without_collecting
from reader.search.query import Query
from reader.search.ranking import best_first
from reader.search.scan import hits_in
from reader.search.spellings import with_spellings
from reader.search.terms import READING, WORD, Clause, Term
from reader.search.texts import article_names, issue_names
from reader.search.tokens import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import Literal

    from reader.catalogue.file import Catalogue, LoadBlocks, LoadOutlines
    from reader.model.magazine import Article, Block, Issue, Section
    from reader.search.hits import Hit
    from reader.search.ranking import Sort
    from reader.search.texts import FacetNames

    Table = Literal["heads", "texts"]
    """``heads`` has titles, decks, credits and captions, ``texts`` the passages."""
    IsStopped = Callable[[], bool]
    """Returns whether the search is to be given up."""

_KEYS = (int, int)
MAX_CANDIDATES = 4000
"""Number of the newest candidates that are ranked; for a frequent word they hold more good hits than anyone reads."""
MIN_RANKED_ARTICLES = 30
"""Number of articles that are verified even if enough hits were found before."""
MAX_KEPT_ARTICLES = 400
"""Number of articles that are kept for the next query."""
NEWEST_ARTICLES = 120
"""Number of the newest articles all of whose texts are read for a query that is slow in the index."""


class Stopped(Exception):  # noqa: N818 (no fault of the program)
    """The search was given up."""


class Index:
    """The index of an open catalogue. It keeps the articles it has read for the next query."""

    def __init__(self, catalogue: Catalogue, excluded: frozenset[str] = frozenset()) -> None:
        """Opens the index; nothing is found in the files of ``excluded``."""
        self._catalogue = catalogue
        self._vocabulary = IndexVocabulary(catalogue)
        self._excluded = excluded
        self._version = -1
        self._articles: OrderedDict[int, IndexedArticle] = OrderedDict()
        self._first_blocks: dict[int, int] = {}
        self._issues: dict[int, IndexedIssue] = {}
        self._last_issue: IndexedIssue | None = None
        self._hidden: frozenset[int] = frozenset()
        self._names: dict[tuple[int, str], FacetNames] = {}
        self._expressions: dict[tuple[Query, bool], str] = {}

    # -- hits --------------------------------------------------------------------------------------------

    def find(self, query: Query, sort: Sort, limit: int, is_stopped: IsStopped = lambda: False) -> list[Hit]:
        """Returns the first hits of a query.

        Args:
            query: The query.
            sort: ``newest`` gives the hits of the newest issues first, inside an issue in the order of its articles.
                ``best`` gives the best of the ranked hits: all hits around the articles, and the newest ones in them.
            limit: The largest number of hits.
            is_stopped: Called again and again; the search is given up once it returns true.

        Raises:
            Stopped: If the search was given up.
            CatalogueError: If the catalogue cannot be read.
        """
        with self._catalogue.reading() as version, without_collecting():  # it makes thousands of records that last
            if version != self._version:
                self._articles.clear()
                self._issues.clear()
                self._names.clear()
                self._last_issue = None
                self._hidden = self._hidden_issues()
                self._version = version
            self._expressions.clear()
            query = with_spellings(query, self._vocabulary)
            if not query.clauses:
                return []
            return (self._newest if sort == "newest" else self._best)(query, limit, is_stopped)

    def _newest(self, query: Query, limit: int, is_stopped: IsStopped) -> list[Hit]:
        found = []
        if self._is_slow(query):
            found = list(islice(self._in_newest(query, is_stopped), limit))
        return found if len(found) == limit else list(islice(self._from_newest(query, is_stopped), limit))

    def _best(self, query: Query, limit: int, is_stopped: IsStopped) -> list[Hit]:
        found: dict[tuple[str, ...], Hit] = {}
        tables: tuple[Table, ...] = ("heads", "texts")
        for table in tables:
            for wanted in dict.fromkeys((_exact(query), query)):
                if len(found) < limit:
                    new = [
                        hit for hit in self._ranked(table, wanted, query, limit, is_stopped) if _key(hit) not in found
                    ]
                    found.update({_key(hit): hit for hit in best_first(new, query)})
        return list(found.values())[:limit]

    def _ranked(self, table: Table, wanted: Query, query: Query, limit: int, is_stopped: IsStopped) -> list[Hit]:
        """Returns ``limit`` or more hits of a table, or all there are; articles with many candidates are read first.

        Args:
            table: The table.
            wanted: The query that gives the candidates.
            query: The query that verifies them.
            limit: The number of hits.
            is_stopped: As for :meth:`find`.
        """
        if table == "texts" and self._is_slow(wanted):
            found = [hit for hit in islice(self._in_newest(query, is_stopped), 4 * limit) if hit.field == "text"]
            if len(found) >= limit:
                return found
        candidates = list(islice(self._candidates(table, wanted), MAX_CANDIDATES + 1))
        by_block: dict[int, list[int]] = {}
        for row in candidates:
            by_block.setdefault(row >> ROW_BITS, []).append(row)
        are_all = len(candidates) <= MAX_CANDIDATES
        order = sorted(by_block, key=lambda block: (-len(by_block[block]), -block))
        found = []
        for count, block in enumerate(order):
            found += self._verified(reversed(by_block[block]), query, is_stopped)
            enough = len(found) >= 2 * limit and count >= MIN_RANKED_ARTICLES
            if enough or (not are_all and len(found) >= limit and count >= MIN_RANKED_ARTICLES):
                break
        if len(found) < limit and not are_all:
            rest = (row for row in self._candidates(table, wanted) if row < candidates[-1])
            found += islice(self._verified(rest, query, is_stopped), limit - len(found))
        return found

    def _from_newest(self, query: Query, is_stopped: IsStopped) -> Iterator[Hit]:
        from heapq import merge  # the other order needs none

        both = merge(self._candidates("heads", query), self._candidates("texts", query), reverse=True)
        for _, of_issue in groupby(both, key=self._issue_at):
            yield from self._verified(sorted(of_issue), query, is_stopped)

    def _in_newest(self, query: Query, is_stopped: IsStopped) -> Iterator[Hit]:
        """Yields the hits in the newest articles, by reading all of their texts."""
        newest = self._catalogue.select(
            "SELECT id, issue FROM articles ORDER BY id DESC LIMIT ?", (NEWEST_ARTICLES,), _KEYS
        )
        if len(newest) == NEWEST_ARTICLES:  # some articles of the last issue may be missing
            newest = [row for row in newest if row[1] != newest[-1][1]] or newest
        for _, of_issue in groupby(newest, key=lambda row: row[1]):
            for block, _ in sorted(of_issue):
                article = self._article(block)
                if article:
                    start = block << ROW_BITS
                    yield from self._verified((start + number for number in article.numbers()), query, is_stopped)

    # -- candidates --------------------------------------------------------------------------------------

    def _candidates(self, table: Table, query: Query) -> Iterator[int]:
        """Yields the rows of a table that may be hits, the newest first."""
        match = self._expression(query, table == "heads")
        if not match:
            return
        statement = f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rowid DESC"  # noqa: S608 (our own names)
        for (row,) in self._catalogue.each(statement, (match,)):
            yield row

    def _verified(self, candidates: Iterable[int], query: Query, is_stopped: IsStopped) -> Iterator[Hit]:
        """Yields the hits among candidates."""
        for row in candidates:
            if is_stopped():
                raise Stopped
            article = self._article(row >> ROW_BITS)
            if article is None:
                continue
            start = self._first_blocks[row >> ROW_BITS] << ROW_BITS
            text = article.text(row - start)
            if text:
                yield from hits_in(article.issue, article.article, text, article.names, query, pinyin=article.reading)

    def _is_slow(self, query: Query) -> bool:
        """Whether FTS5 would have to join the rows of many tokens, because a term is the beginning of tokens."""
        return len(query.clauses) <= 2 and " *" in self._expression(query, heads=False)

    def _expression(self, query: Query, heads: bool) -> str:
        found = self._expressions.get((query, heads))
        if found is None:
            found = self._expressions[query, heads] = expression(query, self._vocabulary, heads)
        return found

    # -- issues and articles -----------------------------------------------------------------------------

    def _issue_at(self, row: int) -> int:
        """Returns the key of the issue that a row belongs to; 0 if there is none."""
        block = row >> ROW_BITS
        if self._last_issue is None or not self._last_issue.holds(block):
            statement = "SELECT issue FROM articles WHERE id <= ? ORDER BY id DESC LIMIT 1"
            found = self._catalogue.select(statement, (block,), (int,))
            self._last_issue = self._issue(int(found[0][0])) if found else None
        return self._last_issue.key if self._last_issue else 0

    def _issue(self, key: int) -> IndexedIssue | None:
        known = self._issues.get(key)
        if known is None:
            found = self._catalogue.select(
                "SELECT head, first, last FROM issues WHERE id = ?", (key,), (bytes, int, int)
            )
            if not found:
                return None
            head, first, last = found[0]
            issue = self._catalogue.decoded_issue(head, lambda chunk: self._issue_articles(key, chunk))
            known = self._issues[key] = IndexedIssue(key, issue, first, last)
        return known

    def _issue_articles(self, issue: int, chunk: int) -> Sequence[Article]:
        return self._catalogue.articles(issue, chunk, *self._loaders(issue))

    def _loaders(self, issue: int) -> tuple[LoadBlocks, LoadOutlines]:
        """Returns the functions that load the blocks of an issue's articles, and the outlines of long ones."""
        return partial(self._blocks, issue), partial(self._catalogue.outlines, issue)

    def _blocks(self, issue: int, article: int, chunk: int) -> Sequence[Block]:
        found = self._catalogue.blocks(issue, article, chunk)
        if found is None:
            raise CatalogueError("the issue has changed meanwhile")
        return found

    def _article(self, block: int) -> IndexedArticle | None:
        """Returns the article that a block belongs to; None if it is hidden or gone."""
        kept = self._articles.get(self._first_blocks.get(block, -1))
        if kept:
            return kept
        found = self._catalogue.select(
            "SELECT id, issue, number, head, readings, heads FROM articles WHERE id <= ? ORDER BY id DESC LIMIT 1",
            (block,),
            (int, int, int, bytes, bytes, int),
        )
        issue = self._issue(found[0][1]) if found and found[0][1] not in self._hidden else None
        if issue is None:
            return None
        first, issue_key, number, head, readings, head_count = found[0]
        self._first_blocks[block] = first
        if first not in self._articles:
            article = self._catalogue.decoded_article(number, head, *self._loaders(issue_key))
            names = self._section_names(issue, number) | article_names(article)
            self._articles[first] = IndexedArticle(
                issue.issue, article, names, partial(self._catalogue.readings, readings), head_count
            )
            if len(self._articles) > MAX_KEPT_ARTICLES:
                self._articles.popitem(last=False)
        return self._articles[first]

    def _section_names(self, issue: IndexedIssue, article: int) -> FacetNames:
        """Returns the folded names of an issue and of the section of an article in it."""
        section = issue.section_of(article)
        found = self._names.get((issue.key, section.id))
        if found is None:
            found = self._names[issue.key, section.id] = issue_names(issue.issue, section)
        return found

    def _hidden_issues(self) -> frozenset[int]:
        """Returns the keys of the issues of excluded files, and of those that another issue of the same id hides.

        Of issues with one id that one is shown whose file is named after it, else the one in the first folder.
        """
        hidden: set[int] = set()
        if self._excluded:
            all_issues = self._catalogue.select("SELECT id, path FROM issues", types=(int, str))
            hidden |= {key for key, path in all_issues if path in self._excluded}
        twice = "SELECT name FROM issues GROUP BY name HAVING count(*) > 1"
        for (name,) in self._catalogue.select(twice, types=(str,)):
            same = self._catalogue.select("SELECT id, path FROM issues WHERE name = ?", (name,), (int, str))
            folders = {folder: k for k, folder in enumerate(self._catalogue.folders)}
            same.sort(
                key=lambda row: (
                    os.path.splitext(os.path.basename(row[1]))[0] != name,
                    folders.get(os.path.dirname(row[1]), 0),
                    row[1],
                )
            )
            hidden |= {key for key, _ in same[1:]}
        return frozenset(hidden)


class IndexedIssue:
    """An issue with its key and its blocks in the index, from ``first`` to ``last``, both included."""

    def __init__(self, key: int, issue: Issue, first: int, last: int) -> None:
        self.key, self.issue = key, issue
        self._first, self._last = first, last

    def holds(self, block: int) -> bool:
        """Whether a block is one of the issue's."""
        return self._first <= block <= self._last

    def section_of(self, article: int) -> Section:
        """Returns the section of the article of a number, counted from 0 through the issue."""
        end = 0
        for section in self.issue.sections:
            end += len(section.articles)
            if article < end:
                return section
        raise CatalogueError("the issue has changed meanwhile")


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
    return Query(tuple(clauses), query.chains)


def _key(hit: Hit) -> tuple[str, ...]:
    return hit.address, hit.language, hit.field, hit.text.plain(hit.language)
